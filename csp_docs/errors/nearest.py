"""Help with misspelt names, in a time that does not depend on how many names there are."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cached_property, lru_cache

_LISTED = 25
"""The most names that a hint lists."""
_FEW = 5
"""How many names a hint lists if there are more."""
_NEIGHBOURS = 7
"""How many names before a misspelt one, after it, and with the same slip are compared with it."""
_LONGEST = 60
"""In how many characters of a name a slip is found."""
_CLOSE, _SIMILAR = 0.6, 0.4
"""How much a name must be like a misspelt one to be what was meant, and to be listed first (of 1)."""
_SAME = (
    ("title", "heading", "header", "name"),
    ("content", "text", "body", "paragraphs"),
    ("figure", "image", "picture", "photo"),
    ("chart", "graph", "plot"),
    ("bullets", "list", "points"),
    ("cells", "items"),
    ("column", "name", "label"),
    ("running_head", "header"),
    ("running_foot", "footer"),
)
"""Other words that people use for keys: the first of each row that is known is what was meant."""


def did_you_mean(name: str, known: Iterable[str], what: str = "known names", where: str = "") -> str:
    """Return a hint: the closest known name, if one is close, and the known names.

    Only the nearest few of many names are listed; ``where`` then says what lists them all ("docs/format.md").
    """
    names = _names(tuple(known))
    written = next(
        (form for form in (name, name.lower()) if get_close_matches(form, names.near(form), 1, _CLOSE)), name
    )
    similar = get_close_matches(written, names.near(written), _FEW, _SIMILAR)
    guess = f'did you mean "{similar[0]}"? ' if get_close_matches(written, similar[:1], 1, _CLOSE) else ""
    return f"{guess}{what}: {_few(names.sorted, where, similar)}"


def key_meant(name: str, known: Iterable[str], what: str, where: str) -> str:
    """Return the hint for a key, which may be another word for one that is known.

    >>> key_meant("image", ["chart", "figure"], "blocks", "")
    'did you mean "figure"? blocks: chart, figure'
    """
    keys = tuple(known)
    words = (word for words in _SAME if name in words for word in words)
    return did_you_mean(next((word for word in words if word in keys), name), keys, what, where)


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


class _Names:
    """Names in alphabetical order, and by what is left of each without one of its characters.

    A name with one slip (a character too many, too few or wrong, or two swapped) shares one of these with the right
    one. A name with more slips often begins like it.
    """

    def __init__(self, known: tuple[str, ...]) -> None:
        self.sorted = tuple(sorted(set(known)))

    @cached_property
    def by_slips(self) -> dict[str, list[str]]:
        found = {name: [name] for name in self.sorted}  # a name is nearer to itself than those that are like it
        for name in self.sorted:
            for slip in _slips(name) - {name}:
                names = found.setdefault(slip, [])
                if len(names) < _NEIGHBOURS:
                    names.append(name)
        return found

    def near(self, name: str) -> Sequence[str]:
        """Return the names to compare with a misspelt one, in alphabetical order."""
        if len(self.sorted) <= 4 * _NEIGHBOURS:
            return self.sorted
        at = bisect(self.sorted, name)
        around = self.sorted[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]
        return sorted({*around, *(near for slip in _slips(name) for near in self.by_slips.get(slip, ()))})


@lru_cache(maxsize=16)
def _names(known: tuple[str, ...]) -> _Names:
    return _Names(known)


def _slips(name: str) -> set[str]:
    """Return a name without one of its characters, for each, and itself."""
    return {name, *(name[:at] + name[at + 1 :] for at in range(min(len(name), _LONGEST)))}
