"""The numbering part: the lists of one document, and those that start again."""

from __future__ import annotations

from typing import NamedTuple

from attrs import evolve

from csp_docs.blocks import Appendix, Document, Numbering
from csp_docs.blocks.counters import CounterStyle, NumberPattern
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.labels import label_room
from csp_docs.writers.word.file.elements import Xml, root, w
from csp_docs.writers.word.styles.multilevel import (
    Level,
    abstract_list,
    apart_levels,
    document_levels,
    item_levels,
    label_level,
)
from csp_docs.writers.word.styles.zones import STYLED_DEPTHS, Zone, Zones

BULLETS, NUMBERS, CELL_BULLETS, CELL_NUMBERS = range(4, 8)
"""The numbers of the lists that list styles belong to; the lists of the first document come before them."""

_PLAIN = NumberPattern.parse("1.")


class DocumentLists(NamedTuple):
    """The lists of one document of a file: their numbers, and the pattern of the labels of appendices.

    ``place`` counts the documents of the file from 0. ``shift`` is the number of documents that this one is embedded
    in. Its text begins at ``column`` (points).
    """

    place: int
    shift: int
    numbering: Numbering
    column: float
    label: NumberPattern
    headings: int
    paragraphs: int
    appendices: int

    @property
    def prefix(self) -> str:
        """The prefix of the ids of styles that belong to these lists."""
        return style_prefix(self.place)

    def appendix_label(self, count: int) -> str:
        """Return the ``count``-th label as the list of the appendices prints it."""
        return f"{self.label.prefix}{self.label.style.format(count)}{self.label.suffix}"


def style_prefix(place: int) -> str:
    """Return the prefix of the ids of styles that belong to the document at ``place`` of the file."""
    return f"Embedded{place}" if place else ""


class Lists:
    """The lists of one file: their definitions (abstract), and the lists in use, which start again or continue.

    ``referred`` says whether references print numbers of headings or paragraphs.
    """

    def __init__(self, theme: Theme, referred: bool = False) -> None:
        self._theme, self._referred = theme, referred
        self.of_documents: list[DocumentLists] = []
        self._abstracts: list[Xml] = []
        self._nums: list[Xml] = []
        self._abstract_of: dict[int, int] = {}
        self._items: dict[tuple[NumberPattern | None, str, float, float], int] = {}

    def lists_of(self, document: Document, column: float, shift: int) -> DocumentLists:
        """Return the lists of ``document``; the first document has the usual styles."""
        place, label = len(self.of_documents), _label_pattern(document)
        levels = document_levels(document.numbering, column, label, style_prefix(place))
        headings, paragraphs, appendices = (self._add([*map(self._counted, one)]) for one in levels)
        numbers = {"headings": headings, "paragraphs": paragraphs, "appendices": appendices}
        self.of_documents.append(DocumentLists(place, shift, document.numbering, column, label, **numbers))
        return self.of_documents[-1]

    def tie(self, zones: Zones) -> None:
        """Add the lists that belong to the list styles, for an officer who applies these styles."""
        for zone in (zones.section, zones.cell):
            self._add_tied("Bullet", None, zone, self._theme.list_indent)
            self._add_tied("Number", _PLAIN, zone, label_room([_PLAIN.format(1)], self._theme))

    def bullets(self, zone: Zone) -> int:
        """Return the number of the bullets in ``zone``."""
        width = self._theme.list_indent
        return self._items.get((None, zone.name, zone.indent, width)) or self._add_items(None, zone, width)

    def numbered(self, marker: NumberPattern, zone: Zone, width: float, depth: int, start: int) -> int:
        """Return the number of a new list that counts from ``start`` at ``depth`` (from 0) in labels of ``width``."""
        like = self._items.get((marker, zone.name, zone.indent, width)) or self._add_items(marker, zone, width)
        return self.restarted(like, depth, start)

    def restarted(self, number: int, depth: int, start: int) -> int:
        """Return the number of a list like ``number`` with level ``depth`` restarted at ``start``."""
        override = w("lvlOverride", w("startOverride", val=start), ilvl=depth)
        return self._add_num(self._abstract_of[number], override)

    def paragraphs(self, document_lists: DocumentLists, above: str, depth: int, start: int) -> int:
        """Return the number of a new list of paragraphs, whose numbers begin with the text ``above``.

        Its level ``depth`` counts from ``start`` on.
        """
        levels = apart_levels(document_lists.numbering, above, "", document_lists.column)
        overrides = (
            w(
                "lvlOverride",
                *([w("startOverride", val=start)] if at == depth else []),
                self._counted(level).element(at),
                ilvl=at,
            )
            for at, level in enumerate(levels)
        )
        return self._add_num(self._abstract_of[document_lists.paragraphs], *overrides)

    def labelled(self, document_lists: DocumentLists, text: str) -> int:
        """Return the number of a list like that of the appendices, but with the next label printed as ``text``."""
        level = label_level(text, CounterStyle.DECIMAL).element(0)
        return self._add_num(self._abstract_of[document_lists.appendices], w("lvlOverride", level, ilvl=0))

    def part(self) -> Xml:
        """Return the root of the numbering part."""
        return root("w:numbering", *self._abstracts, *self._nums)

    def _counted(self, level: Level) -> Level:
        return level._replace(referred=self._referred)

    def _add(self, levels: list[Level]) -> int:
        self._abstracts.append(abstract_list(len(self._abstracts), tuple(levels)))
        return self._add_num(len(self._abstracts) - 1)

    def _add_num(self, abstract: int, *overrides: Xml) -> int:
        number = len(self._nums) + 1
        self._abstract_of[number] = abstract
        self._nums.append(w("num", w("abstractNumId", val=abstract), *overrides, numId=number))
        return number

    def _add_tied(self, kind: str, marker: NumberPattern | None, zone: Zone, width: float) -> None:
        styles = tuple(zone.list_style(kind, depth) for depth in range(STYLED_DEPTHS))
        self._add_items(marker, zone, width, styles)

    def _add_items(self, marker: NumberPattern | None, zone: Zone, width: float, styles: tuple[str, ...] = ()) -> int:
        levels = item_levels(marker, zone, styles, self._theme, width)
        number = self._items[marker, zone.name, zone.indent, width] = self._add(levels)
        return number


def _label_pattern(document: Document) -> NumberPattern:
    """Return the pattern of appendix labels, from the first appendix: the words around it are the same for all."""
    label = document.numbering.appendices
    first = next((block for block in document.blocks if isinstance(block, Appendix)), None)
    prefix, suffix = (first.prefix, first.suffix) if first else ("", "")
    return evolve(label, prefix=f"{prefix}{label.prefix}", suffix=f"{label.suffix}{suffix}")
