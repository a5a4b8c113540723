"""The blocks of a Word file in order: paragraphs with their numbers, cells of tables, notes."""

from __future__ import annotations

from functools import cache

from attrs import evolve
from lxml import etree

from csp_docs.comparing.counters import whole
from csp_docs.comparing.reading import DELETIONS, Piece, Pieces
from csp_docs.comparing.tables import Cell
from csp_docs.comparing.tables import table as table_of
from csp_docs.comparing.word.fields import Fields
from csp_docs.comparing.word.markup import children, first, is_on, local, value
from csp_docs.comparing.word.notes import Notes
from csp_docs.comparing.word.numbering import Numbering
from csp_docs.comparing.word.package import Package
from csp_docs.comparing.word.runs import Runs

_INSIDE = frozenset(
    {"sdtContent", "ins", "moveTo", "customXml", "smartTag", "txbxContent", "body", "footnote", "endnote"}
)
_DELETED = frozenset({"del", "moveFrom"})
_HEADING_LEVELS = 9


class Body:
    """Reads the text of a Word file, and then its notes in the order of their marks."""

    def __init__(self, package: Package, found: Pieces) -> None:
        self.package, self.found = package, found
        self.numbering, self.notes, self.fields = Numbering(package), Notes(package), Fields()
        self.target, self.where = found.text, list[str]()
        self.paragraphs = self.tables = 0
        self.style, self._on = "", dict[tuple[str, tuple[str, ...]], bool]()
        self._chain = cache(self._of_style)

    def read(self) -> None:
        """Add all words of the file to what was found."""
        self._blocks(self.package.body)
        comments = self.package.part("comments")
        self.found.leave_out("comments", 0 if comments is None else len(children(comments, "comment")))
        self.target, self.found.heading, self.found.in_notes = self.found.notes, "", True
        for mark, note in self.notes.in_order():
            self.where = [f"note {mark}"]
            self._blocks(note)
        self.found.titles += self.package.titles()
        self.found.heads += map(self._head, self.package.heads())

    def _head(self, part: etree._Element) -> str:
        """Return the words of a head or foot, with nothing else that is in it."""
        inside = Body(self.package, Pieces())
        inside._blocks(part)
        return "\n".join(piece.text for piece in inside.found.text)

    def _blocks(self, parent: etree._Element) -> None:
        for block in parent:
            self._block(block, local(block))

    def _block(self, block: etree._Element, name: str) -> None:
        if name == "p":
            self._paragraph(block)
        elif name == "tbl":
            self._table(block)
        elif name in _INSIDE:
            self._blocks(block)
        elif name == "sdt":
            for content in children(block, "sdtContent"):
                self._blocks(content)
        elif name == "AlternateContent":
            for choice in children(block, "Choice")[:1]:
                self._blocks(choice)
        elif name == "altChunk":
            self.found.but_for.append("a file inside the file (altChunk)")
        elif name in _DELETED:
            self.found.leave_out(DELETIONS)

    def _table(self, table: etree._Element) -> None:
        self.tables += 1
        around, number, given = self.where, self.tables, list[list[Cell]]()
        rows = (row for row in table.iter("{*}tr") if next(row.iterancestors("{*}tbl")) is table)
        for at, row in enumerate(rows, 1):
            deleted = first(row, "trPr", "del") is not None
            if deleted:
                self.found.leave_out(DELETIONS)
                continue
            begun = len(self.target)
            given.append([Cell("", across=before)] if (before := whole(_of_row(row, "gridBefore"))) else [])
            for column, cell in enumerate(_cells(row), 1):
                self.where = [*around, f"table {number}", f"row {at}", f"cell {column}"]
                start = len(self.target)
                self._blocks(cell)
                given[-1].append(_cell(cell, " ".join(piece.text for piece in self.target[start:])))
            if is_on(first(row, "trPr", "tblHeader")):
                self.found.repeated.append(" ".join(piece.text for piece in self.target[begun:]))
        self.where = around
        self.found.tables.append(table_of(self.found.below(*around, f"table {number}"), given))

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = first(paragraph, "pPr")
        style = "" if properties is None else value(properties, "pStyle")
        chain = [*([] if properties is None else [properties]), *self._chain(style)]
        self.paragraphs, self.style = self.paragraphs + (not self.where), style
        if properties is not None and is_on(first(properties, "rPr", "vanish")) and not _has_words(paragraph):
            return
        number = self.numbering.number(chain, style or self._default)
        self.fields.in_entry = self._is_entry(style)
        runs = Runs(self)
        words = runs.words(paragraph)
        framed = any(first(one, "framePr") is not None for one in chain)
        begun = len(self.target)
        self._add(f"{number} {words}".strip(), heading=self._is_heading(chain) and not self.where)
        of_text = begun if framed else len(self.target)
        for box in runs.boxes:
            self._blocks(box)
        self.target[of_text:] = [evolve(piece, boxed=True) for piece in self.target[of_text:]]

    def _add(self, text: str, *, heading: bool) -> None:
        if not text:
            return
        if heading:
            self.found.heading, self.paragraphs = text, 0
        self.target.append(Piece(text, self.found.at_heading if heading else self.place))

    @property
    def place(self) -> str:
        """The current place in the file."""
        return self.found.below(*(self.where or [f"paragraph {max(self.paragraphs, 1)}"]))

    @property
    def in_note(self) -> bool:
        """Tell whether the current words are those of a note."""
        return self.target is self.found.notes

    def turns_on(self, style: str, *names: str) -> bool:
        """Tell whether a style, or one that it is based on, gives its words a property that is on: hidden, capitals."""
        key = style, names
        if key not in self._on:
            self._on[key] = self._turns_on(style, names)
        return self._on[key]

    def _turns_on(self, style: str, names: tuple[str, ...]) -> bool:
        own, seen = self.package.styles.get(style), set[str]()
        while own is not None and style not in seen:
            seen.add(style)
            given = [one for name in names if (one := first(own, "rPr", name)) is not None]
            if given:
                return any(map(is_on, given))
            style = value(own, "basedOn") or "-"
            own = self.package.styles.get(style)
        return False

    @property
    def _default(self) -> str:
        style = self.package.styles.get("")
        return "" if style is None else value(style, None, "styleId")

    def _of_style(self, style: str) -> list[etree._Element]:
        """Return the properties of paragraphs that a style has, by itself and by those that it is based on."""
        found, seen = list[etree._Element](), set[str]()
        while style not in seen and (own := self.package.styles.get(style)) is not None:
            seen.add(style)
            found += children(own, "pPr")
            style = value(own, "basedOn") or "-"
        return found

    def _is_entry(self, style: str) -> bool:
        """Tell whether a style is one of the contents: their page numbers are left out."""
        own = self.package.styles.get(style)
        name = "" if own is None else value(own, "name").casefold()
        return (name.startswith("toc ") and name[4:].isdecimal()) or name == "table of figures"

    def _is_heading(self, chain: list[etree._Element]) -> bool:
        levels = (value(properties, "outlineLvl") for properties in chain)
        level = next(filter(None, levels), "")
        return level.isdecimal() and int(level) < _HEADING_LEVELS


def _cells(row: etree._Element) -> list[etree._Element]:
    """Return the cells of a row, also those in content controls."""
    return [cell for cell in row.iter("{*}tc") if next(cell.iterancestors("{*}tr")) is row]


def _of_row(row: etree._Element, name: str) -> str:
    properties = first(row, "trPr")
    return "" if properties is None else value(properties, name)


def _cell(cell: etree._Element, words: str) -> Cell:
    """Return a cell with the columns that it goes over; one that goes on from the cell above has its words."""
    properties = first(cell, "tcPr")
    merged = None if properties is None else first(properties, "vMerge")
    across = 1 if properties is None else whole(value(properties, "gridSpan"), 1)
    return Cell(words, across, goes_on=merged is not None and value(merged, None) != "restart" and not words)


def _has_words(paragraph: etree._Element) -> bool:
    return next(paragraph.iter("{*}t"), None) is not None
