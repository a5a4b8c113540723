"""Which lines of a text can begin with a mark: the one rule for lists, headings, quotations and the like.

A text of one line is one line: a sign, a number, a star or a hash at its head is printed as it is written. Only a text
of content is a list even with one line, unless the line begins with a signed figure.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_FOOTNOTE = re.compile(r"\n[ ]{0,3}\[\^[^\]\s]{1,100}\]:")
_SIGNED_FIGURE = re.compile(r"[-+][ \t]+[<>~]?[£$€]?[.]?\d(?!\d{0,8}[.)](?:\s|$))")
_ONLY_A_FIGURE = re.compile(r"-\s+[£$€]?[\d,]*[.]?\d+\s?(%|pp|[kmbn]{1,2}|million|billion)?|[+]\s+[£$€]?[.]?\d.*")


class Place(Enum):
    """Where a text is printed."""

    CONTENT = "content"
    """Among the content of a section or a box."""
    FIELD = "field"
    """In a cell, next to a label, as an item of a list: words, or several paragraphs and lists."""
    LINE = "line"
    """In a title, a label or a caption: one paragraph."""


class Heads(Enum):
    """What a mark at the head of a line is."""

    WORDS = "words"
    """It is printed as it is written."""
    REFUSED = "refused"
    """Items of a list are words. All else, such as a heading, is refused."""
    LISTS = "lists"
    """It makes a list. All else is refused."""


def heads(text: str, place: Place) -> Heads:
    """Return what marks at the heads of the lines of ``text`` are. Footnotes below it are not lines of it."""
    line = text.strip()
    if "\n" not in line or "\n" not in _FOOTNOTE.split(line, maxsplit=1)[0].rstrip():
        listed = place is Place.CONTENT and not is_signed_figure(line, 0)
        return Heads.LISTS if listed else Heads.WORDS
    return Heads.REFUSED if place is Place.LINE else Heads.LISTS


def is_signed_figure(text: str, place: int) -> bool:
    """Tell whether a figure with its sign apart begins at a place of ``text``."""
    return bool(_SIGNED_FIGURE.match(text, place))


def may_be_sign(line: str) -> bool:
    """Tell whether the bullet of a line may be meant as a sign: "-" before only a figure, "+" before any figure."""
    return bool(_ONLY_A_FIGURE.fullmatch(line))


def first_line(item: SyntaxTreeNode) -> str:
    """Return the first line of an item of a list, without bullets; "" if it does not begin with words."""
    begins = item.children[0] if item.children else None
    return begins.children[0].content.split("\n")[0] if begins and begins.type == "paragraph" else ""
