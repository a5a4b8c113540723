"""What stands in a line: words, their marks, references and notes."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TypeAlias

from attrs import frozen

from csp_docs.blocks.node import Node


@frozen
class Text(Node):
    """Characters as they are printed: cleaned, never markup."""

    text: str


@frozen
class Strong(Node):
    """Words of strong importance (bold)."""

    inlines: Inlines


@frozen
class Emphasis(Node):
    """Stressed words (italic)."""

    inlines: Inlines


@frozen
class Link(Node):
    """A link out of the document; ``url`` is http, https or mailto, already percent-encoded."""

    inlines: Inlines
    url: str


@frozen
class Reference(Node):
    """A cross reference; resolve sets ``text`` ("Appendix 1"), from the thing whose id is ``target``.

    ``number`` asks for the number of a heading in place of its title.
    """

    target: str
    lower: bool = False
    number: bool = False
    text: str = ""


@frozen
class Note(Node):
    """A footnote at its mark; resolve sets ``number``. A ``repeated`` mark points to the note printed before."""

    inlines: Inlines
    number: int = 0
    repeated: bool = False


@frozen
class InLanguage(Node):
    """Words in another language than the document's (``cy-GB``)."""

    inlines: Inlines
    language: str


@frozen
class LineBreak(Node):
    """A new line inside the same paragraph."""


@frozen
class Pending(Node):
    """Words that somebody still owes: ``text`` stands highlighted in their place, ``comment`` says who owes what.

    ``owner`` owes ``what`` until ``due`` (as printed, or empty); ``by`` is the day that it means, to sort by.
    """

    text: str
    comment: str
    owner: str
    what: str
    due: str = ""
    by: date | None = None


class RatingLevel(Enum):
    """How far a measure is from its target, or how high a risk is."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"

    @property
    def sign(self) -> str:
        """A shape for each level, which tells them apart without colour."""
        return {"green": "●", "amber": "▲", "red": "■"}[self.value]


@frozen
class Rating(Node):
    """A red, amber or green rating: a word, which writers set behind a sign of its own shape, on a tint of its colour.

    Colour never stands alone (WCAG 2.2, 1.4.1): ``text`` ("Green") and its sign say the same.
    """

    level: RatingLevel
    text: str

    @property
    def printed(self) -> str:
        """The text behind its sign."""
        return f"{self.level.sign}\u00a0{self.text}"


Inline: TypeAlias = Text | Strong | Emphasis | Link | Reference | Note | InLanguage | LineBreak | Pending | Rating
Inlines: TypeAlias = tuple[Inline, ...]
