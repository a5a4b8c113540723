"""Paragraphs and tables one below the other: those of the body, or those of one cell."""

from __future__ import annotations

from attrs import define, field
from lxml import etree

from csp_docs.writers.word.file.elements import paragraph, paragraph_properties, w, w_name
from csp_docs.writers.word.file.measures import twips
from csp_docs.writers.word.pages.pages import Pages

_PARAGRAPH, _TABLE, _BOOKMARK = w_name("p"), w_name("tbl"), w_name("bookmarkStart")
_SPACING, _KEEP = w_name("spacing"), w_name("keepNext")
_THIN = 1.0
"""The height, in points, of a paragraph that only separates blocks that Word would join, such as two tables."""


def keep_with_next(element: etree._Element) -> etree._Element:
    """Return ``element``, a paragraph or a row, kept with the next one."""
    for holder in element.iter(_PARAGRAPH):
        others = [one for one in holder[0] if one.tag != _KEEP]
        holder[0] = paragraph_properties([w("keepNext"), *others])
    return element


def without_keep(elements: list[etree._Element]) -> list[etree._Element]:
    """Return ``elements`` of a cell, none kept with the next: Word would keep the row with the next row."""
    for element in elements:
        for holder in element.iter(_PARAGRAPH):
            for keep in holder[0].findall(_KEEP):
                if keep.get(w_name("val")) != "0":
                    holder[0].remove(keep)
    return elements


def begin_unkept(elements: list[etree._Element]) -> None:
    """Let a cell begin with a heading whose style would keep the row with the next: Word reads it there alone."""
    first = elements[0]
    first[0] = paragraph_properties([*first[0], w("keepNext", val=0)])


@define(eq=False, repr=False)
class Flow:
    """The elements written so far. ``new_page`` and ``gap`` (points) apply to the next paragraph.

    The gap is the space below a table, because Word's tables cannot have space below them. ``pages`` is set for the
    text of the body. ``in_cell`` is set for the content of a cell of a grid.
    """

    elements: list[etree._Element] = field(factory=list)
    new_page: bool = False
    gap: float = 0
    pages: Pages | None = None
    in_cell: bool = False

    def turn(self) -> bool:
        """Go on to the wanted pages; return whether the next element begins a page."""
        if self.pages and self.pages.ahead:
            self.new_page, self.gap = False, 0
            ended = self.pages.turn()
            if ended is not None:
                self._end_section(ended)
            return True
        if self.new_page:
            self.gap = 0
        return self.new_page

    def paragraph(self, style: str, content: list[etree._Element], *properties: etree._Element) -> None:
        """Add a paragraph; ``properties`` has the differences from its style."""
        self.turn()
        found = list(properties)
        if self.gap:
            found.append(w("spacing", before=twips(self.gap)))
        if self.new_page:
            found.append(w("pageBreakBefore"))
        self.elements.append(paragraph(style, content, *found))
        self.new_page, self.gap = False, 0

    def heading(self, style: str, content: list[etree._Element], *properties: etree._Element) -> None:
        """Add a heading; its space above is larger than any gap, and left out at the top of a page or a cell."""
        top = self.top()
        self.gap = 0
        self.paragraph(style, content, *properties, *top)

    def top(self) -> list[etree._Element]:
        """Return the property that removes the space above a paragraph at the top of a page or a cell."""
        begins = self.turn() or (self.in_cell and not self.elements)
        return [w("spacing", before=0)] if begins else []

    def table(self, table: etree._Element, below: float) -> None:
        """Add a table with ``below`` points of space below it."""
        self.turn()
        if self.new_page or self._ends_in_table():
            self.thin_paragraph()
        self.elements.append(table)
        self.gap = below

    def end_with(self, after: float) -> None:
        """Give the last paragraph ``after`` points of space below it, which overrides its style."""
        if not self.elements or self._ends_in_table():
            return
        last = self.elements[-1]
        properties = list(last[0])
        spacing = next((one for one in properties if one.tag == _SPACING), None)
        if spacing is None:
            spacing = w("spacing")
            last[0] = paragraph_properties([*properties, spacing])
        spacing.set(w_name("after"), str(twips(after)))

    def finish(self) -> list[etree._Element]:
        """Return all elements; the last one is a paragraph, as Word needs."""
        if self.pages:
            self.pages.stay()
        self.new_page, self.gap = False, 0
        if self.elements:
            self.end_in_paragraph()
        else:
            self.paragraph("Normal", [])
        return self.elements

    def end_in_paragraph(self) -> etree._Element:
        """Return the last paragraph; one is added after anything else, because Word needs it."""
        if self.elements[-1].tag != _PARAGRAPH:
            self.thin_paragraph()
        return self.elements[-1]

    def _end_section(self, section: etree._Element) -> None:
        """End the pages; the targets of references stay out of that paragraph, because LibreOffice loses its words."""
        if self.elements[-1].find(_BOOKMARK) is not None:
            self.thin_paragraph()
        last = self.end_in_paragraph()
        last[0] = paragraph_properties([*last[0], section])

    def _ends_in_table(self) -> bool:
        return bool(self.elements) and self.elements[-1].tag == _TABLE

    def separate(self) -> None:
        """Separate the next block from the paragraph above; the thin paragraph is a part of the space below that."""
        spacing = self.elements[-1][0].find(_SPACING)
        if spacing is not None:
            after = int(spacing.get(w_name("after"), "0"))
            spacing.set(w_name("after"), str(max(after - twips(_THIN), 0)))
        self.thin_paragraph()

    def thin_paragraph(self) -> None:
        """Add a paragraph that only separates blocks that Word would join."""
        thin = w("spacing", before=twips(max(self.gap - _THIN, 0)), after=0, line=twips(_THIN), lineRule="exact")
        self.gap = 0
        self.paragraph("Normal", [], thin)
