"""What a reader finds in a file: its words in order, each with its place, and what was left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from attrs import define, field

from csp_docs.comparing.addresses import target
from csp_docs.comparing.tables import Table
from csp_docs.comparing.words import fingerprint
from csp_docs.errors import Code, CspDocsError, Problem
from csp_docs.records import record

DRAWINGS = "words in drawings and charts, unless both files are of one format"
NEVER = ("pictures themselves", "where links inside the document lead")
"""What is compared in files of no format."""
DELETIONS = "tracked deletions"
_LONGEST_HEADING = 60
_LONGEST_NUMBER = 30
_ENDLESS = re.compile(r"\d[\d,.]{200,}")
_VALUE = re.compile(r"-?\d{1,120}(?:\.\d+)?|–")
"""A number of a chart as readers keep it, or the sign of a gap."""


@record
class Piece:
    """Words that belong together, such as a paragraph or a cell, and their place in the file."""

    text: str
    place: str
    boxed: bool = False
    """Whether they are in a box or frame that has a place of its own on the page."""


@record
class Charted:
    """A chart, and what it is known by: its ``description``.

    ``columns`` are its data, if the file has them: the first has the categories, the others a name and its numbers.
    ``drawn`` are the words in its drawings, and ``named`` those of its titles.
    """

    description: str
    place: str
    columns: tuple[tuple[str, ...], ...] = ()
    drawn: tuple[str, ...] = ()
    named: str = ""
    printed: str = ""
    """What a chart of Word prints besides names and numbers: its titles, typed labels, and what formats add."""
    targets: int = 0
    """How many of the last columns are known to be targets."""

    @property
    def prints(self) -> bool:
        """Tell whether the drawings have words."""
        return any(text.strip() for text in self.drawn)


@record
class Link:
    """A link out of the document: its ``words``, and its address in the form in which it is compared."""

    words: str
    target: str
    place: str


@define
class Pieces:
    """The pieces found so far; a reader adds to them. ``heading`` is the one above.

    ``left_out`` counts; ``but_for`` is what people see, and is not compared.
    """

    text: list[Piece] = field(factory=list)
    notes: list[Piece] = field(factory=list)
    descriptions: list[Piece] = field(factory=list)
    drawn: list[Piece] = field(factory=list)
    charts: list[Charted] = field(factory=list)
    links: list[Link] = field(factory=list)
    links_of_notes: list[Link] = field(factory=list)
    left_out: Counter[str] = field(factory=Counter)
    but_for: list[str] = field(factory=list)
    repeated: list[str] = field(factory=list)
    """The words of header rows."""
    heads: list[str] = field(factory=list)
    """The words of heads and feet: where they are in no text and no head of the other file, they are named."""
    titles: list[str] = field(factory=list)
    """The title and the author in the properties of the file."""
    tables: list[Table] = field(factory=list)
    running: list[str] = field(factory=list)
    """The lines of a PDF that are running heads and feet, or other words that are on many pages."""
    alone: list[Piece] = field(factory=list)
    """The lines of a head or foot that one page of a PDF has, with this page."""
    struck: list[str] = field(factory=list)
    """The words that are struck through."""
    heading: str = ""
    in_notes: bool = False

    def draw(self, words: str, place: str) -> None:
        """Keep the words of a drawing, and count it if there are any."""
        if words.strip():
            self.drawn.append(Piece(words, place))
            self.leave_out(DRAWINGS)

    def link(self, words: str, address: str, place: str) -> None:
        """Keep a link, if it leads out of the document; those of notes come after the others, as their words do."""
        leads = target(address)
        links = self.links_of_notes if self.in_notes else self.links
        links += [Link(words, leads, place)] if leads else []

    def leave_out(self, what: str, times: int = 1) -> None:
        """Count something that is not compared; ``what`` is in the plural."""
        if times:
            self.left_out[what] += times

    def below(self, *places: str) -> str:
        """Return a place: ``places``, the first of which is the largest, below the last heading."""
        shown = self._shown
        return ", ".join(filter(None, (*places, f"below {shown}" if shown else "")))

    @property
    def at_heading(self) -> str:
        """The place of the last heading itself."""
        return f"heading {self._shown}".strip()

    @property
    def _shown(self) -> str:
        words = " ".join(self.heading.split())
        words = f"{words[:_LONGEST_HEADING].rstrip()}…" if len(words) > _LONGEST_HEADING else words
        return f'"{words}"' if words else ""


@record
class Reading:
    """The words of a file. ``stated`` is the fingerprint that the file carries, or empty.

    ``drawn`` has the words in drawings and charts, which each format has in its own way and order.

    ``left_out`` says what was not compared, and how often it occurs; 0 where that is not counted.
    """

    file: str
    format: str
    text: tuple[Piece, ...]
    notes: tuple[Piece, ...]
    descriptions: tuple[Piece, ...]
    left_out: tuple[tuple[str, int], ...] = ()
    stated: str = ""
    drawn: tuple[Piece, ...] = ()
    describes: bool = True
    """Whether the file can have descriptions of pictures: a PDF without tags cannot."""
    charts: tuple[Charted, ...] = ()
    links: tuple[Link, ...] = ()
    heads: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    """The header rows that are printed again on further pages."""
    but_for: tuple[str, ...] = ()
    """Words that people see, and that were not compared; not running heads and feet."""
    tables: tuple[Table, ...] = ()
    running: tuple[str, ...] = ()
    """The lines of a PDF that are on many pages: they are also among the ``heads``."""
    titles: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    """The words that are struck through."""
    alone: tuple[Piece, ...] = ()
    """The heads and feet that only one page of a PDF has: they are also among the ``heads``."""

    @property
    def has_spaces(self) -> bool:
        """Tell whether words are divided as the file says it; in a PDF, that is seen from their places."""
        return self.format != "PDF"

    @property
    def parts(self) -> tuple[tuple[str, tuple[Piece, ...]], ...]:
        """What is compared, one after the other, with its name."""
        return (("text", self.text), ("notes", self.notes), ("descriptions of pictures", self.descriptions))

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the words that were read."""
        return fingerprint(" ".join([piece.text for piece in pieces]) for _, pieces in self.parts)

    @property
    def edited(self) -> bool:
        """Tell whether the words are not those that the file was written with; False if it does not say."""
        return bool(self.stated) and self.stated != self.fingerprint


def reading(
    file: str, name: str, found: Pieces, stated: str, always: Iterable[str], *, describes: bool = True
) -> Reading:
    """Return what was found in a ``file`` of the format ``name``; ``always`` is left out of each such file."""
    _check_numbers(file, found.charts)
    left_out = (*((what, 0) for what in always), *found.left_out.items())
    parts = (tuple(found.text), tuple(found.notes), tuple(found.descriptions))
    heads = (*found.heads, *found.running, *(head.text for head in found.alone))
    return Reading(file, name, *parts, left_out, stated, tuple(found.drawn), describes,
                   tuple(found.charts), (*found.links, *found.links_of_notes), heads,
                   tuple(dict.fromkeys(found.repeated)), tuple(dict.fromkeys(found.but_for)),
                   tuple(found.tables),
                   tuple(found.running), tuple(found.titles), tuple(found.struck), tuple(found.alone))  # fmt: skip


def _check_numbers(file: str, charts: Iterable[Charted]) -> None:
    """Raise CspDocsError if a chart has a number that no chart can show."""
    for chart in charts:
        for value in (value for column in chart.columns[1:] for value in column[1:]):
            if not _VALUE.fullmatch(value):
                raise _unreadable(file, value)
        for text in (chart.description, chart.named, *chart.drawn, *(name for name, *_ in chart.columns)):
            if endless := _ENDLESS.search(text):
                raise _unreadable(file, endless[0])


def _unreadable(file: str, value: str) -> CspDocsError:
    shown = f"{value[:_LONGEST_NUMBER]}…" if len(value) > _LONGEST_NUMBER else value
    fact = f'a chart has "{shown}" where a number should be'
    return refused(file, fact, "correct the numbers of the chart, and save the file again")


def refused(file: str, fact: str, hint: str, code: Code = Code.NOT_COMPARED) -> CspDocsError:
    """Return the error that a file cannot be compared."""
    return CspDocsError([Problem(code, f"{file}: {fact}", hint)])
