"""The looks of a page: the council's colours, for light and for dark screens, before the style sheet."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from csp_docs.theme.colours import ON, TINT, Colours
from csp_docs.theme.dark import on_dark
from csp_docs.theme.palette import SERIES

_SHEETS = ("page", "blocks", "print")
_SAME = ("pending", "green", "amber", "red", "blue", "grey")
"""The tints that are light on dark screens too."""
_BARS = (*SERIES, "quiet", "earlier_1", "earlier_2", "earlier_3")
_MAP = tuple(f"map_{place}" for place in range(1, 7))
_BOTH = ("text", "note", "accent", "link", "rule", "shade", "group", "grid", *_BARS, *_MAP)
_TINTS = tuple(f"{name}{TINT}" for name in _BARS)
_WORDS_ON = (*_SAME[1:], *_BARS, *_MAP)


def style_sheet(colours: Colours) -> str:
    """Return the style sheet of a page in the colours of a council."""
    return f"{own_colours(colours)}\n{sheets(_SHEETS)}"


@lru_cache(maxsize=64)
def own_colours(colours: Colours) -> str:
    """Return the colours of a page by their names, for light screens and paper, and then for dark screens."""
    tints = "".join(f"--{name}:#{colours.named(name)};" for name in _SAME)
    light = f"{_named(colours)}{tints}--fill:#{colours.accent}"
    return f":root{{{light}}}@media screen and (prefers-color-scheme: dark){{:root{{{_named(on_dark(colours))}}}}}"


def _named(colours: Colours) -> str:
    paints = "".join(f"--{name}:#{colours.named(name)};" for name in (*_BOTH, *_TINTS))
    words = "".join(f"--{ON}{name}:#{colours.named(ON + name)};" for name in _WORDS_ON)
    return f"--ground:#{colours.white};{paints}{words}"


@cache
def sheets(names: tuple[str, ...]) -> str:
    """Return the style sheets with these names, one after the other."""
    folder = Path(__file__).parent
    return "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in names)
