"""The colours of the theme as Word's theme colours: a council changes them all at once in the Design tab.

The name of a slot is beside the hexadecimal digits, for programs that do not read the theme part. The two are
the same colour, because each slot of the theme part has a colour as it is, without a tint or a shade. Ratings and what
is pending have colours of their own: a red rating stays red in every design.
"""

from __future__ import annotations

from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.elements import Xml, element

SLOTS = {
    "dk1": "text",
    "lt1": "white",
    "dk2": "accent",
    "lt2": "shade",
    "accent1": "accent",
    "accent2": "series_2",
    "accent3": "series_3",
    "accent4": "series_4",
    "accent5": "series_5",
    "accent6": "rule",
    "hlink": "link",
    "folHlink": "link",
}
"""The colour in each slot of the theme part, in the order of the schema (ECMA-376 part 1, 20.1.6.2)."""

_NAMES = {
    "text": ("text1", "tx1"),
    "white": ("background1", "bg1"),
    "shade": ("background2", "bg2"),
    "accent": ("accent1", "accent1"),
    "rule": ("accent6", "accent6"),
    "link": ("hyperlink", "hlink"),
}
"""The names of a slot in text (17.18.97) and in drawings (20.1.10.54)."""


def themed(theme: Theme, colour: str, attribute: str = "color", slot: str = "themeColor") -> dict[str, str]:
    """Return the attributes of text, a rule or a background with the ``colour`` of this name."""
    return {attribute: theme.colour(colour), **({slot: _NAMES[colour][0]} if colour in _NAMES else {})}


def painted(theme: Theme, colour: str) -> Xml:
    """Return the ``colour`` of this name for a shape (``a:schemeClr`` or ``a:srgbClr``)."""
    if colour in _NAMES:
        return element("a:schemeClr", (), {"val": _NAMES[colour][1]})
    return element("a:srgbClr", (), {"val": theme.colour(colour)})
