"""Forms of values that the model's types do not describe: ``access: open``, ``period: 2013/14``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, get_args

from attrs import Attribute, evolve, fields

from csp_docs.errors import Code, LocatedDate, LocatedNumber, Problem, origin_of
from csp_docs.model import (
    Access,
    Amount,
    ChartTarget,
    Comparator,
    Generated,
    Measure,
    MeasureField,
    MeasureGroup,
    Month,
    Pending,
    PerformanceColumn,
    Period,
    Rag,
    Section,
    Year,
)
from csp_docs.model.dates import DayOrWords, to_day
from csp_docs.model.lists import ListItem
from csp_docs.model.measures import NOT_AVAILABLE, MeasureOrId, TextOrMeasure
from csp_docs.model.reach import types_of
from csp_docs.model.registers import COMPARING, ColumnField, Level, MeasureItem, RatingOrWords
from csp_docs.model.report import MeetingDay
from csp_docs.model.sections import SectionItem
from csp_docs.model.tables import Across, Band, BandRow, Column, ColumnName, TableRow, TotalRow, Totals
from csp_docs.model.values import Markdown, ModelError
from csp_docs.reading.faults import Gathering, found, from_model, refused, unexpected
from csp_docs.reading.reader import Reader
from csp_docs.reading.scalars import to_date, to_member
from csp_docs.reading.tree import LocatedDict, NoValue

KIND = "kind"
"""The key that says which class a document is; a highlight report inside another may leave it out."""
_MEASURE = {field.name for field in fields(Measure)}
TEXTS = frozenset({Amount, Month, Period, Year})
"""The classes that a text gives, and never keys with values."""
_TO_BE_CONFIRMED = ("to be confirmed", "date to be confirmed", "tbc")
_COMPARING = tuple(field.value for field in COMPARING)
_SPANNING = {"span", "colspan", "columns"}
"""Keys with which people give the number of columns of a cell."""
_RATINGS = {"complete": Rag.BLUE.value, "completed": Rag.BLUE.value, "not started": Rag.GREY.value}
"""The names of ratings that are not the words for them, by those words."""
_LONGEST = 40  # characters of a date or period, so that a message can quote it in full


def _access(reader: Reader, value: Any, _: Any) -> Any:
    if isinstance(value, str):
        if value == "open":
            return Access()
        raise unexpected(value, 'open, or the keys "exempt" and "reason"', 'write "access: {exempt: [3], reason: …}"')
    access = reader.read_class(value, Access)
    if access.exempt and access is not value:  # the law decides later which numbers are right
        places = dict(zip(access.exempt, map(origin_of, dict.fromkeys(value["exempt"])), strict=False))
        numbers = [LocatedNumber.at(number, place) if (place := places[number]) else number for number in places]
        return evolve(access, exempt=numbers)
    return access


_OF_SECTIONS = frozenset(types_of(Section))


def _section_item(reader: Reader, value: Any, _: Any) -> Any:
    # A section with a misspelt "generate" is read as a Section, which reports the unknown key.
    others = value.keys() - _OF_SECTIONS if isinstance(value, Mapping) else ()
    generated = any(get_close_matches(key, ("generate",)) for key in others)
    return reader.read(value, Generated if generated else Section)


def _day(reader: Reader, value: Any, kind: Any) -> Any:
    if kind == DayOrWords | None:
        value = reader.edition(value)
        if isinstance(value, str) and any(map(str.isalpha, value)):
            return reader.read(value, Markdown)
    elif isinstance(value, get_args(kind)):
        return value
    day, place = _parsed(to_day, _short(value, "a date such as 2013-07-23, 2013-07 or 2013")), origin_of(value)
    return LocatedDate.at(day, place) if isinstance(day, date) and place else day


def _meeting_day(reader: Reader, value: Any, _: Any) -> Any:
    if isinstance(value, str) and value.strip().casefold() in _TO_BE_CONFIRMED:
        return None
    if value is None or isinstance(value, str | date):
        return None if value is None else to_date(value, f', or "{_TO_BE_CONFIRMED[0]}"')
    return reader.read(value, Pending)


def _period(_: Reader, value: Any, _kind: Any) -> Any:
    if isinstance(value, Period):
        return value
    return _parsed(Period.parse, _short(value, "a period such as 2011-2014 or 2013/14"))


def _amount(_: Reader, value: Any, _kind: Any) -> Any:
    if isinstance(value, Amount):
        return value
    if value == ["x"]:  # YAML reads [x] as a list
        return Amount(None)
    if not isinstance(value, str):
        hint = f"write {NOT_AVAILABLE} if the number is not available" if isinstance(value, list) else ""
        raise unexpected(value, "a number such as 2778, 88% or £12,000", hint, Code.NOT_A_NUMBER)
    return _parsed(Amount.parse, value)


def _comparator(reader: Reader, value: Any, _: Any) -> Any:
    # YAML reads [x] as a list, but here it is a figure that is not available.
    return reader.read_class({"current": value} if value == ["x"] else value, Comparator)


def _performance_column(reader: Reader, value: Any, _: Any) -> Any:
    """Read a column, which may be written by its field: `change: {on: baseline}`."""
    if isinstance(value, LocatedDict) and len(value) == 1:
        ((name, keys),) = value.items()
        if name in _COMPARING and isinstance(keys, Mapping):
            return reader.read_class(_with_field(name, keys), PerformanceColumn)
        if name in _COMPARING and isinstance(keys, str) and not isinstance(keys, NoValue):
            hint = (
                f"write {{{name}: {{on: {keys}}}}}, or {{{name}: {{of: {keys}}}}} for another than the current figure"
            )
            raise unexpected(keys, "keys with values", hint)
    return reader.read_class(value, PerformanceColumn)


def _with_field(name: Any, keys: Mapping[Any, Any]) -> LocatedDict:
    whole = LocatedDict({"field": name, **keys})
    if origin := origin_of(name):
        whole.origin = origin
    return whole


def _column_field(reader: Reader, value: Any, _: Any) -> Any:
    return value if isinstance(value, MeasureField) else reader.read(value, str)


def _chart_target(reader: Reader, value: Any, _: Any) -> Any:
    # YAML reads [x] as a list, but here it is a number that is not available.
    return reader.read_class({"value": value} if value == ["x"] else value, ChartTarget)


def _text_or_measure(reader: Reader, value: Any, _: Any) -> Any:
    value = reader.edition(value)
    # Other keys come from a text that YAML read as a mapping. The reader of texts reports that.
    measured = isinstance(value, Measure) or (isinstance(value, Mapping) and not value.keys().isdisjoint(_MEASURE))
    return reader.read(value, Measure if measured else Markdown)


def _measure_item(reader: Reader, value: Any, _: Any) -> Any:
    return reader.read(value, MeasureGroup if _is_group(value) else MeasureOrId)


def _measure_or_id(reader: Reader, value: Any, _: Any) -> Any:
    if _is_group(value):
        raise refused(
            Code.BLOCK_NOT_HERE,
            "a group of measures is inside another group",
            "groups cannot be nested: put it after the other group",
            at=value,
        )
    if isinstance(value, Mapping):
        return reader.read(value, Measure)
    return value if isinstance(value, Measure) else reader.read(value, str)


def _is_group(value: object) -> bool:
    if isinstance(value, Mapping):  # with a misspelt "measures", the unknown key is reported
        return any(get_close_matches(key, ("measures",)) for key in value)
    return isinstance(value, MeasureGroup)


def _column(reader: Reader, value: Any, _: Any) -> Any:
    value = reader.edition(value)
    return reader.read(value, Column if isinstance(value, Mapping | Column) else Markdown)


def _table_row(reader: Reader, value: Any, kind: Any) -> Any:
    """Return a row: a list of cells, or keys for what is across all columns."""
    value = reader.edition(value)
    if isinstance(value, Mapping):
        is_band = kind == TableRow and any(get_close_matches(str(key), ("band",)) for key in value)
        return reader.read(value, Band if is_band else Across)
    if isinstance(value, Band | Across):
        return value
    if not isinstance(value, list | tuple):
        raise unexpected(value, "a list with a cell for each column, or a row with the key band or across")
    gathering = Gathering()
    cells = [gathering.read(number, _table_cell, reader, cell) for number, cell in enumerate(value)]
    gathering.finish()
    return tuple(cells)


def _table_cell(reader: Reader, value: Any) -> Any:
    value = reader.edition(value)
    if isinstance(value, Mapping) and value.keys() & _SPANNING:
        fact, hint = "a cell cannot span columns", "write the row without brackets, as `- across: …`"
        raise refused(Code.UNKNOWN_KEY, fact, f"{hint}, or as `- band: …` if it is a heading", at=value)
    return reader.read(value, Markdown if isinstance(value, str) else ListItem)


def _totals(reader: Reader, value: Any, _: Any) -> Any:
    value = reader.edition(value)
    if isinstance(value, list | tuple) and any(isinstance(row, list | tuple) for row in value):
        return reader.read(value, tuple[TotalRow, ...])
    return reader.read(value, TotalRow)


def _rating_or_words(reader: Reader, value: Any, _: Any) -> Any:
    return value if isinstance(value, Rag) else reader.read(reader.edition(value), str)


def _level(reader: Reader, value: Any, _: Any) -> Any:
    value = reader.edition(value)
    return reader.read(value, str if isinstance(value, str) and any(map(str.isalpha, value)) else int)


def _rating(_: Reader, value: Any, kind: Any) -> Any:
    """Return a rating; the hint for a word that councils print for one leads to its name in files."""
    name = next((name for word, name in _RATINGS.items() if get_close_matches(str(value).lower(), (word,))), "")
    if not name:
        return to_member(value, kind)
    fact = f'the value "{value}" is not known'
    raise refused(Code.UNKNOWN_VALUE, fact, f"write {name}: the council's template has the word for it", at=value)


def _short(value: Any, expected: str) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise unexpected(value, expected)
    return value


def _parsed(parse: Callable[[str], Any], value: str) -> Any:
    try:
        return parse(value)
    except ModelError as error:
        raise from_model(error, value) from None


HOOKS: tuple[tuple[Callable[[Any], bool], Callable[[Reader, Any, Any], Any]], ...] = (
    (lambda kind: kind is Access, _access),
    (lambda kind: kind == SectionItem, _section_item),
    (lambda kind: kind == MeetingDay, _meeting_day),
    (lambda kind: {date, Month, Year} <= set(get_args(kind)), _day),
    (lambda kind: kind is Period, _period),
    (lambda kind: kind is Amount, _amount),
    (lambda kind: kind is ChartTarget, _chart_target),
    (lambda kind: kind is Rag, _rating),
    (lambda kind: kind == RatingOrWords, _rating_or_words),
    (lambda kind: kind in (Level, Level | None), _level),
    (lambda kind: kind is Comparator, _comparator),
    (lambda kind: kind is PerformanceColumn, _performance_column),
    (lambda kind: kind == ColumnField, _column_field),
    (lambda kind: kind == TextOrMeasure, _text_or_measure),
    (lambda kind: kind == MeasureItem, _measure_item),
    (lambda kind: kind == MeasureOrId, _measure_or_id),
    (lambda kind: kind == ColumnName, _column),
    (lambda kind: kind in (TableRow, BandRow), _table_row),
    (lambda kind: kind == Totals, _totals),
)


def kind_problems(value: Mapping[str, Any], cls: Any) -> list[Problem]:
    """Return the problem of a document inside another one whose ``kind`` is not the one that can be there."""
    kind, given = getattr(cls, KIND, None), value.get(KIND)
    if not isinstance(kind, str) or given is None or given == kind or isinstance(given, NoValue):
        return []
    fact = f"only the kind {kind} can be here, not {found(given)}"
    hint = f'write "{KIND}: {kind}", or leave the key out; a document of another kind can be an appendix'
    return [Problem(Code.UNKNOWN_VALUE, fact, hint, origin_of(given) or origin_of(value))]


def has_short_form(known: Mapping[str, Attribute[Any]]) -> bool:
    """Tell whether a text can be given in place of the keys of a class."""
    return any("short_form" in field.metadata and Markdown == field.type for field in known.values())


def refuse_empty(read: object, value: object, field: Attribute[Any]) -> None:
    """Refuse an empty text for a key that prints nothing only if it is left out, such as a marking. Raises Refused."""
    if "never_empty" in field.metadata and isinstance(read, str) and not (read.strip() or isinstance(value, NoValue)):
        raise refused(Code.EMPTY_TEXT, f'the key "{field.name}" is empty', "give it words, or leave it out", at=value)


def named_freely(key: str, value: Mapping[str, Any], known: Mapping[str, Attribute[Any]]) -> str:
    """Return the hint for a key that an author names freely, such as a period, and that belongs below another key."""
    from csp_docs.reading import meant

    others = {name: given for name, given in value.items() if name not in known}
    return meant.named_freely(key, others, (name for name, one in known.items() if "by_other_names" in one.metadata))
