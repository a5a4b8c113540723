"""The colours of a chart's series that go with the accent of a council, for all kinds of sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import count

from attrs import evolve

from csp_docs.records import record
from csp_docs.theme.colours import (
    Colours,
    contrast_to_white,
    ground_of,
    halfway_to_white,
    hls,
    mixed,
    of_hls,
)
from csp_docs.theme.sight import difference, grey_difference

_POOL = (
    "EC6C10", "2A8C82", "7B1450", "3B93D6", "5A3A1A", "7C5CBF",
    "1B4F8A", "D0508F", "1F5B3A", "A07D00", "5C6B1A", "241F20",
)  # fmt: skip
"""Light and dark colours with a contrast of 3 with white (WCAG 2.2, 1.4.11), in the order in which they are tried."""
_QUIET = "8A94A0", "A4907E"
"""A grey-blue for what is not highlighted, and a grey-brown for an accent that looks like it."""
_EARLIER = ("8A94A0", "58626D", "16181B"), ("A4907E", "6E5D4D", "201B17"), ("8A94A0", "444C54", "16181B")
"""The same colours and darker ones, for the years before the newest, which has the accent: the first that suits it.

Neighbours have a contrast of 2. The grey-blues have the hue and the saturation of the default rule, as in Word's theme.
"""
_MAP = (1.17, 1.42, 1.86, 2.68, 4.08, 6.3)
"""The contrast of a map's classes with white: outlines in the colour of text have a contrast of 3 with all of them."""
_SOFT = 0.8
"""The saturation of maps, as a share of the accent's: large areas in lively colours would be gaudy."""
_STEPS = 400
"""The number of steps in which colours become lighter."""
_APART = 15.0
"""The least difference between the accent and what is not highlighted."""
_MOST_COMMON = 4
"""The number of first series, which most charts have no more of: all of these differ as much as neighbours do."""
MAPS = tuple(f"map_{place}" for place in range(1, 7))
"""The names of the colours of a map's classes."""
EARLIER = tuple(f"earlier_{place}" for place in range(1, 4))
"""The names of the colours of the years before the newest."""
SERIES = tuple(f"series_{place}" for place in range(1, 7))
"""The names of the colours of a chart's series."""


@record
class _Wanted:
    """The least difference of neighbours and of the first series, that of neighbours in grey, and that of all."""

    near: float
    grey: float
    far: float

    def holds(self, colour: str, before: Sequence[str]) -> bool:
        """Return whether ``colour`` can follow the colours ``before`` it."""
        last = before[-1]
        if difference(colour, last) < self.near or grey_difference(colour, last) < self.grey:
            return False
        far = self.near if len(before) < _MOST_COMMON else self.far
        return all(difference(colour, other) >= far for other in before)


_BEST, _EASIER = _Wanted(24, 12, 18), 0.85
"""What is wanted first, and by how much less is wanted if the pool does not have it."""


def accent_led(chosen: Mapping[str, str]) -> Colours:
    """Return the colours with those ``chosen``: the first series has the accent, the others differ from it.

    Readers can distinguish neighbours, and all colours of a chart, with normal sight, without red, without green and
    without blue. A series that is chosen has its colour, whatever the others are. The shade is a pale accent, and the
    tint of a row that is the title of a group is between the shade and white. The classes of maps have the hue of an
    accent that is chosen, unless one of them is chosen.
    """
    colours = evolve(Colours(), **chosen)
    given = tuple(chosen.get(name, "") for name in SERIES)
    first = given[0] or colours.accent
    series = dict(zip(SERIES, series_of((first, *given[1:]), _POOL), strict=True))
    greys = max(_EARLIER, key=lambda found: min(_APART, *(difference(one, first) for one in found)))
    earlier = {name: chosen.get(name) or grey for name, grey in zip(EARLIER, greys, strict=True)}
    shade = chosen.get("shade") or ground_of(colours.accent)
    grounds = {"shade": shade, "group": chosen.get("group") or halfway_to_white(shade)}
    of_maps = {} if set(MAPS) & set(chosen) or "accent" not in chosen else map_of(colours.accent)
    return evolve(colours, **series, **earlier, **grounds, **of_maps, quiet=chosen.get("quiet") or _quiet(first))


def map_of(accent: str) -> dict[str, str]:
    """Return the colours of a map's classes with the hue of an ``accent``: a dark one, and mixtures with white.

    >>> map_of("14532D")["map_1"], map_of("14532D")["map_6"]
    ('E7EFEA', '256C41')
    """
    hue, _, saturation = hls(accent)
    darkest = _lighter(lambda share: of_hls(hue, share, saturation * _SOFT), _MAP[-1])
    lighter = (_lighter(lambda share: mixed(darkest, "FFFFFF", share), wanted) for wanted in _MAP[:-1])
    return dict(zip(MAPS, (*lighter, darkest), strict=True))


def _lighter(colour: Callable[[float], str], wanted: float) -> str:
    """Return the lightest ``colour`` whose contrast with white is ``wanted``; it is given how light it is (0 to 1)."""
    step = bisect_right(range(_STEPS), -wanted, key=lambda step: -contrast_to_white(colour((step + 1) / _STEPS)))
    return colour(step / _STEPS)


@lru_cache(maxsize=64)
def series_of(given: tuple[str, ...], pool: tuple[str, ...]) -> tuple[str, ...]:
    """Return a colour for each place: the one that is ``given``, or one of the ``pool``."""
    for tried in count():
        easier = _EASIER**tried
        wanted = _Wanted(_BEST.near * easier, _BEST.grey * easier, _BEST.far * easier)
        if found := _found(given, pool, wanted, given[:1]):
            return found
    raise AssertionError("every colour differs from the others by nothing or more")


def _found(given: tuple[str, ...], pool: tuple[str, ...], wanted: _Wanted, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``before`` with colours for the other places; empty if the pool does not have what is wanted."""
    if len(before) == len(given):
        return before
    fixed = given[len(before)]
    free = [one for one in pool if one not in {*before, *given} and wanted.holds(one, before)]
    for colour in [fixed] if fixed else free:
        if found := _found(given, pool, wanted, (*before, colour)):
            return found
    return ()


def _quiet(accent: str) -> str:
    first, _ = _QUIET
    return first if difference(first, accent) >= _APART else max(_QUIET, key=lambda one: difference(one, accent))
