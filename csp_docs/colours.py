"""What a template's colours must be: known, well written, and fit for what they are seen on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import fields

from csp_docs.errors import Problem, origin_of
from csp_docs.names import did_you_mean
from csp_docs.theme import Colours, contrast_to_white

_COLOUR = re.compile(r"#?[0-9A-Fa-f]{6}")
_OF_WORDS = ("text", "accent", "link")
_BEHIND_WORDS = ("shade", "pending", "watermark", "green", "amber", "red", "white")
_OF_SERIES = tuple(colour.name for colour in fields(Colours) if colour.name.startswith("series_"))


def colour_problems(chosen: Mapping[str, str]) -> Iterator[Problem]:
    """Find colours that nobody could print, read or tell from the paper."""
    known = [colour.name for colour in fields(Colours)]
    for name, value in chosen.items():
        if name not in known:
            yield Problem(f'unknown colour "{name}"', did_you_mean(name, known), origin_of(name))
        elif not _COLOUR.fullmatch(value):
            hint = 'give six hexadecimal digits, such as "#00539F"'
            yield Problem(f'"{value}" is not a colour', hint, origin_of(value))
        elif trouble := _trouble(name, value, contrast_to_white(value.removeprefix("#"))):
            yield Problem(*trouble, origin_of(value))


def _trouble(name: str, value: str, contrast: float) -> tuple[str, str] | None:
    if name in _OF_WORDS and contrast < 4.5:
        hint = "text needs a contrast of 4.5 to 1 to white (WCAG 2.2, 1.4.3): choose a darker colour"
        return f'the colour "{value}" for {name} is too light to read', hint
    if name in _OF_SERIES and contrast < 3:
        hint = "what a chart draws needs a contrast of 3 to 1 to white (WCAG 2.2, 1.4.11): choose a darker colour"
        return f'the colour "{value}" for {name} is too light to see', hint
    if name in _BEHIND_WORDS and contrast > 1.6:
        return f'the colour "{value}" for {name} is too dark', (
            "words stand on it: choose a very light colour, such as #EEF2F7"
        )
    return None
