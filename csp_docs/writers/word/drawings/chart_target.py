"""The target of bars, and of one category alone: a line drawn on the chart, because a series in Word cannot show it."""

from __future__ import annotations

from itertools import pairwise

from csp_docs.drawing.graph import Label, Line, Point
from csp_docs.drawing.palette import TARGET
from csp_docs.drawing.words import Type
from csp_docs.writers.word.drawings.chart_look import ChartSetting
from csp_docs.writers.word.drawings.drawings import d, frame, part_root, preset
from csp_docs.writers.word.file.elements import Xml, worded

_ROOM = 2.0
"""Spare room next to the words, in points, because other fonts are a little wider."""


def target_shapes(setting: ChartSetting) -> Xml:
    """Return the root of the part with the shapes of a target (ISO/IEC 29500-1, 21.3)."""
    return part_root("c:userShapes", _line(setting), _words(setting))


def _line(setting: ChartSetting) -> Xml:
    line, _ = _drawn(setting)
    start, end = line.points
    names = _cdr("nvCxnSpPr", _cdr("cNvPr", id=2, name="Target"), _cdr("cNvCxnSpPr"))
    look = _cdr("spPr", _frame(start, end), preset("line"), setting.line(line.colour, line.width, TARGET.dash))
    return _anchored(setting, start, end, _cdr("cxnSp", names, look, macro=""))


def _words(setting: ChartSetting) -> Xml:
    """Return the words next to the line, with the same line breaks as in the PDF."""
    _, label = _drawn(setting)
    left, top, right, bottom = Type(setting.graph.size, setting.graph.leading).extent(label)
    start, end = (left - _ROOM, top), (right + _ROOM, bottom)
    names = _cdr("nvSpPr", _cdr("cNvPr", id=3, name="Name of the target"), _cdr("cNvSpPr", txBox=1))
    room = d("a:bodyPr", wrap="none", lIns=0, tIns=0, rIns=0, bIns=0, anchor="b")
    lines = (d("a:p", d("a:pPr", algn="ctr"), setting.run(line)) for line in label.lines)
    text = _cdr("txBody", room, d("a:lstStyle"), *lines)
    look = _cdr("spPr", _frame(start, end), preset("rect"), d("a:noFill"))
    return _anchored(setting, start, end, _cdr("sp", names, look, text, macro="", textlink=""))


def _drawn(setting: ChartSetting) -> tuple[Line, Label]:
    """Return the line of the target in the graph, and its words, which follow it."""
    for mark, following in pairwise(setting.graph.marks):
        if isinstance(mark, Line) and mark.colour == TARGET.colour and isinstance(following, Label):
            return mark, following
    raise AssertionError("the graph of a target has its line")


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
