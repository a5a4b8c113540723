"""The numbers of charts, which Word files and web pages have as data, and PDFs as far as their drawings print them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from csp_docs.comparing.differences import Difference, Side, differences
from csp_docs.comparing.drawn import diagrams
from csp_docs.comparing.drawn.names import names_in
from csp_docs.comparing.reading import Charted, Piece
from csp_docs.comparing.stream import Stream
from csp_docs.comparing.words import canonical

if TYPE_CHECKING:
    from csp_docs.comparing.reading import Reading

PART, WORDS = "numbers of charts", "words of charts"
_TARGET = 2
"""The length of a column with a name and one number, and the number of columns of a chart with one series."""
_ENDS = 2
"""How many numbers an axis may have for which there is little room; then the numbers of the data are not printed."""
GAP = "–"
"""What is read where a series has no number."""
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?:(?<!\w)[−-])?[£$€]?\d[\d,]*(?:\.\d+)?")
_VALUE = re.compile(r"([−-]?)[^\d−-]?(\d[\d,]*(?:\.\d+)?)")
_NAMED = re.compile(r"(?:(?<=[.:;] )|^)([^.:;]+?), (?=[−-]?[£$€]?\d)")
"""A name in a description, before its number: "Ashby, 18; Bramley, 27"."""
_PLACES = 10
_TICKS = 3
"""How many numbers at the same distance from one to the next are those of an axis."""

_Wrong: TypeAlias = Callable[[Charted, Charted], dict[str, str]]


def number_in(printed: str) -> str:
    """Return the number in a cell of a table in digits; ``GAP`` if there is none.

    >>> number_in("−£1,204.50")
    '-1204.5'
    """
    found = _VALUE.search(printed)
    return digits(Decimal(f"{'-' if found[1] else ''}{found[2].replace(',', '')}")) if found else GAP


def digits(number: Decimal) -> str:
    """Return a number in digits, without zeros at its end and without the errors of binary numbers."""
    text = f"{number:.{_PLACES}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def matched(first: Reading, other: Reading) -> Iterator[tuple[Charted, Charted]]:
    """Yield the charts and drawings that are in both files: they are known by their descriptions."""
    waiting: dict[str, list[Charted]] = {}
    for chart in other.charts:
        waiting.setdefault(canonical(chart.description), []).append(chart)
    for chart in first.charts:
        if (same := waiting.get(canonical(chart.description))) and chart.description:
            yield chart, same.pop(0)


def unequal(first: Reading, other: Reading) -> Iterator[Difference]:
    """Yield the differences between the numbers of charts: of data, and of what is drawn."""
    for own, theirs in matched(first, other):
        if own.columns and theirs.columns:
            yield from differences(
                PART, *(Stream(_pieces(one, also), certain=True) for one, also in _both(own, theirs))
            )
        if not (own.columns or theirs.columns):
            yield from diagrams.unequal(own, theirs)
            continue
        yield from _misdrawn(PART, _wrong_numbers, own, theirs)
        yield from _misdrawn(WORDS, _wrong_words, own, theirs)


def _misdrawn(part: str, wrong: _Wrong, own: Charted, theirs: Charted) -> Iterator[Difference]:
    """Yield what the drawings of two charts print and none of their data has, each once, with what belongs there."""
    data = [one for one in (own, theirs) if one.columns]
    left, right = (_in_all([wrong(drawn, one) for one in data]) for drawn in (own, theirs))
    for printed in {**left, **right}:
        instead = left.get(printed) or right.get(printed) or ""
        is_left = printed in left and not (own.columns and printed in right)
        first, other = (printed, instead) if is_left else (instead, printed)
        yield Difference(part, _side(first, own), _side(other, theirs))


def _in_all(found: list[dict[str, str]]) -> dict[str, str]:
    """Return what is in all of ``found``, as the first of them has it."""
    return {printed: instead for printed, instead in found[0].items() if all(printed in one for one in found)}


def _both(own: Charted, theirs: Charted) -> tuple[tuple[Charted, int], tuple[Charted, int]]:
    fewest = min(len(own.columns), len(theirs.columns))
    return (own, fewest), (theirs, fewest)


def _pieces(chart: Charted, fewest: int) -> tuple[Piece, ...]:
    """Return the columns as words, each in one piece; a target that only one of the files has as data is left out."""
    columns = [_once(column) for column in chart.columns]
    kept = [column for at, column in enumerate(columns) if at < fewest or len(column) > _TARGET]
    return tuple(Piece(" ".join(column), chart.place) for column in kept)


def _once(column: Sequence[str]) -> Sequence[str]:
    """Return a name with its numbers; if all are the same, as those of a target are, it has them once."""
    return (*column[:1], column[1]) if len(set(column[1:])) == 1 else column


def _wrong_numbers(drawn: Charted, data: Charted) -> dict[str, str]:
    """Return the numbers that a chart prints, and that are neither data nor those of an axis.

    Each has the number of the data that is missing instead; none where that is not certain.
    """
    found = dict[str, str]()
    for text, left in _unexpected(drawn, data):
        named = Counter(digits(Decimal(number)) for name in _names(data) for number in numbers_in(name))
        printed = Counter(digits(Decimal(number)) for number in numbers_in(text)) - named
        _pair(found, left, [*(Counter(data_of(data)) - printed - Counter([GAP])).elements()])
    return found


def _wrong_words(drawn: Charted, data: Charted) -> dict[str, str]:
    """Return the words that a chart prints, and that are neither in its names nor in what is said of it."""
    said = {word for one in (drawn, data) for text in (one.description, one.named) for word in _words(text)}
    names = [word for name in _names(data) for word in _words(name)]
    found, known = dict[str, str](), said | set(names)
    for text in drawn.drawn:
        printed = list(_words(text))
        _pair(found, [word for word in printed if word not in known], [one for one in names if one not in printed])
        _pair(found, *_wrong_names(text, drawn, data))
    return found


def is_drawing_of(text: str, data: Charted) -> bool:
    """Tell whether a text has all names of the categories of a chart, and no words or numbers that are not its own."""
    drawn = Charted(data.description, data.place, drawn=(text,))
    printed = {item.at for item in names_in(text, [("name", at, name) for at, name in enumerate(data.columns[0][1:])])
               if item.kind == "name"}  # fmt: skip
    wrong = _wrong_numbers(drawn, data) or _wrong_words(drawn, data)
    return len(printed) == len(data.columns[0]) - 1 > 0 and not wrong


def _wrong_names(text: str, drawn: Charted, data: Charted) -> tuple[list[str], list[str]]:
    """Return the names in a drawing that its description has with a number and its data has not; and those instead."""
    known = set(map(canonical, _names(data)))
    described = [name for name in dict.fromkeys(_NAMED.findall(drawn.description)) if canonical(name) not in known]
    names = [("", 0, name) for name in _names(data)] + [("described", 0, name) for name in described]
    items = list(names_in(text, names))
    missing = [name for name in data.columns[0][1:] if name not in {item.text for item in items}]
    return [item.text for item in items if item.kind == "described"], missing


def _pair(found: dict[str, str], left: Sequence[str], missing: Sequence[str]) -> None:
    """Add what is printed, each with what is missing if there are as many."""
    left, missing = list(dict.fromkeys(left)), list(dict.fromkeys(missing))
    for at, printed in enumerate(left):
        found[printed] = found.get(printed) or (missing[at] if len(missing) == len(left) else "")


def _words(text: str) -> Iterator[str]:
    """Yield the words in a text without its figures and signs, in small letters."""
    for word in text.split():
        yield from _LETTERS.findall(canonical(word).casefold())


def _unexpected(drawn: Charted, data: Charted) -> Iterator[tuple[str, list[str]]]:
    """Yield the words of each drawing, with the numbers in it that are neither data nor those of an axis."""
    words = {digits(Decimal(number)) for text in (data.named, *_names(data)) for number in numbers_in(text)}
    for text in drawn.drawn:
        printed = list(numbers_in(_without_sentences(text, drawn)))
        shares, numbers = list(_shares(data)), list(data_of(data))
        left = _left(printed, numbers, words)
        own = [number for number in printed if digits(Decimal(number)) not in words - {"0"}]
        if not _are_shares(printed, shares, words) and not _is_short_axis(left, own, numbers):
            yield text, left


def _without_sentences(text: str, chart: Charted) -> str:
    """Return the words of a drawing, but for sentences of its description, such as that its axis begins above 0."""
    words = " ".join(text.split())
    for sentence in chart.description.split(". "):
        words = words.replace(sentence.rstrip("."), "") if sentence[:1].isalpha() else words
    return words


def _shares(chart: Charted) -> Iterator[str]:
    """Yield the shares of the numbers of a chart with one series: a pie may print them."""
    if len(chart.columns) == _TARGET:
        yield from (share for share in shares_of(chart.columns[1][1:]) if share != GAP)


def shares_of(numbers: Sequence[str]) -> list[str]:
    """Return the shares of numbers in all of them, in per cent; gaps where they have none.

    >>> shares_of(["1", "–", "3"])
    ['25', '–', '75']
    """
    total = sum(Decimal(number) for number in numbers if number != GAP)
    return [digits(100 * Decimal(number) / total) if total and number != GAP else GAP for number in numbers]


def _are_shares(printed: list[str], shares: list[str], words: set[str]) -> bool:
    """Tell whether all numbers that are ``printed`` are ``shares``, or in ``words``."""
    waiting, own = Counter(shares), [number for number in printed if digits(Decimal(number)) not in words]
    return bool(shares) and all(_taken(_rounded(number, waiting), waiting) for number in own)


def _left(printed: list[str], data: list[str], words: set[str]) -> list[str]:
    """Return the numbers ``printed`` that are neither ``data``, nor in ``words``, nor those of an axis."""
    own = [(at, number) for at, number in enumerate(printed) if digits(Decimal(number)) not in words]
    waiting, ticks = Counter(data), ticks_in(printed, set(data))
    others = [(at, number) for at, number in own if not _taken(digits(Decimal(number)), waiting)]
    rounded = [(at, number) for at, number in others if not _taken(_rounded(number, waiting), waiting)]
    return [number for at, number in rounded if at not in ticks]


def _is_short_axis(left: list[str], printed: list[str], data: list[str]) -> bool:
    """Tell whether numbers are the two of an axis with little room: then those of the data are not printed."""
    is_short = len(left) == _ENDS or (len(left) == 1 and "0" in printed)
    return is_short and len(data) > _ENDS and sum(digits(Decimal(number)) in data for number in printed) <= 1


def _taken(number: str, waiting: Counter[str]) -> bool:
    """Take a number from those that wait; return whether it is there."""
    there = waiting[number] > 0
    waiting[number] -= there
    return there


def _rounded(printed: str, waiting: Counter[str]) -> str:
    """Return the number that waits and that is ``printed`` with fewer decimal places; empty if there is none."""
    return next((one for one, times in waiting.items() if times > 0 and rounds(one, printed)), "")


def rounds(value: str, printed: str) -> bool:
    """Tell whether a number is what is printed of ``value``, with fewer decimal places, a half up or down."""
    last = Decimal(1).scaleb(Decimal(printed).as_tuple().exponent)  # type: ignore[arg-type]
    return value != GAP and abs(Decimal(value) - Decimal(printed)) * 2 <= last


def ticks_in(printed: list[str], data: set[str]) -> set[int]:
    """Return the places of the numbers of an axis: the distance from one to the next is the same, and few are data."""
    found, values = set[int](), [Decimal(number) for number in printed]
    begin = 0
    for at in range(1, len(values) + 1):
        if at < len(values) and (at - begin < _ENDS or values[at] - values[at - 1] == values[at - 1] - values[at - 2]):
            continue
        known = sum(digits(value) in data for value in values[begin:at])
        if at - begin >= _TICKS and (0 in values[begin:at] or known * 2 <= at - begin):
            found |= set(range(begin, at))
        begin = at - 1
    return found


def data_of(chart: Charted) -> Iterator[str]:
    """Yield the numbers of all series of a chart."""
    for column in chart.columns[1:]:
        yield from column[1:]


def _names(chart: Charted) -> Iterator[str]:
    yield from (column[0] for column in chart.columns)
    yield from (name for column in chart.columns[:1] for name in column)


def numbers_in(text: str) -> Iterator[str]:
    """Yield the numbers in words, each with the decimal places that it is printed with."""
    for found in _NUMBER.finditer(text):
        yield re.sub(r"[^\d.-]", "", found[0].replace("−", "-"))


def _side(number: str, chart: Charted) -> Side:
    return Side(number, "", "", chart.place)
