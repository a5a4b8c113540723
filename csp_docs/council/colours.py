"""Checks of a template's colours: they must be known, in the right form, and have enough contrast on their grounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, combinations, pairwise

from attrs import fields

from csp_docs.errors import Code, Origin, Problem, did_you_mean, origin_of
from csp_docs.records import record
from csp_docs.theme.colours import Colours, contrast, contrast_to_white
from csp_docs.theme.palette import EARLIER, MAPS, SERIES, accent_led
from csp_docs.theme.sight import difference

_COLOUR = re.compile(r"#?[0-9A-Fa-f]{6}")
_RATINGS = ("green", "amber", "red", "blue", "grey")
_DARKEST = 1.6
"""The most contrast with white that the ground of words may have."""
_ALIKE = 5.0
"""The difference of two series that readers cannot tell apart when the areas are far from each other."""


@record
class Role:
    """What a colour is used for: the contrast that it ``needs`` with each of the colours that it is printed ``on``.

    ``fault`` says in a message what is wrong with a colour that has less, and ``hint`` what to do. ``page`` is white
    paper. A ``ground`` has words on it, and must be light.
    """

    needs: float = 0
    on: tuple[str, ...] = ()
    fault: str = ""
    hint: str = ""
    ground: bool = False


def _words(*on: str) -> Role:
    hint = "text needs a contrast of 4.5 to 1 with white (WCAG 2.2, 1.4.3): choose a darker colour"
    return Role(4.5, ("page", *on), "too light to read", hint)


def _shapes() -> Role:
    hint = "shapes in a chart need a contrast of 3 to 1 with white (WCAG 2.2, 1.4.11): choose a darker colour"
    return Role(3, ("page",), "too light to see", hint)


_LINE = Role(1.2, ("page",), "too light to see", "lines need a contrast of 1.2 to 1 with white: choose a darker colour")
_GROUND = Role(ground=True)
_OF_MAPS = Role()

ROLES: Mapping[str, Role] = {
    "text": _words("shade", "group", "pending", "watermark", *_RATINGS),
    "note": _words("shade", "watermark"),
    "accent": _words("shade", "watermark"),
    "link": _words("shade", "group", "watermark"),
    "white": Role(4.5, ("accent",), ground=True),
    "rule": _LINE,
    "grid": _LINE,
    **dict.fromkeys(("shade", "group", "pending", "watermark", *_RATINGS), _GROUND),
    **dict.fromkeys((*SERIES, "quiet", *EARLIER), _shapes()),
    **dict.fromkeys(MAPS, _OF_MAPS),
}
"""The role of each colour. The classes of maps have a rule of their own: they go from light to dark."""


def colour_problems(chosen: Mapping[str, str]) -> Iterator[Problem]:
    """Find colours that cannot be printed, read or seen where they are used."""
    for name, value in chosen.items():
        if name not in ROLES:
            hint = did_you_mean(name, ROLES, where="docs/councils.md")
            yield Problem(Code.UNKNOWN_COLOUR, f'the colour "{name}" is not known', hint, origin_of(name))
        elif not _COLOUR.fullmatch(value):
            hint = 'give six hexadecimal digits, such as "#00539F"'
            yield Problem(Code.NOT_A_COLOUR, f'"{value}" is not a colour', hint, origin_of(value))
        elif trouble := _alone(name, value):
            yield Problem(Code.LOW_CONTRAST, *trouble, origin_of(value))
    usable = {name: value for name, value in chosen.items() if name in ROLES and _COLOUR.fullmatch(value)}
    yield from _shade_problems(usable)
    yield from _together({name: value for name, value in usable.items() if not _alone(name, value)})


def _alone(name: str, value: str) -> tuple[str, str] | None:
    """Return what is wrong with a colour on white paper, or under words, whatever the other colours are."""
    role, found = ROLES[name], _contrast(value)
    if role.ground and found > _DARKEST:
        hint = "words are printed on it: choose a very light colour, such as #EEF2F7"
        return f'the colour "{value}" for {name} is too dark', hint
    if "page" in role.on and found < role.needs:
        return f'the colour "{value}" for {name} is {role.fault}', role.hint
    return None


def _together(chosen: Mapping[str, str]) -> Iterator[Problem]:
    """Find chosen colours that cannot be read on one another, or that look like another series."""
    colours = accent_led({name: value.removeprefix("#").upper() for name, value in chosen.items()})
    every = {name: chosen.get(name, f"#{getattr(colours, name)}") for name in ROLES}
    for name, role in ROLES.items():
        grounds = (ground for ground in role.on if ground != "page" and not {name, ground}.isdisjoint(chosen))
        low = (ground for ground in grounds if _contrast(every[name], every[ground]) < role.needs)
        if ground := next(low, ""):
            fact = f'the colour "{every[name]}" for {name} cannot be read on "{every[ground]}" for {ground}'
            hint = f"words need a contrast of {role.needs:g} to 1 with what they are printed on (WCAG 2.2, 1.4.3)"
            yield Problem(Code.LOW_CONTRAST, fact, hint, _place(chosen, name, ground))
    for one, other in chain(combinations(SERIES, 2), combinations(EARLIER, 2)):
        alike = difference(getattr(colours, one), getattr(colours, other)) < _ALIKE
        if alike and not {one, other}.isdisjoint(chosen):
            fact = f'the colours "{every[one]}" for {one} and "{every[other]}" for {other} look alike'
            hint = "readers tell series apart by their colours: choose another one, or leave it to csp_docs"
            yield Problem(Code.LOW_CONTRAST, fact, hint, _place(chosen, other, one))


def _place(chosen: Mapping[str, str], *names: str) -> Origin | None:
    """Return the place of the first of ``names`` that a template chooses."""
    return next((place for name in names if name in chosen and (place := origin_of(chosen[name]))), None)


def _shade_problems(chosen: Mapping[str, str]) -> Iterator[Problem]:
    """Find shades of maps that do not get darker from class to class, or that hide the outlines of areas."""
    colours = {colour.name: str(colour.default) for colour in fields(Colours)} | dict(chosen)
    for lighter, darker in pairwise(MAPS):
        at = origin_of(colours[darker]) or origin_of(colours[lighter])
        if not {lighter, darker}.isdisjoint(chosen) and _contrast(colours[darker]) <= _contrast(colours[lighter]):
            fact = f'the colour "{colours[darker]}" for {darker} is not darker than "{colours[lighter]}" for {lighter}'
            yield Problem(Code.LOW_CONTRAST, fact, "shades of maps must go from light to dark", at)
    for name in MAPS:
        if name in chosen and _contrast(colours["text"]) / _contrast(colours[name]) < 3:
            hint = "outlines have the colour of text and need a contrast of 3 to 1 (WCAG 2.2, 1.4.11)"
            yield Problem(
                Code.LOW_CONTRAST, f'the colour "{chosen[name]}" for {name} is too dark', hint, origin_of(chosen[name])
            )


def _contrast(colour: str, other: str = "") -> float:
    digits = colour.removeprefix("#")
    return contrast(digits, other.removeprefix("#")) if other else contrast_to_white(digits)
