"""How many people live in each area (LSOA) and district: a CSV file beside the police files, such as one of ONS."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from attrs import frozen

from csp_docs.data.street import district_of
from csp_docs.data.tables import Row, each, needed, once, table, whole
from csp_docs.data.words import tenths

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
    once(rows, _CODE)
    found, districts = dict(each(rows, _people)), Counter[str]()
    for row in rows:
        districts[district_of(row[_NAME])] += found[row[_CODE]]
    return Populations(found, districts)


def _people(row: Row) -> tuple[str, int]:
    return str(row[_CODE]), whole(row[_NUMBER])
