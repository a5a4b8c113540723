"""Recorded crime by community safety partnership: tables of the Office for National Statistics (ONS), as CSV.

Two forms are read: Table C2 of "Police force area data tables", a row for each partnership and a column for each
offence, whose period the caller names; and a long one, a row for each partnership and offence, with columns such as
``count_ye_dec_2024`` (year ending December 2024) and ``rate_per_1000_population_2024``.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from csp_docs.data import months
from csp_docs.data.tables import Row, Sheet, each, needed, number, repeated, table
from csp_docs.errors import Code, Located, Problem, did_you_mean, origin_of
from csp_docs.model import Month
from csp_docs.records import record
from csp_docs.text.literal import in_one_line

_CODE, _NAME, _LAST_NAME = (
    "Community Safety Partnership code",
    "Community Safety Partnership name",
    "Local Authority name",
)
_LONG_CODE, _LONG_NAME, _OFFENCE = "csp_code", "csp_name", "offence"
_MONTHS = [months.name_alone(Month(2000, month))[:3].lower() for month in range(1, 13)]
_COUNT = re.compile(rf"count_ye_({'|'.join(_MONTHS)})_\d{{4}}", re.ASCII)
OFFENCES = {
    "Bicycle theft": ("Bicycle theft",),
    "Burglary": ("Burglary",),
    "Criminal damage and arson": ("Criminal damage and arson",),
    "Drugs": ("Drug offences",),
    "Other crime": ("Miscellaneous crimes against society",),
    "Other theft": ("All other theft offences",),
    "Possession of weapons": ("Possession of weapons offences",),
    "Public order": ("Public order offences",),
    "Robbery": ("Robbery",),
    "Shoplifting": ("Shoplifting",),
    "Theft from the person": ("Theft from the person",),
    "Vehicle crime": ("Vehicle offences",),
    "Violence and sexual offences": ("Violence against the person", "Sexual offences"),
}
"""The offences of ONS that a type of data.police.uk has; anti-social behaviour is not an offence."""

Numbers = Mapping[str, Mapping[str, Decimal | None]]


@record
class Partnerships:
    """Recorded offences in a ``period``, by partnership and offence; ``rates`` for each 1,000 people may be empty."""

    period: str
    counts: Numbers
    rates: Numbers

    def count(self, partnership: str, kind: str) -> Decimal | None:
        """Return the offences of a type of data.police.uk; None if they are not available."""
        return _sum(self.counts[partnership], kind)

    def rate(self, partnership: str, kind: str) -> Decimal | None:
        """Return the rate of a type of data.police.uk; None if it is not available."""
        return _sum(self.rates.get(partnership, {}), kind)

    def problems(self, names: Iterable[str]) -> Iterable[Problem]:
        """Yield a problem for each partnership that the table does not have."""
        for name in names:
            if name not in self.counts:
                yield Problem(
                    Code.NOT_IN_FILES,
                    f'the ONS table has no partnership "{name[:60]}"',
                    did_you_mean(name, self.counts, "partnerships"),
                )


def read(path: str | os.PathLike[str], period: str = "") -> Partnerships:
    """Return the partnerships of a table. ``period`` is the period of the table, "the year ending December 2024".

    It is needed if the table's columns do not say it. Rows without a partnership's code ("Unassigned") are left out.
    Raises LoadError with row and column.
    """
    sheet = table(path)
    return (_long if _OFFENCE in sheet.names else _wide)(sheet, in_one_line(period))


def _wide(sheet: Sheet, period: str) -> Partnerships:
    needed((_CODE, _NAME, _LAST_NAME), sheet)
    offences = sheet.names[sheet.names.index(Located(_LAST_NAME)) + 1 :]
    needed(offences, sheet)
    others = list(sheet.uneven)
    if not period:
        hint = 'name the period, such as "the year ending December 2024" (`--ons-period` of the command)'
        others.append(
            Problem(Code.NO_PERIOD, "the table does not say which period it covers", hint, origin_of(sheet.names[0]))
        )
    placed = [row for row in sheet.rows if row[_CODE]]
    numbers = iter(
        each((row[name] for row in placed for name in offences), number, (*others, *repeated(placed, _NAME)))
    )
    return Partnerships(
        period, {str(row[_NAME]): {str(name): next(numbers) for name in offences} for row in placed}, {}
    )


def _long(sheet: Sheet, period: str) -> Partnerships:
    count = max((str(name) for name in sheet.names if _COUNT.fullmatch(name)), key=_end, default="count_ye_dec_2024")
    rate = f"rate_per_1000_population_{_end(count)[0]}"
    columns = (count, rate) if rate in sheet.names else (count,)
    needed((_LONG_CODE, _LONG_NAME, _OFFENCE, *columns), sheet)
    placed = [row for row in sheet.rows if row[_LONG_CODE]]
    others = (*sheet.uneven, *repeated(placed, _LONG_NAME, _OFFENCE))
    numbers = iter(each((row[name] for name in columns for row in placed), number, others))
    counts, *rates = [_by_name(placed, numbers) for _ in columns]
    return Partnerships(period or _period(count), counts, rates[0] if rates else {})


def _by_name(rows: list[Row], numbers: Iterator[Decimal | None]) -> Numbers:
    found: defaultdict[str, dict[str, Decimal | None]] = defaultdict(dict)
    for row in rows:
        found[row[_LONG_NAME]][row[_OFFENCE]] = next(numbers)
    return dict(found)


def _end(column: str) -> tuple[str, int]:
    """Return year and month for ``count_ye_dec_2024``."""
    _, _, month, year = column.split("_")
    return year, _MONTHS.index(month)


def _period(column: str) -> str:
    """Return "the year ending December 2024" for ``count_ye_dec_2024``."""
    year, month = _end(column)
    return f"the year ending {months.name(Month(int(year), month + 1))}"


def _sum(offences: Mapping[str, Decimal | None], kind: str) -> Decimal | None:
    found = [offences.get(offence) for offence in OFFENCES.get(kind, ())]
    known = [number for number in found if number is not None]
    return sum(known, Decimal(0)) if found and len(known) == len(found) else None
