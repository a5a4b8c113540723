"""Drawings in a page: every mark of the figure, its description, and its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from attrs import evolve

from csp_docs import blocks as b
from csp_docs.drawing import draw_chart
from csp_docs.drawing.graph import Label
from csp_docs.drawing.scale import exact
from csp_docs.theme.theme import Theme
from csp_docs.writers.html import render_html
from tests import chart_sample, figure_sample, map_sample
from tests.sample import t
from tests.writers.html.reading import Page, words

THEME = Theme()
SVG = "{http://www.w3.org/2000/svg}"


def page_of(*figures: b.Figure, **changes: Any) -> Page:
    return Page(render_html(evolve(figure_sample.figures_document(*figures), **changes), THEME, ""))


def svgs(page: Page) -> list[Element]:
    return [element for element in page.all() if str(element.tag).endswith("svg")]


def lines(svg: Element) -> list[str]:
    return [(element.text or "").strip() for element in svg.iter() if str(element.tag).endswith("text")]


@pytest.mark.parametrize("kind", list(b.ChartKind), ids=lambda kind: kind.value)
def test_a_chart_has_the_words_of_the_other_formats(kind: b.ChartKind) -> None:
    figure = chart_sample.EVERY_KIND[kind]
    document = figure_sample.figures_document(figure)
    [sized] = document.blocks
    assert isinstance(sized, b.Figure)
    assert isinstance(figure.content, b.Chart)
    graph = draw_chart(figure.content, sized.size[0], THEME)
    printed = [line for mark in graph.marks if isinstance(mark, Label) for line in mark.lines]
    assert lines(svgs(Page(render_html(document, THEME, "")))[0]) == printed


@pytest.mark.parametrize("kind", list(b.ChartKind), ids=lambda kind: kind.value)
def test_every_number_of_a_chart_is_in_its_table(kind: b.ChartKind) -> None:
    figure = chart_sample.EVERY_KIND[kind]
    chart = figure.content
    assert isinstance(chart, b.Chart)
    [table] = page_of(figure).all("table")
    cells = [[words(cell) for cell in row.findall("*")] for row in table.iter("tr")]
    assert cells[0] == ["Category", *(series.name for series in chart.series)]
    assert cells[1:] == [
        [name, *(_printed(series.values[place], chart) for series in chart.series)]
        for place, name in enumerate(chart.categories)
    ]


def _printed(value: Any, chart: b.Chart) -> str:
    return "[x]" if value is None else exact(value, chart)


def test_a_drawing_is_heard_as_its_description_and_a_decoration_is_not_heard() -> None:
    heard, silent = svgs(page_of(figure_sample.CYCLE))[0], figure_sample.CYCLE
    assert (heard.get("role"), heard.get("aria-label")) == ("img", "A cycle of four")
    [unheard, *_] = svgs(page_of(evolve(silent, alt="", decorative=True)))
    assert (unheard.get("role"), unheard.get("aria-hidden")) == (None, "true")


def test_a_wide_drawing_has_a_narrow_one_for_narrow_screens_with_the_same_description() -> None:
    wide, narrow = svgs(page_of(chart_sample.EVERY_KIND[b.ChartKind.COLUMN]))
    assert [svg.get("class") for svg in (wide, narrow)] == ["wide", "narrow"]
    assert wide.get("aria-label") == narrow.get("aria-label") == "A chart"
    assert int(narrow.get("width", "")) <= 288
    assert "data-added" in narrow.attrib


def test_words_of_a_narrow_drawing_are_at_least_9_point() -> None:
    for figure in (*chart_sample.EVERY_KIND.values(), figure_sample.STEPS, figure_sample.CYCLE, figure_sample.TREE):
        assert min(float(svg.get("font-size", "")) for svg in svgs(page_of(figure))) >= 9


def small_charts(count: int) -> b.Figure:
    figure = chart_sample.EVERY_KIND[b.ChartKind.LINE]
    assert isinstance(figure.content, b.Chart)
    first = figure.content.series[0]
    series = tuple(evolve(first, name=f"District {place}") for place in range(count))
    return evolve(figure, content=evolve(figure.content, series=series, by="district", highlight=""))


@pytest.mark.parametrize("count", [3, 4, 8])
def test_small_charts_are_one_below_the_other_on_a_narrow_screen(count: int) -> None:
    wide, narrow = svgs(page_of(small_charts(count)))
    assert (wide.get("class"), narrow.get("class")) == ("wide", "narrow")
    assert float(narrow.get("font-size", "")) >= 9
    names = [text for text in _texts(narrow) if (text.text or "").startswith("District")]
    assert len({text.get("x") for text in names}) == 1
    assert len({text.get("y") for text in names}) == count


def test_a_drawing_that_no_narrow_screen_can_show_whole_is_scrolled() -> None:
    long = chart_sample.EVERY_KIND[b.ChartKind.BAR]
    assert isinstance(long.content, b.Chart)
    names = tuple(f"{place}{'Unbreakable' * 9}" for place, _ in enumerate(long.content.categories))
    [div] = [div for div in page_of(evolve(long, content=evolve(long.content, categories=names))).all("div")
             if "drawing" in (div.get("class") or "")]  # fmt: skip
    assert (div.get("class"), div.get("role"), div.get("tabindex")) == ("drawing whole", "group", "0")
    assert div.get("aria-label") == "A chart"


def test_drawings_stay_on_their_sheet() -> None:
    for figure in (*chart_sample.EVERY_KIND.values(), figure_sample.STEPS, figure_sample.CYCLE, figure_sample.TREE):
        for svg in svgs(page_of(figure)):
            *_, width, height = map(float, svg.get("viewBox", "").split())
            places = [(float(text.get("x", "")), float(text.get("y", ""))) for text in _texts(svg)]
            assert all(-1 <= x <= width + 1 and 0 <= y <= height + 1 for x, y in places)


def _texts(svg: Element) -> Iterator[Element]:
    return (element for element in svg.iter() if str(element.tag).endswith("text"))


def test_a_map_names_the_class_of_each_area_in_its_table() -> None:
    document, theme = map_sample.composed()
    page = Page(render_html(document, theme, ""))
    table = next(table for table in page.all("details")[0].iter("table"))
    rows = [[words(cell) for cell in row] for row in table.findall("tbody/tr")]
    figure = map_sample.shown()
    assert isinstance(figure.content, b.AreaMap)
    assert [name for name, _ in rows] == [area.name for area in figure.content.areas]
    assert {found for _, found in rows} <= {*figure.content.legend, figure.content.missing}


def test_every_colour_of_a_drawing_has_a_value_on_light_and_on_dark_screens() -> None:
    document, theme = map_sample.composed()
    figures = (*chart_sample.EVERY_KIND.values(), figure_sample.STEPS, figure_sample.CYCLE, figure_sample.TREE)
    drawn = figure_sample.figures_document(*figures)
    for page in (render_html(drawn, THEME, "").decode(), render_html(document, theme, "").decode()):
        named = set(re.findall(r'(?:fill|stroke)="var\(--(\w+)\)"', page))
        light, dark = re.findall(r":root\{(--ground.*?)\}", page)
        assert named
        assert named <= set(re.findall(r"--(\w+):#", light)) & set(re.findall(r"--(\w+):#", dark))


def test_areas_without_a_number_are_hatched() -> None:
    document, theme = map_sample.composed()
    page = Page(render_html(document, theme, ""))
    patterns = [element.get("id") for element in page.all() if str(element.tag).endswith("pattern")]
    fills = {element.get("fill") for element in page.all() if str(element.tag).endswith("path")}
    assert patterns
    assert {f"url(#{name})" for name in patterns} <= fills


def test_numbers_are_named_after_their_figure_in_the_language_of_the_document() -> None:
    figure = chart_sample.EVERY_KIND[b.ChartKind.PIE]
    web = b.Web(numbers="Rhifau yn {figure}", figure="y ffigur hwn")
    assert words(page_of(figure, web=web).one("summary")) == "Rhifau yn Figure 1"
    assert words(page_of(evolve(figure, caption=None), web=web).one("summary")) == "Rhifau yn y ffigur hwn"


def test_the_caption_of_the_numbers_has_the_unit_and_no_note() -> None:
    figure = chart_sample.EVERY_KIND[b.ChartKind.COLUMN]
    noted = evolve(figure, caption=b.Caption("Figure", (b.Text("Crime"), b.Note(t("Recorded.")))))
    assert words(page_of(noted).one("caption")) == "Figure 1: Crime (offences)"


def test_a_picture_is_in_the_page_with_its_description() -> None:
    photo, decoration = page_of(figure_sample.PHOTO_FIGURE, figure_sample.DECORATION).all("img")
    assert photo.get("src", "").startswith("data:image/jpeg;base64,/9j/")
    assert [image.get("alt") for image in (photo, decoration)] == ["Hills above the town", ""]
    width, height = int(photo.get("width", "")), int(photo.get("height", ""))
    assert width / height == pytest.approx(320 / 200, rel=0.02)
