"""Commas inside { } and [ ] separate values: finds numbers and texts that were split by their own commas."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from yaml.events import ScalarEvent

from csp_docs.reading.faults import shortened

_SPLIT = re.compile(r"[-+\N{MINUS SIGN}]?£?\d+(,\d{1,3})+(\.\d+)?%?", re.ASCII)
_THOUSANDS = re.compile(r"[-+\N{MINUS SIGN}]?£?\d{1,3},\d{3}(\.\d+)?%?", re.ASCII)
_IN_WORDS = re.compile(r"(?<![\d,])£?\d{1,3},\d{3}(?!\d)", re.ASCII)
_KEY = re.compile("[A-Za-z_0-9]+")
_QUOTE = "commas separate values inside { } and [ ]: put a text with a comma in quotes"
NUMBERS = 'commas separate values inside { } and [ ]: quote numbers with commas, "12,000", or use a decimal point, 1.5'
FORGOTTEN = f'write a value, or leave the key out; "" is an empty text; {_QUOTE}'
"""The hint for a key without a value inside braces."""


def joined(before: str, key: str, *, split: bool) -> str:
    """Return the text that a key without a value is the rest of, as in ``{current: 12,000}``; empty if it is a key.

    A name may be a key whose value was forgotten, unless the text ``before`` it was ``split`` already.
    """
    whole = f"{before},{key}"
    if _SPLIT.fullmatch(whole):
        return whole
    rest_of_number = _IN_WORDS.search(whole) and any(map(str.isalpha, before))
    if _KEY.fullmatch(key) and not (split or rest_of_number):
        return ""
    return whole if before[-1:].isdigit() and key[:1].isdigit() else f"{before}, {key}"


def split(whole: str) -> tuple[str, str]:
    """Return the fact and the hint for a number or a text that is split by its comma."""
    if _SPLIT.fullmatch(whole):
        return f'the number "{whole}" is split by its comma', NUMBERS
    return f'the text "{shortened(whole)}" is split by its comma', _QUOTE


def thousands(events: list[Any]) -> str:
    """Return what looks like one number that was read as two items of a list: ``1,200``, ``It cost £1,200 in May``.

    A list of numbers may have commas without spaces everywhere, but not in one place only.
    """
    if not all(isinstance(event, ScalarEvent) and not event.style for event in events):
        return ""
    neighbours = [(a, b) for a, b in pairwise(events) if a.end_mark.line == b.start_mark.line]
    close = [(a, b) for a, b in neighbours if b.start_mark.column == a.end_mark.column + 1]
    wholes = [f"{a.value},{b.value}" for a, b in close]
    numbers = [whole for whole in wholes if _THOUSANDS.fullmatch(whole)] if len(close) < len(neighbours) else []
    texts = [found[0] for whole in wholes if any(map(str.isalpha, whole)) and (found := _IN_WORDS.search(whole))]
    return next(iter((*numbers, *texts)), "")
