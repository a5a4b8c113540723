"""The content of lines: words and their emphasis, references and notes."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TypeAlias

from csp_docs.blocks.node import Node
from csp_docs.records import record


@record
class Text(Node):
    """Characters as they are printed: cleaned, without markup."""

    text: str


@record
class Strong(Node):
    """Words with strong importance (bold)."""

    inlines: Inlines


@record
class Emphasis(Node):
    """Stressed words (italic)."""

    inlines: Inlines


@record
class Link(Node):
    """A link to an address outside the document; ``url`` is http, https or mailto, already percent-encoded."""

    inlines: Inlines
    url: str


@record
class Reference(Node):
    """A cross reference to the thing with the id ``target``; ``resolve`` sets ``text`` ("Appendix 1").

    ``number`` asks for the number of a heading instead of its title.
    """

    target: str
    lower: bool = False
    number: bool = False
    text: str = ""


@record
class Note(Node):
    """A footnote at its mark; ``resolve`` sets ``number``. A ``repeated`` mark points to an earlier note."""

    inlines: Inlines
    number: int = 0
    repeated: bool = False


@record
class InLanguage(Node):
    """Words in a language (``cy-GB``) other than the document's."""

    inlines: Inlines
    language: str


@record
class LineBreak(Node):
    """A new line inside the same paragraph."""


@record
class Pending(Node):
    """Words that somebody still owes: ``text`` is highlighted in their place, ``comment`` says who owes what.

    ``owner`` owes ``what`` by ``due`` (as printed, or empty); ``by`` is the same day as a date, for sorting. Nobody in
    particular owes a date that is to be confirmed: its ``owner`` is empty.
    """

    text: str
    comment: str
    owner: str
    what: str
    due: str = ""
    by: date | None = None


class RatingLevel(Enum):
    """How far a measure is from its target, or how high a risk is. Blue is complete, and grey has not started."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    BLUE = "blue"
    GREY = "grey"

    @property
    def sign(self) -> str:
        """A shape for each level, so that nobody needs colour to tell them apart."""
        return {"green": "●", "amber": "▲", "red": "■", "blue": "◊", "grey": "○"}[self.value]


@record
class Rating(Node):
    """A rating: a word after a sign with a shape of its own, on a tint of the rating's colour.

    Colour is not the only sign of a rating (WCAG 2.2, 1.4.1): ``text`` ("Green") and the shape say the same.
    """

    level: RatingLevel
    text: str

    @property
    def printed(self) -> str:
        """The text after its sign."""
        return f"{self.level.sign}\u00a0{self.text}"


@record
class Closed(Node):
    """Words that are not for the public: the public edition has ``public`` in their place.

    They are ``named`` if these are words of the author's, to which a reference may lead.
    """

    inlines: Inlines
    public: Inlines
    named: bool = False


Inline: TypeAlias = (
    Text | Strong | Emphasis | Link | Reference | Note | InLanguage | LineBreak | Pending | Rating | Closed
)  # fmt: skip
Inlines: TypeAlias = tuple[Inline, ...]
