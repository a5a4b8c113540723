"""What the head of a column says about its numbers: they are years, counts, or names of things.

Counts have commas, years and names have none: the tables of files and those of frames decide by the same words.
"""

from __future__ import annotations

import re
from decimal import Decimal

from csp_docs.measures.rounding import is_whole

_FIRST, _LAST = 1900, 2100
_PERIOD = re.compile(r"\b(19|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_]+")


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text with spaces between them."""
    return frozenset(words.split())


_YEARS = word_set("year years blwyddyn blynyddoedd")
_TIMES = word_set(
    "date period since founded established opened built adopted published due start end dyddiad cyfnod ers sefydlwyd"
)
"""With these words a head says that its numbers are years, if all of them can be."""
_COMPARED = word_set("last this previous prior next each per before after now change difference")
"""With these words a head says which year its figures are for: they are not years themselves."""
_COUNTED = word_set(
    "number numbers count counts total totals offences crimes incidents cases people residents population households "
    "calls visits reports amount thefts frauds breaches burglaries robberies assaults arrests victims offenders "
    "complaints referrals requests enquiries applications casualties collisions responses nifer cyfanswm troseddau "
    "poblogaeth galwadau achosion digwyddiadau adroddiadau lladradau cwynion"
)
"""With these words a head says that its numbers are counts."""
_NAMED = word_set("ref reference code codes id identifier uprn usrn urn telephone phone tel extension")
_NAMED_IN_WELSH = word_set("cyfeirnod cod ffôn rhif")
"""With these words a head says that its numbers are names of things, which have no commas."""
_OF_NAMES = word_set("numbers nos codes refs references ids identifiers extensions details series premises")
"""Plurals that name things, or say nothing about them."""
_COUNTED_WITHOUT_PLURAL = word_set(
    "theft fraud crime abuse misuse harassment violence damage burglary robbery use usage rate ratio share cost"
)
_ONE_OF_MANY = word_set(
    "crime offence incident case call report log complaint visit referral order claim charge arrest request record "
    "event job application enquiry breach fine notice"
)
"""A "crime number" may be the number of a crime, or of crimes."""
_OF_COUNTS = (
    word_set(
        "total average mean median whole overall actual final new annual yearly monthly weekly daily net gross maximum "
        "minimum highest lowest population people staff"
    )
    | _COMPARED
)
"""With these words before it, a "number" is a count."""
_BEGINS_COUNT = word_set("number numbers count counts total totals amount amounts nifer cyfanswm")
"""A head that begins with these words counts, unless the next word names something: "Number of reference codes"."""
_COMPOUND = re.compile(r"\bcodes? of (?:practice|conduct)\b")
_ASIDE = re.compile(r"\(.*?\)|\b(?:by|per|for|in|on|with|to|from|at|fesul|yn|am|gan)\b.*")
"""What is added to the noun of a head: "Calls by phone" are calls."""
_NUMBER = word_set("number no")
_TYPED = word_set(
    "mobile fax isbn issn barcode postcode refs references ids telephones phones symudol ffacs cyfeirnodau"
)
"""With these words too a label says that the text next to it is not a sentence."""


def may_be_year(number: Decimal) -> bool:
    """Tell whether a number can be a year: it is whole, and from 1900 to 2100."""
    return is_whole(number) and _FIRST <= number <= _LAST


def said(words: str) -> set[str]:
    """Return the words of a text in small letters, without its numbers and signs."""
    return set(_WORD.findall(words.casefold()))


def names_time(words: str) -> bool:
    """Tell whether a text has a word such as "year", "date" or "opened"."""
    return not said(words).isdisjoint(_YEARS | _TIMES)


def names_things(*heads: str) -> bool:
    """Tell whether the head of a column says that its numbers are names, such as "Reference" or "House number".

    The first of ``heads`` that says what its numbers are decides: the column's own, before that of a group above it.

    >>> [head for head in ("Telephone", "Phone calls", "House number", "Recorded number") if names_things(head)]
    ['Telephone', 'House number']
    """
    for head in heads:
        if _names(head):
            return True
        if counts(head):
            return False
    return False


def may_name_things(*heads: str) -> bool:
    """Tell whether the head of a column leaves open whether its numbers are names or counts: "Crime number"."""
    words = _words(heads[0]) if heads else []
    return words[-1:] != ["numbers"] and bool(_NUMBER & {*words[-1:]}) and bool(_ONE_OF_MANY & {*words[-2:-1]})


def prints_as_typed(label: str) -> bool:
    """Tell whether a head or a label says that what it names is typed as it is printed: "Case no.", "Mobile"."""
    return names_things(label) or may_name_things(label) or not _TYPED.isdisjoint(_words(label)[-1:])


def may_be_typed(text: str) -> bool:
    """Tell whether a text can be a number that names something: it has figures, and is not only one with its sign."""
    return any(map(str.isdigit, text)) and not text.lstrip().startswith("-")


def _names(head: str) -> bool:
    """Tell whether a head says of its numbers that they name things: by its last noun, in Welsh by its first."""
    words = _words(head)
    if len(words) > 1 and words[0] in _BEGINS_COUNT and words[1] not in _NAMED:
        return False
    if words[-1:] and words[-1] in _NUMBER and len(words) > 1:
        return words[-2] in _NAMED or not (_is_counted(words[-2]) or words[-2] in _ONE_OF_MANY | _OF_COUNTS)
    welsh = next((place for place, word in enumerate(words) if word in _NAMED_IN_WELSH), -1)
    if welsh >= 0:
        return not any(word in _COUNTED for word in words[:welsh])
    last = max((place for place, word in enumerate(words) if word in _NAMED), default=-1)
    return last >= 0 and not any(map(_is_counted, words[last + 1 :]))


def _words(head: str) -> list[str]:
    """Return the words of a head in small letters, in order, without what is added to them."""
    return _WORD.findall(_ASIDE.sub(" ", _COMPOUND.sub("practice", head.casefold())))


def _is_counted(word: str) -> bool:
    """Tell whether a word is of something that is counted: "calls", "fraud", "recorded"."""
    if word in _OF_NAMES:
        return False
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return plural or word.endswith("ed") or word in _COUNTED | _COUNTED_WITHOUT_PLURAL


def counts(head: str) -> bool:
    """Tell whether the ``head`` of a column says that its numbers are counts: "Offences", "Last year", "2024/25"."""
    return not said(head).isdisjoint(_COUNTED | _COMPARED) or bool(_PERIOD.search(head))


def has_years(head: str, *, all_may_be: bool) -> bool | None:
    """Return whether the ``head`` of a column says that its numbers are years; None if it says nothing about it.

    ``all_may_be`` is whether all of them can be years.

    >>> [has_years(head, all_may_be=True) for head in ("Year opened", "Opened", "Crimes per year", "Burglary")]
    [True, True, False, None]
    """
    words = said(head)
    if counts(head):
        return False
    if words & _YEARS:
        return True
    return True if all_may_be and words & _TIMES else None
