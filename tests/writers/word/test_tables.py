"""Tables as Word and its readers see them."""

from io import BytesIO

import pdfplumber
import pytest
from attrs import evolve

from csp_docs.blocks import Align, Block, Fact, FactRow, Facts, HeaderCell, Paragraph, RowGroup
from csp_docs.theme.theme import Theme
from tests.docx_file import WordFile, find_all, strings, text
from tests.printing import render_docx, render_pdf
from tests.sample import COVER, TABLE, document, p, t
from tests.writers.pdf.making import table


def _opened(*blocks: Block) -> WordFile:
    return WordFile(render_docx(evolve(document(), blocks=blocks), Theme()))


def test_header_rows_are_repeated_on_each_page() -> None:
    rows = find_all(_opened(TABLE).body, "//w:tr[w:trPr/w:tblHeader]")
    assert [text(row) for row in rows] == ["Recorded crime", "Area2012/132013/14"]


def test_special_rows_and_columns_are_marked() -> None:
    [look] = find_all(_opened(TABLE).body, "//w:tblLook")
    assert [strings(look, f"@w:{name}") for name in ("firstRow", "lastRow", "firstColumn")] == [["1"]] * 3


def test_a_cover_sheet_has_a_header_column_and_a_summary() -> None:
    word_file = _opened(COVER)
    assert strings(word_file.body, "//w:tblLook/@w:firstColumn") == ["1"]
    assert strings(word_file.body, "//w:tblLook/@w:firstRow") == ["0"]
    assert strings(word_file.body, "//w:tblDescription/@w:val") == ["Cover sheet of the report"]


def test_tables_are_as_wide_as_the_text() -> None:
    assert strings(_opened(COVER).body, "//w:tblW/@w:w") == [str(round(Theme().page.text_width * 20))]


@pytest.mark.parametrize("columns", [2, 5, 6, 8, 9, 12])
def test_the_style_of_a_table_says_how_close_its_columns_are(columns: int) -> None:
    """The PDF has the same padding: words begin as far from the left margin as in Word."""
    shown = table(1, columns, cell="ab")
    word_file = _opened(shown)
    [name] = strings(word_file.body, "//w:tbl/w:tblPr/w:tblStyle/@w:val")
    [padding] = strings(word_file.styles[name], "w:tblPr/w:tblCellMar/w:left/@w:w")
    with pdfplumber.open(BytesIO(render_pdf(evolve(document(), blocks=(shown,)), Theme()))) as pdf:
        first = min(char["x0"] for char in pdf.pages[0].chars if char["text"] == "a")
    assert first - Theme().page.left == pytest.approx(int(padding) / 20, abs=0.1)


def test_the_more_columns_the_closer_and_each_style_inherits_from_the_one_before() -> None:
    word_file = _opened(*(table(1, columns) for columns in (5, 6, 9)))
    names = strings(word_file.body, "//w:tbl/w:tblPr/w:tblStyle/@w:val")
    left, right = (
        [int(strings(word_file.styles[name], f"w:tblPr/w:tblCellMar/w:{side}/@w:w")[0]) for name in names]
        for side in ("left", "right")
    )
    assert len(set(left)) == 1
    assert right == sorted(set(right), reverse=True)
    assert [strings(word_file.styles[name], "w:basedOn/@w:val") for name in names[1:]] == [[one] for one in names[:-1]]


@pytest.mark.parametrize("columns", [2, 5, 6, 8, 9, 12])
def test_words_are_as_far_from_the_right_edge_of_a_table_as_from_the_left(columns: int) -> None:
    """So tables one above the other are aligned, whatever the number of their columns is."""
    word_file = _opened(evolve(table(1, columns), totals=()))
    [style] = strings(word_file.body, "//w:tbl/w:tblPr/w:tblStyle/@w:val")
    margins = {
        side: strings(word_file.styles[style], f"w:tblPr/w:tblCellMar/w:{side}/@w:w") for side in ("left", "right")
    }
    last = strings(word_file.body, "//w:tr/w:tc[last()]/w:tcPr/w:tcMar/w:right/@w:w")
    rows = len(find_all(word_file.body, "//w:tr"))
    assert margins["left"] == [str(20 * Theme().cell_padding[0])]
    assert last == (margins["left"] * rows if margins["right"] != margins["left"] else [])


def test_columns_have_the_widths_and_alignments_given() -> None:
    word_file = _opened(TABLE)
    widths = [int(width) for width in strings(word_file.body, "//w:gridCol/@w:w")]
    assert [round(width / sum(widths), 3) for width in widths] == [0.5, 0.25, 0.25]
    cells = find_all(word_file.body, "//w:tr[4]/w:tc/w:p")
    assert [word_file.said(cell, "jc") for cell in cells] == [None, "right", "right"]
    assert strings(word_file.body, "//w:tr[4]/w:tc/w:p/w:pPr/w:pStyle/@w:val")[1:] == ["TableFigure"] * 2


def test_a_long_row_may_go_on_to_the_next_page_and_a_short_one_may_not() -> None:
    facts = Facts(
        (FactRow((Fact(t("Short"), (p("words"),)),)), FactRow((Fact(t("Long"), (p("word " * 600),)),))), "Two"
    )
    assert [len(find_all(row, "w:trPr/w:cantSplit")) for row in find_all(_opened(facts).body, "//w:tr")] == [1, 0]


def test_a_caption_stands_above_its_table_and_stays_with_it() -> None:
    caption = _opened(TABLE).paragraphs()[0]
    assert text(caption) == "Table\u00a01: Recorded crime by area"
    following = caption.getnext()
    assert following is not None
    assert following.tag.endswith("}tbl")
    assert strings(caption, "w:pPr/w:pStyle/@w:val") == ["Caption"]


def test_what_follows_a_table_keeps_off_it() -> None:
    theme = Theme()
    space = str(round(theme.below_table * 20))
    word_file = _opened(COVER, Paragraph(t("after")))
    assert word_file.said(word_file.paragraphs()[-1], "spacing", "before") == space


def test_a_group_title_stands_over_all_columns() -> None:
    plain = evolve(TABLE, groups=(RowGroup(TABLE.groups[0].rows, t("Towns")),), totals=())
    [title] = find_all(_opened(plain).body, "//w:tc[.//w:t='Towns']")
    assert strings(title, "w:tcPr/w:gridSpan/@w:val") == ["3"]


def kept(rows: int, title: str = "") -> list[bool]:
    """Whether each row of a table's body stays on the page of the next."""
    cells = tuple(((p("row"),), (p("1"),), (p("2"),)) for _ in range(rows))
    table = evolve(TABLE, groups=(RowGroup(cells, t(title) if title else ()),), totals=(), notes=(), source=())
    shown = find_all(_opened(table).body, "//w:tr[not(w:trPr/w:tblHeader)]")
    return [bool(find_all(row, ".//w:keepNext")) for row in shown]


def test_the_last_two_rows_of_a_group_stay_together() -> None:
    assert kept(9, "Towns") == [True, *[False] * 7, True, False]


def test_a_small_table_stays_on_one_page() -> None:
    assert kept(8) == [*[True] * 7, False]
    assert kept(9) == [True, *[False] * 8]


def test_a_table_is_named_by_its_caption_or_its_columns() -> None:
    word_file = _opened(TABLE, evolve(TABLE, caption=None, id=""))
    names = ["Table\u00a01: Recorded crime by area", "Area, 2012/13, 2013/14"]
    assert strings(word_file.body, "//w:tblCaption/@w:val") == names


@pytest.mark.parametrize("span", [1, 2])
def test_the_rule_below_a_header_over_others_is_as_wide_as_its_words_may_be(span: int) -> None:
    """So there is a gap between neighbours, as in the PDF: the rule is that of the paragraph, not of the cell."""
    columns, theme = 2 * span, Theme()
    head = tuple(HeaderCell(t(name), span) for name in ("Years", "Rates")), (HeaderCell(t("Here")),) * columns
    rows = RowGroup((((p("1"),),) * columns,))
    shown = evolve(TABLE, head=head, groups=(rows,), totals=(), row_headers=False)
    shown = evolve(shown, aligns=(Align.LEFT,) * columns, widths=(1 / columns,) * columns)
    word_file = _opened(shown)
    assert strings(word_file.body, "//w:tr[1]/w:tc/w:tcPr/w:tcBorders/w:bottom/@w:val") == ["nil"] * 2
    for paragraph in find_all(word_file.body, "//w:tr[1]/w:tc/w:p"):
        distance, after = (
            word_file.said(paragraph, "pBdr/w:bottom", "space"),
            word_file.said(paragraph, "spacing", "after"),
        )
        assert int(distance or 0) + int(after or 0) / 20 == theme.cell.after
