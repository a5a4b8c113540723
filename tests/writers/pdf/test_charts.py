"""Charts in the PDF: heard by their alternative text, seen as vectors in the colours of the theme."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from csp_docs.blocks import Callout, Chart, ChartKind, Figure, Grid, GridCell, List
from csp_docs.drawing.palette import looks
from csp_docs.errors import Origin, RenderError
from csp_docs.typesetting.sizes import figure_size
from tests.chart_sample import COLUMN, EVERY_KIND, LIMITS, LINE, PIE
from tests.judges.verapdf import faults
from tests.sample import p
from tests.writers.pdf.making import THEME, lines, read, render
from tests.writers.pdf.test_links import opened
from tests.writers.pdf.things import painted, rgb

PAGE = THEME.page
CHARTS = {**{kind.value: figure.content for kind, figure in EVERY_KIND.items()}, **LIMITS}
CHARTS = {name: chart for name, chart in CHARTS.items() if "🚓" not in str(chart)}


def sized(figure: Figure) -> Figure:
    return evolve(figure, size=figure_size(figure, THEME))


def shown(chart: Chart, **changes: Any) -> Figure:
    return sized(evolve(Figure(chart, "Crime by district"), **changes))


@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_is_one_figure_with_alternative_text_and_words_inside(kind: ChartKind) -> None:
    [group] = read(sized(EVERY_KIND[kind])).root.all("Div")
    [figure] = group.all("Figure")
    assert figure.attributes["Alt"] == "A chart"
    chart = CHARTS[kind.value]
    assert isinstance(chart, Chart)
    assert chart.categories[0] in figure.text()
    assert [tag.name for tag in group.all("Caption", "P")] == ["Caption", "P"]


@pytest.mark.parametrize("name", CHARTS)
def test_all_words_stand_between_the_margins(name: str) -> None:
    chart = CHARTS[name]
    assert isinstance(chart, Chart)
    letters = [char for char in painted("char", shown(chart)) if char["text"] != " "]
    assert min(char["x0"] for char in letters) >= PAGE.left - 0.1
    assert max(char["x1"] for char in letters) <= PAGE.width - PAGE.right + 0.1


def test_a_figure_of_a_chart_says_where_it_stands() -> None:
    figure = shown(COLUMN)
    pdf = opened(render(figure))
    left, bottom, right, top = (float(value) for value in pdf.Root.StructTreeRoot.K.K[0].A.BBox)
    assert (right - left, top - bottom) == pytest.approx(figure.size, abs=0.02)
    letters = painted("char", figure)
    assert all(left - 0.1 <= char["x0"] and char["x1"] <= right + 4 for char in letters)


def test_columns_have_the_colours_of_their_series() -> None:
    found = {
        shape["non_stroking_color"] for shape in [*painted("rect", shown(COLUMN)), *painted("curve", shown(COLUMN))]
    }
    for look in looks(COLUMN):
        assert any(colour == pytest.approx(rgb(THEME.colour(look.colour)), abs=1e-3) for colour in found)


def test_dashes_end_with_the_line_that_has_them() -> None:
    stroked = [line for line in painted("line", shown(LINE), p("after")) if line["stroke"]]
    grid = [line for line in stroked if line["stroking_color"] == pytest.approx(rgb(THEME.colours.grid), abs=1e-3)]
    assert grid
    assert all(not line["dash"] or not line["dash"][0] for line in grid)


def test_a_chart_in_a_narrow_place_shrinks() -> None:
    cells = Grid((GridCell((shown(COLUMN),)), GridCell((shown(PIE),))))
    for block in (Callout((List(((shown(COLUMN),),)),)), cells):
        letters = painted("char", block)
        assert max(char["x1"] for char in letters) <= PAGE.width - PAGE.right + 0.1


def test_a_chart_and_its_caption_stay_on_one_page() -> None:
    for above in (20, 26, 32, 38):
        [group] = read(lines("filler", above), sized(EVERY_KIND[ChartKind.COLUMN])).root.all("Div")
        assert len(group.pages) == 1


def test_a_sign_in_a_chart_that_the_font_lacks_is_told_with_its_place() -> None:
    place = Origin("plan.yaml", 7, 3)
    with pytest.raises(RenderError) as error:
        render(shown(evolve(PIE, categories=("\u4e2d", "B", "C", "D")), origin=place))
    assert [problem.origin for problem in error.value.problems] == [place]


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert render(shown(LINE)) == render(shown(LINE))


@pytest.mark.needs("java")
def test_no_judge_finds_fault_with_charts(tmp_path: Path) -> None:
    file = tmp_path / "charts.pdf"
    file.write_bytes(render(*map(sized, EVERY_KIND.values())))
    assert faults([file]) == []
