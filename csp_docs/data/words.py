"""The words of answers: what is counted, shares and rates, ranks, changes, and where the figures come from."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from csp_docs.data.figures import ANTI_SOCIAL
from csp_docs.data.months import LANGUAGE
from csp_docs.measures import calculated as measures
from csp_docs.measures import formats
from csp_docs.measures.calculated import Rules
from csp_docs.measures.rounding import rounded
from csp_docs.model import Measure
from csp_docs.model.measures import NOT_AVAILABLE

LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."
SMALL = 50
"""Percentages of counts below it are left out, as ONS does."""
_FIGURES = 10
"""Counts from this number are printed in figures, smaller ones in words."""
_CRIMES = {
    ANTI_SOCIAL: ("incident of anti-social behaviour", "incidents of anti-social behaviour"),
    "Bicycle theft": ("bicycle theft", "bicycle thefts"),
    "Burglary": ("burglary", "burglaries"),
    "Criminal damage and arson": ("offence of criminal damage or arson", "offences of criminal damage or arson"),
    "Drugs": ("drug offence", "drug offences"),
    "Other crime": ("other crime", "other crimes"),
    "Other theft": ("other theft", "other thefts"),
    "Possession of weapons": ("offence of possessing a weapon", "offences of possessing a weapon"),
    "Public order": ("public order offence", "public order offences"),
    "Robbery": ("robbery", "robberies"),
    "Shoplifting": ("shoplifting offence", "shoplifting offences"),
    "Theft from the person": ("theft from the person", "thefts from the person"),
    "Vehicle crime": ("vehicle crime", "vehicle crimes"),
    "Violence and sexual offences": ("violent or sexual offence", "violent or sexual offences"),
}


def crimes(kind: str, count: int = 2) -> str:
    """Return what a type counts: "burglaries", of one "burglary"."""
    one, many = _CRIMES.get(kind) or (f"offence of the type “{kind}”", f"offences of the type “{kind}”")
    return one if count == 1 else many


def counted(count: int, kind: str) -> str:
    """Return a count with what it counts: "1,204 burglaries", "1 burglary", "no burglaries"."""
    return f"{formats.number(count) if count else 'no'} {crimes(kind, count)}"


def were(count: int) -> str:
    """Return the verb of a count."""
    return "was" if count == 1 else "were"


def unit(kind: str) -> str:
    """Return what the numbers of a chart count."""
    return "incidents" if kind == ANTI_SOCIAL else "offences"


def sentence(text: str) -> str:
    """Return words as a sentence."""
    return f"{text[0].upper()}{text[1:]}."


def listed(words: Sequence[str]) -> str:
    """Return "A", "A and B" or "A, B and C"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def share(part: int, whole: int) -> str:
    """Return a part as a percentage of the total: "11.0%"."""
    return formats.percent(tenths(part * 100, whole)) if whole else "n/a"


def tenths(dividend: int, divisor: int) -> Decimal:
    """Return a quotient with one decimal place, half away from zero."""
    return rounded(Decimal(dividend) / divisor, 1)


def figure(number: Decimal | None) -> str:
    """Return a number as a table prints it; one that is not available as its mark."""
    return NOT_AVAILABLE if number is None else formats.number(number)


def of_all(part: int, whole: int) -> str:
    """Return "163 of 423 (38.5%)"; for a small total "16 of 41"."""
    said = f"{formats.number(part)} of {formats.number(whole)}"
    return f"{said} ({share(part, whole)})" if whole >= SMALL else said


def rank(value: Decimal | int, among: Sequence[Decimal | int]) -> str:
    """Return the rank of a value: "the highest of the seven", "the joint third highest of the 13"."""
    above, same, size = sum(other > value for other in among), among.count(value), len(among)
    joint, of = "joint " if same > 1 else "", f"of the {in_words(size)}"
    if same == size:
        return f"the same as {'the other' if size == 2 else 'all'} {of}"
    if size == 2:
        return f"the {'lower' if above else 'higher'} {of}"
    if not above:
        return f"the {joint}highest {of}"
    return f"the {joint}lowest {of}" if above + same == size else f"the {joint}{ordinal(above + 1)} highest {of}"


def ranks(by_rate: str, by_number: str, what: str) -> str:
    """Return two ranks in one: "the lowest of the seven districts by rate and by number"."""
    if by_rate == by_number:
        return f"{by_rate} {what} by rate and by number"
    return f"{by_rate} {what} by rate, and {by_number} by number"


def in_words(count: int) -> str:
    """Return "seven", from ten upwards "10"."""
    return formats.number_word(count, LANGUAGE).lower() if count < _FIGURES else formats.number(count)


def ordinal(place: int) -> str:
    """Return "first", "second", "twenty-first"."""
    from num2words import num2words

    return str(num2words(place, lang="en_GB", to="ordinal"))


def versus(now: int, before: int, then: str) -> str:
    """Return how a count differs from that of the period ``then``: "down 8.7% from 463 in the 12 months before".

    For small counts it is the difference: a percentage would be large by chance.
    """
    found = measures.change(Measure("count", now, before), Rules(small_base=SMALL))
    if now == before:
        return f"as many as {then}" if now else f"as {then}"
    if not (now and before):
        return f"after {formats.number(before) if before else 'none'} {then}"
    if isinstance(found, Decimal):
        change = formats.changed(found, Decimal(now - before), "%", LANGUAGE)
        return f"{change} from {formats.number(before)} {then}"
    more = "more" if now > before else "fewer"
    return f"{formats.number(abs(now - before))} {more} than the {formats.number(before)} {then}"


def is_small(*counts: int) -> bool:
    """Tell whether all of the counts are so small that they change by chance."""
    return max(counts) < SMALL
