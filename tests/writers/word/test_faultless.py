"""Judges of Word files find no fault: schemas, openxml-audit, our own lint."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from attrs import evolve

from csp_docs.blocks import Callout, Document, Figure, Grid, GridCell, Landscape, List, PageBreak, Quote
from csp_docs.theme.theme import Theme
from tests import lint_docx, plan_sample
from tests.chart_sample import EVERY_KIND, LIMITS, LINE, PIE, figure
from tests.figure_sample import (
    DECORATION,
    FRAME,
    GRID,
    NUMBERED_PARAGRAPHS,
    OWED,
    SIGNATURE,
    STEPS,
    TREE,
    figures_document,
)
from tests.map_sample import composed
from tests.printing import render_docx
from tests.sample import COVER, TABLE, document
from tests.writers.word.plans import nested, odd_places
from tests.writers.word.reports import HOUSE_STYLES, report

EMPTY = evolve(document(), blocks=())
TOUCHING = evolve(document(), blocks=(COVER, TABLE, COVER, PageBreak(), COVER, Callout((evolve(TABLE, id=""),)), COVER))
UNNAMED = evolve(FRAME, caption=None, id="")
ODD_PLACES = figures_document(
    UNNAMED,
    UNNAMED,
    GRID,
    evolve(TABLE, id=""),
    GRID,
    Callout((DECORATION, UNNAMED)),
    Quote((GRID, List(((TREE,), (UNNAMED,), (SIGNATURE,)))), (OWED,)),
    Grid((GridCell((GRID, UNNAMED), (OWED,)), GridCell((Quote((UNNAMED,)), Callout((TREE,)))))),
    Landscape((STEPS, GRID, evolve(FRAME, source=(OWED,)))),
    evolve(SIGNATURE, portrait=Figure(FRAME.content)),
    Landscape((figure(LINE, "Wide"), Grid((GridCell((figure(PIE, "Narrow"),)),)))),
    Callout((figure(LINE, "In a box"),)),
    PageBreak(),
    UNNAMED,
)
REPORTS = {name: report(style) for name, style in HOUSE_STYLES.items()}
DOCUMENTS = {
    "sample": document(),
    "empty": EMPTY,
    "touching": TOUCHING,
    "plan": plan_sample.document(),
    "nested": nested(),
    "pages in odd places": odd_places(),
    "figures": figures_document(),
    "figures beside numbers": figures_document(numbering=NUMBERED_PARAGRAPHS),
    "figures in odd places": ODD_PLACES,
    "map": composed()[0],
    "charts": figures_document(*EVERY_KIND.values()),
    "charts at their limits": figures_document(*(figure(chart, name) for name, chart in LIMITS.items())),
    **REPORTS,
}


@pytest.fixture(params=DOCUMENTS, name="given")
def given_fixture(request: pytest.FixtureRequest) -> Document:
    return DOCUMENTS[request.param]


def test_own_lint(given: Document) -> None:
    assert lint_docx.faults(render_docx(given, Theme())) == []


def test_openxml_audit(given: Document, tmp_path: Path, openxml_audit: Callable[[Path], list[str]]) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(render_docx(given, Theme()))
    assert openxml_audit(path) == []


def test_schemas_of_ecma_376(tmp_path: Path, ooxml_schemas: Callable[[Sequence[Path]], list[str]]) -> None:
    paths = [tmp_path / f"{place}.docx" for place in range(len(DOCUMENTS))]
    for path, given in zip(paths, DOCUMENTS.values(), strict=True):
        path.write_bytes(render_docx(given, Theme()))
    assert ooxml_schemas(paths) == []
