"""Outlines of SVG as steps of lines and curves (SVG 1.1, chapters 8 and 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import acos, ceil, cos, degrees, hypot, pi, radians, sin, sqrt, tan

from csp_docs.blocks import Step

_TOKEN = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_NEEDS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_HANDLE = 0.5523
"""The distance of the handles of a quarter of a circle from its ends, as a share of the radius."""
_FLAGS = {3, 4}
"""The places of the two flags of an arc, which may be written without a space after them."""


def path_steps(data: str) -> list[Step]:
    """Return the steps of the attribute ``d``; an error ends it, as in browsers."""
    path = _Path()
    for command, values in _commands(data):
        path.draw(command, values)
    return path.steps


def shape_steps(name: str, given: Mapping[str, float], points: str) -> list[Step]:
    """Return the steps of a basic shape by its name."""
    match name:
        case "rect":
            return _rectangle(given)
        case "circle":
            return _ellipse(given.get("cx", 0), given.get("cy", 0), given.get("r", 0), given.get("r", 0))
        case "ellipse":
            return _ellipse(given.get("cx", 0), given.get("cy", 0), given.get("rx", 0), given.get("ry", 0))
        case "line":
            ends = (given.get(side, 0) for side in ("x1", "y1", "x2", "y2"))
            return _through([*ends])
    numbers = [float(found[2]) for found in _TOKEN.finditer(points) if found[2]]
    return [*_through(numbers[: len(numbers) // 2 * 2]), *([("Z",)] if name == "polygon" and numbers else [])]


def _through(numbers: list[float]) -> list[Step]:
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    return [("L" if place else "M", *point) for place, point in enumerate(points)]


def _rectangle(given: Mapping[str, float]) -> list[Step]:
    x, y, width, height = (given.get(name, 0) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return []
    rx = min(given.get("rx", given.get("ry", 0)), width / 2)
    ry = min(given.get("ry", given.get("rx", 0)), height / 2)
    right, bottom = x + width, y + height
    if not (rx and ry):
        return [("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",)]
    a, b = rx * (1 - _HANDLE), ry * (1 - _HANDLE)
    return [
        ("M", x + rx, y), ("L", right - rx, y), ("C", right - a, y, right, y + b, right, y + ry),
        ("L", right, bottom - ry), ("C", right, bottom - b, right - a, bottom, right - rx, bottom),
        ("L", x + rx, bottom), ("C", x + a, bottom, x, bottom - b, x, bottom - ry),
        ("L", x, y + ry), ("C", x, y + b, x + a, y, x + rx, y), ("Z",),
    ]  # fmt: skip


def _ellipse(x: float, y: float, rx: float, ry: float) -> list[Step]:
    if rx <= 0 or ry <= 0:
        return []
    a, b = rx * _HANDLE, ry * _HANDLE
    return [
        ("M", x + rx, y), ("C", x + rx, y + b, x + a, y + ry, x, y + ry),
        ("C", x - a, y + ry, x - rx, y + b, x - rx, y), ("C", x - rx, y - b, x - a, y - ry, x, y - ry),
        ("C", x + a, y - ry, x + rx, y - b, x + rx, y), ("Z",),
    ]  # fmt: skip


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with as many numbers as it needs."""
    command, place = "", 0
    values: list[float] = []
    while found := _TOKEN.search(data, place):
        place = found.end()
        if found[1]:
            command, values = found[1], []
        elif command.upper() == "A" and len(values) in _FLAGS:
            values.append(float(found[2][0] == "1"))
            place = found.start() + 1
        else:
            values.append(float(found[2]))
        needed = _NEEDS.get(command.upper(), -1)
        if len(values) == needed:
            yield command, values
            values = []
            command = {"M": "L", "m": "l", "Z": "", "z": ""}.get(command, command)


class _Path:
    """The steps of a path so far. ``handle`` is the last handle of a curve, which a smooth one mirrors."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.at = self.start = self.handle = (0.0, 0.0)
        self.curved = ""

    def draw(self, command: str, values: list[float]) -> None:
        """Add the steps of a command."""
        kind, (x, y) = command.upper(), self.at
        if command.islower():
            values = self._absolute(kind, values)
        match kind:
            case "M" | "L":
                self._line(kind, *values)
            case "H":
                self._line("L", values[0], y)
            case "V":
                self._line("L", x, values[0])
            case "C":
                self._curve(*values)
            case "S":
                self._curve(*self._mirrored("C"), *values)
            case "Q":
                self._quadratic(*values)
            case "T":
                self._quadratic(*self._mirrored("Q"), *values)
            case "A":
                self._arc(values)
            case "Z":
                self.steps.append(("Z",))
                self.at = self.start
        self.curved = {"S": "C", "T": "Q"}.get(kind, kind)

    def _absolute(self, kind: str, values: list[float]) -> list[float]:
        x, y = self.at
        if kind == "H":
            return [values[0] + x]
        if kind == "V":
            return [values[0] + y]
        if kind == "A":
            return [*values[:5], values[5] + x, values[6] + y]
        return [value + (x, y)[place % 2] for place, value in enumerate(values)]

    def _mirrored(self, kind: str) -> tuple[float, float]:
        (x, y), (before_x, before_y) = self.at, self.handle
        return (2 * x - before_x, 2 * y - before_y) if self.curved == kind else (x, y)

    def _line(self, kind: str, x: float, y: float) -> None:
        self.steps.append((kind, x, y))
        self.at = x, y
        if kind == "M":
            self.start = self.at

    def _curve(self, *points: float) -> None:
        self.steps.append(("C", *points))
        self.handle, self.at = (points[2], points[3]), (points[4], points[5])

    def _quadratic(self, x1: float, y1: float, x: float, y: float) -> None:
        before_x, before_y = self.at
        first = before_x + 2 / 3 * (x1 - before_x), before_y + 2 / 3 * (y1 - before_y)
        self._curve(*first, x + 2 / 3 * (x1 - x), y + 2 / 3 * (y1 - y), x, y)
        self.handle = x1, y1

    def _arc(self, values: list[float]) -> None:
        """Add an arc as curves of no more than a quarter of an ellipse (SVG 1.1, F.6)."""
        rx, ry, turned, large, sweep, x, y = values
        if not (rx and ry) or self.at == (x, y):
            self._line("L", x, y)
            return
        for curve in _arc_curves(self.at, (abs(rx), abs(ry)), radians(turned), bool(large), bool(sweep), (x, y)):
            self._curve(*curve)


def _arc_curves(
    start: tuple[float, float],
    radii: tuple[float, float],
    turned: float,
    large: bool,
    sweep: bool,
    end: tuple[float, float],
) -> Iterator[tuple[float, ...]]:
    (x1, y1), (x2, y2), (rx, ry) = start, end, radii
    along, across = cos(turned), sin(turned)
    px, py = (x1 - x2) / 2, (y1 - y2) / 2
    px, py = along * px + across * py, along * py - across * px
    if (scale := (px / rx) ** 2 + (py / ry) ** 2) > 1:
        rx, ry = rx * sqrt(scale), ry * sqrt(scale)
    below = (rx * py) ** 2 + (ry * px) ** 2
    factor = sqrt(max((rx * ry) ** 2 - below, 0) / below) * (-1 if large == sweep else 1)
    cx, cy = factor * rx * py / ry, -factor * ry * px / rx
    first = _angle(1, 0, (px - cx) / rx, (py - cy) / ry)
    span = _angle((px - cx) / rx, (py - cy) / ry, (-px - cx) / rx, (-py - cy) / ry)
    if not sweep and span > 0:
        span -= 2 * pi
    elif sweep and span < 0:
        span += 2 * pi
    middle = along * cx - across * cy + (x1 + x2) / 2, across * cx + along * cy + (y1 + y2) / 2
    parts = max(1, ceil(abs(degrees(span)) / 90 - 1e-9))
    for part in range(parts):
        yield _piece(middle, (rx, ry), (along, across), first + span * part / parts, span / parts)


def _piece(
    middle: tuple[float, float], radii: tuple[float, float], turned: tuple[float, float], start: float, span: float
) -> tuple[float, ...]:
    """Return the handles and the end of the curve of a part of an ellipse."""
    handle, end, (rx, ry), (along, across) = 4 / 3 * tan(span / 4), start + span, radii, turned
    flat = (
        (cos(start) - handle * sin(start), sin(start) + handle * cos(start)),
        (cos(end) + handle * sin(end), sin(end) - handle * cos(end)),
        (cos(end), sin(end)),
    )
    return tuple(
        value
        for x, y in flat
        for value in (
            middle[0] + along * rx * x - across * ry * y,
            middle[1] + across * rx * x + along * ry * y,
        )
    )


def _angle(ux: float, uy: float, vx: float, vy: float) -> float:
    """Return the angle from one direction to another, with its sign."""
    size = acos(max(-1.0, min(1.0, (ux * vx + uy * vy) / (hypot(ux, uy) * hypot(vx, vy)))))
    return -size if ux * vy < uy * vx else size
