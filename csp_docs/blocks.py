"""The block tree: a closed set of nodes that says what a document holds, never how it looks.

Compose makes it, resolve fills in its numbers, every writer reads it. A renderer is one ``match`` over ``Block`` and
one over ``Inline``, each ending in ``assert_never``, so that the type checker names the node that a writer forgot.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TypeAlias

from attrs import field, frozen

from csp_docs.errors import Origin
from csp_docs.numbers import UPPER_LETTER, NumberPattern


@frozen(kw_only=True)
class Node:
    """The base of every node: it knows where its author wrote it. Two nodes are equal wherever they were written."""

    origin: Origin | None = field(default=None, eq=False, repr=False)


# ------------------------------------------------------------------------------------------------ inlines


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
    """A cross reference; resolve sets ``text`` ("Appendix 1"), from the thing whose id is ``target``."""

    target: str
    lower: bool = False
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


Inline: TypeAlias = Text | Strong | Emphasis | Link | Reference | Note | InLanguage | LineBreak
Inlines: TypeAlias = tuple[Inline, ...]

# ------------------------------------------------------------------------------------------------- blocks


@frozen
class Paragraph(Node):
    """Running text. Resolve sets ``number`` ("1.1") where ``numbered`` and the house style numbers paragraphs."""

    inlines: Inlines
    numbered: bool = False
    number: str = ""


@frozen
class Lines(Node):
    """Short lines under each other that belong together: an address, a contact."""

    lines: tuple[Inlines, ...]


@frozen
class List(Node):
    """A list; its items hold blocks, so lists nest. ``marker`` is None for bullets, else it numbers from ``start``."""

    items: tuple[Blocks, ...]
    marker: NumberPattern | None = None
    start: int = 1


@frozen
class Section(Node):
    """A heading and what stands below it. The depth of nesting is the heading level, so no level can be skipped.

    Without a title it goes on with its parent's text. ``restart`` begins continuous paragraph numbers afresh here.
    """

    title: Inlines
    blocks: Blocks
    id: str = ""
    numbered: bool = True
    number: str = ""
    restart: bool = False


@frozen
class Appendix(Node):
    """An appendix on pages of its own, with numbering of its own. Heading: prefix, label, suffix, title.

    Resolve sets ``label`` ("1", "A"); ``prefix`` ("Appendix ") and ``suffix`` (" – ") are the house style's.
    """

    title: Inlines
    blocks: Blocks
    id: str = ""
    prefix: str = ""
    label: str = ""
    suffix: str = ""


@frozen
class Masthead(Node):
    """The lines at the head of the first page that say whose paper this is and where it goes."""

    lines: tuple[Inlines, ...]


@frozen
class Fact:
    """A label and what stands beside it; an empty label gives the value the whole row."""

    label: Inlines
    blocks: Blocks


@frozen
class FactRow:
    """One row of a cover sheet: one fact, or two side by side."""

    facts: tuple[Fact, ...]


@frozen
class FactHeading:
    """A heading row over the rows below it."""

    title: Inlines


@frozen
class Facts(Node):
    """The two-column label and value table: the cover sheet of a report. Labels are row headers.

    ``summary`` says what the table holds, for those who cannot see it.
    """

    rows: tuple[FactRow | FactHeading, ...]
    summary: str


class Align(Enum):
    """Where the text of a column stands."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@frozen
class HeaderCell:
    """A column header; ``span`` is the number of columns that it stands over."""

    inlines: Inlines
    span: int = 1


@frozen
class RowGroup:
    """Rows of a table's body, below a title of their own when there is one."""

    rows: tuple[tuple[Blocks, ...], ...]
    title: Inlines = ()


@frozen
class Caption:
    """The printed caption; resolve sets ``number``. ``word`` ("Table") names the series it counts in."""

    word: str
    inlines: Inlines
    number: int = 0


@frozen
class Table(Node):
    """A data table: header rows whose cells may span; body cells hold blocks and never span; every row is full.

    ``widths`` are shares that add up to 1 (resolve sets them from the content when the author gave none).
    """

    head: tuple[tuple[HeaderCell, ...], ...]
    groups: tuple[RowGroup, ...]
    aligns: tuple[Align, ...]
    row_headers: bool = False
    total: tuple[Blocks, ...] = ()
    widths: tuple[float, ...] = ()
    caption: Caption | None = None
    notes: tuple[Inlines, ...] = ()
    source: Inlines = ()
    id: str = ""


@frozen
class Callout(Node):
    """A box that stands out from the text: a notice, a key point."""

    blocks: Blocks
    title: Inlines = ()


@frozen
class PageBreak(Node):
    """What follows begins on a new page."""


Block: TypeAlias = (
    Paragraph | Lines | List | Section | Appendix | Masthead | Facts | Table | Callout | PageBreak
)  # fmt: skip
Blocks: TypeAlias = tuple[Block, ...]

# ----------------------------------------------------------------------------------------------- document


@frozen
class Numbering:
    """What the house style numbers. Headings: a pattern for each level, None where a level has no number.

    ``paragraphs`` with a parent ("1.1") counts within the numbered heading of level 1; ``continuous`` counts through
    the document. Every appendix starts both afresh. ``appendices`` is how an appendix's label counts.
    """

    headings: tuple[NumberPattern | None, ...] = ()
    paragraphs: NumberPattern | None = None
    continuous: bool = False
    appendices: NumberPattern = UPPER_LETTER


@frozen
class Document:
    """A whole document, ready to be numbered and written.

    ``language`` is a BCP 47 tag; ``page_label`` holds ``{page}`` and ``{pages}``; ``running_head`` stands at the top of
    every page but the first; ``marking`` (an access marking, or empty) on every page.
    """

    title: str
    language: str
    author: str
    subject: str
    blocks: Blocks
    numbering: Numbering
    running_head: str
    page_label: str
    date: date | None = None
    marking: str = ""
