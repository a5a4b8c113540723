"""Dates and numbers as councils print them, in English (``en-GB``) and Welsh (``cy-GB``).

These are the functions of ``{{ }}`` that do not need a document. Numbers may be int, Decimal or the text that an author
wrote (``£12,000``, ``-13%``); anything else raises ValueError. Babel is imported on first use, because the import takes
longer than everything else here.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeAlias

from csp_docs.measures.amounts import amount
from csp_docs.measures.rounding import rounded
from csp_docs.model.dates import Day, Month, Period, Year, first_day
from csp_docs.model.numbers import Written, written

Number: TypeAlias = int | Decimal | str
POINTS = "\u00a0pp"
"""The unit of a difference of percentages: a percentage of a percentage would mislead."""

_PATTERNS = {
    "plain": "d MMMM y",
    "ordinal": "d MMMM y",
    "dd/mm/yyyy": "dd/MM/y",
    "weekday": "EEEE d MMMM y",
    "weekday_day": "EEEE d MMMM",
}
"""The styles of dates, in the pattern letters of Unicode TR 35; an ordinal has its letters besides."""
_MOST_FIGURES = 18
"""The most digits before the decimal point of a number in a text."""
_ENGLISH = {1: "st", 21: "st", 31: "st", 2: "nd", 22: "nd", 3: "rd", 23: "rd"}
_WELSH = {1: "af", 2: "il", 3: "ydd", 4: "ydd", 5: "ed", 6: "ed", 7: "fed", 8: "fed", 9: "fed", 10: "fed", 11: "eg",
          12: "fed", 13: "eg", 14: "eg", 15: "fed", 16: "eg", 17: "eg", 18: "fed", 19: "eg", 20: "fed"}  # fmt: skip
_ORDINALS = {"en": (_ENGLISH, "th"), "cy": (_WELSH, "ain")}
_WELSH_MUTATED = (
    *((kept, kept) for kept in ("ch", "dd", "ff", "ng", "ph", "th")),
    ("ll", "l"), ("rh", "r"), ("b", "f"), ("c", "g"), ("d", "dd"), ("g", ""), ("m", "f"), ("p", "b"), ("t", "d"),
)  # fmt: skip
"""The soft mutation of first letters; those of two signs come first."""
_WELSH_VOWELS = "aeiouwyâêîôûŵŷ"
_WELSH_FROM_VOWELS = ("1", "8", "11")
"""Numbers whose Welsh words begin with a vowel: un, wyth, un ar ddeg."""
_TO = {"en": "to", "cy": "i"}
_CHANGES = {"en": ("down", "up", "no change", "n/a"), "cy": ("i lawr", "i fyny", "dim newid", "amh.")}
_BETTER = {"en": ("worse", "better"), "cy": ("gwaeth", "gwell")}
_LESS_THAN = {"en": "less than", "cy": "llai na"}
_LEAST = Decimal("0.1")


def longdate(day: Day, language: str, style: str = "plain") -> str:
    """Return "23 July 2013" (``plain``) or "23rd July 2013" (``ordinal``); in Welsh "23 Gorffennaf 2013", "23ain …".

    The other styles are ``dd/mm/yyyy`` ("23/07/2013"), ``weekday`` ("Tuesday 23 July 2013") and ``weekday_day``
    ("Tuesday 23 July"). A month is "July 2013", a year "2013".
    """
    return _dated(first_day(day), _pattern(day, language, style), language)


def period(given: Period, language: str, style: str = "plain") -> str:
    """Return "2011 to 2014", "2013/14", "January to December 2019" or "1 April 2013 to 31 March 2014".

    The year is given once where both ends have the same year. A period that ends where it begins is a date.
    """
    start, end = given.start, given.end
    if given.financial:
        return f"{start.year}/{end.year % 100:02}"
    if start == end:
        return longdate(end, language, style)
    first = _pattern(start, language, style)
    if start.year == end.year and not isinstance(start, Year):
        first = first.removesuffix(" y")
    last = longdate(end, language, style)
    if _base(language) == "cy" and isinstance(end, Month):
        last = soft_mutated(last)
    return f"{_dated(first_day(start), first, language)} {_TO[_base(language)]} {last}"


def and_before(following: str, word: str, language: str) -> str:
    """Return the ``word`` for "and" as it is before ``following``: the Welsh "a" is "ac" before a vowel.

    >>> and_before("Anytown", "a", "cy-GB"), and_before("8", "a", "cy-GB"), and_before("8", "and", "en-GB")
    ('ac', 'ac', 'and')
    """
    is_vowel = following[:1].casefold() in _WELSH_VOWELS if following[:1].isalpha() else following in _WELSH_FROM_VOWELS
    return "ac" if _base(language) == "cy" and word == "a" and is_vowel else word


def number_word(count: int, language: str) -> str:
    """Return a number in words with a capital: "One", "Twenty-one", in Welsh "Un"."""
    from num2words import num2words

    code = {"en": "en_GB", "cy": "cy"}[_base(language)]
    return str(num2words(count, lang=code)).capitalize()


def weekday(day: date, language: str) -> str:
    """Return the name of the day: "Tuesday"."""
    return _dated(day, "EEEE", language)


def money(value: Number) -> str:
    """Return pounds, "£12,000", with pence only where there are any, "£12.50". A loss is "−£500"."""
    return amount(_of_unit(value, "£", "percent"), "£")


def number(value: Number) -> str:
    """Return the number with commas between thousands, "1,234", and its own decimal places."""
    return amount(_of_unit(value, "", "money or percent"))


def percent(value: Number) -> str:
    """Return "85%" for 85: the value is the percentage itself, not a share of one."""
    return amount(_of_unit(value, "%", "money"), "%")


def change(previous: Number, current: Number, language: str = "en-GB") -> str:
    """Return how ``current`` differs from ``previous``: "down 19.9%", "up 3.2%", "no change"; "n/a" from zero.

    It has one decimal place, rounded half away from zero. A change that rounds to 0.0% is "down less than 0.1%". Only
    equal numbers give "no change". The change of percentages is in points, "up 8 pp", as that of measures.

    >>> change(326, 261), change("80%", "80.0%")
    ('down 19.9%', 'no change')
    """
    before, now = _number(previous), _number(current)
    units = (before.unit, now.unit)
    if units == ("%", "%"):
        return changed(now.value - before.value, now.value - before.value, POINTS, language)
    if "%" in units:
        raise ValueError(f'"{previous}" and "{current}" cannot be compared: one of them is a percentage')
    if not before.value and now.value:
        return _CHANGES[_base(language)][3]
    difference = now.value - before.value
    share = rounded(difference / abs(before.value) * 100, 1) if before.value else before.value
    return changed(share, difference, "%", language)


def changed(share: Decimal, difference: Decimal, unit: str, language: str) -> str:
    """Return a rounded change as words: "down 19.9%", "up 2.5 pp"; "no change" only if the ``difference`` is 0."""
    down, up, same, _ = _CHANGES[_base(language)]
    if not difference:
        return same
    size = amount(abs(share), unit) if share else f"{_LESS_THAN[_base(language)]} {amount(_LEAST, unit)}"
    return f"{down if difference.is_signed() else up} {size}"


def direction(share: Decimal, difference: Decimal, unit: str, language: str) -> str:
    """Return a rounded change after an arrow and a word: "↓ down 8.7", "↑ up 65.4", "→ no change"."""
    arrow = "→" if not difference else "↓" if difference.is_signed() else "↑"
    return f"{arrow} {changed(share, difference, unit, language)}"


def travel(difference: Decimal, language: str, *, is_better: bool) -> str:
    """Return which way a figure went after an arrow, and whether that is better: "↓ down, better", "→ no change".

    >>> travel(Decimal(-3), "en-GB", is_better=True)
    '↓ down, better'
    """
    down, up, same, _ = _CHANGES[_base(language)]
    if not difference:
        return f"→\u00a0{same}"
    way = f"↓\u00a0{down}" if difference < 0 else f"↑\u00a0{up}"
    return f"{way}, {_BETTER[_base(language)][is_better]}"


def _pattern(day: Day, language: str, style: str) -> str:
    """Return the format of a date, in the pattern letters of Unicode TR 35."""
    if style not in _PATTERNS:
        raise ValueError(f'there is no date style "{style}": use {", ".join(_PATTERNS)}')
    match day:
        case Year():
            return "y"
        case Month():
            return "MMMM y"
        case date() if style == "ordinal":
            return f"d'{_ordinal(day.day, language)}' MMMM y"
    return _PATTERNS[style]


def soft_mutated(words: str) -> str:
    """Return Welsh words as they are after "i", "o" or "dan": with the soft mutation of the first letter.

    >>> soft_mutated("Gorffennaf"), soft_mutated("paragraff 14"), soft_mutated("Chwefror"), soft_mutated("Atodlen 12A")
    ('Orffennaf', 'baragraff 14', 'Chwefror', 'Atodlen 12A')
    """
    for plain, mutated in _WELSH_MUTATED:
        if words.casefold().startswith(plain):
            found = mutated + words[len(plain) :]
            return found[:1].upper() + found[1:] if words[0].isupper() else found
    return words


def _dated(day: date, pattern: str, language: str) -> str:
    if not isinstance(day, date):
        raise ValueError(f'"{day}" is not a date')  # noqa: TRY004 (the author's mistake, not the caller's)
    if pattern == "y":
        return str(day.year)
    from babel.dates import format_date

    return format_date(day, pattern, locale=_base(language))


def _ordinal(day: int, language: str) -> str:
    suffixes, other = _ORDINALS[_base(language)]
    return suffixes.get(day, other)


def _base(language: str) -> str:
    base = language.partition("-")[0]
    if base not in _ORDINALS:
        raise ValueError(f'there are no words for the language "{language}": use en-GB or cy-GB')
    return base


def _of_unit(value: Number, unit: str, others: str) -> Decimal:
    """Return a number that has the sign of ``unit``, or none. Raises ValueError for another sign."""
    found = _number(value)
    if found.unit not in ("", unit):
        raise ValueError(f'"{value}" has the sign {found.unit}, which would be lost: use {others}')
    return found.value


def _number(value: Number) -> Written:
    found = written(f"{value:f}" if isinstance(value, Decimal) else str(value).strip())
    if not found or found.whole > _MOST_FIGURES or found.unit == "£%":
        raise ValueError(f'"{value}" is not a number')
    return found
