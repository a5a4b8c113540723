"""How many people live in each area (LSOA) and district: a CSV file beside the police files, such as one of ONS."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from attrs import frozen

from csp_docs.data.street import district_of
from csp_docs.data.tables import Row, each, needed, table, whole
from csp_docs.data.words import tenths
from csp_docs.errors import LoadError, Problem, origin_of

_CODE, _NAME, _NUMBER = "LSOA code", "LSOA name", "Population"


@frozen
class Populations:
    """People by the code of an LSOA and by the name of a district."""

    areas: Mapping[str, int]
    districts: Mapping[str, int]

    def rate(self, count: int, people: int | None) -> Decimal | None:
        """Return a count for each 1,000 people; None where nobody lives or is not known to."""
        return tenths(count * 1000, people) if people else None


def read(path: str | os.PathLike[str]) -> Populations:
    """Return the populations of a CSV file with the columns LSOA code, LSOA name and Population; others are left out.

    A district has the people of all LSOAs that are called after it. Raises LoadError with row and column.
    """
    names, rows = table(path)
    needed((_CODE, _NAME, _NUMBER), names)
    found, districts = dict(each(rows, _people)), Counter[str]()
    if len(found) < len(rows):
        raise LoadError(_twice(rows))
    for row in rows:
        districts[district_of(row[_NAME])] += found[row[_CODE]]
    return Populations(found, districts)


def _people(row: Row) -> tuple[str, int]:
    return str(row[_CODE]), whole(row[_NUMBER])


def _twice(rows: list[Row]) -> list[Problem]:
    """Return a problem for each area that has two rows, at the last of them."""
    again = {str(row[_CODE]): row[_CODE] for row in rows}  # of two with a code, the later one
    first = {str(row[_CODE]): row[_CODE] for row in reversed(rows)}
    twice = [code for name, code in again.items() if code is not first[name]]
    return [
        Problem(f'the area "{code[:40]}" stands twice', "keep one of its rows", origin_of(code)) for code in twice[:20]
    ]
