"""Fills blocks with rows and numbers from a CSV file: its cells are put in the tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from attrs import asdict

from csp_docs.errors import Code, LoadError, Located, Origin, Problem, listed, origin_of
from csp_docs.model import AreaMap, Chart, Performance, Table
from csp_docs.model.limits import SIDES
from csp_docs.model.measure_rows import FIGURES, WORDS, by_category, by_title
from csp_docs.model.measures import NOT_AVAILABLE
from csp_docs.model.reach import marked
from csp_docs.reading.blocks import FILLED
from csp_docs.reading.csv.table import Column, Sheet, as_plain_text
from csp_docs.reading.faults import found, shortened
from csp_docs.reading.structure import edition, structure
from csp_docs.reading.tree import LocatedDict, LocatedList, Node, NoValue
from csp_docs.records import record

Given: TypeAlias = Mapping[str, Any]
"""The keys of a block as they are written."""
_OF_MAPS = "with `data`, name the column of numbers in `values`"
_OF_MEASURES = "with `data`, name the columns in `measures`: `{name: Offence, current: 2023/24}`"
_OF_TABLES = "the rows are in the file of `data`: remove one of the two"


def fill(name: str, block: LocatedDict, language: str) -> Sequence[Problem]:
    """Replace the names of columns in a block called ``name`` with the columns, and return what is wrong with them."""
    given, cls = dict(block), FILLED[name]
    keys = marked(cls, "in_file")
    del block["data"]
    block |= {key: NoValue.at("", block.origin) for key in keys}
    try:
        sheet = Sheet.of(given["data"], language, fewest=1 if cls is Table else 2)
    except LoadError as error:
        return error.findings
    try:
        block |= zip(keys, _FILLINGS[cls](sheet, given), strict=True)
    except LoadError as error:
        return [*sheet.problems, *error.findings]
    return sheet.problems


def _chart(sheet: Sheet, given: Given) -> tuple[Node, ...]:
    """Return categories and series. Without names they are the first column, and all others."""
    if given.get("by"):
        return _small_charts(sheet, given)
    label = sheet.column(given["categories"]) if given.get("categories") else sheet.columns[0]
    lower, upper, of_limits = _limits(sheet, given)
    others = [(name, column) for name, column in sheet.others(label) if column not in of_limits]
    chosen = sheet.chosen(given["series"]) if given.get("series") else others
    series = _by_name(sheet, chosen, label.name.origin)
    return _list(map(as_plain_text, label.cells), label.name.origin), series, lower, upper


def _limits(sheet: Sheet, given: Given) -> tuple[Node, Node, list[Column]]:
    """Return the lower and the upper limits of series, and their columns. Raises LoadError."""
    found = [sheet.chosen(given[side]) if given.get(side) else [] for side in SIDES]
    origins = (origin_of(given.get(side)) or sheet.columns[0].name.origin for side in SIDES)
    lower, upper = (_by_name(sheet, side, origin) for side, origin in zip(found, origins, strict=True))
    return lower, upper, [column for side in found for _, column in side]


def _by_name(sheet: Sheet, chosen: Sequence[tuple[Located, Column]], origin: Origin) -> LocatedDict:
    """Return the numbers of columns by their printed names."""
    numbers = LocatedDict()
    numbers.origin = origin
    for name, column in chosen:
        if name in numbers and not isinstance(name, NoValue):
            fact = f'two series are called "{shortened(name)}"'
            sheet.problem(Code.GIVEN_TWICE, fact, "give each its own name", name)
        numbers[name] = _list(map(_figure, column.cells), column.name.origin)
    return numbers


def _small_charts(sheet: Sheet, given: Given) -> tuple[Node, ...]:
    """Return categories and a series for each value of the column ``by``. Raises LoadError."""
    titles = sheet.column(given["by"])
    rest = [column for column in sheet.columns if column is not titles]
    label = sheet.column(given["categories"]) if given.get("categories") else rest[0]
    chosen = sheet.chosen(given["series"]) if given.get("series") else sheet.others(label)
    numbers = [column for _, column in chosen if column is not titles]
    if len(numbers) != 1:
        fact = f"small charts show one column of numbers, and there are {len(numbers)}"
        hint = f"name one with `series: [name]`: {listed(column.name for column in numbers)}"
        raise LoadError([Problem(Code.WHICH_COLUMN, fact, hint, titles.name.origin)])
    [column] = numbers
    small, categories = (list(map(as_plain_text, one.cells)) for one in (titles, label))
    missing = Located.at(NOT_AVAILABLE, column.name.origin)
    names, cells_of, twice = by_category(small, categories, list(map(_figure, column.cells)), missing)
    for row in twice:
        fact = f'"{shortened(small[row])}" has two rows for "{shortened(categories[row])}"'
        sheet.problem(Code.GIVEN_TWICE, fact, "keep one of them", small[row])
    series = LocatedDict({name: _list(cells, name.origin) for name, cells in cells_of.items()})
    series.origin = titles.name.origin
    return _list(names, label.name.origin), series, *_limits(sheet, given)[:2]


def _map(sheet: Sheet, given: Given) -> tuple[Node, ...]:
    """Return the numbers of areas. The areas are in the column with the name of the map's key, or in the first one."""
    key = edition(given.get("key", ""), sheet.language)
    areas = next((column for column in sheet.columns if column.name == key), sheet.columns[0])
    numbers = sheet.column(given["values"], _OF_MAPS) if given.get("values") else _only_other(sheet, areas)
    values, first = LocatedDict(), dict[str, Located]()
    values.origin = numbers.name.origin
    for area, cell in zip(areas.cells, numbers.cells, strict=True):
        if first.setdefault(area, area) is not area and not isinstance(area, NoValue):
            sheet.problem(
                Code.GIVEN_TWICE,
                f'"{shortened(area)}" is given twice',
                f"it is first in line {first[area].origin.line}",
                area,
            )
        values[area] = _figure(cell)
    return (values,)


def _only_other(sheet: Sheet, areas: Column) -> Column:
    """Return the only column apart from that of the areas. Raises LoadError."""
    first, *more = (column for column in sheet.columns if column is not areas)
    if more:
        hint = f"name one with `values`: {listed(column.name for column in (first, *more))}"
        raise LoadError(
            [Problem(Code.WHICH_COLUMN, "the file has several columns of numbers", hint, areas.name.origin)]
        )
    return first


def _table(sheet: Sheet, given: Given) -> tuple[Node, ...]:
    """Return the columns (without a choice, all columns of the file), and the rows."""
    from csp_docs.reading.csv.tables import table

    if "rows" in given:
        sheet.problem(Code.ROWS_AND_DATA, "the table has both `rows` and `data`", _OF_TABLES, given["rows"])
    return table(sheet, given.get("columns"))


@record
class MeasureColumns:
    """The columns with the parts of measures, and the titles of their groups; ``_LISTS`` keep their columns' names."""

    name: str
    current: str
    previous: str = ""
    baseline: str = ""
    target: str = ""
    target_change: str = ""
    unit: str = ""
    better: str = ""
    note: str = ""
    id: str = ""
    group: str = ""
    periods: tuple[str, ...] = ()
    comparators: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


_LISTS = ("periods", "comparators", "own")


def _performance(sheet: Sheet, given: Given) -> tuple[Node, ...]:
    """Return a measure for each row. Groups of measures are after those without a group."""
    names = given.get("measures", "")
    if not isinstance(names, Mapping | NoValue):
        wrong = f"`measures` must name the columns for the parts of a measure, not {found(names)}"
        fact = wrong if names else "the key `measures` is missing"
        raise LoadError([Problem(Code.WRONG_TYPE, fact, _OF_MEASURES, origin_of(names) or origin_of(given["data"]))])
    chosen = {"current": "", **names} if isinstance(names, Mapping) and "periods" in names else names
    columns = asdict(structure(chosen, MeasureColumns, language=sheet.language))
    lists = {key: [sheet.column(name) for name in columns.pop(key)] for key in _LISTS}
    parts = {part: sheet.column(column).cells for part, column in columns.items() if column}
    titles = [as_plain_text(cell) for cell in parts.pop("group", [])]
    measures = [_measure(dict(zip(parts, cells, strict=True))) for cells in zip(*parts.values(), strict=True)]
    for key, cells in lists.items():
        _add(key, cells, measures)
    loose, groups = by_title(measures, titles) if titles else (measures, {})
    return (_list([*loose, *map(_group, groups, groups.values())], sheet.columns[0].name.origin),)


def _measure(cells: dict[str, Located]) -> LocatedDict:
    """Return the measure of a row, without the parts whose cells are empty."""
    measure = LocatedDict({part: _figure(cell) for part, cell in cells.items() if part in FIGURES})
    measure |= {part: as_plain_text(cell) for part, cell in cells.items() if part in WORDS}
    measure |= {part: cell for part, cell in cells.items() if part not in measure and cell}
    measure.origin = cells["name"].origin
    return measure


def _add(key: str, columns: list[Column], measures: list[LocatedDict]) -> None:
    """Add the cells of columns to measures below a key, by the names of the columns."""
    read = as_plain_text if key == "own" else _figure
    for row, measure in enumerate(measures if columns else ()):
        measure[key] = LocatedDict({column.name: read(column.cells[row]) for column in columns})
        measure[key].origin = measure.origin


def _group(title: Any, measures: list[LocatedDict]) -> LocatedDict:
    group = LocatedDict(title=title, measures=_list(measures, title.origin))
    group.origin = title.origin
    return group


def _figure(cell: Located) -> Located:
    """Return a number as it is written; an empty cell is a number that is not available."""
    return cell if cell or isinstance(cell, NoValue) else Located.at(NOT_AVAILABLE, cell.origin)


def _list(values: Any, origin: Origin) -> LocatedList:
    listed = LocatedList(values)
    listed.origin = origin
    return listed


_FILLINGS: dict[type, Callable[[Sheet, Given], tuple[Node, ...]]] = {
    AreaMap: _map,
    Chart: _chart,
    Performance: _performance,
    Table: _table,
}
"""The readers of blocks with content in a file. Each returns what it puts in the fields that are marked for this."""
