"""What the description and the titles of a chart say, against its data: where a description states numbers, they count.

A file may have the data of a chart, and the other only a drawing that does not print them. Both have the description.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from csp_docs.comparing.drawn.charts import GAP, data_of, digits, matched, numbers_in, rounds
from csp_docs.comparing.reading import Charted
from csp_docs.comparing.words import canonical

if TYPE_CHECKING:
    from csp_docs.comparing.reading import Reading

_STATED = r"(?:^|[:;.] ){}, ([−-]?[£$€]?\d[\d,]*(?:\.\d+)?)"
_SENTENCE = re.compile(r"\. (?=[^\W\d_])")
_LETTERS = re.compile(r"[^\W\d_]+|[£$€%]")
_MOST = 200


class Stated(NamedTuple):
    """A number of the data of a chart, and what its description says instead."""

    number: str
    said: str


def contradicted(data: Charted) -> Iterator[Stated]:
    """Yield the numbers of a chart of which its description states another: "Ashby: 2021, 14; 2022, 18".

    >>> columns = (("", "May", "June"), ("Thefts", "18", "27"))
    >>> list(contradicted(Charted("Thefts: May, 18; June, 72.", "", columns)))
    [Stated(number='27', said='72')]
    """
    yield from (one for one in _stated(data) if not rounds(one.number, one.said))


def _stated(data: Charted) -> Iterator[Stated]:
    """Yield the numbers of a chart that its description states, each with what it says."""
    categories, *series = data.columns
    for name, *numbers in series[:_MOST]:
        said = _of_series(data.description, name, alone=len(series) == 1)
        for category, number in zip(categories[1 : _MOST + 1], numbers, strict=False):
            found = re.search(_STATED.format(re.escape(category)), said) if number != GAP and category else None
            yield from (Stated(number, one) for one in (numbers_in(found[1]) if found else ()))


def unprinted(first: Reading, other: Reading) -> Iterator[tuple[int, str]]:
    """Yield how many numbers of a chart one of the files has as data, and the other neither prints nor states."""
    for own, theirs in matched(first, other):
        if bool(own.columns) != bool(theirs.columns):
            data, drawn = (own, theirs) if own.columns else (theirs, own)
            said = Counter(digits(Decimal(number)) for text in drawn.drawn for number in numbers_in(text))
            said |= Counter(one.number for one in _stated(data))
            if count := (Counter(data_of(data)) - said).total():
                yield count, data.place


def _of_series(description: str, name: str, *, alone: bool) -> str:
    """Return the part of a description that is about a series: "Ashby: 2021, 14; 2022, 18"."""
    _, known, after = description.partition(f"{name}: ")
    if not known:
        return description if alone else ""
    return _SENTENCE.split(after, maxsplit=1)[0]


def unsaid(own: Charted, theirs: Charted) -> Sequence[str]:
    """Return the words and numbers in the titles, labels and formats of a chart that are said nowhere else of it."""
    names = (
        name for one in (own, theirs) for column in (*one.columns[:1], [c[0] for c in one.columns]) for name in column
    )
    others = " ".join((own.description, theirs.description, theirs.named, theirs.printed, *theirs.drawn, *names))
    known = {*_words(others), *map(_plain, numbers_in(others)), *(_plain(one) for c in own.columns for one in c[1:])}
    said = [*_words(own.printed), *map(_plain, numbers_in(own.printed))]
    return [word for word in dict.fromkeys(said) if word not in known]


def _plain(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


def _words(text: str) -> Iterator[str]:
    for word in text.split():
        yield from _LETTERS.findall(canonical(word).casefold())
