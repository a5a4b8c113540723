"""The looks of a page: colours that can be read on every screen, for every council."""

from __future__ import annotations

import itertools
import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.theme.colours import Colours, contrast, contrast_to_white
from csp_docs.theme.palette import SERIES, accent_led
from csp_docs.theme.sight import difference
from csp_docs.writers.html.page.looks import style_sheet

COLOURS = st.integers(0, 0xFFFFFF).map("{:06X}".format)


def values(sheet: str, *, dark: bool) -> dict[str, str]:
    """Return the colours of a page by their names, on light or on dark screens, in six figures."""
    roots = re.findall(
        r"(@media screen and \(prefers-color-scheme: dark\) ?\{\s*)?:root ?\{(.*?)\}", sheet.split("@page")[0], re.S
    )
    found: dict[str, str] = {}
    for media, body in roots:
        if dark or not media:
            found |= re.findall(r"--([\w-]+): ?#(\w+)", body)
    return {name: value if len(value) == 6 else "".join(sign * 2 for sign in value) for name, value in found.items()}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@given(accent=COLOURS.filter(lambda colour: contrast_to_white(colour) >= 4.5))
def test_words_can_be_read_on_what_is_under_them(dark: bool, accent: str) -> None:
    colours = values(style_sheet(evolve(Colours(), accent=accent)), dark=dark)
    for words, grounds in {
        "text": ("ground", "shade", "group"),
        "note": ("ground",),
        "link": ("ground", "shade"),
        "ink": ("pending", "green", "amber", "red", "focus"),
    }.items():
        for ground in grounds:
            assert contrast(colours[words], colours[ground]) >= 4.5, (words, ground)
    assert contrast(colours["accent"], colours["ground"]) >= 4.5
    assert contrast("FFFFFF", colours["fill"]) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@given(accent=COLOURS.filter(lambda colour: contrast_to_white(colour) >= 4.5))
def test_drawings_can_be_read_on_light_and_on_dark_screens(dark: bool, accent: str) -> None:
    colours = values(style_sheet(accent_led({"accent": accent})), dark=dark)
    for name in (*SERIES, "quiet", "earlier_1", "earlier_2", "earlier_3"):
        assert contrast(colours[name], colours["ground"]) >= 3, name
    for words, fill in ((name, name.removeprefix("on_")) for name in colours if name.startswith("on_")):
        assert contrast(colours[words], colours[fill]) >= 4.5 or fill in SERIES, fill
    assert all(contrast(colours["text"], colours[f"map_{level}"]) >= 3 for level in range(1, 7))
    assert contrast(colours["ground"], colours["accent"]) >= 4.5
    assert contrast(colours["text"], colours["series_1_tint"]) >= 4.5


@pytest.mark.parametrize("accent", ["1F3864", "5B2A86", "7B1450", "006341", "8A1538", "A03033", "4A4A4A", "6B4A00"])
def test_neighbours_differ_for_all_kinds_of_sight_on_dark_screens(accent: str) -> None:
    colours = values(style_sheet(accent_led({"accent": accent})), dark=True)
    series = [colours[name] for name in SERIES]
    assert min(difference(one, other) for one, other in itertools.pairwise(series)) >= 20
    assert min(difference(one, other) for one, other in itertools.combinations(series, 2)) >= 12


def test_the_classes_of_a_map_are_lighter_the_higher_they_are_on_dark_screens() -> None:
    colours = values(style_sheet(Colours()), dark=True)
    classes = [contrast_to_white(colours[f"map_{level}"]) for level in range(1, 7)]
    assert classes == sorted(classes, reverse=True)


def test_the_page_has_the_colours_of_the_council() -> None:
    assert values(style_sheet(evolve(Colours(), accent="5B2A86", link="123456")), dark=False) | {
        "accent": "5B2A86", "link": "123456", "fill": "5B2A86"
    } == values(style_sheet(evolve(Colours(), accent="5B2A86", link="123456")), dark=False)  # fmt: skip


@pytest.mark.parametrize(
    "query",
    [
        "prefers-color-scheme: dark",
        "prefers-contrast: more",
        "forced-colors: active",
        "prefers-reduced-motion",
        "print",
    ],
)
def test_readers_have_the_page_as_they_ask_for_it(query: str) -> None:
    assert f"({query}" in style_sheet(Colours()) or f"@media {query}" in style_sheet(Colours())


def test_braces_of_the_style_sheet_are_in_pairs() -> None:
    sheet = re.sub(r"/\*.*?\*/", "", style_sheet(Colours()), flags=re.S)
    assert sheet.count("{") == sheet.count("}")
    assert "<" not in sheet
