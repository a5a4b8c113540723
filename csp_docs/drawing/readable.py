"""The size of words in drawings: that of the text if a page has room, and none that is too small to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

SMALLEST = 9.0
"""The smallest words that people can read in print, in points."""
_STEP = 1.0
"""The steps in which words become smaller, in points."""
_GROWTH = 1.2
_CLOSE = 1e-6
"""A tolerance, because sizes that are multiplied and divided differ in their last digits."""


class _Drawn(Protocol):
    @property
    def cut(self) -> tuple[str, ...]:
        """The words of which only the beginning is printed."""


_T = TypeVar("_T", bound=_Drawn)


def chosen(drawn: Callable[[float], _T | None], size: float, least: float) -> _T:
    """Return the drawing that has the largest words, and all of them whole if that is possible.

    ``drawn`` returns a drawing with words of ``size`` on a sheet larger by a factor, shrunk to its place, or None if
    the sheet has no room; ``least`` is the smallest factor that can have room.
    """
    cut = None
    for factor in factors(size, least):
        found = drawn(factor)
        if found and not found.cut:
            return found
        cut = cut or found
    return cut or next(found for factor in beyond(size, least) if (found := drawn(factor)))


def is_small(size: float) -> bool:
    """Return whether words of this size are too small to read."""
    return size < SMALLEST - _CLOSE


def factors(size: float, least: float = 1) -> Iterator[float]:
    """Yield by how much a drawing with words of ``size`` may be shrunk, from ``least`` to the smallest words."""
    most = max(1.0, size / SMALLEST)
    factor = max(1.0, least)
    while factor < most:
        yield factor
        factor = size / (size / factor - _STEP)
    if least <= most:
        yield most


def beyond(size: float, least: float = 1) -> Iterator[float]:
    """Yield the factors that make words smaller than the smallest, without end."""
    most = max(1.0, size / SMALLEST)
    factor = least if least > most else most * _GROWTH
    while True:
        yield factor
        factor *= _GROWTH
