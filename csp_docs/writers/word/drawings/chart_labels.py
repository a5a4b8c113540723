"""The words at the values of a chart: the numbers that the PDF also prints, on the same side of their values."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from csp_docs.blocks import ChartKind, Series
from csp_docs.drawing.ends import end_gap
from csp_docs.drawing.graph import Label
from csp_docs.drawing.shares import share_places
from csp_docs.drawing.targets import strikes
from csp_docs.drawing.words import Type
from csp_docs.theme.colours import ON
from csp_docs.writers.word.drawings.chart_look import ChartSetting, c, no_fill, v
from csp_docs.writers.word.drawings.drawings import d
from csp_docs.writers.word.file.elements import Xml, worded

_SHOWN = ("Val", "CatName", "SerName", "Percent", "BubbleSize")
"""What a label may show, in the schema's order (ISO/IEC 29500-1, 21.2.2.47)."""

_SIDES = 1.5
"""The white space at the sides of words with a ground, in points: with Word's usual 7.2 it hides columns next to it."""

_SAME = 0.1
"""Places that differ by less than this are the same, in points."""
_LEADERS = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
"""The identifier of the label properties that Word 2013 introduced."""


def numbers_at(setting: ChartSetting, place: int, series: Series, position: str, colour: str) -> Iterator[Xml]:
    """Return the numbers of a series on one side of its values, or its name at the end of its line, as in the graph."""
    printed = setting.numbers(place)
    if name := next((label for label in setting.labels if label.names == place), None):
        words = _label(setting, "r", "text", "SerName", ground=_white(setting))
        last = c("dLbl", v("idx", len(series.values) - 1), *_led(setting, series, name), *words)
        yield c("dLbls", last, *_shown(), _leaders(shown=True))
    elif printed:
        absent = (at for at, value in enumerate(series.values) if value is not None and at not in printed)
        others = {at: c("dLbl", v("idx", at), v("delete", 1)) for at in absent}
        if setting.chart.kind is ChartKind.LINE:
            others |= {at: _at_point(setting, series, at, label) for at, label in printed.items()}
        others |= {at: _past(setting, at, label, position) for at, label in printed.items() if any(label.away)}
        others |= {at: _inside(at, setting, label) for at, label in printed.items() if label.colour != colour}
        every = _label(setting, position, colour, "Val", ground=_ground(setting, colour))
        yield c("dLbls", *(others[at] for at in sorted(others)), *every, _leaders(shown=False))


def words_of_slices(setting: ChartSetting) -> Xml:
    """Return the name and share of each slice, outside it; only the share if the names are in a list.

    Lines lead to those that the graph moves away from their slices, and to no others.
    """
    [series] = setting.chart.series
    format_ = "0.0%" if share_places(series.values) else "0%"
    shown = ("Percent",) if setting.graph.legend else ("CatName", "Percent")

    def words() -> Iterator[Xml]:
        return _label(setting, "outEnd", "text", *shown, format_=format_)

    graph, away = setting.graph, {at: one.away for at, one in setting.numbers(0).items() if any(one.away)}
    moved = (
        c("dLbl", v("idx", at), _moved(right / graph.width, down / graph.height), *words())
        for at, (right, down) in sorted(away.items())
    )
    lines = [c("leaderLines", c("spPr", setting.line("rule", setting.theme.chart.axis)))] if away else []
    return c("dLbls", *moved, *words(), v("showLeaderLines", int(bool(away))), *lines)


def end_of_target(setting: ChartSetting) -> Xml:
    """Return the name and the number of a target, next to the plane."""
    chart, graph = setting.chart, setting.graph
    words = _label(setting, "r", "text", "Val", "SerName", beside=True)
    _, _, right, _ = graph.plane or (0, 0, 0, 0)
    start = right - setting.band / 2 + _SIDES  # the last point, which has no marker
    after = graph.marks[graph.marks.index(setting.target_lines[-1]) + 1 :]
    name = next(mark for mark in after if isinstance(mark, Label))
    move = _moved((name.x - start) / graph.width)
    return c("dLbls", c("dLbl", v("idx", len(chart.categories) - 1), move, *words), *_shown(), _leaders(shown=False))


def _past(setting: ChartSetting, at: int, label: Label, position: str) -> Xml:
    """Return the number of a column or bar that is past the line of the target, as in the graph."""
    (right, down), graph = label.away, setting.graph
    move = _moved(right / graph.width, down / graph.height)
    return c("dLbl", v("idx", at), move, *_label(setting, position, "text", "Val"))


def _inside(at: int, setting: ChartSetting, label: Label) -> Xml:
    """Return the number of a column or bar that is inside its end, before the line of a target, as in the graph."""
    return c("dLbl", v("idx", at), *_label(setting, "inEnd", label.colour, "Val"))


def _ground(setting: ChartSetting, colour: str) -> Xml | None:
    """Return the ground of numbers at columns if the line of a target would strike through one.

    That is the colour of the part of a stack that words in this ``colour`` are on, or white. Word prints labels above
    all series; bars have a line that is drawn, with gaps.
    """
    if setting.chart.kind not in (ChartKind.COLUMN, ChartKind.STACKED_COLUMN) or not setting.has_line:
        return None
    type_, numbers = Type(setting.graph.size, setting.graph.leading), [one for one in setting.labels if one.value]
    level = setting.target_lines[0].points[0][1]
    if not any(strikes(level, number, type_) for number in numbers):
        return None
    return _filled(setting, colour.removeprefix(ON) if colour.startswith(ON) else "white")


def _white(setting: ChartSetting) -> Xml:
    return _filled(setting, "white")


def _filled(setting: ChartSetting, colour: str) -> Xml:
    return c("spPr", setting.fill(colour), d("a:ln", d("a:noFill")))


def _label(
    setting: ChartSetting,
    position: str,
    colour: str,
    *shown: str,
    format_: str = "",
    ground: Xml | None = None,
    beside: bool = False,
) -> Iterator[Xml]:
    """Yield the parts of a label; its lines begin below each other if it is ``beside`` the plane."""
    yield c("numFmt", formatCode=format_ or setting.value_format, sourceLinked=0)
    yield ground or no_fill()
    wrap, sides = "square" if len(shown) > 1 else "none", _SIDES if ground or beside else None
    yield setting.words(colour, wrap=wrap, sides=sides, align="l" if beside else None)
    yield v("dLblPos", position)
    yield from _shown(*shown)
    if len(shown) > 1:
        yield worded("c:separator", " ")


def _shown(*parts: str) -> Iterator[Xml]:
    yield v("showLegendKey", 0)
    for part in _SHOWN:
        yield v(f"show{part}", int(part in parts))


def _at_point(setting: ChartSetting, series: Series, at: int, label: Label) -> Xml:
    """Return the number at the point of a line, on the side that the line leaves free."""
    graph, (x, y) = setting.graph, _point(setting, series, at)
    start, _, end, _ = Type(graph.size, graph.leading).extent(label)
    struck = any(
        strikes(line.points[0][1], label, Type(graph.size, graph.leading)) for line in setting.target_lines[:1]
    )
    words = _label(setting, "b" if label.y > y else "t", "text", "Val", ground=_white(setting) if struck else None)
    return c("dLbl", v("idx", at), _moved(((start + end) / 2 - x) / graph.width), *words)


def _led(setting: ChartSetting, series: Series, name: Label) -> Iterator[Xml]:
    """Yield how far the name of a line is moved from its last point, as in the graph, if it is."""
    graph = setting.graph
    x, y = _point(setting, series, len(series.values) - 1)
    down = name.y + graph.leading / 2 - y
    beside = name.x - x - end_gap(setting.theme) * setting.shrunk
    if beside > _SAME or abs(down) > _SAME:
        yield _moved(beside / graph.width, down / graph.height)


def _point(setting: ChartSetting, series: Series, at: int) -> tuple[float, float]:
    """Return the place of a value of a line in the graph."""
    left, top, right, bottom = setting.graph.plane or (0, 0, 0, 0)
    share = setting.scale.share(series.values[at] or Decimal(0))
    return left + (at + 0.5) * (right - left) / len(series.values), bottom - share * (bottom - top)


def _leaders(*, shown: bool) -> Xml:
    """Return whether lines lead to labels that are moved ([MS-ODRAWXML], showLeaderLines)."""
    return c("extLst", c("ext", d("c15:showLeaderLines", val=int(shown)), uri=_LEADERS))


def _moved(right: float, down: float = 0) -> Xml:
    """Return the distance that a label is moved, as shares of the complete chart."""
    return c("layout", c("manualLayout", v("x", right), v("y", down)))
