"""The words of Word files that other programs write: what Word prints is read, also where it is not in the text."""

from __future__ import annotations

from string import ascii_uppercase

import pytest

from csp_docs.comparing import word
from csp_docs.comparing.reading import Reading
from tests.comparing.word_sample import field, levels, lists, p, r, word_file

DRAWING = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A map"/>{}</wp:inline></w:drawing></w:r>'
GRAPHIC = "<a:graphic><a:graphicData>{}</a:graphicData></a:graphic>"
BOX = "<wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp>"


def read(body: str, **parts: str) -> Reading:
    return word.read("a.docx", word_file(body, strict=False, **parts))


def words(body: str, **parts: str) -> list[str]:
    return [" ".join(piece.text.split()) for piece in read(body, **parts).text]


def test_only_what_is_printed_is_read() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>'
    inserted = '<w:ins w:id="2"><w:r><w:t>new</w:t></w:r></w:ins>'
    body = p("It is ", deleted, inserted, r(" hidden", "<w:vanish/>"), r(" seen", '<w:vanish w:val="0"/>'))
    found = read(body)
    assert [piece.text for piece in found.text] == ["It is new seen"]
    assert {what for what, count in found.left_out if count} == {
        "tracked deletions", "hidden words", "marks of tracked insertions, of which the words are compared",
    }  # fmt: skip


INLINE = {
    "a no-break hyphen": ("<w:r><w:t>re</w:t><w:noBreakHyphen/><w:t>use</w:t></w:r>", "re-use"),
    "a soft hyphen": ("<w:r><w:t>re</w:t><w:softHyphen/><w:t>use</w:t></w:r>", "reuse"),
    "a tab and a line break": ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a b c"),
    "a link": ('<w:hyperlink w:anchor="x"><w:r><w:t>here</w:t></w:r></w:hyperlink>', "here"),
    "a content control": ("<w:sdt><w:sdtContent><w:r><w:t>kept</w:t></w:r></w:sdtContent></w:sdt>", "kept"),
    "the result of a field": (field("REF x", "Section 3"), "Section 3"),
    "a field in the code of a field": (
        field("IF", "Yes").replace("<w:r><w:instrText>IF", f"{field('REF x', '3')}<w:r><w:instrText>IF"),
        "Yes",
    ),
    "a simple field": ('<w:fldSimple w:instr="REF x"><w:r><w:t>4</w:t></w:r></w:fldSimple>', "4"),
    "capitals, which are printed": (
        r("Safer", "<w:caps/>") + r(" streets", "<w:smallCaps/>") + r(" a"),
        "SAFER STREETS a",
    ),
    "a raised figure": (r("10") + r("2", '<w:vertAlign w:val="superscript"/>') + r("."), "10 2 ."),
    "a number of a page": (f"{r('p')}{field('PAGE', '7')}", "p"),
    "a choice of drawings, once": (
        "<w:r><mc:AlternateContent><mc:Choice><w:t>one</w:t></mc:Choice>"
        "<mc:Fallback><w:t>two</w:t></mc:Fallback></mc:AlternateContent></w:r>",
        "one",
    ),
}


@pytest.mark.parametrize("name", INLINE)
def test_words_in_a_line(name: str) -> None:
    markup, expected = INLINE[name]
    assert words(p(markup)) == [expected]


NUMBERS = {
    "figures, letters and Roman figures of three levels": (
        levels(("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "%3)")),
        (0, 1, 1, 2, 2, 1, 0, 1),
        ["1.", "(a)", "(b)", "i)", "ii)", "(c)", "2.", "(a)"],
    ),
    "numbers of the levels above": (
        levels(("decimal", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3")),
        (0, 1, 2, 2, 1, 0, 1),
        ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1"],
    ),
    "a level above that has not been counted": (
        levels(("decimal", "%1"), ("decimal", "%1.%2")), (1, 1), ["1.1", "1.2"],
    ),
    "a level that goes on after the one above": (
        levels(("decimal", "%1."), ("decimal", "%2)"), extra='<w:lvlRestart w:val="0"/>'),
        (0, 1, 0, 1),
        ["1.", "1)", "2.", "2)"],
    ),
    "figures in the place of letters": (
        levels(("upperLetter", "%1"), ("decimal", "%1.%2"), extra="<w:isLgl/>"), (0, 1, 1), ["1", "1.1", "1.2"],
    ),
    "after z": (
        levels(("upperLetter", "%1.")), (0,) * 28, [*(f"{letter}." for letter in ascii_uppercase), "AA.", "BB."],
    ),
    "bullets and words": (levels(("bullet", "\uf0b7"), ("none", "Aim")), (0, 1), ["", "Aim"]),
    "figures with zeros, and ordinals": (
        levels(("decimalZero", "%1"), ("ordinal", "%2")), (0, 1, 1), ["01", "1st", "2nd"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NUMBERS)
def test_the_numbers_of_lists_are_counted_as_word_counts(name: str) -> None:
    abstract, depths, expected = NUMBERS[name]
    body = "".join(p("x", num=(1, depth)) for depth in depths)
    assert words(body, numbering=lists(abstract)) == [f"{number} x".strip() for number in expected]


def test_a_list_that_starts_again_has_its_own_start() -> None:
    again = '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'  # fmt: skip # noqa: E501
    goes_on = '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    numbering = lists(levels(("decimal", "%1.")), nums=again + goes_on)
    body = "".join(p("x", num=(number, 0)) for number in (1, 1, 2, 2, 3))
    assert words(body, numbering=numbering) == ["1. x", "2. x", "5. x", "6. x", "7. x"]


def test_a_style_gives_its_paragraphs_their_numbers() -> None:
    numbered = '<w:style w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'  # fmt: skip # noqa: E501
    child = '<w:style w:styleId="C"><w:name w:val="child"/><w:basedOn w:val="H"/></w:style>'
    found = read(
        p("One", style="H") + p("Two", style="C") + p("Three", style="H", num=(0, 0)) + p("text"),
        styles=numbered + child, numbering=lists(levels(("decimal", "%1"))),
    )  # fmt: skip
    assert [piece.text for piece in found.text] == ["1 One", "2 Two", "Three", "text"]
    assert found.text[-1].place == 'paragraph 1, below "Three"'


def test_styles_hide_words_and_print_capitals() -> None:
    styles = (
        '<w:style w:styleId="C"><w:rPr><w:caps/></w:rPr></w:style>'
        '<w:style w:styleId="D"><w:basedOn w:val="C"/></w:style>'
        '<w:style w:styleId="V"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    hidden = r("gone", '<w:rStyle w:val="V"/>')
    assert words(p("One ", hidden, r("two", '<w:caps w:val="0"/>'), style="D"), styles=styles) == ["ONE two"]


def test_notes_come_after_the_text_in_the_order_of_their_marks() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{at}"><w:p><w:r><w:footnoteRef/></w:r>{r(text)}</w:p></w:footnote>'
        for at, text in ((3, " First"), (2, " Second"))
    )
    found = read(p("In 2013", mark.format(3), " and", mark.format(2)), footnotes=notes)
    assert [piece.text.split() for piece in found.text] == [["In", "2013", "1", "and", "2"]]
    assert [(piece.text, piece.place) for piece in found.notes] == [("First", "note 1"), ("Second", "note 2")]


def test_cells_have_places_and_a_table_in_a_cell_its_own() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"

    found = read(table((p("a"), p("b")), (table((p("c"),)) + p(), p("d"))))
    assert [(piece.text, piece.place) for piece in found.text] == [
        ("a", "table 1, row 1, cell 1"),
        ("b", "table 1, row 1, cell 2"),
        ("c", "table 1, row 2, cell 1, table 2, row 1, cell 1"),
        ("d", "table 1, row 2, cell 2"),
    ]


def test_contents_are_read_without_their_page_numbers() -> None:
    toc = '<w:style w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    body = p("1. Aims", "<w:r><w:tab/></w:r>", field("PAGEREF _Toc1", "4"), style="T")
    assert words(body + p("see page ", field("PAGEREF x", "4")), styles=toc) == ["1. Aims", "see page 4"]


def test_text_boxes_are_read_and_drawings_are_described() -> None:
    box = DRAWING.format(GRAPHIC.format(BOX.format(p("In a box"))))
    group = DRAWING.format(GRAPHIC.format(f"<wpg:wgp>{BOX.format(p('drawn'))}</wpg:wgp>"))
    chart = DRAWING.format(GRAPHIC.format("<c:chart/>"))
    found = read(p("Before", box) + p(group) + p(chart))
    assert [piece.text for piece in found.text] == ["Before", "In a box"]
    assert [piece.text for piece in found.descriptions] == ["A map"] * 3
    assert dict(found.left_out)["words in drawings and charts, unless both files are of one format"] == 1
    assert [piece.text.strip() for piece in found.drawn] == ["drawn"]


def test_strict_files_are_read_as_transitional_ones() -> None:
    strict = word_file(p("a", num=(1, 0)), strict=True, numbering=lists(levels(("decimal", "%1."))))
    assert [piece.text for piece in word.read("a.docx", strict).text] == ["1. a"]


def test_the_place_of_a_heading_has_its_words() -> None:
    style = '<w:style w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    heading = '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Aims</w:t></w:r></w:p>'
    found = word.read("a.docx", word_file(heading, styles=style))
    assert [piece.place for piece in found.text] == ['heading "Aims"']


def part(name: str, *inside: str) -> str:
    each = (one if one.startswith("<") else f"<m:r><m:t>{one}</m:t></m:r>" for one in inside)
    return f"<m:{name}>{''.join(each)}</m:{name}>"


FORMULAS = {
    "in a line": ("12",),
    "a fraction": (part("f", part("num", "1"), part("den", "2")),),
    "a fraction the other way": (part("f", part("num", "2"), part("den", "1")),),
    "a power": (part("sSup", part("e", "1"), part("sup", "22")),),
    "another power": (part("sSup", part("e", "12"), part("sup", "2")),),
    "an index and a power": (part("sSubSup", part("e", "1"), part("sub", "2"), part("sup", "3")),),
    "a root": (part("rad", part("e", "12")),),
    "another root": (part("rad", part("deg", "3"), part("e", "12")),),
    "brackets": (part("d", part("e", "12")),),
    "other brackets": (part("d", '<m:dPr><m:begChr m:val="["/></m:dPr>', part("e", "12")),),
    "two in brackets": (part("d", part("e", "1"), part("e", "2")),),
    "a sum": (part("nary", '<m:naryPr><m:chr m:val="∑"/></m:naryPr>', part("sub", "1"), part("e", "2")),),
    "an integral": (part("nary", part("sub", "1"), part("e", "2")),),
    "a root in a fraction": (part("f", part("num", part("rad", part("e", "1"))), part("den", "2")),),
}


def test_formulas_with_the_same_letters_in_other_places_are_not_the_same() -> None:
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    found = [words(p("x", f"<m:oMath {math}>{part('x', *one)}</m:oMath>")) for one in FORMULAS.values()]
    assert len(set(map(str, found))) == len(FORMULAS)
    assert all(" ".join(one).count("1") for one in found)
