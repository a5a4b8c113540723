"""The names of lines at their ends, which readers find faster than in a legend."""

from __future__ import annotations

from collections.abc import Iterator
from operator import sub
from statistics import fmean
from typing import TypeAlias

from csp_docs.blocks import ChartKind
from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.graph import Area, Label, Line, Point
from csp_docs.drawing.plot import GAP, Plot
from csp_docs.drawing.targets import target_name, target_words
from csp_docs.records import record
from csp_docs.theme.theme import Theme

_NEAR = 3.0
"""The space between a marker and the name of its line, in points."""
_WIDEST = 0.3
"""The largest share of the width for the names."""
_SAME = 0.01
LEADER = 14.0
"""The room of the lines that lead to names that are moved up or down, in points."""

_Room: TypeAlias = tuple[float, float]
"""The least and the greatest distance of a name from the top of the canvas."""


def has_ends(canvas: Canvas) -> bool:
    """Return whether the names of several lines may be at their ends: all have one there, and the names are short."""
    chart = canvas.chart
    if chart.kind is not ChartKind.LINE or len(chart.series) < 2 or len(chart.categories) < 2:
        return False
    room = canvas.width * _WIDEST
    return all(series.values[-1] is not None and canvas.type.holds(series.name, room, 1) for series in chart.series)


def right_edge(canvas: Canvas, left: float) -> float:
    """Return the right edge of a plane that begins at ``left``, with room for the names after the last points."""
    half = 0.5 / len(canvas.chart.categories)
    words = target_words(canvas)
    names = canvas.type.width(
        *words, *(line for series in canvas.chart.series for line in canvas.type.lines(series.name, canvas.width, 1))
    )
    beside = canvas.width - names - GAP if words else canvas.width
    return min(beside, (canvas.width - _offset(canvas) - names - left * half) / (1 - half))


def names_edge(canvas: Canvas, plot: Plot) -> float:
    """Return where the names of lines and of the target begin, all below each other; 0 without such names."""
    if not canvas.names_at_ends:
        return 0
    last = plot.right - plot.band / 2 + _offset(canvas)
    return max(last, plot.right + GAP) if canvas.chart.target else last


def end_labels(canvas: Canvas, plot: Plot) -> list[Label]:
    """Return the names of all lines next to their last points; none if they have no room there.

    Names that would overlap are moved up or down, as little as possible, if there is room for lines that lead to them.
    """
    ends = sorted(_ends(canvas, plot), key=lambda end: end.at[1])
    half = canvas.type.leading / 2
    tops = _tops([end.at[1] - half for end in ends], canvas.type.leading, _rooms(canvas, plot))
    edge = names_edge(canvas, plot)
    found = [_label(canvas, end, edge, top) for end, top in zip(ends, tops, strict=False)]
    return found if canvas.leaders or not any(_is_moved(canvas, plot, label) for label in found) else []


def leaders(canvas: Canvas, plot: Plot, labels: list[Label]) -> Iterator[Line]:
    """Yield the lines that lead from the last points to all names, if some are not next to them."""
    points = {end.series: end.at for end in _ends(canvas, plot)}
    for label in labels if canvas.leaders else ():
        if label.names is not None:
            x, y = points[label.names]
            start, end = x + canvas.theme.chart.marker / 2 + 1, label.x - _NEAR
            yield Line(((start, y), (end, label.y + canvas.type.leading / 2)), "rule", canvas.theme.chart.axis)


def under(canvas: Canvas, labels: list[Label]) -> Iterator[Area]:
    """Yield the white ground of each name, so that no line of the grid crosses it."""
    for label in labels:
        left, top, right, bottom = canvas.type.extent(label)
        yield Area(((left, top), (right, top), (right, bottom), (left, bottom)), "white")


@record
class _End:
    """The last point of a line, with the place and the name of its series."""

    series: int
    name: str
    at: Point


def _ends(canvas: Canvas, plot: Plot) -> Iterator[_End]:
    for place, series in enumerate(canvas.chart.series):
        value = series.values[-1]
        if value is not None:
            yield _End(place, series.name, plot.at(plot.count - 0.5, value))


def _label(canvas: Canvas, end: _End, edge: float, top: float) -> Label:
    return Label(edge, top, canvas.type.lines(end.name, canvas.width, 1), names=end.series)


def _is_moved(canvas: Canvas, plot: Plot, label: Label) -> bool:
    """Return whether ``label`` is not next to the end of its line."""
    own = {end.series: end.at[1] for end in _ends(canvas, plot)}
    return label.names is not None and abs(label.y + canvas.type.leading / 2 - own[label.names]) > _SAME


def _rooms(canvas: Canvas, plot: Plot) -> list[_Room]:
    """Return where the tops of names may be: they keep off the line of the target and its name, which is at its end."""
    leading = canvas.type.leading
    low, high = plot.top - leading / 2, plot.bottom + GAP - leading
    if not canvas.chart.target:
        return [(low, high)]
    _, (_, level) = plot.level(canvas.chart.target.value)
    _, top, _, bottom = canvas.type.extent(target_name(canvas, plot))
    rooms = (low, min(top, level) - GAP - leading), (max(bottom, level) + GAP, high)
    return [room for room in rooms if room[0] <= room[1]]


def _tops(wanted: list[float], apart: float, rooms: list[_Room]) -> list[float]:
    """Return the tops of names in one or two ``rooms``, as near to those ``wanted`` as possible; none without room."""
    found = list[list[float]]()
    for above in range(len(wanted) + 1) if len(rooms) > 1 else [len(wanted)] * len(rooms):
        tops = spread(wanted[:above], apart, *rooms[0]) + spread(wanted[above:], apart, *rooms[-1])
        found += [tops] if len(tops) == len(wanted) else []
    return min(found, key=lambda tops: sum(map(abs, map(sub, tops, wanted))), default=[])


def spread(wanted: list[float], apart: float, low: float, high: float) -> list[float]:
    """Return numbers that are ``apart`` and from ``low`` to ``high``, as near to those ``wanted`` as possible.

    ``wanted`` is in order. There are none if they have no room. Neighbours that are too close share their mean place.
    """
    last = high - apart * (len(wanted) - 1)
    if last < low:
        return []
    groups = list[list[float]]()
    for place, one in enumerate(wanted):
        groups.append([one - apart * place])
        while len(groups) > 1 and fmean(groups[-2]) > fmean(groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    means = (fmean(group) for group in groups for _ in group)
    return [min(max(mean, low), last) + apart * place for place, mean in enumerate(means)]


def end_gap(theme: Theme) -> float:
    """Return the space between the last point of a line and a name next to it."""
    return theme.chart.marker / 2 + _NEAR


def _offset(canvas: Canvas) -> float:
    return end_gap(canvas.theme) + canvas.leaders
