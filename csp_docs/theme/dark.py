"""The colours of a council on a dark screen: as many differences as on paper, for all kinds of sight."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from attrs import evolve

from csp_docs.theme.colours import Colours, contrast, hls, of_hls
from csp_docs.theme.palette import SERIES, series_of

GROUND = "121417"
"""The ground of a dark page. It has the place of white, so words on light fills have it too."""
_POOL = (
    "FFB454", "E06C1F", "2FA090", "FFF0A8", "8F7FE6", "F4C6DA",
    "BFE3FF", "D65C9B", "8ADBAA", "5294DB", "A08A2A", "FAFAF0",
)  # fmt: skip
"""Colours of series: their contrast with the ground is 5 or more, in the order in which they are tried."""
_READABLE, _SEEN = 7.0, 4.5
"""The contrast with the ground of words in the council's colours (WCAG 2.2, 1.4.6), and of a series that it chose."""
_QUIET = (3.2, 6.5, 13.2)
"""The contrast of what is not highlighted, and of the years before the newest: here the newer are lighter."""
_MAP = (1.35, 1.75, 2.2, 2.8, 3.6, 4.6)
"""The contrast of a map's classes. White outlines have a contrast of 3 with all of them (WCAG 2.2, 1.4.11)."""

_START, _STEPS = 20, 200
"""Colours are made lighter in so many steps; the first ones would be as dark as the ground."""


def on_dark(colours: Colours) -> Colours:
    """Return ``colours`` for a dark screen: light words on a dark ground, and the hues of the council.

    The tints of ratings and of what is pending stay as they are, with dark words on them.
    """
    accent = _light(colours.accent, _READABLE)
    first = accent if colours.series_1 == colours.accent else _light(colours.series_1, _SEEN)
    named = dict(zip(SERIES, series_of((first, *[""] * (len(SERIES) - 1)), _POOL), strict=True))
    quiet, *_ = greys = [_at(colours.quiet, wanted) for wanted in _QUIET]
    earlier = {f"earlier_{place}": grey for place, grey in enumerate(greys, 1)}
    levels = {f"map_{place}": _at(getattr(colours, f"map_{place}"), wanted) for place, wanted in enumerate(_MAP, 1)}
    return evolve(
        colours, white=GROUND, text="F3F4F5", note="C9CDD2", accent=accent, link=_light(colours.link, _READABLE),
        rule="646C76", grid="343B44", shade="1F252C", group="191E24", quiet=quiet, **named, **earlier, **levels,
    )  # fmt: skip


def _light(colour: str, wanted: float) -> str:
    """Return ``colour``, or a lighter one of its hue whose contrast with the ground is ``wanted``."""
    return colour if contrast(colour, GROUND) >= wanted else _at(colour, wanted)


@cache
def _at(colour: str, wanted: float) -> str:
    """Return the colour of the same hue whose contrast with the ground is ``wanted``, or little more; or white."""
    hue, _, saturation = hls(colour)
    ladder = [of_hls(hue, step / _STEPS, saturation) for step in range(_START, _STEPS + 1)]
    return ladder[bisect_left(ladder, wanted, key=lambda one: contrast(one, GROUND))]
