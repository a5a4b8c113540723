"""Heads of many lines: what a PDF says is a head is one, also where it goes far down the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from csp_docs import compare, save
from csp_docs.comparing.pdf.lines import Line
from csp_docs.comparing.pdf.outside import add_outside
from csp_docs.comparing.pdf.painted import Painted
from csp_docs.comparing.reading import Pieces
from csp_docs.model import Access, Appendix, Section
from tests.small import small_report

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
LINES = [
    f"Line {count} of the marking says how to handle it" for count in ("one", "two", "three", "four", "five", "six")
]


def test_a_marking_of_many_lines_is_a_head_and_not_words_outside_the_text(tmp_path: Path) -> None:
    marked = Appendix("A", access=Access([2], marking="\n".join([*LINES, "The last one"])), content=["Its words."])
    report = small_report(access=Access([3], "Names"), appendices=[marked], sections=[Section("S", ["Text."])])
    save(report, tmp_path / "a.docx", tmp_path / "a.pdf")
    assert compare(tmp_path / "a.docx", tmp_path / "a.pdf").same


@pytest.mark.parametrize(
    ("heights", "named"),
    [
        ([790.0], True),
        ([790.0, 772.0, 754.0, 736.0, 718.0, 700.0, 682.0, 664.0], True),
        ([650.0], False),
        ([400.0], False),
        ([15.0, 33.0, 51.0], True),
    ],
)
def test_a_line_that_is_not_near_those_at_the_edge_is_not_a_head(heights: list[float], named: bool) -> None:
    pages = [Painted(height=800.0) for _ in range(3)]
    pages[0].artifacts.lines += (Line(["Rejected"], 10.0, height) for height in heights)
    found = Pieces()
    add_outside(found, pages, set())
    assert bool(found.alone) is named
    assert bool(found.text) is not named
