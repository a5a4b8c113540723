"""The colours of charts: seen on white, and different for readers of every kind of sight, whatever the accent is."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from itertools import combinations, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from csp_docs.theme.colours import Colours, contrast, contrast_to_white, hls
from csp_docs.theme.dark import on_dark
from csp_docs.theme.palette import MAPS, accent_led
from csp_docs.theme.sight import difference, grey_difference

SEEN = 3.0
"""The contrast of shapes with their background (WCAG 2.2, 1.4.11)."""
ACCENTS = st.integers(0, 0xFFFFFF).map("{:06X}".format).filter(lambda colour: contrast_to_white(colour) >= 4.5)
"""All colours that a template may have as its accent: words are printed in it."""


def series(colours: Colours) -> list[str]:
    return [getattr(colours, f"series_{place}") for place in range(1, 7)]


@given(ACCENTS)
def test_the_grounds_of_words_follow_the_accent_and_are_as_light_as_the_first_ones(accent: str) -> None:
    colours = accent_led({"accent": accent})
    lightest = contrast_to_white(Colours().shade)
    assert 1.05 < contrast_to_white(colours.shade) <= lightest + 0.005
    assert contrast_to_white(colours.group) < contrast_to_white(colours.shade)
    (hue, _, full), (shade_hue, _, shade_full) = map(_hls, (accent, colours.shade))
    assume(full > 0.2)
    assert shade_full > 0.05
    assert min(abs(hue - shade_hue), 1 - abs(hue - shade_hue)) < 0.06


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return rgb_to_hls(red, green, blue)


def test_a_shade_that_a_council_chooses_stays_and_so_do_the_first_colours() -> None:
    assert accent_led({"accent": "14532D", "shade": "EEEEEE"}).shade == "EEEEEE"
    assert accent_led({}).shade == Colours().shade


@given(ACCENTS)
def test_series_are_told_apart_from_any_accent_and_from_each_other(accent: str) -> None:
    colours = accent_led({"accent": accent})
    first, *others = series(colours)
    assert first == accent
    assert all(contrast_to_white(colour) >= SEEN for colour in [*others, colours.quiet])
    assert all(difference(one, other) >= 15 for one, other in pairwise(series(colours)))
    assert all(difference(one, other) >= 10 for one, other in combinations(series(colours), 2))
    assert all(grey_difference(one, other) >= 7 for one, other in pairwise(series(colours)))


def accents() -> list[str]:
    """Dark and lively accents of 45 hues, as councils have them."""
    found = (hls_to_rgb(hue / 45, light, full) for hue in range(45) for light, full in ((0.3, 0.6), (0.25, 0.9)))
    colours = ["".join(f"{round(part * 255):02X}" for part in one) for one in found]
    return [one for one in colours if contrast_to_white(one) >= 4.5]


def test_any_two_of_the_first_four_series_differ_for_all_kinds_of_sight() -> None:
    close = {
        accent: pair
        for accent in (*accents(), "7A1F3D", "8C1D40", "6B1D2A")
        for pair in combinations(series(accent_led({"accent": accent}))[:4], 2)
        if difference(*pair) < 20
    }
    assert not close


@pytest.mark.parametrize("accent", [*accents(), "7A1F3D", "1F3864", "067971"])
def test_the_newest_year_differs_from_the_greys_of_earlier_ones_which_become_darker(accent: str) -> None:
    colours = accent_led({"accent": accent})
    earlier = colours.earlier_1, colours.earlier_2, colours.earlier_3
    assert all(contrast_to_white(one) >= SEEN for one in earlier)
    assert all(difference(one, colours.series_1) >= 11 for one in earlier)
    assert all(contrast(one, other) >= 2 for one, other in pairwise(earlier))
    assert [*earlier] == sorted(earlier, key=contrast_to_white)


@given(ACCENTS)
def test_the_classes_of_maps_have_the_hue_of_the_accent_and_are_seen_on_paper_and_on_dark_screens(accent: str) -> None:
    colours = accent_led({"accent": accent})
    classes = [str(getattr(colours, name)) for name in MAPS]
    assert all(contrast(one, other) >= 1.2 for one, other in pairwise(classes))
    assert classes == sorted(classes, key=contrast_to_white)
    assert all(contrast(colours.text, one) >= 3 for one in classes)
    assert all(contrast(colours.named(colours.plain(f"on_{name}")), colours.named(name)) >= 4.5 for name in MAPS)
    dark = on_dark(colours)
    shown = [str(getattr(dark, name)) for name in MAPS]
    assert shown == sorted(shown, key=contrast_to_white, reverse=True)
    assert all(contrast(dark.text, one) >= 3 for one in shown)


def test_the_classes_of_maps_that_a_council_chooses_stay_and_those_without_an_accent_are_blues() -> None:
    assert accent_led({"accent": "8A1538", "map_6": "2A609E"}).map_1 == Colours().map_1
    assert accent_led({}).map_6 == Colours().map_6
    hue, _, _ = hls(accent_led({"accent": "8A1538"}).map_5)
    assert hue == pytest.approx(hls("8A1538")[0], abs=0.01)


@given(ACCENTS)
def test_what_is_highlighted_is_told_apart_from_what_is_not(accent: str) -> None:
    assert difference(accent, accent_led({"accent": accent}).quiet) >= 10


@given(ACCENTS, st.dictionaries(st.sampled_from([f"series_{place}" for place in range(1, 7)]), ACCENTS, min_size=1))
def test_a_series_that_a_council_colours_keeps_its_colour(accent: str, chosen: dict[str, str]) -> None:
    colours = accent_led({"accent": accent, **chosen})
    assert {name: getattr(colours, name) for name in chosen} == chosen
    assume(len({*series(colours)}) == 6)
    free = [place for place in range(1, 7) if f"series_{place}" not in chosen and place > 1]
    assert all(contrast_to_white(series(colours)[place - 1]) >= SEEN for place in free)


@pytest.mark.parametrize(
    ("chosen", "group"),
    [
        ({}, "F6F8FB"),
        ({"shade": "E0F2F1"}, "EFF8F8"),
        ({"shade": "FFFFFF"}, "FFFFFF"),
        ({"shade": "E0F2F1", "group": "FFEEDD"}, "FFEEDD"),
    ],
)
def test_the_tint_of_a_group_row_is_a_lighter_shade(chosen: dict[str, str], group: str) -> None:
    assert accent_led(chosen).group == group


def test_the_usual_colours_are_those_for_the_usual_accent() -> None:
    assert accent_led({}) == Colours()


def test_the_scale_of_differences_goes_from_the_same_colour_to_black_and_white() -> None:
    assert difference("1F3864", "1F3864") == 0
    assert difference("000000", "FFFFFF") == pytest.approx(100, abs=0.1)


def test_colours_that_differ_for_most_people_may_not_differ_for_some() -> None:
    assert difference("C00000", "5E5E00") < 15 < difference("C00000", "0000C0")
