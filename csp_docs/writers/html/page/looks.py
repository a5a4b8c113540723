"""The looks of a page: the council's colours, for light and for dark screens, before the style sheet."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls
from functools import cache
from pathlib import Path

from csp_docs.theme.colours import Colours, contrast_to_white

_SHEETS = ("page", "blocks", "print")
_DARK = "121417"
"""The ground of a page on a dark screen."""
_READABLE = 7.0
"""The contrast of words in the council's colours with a dark ground (WCAG 2.2, 1.4.6)."""
_DARK_PAGE = ':is([data-jp-theme-light="false"], .vscode-dark, [data-theme="dark"], [theme="dark"], .dark) & {'
"""What JupyterLab, VS Code, marimo, Colab and pages of Sphinx say where they are dark."""
_WHOLE_PAGE = re.compile(r"(?<![\w.#-])(:root|html|body)(?=\s*\{)")
_IF_DARK = re.compile(r"@media \(prefers-color-scheme: ?dark\) ?\{")
_SCOPED = ("notebook", "page", "blocks")
_FIXED = (
    "text",
    "note",
    "accent",
    "link",
    "rule",
    "shade",
    "group",
    "pending",
    "green",
    "amber",
    "red",
    "blue",
    "grey",
)


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


def _own(colours: Colours) -> str:
    light = "".join(f"--{name}:#{getattr(colours, name)};" for name in _FIXED)
    dark = "".join(f"--{name}:#{_lightened(getattr(colours, name))};" for name in ("accent", "link"))
    return f":root{{{light}--fill:#{colours.accent}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, the lighter one first (WCAG 2.2)."""
    return contrast_to_white(other) / contrast_to_white(one)


@cache
def _lightened(colour: str) -> str:
    """Return ``colour`` as light as readers need it on a dark ground; its hue stays."""
    hue, lightness, saturation = rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    for step in range(round(lightness * 100), 101):
        lighter = "".join(f"{round(part * 255):02X}" for part in hls_to_rgb(hue, step / 100, saturation))
        if contrast(lighter, _DARK) >= _READABLE:
            return lighter
    return "FFFFFF"


@cache
def _sheets(names: tuple[str, ...]) -> str:
    folder = Path(__file__).parent
    return "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in names)
