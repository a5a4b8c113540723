"""Plain functions for the content of a section: they take children as arguments and return the model's values."""

from __future__ import annotations

from csp_docs.model import (
    Bullets,
    Callout,
    Diagram,
    DiagramType,
    Generated,
    Grid,
    GridCell,
    Landscape,
    Lines,
    Numbered,
    Plain,
    Quote,
    Section,
)
from csp_docs.model.content import ContentItem
from csp_docs.model.lists import ListItem
from csp_docs.model.sections import SectionItem


def bullets(*items: ListItem) -> Bullets:
    """Return a bullet list; a list among the items nests below the item before it."""
    return Bullets(items)


def numbered(*items: ListItem, start: int = 1, style: str = "1.") -> Numbered:
    """Return a numbered list; ``style`` shows its first number (``1.``, ``(a)``, ``(i)``)."""
    return Numbered(items, start, style)


def lines(*items: str) -> Lines:
    """Return short lines without bullets."""
    return Lines(items)


def plain(text: str) -> Plain:
    """Return a text that the house style must not number."""
    return Plain(text)


def callout(*content: ContentItem, title: str = "") -> Callout:
    """Return a box that stands out from the text."""
    return Callout(content, title)


def quote(*content: ContentItem, title: str = "") -> Quote:
    """Return somebody else's words; ``title`` says whose."""
    return Quote(content, title)


def diagram(
    type: DiagramType | str,  # noqa: A002
    *items: ListItem,
    caption: str = "",
    alt: str = "",
    id: str = "",  # noqa: A002
) -> Diagram:
    """Return a diagram: ``steps``, ``cycle`` or ``tree``, where bullets after an item hold what is below it."""
    return Diagram(type, items, id=id, caption=caption, alt=alt)


def grid(*cells: GridCell) -> Grid:
    """Return cells in two columns, read row by row."""
    return Grid(cells)


def cell(title: str, *content: ContentItem) -> GridCell:
    """Return a cell of a grid."""
    return GridCell(title, content)


def landscape(*content: ContentItem) -> Landscape:
    """Return content on pages turned sideways."""
    return Landscape(content)


def section(title: str, *children: ContentItem | SectionItem, id: str = "", numbered: bool = True) -> Section:  # noqa: A002
    """Return a section; sections among the children are below it. What follows a section has no title."""
    content: list[ContentItem] = []
    below: list[SectionItem] = []
    for child in children:
        if isinstance(child, Section | Generated):
            below.append(child)
        elif below:
            below.append(Section("", [child]))
        else:
            content.append(child)
    return Section(title, content, below, id=id, numbered=numbered)
