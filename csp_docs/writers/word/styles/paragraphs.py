"""The list that gives a paragraph its number, and the places where a list starts again."""

from __future__ import annotations

from csp_docs.blocks import Paragraph, Section
from csp_docs.writers.word.file.elements import Xml
from csp_docs.writers.word.styles.multilevel import count_with_headings, nested_style
from csp_docs.writers.word.styles.numbering import DocumentLists, Lists
from csp_docs.writers.word.styles.style import number_reference


class ParagraphNumbers:
    """The current count of paragraphs. ``number`` is that of the list in use, or 0 for the list of their style.

    ``afresh`` asks for a new list, which continues from ``count``.
    """

    def __init__(
        self, lists: Lists, document_lists: DocumentLists, number: int = 0, count: int = 0, *, afresh: bool = False
    ) -> None:
        self.lists, self.document_lists = lists, document_lists
        self.number, self.count, self.afresh = number, count, afresh
        self.within: list[int] = []

    def enter(self, section: Section, level: int) -> None:
        """Record a section: its heading may restart the paragraphs in a way that Word's list does not do."""
        above = bool(section.number and level <= self.document_lists.numbering.parents.stop)
        if section.restart or (above and self._apart):
            self.afresh, self.count = True, 0
        elif above:
            self.number, self.count = 0, 0  # Word restarts the list of the style

    def in_appendix(self) -> ParagraphNumbers:
        """Return the count for an appendix, which starts again."""
        return ParagraphNumbers(self.lists, self.document_lists, afresh=self._apart)

    def after_appendix(self) -> ParagraphNumbers:
        """Return the count that continues from the one before the appendix."""
        return ParagraphNumbers(self.lists, self.document_lists, self.number, self.count, afresh=self._apart)

    def place(self, paragraph: Paragraph, in_appendix: bool) -> tuple[str, list[Xml]]:
        """Return the style of a numbered paragraph, and its list if that is not the style's list."""
        depth = 0 if self._apart else len(self.document_lists.numbering.headings) + in_appendix
        style = "AppendixParagraph" if in_appendix and not self._apart else "NumberedParagraph"
        if paragraph.depth:
            number = self._within(paragraph, depth, in_appendix)
            named = f"{self.document_lists.prefix}{nested_style(style, paragraph.depth)}"
            return named, [number_reference(number, depth + paragraph.depth)] if number else []
        self.count, self.within = self.count + 1, []
        self._catch_up(paragraph)
        if self.afresh:
            self.number, self.afresh = self._new_list(paragraph, depth, in_appendix), False
        return f"{self.document_lists.prefix}{style}", [number_reference(self.number, depth)] if self.number else []

    def _within(self, paragraph: Paragraph, first: int, in_appendix: bool) -> int:
        """Return the list of a paragraph that counts within another: a new one where numbers are left out."""
        depth, numbering = paragraph.depth, self.document_lists.numbering
        self.within = [*self.within, *[0] * depth][:depth]
        likely = self.within[-1] + 1
        self.within[-1] = numbering.deeper[depth - 1].own_count(paragraph.number, likely)
        if self.within[-1] == likely:
            return self.number
        if self._apart:
            return self.lists.paragraphs(self.document_lists, self._above(paragraph), depth, self.within[-1])
        like = self.document_lists.appendices if in_appendix else self.document_lists.headings
        return self.lists.restarted(like, first + depth, self.within[-1])

    def _above(self, paragraph: Paragraph) -> str:
        """Return the numbers of the headings that the number of a paragraph begins with."""
        parents = self.document_lists.numbering.paragraphs.parents if self.document_lists.numbering.paragraphs else 0
        pattern = (self.document_lists.numbering.paragraphs, *self.document_lists.numbering.deeper)[paragraph.depth]
        figures = paragraph.number.removeprefix(pattern.prefix if pattern else "").split(".")
        return "".join(f"{figure}." for figure in figures[:parents])

    def _catch_up(self, paragraph: Paragraph) -> None:
        """Ask for a new list where numbers are left out, because Word would count on."""
        pattern = self.document_lists.numbering.paragraphs
        count = pattern.own_count(paragraph.number, self.count) if pattern else self.count
        if count != self.count:
            self.count, self.afresh = count, True

    @property
    def _apart(self) -> bool:
        return not count_with_headings(self.document_lists.numbering)

    def _new_list(self, paragraph: Paragraph, depth: int, in_appendix: bool) -> int:
        """Return a new list; a separate list of paragraphs has the numbers of headings as text."""
        pattern = self.document_lists.numbering.paragraphs
        if pattern is None or not self._apart:
            like = self.document_lists.appendices if in_appendix else self.document_lists.headings
            return self.lists.restarted(like, depth, self.count)
        return self.lists.paragraphs(self.document_lists, self._above(paragraph), 0, self.count)
