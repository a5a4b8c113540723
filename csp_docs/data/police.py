"""Street files of data.police.uk to figures: DuckDB counts the rows of one file after the other."""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from csp_docs.data.duck import connected
from csp_docs.data.figures import Area, Figures
from csp_docs.data.months import latest_year, missing, to_month
from csp_docs.data.sources import StreetFile, street_files
from csp_docs.data.street import COLUMNS, LAST_PART, faults, header, month_of_name
from csp_docs.errors import LoadError, Origin, Problem

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST_AREAS, _MOST_TYPES = 100_000, 100
"""England and Wales have 35,672 lower layer super output areas; data.police.uk has 14 types of crime."""
_TABLE = "CREATE TABLE counted (month VARCHAR, code VARCHAR, area VARCHAR, district VARCHAR, type VARCHAR, n BIGINT)"
_COUNT = """
    CREATE OR REPLACE TABLE fresh AS
    SELECT coalesce(month, '') AS month, coalesce(code, '') AS code, coalesce(area, '') AS area,
           regexp_replace(area, $last_part, '') AS district, coalesce(type, '') AS type, count(*) AS n
    FROM read_csv($file, columns = $columns, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"')
    GROUP BY ALL
"""
_WRONG = """
    SELECT count(*) FROM fresh
    WHERE NOT (regexp_full_match(month, $month) AND regexp_full_match(code, $code)
               AND regexp_full_match(area, $area) AND regexp_full_match(type, $type))
       OR ($only <> '' AND month <> $only)
"""


def read(*paths: str | os.PathLike[str]) -> Figures:
    """Return the counts of street files of data.police.uk: of a folder of them, of files, of a zip.

    Every row is counted, as data.police.uk counts: also those that repeat a Crime ID. Memory stays below 1 GiB whatever
    the size of the files. Raises LoadError with all problems, each with file, row and column; ModuleNotFoundError
    without DuckDB.
    """
    files = street_files(paths)
    with TemporaryDirectory(prefix="csp-docs-") as name, closing(connected(folder := Path(name).resolve())) as database:
        database.execute(_TABLE)
        problems = [problem for file in files for problem in _count(file, folder / "street.csv", database)]
        if problems:
            raise LoadError(problems)
        return _figures(database)


def _count(file: StreetFile, copy: Path, database: DuckDBPyConnection) -> list[Problem]:
    """Add the counts of a file, and return what is wrong with it."""
    from duckdb import Error

    month = month_of_name(file.own_name)
    try:
        is_utf8 = file.copy_to(copy)
        columns = header(copy, file.name)
    except LoadError as error:
        return list(error.problems)
    if not is_utf8:
        return faults(copy, file.name, columns, month)
    try:
        database.execute(
            _COUNT, {"file": str(copy), "columns": dict.fromkeys(columns, "VARCHAR"), "last_part": LAST_PART}
        )
    except Error as error:
        fact = f"the file cannot be read: {str(error).splitlines()[0]}"
        return faults(copy, file.name, columns, month) or [Problem(fact, origin=Origin(file.name, 1, 1))]
    patterns = {name: column.pattern for name, column in COLUMNS.items()}
    if _number(database, _WRONG, {**patterns, "only": month}):
        return faults(copy, file.name, columns, month)
    if not _number(database, "SELECT count(*) FROM fresh"):
        return [Problem("the file has no rows below its first one", "leave it out", Origin(file.name, 1, 1))]
    database.execute("INSERT INTO counted SELECT * FROM fresh")
    return []


def _figures(database: DuckDBPyConnection) -> Figures:
    """Return what was counted. Raises LoadError where a month is missing, or where it is no count of crimes."""
    areas = _number(database, "SELECT count(DISTINCT area) FROM counted")
    types = _number(database, "SELECT count(DISTINCT type) FROM counted")
    if areas > _MOST_AREAS or types > _MOST_TYPES:
        fact = f"the files have {areas:,} areas and {types:,} types of crime"
        raise LoadError([Problem(fact, "read street files of data.police.uk only")])
    texts = [text for (text,) in database.execute("SELECT DISTINCT month FROM counted ORDER BY month").fetchall()]
    months = tuple(map(to_month, texts))
    if gaps := missing(months):
        fact = f"the files leave out months between their first and their last: {', '.join(gaps)}"
        raise LoadError([Problem(fact, "add the street files of these months, or leave out those before them")])
    unplaced = _number(database, "SELECT coalesce(sum(n), 0)::BIGINT FROM counted WHERE area = ''")
    begin = texts[-len(latest_year(months))]
    return Figures(months, _by_month(database, texts), _by_area(database, begin), unplaced)


def _by_month(database: DuckDBPyConnection, months: list[str]) -> dict[str, dict[str, tuple[int, ...]]]:
    query = "SELECT district, type, month, sum(n)::BIGINT FROM counted WHERE area <> '' GROUP BY ALL ORDER BY ALL"
    counts: defaultdict[str, defaultdict[str, list[int]]]
    counts = defaultdict(lambda: defaultdict(lambda: [0] * len(months)))
    places = {month: at for at, month in enumerate(months)}
    for district, kind, month, count in _rows(database, query):
        counts[district][kind][places[month]] = count
    return {district: {kind: tuple(found) for kind, found in kinds.items()} for district, kinds in counts.items()}


def _by_area(database: DuckDBPyConnection, begin: str) -> dict[str, dict[str, tuple[Area, ...]]]:
    """Return the counts since the month ``begin``, by district and type, the highest first."""
    query = """
        SELECT district, type, area, min(code), sum(n)::BIGINT AS n FROM counted WHERE area <> '' AND month >= $begin
        GROUP BY district, type, area ORDER BY district, type, n DESC, area
    """
    areas: defaultdict[str, defaultdict[str, list[Area]]] = defaultdict(lambda: defaultdict(list))
    for district, kind, area, code, count in _rows(database, query, {"begin": begin}):
        areas[district][kind].append(Area(sys.intern(area), sys.intern(code), count))
    return {district: {kind: tuple(found) for kind, found in kinds.items()} for district, kinds in areas.items()}


def _number(database: DuckDBPyConnection, query: str, values: dict[str, str] | None = None) -> int:
    """Return the one number that a query asks for."""
    ((number,),) = database.execute(query, values or {}).fetchall()
    return int(number)


def _rows(database: DuckDBPyConnection, query: str, values: dict[str, str] | None = None) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query, without holding them all."""
    found = database.execute(query, values or {})
    while rows := found.fetchmany(10_000):
        yield from rows
