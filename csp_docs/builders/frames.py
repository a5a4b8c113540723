"""Performance tables, tables, charts and maps of frames: of pandas, polars or pyarrow, read through narwhals.

All of them read a frame in the same way (docs/format.md has a table of what each kind of value becomes). A series is a
frame with one column. An index of pandas that has a name or texts is the first column, and numbers without a name are
an error unless they count the rows. The words of a frame are printed as they are: nothing in them is a mark or an
expression. What is missing in it (null, NaN, NaT, an empty text) is not available. Problems are reported as one
ModelError, each with its column and its row, counted from 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import evolve

from csp_docs.builders.frame_cells import is_number
from csp_docs.builders.frame_charts import Columns, Names, charted, limits_of
from csp_docs.builders.frame_columns import Name, all_called, arranged, called
from csp_docs.builders.frame_table import Form, Sheet, each, judge_places
from csp_docs.builders.libraries.great_tables import GreatTable, is_great, of_great
from csp_docs.errors import Code, did_you_mean
from csp_docs.measures.rounding import rounded
from csp_docs.model import (
    AreaMap,
    Chart,
    ChartTarget,
    ChartType,
    Measure,
    MeasureGroup,
    ModelError,
    Performance,
    PerformanceColumn,
    Period,
    Table,
    TableSize,
)
from csp_docs.model.choices import Align, ChartTypeName, TableSizeName
from csp_docs.model.maps import AreasLike
from csp_docs.model.measure_rows import by_title
from csp_docs.model.measures import AmountLike
from csp_docs.model.values import items, shown

if TYPE_CHECKING:
    from narwhals.stable.v2.typing import IntoDataFrame, IntoSeries

Decimals: TypeAlias = int | Mapping[str, int] | Mapping[int, int] | Mapping[Name, int] | None
Formats: TypeAlias = Mapping[str, str] | Mapping[int, str] | Mapping[Name, str]
_STYLES = ("plain", "number", "money", "percent", "share")
_FEWEST_SHARES = 2


def performance(
    frame: IntoDataFrame | IntoSeries,
    *,
    name: Name = "",
    current: Name = "",
    previous: Name = "",
    baseline: Name = "",
    target: Name = "",
    target_change: Name = "",
    unit: Name = "",
    better: Name = "",
    note: Name = "",
    measure_id: Name = "",
    periods: Names = (),
    group: Name = "",
    total: str = "",
    decimals: int | None = None,
    columns: list[PerformanceColumn] | tuple[PerformanceColumn, ...] = (),
    id: str = "",  # noqa: A002
    caption: str = "",
    period: Period | str | int | None = None,
    widths: Sequence[float] = (),
    size: TableSize | TableSizeName = TableSize.NORMAL,
    notes: list[str] | tuple[str, ...] = (),
    source: str = "",
    counts: bool = False,
    summary: str = "",
) -> Performance:
    """Return a performance table with a measure for each row of ``frame``. Raises ModelError, ModuleNotFoundError.

    ``name`` to ``periods`` name columns with parts of measures, ``group`` titles. Numbers have ``decimals`` places.

    >>> performance(polars.DataFrame({"A": ["Theft"], "2013": [31]}), name="A", current="2013").measures[0].name
    'Theft'
    """
    parts = {"name": name, "current": current, "previous": previous, "baseline": baseline, "target": target}
    parts |= {"target_change": target_change, "unit": unit, "note": note, "better": better, "id": measure_id}
    own: dict[str, Any] = {"columns": columns, "total": total, "id": id, "caption": caption, "period": period}
    own |= {"notes": notes, "source": source, "counts": counts, "summary": summary, "size": size, "widths": widths}
    return Performance(_measures(frame, decimals, parts, all_called(periods), called(group)), **own)


def table(
    frame: IntoDataFrame | IntoSeries | GreatTable,
    *,
    columns: Columns = (),
    decimals: Decimals = None,
    percent: Names = (),
    formats: Formats | None = None,
    ratings: Names = (),
    bands: Name = "",
    id: str = "",  # noqa: A002
    caption: str = "",
    row_headers: bool | None = None,
    total: str | Sequence[Any] = (),
    align: Sequence[Align] = (),
    widths: Sequence[float] = (),
    size: TableSize | TableSizeName = TableSize.NORMAL,
    notes: list[str] | tuple[str, ...] = (),
    source: str = "",
) -> Table:
    """Return the rows of ``frame`` as a table. Outer levels of the columns' names become headers over these.

    ``columns`` are the names of some columns, or printed names with columns; all without it. Numbers have commas from
    1,000, and all of a column as many decimal places as the most exact one. ``decimals`` is the number of places of all
    columns with fractions, or of some by their names. ``percent`` names columns of percentages (85 is 85%). ``formats``
    gives columns by name another style: ``plain`` (names, without commas), ``number`` (counts, whatever the head says),
    ``money`` (pounds), ``percent``, or ``share`` (0.85 is 85%). ``ratings`` names columns of red, amber or green, and
    ``bands`` a column whose cells are headings across the table, for the rows that have them. The index has
    ``row_headers`` unless that is False. A table of great_tables is printed as it is: its words, spanners, footnotes
    and total; its title is the caption. Raises ModelError, and ModuleNotFoundError without narwhals.

    >>> table(polars.DataFrame({"Ward": ["Ashby"], "Crimes": [1204]}), columns=["Ward", "Crimes"]).rows
    (('Ashby', '1,204'),)
    """
    styles = {**dict.fromkeys(items(percent, object), "percent"), **(formats or {})}
    read: Callable[..., Table] = of_great if is_great(frame) else _of_frame
    made = arranged(read(frame, columns, decimals, styles), items(ratings, object), bands)
    said = {"id": id, "caption": caption, "total": total, "align": align, "widths": widths, "source": source}
    given: dict[str, Any] = {name: part for name, part in said.items() if part}
    is_headed = made.row_headers if row_headers is None else row_headers
    return evolve(made, row_headers=is_headed, size=size, notes=[*made.notes, *notes], **given)


def _of_frame(frame: Any, columns: Columns, decimals: Decimals, formats: Mapping[Any, str]) -> Table:
    names, heads = _named(sheet := Sheet.of(frame, instead='Table(["Ward"], [["Ashby"]])'), columns)
    first, *_ = each(sheet.__getitem__, names)
    forms = _forms(sheet, decimals, formats)
    styled = each(lambda name, head: sheet.named(name, head, forms[name], is_first=name == names[0]), names, heads)
    return Table(
        heads, list(map(list, zip(*each(sheet.printed, names, styled), strict=True))),
        groups=[] if isinstance(columns, Mapping) else sheet.groups(names),
        align=each(sheet.align, names, styled),
        row_headers=first.of_index,
    )  # fmt: skip


def chart(
    frame: IntoDataFrame | IntoSeries,
    type: ChartType | ChartTypeName,  # noqa: A002
    *,
    categories: Name = "",
    series: Columns = (),
    unit: str = "",
    target: ChartTarget | AmountLike = None,
    average: ChartTarget | AmountLike = None,
    highlight: str = "",
    by: Name = "",
    lower: Mapping[str, Name] | None = None,
    upper: Mapping[str, Name] | None = None,
    confidence: AmountLike = None,
    decimals: int | None = None,
    id: str = "",  # noqa: A002
    caption: str = "",
    source: str = "",
    alt: str = "",
) -> Chart:
    """Return a chart of columns of ``frame``.

    Its type is ``column``, ``bar``, ``stacked_column``, ``stacked_bar``, ``line`` or ``pie``. ``categories`` names a
    column; without it they are the index or, if there is none, the first column. ``series`` are the names of others, or
    printed names with columns; all others without it. ``unit`` is ``%``, ``£`` or what is counted. A line is drawn at
    ``target``, or at the ``average`` of similar areas. ``highlight`` names the category, or the line, that stands out.
    ``by`` names a column: each of its values has a small chart. ``lower`` and ``upper`` name the columns with the
    limits of a series by its name; their ``confidence`` is a percentage. Numbers have ``decimals`` places at most.
    ``alt`` describes the chart; without it, this is written from the numbers. Raises ModelError, ModuleNotFoundError.

    >>> chart(polars.DataFrame({"Year": ["2012", "2013"], "Burglary": [35, 31]}), "line", unit="offences").categories
    ('2012', '2013')
    """
    sheet = Sheet.of(frame, decimals, 'Chart("line", ["2024"], {"Burglary": [31]})')
    labels, by_name = charted(sheet, categories, series, called(by), limits=(lower, upper))
    return Chart(
        type, labels, by_name, unit=unit, target=target, average=average, highlight=highlight, by=called(by),
        lower=limits_of(sheet, lower), upper=limits_of(sheet, upper), confidence=confidence,
        id=id, caption=caption, source=source, alt=alt,
    )  # fmt: skip


def area_map(
    frame: IntoDataFrame | IntoSeries,
    areas: AreasLike,
    *,
    values: Name = "",
    key: str = "",
    name: str = "",
    values_only: bool = False,
    classes: int = 5,
    unit: str = "",
    decimals: int | None = None,
    top: int = 10,
    table: bool = True,
    id: str = "",  # noqa: A002
    caption: str = "",
    source: str = "",
    alt: str = "",
    label: str = "",
) -> AreaMap:
    """Return a map of the ``areas`` of a GeoJSON file, shaded by a column of ``frame``.

    The names of areas are in the column called like ``key``, or in the index or the first one. ``values`` names the
    column of numbers, without it the only other one, rounded to ``decimals`` places. There are 2 to 6 ``classes`` of
    colour, and ranks for the ``top`` areas (0 to 100). ``AreaMap`` explains the rest. Raises ModelError, and
    ModuleNotFoundError without narwhals.

    >>> rates = polars.DataFrame({"LSOA": ["E01025770", "E01025771"], "Burglary": [31, 12]})
    >>> area_map(rates, "areas.json", classes=2, unit="offences").areas
    'areas.json'
    """
    numbers = Sheet.of(frame, decimals, 'AreaMap("areas.json", {"E01025770": 31})').by_area(key, called(values))
    return AreaMap(
        areas, numbers, key=key, name=name, values_only=values_only, classes=classes, unit=unit, top=top, table=table,
        id=id, caption=caption, source=source, alt=alt, label=label,
    )  # fmt: skip


def _with_columns(frame: Any, decimals: int | None, **columns: Name | Names) -> Sheet:
    """Return the columns of a frame of measures. Raises ModelError for a part of these for which none is named."""
    sheet = Sheet.of(frame, decimals, "Performance([Measure(…)])")
    for part, column in columns.items():
        if column in ("", ()):
            raise ModelError(Code.NO_COLUMN, f"no column is named for `{part}`", f'name one: {part}="{sheet.index[0]}"')
    return sheet


def _named(sheet: Sheet, columns: Columns) -> tuple[list[str], list[str]]:
    """Return the names of the columns of a table, and what is printed over them."""
    if isinstance(columns, Mapping) and columns:
        return all_called([*columns.values()]), list(map(str, columns))
    names = all_called(columns) or list(sheet.columns)
    return names, [sheet[name].label for name in names]


def _measures(
    frame: Any, decimals: int | None, parts: Mapping[str, Any], periods: list[str], group: str
) -> list[Measure | MeasureGroup]:
    """Return measures by the titles in the column ``group``; those without a title are not grouped."""
    current = parts["current"] or periods or parts["note"]
    sheet = _with_columns(frame, decimals, name=parts["name"], current=current)
    columns = {part: called(column) for part, column in parts.items() if column != ""}
    measures = sheet.measures(columns, periods)
    loose, groups = by_title(measures, sheet.titles(group)) if group else (measures, {})
    return [*loose, *map(MeasureGroup, groups, groups.values())]


def _forms(sheet: Sheet, decimals: Decimals, given: Mapping[Any, str]) -> dict[str, Form]:
    """Return how columns print their numbers, by their names, in the styles that are ``given``. Raises ModelError."""
    styles = {called(name): style for name, style in given.items()}
    by_name = {called(name): places for name, places in decimals.items()} if isinstance(decimals, Mapping) else {}
    each(sheet.__getitem__, [*styles, *by_name])
    each(partial(_judge_numbers, sheet), [*by_name, *(name for name, style in styles.items() if style != "plain")])
    for name, style in styles.items():
        if style not in _STYLES:
            fact = f'column "{name}": the format {shown(style)} is not known'
            raise ModelError(Code.UNKNOWN_VALUE, fact, did_you_mean(str(style), _STYLES, "formats"))
        if style == "percent":
            _judge_percent(sheet, name)
    each(judge_places, by_name.values() if isinstance(decimals, Mapping) else [decimals])

    def form(name: str) -> Form:
        places = by_name.get(name) if isinstance(decimals, Mapping) else decimals
        return Form(styles.get(name, "number"), places, whole=isinstance(decimals, Mapping), given=name in styles)

    return {name: form(name) for name in sheet.columns}


def _judge_numbers(sheet: Sheet, name: str) -> None:
    """Refuse a form of numbers for a column that has only texts: it would have no effect. Raises ModelError."""
    cells = [cell for cell in sheet[name].cells if cell is not None]
    if cells and not any(map(is_number, cells)):
        hint = "turn its texts into numbers, `pd.to_numeric(…)`, or leave it out of `decimals`, `percent` and `formats`"
        raise ModelError(Code.NOT_A_NUMBER, f'column "{name}" has no numbers, which could be printed so', hint)


def _judge_percent(sheet: Sheet, name: str) -> None:
    """Refuse shares of one as percentages: they would be a hundred times too small. Raises ModelError."""
    known = [amount.value for amount in sheet.amounts(name) if amount and amount.value is not None]
    if len(known) >= _FEWEST_SHARES and min(known) >= 0 and rounded(sum(known, Decimal(0)), 3) == 1:
        fact = f'column "{name}": the numbers add up to 1, so they are shares and not percentages'
        raise ModelError(Code.UNKNOWN_VALUE, fact, f'write `formats={{"{name}": "share"}}`')
