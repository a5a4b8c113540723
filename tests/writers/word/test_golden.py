"""The parts of the sample, written out: what changes in them is seen and agreed to."""

import pytest
from lxml import etree
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs.theme.theme import TextStyle, Theme
from tests.docx_file import WordFile
from tests.printing import render_docx
from tests.sample import document

LOOK = Theme(
    body=TextStyle(12, 16.5, after=9),
    list_item=TextStyle(12, 16.5, after=4),
    cell=TextStyle(12, 15.5, after=4),
    number_width=42,
    list_indent=12,
    cell_padding=(6, 4.5),
    fact_label=0.3,
)


@pytest.mark.parametrize("part", ["document", "numbering", "footnotes", "header1", "footer1"])
def test_part_of_the_sample(part: str, file_regression: FileRegressionFixture) -> None:
    root = WordFile(render_docx(document(), LOOK)).root(f"word/{part}.xml")
    etree.indent(root)
    file_regression.check(etree.tostring(root, encoding="unicode") + "\n", extension=".xml", encoding="utf-8")
