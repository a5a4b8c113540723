"""Paragraphs and tables one below the other: those of the body, or those of one cell."""

from __future__ import annotations

from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import twips
from csp_docs.writers.word.file.paragraphs import Paragraph, Written, kept_with_next, none_kept, xml_of
from csp_docs.writers.word.pages.pages import Pages
from csp_docs.writers.word.styles.diagram_styles import centred_in_cell

THIN = 1.0
"""The height, in points, of a paragraph that only separates blocks that Word would join, such as two tables."""


WITHOUT_SPACE = frozenset({"Figure", "TableNote"})
"""The styles without space below them, which need no other style where nothing is below them."""


class Flow:
    """The elements written so far. ``new_page`` and ``gap`` (points) apply to the next paragraph.

    The gap is the space below a table, because Word's tables cannot have space below them. ``pages`` is set for the
    text of the body. ``in_cell`` is set for the content of a cell of a grid.
    """

    __slots__ = ("_heading", "elements", "gap", "in_cell", "new_page", "pages")

    def __init__(
        self, *, new_page: bool = False, gap: float = 0, pages: Pages | None = None, in_cell: bool = False
    ) -> None:
        self.elements: list[Written] = []
        self._heading: Paragraph | None = None
        self.new_page, self.gap, self.pages, self.in_cell = new_page, gap, pages, in_cell

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

    def paragraph(self, style: str, content: list[Xml], *properties: Xml) -> Paragraph:
        """Add, and return, a paragraph; ``properties`` has the differences from its style."""
        self.turn()
        found = list(properties)
        if self.gap:
            found.append(w("spacing", before=twips(self.gap)))
        if self.new_page:
            found.append(w("pageBreakBefore"))
        self.new_page, self.gap = False, 0
        self.elements.append(made := Paragraph(style, content, *found))
        return made

    def heading(self, style: str, content: list[Xml], *properties: Xml, spaced: bool = True, after: float = 0) -> None:
        """Add a heading; its space above is larger than any gap, and left out at the top of a page or a cell.

        The style of one that is not ``spaced`` has none. Its style has ``after`` points of space below it.
        """
        top = self.top() if spaced else []
        self.gap = 0
        self._heading = self.paragraph(style, content, *properties, *top)
        self._heading.after = twips(after)

    @property
    def ends_in_heading(self) -> bool:
        """Whether a heading is the last that was written."""
        return bool(self.elements) and self.elements[-1] is self._heading

    def begin_apart(self, above: float) -> None:
        """Let the next element have at least ``above`` points of space above it, unless it is the first one."""
        last = self.elements[-1] if self.elements else None
        if last and not (isinstance(last, Paragraph) and last.after >= twips(above)):
            self.gap = max(self.gap, above)

    def top(self) -> list[Xml]:
        """Return the property that removes the space above a paragraph at the top of a page or a cell."""
        begins = self.turn() or (self.in_cell and not self.elements)
        return [w("spacing", before=0)] if begins else []

    def table(self, table: Xml, below: float, above: float = 0) -> None:
        """Add a table with ``below`` points of space below it; above it is at least ``above``, after a heading too."""
        self.turn()
        last = self.elements[-1] if self.elements else None
        above = 0 if self.new_page else max(above, self.gap)
        if isinstance(last, Paragraph) and last.after < twips(above):
            last.space_below(twips(above))
        self.gap = above if self._ends_in_table() else 0
        if self.new_page or self._ends_in_table():
            self.thin_paragraph()
        self.elements.append(table)
        self.gap = below

    def keep_from(self, place: int) -> None:
        """Keep the elements from ``place`` on together on one page; the last need not be kept with the next one."""
        self.elements[place:-1] = map(kept_with_next, self.elements[place:-1])

    def keep_last(self) -> None:
        """Keep the last element, a paragraph or a table, with the next one."""
        self.elements[-1] = kept_with_next(self.elements[-1])

    def end_with(self, after: float) -> None:
        """Give the last paragraph ``after`` points of space below it, which overrides its style."""
        last = self.elements[-1] if self.elements else None
        if isinstance(last, Paragraph):
            if last.style in WITHOUT_SPACE:
                last.usual_space_below()
            if after or last.style not in WITHOUT_SPACE:
                last.space_below(twips(after))

    def finish(self) -> list[Written]:
        """Return all elements; the last one is a paragraph, as Word needs."""
        if self.pages:
            self.pages.stay()
        self.new_page, self.gap = False, 0
        if self.elements:
            self.end_in_paragraph()
        else:
            self.paragraph("Normal", [])
        return self.elements

    def finish_cell(self) -> list[Xml]:
        """Return all elements of a cell, none kept with the next: Word would keep the row with the next row."""
        return [centred_in_cell(none_kept(xml_of(element))) for element in self.finish()]

    def end_in_paragraph(self) -> Paragraph:
        """Return the last paragraph; one is added after anything else, because Word needs it."""
        last = self.elements[-1]
        return last if isinstance(last, Paragraph) else self.thin_paragraph()

    def _end_section(self, section: Xml) -> None:
        """End the pages; the targets of references stay out of that paragraph, because LibreOffice loses its words."""
        last = self.elements[-1]
        if isinstance(last, Paragraph) and any(one.startswith("<w:bookmarkStart") for one in last.content):
            self.thin_paragraph()
        self.end_in_paragraph().properties.append(section)

    def _ends_in_table(self) -> bool:
        last = self.elements[-1] if self.elements else None
        return isinstance(last, str) and last.startswith("<w:tbl>")

    def separate(self, above: Paragraph) -> None:
        """Separate the next block from the paragraph above; the thin paragraph is a part of the space below that."""
        above.space_below(max(above.after - twips(THIN), 0))
        self.thin_paragraph()

    def thin_paragraph(self) -> Paragraph:
        """Add, and return, a paragraph that only separates blocks that Word would join."""
        gap, self.gap = max(self.gap - THIN, 0), 0
        return self.paragraph("Separator", [], *([w("spacing", before=twips(gap))] if gap else []))
