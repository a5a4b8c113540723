"""The looks of a page: the council's colours, for light and for dark screens, before the style sheet."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from csp_docs.theme.colours import ON, TINT, Colours
from csp_docs.theme.dark import on_dark
from csp_docs.theme.palette import SERIES

_SHEETS = ("page", "blocks", "print")
_DARK_PAGE = ':is([data-jp-theme-light="false"], .vscode-dark, [data-theme="dark"], [theme="dark"], .dark) & {'
"""What JupyterLab, VS Code, marimo, Colab and pages of Sphinx say where they are dark."""
_WHOLE_PAGE = re.compile(r"(?<![\w.#-])(:root|html|body)(?=\s*\{)")
_IF_DARK = re.compile(r"@media screen and \(prefers-color-scheme: dark\) ?\{")
_SCOPED = ("notebook", "page", "blocks")
_SAME = ("pending", "green", "amber", "red", "blue", "grey")
"""The tints that are light on dark screens too."""
_BARS = (*SERIES, "quiet", "earlier_1", "earlier_2", "earlier_3")
_MAP = tuple(f"map_{place}" for place in range(1, 7))
_BOTH = ("text", "note", "accent", "link", "rule", "shade", "group", "grid", *_BARS, *_MAP)
_TINTS = tuple(f"{name}{TINT}" for name in _BARS)
_WORDS_ON = (*_SAME[1:], *_BARS, *_MAP)


def style_sheet(colours: Colours) -> str:
    """Return the style sheet of a page in the colours of a council."""
    return f"{_own(colours)}\n{_sheets(_SHEETS)}"


def scoped_sheet(colours: Colours, box: str) -> str:
    """Return the style sheet of a box in somebody else's page, which is dark where that page is.

    Its rules are nested in one for the class ``box``, which is named three times so that they come before those of the
    page.
    """
    rules = _WHOLE_PAGE.sub("&", f"{_own(colours)}\n{_sheets(_SCOPED)}")
    return f"{f'.{box}' * 3}{{{_IF_DARK.sub(_DARK_PAGE, rules)}}}"


@lru_cache(maxsize=64)
def _own(colours: Colours) -> str:
    """Return the colours of a page by their names, for light screens and paper, and then for dark screens."""
    tints = "".join(f"--{name}:#{colours.named(name)};" for name in _SAME)
    light = f"{_named(colours)}{tints}--fill:#{colours.accent}"
    return f":root{{{light}}}@media screen and (prefers-color-scheme: dark){{:root{{{_named(on_dark(colours))}}}}}"


def _named(colours: Colours) -> str:
    paints = "".join(f"--{name}:#{colours.named(name)};" for name in (*_BOTH, *_TINTS))
    words = "".join(f"--{ON}{name}:#{colours.named(ON + name)};" for name in _WORDS_ON)
    return f"--ground:#{colours.white};{paints}{words}"


@cache
def _sheets(names: tuple[str, ...]) -> str:
    folder = Path(__file__).parent
    return "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in names)
