"""The parts of the samples, written out: what changes in them is seen and agreed to."""

import pytest
from lxml import etree
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs.theme.theme import TextStyle, Theme
from tests import figure_sample, plan_sample, sample
from tests.docx_file import WordFile
from tests.printing import render_docx

LOOK = Theme(
    body=TextStyle(12, 16.5, after=9),
    list_item=TextStyle(12, 16.5, after=4),
    cell=TextStyle(12, 15.5, after=4),
    number_width=42,
    list_indent=12,
    cell_padding=(6, 4.5),
    fact_label=0.3,
)


@pytest.mark.parametrize("part", ["document", "numbering", "footnotes", "header1", "footer1", "styles", "settings"])
def test_part_of_the_sample(part: str, file_regression: FileRegressionFixture) -> None:
    check(render_docx(sample.document(), LOOK), part, file_regression)


@pytest.mark.parametrize("part", ["document", "numbering", "styles"])
def test_part_of_the_plan(part: str, file_regression: FileRegressionFixture) -> None:
    check(render_docx(plan_sample.document(), Theme()), part, file_regression)


@pytest.mark.parametrize("part", ["document", "comments"])
def test_part_of_the_figures(part: str, file_regression: FileRegressionFixture) -> None:
    check(render_docx(figure_sample.figures_document(), Theme()), part, file_regression)


def check(data: bytes, part: str, file_regression: FileRegressionFixture) -> None:
    """Compare a part of a Word file with what is agreed to."""
    root = WordFile(data).root(f"word/{part}.xml")
    etree.indent(root)
    file_regression.check(etree.tostring(root, encoding="unicode") + "\n", extension=".xml", encoding="utf-8")
