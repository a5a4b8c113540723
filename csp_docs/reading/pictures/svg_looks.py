"""What SVG says of the looks of its shapes: presentation attributes, ``style``, and simple rules of a style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import cos, radians, sin, tan
from typing import TypeAlias
from xml.etree.ElementTree import Element

from PIL import ImageColor

Look: TypeAlias = dict[str, str]
Matrix: TypeAlias = tuple[float, float, float, float, float, float]
START: Look = {"fill": "black", "stroke": "none", "stroke-width": "1", "fill-rule": "nonzero"}
UNTURNED: Matrix = (1, 0, 0, 1, 0, 0)
_INHERITED = ("fill", "stroke", "stroke-width", "fill-rule", "color", "visibility")
_OWN = ("opacity", "fill-opacity", "stroke-opacity", "display", "clip-path", "mask", "filter", "stroke-dasharray")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LENGTH = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(px|pt|pc|mm|cm|in|)\s*")
_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def local(name: str) -> str:
    """Return the name of an element or attribute without its namespace."""
    return name.rpartition("}")[2]


def length(text: str | None) -> float | None:
    """Return a length in pixels; None for one that is a share, or is not a length."""
    found = _LENGTH.fullmatch(text or "")
    return float(found[1]) * _UNITS[found[2]] if found else None


def style_sheet(root: Element) -> list[tuple[str, Look]]:
    """Return the rules of all style sheets by their simple selectors: ``path``, ``.cls-1``, ``#crest``."""
    sheets = (element.text or "" for element in root.iter() if local(str(element.tag)) == "style")
    rules = (found for sheet in sheets for found in _RULE.finditer(_COMMENT.sub("", sheet)))
    return [(one.strip(), _declared(found[2])) for found in rules for one in found[1].split(",")]


def look_of(element: Element, around: Look, sheet: list[tuple[str, Look]]) -> Look:
    """Return the look of an element: what is ``around`` it, its attributes, the style sheet, its own style."""
    names = {local(str(element.tag)), f"#{element.get('id')}", *(f".{one}" for one in element.get("class", "").split())}
    attributes = {name: value for name in (*_INHERITED, *_OWN) if (value := element.get(name)) is not None}
    look = {name: value for name, value in around.items() if name not in _OWN}
    look |= attributes
    for selector, declared in sheet:
        if selector in names:
            look |= declared
    look |= _declared(element.get("style", ""))
    return {name: around.get(name, "") if value == "inherit" else value for name, value in look.items()}


def _declared(text: str) -> Look:
    pairs = (part.partition(":") for part in text.split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs if value.strip()}


def colour(value: str, look: Mapping[str, str]) -> str | None:
    """Return a colour as six hexadecimal digits; empty for none, and None for what is not a colour."""
    value = look.get("color", "black") if value.casefold() == "currentcolor" else value
    if value.casefold() in ("none", "transparent"):
        return ""
    try:
        red, green, blue, *rest = ImageColor.getrgb(value)
    except ValueError:
        return None
    return "" if rest and not rest[0] else f"{red:02X}{green:02X}{blue:02X}"


def moved(text: str) -> Matrix:
    """Return the matrix of the attribute ``transform``."""
    matrix = UNTURNED
    for found in _TRANSFORM.finditer(text):
        numbers = [float(number) for number in _NUMBER.findall(found[2])]
        for one in _matrices(found[1], numbers):
            matrix = times(matrix, one)
    return matrix


def _matrices(name: str, numbers: list[float]) -> Iterator[Matrix]:
    match name, numbers:
        case "matrix", [a, b, c, d, e, f]:
            yield a, b, c, d, e, f
        case "translate", [x, *rest]:
            yield 1, 0, 0, 1, x, rest[0] if rest else 0
        case "scale", [x, *rest]:
            yield x, 0, 0, rest[0] if rest else x, 0, 0
        case "rotate", [angle, *around]:
            x, y = around if len(around) == 2 else (0.0, 0.0)
            along, across = cos(radians(angle)), sin(radians(angle))
            yield 1, 0, 0, 1, x, y
            yield along, across, -across, along, 0, 0
            yield 1, 0, 0, 1, -x, -y
        case "skewX", [angle]:
            yield 1, 0, tan(radians(angle)), 1, 0, 0
        case "skewY", [angle]:
            yield 1, tan(radians(angle)), 0, 1, 0, 0


def times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does what ``second`` does, then ``first``."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)
