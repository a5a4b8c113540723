"""What is drawn on a chart, because a series in Word cannot show it, or a legend cannot name it.

These are the target of bars, and of one category alone, the key of confidence intervals, the unit of small charts, and
the name of the last category where an axis names each second or third.
"""

from __future__ import annotations

from typing import assert_never

from csp_docs.drawing.graph import Anchor, Area, Label, Line, Mark, Point
from csp_docs.drawing.palette import TARGET, Dash
from csp_docs.drawing.words import Type
from csp_docs.writers.word.drawings.chart_look import ChartSetting
from csp_docs.writers.word.drawings.drawings import d, frame, part_root, preset
from csp_docs.writers.word.file.elements import Xml, worded

_ROOM = 2.0
"""Spare room next to the words, in points, because other fonts are a little wider."""


def drawn_shapes(setting: ChartSetting) -> Xml:
    """Return the root of the part with the shapes on a chart (ISO/IEC 29500-1, 21.3)."""
    target = _target(setting) if setting.has_shape else ()
    shapes = (
        *((mark, "Target" if isinstance(mark, Line) else "Name of the target") for mark in target),
        *((mark, "Unit" if setting.chart.title else "Key") for mark in setting.graph.key),
        *([(setting.last_name, "Last period")] if setting.last_name else ()),
    )
    return part_root("c:userShapes", *(_shape(setting, mark, at, name) for at, (mark, name) in enumerate(shapes, 2)))


def _shape(setting: ChartSetting, mark: Mark, number: int, name: str) -> Xml:
    match mark:
        case Line():
            return _line(setting, mark, number, name)
        case Label():
            return _words(setting, mark, number, name)
        case Area():
            return _area(setting, mark, number, name)
        case _:
            assert_never(mark)


def _line(setting: ChartSetting, line: Line, number: int, name: str) -> Xml:
    (left, top), (right, bottom) = sorted(line.points)
    start, end = (left, min(top, bottom)), (right, max(top, bottom))
    names = _cdr("nvCxnSpPr", _cdr("cNvPr", id=number, name=name), _cdr("cNvCxnSpPr"))
    stroke = setting.line(line.colour, line.width, TARGET.dash if line.dash else Dash.SOLID)
    look = _cdr("spPr", _frame(start, end), preset("line"), stroke)
    return _anchored(setting, start, end, _cdr("cxnSp", names, look, macro=""))


def _words(setting: ChartSetting, label: Label, number: int, name: str) -> Xml:
    """Return words with the same line breaks as in the PDF."""
    left, top, right, bottom = Type(setting.graph.size, setting.graph.leading).extent(label)
    is_middle = label.anchor is Anchor.MIDDLE
    start, end = (left - _ROOM * is_middle, top), (right + _ROOM, bottom)
    names = _cdr("nvSpPr", _cdr("cNvPr", id=number, name=name), _cdr("cNvSpPr", txBox=1))
    room = d("a:bodyPr", wrap="none", lIns=0, tIns=0, rIns=0, bIns=0, anchor="b")
    align = d("a:pPr", algn="ctr" if is_middle else "l")
    lines = (d("a:p", align, setting.run(line)) for line in label.lines)
    text = _cdr("txBody", room, d("a:lstStyle"), *lines)
    ground = d("a:noFill") if label.category is None else setting.fill("white")  # some programs print all names
    look = _cdr("spPr", _frame(start, end), preset("rect"), ground)
    return _anchored(setting, start, end, _cdr("sp", names, look, text, macro="", textlink=""))


def _area(setting: ChartSetting, area: Area, number: int, name: str) -> Xml:
    """Return the sample of a band, which is a square."""
    start, end = min(area.points), max(area.points)
    names = _cdr("nvSpPr", _cdr("cNvPr", id=number, name=name), _cdr("cNvSpPr"))
    paint = setting.fill(area.fill), setting.line(area.outline, area.edge)
    look = _cdr("spPr", _frame(start, end), preset("rect"), *paint)
    return _anchored(setting, start, end, _cdr("sp", names, look, macro="", textlink=""))


def _target(setting: ChartSetting) -> tuple[Mark, ...]:
    """Return the pieces of the line of the target in the graph with their edges, and its words, which follow them."""
    marks, pieces, edges = setting.graph.marks, setting.target_lines, setting.halos
    return marks[marks.index((*edges, *pieces)[0]) : marks.index(pieces[-1]) + 2]


def _frame(start: Point, end: Point) -> Xml:
    return frame(start, (end[0] - start[0], end[1] - start[1]))


def _anchored(setting: ChartSetting, start: Point, end: Point, shape: Xml) -> Xml:
    """Return ``shape`` between two points of the chart; it stays there when the size of the chart changes."""
    return _cdr("relSizeAnchor", _marker("from", start, setting), _marker("to", end, setting), shape)


def _marker(name: str, point: Point, setting: ChartSetting) -> Xml:
    whole = setting.graph.width, setting.graph.height
    shares = (str(min(max(length / all_, 0), 1)) for length, all_ in zip(point, whole, strict=True))
    return _cdr(name, *(worded(f"cdr:{axis}", share) for axis, share in zip("xy", shares, strict=True)))


def _cdr(tag: str, *children: Xml, **attributes: object) -> Xml:
    return d(f"cdr:{tag}", *children, **attributes)
