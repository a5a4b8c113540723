"""The document: its blocks, and what is true of all its pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from csp_docs.blocks.counters import UPPER_LETTER, NumberPattern

if TYPE_CHECKING:
    from csp_docs.blocks import Blocks


@frozen
class Numbering:
    """What the house style numbers. Headings: a pattern for each level, None where a level has no number.

    ``paragraphs`` with a parent ("1.1") counts within the numbered heading of level 1; ``continuous`` counts through
    the document. Every appendix starts both afresh. ``appendices`` is how an appendix's label counts.
    """

    headings: tuple[NumberPattern | None, ...] = ()
    paragraphs: NumberPattern | None = None
    continuous: bool = False
    appendices: NumberPattern = UPPER_LETTER


@frozen
class Document:
    """A whole document, ready to be numbered and written.

    ``language`` is a BCP 47 tag; ``page_label`` holds ``{page}`` and ``{pages}``; ``running_head`` stands at the top of
    every page but the first and the cover; ``marking`` (a draft's word, an access marking, or empty) on every page;
    ``watermark`` (the draft's word, or empty) stands large and faint behind the text of every page. A
    ``publication`` is read by residents, other documents are papers for a meeting.
    """

    title: str
    language: str
    author: str
    subject: str
    blocks: Blocks
    numbering: Numbering
    running_head: str
    page_label: str
    date: date | None = None
    marking: str = ""
    watermark: str = ""
    publication: bool = False
