"""The colours of a template: each has a role, and can be read or seen on everything that it is printed on."""

from __future__ import annotations

import pytest
from attrs import fields

from csp_docs.council.colours import ROLES, colour_problems
from csp_docs.errors import Code
from csp_docs.theme.colours import Colours, contrast
from csp_docs.theme.palette import SERIES, accent_led


def _facts(**chosen: str) -> list[str]:
    return [problem.fact for problem in colour_problems(chosen) if problem.code is Code.LOW_CONTRAST]


def test_every_colour_has_a_role() -> None:
    assert set(ROLES) == {colour.name for colour in fields(Colours)}


def test_the_usual_colours_keep_their_roles() -> None:
    colours = accent_led({})
    assert _facts(**{name: f"#{getattr(colours, name)}" for name in ROLES}) == []


@pytest.mark.parametrize("name", [name for name, role in ROLES.items() if role.on])
def test_nothing_is_printed_in_the_colour_of_what_is_under_it(name: str) -> None:
    for ground in ROLES[name].on:
        under = Colours().white if ground == "page" else getattr(accent_led({}), ground)
        assert any(f" for {name} " in fact for fact in _facts(**{name: f"#{under}"}))


@pytest.mark.parametrize(
    "name", [name for name, role in ROLES.items() if role.ground and name != "white"]
)  # white is the colour of words too
def test_what_is_under_words_is_light(name: str) -> None:
    assert _facts(**{name: "#555555"}) == [f'the colour "#555555" for {name} is too dark']


@pytest.mark.parametrize(
    ("chosen", "fact"),
    [
        ({"note": "#FFFFFF"}, 'the colour "#FFFFFF" for note is too light to read'),
        ({"rule": "#FFFFFF"}, 'the colour "#FFFFFF" for rule is too light to see'),
        ({"grid": "#FEFEFE"}, 'the colour "#FEFEFE" for grid is too light to see'),
        ({"quiet": "#AAAAAA"}, 'the colour "#AAAAAA" for quiet is too light to see'),
        ({"earlier_2": "#BBBBBB"}, 'the colour "#BBBBBB" for earlier_2 is too light to see'),
        ({"group": "#222222"}, 'the colour "#222222" for group is too dark'),
        ({"text": "#767676"}, 'the colour "#767676" for text cannot be read on "#EEF2F7" for shade'),
        ({"link": "#757575", "shade": "#D0D0D0"},
         'the colour "#757575" for link cannot be read on "#D0D0D0" for shade'),
        ({"white": "#D0D0D0", "accent": "#666666"},
         'the colour "#D0D0D0" for white cannot be read on "#666666" for accent'),
        ({"series_2": "#00539F", "series_3": "#00539f"},
         'the colours "#00539F" for series_2 and "#00539f" for series_3 look alike'),
        ({"series_4": "#1F3864"}, 'the colours "#1F3864" for series_1 and "#1F3864" for series_4 look alike'),
        ({"series_2": "#EC6C10", "series_5": "#EC6D10"},
         'the colours "#EC6C10" for series_2 and "#EC6D10" for series_5 look alike'),
        ({"earlier_2": "#16181B"}, 'the colours "#16181B" for earlier_2 and "#16181B" for earlier_3 look alike'),
    ],
)  # fmt: skip
def test_a_colour_that_cannot_be_read_or_seen_is_named(chosen: dict[str, str], fact: str) -> None:
    assert fact in _facts(**chosen)


def test_a_colour_that_is_wrong_alone_is_reported_once() -> None:
    assert _facts(text="#FFFFFF", series_1="#FFFFFF") == [
        'the colour "#FFFFFF" for text is too light to read',
        'the colour "#FFFFFF" for series_1 is too light to see',
    ]


def test_the_years_before_the_newest_have_the_colours_that_are_chosen() -> None:
    assert accent_led({"earlier_2": "445566"}).earlier_2 == "445566"


def test_series_that_are_left_out_differ_from_those_that_are_chosen() -> None:
    colours = accent_led({"series_1": "EC6C10"})
    assert len({getattr(colours, name) for name in SERIES}) == len(SERIES)
    assert contrast(colours.series_1, "FFFFFF") >= 3
