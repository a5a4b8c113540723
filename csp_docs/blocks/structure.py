"""The parts of a document: sections, appendices, pages, and the pages before the body."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from csp_docs.blocks.inline import Inlines
from csp_docs.blocks.node import Node
from csp_docs.records import record

if TYPE_CHECKING:
    from csp_docs.blocks import Blocks
    from csp_docs.blocks.document import Document
    from csp_docs.blocks.figures import Figure, Logo


@record
class Section(Node):
    """A heading and the content below it. The depth of nesting is the heading level, so no level can be skipped.

    A section without a title continues its parent's text. ``restart`` restarts continuous paragraph numbers here.
    ``together`` asks for one page; ``resolve`` takes it back if the section is long. One ``at_margin`` is not
    next to the column of numbers that its document may have. ``resolve`` sets ``over`` if only deeper headings have
    numbers: its own is at the margin, where they begin. The heading of one ``like_appendix`` looks like that of an
    appendix: it follows the appendices, and is not a part of the last one.
    """

    title: Inlines
    blocks: Blocks
    id: str = ""
    numbered: bool = True
    number: str = ""
    restart: bool = False
    together: bool = False
    at_margin: bool = False
    over: bool = False
    like_appendix: bool = False


@record
class Appendix(Node):
    """An appendix with its own numbering. Its heading has a prefix, a label, a suffix and a title.

    ``resolve`` sets ``label`` ("1", "A"); ``prefix`` ("Appendix ") and ``suffix`` (" – ") come from the house style.
    An appendix begins a new page, unless it is ``together``: then one page holds it, and it follows what is above it.
    The house style asks for that, and ``resolve`` takes it back if the appendix is long or has pages of its own.
    """

    title: Inlines
    blocks: Blocks
    id: str = ""
    prefix: str = ""
    label: str = ""
    suffix: str = ""
    together: bool = False

    @property
    def printed_label(self) -> str:
        """The label with the words around it, as it is printed before the title: "Appendix A – "."""
        return f"{self.prefix}{self.label}{self.suffix}"


@record
class Embedded(Node):
    """A complete document inside an appendix, where it is the only block.

    It keeps its own cover, numbering, captions, contents, language, foot, marking and watermark; its headings
    are one level lower, below the appendix's; page numbers and footnotes continue. The heading of its appendix is on
    its first page: on the cover page when the document begins with a ``Cover``.
    """

    document: Document


class CoverRole(Enum):
    """What a line of a cover page says."""

    BODY = "body"
    """Whose document it is: the partnership, or the council."""
    TITLE = "title"
    SUBTITLE = "subtitle"
    STRAPLINE = "strapline"
    """The aim of the document, in a few words."""
    DETAIL = "detail"
    """Period, status, version, date, the council of a partnership."""
    STATEMENT = "statement"
    """Sentences: the vision, a statutory note."""


@record
class CoverLine:
    """One line of a cover page; it may be a sentence or two."""

    role: CoverRole
    inlines: Inlines


class CoverGround(Enum):
    """What is under the text of a cover: a tint with a bar, the accent colour, or that below a picture."""

    BAND = "band"
    COLOUR = "colour"
    PICTURE = "picture"


@record
class Cover(Node):
    """The first page. It holds nothing else, except the heading if the document is an appendix.

    A cover page has no foot, but it counts as a page. It has a background of its own (an artifact). The next block
    begins on a new page. A ``picture`` reaches from edge to edge at the top of the paper; it is read last.
    A ``logo`` is above the lines.
    """

    lines: tuple[CoverLine, ...]
    ground: CoverGround = CoverGround.BAND
    picture: Figure | None = None
    logo: Logo | None = None

    @property
    def details(self) -> tuple[CoverLine, ...]:
        """The lines of the block at the foot, which follow each other; it is read where the council names it."""
        return tuple(line for line in self.lines if line.role is CoverRole.DETAIL)


class Listing(Enum):
    """What a list of contents contains: the headings, or the captions of figures or of tables."""

    HEADINGS = "headings"
    FIGURES = "figures"
    TABLES = "tables"


@record
class ContentsEntry:
    """A line of the contents: the heading, figure or table with the id ``target``.

    ``level`` counts from 1, the heading's own level; that of captions is 1. ``number`` comes before the title ("6.",
    "Appendix A – ", "Figure 1:"). ``series`` is the word of a caption ("Figure"). ``page`` is set from the layout (0:
    unknown).
    """

    level: int
    number: str
    title: Inlines
    target: str
    page: int = 0
    series: str = ""


@record
class Contents(Node):
    """The contents page, or a list of figures or tables: a title, then entries. ``resolve`` sets ``entries``.

    The title is a heading without a number, and it is not listed. Headings are listed down to ``levels``: those of the
    document that contains the contents, and those of documents embedded in it, at the level that they have there.
    Captions are those of the document alone, one series after another, each in the order of its numbers.

    A public edition has no list of which all entries are left out; ``notice`` is in its place where nothing else is
    left below the heading around it.
    """

    title: Inlines
    levels: int = 1
    of: Listing = Listing.HEADINGS
    entries: tuple[ContentsEntry, ...] = ()
    notice: Blocks = ()

    @property
    def below(self) -> int:
        """How many levels smaller its title looks: lists of captions come below the contents."""
        return int(self.of is not Listing.HEADINGS)


@record
class Landscape(Node):
    """Blocks on landscape pages; the next block begins on a new portrait page."""

    blocks: Blocks


@record
class Part(Node):
    """Blocks with their own access and pages: ``marking`` is on each of them, instead of the document's.

    In the public edition, ``notice`` is in the place of a part that is not for the public. It is None for a part that
    is open in a document that is not. Its pages are its own, unless those around it have the same marking.
    """

    blocks: Blocks
    marking: str
    notice: Blocks | None


@record
class BlankPage(Node):
    """A page left blank except for words in its middle that say so; the next block begins on a new page."""

    inlines: Inlines


@record
class PageBreak(Node):
    """A page break: the next block begins on a new page.

    ``resolve`` takes one out ``if_needed`` is set and one page holds all that is on the pages above and below it.
    """

    if_needed: bool = False
