"""Whether the numbers below a head, or after the name of a row, are years or amounts.

A number from 1900 to 2100 may be either. The noun of the head decides: "Year of last survey" names a year, "Last year"
names the year that its figures are for, and "Homes built" are homes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from enum import Enum
from itertools import pairwise

from csp_docs.measures.rounding import is_whole

_EARLIEST, _FIRST, _LAST = 1000, 1900, 2100


class Says(Enum):
    """What the words at a head say about its numbers."""

    YEARS = "years"
    TIMES = "years, if all numbers can be years"
    AMOUNTS = "amounts"


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text with spaces between them."""
    return frozenset(words.split())


_WELSH_YEARS = word_set("blwyddyn blynyddoedd")
_YEARS = word_set("year years") | _WELSH_YEARS
_DATES = word_set("date dates since dyddiad ers")
_POINTS = word_set(
    "period founded established opened built adopted published born due start starts started end ends ended began "
    "begun closed completed cyfnod sefydlwyd"
)
"""With these words, or one of ``_DATES``, a head may say when something was."""
_NOT_COUNTED = word_set("born due")
"""What is counted by a plural before any other participle ("Homes built") may be dated by these: "Victims born"."""
_WORKS = word_set("works minutes premises details")
"""Plurals that are one thing: "Works completed" in a year."""
_WHICH_ONE = word_set(
    "last this previous prior next each every per a current full whole half part same past coming latest rolling"
)
"""Before a period these words say which one the figures are for: "Last year"."""
_OF_A_SERIES = word_set("first second third fourth fifth final")
"""Before "year" these leave open whether it is the year, or its figures."""
_NEAREST = word_set("last next previous prior latest first")
"""Before an event these say that there is one: its year, if anything about it is a number."""
_SPANS = word_set("period quarter month week day half term season months weeks days quarters years year")
_KINDS_OF_YEAR = word_set("financial calendar municipal fiscal tax academic school civic council reporting")
_COMPARED = word_set("change difference before after now each per this llynedd eleni newid gwahaniaeth")
_WHICH_FIGURES = word_set(
    "previous prior current jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june "
    "july august september october november december ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi "
    "hydref tachwedd rhagfyr"
)
"""As the only words of a head, these say which figures it has."""
_OF_PERIODS = _WHICH_FIGURES | word_set("q quarter chwarter provisional")
"""As the only words next to a year, these leave a name that of a period."""
COUNTED = word_set(
    "number numbers count counts total totals offences crimes incidents cases people residents population households "
    "calls visits reports amount thefts frauds breaches burglaries robberies assaults arrests victims offenders "
    "complaints referrals requests enquiries applications casualties collisions responses nifer cyfanswm troseddau "
    "poblogaeth galwadau achosion digwyddiadau adroddiadau lladradau cwynion"
)
"""With these words a head says that its numbers are counts."""
_MONEY = word_set(
    "cost costs spend spending expenditure income budget budgets forecast forecasts balance balances outturn variance "
    "revenue funding grant grants price prices fee fees saving savings salary salaries wages turnover underspend "
    "overspend surplus deficit reserve reserves profit sales debt rent expenses allocation cyllideb gwariant incwm "
    "costau balans rhagolwg"
)
"""With these words a head says that its numbers are amounts of money."""
_WITHOUT_PLURAL = word_set(
    "theft fraud crime abuse misuse harassment violence damage burglary robbery use usage rate ratio share cost"
)
_OF_NAMES = word_set("numbers nos codes refs references ids identifiers extensions details series premises")
"""Plurals that name things, or say nothing about them."""
_CURRENCY = frozenset("£€$")
_PERIOD = re.compile(r"\b(19|20)\d\d\b")
_BY_TIME = re.compile(
    r"\bto date\b|\b(?:a|per|each|every) (?:year|quarter|month|week|day)\b|\byear[- ]on[- ]year\b|"
    r"\b(?:in|for)[- ](?:the )?(?:year|month|quarter)\b(?! (?:of|when))|\bytd\b|\bmonths to\b|"
    r"\bhyd yma\b|\by flwyddyn\b"
)
"""What happened in a time, or up to now, is an amount."""
_YEAR_OF = re.compile(r"(?:[\w'’]+ ){0,2}(?:years?|dates?|blwyddyn|dyddiad) (?:of|when|o)\b")
_YEAR_AND = re.compile(r"\byears?(?:[- ](?:to|ending|ended|end)\b|[- ](?=\d))")
"""A year that may be the one which figures are for: "Year to March", "Year 1", "Year-end balance"."""
BEGINS_COUNT = re.compile(r"(?:total |whole )?(?:number|count|total|amount|nifer|cyfanswm)s?\b")
_ASIDE = re.compile(r"\(.*?\)|\b(?:by|per|for|in|on|with|to|from|at|fesul|yn|am|gan)\b.*")
"""What is added to the noun of a head: "Calls by phone" are calls."""
_WORD = re.compile(r"[^\W\d_]+")


def may_be_year(number: Decimal, *, named: bool = False) -> bool:
    """Tell whether a number can be a year: it is whole, and from 1900 to 2100; from 1000 if its head has a word for it.

    >>> [may_be_year(Decimal(number)) for number in ("2024", "1719", "12345", "2024.5")]
    [True, False, False, False]
    """
    return is_whole(number) and (_EARLIEST if named else _FIRST) <= number <= _LAST


def said(words: str) -> set[str]:
    """Return the words of a text in small letters, without its numbers and signs."""
    return set(_WORD.findall(words.casefold()))


def says_year(words: str) -> bool:
    """Tell whether a text has the word "year"."""
    return not _YEARS.isdisjoint(said(words))


def noun_phrase(head: str) -> list[str]:
    """Return the words of a head in small letters, in order, without what is added to them."""
    return _WORD.findall(_ASIDE.sub(" ", head.casefold()))


def is_counted(word: str) -> bool:
    """Tell whether a word is of something that is counted: "calls", "fraud", "recorded"."""
    return word.endswith("ed") or is_thing_counted(word)


def is_thing_counted(word: str) -> bool:
    """Tell whether a word is a noun for what is counted: a plural, or one that needs none, such as "fraud"."""
    if word in _OF_NAMES:
        return False
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return plural or word in COUNTED | _MONEY | _WITHOUT_PLURAL


def is_amount(head: str) -> bool:
    """Tell whether a head says that its numbers are amounts: they are neither years nor names.

    >>> [is_amount(head) for head in ("Offences", "Year to date", "Spend (£)", "2024/25", "Year opened", "Score")]
    [True, True, True, True, False, False]
    """
    return says(head) is Says.AMOUNTS


def is_money(head: str) -> bool:
    """Tell whether a head has the sign of a currency."""
    return not _CURRENCY.isdisjoint(head)


def says(*heads: str) -> Says | None:
    """Return what the head of a column says about its numbers; None if it says nothing, or leaves it open.

    The first of ``heads`` that says something decides: the column's own, before that of a group above it.

    >>> [says(head) for head in ("Year of last survey", "Last inspected", "Last year", "Homes built", "Last election")]
    [<Says.YEARS: 'years'>, <Says.TIMES: 'years, if all numbers can be years'>, <Says.AMOUNTS: 'amounts'>, \
<Says.AMOUNTS: 'amounts'>, None]
    """
    found = [one for one in map(_of_head, heads) if one]
    if Says.AMOUNTS in found and found[0] is Says.TIMES:
        return None
    return found[0] if found else None


def names_period(name: str) -> bool:
    """Tell whether the name of a row has a year in it: what is in such a row was counted then."""
    return bool(_PERIOD.search(name))


def newest(names: Sequence[str]) -> int | None:
    """Return the place of the newest of several periods in their order, or None if some are not periods.

    >>> [newest(names) for names in (["2023/24", "2024/25"], ["Q1 2025", "Q2 2025"], ["May 2025", "2024"], ["A", "B"])]
    [1, 1, 0, None]
    """
    found = [_PERIOD.search(name) for name in names]
    if len(names) < 2 or not all(found) or not all(said(name) <= _OF_PERIODS for name in names):
        return None
    years = [int(one[0]) for one in found if one]
    if years == sorted(years):
        return len(names) - 1
    return 0 if years == sorted(years, reverse=True) else None


def leaves_open(*heads: str) -> bool:
    """Tell whether the heads of a column have words about time, but do not say that its numbers are amounts or years.

    >>> [leaves_open(head) for head in ("Last election", "Victims born", "Year 1", "Last year", "Year", "Score")]
    [True, True, True, False, False, False]
    """
    return says(*heads) is None and not said(" ".join(heads)).isdisjoint(_YEARS | _DATES | _POINTS | _NEAREST)


def _of_head(head: str) -> Says | None:
    """Return what one head says; a year in it, "2023/24", is the one that its figures are for."""
    words = noun_phrase(head)
    of_period = _PERIOD.search(head) and not _YEAR_OF.match(head.casefold())
    if of_period or (words and _WHICH_FIGURES.issuperset(words)):
        return Says.AMOUNTS
    return row_says(head)


def row_says(name: str) -> Says | None:
    """Return what the name of a row says about the numbers in it, or a head that names no year."""
    text = name.casefold()
    if is_money(text) or _BY_TIME.search(text) or BEGINS_COUNT.match(text):
        return Says.AMOUNTS
    if _YEAR_OF.match(_ASIDE.sub(" ", text)):
        return Says.YEARS
    words = noun_phrase(_YEAR_AND.sub(" ", text))
    return _by_last(words) if words else None


def _by_last(words: list[str]) -> Says | None:
    """Return what the last word says, which is the noun or a participle after it."""
    *before, last = words
    if last in _SPANS and (which := _before_kind(before)) in _WHICH_ONE | _OF_A_SERIES:
        return Says.AMOUNTS if which in _WHICH_ONE else None
    if last in _YEARS or (words[0] in _YEARS and _is_participle(last)):
        return Says.YEARS
    if last in _DATES:
        return Says.TIMES
    if not _MONEY.isdisjoint(words):
        return Says.AMOUNTS
    if before and _is_participle(last):
        return _by_participle(before, last)
    if any(which in _WHICH_ONE and span in _SPANS for which, span in pairwise(words)):
        return Says.AMOUNTS
    return _by_any({*words})


def _before_kind(words: list[str]) -> str:
    """Return the last of the words before "year" that is not a kind of year: "last" of "last financial"."""
    return next((word for word in reversed(words) if word not in _KINDS_OF_YEAR), "")


def _is_participle(word: str) -> bool:
    return word in _POINTS or word.endswith("ed")


def _by_participle(before: list[str], last: str) -> Says | None:
    """Return what a participle says after other words: things that are counted, or when something was."""
    is_of_nearest = not _NEAREST.isdisjoint(before)
    if any(is_thing_counted(word) and word not in _WORKS for word in before):
        return None if is_of_nearest or last in _NOT_COUNTED else Says.AMOUNTS
    is_dated = is_of_nearest or last in _POINTS or not _DATES.isdisjoint(before)
    return Says.TIMES if is_dated else None


def _by_any(words: Collection[str]) -> Says | None:
    """Return what the words say in whatever order they are."""
    if not COUNTED.isdisjoint(words) or not _COMPARED.isdisjoint(words):
        return Says.AMOUNTS
    if not _WELSH_YEARS.isdisjoint(words):
        return Says.YEARS
    return None if (_DATES | _POINTS).isdisjoint(words) else Says.TIMES
