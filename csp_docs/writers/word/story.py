"""The shared state of one rendering: looks, zones, lists, and the ids that are assigned in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from attrs import define, evolve, field
from lxml import etree

from csp_docs.blocks import (
    Appendix,
    Block,
    Blocks,
    Caption,
    Document,
    Figure,
    Numbering,
    Paragraph,
    Reference,
    Section,
    Table,
    walk,
)
from csp_docs.records import record
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.comments import Comments
from csp_docs.writers.word.file.elements import w
from csp_docs.writers.word.file.package import Links, Media
from csp_docs.writers.word.styles.listed import Listed, listed
from csp_docs.writers.word.styles.numbering import DocumentLists, Lists
from csp_docs.writers.word.styles.paragraphs import ParagraphNumbers
from csp_docs.writers.word.styles.zones import Zones


@record
class Target:
    """A target of references: its bookmark, the text inside it, and the number that Word's list gives it."""

    bookmark: str
    text: str
    number: str = ""


@define(eq=False, repr=False)
class Story:
    """The state of one rendering. ``links`` has the links of the body, ``note_links`` the links inside footnotes.

    ``document`` is the current one. ``styles`` is the numbering of the outermost document, which the styles are made
    for. ``range`` is the bookmark around an embedded document with contents, which list the headings in this range.
    ``captions`` has the current counts of Word.
    """

    document: Document
    theme: Theme
    zones: Zones
    lists: Lists
    document_lists: DocumentLists
    numbers: ParagraphNumbers
    targets: dict[str, Target]
    listed: dict[str, Listed]
    styles: Numbering
    range: str = ""
    captions: dict[str, int] = field(factory=dict)
    links: Links = field(factory=Links)
    note_links: Links = field(factory=Links)
    notes: list[etree._Element] = field(factory=list)
    media: Media = field(factory=Media)
    comments: Comments = field(factory=Comments)
    appendices: int = 0
    _ids: Iterator[int] = field(factory=lambda: count(1))

    @classmethod
    def of(cls, document: Document, theme: Theme) -> Story:
        """Return the story of ``document``, with nothing written yet."""
        numbering, lists = document.numbering, Lists(theme)
        zones = Zones.of(numbering, theme, numbering)
        document_lists = lists.lists_of(document, zones.section.indent, 0)
        lists.tie(zones)
        numbers = ParagraphNumbers(lists, document_lists)
        leads = targets(document.blocks), listed(document, theme)
        return cls(document, theme, zones, lists, document_lists, numbers, *leads, numbering)

    def inside(self, document: Document) -> Story:
        """Return the story of a document that is embedded in this one; counts that are not its own continue."""
        zones = Zones.of(document.numbering, self.theme, self.styles)
        document_lists = self.lists.lists_of(document, zones.section.indent, self.shift + 1)
        return evolve(
            self,
            document=document,
            zones=zones,
            document_lists=document_lists,
            numbers=ParagraphNumbers(self.lists, document_lists),
            range=f"_Contents{self.number():08}",
            appendices=0,
        )

    @property
    def shift(self) -> int:
        """The number of documents around the current one: its headings are this number of levels lower."""
        return self.document_lists.shift

    def number(self) -> int:
        """Return a number that no other bookmark or content control of the text has."""
        return next(self._ids)

    def bookmark(self, name: str, content: list[etree._Element]) -> list[etree._Element]:
        """Return ``content`` between the ends of a bookmark."""
        number = self.number()
        return [w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number)]

    def marked(self, target: str, content: list[etree._Element]) -> list[etree._Element]:
        """Return ``content``, inside bookmarks if references or contents lead to ``target``."""
        if target in self.targets:
            content = self.bookmark(self.targets[target].bookmark, content)
        if target in self.listed:
            content = self.bookmark(self.listed[target].bookmark, content)
        return content


def targets(blocks: Blocks) -> dict[str, Target]:
    """Return the targets of references, by id. Word hides bookmarks with names that begin with "_"."""
    found: dict[str, Target] = {}
    wanted = {inline.target for inline in walk.every_inline(blocks) if isinstance(inline, Reference)}

    def on_blocks(below: Blocks) -> Blocks:
        for block in below:
            if (printed := _printed(block)) and printed[0] in wanted:
                found[printed[0]] = Target(f"_Ref{len(found) + 1:08}", *printed[1:])
            walk.rebuilt(block, on_blocks, lambda inlines: inlines)
        return below

    on_blocks(blocks)
    return found


def _printed(block: Block) -> tuple[str, str, str] | None:
    """Return the id of ``block``, the text in its bookmark and its number in a list."""
    match block:
        case Section():
            return block.id, walk.words(block.title), block.number
        case Paragraph():
            return block.id, walk.words(block.inlines), block.number
        case Appendix():
            return block.id, walk.words(block.title), block.printed_label.strip()
        case Table(caption=Caption() as caption) | Figure(caption=Caption() as caption):
            return block.id, caption.label, ""
    return None
