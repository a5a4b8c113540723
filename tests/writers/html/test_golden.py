"""A page of a small paper, written out: what changes in it is seen and agreed to."""

from __future__ import annotations

import re

from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs.theme.theme import Theme
from csp_docs.writers.html import render_html
from tests import sample


def test_the_page_of_a_small_paper(file_regression: FileRegressionFixture) -> None:
    page = render_html(sample.document(), Theme(), "").decode()
    without_looks = re.sub("<style>.*</style>|sha256-[^&]*", "", page, flags=re.DOTALL)
    file_regression.check(without_looks, encoding="utf-8", extension=".html")


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_html(sample.document(), Theme(), "") == render_html(sample.document(), Theme(), "")
