"""Days, months and years, and the periods that plans and figures cover."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, TypeAlias, cast

from attrs import Attribute, field

from csp_docs.errors import Code
from csp_docs.model.checked import model_record
from csp_docs.model.values import Markdown, ModelError, shown

_FORMS = "write it as 2011-2014, 2013/14, 2019, 2019-01/2019-12 or 2013-04-01/2014-03-31"
_YEAR = r"([12]\d{3})"
_YEARS = re.compile(rf"{_YEAR}\s?[-–]\s?{_YEAR}", re.ASCII)
_FINANCIAL = re.compile(rf"{_YEAR}/(\d{{2}})", re.ASCII)
_SHORT = re.compile(rf"{_YEAR}\s?([-–])\s?(\d\d)", re.ASCII)
_MOST_YEARS = 30
"""A plan covers fewer years: "2013-04" is a month, because it is not short for the years 2013 to 2104."""
_DAY = re.compile(rf"{_YEAR}(?:-(\d{{2}}))?(?:-(\d{{2}}))?", re.ASCII)


@model_record
class Year:
    """A year as a date: the day and the month are not known."""

    year: int


@model_record
class Month:
    """A month of a year as a date: the day is not known."""

    year: int
    month: int = field()

    @month.validator
    def _of_the_calendar(self, _: Attribute[Any], month: int) -> None:
        if not 1 <= month <= 12:
            raise ModelError(Code.NOT_A_DATE, f"{month} is not a month", "write a month from 01 to 12", ("month",))


Day: TypeAlias = date | Month | Year
"""A date that may be only a month or a year."""


WholeDay: TypeAlias = date
"""A date with its day, for classes that have a field of this name."""


def first_day(day: Day) -> date:
    """Return the day on which a date begins: itself, the first of the month, or 1 January."""
    match day:
        case Month():
            return date(day.year, day.month, 1)
        case Year():
            return date(day.year, 1, 1)
    return day


def to_day(text: str) -> Day:
    """Return the date that a text such as ``2013-07-23``, ``2013-07`` or ``2013`` gives. Raises ModelError."""
    parts = _DAY.fullmatch(text)
    if not parts:
        raise ModelError(Code.NOT_A_DATE, f'"{text}" is not a date', "write it as 2013-07-23, 2013-07 or 2013")
    year, month, day = parts.groups()
    if month is None:
        return Year(int(year))
    if day is None:
        return Month(int(year), int(month))
    try:
        return date(int(year), int(month), int(day))
    except ValueError as error:
        raise ModelError(Code.NOT_A_DATE, f"{text} is not a valid date", "check the month and the day") from error


def _day(value: Day | str) -> Day:
    return to_day(value) if isinstance(value, str) else value


@model_record
class Period:
    """A period from one date to another, including both. A ``financial`` year runs from 1 April to 31 March."""

    start: Day = field(converter=_day)
    end: Day = field(converter=_day)
    financial: bool = False

    def __attrs_post_init__(self) -> None:
        if first_day(self.end) < first_day(self.start):
            raise ModelError(Code.PERIOD_ENDS_EARLY, "a period ends before it begins", _FORMS)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Return the period that a text such as ``2011-2014`` or ``2013/14`` gives. Raises ModelError.

        ``2009-12`` is refused: it may be a month or four years.
        """
        text = text.strip()
        if short := _SHORT.fullmatch(text):
            _refuse_short_years(text, int(short[1]), short[2], int(short[3]))
        return day_or_period(text)


def day_or_period(text: str) -> Period:
    """Return the period that a text gives where it may also be a date: ``2009-12`` is a month. Raises ModelError."""
    text = text.strip()
    if years := _YEARS.fullmatch(text):
        return Period(Year(int(years[1])), Year(int(years[2])))
    if financial := _FINANCIAL.fullmatch(text):
        return _financial_year(int(financial[1]), int(financial[2]))
    days = [part.strip() for part in text.split("/", 1)]
    if not all(map(_DAY.fullmatch, days)):
        raise ModelError(Code.NOT_A_PERIOD, f'"{text}" is not a period', _FORMS)
    return Period(to_day(days[0]), to_day(days[-1]))


def _financial_year(start: int, end: int) -> Period:
    if (start + 1) % 100 != end:
        hint = f"a financial year ends in the next year: {start}/{(start + 1) % 100:02}{_or_years(start, end)}"
        raise ModelError(Code.NOT_A_PERIOD, f'"{start}/{end:02}" is not a financial year', hint)
    return Period(date(start, 4, 1), date(start + 1, 3, 31), financial=True)


def _or_years(start: int, end: int) -> str:
    return f"; for several years, write {start}-{last}" if (last := _last_year(start, end)) else ""


def _last_year(start: int, end: int) -> int | None:
    """Return the year that two figures after another year are short for; None if it is that year, or far from it."""
    span = (end - start) % 100
    return start + span if 1 <= span <= _MOST_YEARS else None


def _refuse_short_years(text: str, start: int, sign: str, end: int) -> None:
    """Raise ModelError for a year and two figures, unless they can only be a month: "2009-12" may be years."""
    last = _last_year(start, end)
    is_month = sign == "-" and 1 <= end <= 12
    if not last and is_month:
        return
    forms = f"for the years, write {start}-{last}" if last else _FORMS
    if last == start + 1:
        forms += f", or {start}/{end:02} for the financial year"
    if is_month:
        fact = f'"{text}" may be a month, or the years {start} to {last}'
        raise ModelError(Code.NOT_A_PERIOD, fact, f"{forms}; for the month, {start}-{end:02}/{start}-{end:02}")
    raise ModelError(Code.NOT_A_PERIOD, f'"{text}" is not a period', forms)


def to_period(value: Period | str | int | None) -> Period | None:
    """Return a period; ``Period.parse`` reads a text, or the number of a year."""
    if type(value) is int:
        value = str(value)
    if value is None or isinstance(value, Period):
        return value
    if not isinstance(value, str):
        raise ModelError(Code.NOT_A_PERIOD, f"this must be a period, not {shown(value)}", _FORMS)
    return Period.parse(value)


def whole_day(value: date | str) -> date:
    """Return a date with its day; ``to_day`` reads a text. Raises ModelError for a month or a year."""
    found = to_day(value) if isinstance(value, str) else value
    if isinstance(found, Month | Year):
        raise ModelError(Code.NOT_A_DATE, f'"{value}" has no day', "write it as 2013-07-23")
    return found


def given_day(value: Day | str | int | None) -> Day | None:
    """Return a date; ``to_day`` reads a text, or the number of a year."""
    return to_day(str(value)) if isinstance(value, str) or type(value) is int else cast("Day | None", value)


DayOrWords: TypeAlias = Day | Markdown
"""A date, or words for a time that is not a day, month or year, such as "Q3 2024/25" or "Ongoing"."""


def given_day_or_words(value: DayOrWords | int | None) -> DayOrWords | None:
    """Return a date, or the words; a text without letters is a date."""
    return value if isinstance(value, str) and any(map(str.isalpha, value)) else given_day(value)
