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
    "calls visits reports amount nifer cyfanswm troseddau poblogaeth"
)
"""With these words a head says that its numbers are counts."""
_NAMED = word_set(
    "ref reference code codes id identifier uprn usrn urn telephone phone tel extension cyfeirnod cod ffôn"
)
"""With these words a head says that its numbers are names of things, which have no commas."""
_NUMBER_OF_A_THING = re.compile(
    r"\b(?!total|average|mean|whole)[^\W\d_]+ (?:number|no\.?)$|^rhif [^\W\d_]+$", re.IGNORECASE
)
"""A "house number" is a name, a "number of houses" is a count."""


def may_be_year(number: Decimal) -> bool:
    """Tell whether a number can be a year: it is whole, and from 1900 to 2100."""
    return is_whole(number) and _FIRST <= number <= _LAST


def said(words: str) -> set[str]:
    """Return the words of a text in small letters, without its numbers and signs."""
    return set(_WORD.findall(words.casefold()))


def names_time(words: str) -> bool:
    """Tell whether a text has a word such as "year", "date" or "opened"."""
    return not said(words).isdisjoint(_YEARS | _TIMES)


def names_things(head: str) -> bool:
    """Tell whether the ``head`` of a column says that its numbers are names, such as "Reference" or "House number"."""
    return not said(head).isdisjoint(_NAMED) or bool(_NUMBER_OF_A_THING.search(head))


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
