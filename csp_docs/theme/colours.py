"""The colours of documents, and their contrast."""

from __future__ import annotations

import colorsys

from csp_docs.records import record

TINT = "_tint"
"""The end of the name of a lighter colour: "series_1_tint" is the tint of "series_1"."""
LIGHTER = 0.7
"""How much lighter a tint is, as in the lighter colours that Word offers for a theme colour."""


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
    quiet: str = "8A95A6"
    """The colour of all that a chart does not highlight: its contrast with white is 3."""
    earlier_1: str = "8A95A6"
    earlier_2: str = "6B7686"
    earlier_3: str = "4F5A69"
    """The colours of the years before the newest, from the oldest: each is darker. Their contrast with white is 3."""
    map_1: str = "E4EFF9"
    map_2: str = "C3DCF1"
    map_3: str = "9CC3E5"
    map_4: str = "6FA3D4"
    map_5: str = "4680BC"
    map_6: str = "2A609E"
    """The colours of a map's classes, lowest first. Each is darker than the one before, also in grey. Outlines in the
    colour of text have a contrast of 3 with all of them (WCAG 2.2, 1.4.11)."""
    white: str = "FFFFFF"


def contrast_to_white(colour: str) -> float:
    """Return the contrast ratio (1 to 21) of six hexadecimal digits with white (WCAG 2.2, relative luminance)."""
    red, green, blue = linear_rgb(colour)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def tinted(colour: str) -> str:
    """Return the six hexadecimal digits of the tint of a colour: its luminance is nearer to white."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    lighter = colorsys.hls_to_rgb(hue, light * (1 - LIGHTER) + LIGHTER, saturation)
    return "".join(f"{round(channel * 255):02X}" for channel in lighter)


def halfway_to_white(colour: str) -> str:
    """Return the six hexadecimal digits of the colour between ``colour`` and white."""
    return "".join(f"{(int(colour[at : at + 2], 16) + 255) // 2:02X}" for at in (0, 2, 4))


def linear_rgb(colour: str) -> tuple[float, float, float]:
    """Return the linear red, green and blue (0 to 1) of six hexadecimal digits (IEC 61966-2-1, sRGB)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return red, green, blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
