"""The theme's measures in Word's units, its colours as Word's theme colours; indents, rules and backgrounds of both.

A council changes Word's theme colours all at once in the Design tab. The name of a slot is next to the hexadecimal
digits, which are for programs that do not read the theme part. The two are the same colour, also where one is made from
a slot: tints are mixtures with white, and the greys of charts are darker than rules. Ratings and what is pending have
colours of their own: a red rating stays red in every design.
"""

from __future__ import annotations

from collections.abc import Iterator

from csp_docs.blocks import Align
from csp_docs.theme.colours import LIGHTER, TINT, halfway_to_white, hls, of_hls
from csp_docs.theme.metrics import in_twips
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.elements import Xml, element, tag_of, w

SLOTS = {
    "dk1": "text",
    "lt1": "white",
    "dk2": "note",
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
    "note": ("text2", "tx2"),
    "series_1": ("accent1", "accent1"),
    "series_2": ("accent2", "accent2"),
    "series_3": ("accent3", "accent3"),
    "series_4": ("accent4", "accent4"),
    "series_5": ("accent5", "accent5"),
}
"""The names of a slot in text (17.18.97) and in drawings (20.1.10.54)."""

_HALF = "80"
"""Half of a colour in Word's tints, in hexadecimal; the other half is white (ECMA-376 part 1, 17.3.5)."""
_WHOLE = 100_000
"""The whole in DrawingML, in thousandths of a per cent."""


def twips(points: float) -> int:
    """Return ``points`` in twentieths, Word's unit for lengths."""
    return in_twips(points)


def half_points(points: float) -> int:
    """Return ``points`` in halves, Word's unit for the size of type."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Return ``points`` in eighths, Word's unit for the width of rules."""
    return round(points * 8)


def indent(left: float, hanging: float = 0) -> Xml:
    """Return the indent of a paragraph in points; ``hanging`` is how far the first line hangs left.

    Edges that are the same in points are the same in twips, so that Word joins the boxes of paragraphs.
    """
    if not hanging:
        return w("ind", left=twips(left), firstLine=0)
    return w("ind", left=twips(left - hanging) + twips(hanging), hanging=twips(hanging))


def narrowed(properties: list[Xml], points: float) -> list[Xml]:
    """Return the ``properties`` of a paragraph whose lines end so many ``points`` before the right margin."""
    if not points:
        return properties
    others = [one for one in properties if tag_of(one) != "ind"]
    at_edge = {"left": 0, "firstLine": 0} if len(others) < len(properties) else {}
    return [*others, w("ind", **at_edge, right=twips(points))]


def justified(align: Align) -> Xml:
    """Return the property of a paragraph that is aligned so."""
    return w("jc", val="center" if align is Align.CENTRE else align.value)


def themed(theme: Theme, colour: str, attribute: str = "color", slot: str = "themeColor") -> dict[str, str]:
    """Return the attributes of text, a rule or a background with the ``colour`` of this name."""
    return {attribute: theme.colour(colour), **({slot: _NAMES[colour][0]} if colour in _NAMES else {})}


def _half_tint(theme: Theme) -> dict[str, str]:
    """Return the attributes by which the tint of a group follows the shade, if it is halfway from there to white."""
    if theme.colour("group") != halfway_to_white(theme.colour("shade")):
        return {}
    return {"themeFill": _NAMES["shade"][0], "themeFillTint": _HALF}


def painted(theme: Theme, colour: str) -> Xml:
    """Return the ``colour`` of this name for a shape or a chart (``a:schemeClr`` or ``a:srgbClr``).

    A tint of a slot follows it. A council may choose a first series that differs from its accent: that has no slot.
    """
    colour = theme.colours.plain(colour)
    name = colour.removesuffix(TINT)
    slot, darker = _slot(theme, name)
    if not slot:
        return element("a:srgbClr", (), {"val": theme.colour(colour)})
    lighter = _mixed(theme.colour(name)) if colour.endswith(TINT) else ()
    return element("a:schemeClr", (*darker, *lighter), {"val": slot})


def _slot(theme: Theme, name: str) -> tuple[str, tuple[Xml, ...]]:
    """Return the slot of a colour, and how the colour is made from it; an empty slot if it has none.

    Some greys of charts have the hue of rules, and are only darker.
    """
    if name == "series_1" and theme.colour(name) != theme.colour("accent"):
        return "", ()
    if name in _NAMES:
        return _NAMES[name][1], ()
    hue, light, saturation = hls(theme.colour("rule"))
    share = round(hls(theme.colour(name))[1] / light * _WHOLE) if light else 0
    if not 0 < share <= _WHOLE or of_hls(hue, light * share / _WHOLE, saturation) != theme.colour(name):
        return "", ()
    return _NAMES["rule"][1], (element("a:lumMod", (), {"val": share}),)


def _mixed(colour: str) -> Iterator[Xml]:
    """Yield the mixture of a ``colour`` with white, as DrawingML says it (ECMA-376 part 1, 20.1.2.3.20, 21 and 27).

    The luminance is multiplied, then raised; a dark colour loses saturation, as colours do that are mixed with white.
    """
    _, light, _ = hls(colour)
    for name, share in (("satMod", min(1, light / (1 - light))), ("lumMod", 1 - LIGHTER), ("lumOff", LIGHTER)):
        yield element(f"a:{name}", (), {"val": round(share * _WHOLE)})


def rule(side: str, theme: Theme, colour: str, points: float = 0.5, space: float = 0) -> Xml:
    """Return a rule at one ``side`` of a paragraph, cell or table, ``space`` points from the text."""
    return w(side, val="single", sz=eighths(points), space=round(space), **themed(theme, colour))


def shading(theme: Theme, colour: str) -> Xml:
    """Return a plain background in the ``colour`` of this name."""
    tint = _half_tint(theme) if colour == "group" else {}
    return w("shd", val="clear", color="auto", **themed(theme, colour, "fill", "themeFill"), **tint)
