"""What all rooms of one rendering share: looks, zones, lists, and the ids that are given out in reading order."""

from __future__ import annotations

from attrs import define, field, frozen
from lxml import etree

from csp_docs import walk
from csp_docs.blocks import Appendix, Block, Blocks, Caption, Document, Figure, Section, Table
from csp_docs.render.word.comments import Comments
from csp_docs.render.word.elements import w
from csp_docs.render.word.numbering import Lists
from csp_docs.render.word.package import Links, Media
from csp_docs.render.word.paragraphs import ParagraphNumbers
from csp_docs.render.word.zones import Zones
from csp_docs.theme import Theme


@frozen
class Target:
    """What references lead to: its bookmark, the text inside it, and the number that Word's list gives it."""

    bookmark: str
    text: str
    number: str = ""


@define(eq=False)
class Story:
    """The state of one rendering. ``links`` are those of the body, ``note_links`` those inside footnotes."""

    document: Document
    theme: Theme
    zones: Zones
    lists: Lists
    numbers: ParagraphNumbers
    targets: dict[str, Target]
    links: Links = field(factory=Links)
    note_links: Links = field(factory=Links)
    notes: list[etree._Element] = field(factory=list)
    media: Media = field(factory=Media)
    comments: Comments = field(factory=Comments)
    appendices: int = 0
    _bookmarks: int = 0

    @classmethod
    def of(cls, document: Document, theme: Theme) -> Story:
        """Return the story of ``document``, with nothing written yet."""
        zones = Zones.of(document.numbering, theme)
        lists = Lists.of(document, theme, zones)
        numbers = ParagraphNumbers(document.numbering, lists, zones.section.indent)
        return cls(document, theme, zones, lists, numbers, targets(document.blocks))

    def bookmark(self, name: str, content: list[etree._Element]) -> list[etree._Element]:
        """Return ``content`` between the ends of a bookmark."""
        self._bookmarks += 1
        start = w("bookmarkStart", id=self._bookmarks, name=name)
        return [start, *content, w("bookmarkEnd", id=self._bookmarks)]

    def marked(self, target: str, content: list[etree._Element]) -> list[etree._Element]:
        """Return ``content``, inside its bookmark when references may lead to ``target``."""
        return self.bookmark(self.targets[target].bookmark, content) if target else content


def targets(blocks: Blocks) -> dict[str, Target]:
    """Return what references may lead to, by id. Names of bookmarks that begin with "_" are hidden in Word."""
    found: dict[str, Target] = {}

    def on_blocks(below: Blocks) -> Blocks:
        for block in below:
            if (printed := _printed(block)) and printed[0]:
                found[printed[0]] = Target(f"_Ref{len(found) + 1:08}", *printed[1:])
            walk.rebuilt(block, on_blocks, lambda inlines: inlines)
        return below

    on_blocks(blocks)
    return found


def caption_label(caption: Caption) -> str:
    """Return the words of a caption that count ("Table 1"); no line ends between them."""
    return f"{caption.word}\u00a0{caption.number}"


def _printed(block: Block) -> tuple[str, str, str] | None:
    """Return the id of ``block``, the text in its bookmark and its number in a list."""
    match block:
        case Section():
            return block.id, walk.words(block.title), block.number
        case Appendix():
            return block.id, walk.words(block.title), f"{block.prefix}{block.label}{block.suffix}".strip()
        case Table(caption=Caption() as caption) | Figure(caption=Caption() as caption):
            return block.id, caption_label(caption), ""
    return None
