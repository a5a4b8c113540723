"""The rows of a table from a CSV file: columns of ratings and sums, and a column whose cells are bands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from csp_docs.errors import Code, Located
from csp_docs.model.measure_rows import by_title
from csp_docs.reading.csv.table import Column, Sheet, as_plain_text
from csp_docs.reading.structure import edition
from csp_docs.reading.tree import LocatedDict, LocatedList, Node
from csp_docs.records import record

_KINDS = {"rating", "sum", "band"}
"""The keys of a column that is more than its name."""


@record
class _Chosen:
    """A column of the table: its name or keys, and its cells in the file; None if they are calculated."""

    named: Any
    column: Column | None
    is_band: bool = False


def table(sheet: Sheet, given: Any) -> tuple[Node, Node]:
    """Return the names of columns, and rows; those of a column of bands are below headings across the table."""
    chosen = list(_chosen(sheet, given))
    kept = [one for one in chosen if not one.is_band]
    cells = [list(map(as_plain_text, one.column.cells)) for one in kept if one.column]
    rows: list[Node] = [_list(row, row[0]) for row in zip(*cells, strict=True)]
    bands = [one.column for one in chosen if one.is_band and one.column]
    first = sheet.columns[0].name
    return _list([one.named for one in kept], first), _list(_in_bands(rows, bands), first)


def _in_bands(rows: list[Node], bands: list[Column]) -> list[Any]:
    """Return rows below the bands that a column names, in their order, after those without one."""
    if not bands:
        return rows
    loose, named = by_title(rows, list(map(as_plain_text, bands[0].cells)))
    return [*loose, *(_keys({"band": title, "rows": _list(below, title)}, title) for title, below in named.items())]


def _chosen(sheet: Sheet, given: Any) -> Iterable[_Chosen]:
    first, names = sheet.columns[0], edition(given, sheet.language) if given else None
    if not names:
        columns = [(first.printed, first), *sheet.others(first)]
        yield from (_Chosen(name, column) for name, column in columns)
        return
    for item in names if isinstance(names, list) else [names]:
        if isinstance(item, Mapping) and "column" in item and item.keys() & _KINDS:
            yield _of_kind(sheet, item)
        else:
            listed = [item] if isinstance(names, list) else item
            yield from (_Chosen(name, column) for name, column in sheet.chosen(listed))


def _of_kind(sheet: Sheet, item: Mapping[str, Any]) -> _Chosen:
    """Return a column with its kind; a column of sums need not be in the file."""
    name = edition(item["column"], sheet.language)
    if "sum" in item and name not in [column.name for column in sheet.columns]:
        return _Chosen(item, None)
    column = sheet.column(name)
    if "band" not in item:
        printed = as_plain_text(name) if isinstance(name, Located) else name
        return _Chosen(_keys({**item, "column": printed}, item), column)
    if others := item.keys() - {"column", "band"}:
        fact = f'a column of bands has the key "{min(others)}" too'
        sheet.problem(Code.UNKNOWN_KEY, fact, "its cells are headings, and nothing else", min(others))
    return _Chosen(name, column, is_band=True)


def _keys(keys: Mapping[str, Any], at: Any) -> LocatedDict:
    made = LocatedDict(keys)
    made.origin = at.origin
    return made


def _list(values: Iterable[Any], at: Any) -> LocatedList:
    made = LocatedList(values)
    made.origin = at.origin
    return made
