"""Help with misspelt names, in a time that does not depend on how many names there are."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from attrs import frozen

_LISTED = 25
"""The most names that a hint lists."""
_FEW = 5
"""How many names a hint lists if there are more."""
_NEIGHBOURS = 7
"""How many names before a misspelt one, and after it, are compared with it."""
_CLOSE, _SIMILAR = 0.6, 0.4
"""How much a name must be like a misspelt one to be what was meant, and to be listed first (of 1)."""


def did_you_mean(name: str, known: Iterable[str], what: str = "known names", where: str = "") -> str:
    """Return a hint: the closest known name, if one is close, and the known names.

    Only the nearest few of many names are listed; ``where`` then says what lists them all ("docs/format.md").
    """
    names = _names(tuple(known))
    similar = get_close_matches(name, names.near(name), _FEW, _SIMILAR)
    guess = f'did you mean "{similar[0]}"? ' if get_close_matches(name, similar[:1], 1, _CLOSE) else ""
    return f"{guess}{what}: {_few(names.by_beginning, where, similar)}"


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """Return the few known names that are close to a misspelt one, the closest first."""
    return get_close_matches(name, _names(tuple(known)).near(name), _FEW, _CLOSE)


def listed(names: Iterable[str], where: str = "") -> str:
    """Return names as a hint lists them; of many, only the first few, and ``where`` they are all listed."""
    return _few(tuple(dict.fromkeys(names)), where)


def _few(names: Sequence[str], where: str, first: Sequence[str] = ()) -> str:
    if len(names) <= _LISTED:
        return ", ".join(names) or "none"
    few = first or names[:_FEW]
    all_names = f" ({where} lists them all)" if where else ""
    return f"{', '.join(few)} and {len(names) - len(few):,} more{all_names}"


@frozen
class _Names:
    """Names in alphabetical order, by their beginnings and by their ends.

    A misspelt name begins or ends like the right one, so the right one is near it in one of the two.
    """

    by_beginning: tuple[str, ...]
    by_end: tuple[str, ...]

    def near(self, name: str) -> Sequence[str]:
        """Return the names to compare with a misspelt one, in alphabetical order."""
        if len(self.by_beginning) <= 4 * _NEIGHBOURS:
            return self.by_beginning
        ends = _around(name[::-1], self.by_end)
        return sorted({*_around(name, self.by_beginning), *(end[::-1] for end in ends)})


@lru_cache(maxsize=16)
def _names(known: tuple[str, ...]) -> _Names:
    names = set(known)
    return _Names(tuple(sorted(names)), tuple(sorted(name[::-1] for name in names)))


def _around(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    at = bisect(names, name)
    return names[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]
