"""The shared state of one rendering: looks, zones, lists, and the ids that are assigned in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from itertools import count
from typing import NamedTuple

from csp_docs.blocks import (
    Align,
    Appendix,
    Block,
    Caption,
    Document,
    Figure,
    Inline,
    Paragraph,
    Reference,
    Section,
    Table,
    walk,
)
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.comments import Comments
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import justified
from csp_docs.writers.word.file.package import Links, Media
from csp_docs.writers.word.styles.listed import listed
from csp_docs.writers.word.styles.numbering import Lists, style_prefix
from csp_docs.writers.word.styles.paragraphs import ParagraphNumbers
from csp_docs.writers.word.styles.zones import Zones


class Target(NamedTuple):
    """A target of references: its bookmark, the text inside it, and the number that Word's list gives it.

    The bookmark of a caption is around its number alone: references print the word for it themselves, in lower case
    where the author asks for that, which not every program does in a field.
    """

    bookmark: str
    text: str
    number: str = ""


class Story:
    """The state of one rendering. ``links`` has the links of the body, ``note_links`` the links inside footnotes.

    ``document`` is the current one. ``styles`` is the numbering of the outermost document, which the styles are made
    for. ``range`` is the bookmark around an embedded document with contents, which list the headings in this range.
    ``captions`` has the current counts of Word. ``contents`` has the width of numbers at each level of contents, and
    ``heads`` how the first line in each style at the head of a report is aligned.
    """

    def __init__(self, document: Document, theme: Theme) -> None:
        self.document, self.theme, self.styles, self.range = document, theme, document.numbering, ""
        blocks = walk.every_block(document.blocks)
        self.targets = targets(blocks, walk.every_inline(document.blocks))
        self.lists = Lists(theme, referred=any(target.number for target in self.targets.values()))
        self.zones = Zones.of(document.numbering, theme, document.numbering, "")
        self.document_lists = self.lists.lists_of(document, self.zones.section.indent, 0)
        self.lists.tie(self.zones)
        self.numbers, self.appendices = ParagraphNumbers(self.lists, self.document_lists), 0
        self.listed = listed(document, blocks, theme)
        self.has_small_tables = any(isinstance(block, Table) and block.small for block in blocks)
        self.captions: dict[str, int] = {}
        self.contents: dict[int, float] = {}
        self.heads: dict[str, Align] = {}
        self.links, self.note_links, self.media, self.comments = Links(), Links(), Media(), Comments()
        self.notes: list[Xml] = []
        self._ids = count(1)

    def inside(self, document: Document) -> Story:
        """Return the story of a document that is embedded in this one; counts that are not its own continue."""
        story = copy(self)
        story.document, prefix = document, style_prefix(len(self.lists.of_documents))
        story.zones = Zones.of(document.numbering, self.theme, self.styles, prefix)
        story.document_lists = self.lists.lists_of(document, story.zones.section.indent, self.shift + 1)
        story.numbers, story.appendices = ParagraphNumbers(self.lists, story.document_lists), 0
        story.range = f"_Contents{self.number():08}"
        return story

    @property
    def shift(self) -> int:
        """The number of documents around the current one: its headings are this number of levels lower."""
        return self.document_lists.shift

    def aligned(self, style: str, align: Align) -> list[Xml]:
        """Return the property of a line at the head of a report that is not aligned as others in its ``style``."""
        return [] if self.heads.setdefault(style, align) is align else [justified(align)]

    def number(self) -> int:
        """Return a number that no other bookmark or content control of the text has."""
        return next(self._ids)

    def bookmark(self, name: str, content: list[Xml]) -> list[Xml]:
        """Return ``content`` between the ends of a bookmark."""
        number = self.number()
        return [w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number)]

    def marked(self, target: str, content: list[Xml]) -> list[Xml]:
        """Return ``content``, inside bookmarks if references or contents lead to ``target``."""
        return self.found_by_contents(target, self.found_by_references(target, content))

    def found_by_references(self, target: str, content: list[Xml]) -> list[Xml]:
        """Return ``content``, inside a bookmark if references lead to ``target``."""
        return self.bookmark(self.targets[target].bookmark, content) if target in self.targets else content

    def found_by_contents(self, target: str, content: list[Xml]) -> list[Xml]:
        """Return ``content``, inside a bookmark if contents lead to ``target``."""
        return self.bookmark(self.listed[target].bookmark, content) if target in self.listed else content


def targets(blocks: Iterable[Block], inlines: Iterable[Inline]) -> dict[str, Target]:
    """Return the targets of references, by id. Word hides bookmarks with names that begin with "_"."""
    found: dict[str, Target] = {}
    wanted = {inline.target for inline in inlines if isinstance(inline, Reference)}
    for block in blocks if wanted else ():
        if (printed := _printed(block)) and printed[0] in wanted:
            found[printed[0]] = Target(f"_Ref{len(found) + 1:08}", *printed[1:])
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
            return block.id, str(caption.number), ""
    return None
