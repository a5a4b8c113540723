"""Confidence intervals as Word has them: error bars and areas whose numbers are in the workbook."""

from __future__ import annotations

import colorsys
from decimal import Decimal

import pytest
from attrs import evolve
from lxml import etree

from csp_docs.blocks import ChartKind
from csp_docs.theme.colours import tinted
from csp_docs.theme.theme import Theme
from tests.chart_file import Workbook, chart_root, opened, workbook_of
from tests.chart_sample import limited
from tests.docx_file import find_all, strings


@pytest.mark.parametrize(
    ("kind", "count"), [(ChartKind.COLUMN, 1), (ChartKind.COLUMN, 3), (ChartKind.BAR, 2), (ChartKind.LINE, 2)]
)
def test_intervals_are_error_bars_that_lead_from_the_numbers_to_their_limits(kind: ChartKind, count: int) -> None:
    chart = limited(kind, count)
    root, workbook = chart_root(chart), workbook_of(chart)
    for shown, series_ in zip(find_all(root, "//c:ser"), chart.series, strict=True):
        [bars] = find_all(shown, "c:errBars")
        ends = {side: cells_at(bars, side, workbook) for side in ("minus", "plus")}
        found = zip(series_.values, ends["minus"], ends["plus"], strict=True)
        limits = [(value - minus, value + plus) for value, minus, plus in found if value is not None]
        assert limits == list(series_.limits)


def test_the_band_of_a_line_is_an_area_on_its_lower_limits() -> None:
    chart = limited(ChartKind.LINE, 1)
    root, workbook = chart_root(chart), workbook_of(chart)
    lower, height = (cells_at(area, "val", workbook) for area in find_all(root, "//c:areaChart/c:ser"))
    found = [(low, low + more) for low, more in zip(lower, height, strict=True)]
    assert found == list(chart.series[0].limits)
    assert strings(root, "//c:areaChart/c:grouping/@val") == ["stacked"]
    assert not find_all(root, "//c:errBars")


def test_the_key_of_the_intervals_is_drawn_on_the_chart() -> None:
    for chart in (limited(ChartKind.LINE, 1), limited(ChartKind.BAR, 2)):
        shapes = opened(chart).root("word/drawings/drawing1.xml")
        assert strings(shapes, "//a:t/text()") == ["95% confidence interval"]


def cells_at(root: etree._Element, part: str, workbook: Workbook) -> list[Decimal]:
    """The numbers of a part of a series, which are those of its cells."""
    [found] = find_all(root, f"c:{part}")
    numbers = [Decimal(text) for text in strings(found, ".//c:v/text()")]
    [address] = strings(found, ".//c:f/text()")
    assert workbook.at(address) == numbers
    return numbers


def test_a_tint_follows_the_theme_and_is_that_of_the_pdf() -> None:
    chart = limited(ChartKind.COLUMN, 2)
    areas = (evolve(series, name=f"Area {place}") for place, series in enumerate(chart.series))
    root = chart_root(evolve(chart, series=tuple(areas)))
    colours = find_all(root, "//c:ser/c:spPr/a:solidFill/a:schemeClr")
    assert [str(colour.get("val")) for colour in colours] == ["accent1", "accent2"]
    for colour, name in zip(colours, ("accent", "series_2"), strict=True):
        less, by, more = (
            int(strings(colour, f"a:{part}/@val")[0]) / 100_000 for part in ("satMod", "lumMod", "lumOff")
        )
        hue, light, saturation = hls(Theme().colour(name))
        expected = colorsys.hls_to_rgb(hue, light * by + more, saturation * less)
        tint = Theme().colour(f"{name}_tint")
        assert [int(tint[at : at + 2], 16) / 255 for at in (0, 2, 4)] == pytest.approx(expected, abs=0.004)


@pytest.mark.parametrize("accent", ["00700C", "8A1538", "1F3864", "B35900", "5B2A86"])
def test_a_tint_is_softer_than_its_colour(accent: str) -> None:
    def chroma(colour: str) -> int:
        channels = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
        return max(channels) - min(channels)

    assert chroma(tinted(accent, "FFFFFF")) <= 0.4 * chroma(accent)


def hls(colour: str) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)))
