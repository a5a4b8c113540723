"""What readers see, although the words in their order are the same: cells, lines through words, titles of charts."""

from __future__ import annotations

import pytest

from csp_docs.comparing import html, pdf, word
from csp_docs.comparing.compared import pair
from csp_docs.comparing.drawn import stated
from csp_docs.comparing.heads import Known, repeated
from csp_docs.comparing.reading import Charted, Reading
from csp_docs.comparing.word.formats import printed
from csp_docs.errors import CspDocsError
from tests.comparing.pdf_sample import at, element, marked, pdf_file
from tests.comparing.word_sample import p, parts_of, r, relationships, word_file, zipped

TEXT = "Crime fell in each of the four wards of the town, and the plan says how it may fall again"


def page(body: str) -> Reading:
    return html.read("b.html", f"<!doctype html><html><body><main><p>{TEXT}</p>{body}</main></body></html>".encode())


def paper(*body: str) -> Reading:
    return word.read("a.docx", word_file(p(TEXT) + "".join(body)))


CELLS = "<w:tbl>{}</w:tbl>".format
PAGE = "<table><thead><tr><th>Town<th>May<th>June<tbody><tr><th>Ashby{}<tr><th>Bray<td>5<td>6</table>".format


def in_word(*cells: str) -> Reading:
    rows = ("Town", "May", "June"), ("Ashby", *cells), ("Bray", "5", "6")
    each = ("".join(f"<w:tc>{p(cell) if cell else p()}</w:tc>" for cell in row) for row in rows)
    return paper(CELLS("".join(f"<w:tr>{row}</w:tr>" for row in each)))


WIDE = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
LISTED = ("<dl><div><dt>Lead<dd>Police</div><div><dt>Ward<dd>{}</div></dl>",
          "<div role=group><dl><dt>Lead<dd>Police</dl><p><b>Ward</b><dl><dt>{}</dl></div>")  # fmt: skip


@pytest.mark.parametrize("listed", LISTED)
def test_a_list_of_terms_says_the_same_as_a_table_of_them_if_each_has_its_value(listed: str) -> None:
    def table(lead: str, value: str) -> Reading:
        cells = (f"<w:tc>{width}{p(word)}</w:tc>" for word, width in ((lead, ""), (value, WIDE)))
        last = "".join(f"<w:tc>{p(word) if word else p()}</w:tc>" for word in ("Ward", "All", ""))
        return paper(CELLS(f"<w:tr>{''.join(cells)}</w:tr><w:tr>{last}</w:tr>"))

    same, moved = pair(table("Lead", "Police"), page(listed.format("All"))), page(listed.format("All"))
    assert (same.same, same.but_for) == (True, ())
    [found] = pair(table("Lead Po", "lice"), moved).differences[-1:]
    assert (found.part, found.first.words, found.other.words) == ("cells of tables", "LeadPo", "Lead")


def test_a_value_in_the_empty_cell_beside_its_own_is_a_difference() -> None:
    assert pair(in_word("", "7"), page(PAGE("<td><td>7"))).same
    [found] = pair(in_word("", "7"), page(PAGE("<td>7<td>"))).differences
    assert (found.first.words, found.other.words) == ("Ashby | (empty) | 7", "Ashby | 7 | (empty)")


def test_the_cells_of_a_tagged_pdf_are_compared() -> None:
    for cells, same in ((("", "7"), True), (("7", ""), False)):
        said = ["Town", "May", "June", "Ashby", *cells, "Bray", "5", "6"]
        content = marked("P", 0, at(760, TEXT))
        content += "".join(marked("TD", n, at(700 - n, one)) for n, one in enumerate(said, 1) if one)
        rows = ([element("TD", str(n) if said[n - 1] else "") for n in (at, at + 1, at + 2)] for at in (1, 4, 7))
        table = element("Table", " ".join(element("TR", " ".join(row)) for row in rows))
        assert pair(in_word("", "7"), pdf.read("b.pdf", pdf_file([content], element("P", "0") + table))).same is same


MERGED = {
    "a cell over two rows": PAGE("<td rowspan=2>7<td>"),
    "a cell over two columns": PAGE("<td colspan=2>7"),
    "more cells": PAGE("<td>7<td><td><td>").replace("<td>6", "<td><td>6"),
}


@pytest.mark.parametrize("name", MERGED)
def test_a_table_that_is_laid_out_in_another_way_is_different_or_named(name: str) -> None:
    found = pair(in_word("7", ""), page(MERGED[name]))
    assert not found.same or found.but_for


LABELLED = "<table><thead><tr><th>Town<th>Target<tbody><tr><th>Ashby<td data-label='{}'>7</table>".format


@pytest.mark.parametrize(
    ("label", "same"), [("Target: ", True), ("Town: ", False), ("Target: -", False), ("Target 9: ", False)]
)
def test_the_label_of_a_card_is_the_head_of_its_column(label: str, same: bool) -> None:
    assert pair(page(LABELLED("")), page(LABELLED(label))).same is same


def test_words_where_a_table_is_too_wide_are_named_unless_they_are_the_usual_ones() -> None:
    table = "<table data-more='{}'><tr><td>7</table>".format
    assert page(table("Scroll sideways to see more columns")).but_for == ()
    assert page(table("Crime rose")).but_for == ('the words "Crime rose", shown where a table is too wide',)


STRUCK = {
    "s": page("<p>It fell <s>by 11%</s></p>"),
    "strike": page("<p>It fell <strike>by 11%</strike></p>"),
    "a style": page("<p>It fell <span style='text-decoration: line-through'>by 11%</span></p>"),
    "Word": paper(p("It fell ", r("by 11%", "<w:strike/>"))),
    "Word, twice": paper(p("It fell ", r("by 11%", "<w:dstrike/>"))),
}


@pytest.mark.parametrize("name", STRUCK)
def test_words_that_are_struck_through_in_one_file_only_are_named(name: str) -> None:
    plain, struck = paper(p("It fell by 11%")), STRUCK[name]
    assert pair(plain, struck).but_for == (f"2 words that are struck through in {struck.file}",)
    assert pair(STRUCK["s"], struck).but_for == ()


CHANGED = {
    "a sign that turns figures round": ("<p>\u202e407\u202c</p>", "407"),
    "an element that does": ("<p><bdo dir=rtl>407</bdo></p>", "407"),
    "a style that does": ("<p><span style='unicode-bidi:bidi-override;direction:rtl'>407</span></p>", "407"),
    "words that are not seen": ("<p style='opacity: 0'>407</p>", "407"),
    "capitals": ("<p style='text-transform: uppercase'>Rose</p>", "Rose"),
    "a quotation": ("<p><q>Rose</q></p>", "Rose"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED)
def test_words_that_look_otherwise_are_a_difference(name: str) -> None:
    markup, words = CHANGED[name]
    assert not pair(paper(p(words)), page(markup)).same


def test_figures_that_word_turns_round_are_a_difference() -> None:
    assert not pair(paper(p("407")), paper(p(f'<w:bdo w:val="rtl">{r("407")}</w:bdo>'))).same
    assert pair(paper(p("407")), paper(p(f'<w:bdo w:val="ltr">{r("407")}</w:bdo>'))).same


def test_the_number_of_a_note_is_that_of_its_mark() -> None:
    notes = "<p>a<a role=doc-noteref href=#n>1</a></p><section role=doc-endnotes><ol><li id=n value={}>b</ol></section>"
    assert pair(page(notes.format(1)), page(notes.format(8))).differences[0].other.words == "8."


MOVED = "to Safer offenders", "Safer to offenders"


def test_words_of_a_description_that_changed_places_are_shown_once() -> None:
    one, other = (page(f"<img src=a alt='{TEXT} {moved}'>") for moved in MOVED)
    [found] = pair(one, other).differences
    assert (found.first.words, found.other.words) == ("to Safer", "Safer to")


def test_a_word_of_a_header_row_that_is_printed_again_is_missed_nowhere() -> None:
    row = f"/Artifact BMC\n{at(400, 'Thefts')}EMC\n"
    trees = element("P", "0") + element("Table", element("TR", element("TH", "1")))
    files = [
        pdf.read(f"{n}.pdf", pdf_file([marked("P", 0, at(760, said)) + marked("TH", 1, at(700, "Thefts")), row], trees))
        for n, said in enumerate((TEXT, f"{TEXT} Thefts"))
    ]
    assert [pair(*files).same, pair(*reversed(files)).same] == [False, False]


def test_a_file_inside_a_word_file_is_named() -> None:
    assert paper('<w:altChunk r:id="r9"/>').but_for == ("a file inside the file (altChunk)",)


NAVIGATION = {
    "headings and usual words": ("<nav><h2>Contents</h2><a href=#a>Aims</a> <a href=b>Next: Aims</a></nav>", True, 0),
    "another entry": ("<nav><a href=#a>Crime rose</a></nav>", True, 1),
    "words outside its links": ("<nav>Crime rose <a href=#a>Aims</a></nav>", False, 0),
}


@pytest.mark.parametrize("name", NAVIGATION)
def test_navigation_says_what_the_page_says_or_is_named_or_read(name: str) -> None:
    markup, same, named = NAVIGATION[name]
    pages = (f"<html>{nav}<main><h2>Aims</h2><p>{TEXT}</p></main></html>" for nav in ("", markup))
    one, other = (html.read("a", content.encode()) for content in pages)
    assert (pair(one, other).same, len(other.but_for)) == (same, named)


@pytest.mark.parametrize(
    ("line", "named"),
    [("The Council Page 1 of 9", 0), ("The Council A paper 3", 0), ("Rejected by Cabinet", 1), ("3", 0)],
)
def test_lines_on_many_pages_that_say_something_are_named(line: str, named: int) -> None:
    assert len([*repeated([line, line], Known(["The Council"], ["A paper"]))]) == named


def test_what_is_on_each_page_of_a_pdf_is_named() -> None:
    artifact = f"/Artifact BMC\n{at(780, 'Rejected by Cabinet')}EMC\n"
    pages = [marked("P", n, at(700, f"{TEXT} {n}")) + artifact for n in range(1)] + [artifact] * 2
    found = pdf.read("b.pdf", pdf_file(pages, element("P", "0")))
    assert pair(paper(p("0")), found).but_for == ('the head or foot "Rejected by Cabinet" (b.pdf)',)


def chart(**more: str) -> Charted:
    said = "Thefts: May, 18; June, 27."
    return Charted(said, "page 1", (("", "May", "June"), ("Thefts", "18", "27")), **more)  # type: ignore[arg-type]


PRINTED = {"a name": ("Thefts", []), "other words": ("Killed 77", ["killed", "77"]), "a format": ("£ m", ["£", "m"])}


@pytest.mark.parametrize("name", PRINTED)
def test_what_a_chart_prints_besides_its_data_is_said_in_the_other_file(name: str) -> None:
    text, unsaid = PRINTED[name]
    assert [*stated.unsaid(chart(printed=text), Charted("", "", drawn=("May June",)))] == unsaid


def test_numbers_of_a_chart_are_those_that_its_description_states() -> None:
    drawn = Charted("Thefts: May, 18; June, 27.", "page 1", drawn=("May June",))
    wrong = Charted(drawn.description, "page 1", (("", "May", "June"), ("Thefts", "18", "72")))
    for data, same in ((chart(), True), (wrong, False)):
        files = (Reading(kind, kind, (), (), (), charts=(one,)) for kind, one in (("Word", data), ("PDF", drawn)))
        assert pair(*files).same is same


@pytest.mark.parametrize(
    ("code", "shown"),
    [("General", ""), ("#,##0.0", ""), ('0"%"', "%"), ("0%", "%"), ('"£"#,##0"m"', "£ m"), ("[$£-809]#,##0", "£"),
     ("#,##0,", "in thousands"), (r"0\k", "k"), ('#,##0;"−"#,##0', "")],
)  # fmt: skip
def test_what_a_format_prints(code: str, shown: str) -> None:
    assert printed(code) == shown


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e999999999", pytest.param("9" * 400, id="endless"), "eleven"])
def test_what_is_not_a_number_of_a_chart_is_refused(value: str) -> None:
    points = f"<c:ptCount val='1'/><c:pt idx='0'><c:v>{value}</c:v></c:pt>"
    drawing = f"<c:ser><c:val><c:numCache>{points}</c:numCache></c:val></c:ser>"
    with pytest.raises(CspDocsError, match="where a number should be"):
        word_chart(drawing)


def word_chart(content: str) -> Reading:
    drawing = '<w:r><w:drawing><wp:docPr descr="Thefts"/><c:chart r:id="rchart"/></w:drawing></w:r>'
    parts = parts_of(word_file(p(TEXT, drawing)))
    parts["word/chart.xml"] = f'<c:chartSpace xmlns:c="http://c">{content}</c:chartSpace>'.encode()
    parts["word/_rels/document.xml.rels"] = relationships({"chart": "chart.xml"}).encode()
    return word.read("a.docx", zipped(parts))
