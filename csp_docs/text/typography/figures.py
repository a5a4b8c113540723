"""Signs and spaces of figures: a true minus, a dash in a range, a space before a unit at which no line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

MINUS, DASH, SPACE = "−", "–", "\u00a0"

_MONEY = "[£$€]"
_AMOUNT = r"\d[\d,]*(?:\.\d+)?"
_SCALE = r"(?:k|m|bn|\s?(?:thousand|million|billion|trillion))?"
_UNIT = r"(?:%|°C|mm|cm|m|km|ha|kg|g|ml|l|mph|km/h|kW|kWh|MWh|GWh|MB|GB|pp)"
_SPAN = r"(?:years?|months?|weeks?|days?|hours?|minutes?|miles?|metres?|litres?|people|points?)"
_HOUR = r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?"
_CLOCK = r"(?:[01]?\d|2[0-4]):[0-5]\d"
_YEAR = r"(?:1[5-9]|2[01])\d\d"
_BEFORE = r"(?<![\w./:#@–−+-])(?<!\d,)"
_AFTER = r"(?![\w–−-]|[.,:/]\d)"
_REFERENCE = re.compile(
    r"\b(?:ref|reference|no|number|application|case|invoice|order|tel|telephone|phone)[.:]*\s*$", re.I
)

_HEAD = re.compile(rf"-(?=\s?[<>~]?{_MONEY}?\.?\d)(?!\s?\d+-)")
_SIGN = re.compile(rf"(?<=[\s(\[“‘\"'/:=<>≤≥≈~±{_MONEY[1:-1]}])-(?={_MONEY}?\.?\d)(?!\d+-)")
_YEARS = re.compile(rf"{_BEFORE}({_YEAR})-({_YEAR}|\d\d){_AFTER}")
_RISING = (
    re.compile(rf"\b(?:pp?\.|pages?|aged?|ages)\s?(\d+)-(\d+){_AFTER}", re.IGNORECASE),
    re.compile(rf"{_BEFORE}{_MONEY}({_AMOUNT})-({_AMOUNT}){_SCALE}{_AFTER}"),
    re.compile(rf"{_BEFORE}({_AMOUNT})-({_AMOUNT})(?:\s?{_UNIT}|\s{_SPAN}){_AFTER}"),
)
"""Ranges that only a rise tells from other numbers with a hyphen: "24-7", "9-1"."""
_RANGES = (
    re.compile(rf"{_BEFORE}{_YEAR}/\d\d(-){_YEAR}/\d\d{_AFTER}"),
    re.compile(rf"{_BEFORE}{_CLOCK}(-){_CLOCK}{_AFTER}"),
    re.compile(rf"{_BEFORE}{_HOUR}\s?[ap]m(-){_HOUR}\s?[ap]m{_AFTER}"),
    re.compile(rf"{_BEFORE}{_HOUR}(-){_HOUR}\s?[ap]m{_AFTER}"),
    re.compile(rf"{_BEFORE}{_MONEY}{_AMOUNT}{_SCALE}(-){_MONEY}{_AMOUNT}{_SCALE}{_AFTER}"),
    re.compile(rf"{_BEFORE}{_AMOUNT}({_UNIT})(?P<dash>-){_AMOUNT}\1{_AFTER}"),
)
_SPACES = (
    re.compile(rf"(?<=\d)[ ](?=(?:{_UNIT}|thousand|million|billion|trillion|[ap]m)(?!\w))"),
    re.compile(r"(?<=\b[Pp]\.)[ ](?=\d)|(?<=\b[Pp]p\.)[ ](?=\d)|(?<=\bNo\.)[ ](?=\d)|(?<=\bpara\.)[ ](?=\d)"),
)


def with_figures(text: str, kept: Set[int]) -> str:
    """Return ``text`` with the signs and spaces of its figures replaced, but for the places that are ``kept``."""
    changes = {place: sign for place, sign in _changes(text) if place not in kept}
    return "".join(changes.get(place, sign) for place, sign in enumerate(text)) if changes else text


def _changes(text: str) -> Iterator[tuple[int, str]]:
    if "-" in text:
        yield from ((place, MINUS) for place in _minuses(text))
        yield from ((place, DASH) for place in _dashes(text))
    for space in _SPACES:
        yield from ((found.start(), SPACE) for found in space.finditer(text))


def _minuses(text: str) -> Iterator[int]:
    """Yield the places of signs: at the head of the text, and before a figure that no other figure precedes."""
    if _HEAD.match(text):
        yield 0
    for found in _SIGN.finditer(text):
        if not text[: found.start()].rstrip()[-1:].isdigit():
            yield found.start()


def _dashes(text: str) -> Iterator[int]:
    for found in _YEARS.finditer(text):
        if _are_years(found[1], found[2]) and not _REFERENCE.search(text, 0, found.start()):
            yield found.end(1)
    for rising in _RISING:
        for found in rising.finditer(text):
            if _number(found[1]) < _number(found[2]):
                yield found.end(1)
    for pattern in _RANGES:
        for found in pattern.finditer(text):
            yield found.start("dash" if "dash" in pattern.groupindex else 1)


def _are_years(first: str, last: str) -> bool:
    """Tell whether two numbers are years in order. "2024-05" is a month, as long as 05 does not follow 24."""
    if len(last) == 4:
        return first < last
    following = f"{(int(first) + 1) % 100:02}"
    return last == following or (last > "12" and last > first[2:])


def _number(written: str) -> float:
    return float(written.replace(",", ""))
