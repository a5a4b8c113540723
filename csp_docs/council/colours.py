"""Checks of a template's colours: they must be known, in the right form, and have enough contrast."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from attrs import fields

from csp_docs.errors import Code, Problem, did_you_mean, origin_of
from csp_docs.theme.colours import Colours, contrast_to_white

_COLOUR = re.compile(r"#?[0-9A-Fa-f]{6}")
_OF_WORDS = ("text", "accent", "link")
_BACKGROUNDS = ("shade", "pending", "watermark", "green", "amber", "red", "blue", "grey", "white")
_OF_MAPS = tuple(colour.name for colour in fields(Colours) if colour.name.startswith("map_"))
_OF_SERIES = ("quiet", *(colour.name for colour in fields(Colours) if colour.name.startswith("series_")))


def colour_problems(chosen: Mapping[str, str]) -> Iterator[Problem]:
    """Find colours that cannot be printed, read or seen on white paper."""
    known = [colour.name for colour in fields(Colours)]
    for name, value in chosen.items():
        if name not in known:
            yield Problem(
                Code.UNKNOWN_COLOUR,
                f'the colour "{name}" is not known',
                did_you_mean(name, known, where="docs/councils.md"),
                origin_of(name),
            )
        elif not _COLOUR.fullmatch(value):
            hint = 'give six hexadecimal digits, such as "#00539F"'
            yield Problem(Code.NOT_A_COLOUR, f'"{value}" is not a colour', hint, origin_of(value))
        elif trouble := _trouble(name, value, _contrast(value)):
            yield Problem(Code.LOW_CONTRAST, *trouble, origin_of(value))
    if all(_COLOUR.fullmatch(value) for value in chosen.values()):
        yield from _shade_problems(chosen)
        yield from _white_problems(chosen)


def _white_problems(chosen: Mapping[str, str]) -> Iterator[Problem]:
    """Find a colour for white that cannot be read on the accent colour, as on covers."""
    white, accent = chosen.get("white", Colours().white), chosen.get("accent", Colours().accent)
    if "white" in chosen and 1 < _contrast(white) <= 1.6 and _contrast(accent) / _contrast(white) < 4.5:
        fact = f'the colour "{white}" for white is too dark to read on "{accent}" for accent'
        hint = "white words are printed on the accent colour and need a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3)"
        yield Problem(Code.LOW_CONTRAST, fact, hint, origin_of(white))


def _shade_problems(chosen: Mapping[str, str]) -> Iterator[Problem]:
    """Find shades of maps that do not get darker from class to class, or that hide the outlines of areas."""
    colours = {colour.name: str(colour.default) for colour in fields(Colours)} | dict(chosen)
    for lighter, darker in pairwise(_OF_MAPS):
        at = origin_of(colours[darker]) or origin_of(colours[lighter])
        if not {lighter, darker}.isdisjoint(chosen) and _contrast(colours[darker]) <= _contrast(colours[lighter]):
            fact = f'the colour "{colours[darker]}" for {darker} is not darker than "{colours[lighter]}" for {lighter}'
            yield Problem(Code.LOW_CONTRAST, fact, "shades of maps must go from light to dark", at)
    for name in _OF_MAPS:
        if name in chosen and _contrast(colours["text"]) / _contrast(colours[name]) < 3:
            hint = "outlines have the colour of text and need a contrast of 3 to 1 (WCAG 2.2, 1.4.11)"
            yield Problem(
                Code.LOW_CONTRAST, f'the colour "{chosen[name]}" for {name} is too dark', hint, origin_of(chosen[name])
            )


def _contrast(colour: str) -> float:
    return contrast_to_white(colour.removeprefix("#"))


def _trouble(name: str, value: str, contrast: float) -> tuple[str, str] | None:
    if name in _OF_WORDS and contrast < 4.5:
        hint = "text needs a contrast of 4.5 to 1 with white (WCAG 2.2, 1.4.3): choose a darker colour"
        return f'the colour "{value}" for {name} is too light to read', hint
    if name in _OF_SERIES and contrast < 3:
        hint = "shapes in a chart need a contrast of 3 to 1 with white (WCAG 2.2, 1.4.11): choose a darker colour"
        return f'the colour "{value}" for {name} is too light to see', hint
    if name in _BACKGROUNDS and contrast > 1.6:
        return f'the colour "{value}" for {name} is too dark', (
            "words are printed on it: choose a very light colour, such as #EEF2F7"
        )
    return None
