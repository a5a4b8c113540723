"""The colours of documents, and their contrast."""

from __future__ import annotations

import colorsys

from csp_docs.records import record

TINT = "_tint"
"""The end of the name of a lighter colour: "series_1_tint" is the tint of "series_1"."""
_GROUND, _PALER = 1.125, 0.68
"""The contrast of the ground of words with white, by which words on it lose theirs, and how much paler it is than the
accent."""
ON = "on_"
"""The beginning of the name of the colour of words on another: "on_map_1" is that of words on "map_1"."""
LIGHTER = 0.62
"""The share of the ground in a tint: the rest is the colour itself, so that a tint is as soft as the ground."""

_READABLE = 4.5
"""The contrast that words need with what is under them (WCAG 2.2, 1.4.3)."""


@record
class Colours:
    """Colours in hexadecimal. ``accent`` and ``text`` need a contrast of 4.5 with white (WCAG 2.2, 1.4.3)."""

    text: str = "0B0C0C"
    note: str = "484949"
    """Sources and notes below tables and figures: the contrast with white is 9."""
    accent: str = "1F3864"
    link: str = "0B4F9E"
    rule: str = "9AA3AD"
    shade: str = "EEF2F7"
    """The ground of headers and boxes: that of the accent (``ground_of``), if a council chooses no other."""
    group: str = "F6F8FB"
    """The tint of a row that is the title of the rows below it, lighter than the ``shade`` of header rows."""
    pending: str = "FFE68A"
    """The background of words that somebody still owes: its contrast with the text is 15."""
    green: str = "CDE8D3"
    amber: str = "FFE0A8"
    red: str = "F8CBC5"
    blue: str = "CFE2F7"
    grey: str = "E3E5E8"
    """These are the backgrounds of ratings: their contrast with the text is 13 or more."""
    watermark: str = "EAEDF0"
    """It is painted under the text: its contrast with the text is 16."""
    grid: str = "DDE2E8"
    """The grid lines of a chart."""
    series_1: str = "1F3864"
    series_2: str = "EC6C10"
    series_3: str = "5A3A1A"
    series_4: str = "2A8C82"
    series_5: str = "241F20"
    series_6: str = "7C5CBF"
    """The colours of a chart's series: the accent, and those that ``csp_docs.theme.palette`` finds for it. They have a
    contrast of 3 with white (WCAG 2.2, 1.4.11), and readers who cannot see red, green or blue can tell them apart."""
    quiet: str = "8A94A0"
    """The colour of all that a chart does not highlight: its contrast with white is 3."""
    earlier_1: str = "8A94A0"
    earlier_2: str = "58626D"
    earlier_3: str = "16181B"
    """The colours of the years before the newest, from the oldest: each is darker, with a contrast of 2 with the one
    before. Their contrast with white is 3 or more."""
    map_1: str = "E4EFF9"
    map_2: str = "C3DCF1"
    map_3: str = "9CC3E5"
    map_4: str = "6FA3D4"
    map_5: str = "4680BC"
    map_6: str = "2A609E"
    """The colours of a map's classes, lowest first: those of a council have the hue of its accent. Each is darker than
    the one before, also in grey. Outlines in the colour of text have a contrast of 3 with all of them (WCAG 2.2,
    1.4.11)."""
    white: str = "FFFFFF"

    def plain(self, name: str) -> str:
        """Return the name of a colour without its ``ON``: words on dark colours are white, and others as all text."""
        if not name.startswith(ON):
            return name
        return "white" if contrast(self.white, self.named(name.removeprefix(ON))) >= _READABLE else "text"

    def named(self, name: str) -> str:
        """Return the six hexadecimal digits of the colour called ``name``, its tint, or that of words on it."""
        found = str(getattr(self, self.plain(name).removesuffix(TINT)))
        return tinted(found, self.white) if name.endswith(TINT) else found


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio (1 to 21) of two colours (WCAG 2.2).

    >>> contrast("FFFFFF", "000000")
    21.0
    """
    ratio = contrast_to_white(other) / contrast_to_white(one)
    return max(ratio, 1 / ratio)


def contrast_to_white(colour: str) -> float:
    """Return the contrast ratio (1 to 21) of six hexadecimal digits with white (WCAG 2.2, relative luminance)."""
    red, green, blue = linear_rgb(colour)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def tinted(colour: str, ground: str) -> str:
    """Return the six hexadecimal digits of the tint of a colour: the colour mixed with the ground.

    >>> tinted("00703C", "FFFFFF")
    '9EC9B5'
    """
    return mixed(colour, ground, LIGHTER)


def mixed(colour: str, ground: str, share: float) -> str:
    """Return the six hexadecimal digits of a mixture that has a ``share`` (0 to 1) of the ground."""
    pairs = ((int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (0, 2, 4))
    return "".join(f"{round(own * (1 - share) + other * share):02X}" for own, other in pairs)


def ground_of(accent: str) -> str:
    """Return the ground for words that goes with an ``accent``: a pale colour of its hue, as dark as words permit.

    >>> ground_of("14532D"), ground_of("5B2A86")
    ('E7F5EC', 'F5F0F8')
    """
    hue, _, saturation = hls(accent)
    grounds = (of_hls(hue, light / 1000, saturation * _PALER) for light in range(900, 1001))
    return next(ground for ground in grounds if contrast_to_white(ground) <= _GROUND)


def hls(colour: str) -> tuple[float, float, float]:
    """Return the hue, lightness and saturation (0 to 1) of six hexadecimal digits."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return colorsys.rgb_to_hls(red, green, blue)


def of_hls(hue: float, lightness: float, saturation: float) -> str:
    """Return the six hexadecimal digits of a colour with this hue, lightness and saturation (0 to 1)."""
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, lightness, saturation))


def halfway_to_white(colour: str) -> str:
    """Return the six hexadecimal digits of the colour between ``colour`` and white."""
    return "".join(f"{(int(colour[at : at + 2], 16) + 255) // 2:02X}" for at in (0, 2, 4))


def linear_rgb(colour: str) -> tuple[float, float, float]:
    """Return the linear red, green and blue (0 to 1) of six hexadecimal digits (IEC 61966-2-1, sRGB)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return red, green, blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
