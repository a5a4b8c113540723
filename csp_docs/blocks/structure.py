"""What divides a document: sections, appendices, pages, and the pages before the body."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import frozen

from csp_docs.blocks.inline import Inlines
from csp_docs.blocks.node import Node

if TYPE_CHECKING:
    from csp_docs.blocks import Blocks
    from csp_docs.blocks.document import Document


@frozen
class Section(Node):
    """A heading and what stands below it. The depth of nesting is the heading level, so no level can be skipped.

    Without a title it goes on with its parent's text. ``restart`` begins continuous paragraph numbers afresh here.
    """

    title: Inlines
    blocks: Blocks
    id: str = ""
    numbered: bool = True
    number: str = ""
    restart: bool = False


@frozen
class Appendix(Node):
    """An appendix on pages of its own, with numbering of its own. Heading: prefix, label, suffix, title.

    Resolve sets ``label`` ("1", "A"); ``prefix`` ("Appendix ") and ``suffix`` (" – ") are the house style's.
    """

    title: Inlines
    blocks: Blocks
    id: str = ""
    prefix: str = ""
    label: str = ""
    suffix: str = ""

    @property
    def printed_label(self) -> str:
        """The label with the words around it, as it is printed before the title: "Appendix A – "."""
        return f"{self.prefix}{self.label}{self.suffix}"


@frozen
class Embedded(Node):
    """Another document, whole, inside an appendix: the only block there.

    It keeps its own cover, numbering, captions, contents, language, running head, marking and watermark; its headings
    stand one level down, below the appendix's; page numbers and footnotes run on. Its appendix begins on the first of
    its pages: on the cover page when the document begins with a ``Cover``.
    """

    document: Document


class CoverRole(Enum):
    """What a line of a cover page says."""

    BODY = "body"
    """Whose document it is: the partnership, the council."""
    TITLE = "title"
    SUBTITLE = "subtitle"
    STRAPLINE = "strapline"
    """What the document stands for, in a few words."""
    DETAIL = "detail"
    """Period, status, version, date."""
    STATEMENT = "statement"
    """Whole sentences: the vision, a statutory note."""


@frozen
class CoverLine:
    """One line of a cover page, which may be a sentence or two."""

    role: CoverRole
    inlines: Inlines


@frozen
class Cover(Node):
    """The first page, which holds nothing else but the heading of an appendix that the document may be.

    A cover page has no running head and no page label, but it counts. It stands on a tint of its own (an artifact).
    What follows begins on a new page.
    """

    lines: tuple[CoverLine, ...]


class Listing(Enum):
    """What contents list: the headings, or the captions of figures or of tables."""

    HEADINGS = "headings"
    FIGURES = "figures"
    TABLES = "tables"


@frozen
class ContentsEntry:
    """A line of the contents: the heading, figure or table with the id ``target``.

    ``level`` counts from 1, the heading's own level; that of captions is 1. ``number`` is what stands before the title
    ("6.", "Appendix A – ", "Figure 1:"). ``series`` is the word that a caption counts in. ``page`` is set from the
    layout (0: unknown).
    """

    level: int
    number: str
    title: Inlines
    target: str
    page: int = 0
    series: str = ""


@frozen
class Contents(Node):
    """The contents page, or a list of figures or tables: a title, then entries. Resolve sets ``entries``.

    The title is a heading that neither has a number nor is listed. The headings listed, down to ``levels``, are those
    of the document that the contents stand in, and of documents embedded in it, as deep as they stand there. Captions
    are those of the document alone, series by series, each in the order of its numbers.
    """

    title: Inlines
    levels: int = 1
    of: Listing = Listing.HEADINGS
    entries: tuple[ContentsEntry, ...] = ()


@frozen
class Landscape(Node):
    """Blocks on pages turned sideways; what follows begins on a new, upright page."""

    blocks: Blocks


@frozen
class BlankPage(Node):
    """A page with nothing but the words that say so, in its middle; what follows begins on a new page."""

    inlines: Inlines


@frozen
class PageBreak(Node):
    """What follows begins on a new page."""
