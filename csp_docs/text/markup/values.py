"""The value of an expression among the words of a text."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from csp_docs.blocks import Inlines, Pending
from csp_docs.errors import Origin
from csp_docs.text.expressions import Value
from csp_docs.text.typography import Exact, exact

FLAT = str.maketrans("\n\t", "  ")
"""Line breaks inside words are spaces."""


def placed(value: Value, origin: Origin | None, clean: Callable[[str], str]) -> Value:
    """Return a value at the place of its text; words that may come from anywhere are cleaned."""
    match value:
        case str():
            return clean(value)
        case tuple():  # words of another text, which have their own place
            return value
        case Pending():  # its words may come from an expression
            return evolve(
                value,
                text=clean(value.text),
                comment=clean(value.comment),
                owner=clean(value.owner),
                what=clean(value.what),
                origin=value.origin or origin,
            )
    return evolve(value, origin=origin)


def as_printed(value: Value, origin: Origin | None) -> Inlines:
    """Return a value as it is printed: its words exactly as they are given."""
    match value:
        case str():
            return (Exact(value.translate(FLAT), origin=origin),) if value else ()
        case tuple():
            return exact(value)
    return (value,)
