"""Words that programs print in other places of a file are the same; words that are added to it are not."""

from __future__ import annotations

import pytest

from csp_docs.comparing import pdf, word
from csp_docs.comparing.compared import pair
from csp_docs.comparing.reading import Charted, Piece, Reading
from tests.comparing.pdf_sample import at, pdf_file
from tests.comparing.word_sample import p, r, word_file

LINES = ("The plan of the partnership for safer streets", "Crime fell in each of the four wards of the town",
         "Officers visit each school in the district once a year")  # fmt: skip
NOTE = "Counted by the police, and not by the council"
CELLS = (("Ward", "Thefts"), ("Ashby", "18"))
DIAGRAM = Charted("Two steps", "page 1", drawn=("Ask first Act then",))
CHART = Charted("Thefts", "page 1", (("", "Ashby", "Bramley"), ("Thefts", "18", "1270")))


def in_word(*, note: bool = True) -> Reading:
    rows = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in CELLS)
    heads = "<w:tblHeader/>", ""
    table = "".join(f"<w:tr><w:trPr>{head}</w:trPr>{row}</w:tr>" for head, row in zip(heads, rows, strict=True))
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>' if note else ""
    notes = f'<w:footnote w:id="2"><w:p>{r(NOTE)}</w:p></w:footnote>'
    foot = '<w:sectPr><w:footerReference w:type="default" r:id="rfooter"/></w:sectPr>'
    body = p(LINES[0]) + p(LINES[1], mark) + f"<w:tbl>{table}</w:tbl>" + p(LINES[2]) + foot
    return word.read("a.docx", word_file(body, strict=False, footnotes=notes, footer=p("Safer Anytown, page 1")))


def in_pdf(*added: str, before: int = 3, note: str = "1") -> Reading:
    words = [LINES[0], f"{LINES[1]} {note}".strip(), "Ward Thefts", "Ashby 18", LINES[2]]
    words[before:before] = added
    return pdf.read("b.pdf", pdf_file(["".join(at(700 - 20 * n, text) for n, text in enumerate(words))]))


KNOWN = {
    "a note as large as the text": (f"1 {NOTE}",),
    "and a header row again": (f"1 {NOTE}", "Ward Thefts"),
    "and a foot": (f"1 {NOTE}", "Safer Anytown, page 1"),
}


@pytest.mark.parametrize("name", KNOWN)
@pytest.mark.parametrize("before", [1, 3, 5])
def test_words_in_another_place_are_the_same(name: str, before: int) -> None:
    found = pair(in_word(), in_pdf(*KNOWN[name], before=before))
    assert found.differences == ()


ADDED = {
    "a note twice": (f"1 {NOTE}", NOTE),
    "a note with another word": (f"1 {NOTE.replace('police', 'public')}",),
    "a note that ends earlier": ("1 Counted by the police",),
    "a part of a foot": (f"1 {NOTE}", "Anytown"),
    "a header row with another word": (f"1 {NOTE}", "Ward Fires"),
    "other words": (f"1 {NOTE}", "Thefts Ward"),
    "no note": (),
}


@pytest.mark.parametrize("name", ADDED)
@pytest.mark.parametrize("before", [1, 3, 5])
def test_words_that_were_added_are_found(name: str, before: int) -> None:
    assert not pair(in_word(), in_pdf(*ADDED[name], before=before)).same


def text_of(*words: str, drawings: tuple[Charted, ...] = ()) -> Reading:
    pieces = tuple(Piece(one, f"paragraph {at}") for at, one in enumerate(words, 1))
    return Reading("a" if drawings else "b", "Word" if drawings else "PDF", pieces, (), (), charts=drawings)


DRAWN = {
    "a diagram": (DIAGRAM, "Ask first Act then", True),
    "a diagram in another order": (DIAGRAM, "Act then Ask first", True),
    "a diagram with another word": (DIAGRAM, "Act never Ask first", False),
    "a diagram with a word more": (DIAGRAM, "Act then Ask first not", False),
    "a chart": (CHART, "Ashby Bramley 18 1,270 Thefts", True),
    "a chart with an axis": (CHART, "0 500 1,000 1,500 18 1,270 Ashby Bramley", True),
    "a chart with another number": (CHART, "Ashby Bramley 18 1,280 Thefts", False),
    "a chart with another name": (CHART, "Ashby Brandon 18 1,270 Thefts", False),
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_among_the_words_of_the_text_is_known_by_all_of_its_words(name: str) -> None:
    drawing, printed, same = DRAWN[name]
    files = text_of(*LINES, drawings=(drawing,)), text_of(LINES[0], printed, *LINES[1:])
    assert [pair(*files).same, pair(*reversed(files)).same] == [same, same]


def test_a_drawing_that_both_files_have_is_not_known_among_the_words_of_the_text() -> None:
    files = text_of(*LINES, drawings=(DIAGRAM,)), text_of(LINES[0], DIAGRAM.drawn[0], *LINES[1:], drawings=(DIAGRAM,))
    assert not pair(*files).same


FRAME = '<w:p><w:pPr><w:framePr w:w="9026"/></w:pPr>{}</w:p>'.format


@pytest.mark.parametrize("place", range(4))
def test_the_words_of_a_frame_may_be_anywhere_but_are_compared(place: int) -> None:
    one = word.read("a", word_file(p(LINES[0]) + FRAME(r("Draft of May")) + p(LINES[1]) + p(LINES[2])))
    for said, same in (("Draft of May", True), ("Draft of June", False)):
        lines = [*LINES[:place], said, *LINES[place:]]
        assert pair(one, word.read("b", word_file("".join(map(p, lines))))).same is same
    assert not pair(one, word.read("b", word_file("".join(map(p, LINES))))).same
