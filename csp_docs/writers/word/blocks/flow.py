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
"""The height of a paragraph that only keeps apart what Word would join, such as tables that touch, in points."""


def keep_with_next(element: etree._Element) -> etree._Element:
    """Return ``element``, a paragraph or a row, held on the page of what follows it."""
    for holder in element.iter(_PARAGRAPH):
        others = [one for one in holder[0] if one.tag != _KEEP]
        holder[0] = paragraph_properties([w("keepNext"), *others])
    return element


def without_keep(elements: list[etree._Element]) -> list[etree._Element]:
    """Return ``elements`` of a cell, none held on the page of the next: Word would hold the row to the next row."""
    for element in elements:
        for holder in element.iter(_PARAGRAPH):
            for keep in holder[0].findall(_KEEP):
                if keep.get(w_name("val")) != "0":
                    holder[0].remove(keep)
    return elements


@define(eq=False)
class Flow:
    """What was written so far. ``new_page`` and ``gap`` (points) are wishes for the next paragraph.

    The gap is what a table wants below it: Word's tables have no space of their own. ``pages`` are those that the text
    of the body stands on. ``in_cell`` is what stands in the cell of a grid.
    """

    elements: list[etree._Element] = field(factory=list)
    new_page: bool = False
    gap: float = 0
    pages: Pages | None = None
    in_cell: bool = False

    def turn(self) -> bool:
        """Go on to the pages wished for; tell whether what is written next begins a page."""
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
        """Add a paragraph; ``properties`` are what differs from its style."""
        self.turn()
        found = list(properties)
        if self.gap:
            found.append(w("spacing", before=twips(self.gap)))
        if self.new_page:
            found.append(w("pageBreakBefore"))
        self.elements.append(paragraph(style, content, *found))
        self.new_page, self.gap = False, 0

    def heading(self, style: str, content: list[etree._Element], *properties: etree._Element) -> None:
        """Add a heading, whose own space above is larger than any gap; at the top of a page or a cell it has none."""
        top = self.top()
        self.gap = 0
        self.paragraph(style, content, *properties, *top)

    def top(self) -> list[etree._Element]:
        """Return what takes the space above away from a paragraph that begins a page or a cell."""
        begins = self.turn() or (self.in_cell and not self.elements)
        return [w("spacing", before=0)] if begins else []

    def table(self, table: etree._Element, below: float) -> None:
        """Add a table that wants ``below`` points of space below it."""
        self.turn()
        if self.new_page or self._ends_in_table():
            self.thin_paragraph()
        self.elements.append(table)
        self.gap = below

    def end_with(self, after: float) -> None:
        """Give the last paragraph ``after`` points of space below it, whatever its style says."""
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
        """Return the last paragraph; behind anything else there is one more, as Word needs."""
        if self.elements[-1].tag != _PARAGRAPH:
            self.thin_paragraph()
        return self.elements[-1]

    def _end_section(self, section: etree._Element) -> None:
        """End the pages; what references lead to stays out of that paragraph, where LibreOffice loses its words."""
        if self.elements[-1].find(_BOOKMARK) is not None:
            self.thin_paragraph()
        last = self.end_in_paragraph()
        last[0] = paragraph_properties([*last[0], section])

    def _ends_in_table(self) -> bool:
        return bool(self.elements) and self.elements[-1].tag == _TABLE

    def thin_paragraph(self) -> None:
        """Add a paragraph that only keeps apart what Word would join."""
        thin = w("spacing", before=twips(max(self.gap - _THIN, 0)), after=0, line=twips(_THIN), lineRule="exact")
        self.gap = 0
        self.paragraph("Normal", [], thin)
