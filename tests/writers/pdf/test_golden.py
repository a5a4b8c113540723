"""Where everything is on the pages of the samples, written out: what changes in it is seen and agreed to."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pdfplumber
import pytest
from pdfplumber.page import Page
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs.blocks import Document
from csp_docs.theme.theme import Theme
from tests import chart_sample, figure_sample, plan_sample, sample
from tests.printing import render_pdf

SAMPLES: dict[str, Callable[[], Document]] = {
    "report": sample.document,
    "plan": plan_sample.document,
    "figures": figure_sample.figures_document,
    "charts": lambda: figure_sample.figures_document(*chart_sample.EVERY_KIND.values()),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_places_on_the_pages_of_a_sample(name: str, file_regression: FileRegressionFixture) -> None:
    with pdfplumber.open(io.BytesIO(render_pdf(SAMPLES[name](), Theme()))) as pdf:
        lines = [line for page in pdf.pages for line in _page(page)]
    file_regression.check("\n".join(lines) + "\n", encoding="utf-8")


def _page(page: Page) -> Iterator[str]:
    yield f"page {page.page_number}: {_points(page.width, page.height)}"
    for word in page.extract_words(keep_blank_chars=True, extra_attrs=["fontname", "size", "non_stroking_color"]):
        font = word["fontname"].partition("+")[2]
        look = f"{font} {_points(word['size'])} {_colour(word['non_stroking_color'])}"
        yield f"  {_points(word['x0'], word['bottom'], word['x1'])} {look}: {word['text']}"
    for kind in ("rects", "lines", "curves", "images"):
        yield from (f"  {kind[:-1]} {_shape(thing)}" for thing in getattr(page, kind))
    for link in page.annots:
        yield f"  link {_points(link['x0'], link['top'], link['x1'], link['bottom'])} {link['uri'] or ''}".rstrip()


def _shape(thing: dict[str, Any]) -> str:
    places = _points(thing["x0"], thing["top"], thing["x1"], thing["bottom"])
    painted = [f"filled {_colour(thing['non_stroking_color'])}"] if thing.get("fill") else []
    if thing.get("stroke"):
        painted.append(f"drawn {_colour(thing['stroking_color'])} {_points(thing['linewidth'])}")
    return " ".join([places, *painted])


def _points(*values: float) -> str:
    return " ".join(f"{value:.1f}" for value in values)


def _colour(parts: Any) -> str:
    return "-".join(f"{part:.2g}" for part in parts or ())
