"""The document: its blocks, and what applies to all its pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from csp_docs.blocks.counters import UPPER_LETTER, NumberPattern
from csp_docs.records import record

if TYPE_CHECKING:
    from csp_docs.blocks import Blocks
    from csp_docs.blocks.inline import Text


@record
class Numbering:
    """What the house style numbers. ``headings`` has a pattern for each level, or None if the level has no number.

    ``paragraphs`` with a parent ("1.1") counts within the numbered heading of the first level that has numbers;
    ``continuous`` counts through the document. Both start again in every appendix. ``resolve`` sets ``deeper``, the
    patterns of the paragraphs that count within others. ``appendices`` is the pattern of the labels of appendices.
    """

    headings: tuple[NumberPattern | None, ...] = ()
    paragraphs: NumberPattern | None = None
    continuous: bool = False
    appendices: NumberPattern = UPPER_LETTER
    deeper: tuple[NumberPattern, ...] = ()

    @property
    def parents(self) -> slice:
        """The levels of headings whose numbers are in those of paragraphs: from the first one that has a number."""
        first = next((level for level, pattern in enumerate(self.headings) if pattern), 0)
        return slice(first, first + (self.paragraphs.parents if self.paragraphs else 0))


@record
class Withheld:
    """What the public edition has of a document that is not for the public, besides its appendices.

    Inside another document, the whole edition has the words ``said`` after each of its headings and captions.
    """

    title: str
    blocks: Blocks
    marking: str
    said: Text


@record
class Heard:
    """The words for those who hear a document, where others see a sign; an empty one leaves the sign alone.

    ``none`` is heard in place of a dash that is alone in a cell, and ``callout`` before what a callout says. ``note``
    says where the number of a footnote leads: back to the text, to the mark with its ``{number}``.
    """

    none: str = ""
    callout: str = ""
    note: str = "{number}"


@record
class Web:
    """The words that only web pages have, around those of the document.

    ``skip`` leads past what is before the document, ``contents`` and ``notes`` are headings, and ``numbers`` opens the
    numbers of a ``{figure}``: its label, or ``figure`` if it has no caption. In the table of numbers are the heads of
    its columns (``category``, ``area``, ``value``, and the ``lower`` and ``upper`` limits of series), and the sign for
    a value that is ``missing``. ``more`` is shown where a table is wider than the screen.

    The others are on the pages of a site: the links to the page before (``previous``) and after (``next``), together
    called ``pages``, and the names of the page with the ``whole`` document and of the ``index`` of titles. ``search``
    is the name of the page with what was ``found``, and ``find`` its button. Where ``nothing`` was found, where readers
    asked for ``no_words``, and with ``no_script``, it leads to two other pages ``instead``.
    """

    skip: str = "Skip to the document"
    contents: str = "Contents"
    notes: str = "Notes"
    numbers: str = "Numbers in {figure}"
    figure: str = "this figure"
    category: str = "Category"
    area: str = "Area"
    value: str = "Value"
    lower: str = "lower limit"
    upper: str = "upper limit"
    missing: str = "[x]"
    more: str = "Scroll sideways to see more columns"
    previous: str = "Previous:"
    next: str = "Next:"
    pages: str = "Pages"
    whole: str = "All on one page"
    index: str = "A to Z"
    search: str = "Search this document"
    find: str = "Search"
    found: str = "Results for {words}: {count}"
    nothing: str = "Nothing was found for {words}."
    no_words: str = "Write a word or a number to search for."
    no_script: str = "Searching needs JavaScript."
    instead: str = "You can also use {index} or {whole}."


@record
class Workbook:
    """The words that only workbooks have, around those of the document.

    ``cover`` has what the cover sheet says below title and subject, a text for each line. ``marks`` explain the marks
    in place of figures, each as "[x]: what it means"; ``missing`` is the mark in place of a number that is not there,
    and ``none`` that in place of a dash or of nothing. ``note`` has the ``{number}`` of a footnote, ``see`` the name of
    the sheet of ``{notes}``. ``percent`` and ``pounds`` are in place of "%" and "£" alone. The others are the names of
    sheets and columns.
    """

    cover: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    missing: str = "[x]"
    none: str = "[z]"
    one_table: str = "This worksheet contains one table."
    see: str = "Some cells refer to notes, which are on the worksheet {notes}."
    note: str = "note {number}"
    cover_sheet: str = "Cover"
    contents: str = "Contents"
    notes: str = "Notes"
    sheet: str = "Worksheet"
    file: str = "File"
    title: str = "Title"
    mark: str = "Note"
    meaning: str = "Meaning"
    group: str = "Group"
    name: str = "Name"
    category: str = "Category"
    area: str = "Area"
    value: str = "Value"
    lower: str = "lower limit"
    upper: str = "upper limit"
    rank: str = "Rank"
    percent: str = "per cent"
    pounds: str = "pounds"


@record
class Label:
    """A sensitivity label that Word shows: its ``id`` and ``name``, and the id of the tenant that it is from."""

    id: str
    name: str
    site: str = ""


RunningWords: TypeAlias = tuple[str, str, str]
"""What is at the left, in the middle and at the right of the head or the foot of pages; ``{page}`` is their number."""
NO_WORDS: RunningWords = ("", "", "")


@record
class Running:
    """The running head and foot of pages, and those of the first page if they differ.

    Without a ``foot``, there is the usual one: the council and the title, and the label of the page.
    """

    head: RunningWords = NO_WORDS
    foot: RunningWords | None = None
    first_head: RunningWords | None = None
    first_foot: RunningWords | None = None

    @property
    def has_head(self) -> bool:
        """Whether a page has a running head."""
        return any((*self.head, *(self.first_head or NO_WORDS)))

    @property
    def differs(self) -> bool:
        """Whether the first page is different."""
        return self.first_head is not None or self.first_foot is not None

    def head_of(self, *, first: bool) -> RunningWords:
        """Return the head of the first page, or of the others."""
        return self.first_head if first and self.first_head is not None else self.head

    def foot_of(self, *, first: bool) -> RunningWords | None:
        """Return the foot of the first page, or of the others; None for the usual one."""
        return self.first_foot if first and self.first_foot is not None else self.foot


@record
class Document:
    """A complete document, ready to be numbered and written.

    ``language`` is a BCP 47 tag; ``page_label`` holds ``{page}`` and ``{pages}``. ``foot`` is at the left of the foot
    of every page: the first of its texts that fits there. ``marking`` (the word for a draft, an access marking, or
    empty) is at the head of every page. ``watermark`` (the word for a draft, or empty) is large and faint under the
    text. A cover has no foot and no watermark, and its marking is without the word for a draft. A ``publication`` is
    for residents; other documents are papers for a meeting. ``withheld`` is set if the document is not for the public.
    The ``running`` head is above the marking, also on a cover. The Word file has the sensitivity ``label``. Tables and
    figures may go to the top of the next page if the document has ``floats``, and ``wide_tables`` that do not fit go to
    landscape pages.
    """

    title: str
    language: str
    author: str
    subject: str
    blocks: Blocks
    numbering: Numbering
    foot: tuple[str, ...]
    page_label: str
    date: date | None = None
    marking: str = ""
    watermark: str = ""
    publication: bool = False
    withheld: Withheld | None = None
    heard: Heard = Heard()
    floats: bool = False
    wide_tables: bool = False
    web: Web = Web()
    workbook: Workbook = Workbook()
    label: Label | None = None
    running: Running = Running()
