"""Signs and spaces of figures: a true minus, a dash in a range, a space before a unit at which no line ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from csp_docs.measures.phones import CALLS, LINES

MINUS, DASH, SPACE = "−", "–", "\u00a0"

_MONEY = "[£$€]"
_AMOUNT = r"\d[\d,]*(?:\.\d+)?"
_SCALES = "thousand|[mb]illion|trillion|mil|[mfb]iliwn|[td]riliwn"
_SCALE = rf"(?:k|m|bn|\s?(?:{_SCALES}))?"
_UNIT = r"(?:%|°C|mm|cm|m|km|ha|kg|g|ml|l|mph|km/h|kW|kWh|MWh|GWh|MB|GB|pp)"
_SPAN = (
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|miles?|metres?|litres?|people|points?"
    r"|(?:o\s)?(?:oed|[bmf]lwydd|[bmf]lyn(?:edd|yddoedd)|[mf]is(?:oedd)?|wythnos(?:au)?"
    r"|(?:dd?|n)iwrnod(?:au)?|awr|oriau|[mf]unud(?:au)?"
    r"|[mf]illtir(?:oedd)?|[mf]etr(?:au)?|litr(?:au)?|[bp]obl|[bp]wynt(?:iau)?))"
)
_PAGES = r"(?:pp?\.|pages?|(?:[td]|th|nh)ud(?:alen(?:nau)?\b|\.|\b))"
_AGED = r"(?:aged?|ages|oed(?:ran(?:nau)?)?)"
_AND = "(?:and|or|neu|ac?)"
_HALF = "(?:[ap]m|y[bph])"
_HOUR = r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?"
_CLOCK = r"(?:[01]?\d|2[0-4]):[0-5]\d"
_YEAR = r"(?:1[5-9]|2[01])\d\d"
# A dash by itself, not in [ ]: Python takes 0.3 ms to compile a set with several signs beyond Latin-1.
_BEFORE = r"(?<![\w./:#@+-])(?<!–)(?<!−)(?<!\d,)"
_AFTER = r"(?![\w-]|–|−|[.,:]\d|/\w)"
_JOIN = rf"[,;]\s*|\s&\s|\s{_AND}\s|\s+"
_NAMES = (
    "refs?|references?|no(?:['’]?s)?|number|application|case|invoice|order|incident|complaint|claim|exhibit|docket|batch"
    r"|minute|code|licen[cs]e|permit|serial|barcode|isbn|issn|ids?|uprns?|usrns?|urns?|foi(?:\srequest)?"
    "|(?:[cg]|ch|ngh)yf(?:eirnod(?:au)?)?|rh?if(?:au)?|(?:[cg]|ch|ngh)ais|achos|anfoneb|archeb|trwydded|[cg]od"
)
"""Words before a reference, in English and Welsh."""
_REFERENCE = re.compile(
    rf"\b(?:{_NAMES})[.:]*s?(?:\s(?:number|no\b|us))?[.:]*(?:\s(?:is|was|on|yw|ydy|oedd|ar)\b)?[\s.:(\[#\"“'‘]*"
    rf"(?:(?-i:[A-Z]{{1,6}})\d*[\s/:.–-]+)?(?:[\d/–-]+(?:{_JOIN}))*[(\[\"“'‘]?$",
    re.IGNORECASE,
)
"""What is before a reference: its word, the letters that it begins with, and other references."""
_PHONE = re.compile(
    rf"(?:\b(?:(?:{LINES})s?|{CALLS})\b[.:]*(?:\s(?:numbers?|no\b|us|ni|free|team))*[.:]*(?:\s?\([^()]{{0,40}}\))?"
    rf"(?:\s(?:is|was|on|at|yw|ydy|oedd|ar)\b)?|\b(?:{CALLS})\b[^.:;!?\d]{{0,40}}\s(?:on|at|ar))"
    rf"[\s.,:;(\[#*\"“'‘–-]*(?:[\d()+/–-]+(?:{_JOIN}))*[(\[\"“'‘+]?$"
    r"|(?:\+\d{1,3}|(?<![\w.,])\(?0\d{2,4}\)?)[\s()]*(?:\d+[\s()]+)*$",
    re.IGNORECASE,
)
"""What is before a telephone number, or before the last part of one: words, +44 or an area code that begins with 0."""
_JOINED = re.compile(_JOIN, re.IGNORECASE)
_REACH = 80
"""How many characters before it are looked at."""

_HEAD = re.compile(rf"-(?=\s?[<~]?{_MONEY}?\.?\d)(?!\s?\d+-)")
_SIGN = re.compile(rf"-(?<=[\s(\[“‘\"'/:=<>≤≥≈~±{_MONEY[1:-1]}]-)(?={_MONEY}?\.?\d)(?!\d+-)")
_DIGIT = re.compile(r"\d")
_JOINING = re.compile(rf"-(?<=\S-){_MONEY}?\d")
"""What every range has, and few texts with a hyphen."""
_FIGURE_BEFORE = re.compile(r"\d['\"′″’”]?\s*$")
_YEARS = re.compile(rf"{_BEFORE}({_YEAR})-({_YEAR}|\d\d){_AFTER}")
_NUMBERS = r"\d+(?:[-–]\d+)?(?![\w-]|–|−|[.:/]\d)"
_AMOUNTS = rf"{_AMOUNT}[-–]{_AMOUNT}"
_RISING = (
    re.compile(rf"\b(?:{_PAGES}|{_AGED})\s?{_NUMBERS}(?:(?:,\s?|\s?&\s?|\s{_AND}\s){_NUMBERS})*", re.IGNORECASE),
    re.compile(rf"{_BEFORE}{_MONEY}{_AMOUNT}-{_AMOUNT}{_SCALE}{_AFTER}"),
    re.compile(rf"{_BEFORE}{_AMOUNTS}(?:\s{_AND}\s{_AMOUNTS})*(?:\s?{_UNIT}|\s{_SPAN}){_AFTER}"),
)
"""Where ranges are that only a rise tells from other numbers with a hyphen: "24-7", "9-1"."""
_RANGE = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)-(\d+(?:,\d{3})*(?:\.\d+)?)")
_FINANCIAL_YEARS = re.compile(rf"{_BEFORE}{_YEAR}/\d\d(-){_YEAR}/\d\d{_AFTER}")
_RANGES = (
    re.compile(rf"{_BEFORE}{_CLOCK}(-){_CLOCK}{_AFTER}"),
    re.compile(rf"{_BEFORE}{_HOUR}\s?{_HALF}(-){_HOUR}\s?{_HALF}{_AFTER}"),
    re.compile(rf"{_BEFORE}{_HOUR}(-){_HOUR}\s?{_HALF}{_AFTER}"),
    re.compile(rf"{_BEFORE}{_MONEY}{_AMOUNT}{_SCALE}(-){_MONEY}{_AMOUNT}{_SCALE}{_AFTER}"),
    re.compile(rf"{_BEFORE}{_AMOUNT}({_UNIT}|['\"′″])(?P<dash>-){_AMOUNT}\1{_AFTER}"),
)
_SPACES = (
    re.compile(rf"[ ](?<=\d[ ])(?=(?:{_UNIT}|{_SCALES}|{_HALF})(?!\w))"),
    re.compile(r"[ ](?=\d)(?:(?<=\b[Pp]\.[ ])|(?<=\b[Pp]p\.[ ])|(?<=\b[Tt]ud\.[ ])|(?<=\bNo\.[ ])|(?<=\bpara\.[ ]))"),
)
"""What is looked for first is a space: an expression that begins with what is before it is slow."""


def with_figures(text: str, kept: Set[int]) -> str:
    """Return ``text`` with the signs and spaces of its figures replaced, but for the places that are ``kept``."""
    if not _DIGIT.search(text):
        return text
    signs = list(text)
    for place, sign in _changes(text):
        if place not in kept:
            signs[place] = sign
    return "".join(signs)


def _changes(text: str) -> Iterator[tuple[int, str]]:
    if "-" in text:
        yield from ((place, MINUS) for place in _minuses(text))
        if _JOINING.search(text):
            yield from ((place, DASH) for place in _dashes(text))
    for space in _SPACES:
        yield from ((found.start(), SPACE) for found in space.finditer(text))


def _minuses(text: str) -> Iterator[int]:
    """Yield the places of signs: at the head of the text, and before a figure that no other figure precedes."""
    if _HEAD.match(text):
        yield 0
    for found in _SIGN.finditer(text):
        if not _FIGURE_BEFORE.search(text, 0, found.start()):
            yield found.start()


def _dashes(text: str) -> Iterator[int]:
    years = (found for found in _YEARS.finditer(text) if _are_years(found[1], found[2]))
    yield from (found.end(1) for found in _without_references(years, text))
    yield from (found.start(1) for found in _without_references(_FINANCIAL_YEARS.finditer(text), text))
    for rising in _RISING:
        for listed in rising.finditer(text):
            ranges = _RANGE.finditer(text, *listed.span())
            yield from (found.end(1) for found in ranges if _number(found[1]) < _number(found[2]))
    for pattern in _RANGES:
        for found in pattern.finditer(text):
            yield found.start("dash" if "dash" in pattern.groupindex else 1)


def _without_references(years: Iterable[re.Match[str]], text: str) -> Iterator[re.Match[str]]:
    """Yield the years that are not references or telephone numbers, by what is before them, or before their list."""
    end = 0
    for found in years:
        start = found.start()
        in_list = end and _JOINED.fullmatch(text, end, start)
        from_here = max(0, start - _REACH)
        if in_list or _REFERENCE.search(text, from_here, start) or _PHONE.search(text, from_here, start):
            end = found.end()
        else:
            yield found


def _are_years(first: str, last: str) -> bool:
    """Tell whether two numbers are years in order. "2024-05" is a month, as long as 05 does not follow 24."""
    if len(last) == 4:
        return first < last
    following = f"{(int(first) + 1) % 100:02}"
    return last == following or (last > "12" and last > first[2:])


def _number(written: str) -> float:
    return float(written.replace(",", ""))
