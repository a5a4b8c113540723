"""The blocks of the neutral document: plain dicts, so that every peer reads the same JSON and converts nothing."""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict

Run: TypeAlias = tuple[str, bool, bool]
"""Words, whether they are strong, and whether they are emphasised."""


class Title(TypedDict):
    """The title of the document."""

    kind: Literal["title"]
    text: str


class Cover(TypedDict):
    """The table on the first page: labels and what they say."""

    kind: Literal["cover"]
    rows: list[list[str]]


class PageBreak(TypedDict):
    """The next block begins a page."""

    kind: Literal["page_break"]


class Contents(TypedDict):
    """The list of headings with their pages."""

    kind: Literal["contents"]
    title: str


class Heading(TypedDict):
    """A heading of level 1 or 2."""

    kind: Literal["heading"]
    level: int
    text: str


class Paragraph(TypedDict):
    """A paragraph."""

    kind: Literal["paragraph"]
    runs: list[Run]


class Bullets(TypedDict):
    """A list with bullets."""

    kind: Literal["bullets"]
    items: list[list[Run]]


class Numbered(TypedDict):
    """A list with numbers, the first of which is ``start``."""

    kind: Literal["numbered"]
    start: int
    items: list[list[Run]]


class Table(TypedDict):
    """A table with a caption and a header row; ``widths`` are in per cent."""

    kind: Literal["table"]
    caption: str
    widths: list[int]
    header: list[str]
    rows: list[list[str]]


class Chart(TypedDict):
    """A column chart with one series, and the words that describe it."""

    kind: Literal["chart"]
    title: str
    series: str
    categories: list[str]
    values: list[int]
    alt: str


Block: TypeAlias = Title | Cover | PageBreak | Contents | Heading | Paragraph | Bullets | Numbered | Table | Chart


class Document(TypedDict):
    """A document with its title, its author and its blocks in the order in which they are read."""

    title: str
    author: str
    language: str
    blocks: list[Block]
