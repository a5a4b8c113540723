"""Headers over several columns: a rule below each shows which columns it is over, in every format."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from attrs import evolve

from csp_docs.blocks import Align, HeaderCell, RowGroup, Table
from csp_docs.blocks.tables import headers_over
from csp_docs.theme.theme import Theme
from csp_docs.writers.html import render_html
from tests import sample
from tests.docx_file import WordFile, find_all, strings
from tests.printing import render_docx, render_pdf
from tests.sample import p, t

THEME = Theme()
HEADS = {
    "two groups": ([("", 1), ("Before", 2), ("Now", 2)], [False, True, True]),
    "one group at the end": ([("", 3), ("Now", 2)], [False, True]),
    "over one column": ([("", 4), ("Now", 1)], [False, True]),
    "over all": ([("Recorded crime", 5)], [True]),
}


def table(names: list[tuple[str, int]]) -> Table:
    above = tuple(HeaderCell(t(name) if name else (), span) for name, span in names)
    below = tuple(HeaderCell(t(name)) for name in ("Place", "2022", "2023", "2024", "2025"))
    rows = RowGroup((tuple((p(cell),) for cell in "A1234"),))
    return Table((above, below), (rows,), (Align.LEFT, *[Align.RIGHT] * 4), widths=(0.2,) * 5)


@pytest.mark.parametrize("name", HEADS)
def test_a_rule_shows_what_a_header_is_over(name: str) -> None:
    names, over = HEADS[name]
    given = table(names)
    assert [*headers_over(given.head, 0)] == over
    assert not any(headers_over(given.head, 1))
    document = evolve(sample.document(), blocks=(given,))
    spans = [span for (_, span), is_over in zip(names, over, strict=True) if is_over]
    assert _pdf_rules(render_pdf(document, THEME)) == spans
    first, second, *_ = find_all(WordFile(render_docx(document, THEME)).body, "//w:tr")
    styles = strings(first, "w:tc/w:p/w:pPr/w:pStyle/@w:val")
    assert [style.endswith("OverColumns") for style in styles] == over
    assert strings(second, "w:tc/w:tcPr/w:tcBorders/w:top/@w:val") == ["nil"] * 5
    assert render_html(document, THEME, "").decode().count('over"') == sum(over)


def test_a_header_above_empty_ones_has_no_rule() -> None:
    head = ((HeaderCell(t("Place")), HeaderCell(t("Now"), 2)), (HeaderCell(()), HeaderCell(t("A")), HeaderCell(t("B"))))
    assert headers_over(head, 0) == (False, True)


def _pdf_rules(pdf: bytes) -> list[int]:
    """Return the number of columns above which each rule is that is not as wide as the table, or is shorter by gaps."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        rules = [one["width"] for one in opened.pages[0].rects if one["height"] < 1]
    whole, column = THEME.page.text_width, THEME.page.text_width / 5
    short = [wide for wide in rules if wide < whole - THEME.cell_padding[0]]
    return [round((wide + 2 * THEME.cell_padding[0]) / column) for wide in short]
