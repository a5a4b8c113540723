"""The list that gives a paragraph its number, and the places where a list starts again."""

from __future__ import annotations

from attrs import define, evolve
from lxml import etree

from csp_docs.blocks import Paragraph, Section
from csp_docs.writers.word.styles.multilevel import count_with_headings
from csp_docs.writers.word.styles.numbering import DocumentLists, Lists
from csp_docs.writers.word.styles.style import number_reference


@define(eq=False, repr=False)
class ParagraphNumbers:
    """The current count of paragraphs. ``number`` is that of the list in use, or 0 for the list of their style.

    ``afresh`` asks for a new list, which continues from ``count``.
    """

    lists: Lists
    document_lists: DocumentLists
    number: int = 0
    count: int = 0
    afresh: bool = False

    def enter(self, section: Section, level: int) -> None:
        """Record a section: its heading may restart the paragraphs in a way that Word's list does not do."""
        pattern = self.document_lists.numbering.paragraphs
        above = bool(pattern and section.number and level <= pattern.parents)
        if section.restart or (above and self._apart):
            self.afresh, self.count = True, 0
        elif above:
            self.number, self.count = 0, 0  # Word restarts the list of the style

    def in_appendix(self) -> ParagraphNumbers:
        """Return the count for an appendix, which starts again."""
        return evolve(self, number=0, count=0, afresh=self._apart)

    def after_appendix(self) -> ParagraphNumbers:
        """Return the count that continues from the one before the appendix."""
        return evolve(self, afresh=self._apart)

    def place(self, paragraph: Paragraph, in_appendix: bool) -> tuple[str, list[etree._Element]]:
        """Return the style of a numbered paragraph, and its list if that is not the style's list."""
        depth = 0 if self._apart else len(self.document_lists.numbering.headings) + in_appendix
        style = "AppendixParagraph" if in_appendix and not self._apart else "NumberedParagraph"
        self.count += 1
        self._catch_up(paragraph)
        if self.afresh:
            self.number, self.afresh = self._new_list(paragraph, depth, in_appendix), False
        return f"{self.document_lists.prefix}{style}", [number_reference(self.number, depth)] if self.number else []

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
        above = paragraph.number.removesuffix(pattern.style.format(self.count) + pattern.suffix)
        return self.lists.paragraphs(self.document_lists, f"{above}%1{pattern.suffix}", pattern, self.count)
