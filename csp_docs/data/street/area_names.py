"""One name for each area (LSOA) of the counted rows: the code identifies it, and names change between years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from csp_docs.data.months import name, to_month
from csp_docs.errors import Code, LoadError, Problem

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_NAMED = (
    "CREATE TABLE named AS SELECT code, area, max(month) AS month FROM counted WHERE code <> '' GROUP BY code, area"
)
_TWO_NAMES = """
    SELECT code, month, min(area), max(area) FROM counted WHERE code <> ''
    GROUP BY code, month HAVING min(area) <> max(area) ORDER BY code, month LIMIT 20
"""
_NEWEST = """
    UPDATE counted SET area = newest.area
    FROM (SELECT code, max_by(area, month) AS area FROM named GROUP BY code HAVING count(*) > 1) AS newest
    WHERE counted.code = newest.code
"""
_TWO_CODES = """
    SELECT area, min(code), max(code) FROM (SELECT code, max_by(area, month) AS area FROM named GROUP BY code)
    GROUP BY area HAVING count(*) > 1 ORDER BY area LIMIT 20
"""


def keep_newest(database: DuckDBPyConnection) -> None:
    """Give all rows of an area its newest name. Raises LoadError for two names in a month, or two areas of one name."""
    database.execute(_NAMED)
    if problems := [*_problems(database)]:
        raise LoadError(problems)
    database.execute(_NEWEST)


def _problems(database: DuckDBPyConnection) -> Iterator[Problem]:
    for code, month, first, last in database.execute(_TWO_NAMES).fetchall():
        fact = f'the area {code} has two names in {name(to_month(month))}: "{first}" and "{last}"'
        yield Problem(Code.NAMES_CLASH, fact, "keep the name that data.police.uk gives")
    for area, first, last in database.execute(_TWO_CODES).fetchall():
        fact = f'two areas have the name "{area}": {first} and {last}'
        yield Problem(
            Code.NAMES_CLASH, fact, "keep the code that data.police.uk gives, or leave out the months before it changed"
        )
