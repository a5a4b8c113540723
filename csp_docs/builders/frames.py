"""Performance tables, tables, charts and maps of frames: of pandas, polars or pyarrow, read through narwhals.

The words of a frame are printed as they are: nothing in them is a mark or an expression. What is missing in it
(null, NaN, an empty text) is not available. Problems are reported as one ModelError, each with its column and its row,
counted from 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import call
from os import PathLike
from typing import TYPE_CHECKING, Any, TypeAlias

from csp_docs.builders.frame_table import Sheet, as_it_stands, each
from csp_docs.model import (
    AreaMap,
    Chart,
    ChartTarget,
    ChartType,
    Measure,
    MeasureGroup,
    Performance,
    PerformanceColumn,
    Period,
    Table,
)
from csp_docs.model.measure_rows import by_title
from csp_docs.model.measures import NOT_AVAILABLE, AmountLike
from csp_docs.model.values import items
from csp_docs.text.literal import in_one_line

if TYPE_CHECKING:
    from narwhals.stable.v2.typing import IntoDataFrame

Columns: TypeAlias = list[str] | tuple[str, ...] | Mapping[str, str]


def performance(
    frame: IntoDataFrame,
    *,
    name: str,
    current: str,
    previous: str = "",
    baseline: str = "",
    target: str = "",
    target_change: str = "",
    unit: str = "",
    better: str = "",
    note: str = "",
    measure_id: str = "",
    group: str = "",
    total: str = "",
    columns: list[PerformanceColumn] | tuple[PerformanceColumn, ...] = (),
    id: str = "",  # noqa: A002
    caption: str = "",
    period: Period | str | None = None,
    notes: list[str] | tuple[str, ...] = (),
    source: str = "",
) -> Performance:
    """Return a performance table with a measure for each row of ``frame``.

    ``name`` to ``measure_id`` name columns with these parts of a measure; a row without a target has none. ``group``
    names that with the titles of groups, whose rows are together, in the order of the titles, after those without one.
    All else is the table's own. Raises ModelError; ModuleNotFoundError without narwhals.

    >>> crime = polars.DataFrame({"Crime": ["Burglary"], "2013": [31]})
    >>> performance(crime, name="Crime", current="2013").measures[0].name
    'Burglary'
    """
    named = {"name": name, "current": current, "previous": previous, "baseline": baseline, "target": target}
    named |= {"target_change": target_change, "unit": unit, "better": better, "note": note, "id": measure_id}
    sheet = Sheet.of(frame)
    measures = sheet.measures({part: column for part, column in named.items() if column})
    listed = _grouped(measures, sheet[group]) if group else measures
    return Performance(
        listed, columns=columns, total=total, id=id, caption=caption, period=period, notes=notes, source=source
    )


def table(
    frame: IntoDataFrame,
    *,
    columns: Columns = (),
    id: str = "",  # noqa: A002
    caption: str = "",
    row_headers: bool = False,
    notes: list[str] | tuple[str, ...] = (),
    source: str = "",
) -> Table:
    """Return the rows of ``frame`` as a table; numbers are printed as they are, without commas.

    ``columns`` are the names of some columns, or printed names with columns; all without it. Raises ModelError, and
    ModuleNotFoundError without narwhals.

    >>> table(polars.DataFrame({"Ward": ["Ashby"], "Number": [1204]}), columns={"Area": "Ward"}).rows
    (('Ashby',),)
    """
    sheet = Sheet.of(frame)
    chosen = columns if isinstance(columns, Mapping) else {in_one_line(n): n for n in items(columns) or sheet.columns}
    cells = each(sheet.__getitem__, chosen.values())
    rows = [
        [NOT_AVAILABLE if value is None else as_it_stands(value) for value in row] for row in zip(*cells, strict=True)
    ]
    return Table(list(chosen), rows, id=id, caption=caption, row_headers=row_headers, notes=notes, source=source)


def chart(
    frame: IntoDataFrame,
    type: ChartType | str,  # noqa: A002
    *,
    categories: str = "",
    series: Columns = (),
    unit: str = "",
    target: ChartTarget | AmountLike = None,
    id: str = "",  # noqa: A002
    caption: str = "",
    source: str = "",
    alt: str = "",
) -> Chart:
    """Return a chart of columns of ``frame``.

    Its type is ``column``, ``bar``, ``stacked_column``, ``stacked_bar``, ``line`` or ``pie``. ``categories`` names a
    column, the first one without it. ``series`` are the names of others, or printed names with columns; all others
    without it. ``unit`` is ``%``, ``£`` or what is counted. ``alt`` describes the chart (WCAG 2.2, 1.1.1); without it,
    a description is written from the numbers. Raises ModelError, and ModuleNotFoundError without narwhals.

    >>> chart(polars.DataFrame({"Year": ["2012", "2013"], "Burglary": [35, 31]}), "line", unit="offences").categories
    ('2012', '2013')
    """
    sheet = Sheet.of(frame)
    label = categories or next(iter(sheet.columns))
    others = [name for name in sheet.columns if name != label]
    chosen = series if isinstance(series, Mapping) else {in_one_line(name): name for name in items(series) or others}
    reading = [sheet.texts, *(sheet.amounts for _ in chosen)]
    labels, *numbers = each(call, reading, [label, *chosen.values()])
    by_name = dict(zip(chosen, numbers, strict=True))
    return Chart(type, labels, by_name, unit=unit, target=target, id=id, caption=caption, source=source, alt=alt)


def area_map(
    frame: IntoDataFrame,
    areas: str | PathLike[str],
    *,
    values: str = "",
    key: str = "",
    name: str = "",
    values_only: bool = False,
    classes: int = 5,
    unit: str = "",
    top: int = 10,
    table: bool = True,
    id: str = "",  # noqa: A002
    caption: str = "",
    source: str = "",
    alt: str = "",
    label: str = "",
) -> AreaMap:
    """Return a map of the ``areas`` of a GeoJSON file, shaded by a column of ``frame``.

    The names of areas are in the column called like ``key``, or in the first one. ``values`` names the column of
    numbers, without it the only other one. There are 2 to 6 ``classes`` of colour, and ranks for the ``top`` areas (0
    to 100). ``AreaMap`` explains the rest. Raises ModelError, and ModuleNotFoundError without narwhals.

    >>> rates = polars.DataFrame({"LSOA": ["E01025770", "E01025771"], "Burglary": [31, 12]})
    >>> area_map(rates, "areas.json", classes=2, unit="offences").areas
    'areas.json'
    """
    numbers = Sheet.of(frame).by_area(key, values)
    return AreaMap(
        areas, numbers, key=key, name=name, values_only=values_only, classes=classes, unit=unit, top=top, table=table,
        id=id, caption=caption, source=source, alt=alt, label=label,
    )  # fmt: skip


def _grouped(measures: list[Measure], titles: list[Any]) -> list[Measure | MeasureGroup]:
    """Return measures by the titles of their groups; those without a title are not grouped."""
    loose, groups = by_title(measures, ["" if title is None else as_it_stands(title) for title in titles])
    return [*loose, *map(MeasureGroup, groups, groups.values())]
