"""Street files of data.police.uk to figures: DuckDB counts the rows of one file after another."""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from csp_docs.data.figures import Area, Figures
from csp_docs.data.months import latest_year, missing, to_month
from csp_docs.data.street.area_names import keep_newest
from csp_docs.data.street.duck import connected
from csp_docs.data.street.rows import COLUMNS, LAST_PART, district_of, faults, header, month_of_name
from csp_docs.data.street.sources import StreetFile, street_files
from csp_docs.errors import Code, LoadError, Origin, Problem

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST = {"areas": 50_000, "districts": 1_000, "types of crime": 40, "months": 600}
"""England and Wales have 35,672 areas (LSOAs) in some 320 districts; data.police.uk has 14 types and began in 2010."""
_SIZES = """
    SELECT count(DISTINCT area), count(DISTINCT regexp_replace(area, $last_part, '')), count(DISTINCT type),
           count(DISTINCT month) FROM counted
"""
_BUFFER = 4 * 2**20
_TABLE = "CREATE TABLE counted (file INTEGER, month VARCHAR, code VARCHAR, area VARCHAR, type VARCHAR, n BIGINT)"
_COUNT = """
    INSERT INTO counted
    SELECT $number, coalesce(month, ''), coalesce(code, ''), coalesce(area, ''), coalesce(type, ''), count(*)
    FROM read_csv($file, columns = $columns, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
                  buffer_size = $buffer)
    GROUP BY ALL
"""
_HASHED = "CREATE TABLE hashed (row UBIGINT)"
_HASH = """
    INSERT INTO hashed
    SELECT hash({columns}) FROM read_csv($file, columns = $columns, auto_detect = false, header = true, delim = ',',
                                         quote = '"', escape = '"', buffer_size = $buffer)
"""
_SAME = "SELECT count(*) - count(DISTINCT row) FROM hashed"
_WRONG = """
    SELECT count(*) FROM counted
    WHERE file = $number
      AND (NOT (regexp_full_match(month, $month) AND regexp_full_match(code, $code)
                AND regexp_full_match(area, $area) AND regexp_full_match(type, $type))
           OR (code = '') <> (area = '') OR ($only <> '' AND month <> $only))
"""


def read(*paths: str | os.PathLike[str]) -> Figures:
    """Return the counts of street files of data.police.uk: of files and zips, and of all of them in a folder.

    Every row is counted, as data.police.uk counts, including those that repeat a Crime ID. Memory stays below 1 GiB
    whatever the size of the files. Raises LoadError with all problems, each with file, row and column;
    ModuleNotFoundError without DuckDB.
    """
    with street_files(paths) as (files, problems), TemporaryDirectory(prefix="csp-docs-") as name:
        folder = Path(name).resolve()
        with closing(connected(folder)) as database:
            return _counted(files, problems, folder / "street.csv", database)


def _counted(files: list[StreetFile], problems: list[Problem], copy: Path, database: DuckDBPyConnection) -> Figures:
    """Return the counts of all files. Raises LoadError with what is wrong with any, and with ``problems``."""
    from duckdb import OperationalError

    try:
        database.execute(_TABLE)
        database.execute(_HASHED)
        found = [problem for number, file in enumerate(files) for problem in _count(number, file, copy, database)]
        if problems or found:
            raise LoadError((*problems, *found))
        return _figures(database)
    except OperationalError as error:  # there is no room left, in memory or on the disk
        fact = f"the files cannot be counted: {_first_line(error)}"
        raise LoadError(
            [Problem(Code.CANNOT_COUNT, fact, "read fewer of them, or free space in the temporary folder")]
        ) from error


def _count(number: int, file: StreetFile, copy: Path, database: DuckDBPyConnection) -> list[Problem]:
    """Add the counts of a file, and return what is wrong with it."""
    from duckdb import ProgrammingError

    month = month_of_name(file.own_name)
    try:
        is_utf8 = file.copy_to(copy)
        columns = header(copy, file.name)
    except LoadError as error:
        return list(error.problems)
    if not is_utf8:
        return faults(copy, file.name, columns, month)
    given = {"number": number, "file": str(copy), "columns": dict.fromkeys(columns, "VARCHAR"), "buffer": _BUFFER}
    try:
        database.execute(_COUNT, given)
    except ProgrammingError as error:
        fact = f"the file cannot be read: {_first_line(error)}"
        return faults(copy, file.name, columns, month) or [
            Problem(Code.CANNOT_COUNT, fact, origin=Origin(file.name, 1, 1))
        ]
    patterns = {name: column.pattern for name, column in COLUMNS.items()}
    if _number(database, _WRONG, {**patterns, "number": number, "only": month}):
        return faults(copy, file.name, columns, month)
    if not _number(database, "SELECT count(*) FROM counted WHERE file = $number", {"number": number}):
        return [
            Problem(Code.NO_ROWS, "the file has no rows after its first one", "leave it out", Origin(file.name, 1, 1))
        ]
    hashed = _HASH.format(columns=", ".join(columns))  # these are our own names of the columns
    database.execute(hashed, {name: value for name, value in given.items() if name != "number"})
    return []


def _figures(database: DuckDBPyConnection) -> Figures:
    """Return what was counted. Raises LoadError if a month is missing, or if the files are not street files."""
    keep_newest(database)
    (sizes,) = database.execute(_SIZES, {"last_part": LAST_PART}).fetchall()
    if any(size > most for size, most in zip(sizes, _MOST.values(), strict=True)):
        said = ", ".join(f"{size:,} {what}" for size, what in zip(sizes, _MOST, strict=True))
        raise LoadError(
            [
                Problem(
                    Code.FIGURES_MISSING,
                    f"the files have {said}, more than street files can have",
                    "read only street files of data.police.uk",
                )
            ]
        )
    texts = [text for (text,) in database.execute("SELECT DISTINCT month FROM counted ORDER BY month").fetchall()]
    months = tuple(map(to_month, texts))
    if gaps := missing(months):
        fact = f"the files have no rows for some months between their first and their last: {', '.join(gaps)}"
        raise LoadError(
            [
                Problem(
                    Code.FIGURES_MISSING,
                    fact,
                    "add the street files of these months, or leave out the months before them",
                )
            ]
        )
    begin, counts = texts[-len(latest_year(months))], _by_month(database, texts)
    unplaced = counts.pop("", {})
    return Figures(months, counts, _by_area(database, begin), unplaced, _number(database, _SAME))


def _by_month(database: DuckDBPyConnection, months: list[str]) -> dict[str, dict[str, tuple[int, ...]]]:
    """Return the counts by district, which is "" for rows without a place."""
    query = """
        SELECT regexp_replace(area, $last_part, ''), type, month, sum(n)::BIGINT FROM counted
        GROUP BY ALL ORDER BY ALL
    """
    counts: defaultdict[str, defaultdict[str, list[int]]]
    counts = defaultdict(lambda: defaultdict(lambda: [0] * len(months)))
    places = {month: at for at, month in enumerate(months)}
    for district, kind, month, count in _rows(database, query, {"last_part": LAST_PART}):
        counts[district][kind][places[month]] = count
    return {district: {kind: tuple(found) for kind, found in kinds.items()} for district, kinds in counts.items()}


def _by_area(database: DuckDBPyConnection, begin: str) -> dict[str, dict[str, tuple[Area, ...]]]:
    """Return the counts since the month ``begin``, by district and type, the highest first."""
    query = """
        SELECT type, area, max(code), sum(n)::BIGINT AS n FROM counted WHERE area <> '' AND month >= $begin
        GROUP BY type, area ORDER BY type, n DESC, area
    """
    areas: defaultdict[str, defaultdict[str, list[Area]]] = defaultdict(lambda: defaultdict(list))
    for kind, area, code, count in _rows(database, query, {"begin": begin}):
        areas[district_of(area)][kind].append(Area(sys.intern(area), sys.intern(code), count))
    return {district: {kind: tuple(found) for kind, found in kinds.items()} for district, kinds in areas.items()}


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def _number(database: DuckDBPyConnection, query: str, values: dict[str, Any] | None = None) -> int:
    """Return the one number that a query returns."""
    ((number,),) = database.execute(query, values or {}).fetchall()
    return int(number)


def _rows(database: DuckDBPyConnection, query: str, values: dict[str, str] | None = None) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query, without holding them all."""
    found = database.execute(query, values or {})
    while rows := found.fetchmany(10_000):
        yield from rows
