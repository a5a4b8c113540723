"""How many people live in each area (LSOA) and district: a CSV file used with the police files, such as one of ONS."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping

from csp_docs.data.figures import lacking
from csp_docs.data.street.rows import district_of
from csp_docs.data.tables import Row, each, needed, repeated, table, whole
from csp_docs.errors import Code, LoadError, Problem, origin_of
from csp_docs.records import record

_CODE, _NAME, _NUMBER = "LSOA code", "LSOA name", "Population"


@record
class Populations:
    """People by district, and within it by the code of an LSOA."""

    areas: Mapping[str, Mapping[str, int]]

    def of(self, district: str) -> int:
        """Return the people of a district: of all LSOAs that are named after it."""
        return sum(self.areas.get(district, {}).values())

    def problems(self, district: str, codes: Iterable[str]) -> Iterable[Problem]:
        """Yield a problem if a district lacks areas that had crime, the ``codes``: its rates would be too high."""
        known, hint = self.areas.get(district, {}), f"give a row to each area (LSOA) that is named after {district}"
        yield from lacking(
            codes, {code for code, people in known.items() if people}, "the populations lack", district, hint
        )
        if known and not self.of(district):
            yield Problem(
                Code.FIGURES_MISSING,
                f"the population of {district} is zero, so its rates cannot be calculated",
                "check its numbers",
            )


def read(path: str | os.PathLike[str]) -> Populations:
    """Return the populations of a CSV file with the columns LSOA code, LSOA name and Population; others are left out.

    A district has the people of all LSOAs that are named after it. Raises LoadError with row and column.
    """
    sheet = table(path)
    needed((_CODE, _NAME, _NUMBER), sheet)
    areas: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for code, name, people in each(sheet.rows, _people, (*sheet.uneven, *repeated(sheet.rows, _CODE))):
        areas[district_of(name)][code] = people
    return Populations(dict(areas))


def _people(row: Row) -> tuple[str, str, int]:
    """Return code, name and people of an area. Raises LoadError."""
    blank = [
        Problem(Code.WRONG_CELL, "the cell is empty", "fill it in, or remove the row", origin_of(row[column]))
        for column in (_CODE, _NAME)
        if not row[column]
    ]
    if row[_NAME] and district_of(row[_NAME]) == row[_NAME]:  # with it the people of a district would count twice
        fact = f'"{row[_NAME][:80]}" is not the name of an area (LSOA) such as Harborough 002A'
        hint = "remove the row if it is that of a district, or of a total"
        blank.append(Problem(Code.WRONG_CELL, fact, hint, origin_of(row[_NAME])))
    try:
        people = whole(row[_NUMBER])
    except LoadError as error:
        raise LoadError((*blank, *error.problems)) from None
    if blank:
        raise LoadError(blank)
    return str(row[_CODE]), str(row[_NAME]), people
