"""A drawing as an Enhanced Metafile: the picture for programs that do not know Word's shapes ([MS-EMF]).

All versions of Word show such a file. It has lines and words, not dots, so it is small and sharp, and it is written
here, so the same drawing gives the same bytes. One unit is a twentieth of a point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import atan2, ceil, cos, sin
from struct import pack
from typing import assert_never

from csp_docs.drawing import Box, Drawing, Path, Region
from csp_docs.drawing.graph import Point
from csp_docs.theme import metrics
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.measures import twips

_HEADER, _END = 1, 14
_FILL_MODE, _BACKGROUND_MODE, _TEXT_ALIGN, _TEXT_COLOUR = 19, 18, 22, 24
_SELECT, _PEN, _BRUSH, _FONT = 37, 38, 39, 82
_RECTANGLE, _ROUNDED, _WORDS = 43, 44, 84
_POLYGON, _POLYLINE, _POLYPOLYGON = 86, 87, 91
"""The numbers of the records ([MS-EMF], 2.1.1)."""

_NO_BRUSH, _NO_PEN = 0x80000005, 0x80000008
"""The objects that need not be made."""
_ALTERNATE, _TRANSPARENT, _BASELINE = 1, 1, 24
_DEVICE, _MILLIMETRES = 14_400, 254
"""The width of a screen on which one dot is a twentieth of a point, in dots and in millimetres."""
_ASCENT, _DESCENT = 0.905, 0.212
"""The height of Arial above and below the line, at size 1."""
_EDGE, _HEAD_LENGTH, _HEAD_WIDTH = 1.0, 9.0, 8.0
"""The width of a box's outline, and the length and width of an arrow head, in points."""
_HATCH_WIDTH, _HATCH_STEP = 0.5, 4.0
"""The width of the lines of a hatching, and the distance between them along an edge of the page."""


def metafile(drawing: Drawing, theme: Theme) -> bytes:
    """Return ``drawing`` as the bytes of a picture."""
    writer = _Writer(drawing, theme)
    for shape in drawing.shapes:
        match shape:
            case Box():
                writer.box(shape)
            case Path():
                writer.path(shape)
            case Region():
                writer.region(shape)
            case _:
                assert_never(shape)
    return writer.file()


class _Writer:
    """The records of one picture; ``made`` has the number of each pen, brush and font."""

    def __init__(self, drawing: Drawing, theme: Theme) -> None:
        self.drawing, self.theme = drawing, theme
        modes = {_BACKGROUND_MODE: _TRANSPARENT, _FILL_MODE: _ALTERNATE, _TEXT_ALIGN: _BASELINE}
        self.records = [_record(kind, pack("<I", mode)) for kind, mode in modes.items()]
        self.made: dict[bytes, int] = {}

    def file(self) -> bytes:
        """Return the bytes: the header counts what follows it."""
        records = b"".join([*self.records, _record(_END, pack("<III", 0, 16, 20))])
        wide, high = twips(self.drawing.width), twips(self.drawing.height)
        hundredths = (round(side * _MILLIMETRES * 100 / _DEVICE) for side in (wide, high))
        size, signature = 88 + len(records), 0x464D4520
        counts = pack("<IIHHIII", size, len(self.records) + 2, len(self.made) + 1, 0, 0, 0, 0)
        frames = pack("<8i2I", 0, 0, wide, high, 0, 0, *hundredths, signature, 0x10000)
        screen = pack("<4i", _DEVICE, _DEVICE, _MILLIMETRES, _MILLIMETRES)
        return _record(_HEADER, frames + counts + screen) + records

    def box(self, box: Box) -> None:
        """Paint a box and its words."""
        if box.fill or box.outline:
            self._look(box.fill, box.outline, _EDGE)
            sides = [twips(side) for side in (box.x, box.y, box.x + box.width, box.y + box.height)]
            corner = [2 * twips(box.radius)] * 2
            kind, numbers = (_ROUNDED, [*sides, *corner]) if box.radius else (_RECTANGLE, sides)
            self._add(kind, pack(f"<{len(numbers)}i", *numbers))
        size, leading = self.drawing.size, self.drawing.leading
        y = box.y + (box.height - len(box.lines) * leading) / 2 + (leading + (_ASCENT - _DESCENT) * size) / 2
        for place, line in enumerate(box.lines):
            self._words(line, box.x + box.width / 2, y + place * leading, box)

    def path(self, path: Path) -> None:
        """Paint a line, which ends in the middle of its arrow head if it has one."""
        points = list(path.points)
        if path.head:
            head = _head(points[-2], points[-1])
            self._look(path.colour, "", 0)
            self._points(_POLYGON, head)
            _, left, right = head
            points[-1] = (points[-1][0] * 2 + left[0] + right[0]) / 4, (points[-1][1] * 2 + left[1] + right[1]) / 4
        self._look("", path.colour, path.width)
        self._points(_POLYLINE, points)

    def region(self, region: Region) -> None:
        """Paint the inside of rings, hatched if it has a hatch, and their edges."""
        self._look(region.fill, region.outline, region.edge)
        points = [point for ring in region.rings for point in ring]
        counts = pack(f"<{len(region.rings) + 2}I", len(region.rings), len(points), *map(len, region.rings))
        self._add(_POLYPOLYGON, _bounds(points) + counts + _short(points))
        if region.hatch:
            self._look("", region.hatch, _HATCH_WIDTH)
            for line in _hatching(region.rings):
                self._points(_POLYLINE, line)

    def _look(self, fill: str, line: str, width: float) -> None:
        """Choose the background and the line for what follows; an empty name is none."""
        if fill:
            self._select(_BRUSH, pack("<III", 0, self._colour(fill), 0))
        else:
            self._add(_SELECT, pack("<I", _NO_BRUSH))
        if line:
            self._select(_PEN, pack("<IiiI", 0, twips(width), 0, self._colour(line)))
        else:
            self._add(_SELECT, pack("<I", _NO_PEN))

    def _words(self, line: str, middle: float, baseline: float, box: Box) -> None:
        weight, name = 700 if box.bold else 400, self.theme.fonts.word.encode("utf-16-le")
        font = pack("<iiiii8B64s", -twips(self.drawing.size), 0, 0, 0, weight, *[0] * 8, name)
        self._select(_FONT, font.ljust(320, b"\0"))
        self._add(_TEXT_COLOUR, pack("<I", self._colour(box.colour)))
        letters, size = line.encode("utf-16-le"), self.drawing.size
        steps = [twips(metrics.width(letter, bold=box.bold) * size) for letter in _units(line)]
        text = letters + b"\0" * (-len(letters) % 4)
        place = twips(middle) - sum(steps) // 2, twips(baseline)
        start = pack("<4iIff", 0, 0, -1, -1, 1, 1.0, 1.0)
        said = pack("<2i3I4iI", *place, len(steps), 76, 0, 0, 0, -1, -1, 76 + len(text))
        self._add(_WORDS, start + said + text + pack(f"<{len(steps)}I", *steps))

    def _points(self, kind: int, points: Sequence[Point]) -> None:
        self._add(kind, _bounds(points) + pack("<I", len(points)) + _short(points))

    def _select(self, kind: int, look: bytes) -> None:
        """Use the pen, brush or font of this ``look``, which is made once."""
        key = pack("<I", kind) + look
        if key not in self.made:
            self.made[key] = len(self.made) + 1
            self._add(kind, pack("<I", self.made[key]) + look)
        self._add(_SELECT, pack("<I", self.made[key]))

    def _add(self, kind: int, content: bytes) -> None:
        self.records.append(_record(kind, content))

    def _colour(self, name: str) -> int:
        return int.from_bytes(bytes.fromhex(self.theme.colour(name)), "little")


def _record(kind: int, content: bytes) -> bytes:
    return pack("<II", kind, 8 + len(content)) + content


def _units(line: str) -> Iterable[str]:
    """Yield a character for each unit of UTF-16, the second of a pair without a width."""
    for letter in line:
        yield letter
        if ord(letter) > 0xFFFF:
            yield ""


def _bounds(points: Sequence[Point]) -> bytes:
    xs, ys = zip(*points, strict=True)
    return pack("<4i", *(twips(side) for side in (min(xs), min(ys), max(xs), max(ys))))


def _short(points: Sequence[Point]) -> bytes:
    return pack(f"<{2 * len(points)}h", *(twips(side) for point in points for side in point))


def _head(start: Point, tip: Point) -> tuple[Point, Point, Point]:
    """Return the corners of an arrow head, its tip first."""
    angle = atan2(tip[1] - start[1], tip[0] - start[0])
    along, across = (cos(angle), sin(angle)), (-sin(angle) * _HEAD_WIDTH / 2, cos(angle) * _HEAD_WIDTH / 2)
    back = tip[0] - along[0] * _HEAD_LENGTH, tip[1] - along[1] * _HEAD_LENGTH
    return tip, (back[0] + across[0], back[1] + across[1]), (back[0] - across[0], back[1] - across[1])


def _hatching(rings: Sequence[Sequence[Point]]) -> Iterator[tuple[Point, Point]]:
    """Yield the lines inside ``rings`` that rise to the right: along each, the sum of x and y stays the same.

    Where a line crosses edges, it goes in and out in turn.
    """
    edges = [(a, b) for ring in rings for a, b in pairwise((*ring, ring[0]))]
    sums = [sum(point) for ring in rings for point in ring]
    for place in range(ceil(min(sums) / _HATCH_STEP), ceil(max(sums) / _HATCH_STEP)):
        along = place * _HATCH_STEP
        crossed = sorted(
            a[0] + (along - sum(a)) / (sum(b) - sum(a)) * (b[0] - a[0])
            for a, b in edges
            if (sum(a) < along) != (sum(b) < along)
        )
        for left, right in zip(crossed[::2], crossed[1::2], strict=True):
            yield (left, along - left), (right, along - right)
