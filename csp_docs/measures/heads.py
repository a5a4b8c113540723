"""What the head of a column says about its numbers: they are amounts, or names of things.

Amounts have commas, years and names have none: the tables of files and those of frames decide by the same words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from csp_docs.measures.phones import is_phone
from csp_docs.measures.years import (
    BEGINS_COUNT,
    COUNTED,
    is_amount,
    is_counted,
    is_money,
    is_thing_counted,
    noun_phrase,
    says_year,
    word_set,
)

_NAMED = word_set(
    "ref reference code codes id identifier uprn usrn urn mpan telephone phone tel extension ext extn crn sku mprn"
)
_NAMED_IN_WELSH = word_set("cyfeirnod cod ffôn rhif estyniad llwybr ystafell")
"""With these words a head says that its numbers are names of things, which have no commas."""
_NAMED_AT_END = word_set(
    "route room unit ward plot locker bay badge collar account ledger serial postcode "
    "barcode isbn issn easting northing"
)
"""As the last word of a head, these say so too: "Bus route", but not "Route length"."""
_COST_CENTRE = re.compile(r"\b(?:cost|profit|budget) cent(?:re|er)$|^canolfan gost\b")
_ONE_OF_MANY = word_set(
    "crime offence incident case call report log complaint visit referral order claim charge arrest request record "
    "event job application enquiry breach fine notice"
)
"""A "crime number" may be the number of a crime, or of crimes."""
_OF_COUNTS = word_set(
    "total average mean median whole overall actual final new annual yearly monthly weekly daily net gross maximum "
    "minimum highest lowest population people staff"
) | word_set("last this previous prior next each per before after now change difference")
"""With these words before it, a "number" is a count."""
_NO_NAMES = word_set(
    "target actual baseline estimate estimated average median mean mileage attendance footfall distance weight length "
    "staff police men women children adults pay value"
)
"""Besides plurals, these words at the end of a head say that its numbers do not name anything."""
_COMPOUND = re.compile(r"\bcodes? of (?:practice|conduct)\b")
_PERHAPS_NAMED = word_set("beat licence permit warrant invoice voucher order docket stop seat lot file job asset")
"""These, as the last word, may be what is counted, or what is named by a number."""
_NUMBER = word_set("number no")
_TYPED = word_set("isbn issn barcode postcode refs references ids telephones phones cyfeirnodau")
"""With these words too a label says that the text next to it is not a sentence."""
_LABELS = 256
"""What so many labels say is kept: all cells of a column have one."""


def names_things(*heads: str) -> bool:
    """Tell whether the head of a column says that its numbers are names, such as "Reference" or "House number".

    The first of ``heads`` that says what its numbers are decides: the column's own, before that of a group above it.

    >>> [head for head in ("Telephone", "Phone calls", "House number", "Recorded number") if names_things(head)]
    ['Telephone', 'House number']
    """
    for head in heads:
        if not is_money(head) and _names(head):
            return True
        if is_amount(head):
            return False
    return False


def may_name_things(*heads: str) -> bool:
    """Tell whether the head of a column leaves open whether its numbers are names or counts: "Crime number", "Beat"."""
    words = _words(heads[0]) if heads else []
    if _PERHAPS_NAMED & {*words[-1:]}:
        return not is_amount(heads[0])
    return words[-1:] != ["numbers"] and bool(_NUMBER & {*words[-1:]}) and bool(_ONE_OF_MANY & {*words[-2:-1]})


def may_be_of_names(head: str) -> bool:
    """Tell whether long numbers below a head may name things, though it does not say so: "Beat", but not "Visitors"."""
    last = _words(head)[-1:]
    return not (
        is_amount(head) or says_year(head) or any(map(is_thing_counted, last)) or not _NO_NAMES.isdisjoint(last)
    )


def prints_as_typed(label: str, text: str) -> bool:
    """Tell whether a head or a label says that ``text`` is typed as it is printed: "Case no.", "Mobile"."""
    return may_be_typed(text) and (_is_of_what_is_typed(label) or is_phone(_phrase(label), text))


def may_be_typed(text: str) -> bool:
    """Tell whether a text can be a number that names something: it has figures, and is not only one with its sign."""
    return any(map(str.isdigit, text)) and not text.lstrip().startswith("-")


@lru_cache(_LABELS)
def _is_of_what_is_typed(label: str) -> bool:
    return names_things(label) or may_name_things(label) or not _TYPED.isdisjoint(_words(label)[-1:])


@lru_cache(_LABELS)
def _phrase(label: str) -> str:
    return " ".join(_words(label))


def _names(head: str) -> bool:
    """Tell whether a head says of its numbers that they name things: by its last noun, in Welsh by its first."""
    words = _words(head)
    if BEGINS_COUNT.match(" ".join(words)) and len(words) > 1 and words[1] not in _NAMED:
        return False
    if len(words) > 1 and words[-1] in _NUMBER:
        return words[-2] in _NAMED or not (is_counted(words[-2]) or words[-2] in _ONE_OF_MANY | _OF_COUNTS)
    if words[-1:] and (words[-1] in _NAMED_AT_END or _COST_CENTRE.search(" ".join(words))):
        return True
    welsh = next((place for place, word in enumerate(words) if word in _NAMED_IN_WELSH), -1)
    if welsh >= 0:
        return not any(word in COUNTED for word in words[:welsh])
    last = max((place for place, word in enumerate(words) if word in _NAMED), default=-1)
    return last >= 0 and not any(map(is_counted, words[last + 1 :]))


def _words(head: str) -> list[str]:
    return noun_phrase(_COMPOUND.sub("practice", head.casefold()))
