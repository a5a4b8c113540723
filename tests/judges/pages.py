"""Where the words of a PDF are on its pages, as poppler finds them, and what is wrong with their places."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from attrs import evolve, frozen
from lxml import etree

from csp_docs.blocks import Document, Note, Part, walk
from csp_docs.theme.theme import Page as Paper
from csp_docs.theme.theme import Theme

SECONDS = 60
TOLERANCE = 1.0
"""Readers round what they draw to fractions of a point."""
INSET = 0.18
"""A box is as high as the font's ascent and descent together; this share above and below is empty as a rule."""
COMMON = 0.1
"""Words overlap when this share of the smaller one is under the other."""
UPRIGHT = 60.0
"""What is higher is turned: a watermark, the name of an axis."""


class Word(NamedTuple):
    """A word and its box, in points from the top left corner of the paper."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def inner(self) -> Word:
        """The box of the letters, without the empty space above and below."""
        inset = (self.bottom - self.top) * INSET
        return self._replace(top=self.top + inset, bottom=self.bottom - inset)


@frozen
class Page:
    """A page and its words."""

    width: float
    height: float
    words: tuple[Word, ...]


@frozen
class Expected:
    """What every page of a document keeps to: its ``paper`` with margins, upright; the words of its head and foot.

    ``notes`` are all notes with their numbers in their order, without spaces.
    """

    paper: Paper
    furniture: frozenset[str]
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, document: Document, theme: Theme) -> Expected:
        """Return what is expected of a numbered document."""
        texts = [text for one in walk.documents(document) for text in _around(one)]
        found = [one for one in walk.every_inline(document.blocks) if isinstance(one, Note) and not one.repeated]
        notes = (squeezed(f"{note.number}{walk.words(note.inlines)}") for note in found)
        words = frozenset(word for text in texts for word in text.split())
        usual = theme.page.usual_top or theme.page.top  # pages with a short head begin there
        return cls(evolve(theme.page, top=usual), words | {f"{word}…" for word in words}, tuple(notes))

    def area(self, page: Page) -> Paper:
        """Return the paper as it lies: turned sideways where the page is wider than high."""
        return self.paper.turned() if page.width > page.height else self.paper


def _around(document: Document) -> Iterator[str]:
    """Yield the texts of the head and the foot of pages of a document, and of parts of it."""
    yield from (*document.foot, document.page_label, document.marking)
    yield from (block.marking for block in walk.every_block(document.blocks) if isinstance(block, Part))
    for first in (True, False):
        yield from (*document.running.head_of(first=first), *(document.running.foot_of(first=first) or ()))


def squeezed(words: str) -> str:
    """Return ``words`` without spaces."""
    return "".join(words.split())


def read(pdf: Path) -> list[Page]:
    """Return the pages of a file."""
    command = ["pdftotext", "-bbox", "-enc", "UTF-8", str(pdf), "-"]
    found = subprocess.run(command, capture_output=True, check=True, timeout=SECONDS).stdout
    tree = etree.fromstring(_CONTROLS.sub(b"", found), etree.XMLParser(resolve_entities=False, load_dtd=False))
    return [_page(page) for page in tree.iter("{*}page")]


_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def _page(page: etree._Element) -> Page:
    words = (
        Word(word.text or "", *(float(word.get(side, "0")) for side in ("xMin", "yMin", "xMax", "yMax")))
        for word in page
    )
    width, height = (float(page.get(side, "0")) for side in ("width", "height"))
    return Page(width, height, tuple(word for word in words if word.bottom - word.top < UPRIGHT))


def faults(pages: list[Page], expected: Expected) -> list[str]:
    """Return a sentence for each thing that is not where it can be read."""
    found = [f"page {number}: {fault}" for number, page in enumerate(pages, 1) for fault in _of_page(page, expected)]
    texts = [_text(page, expected.area(page)) for page in pages]
    lost = [note for note in expected.notes if not any(note[:_BEGINNING] in text for text in texts)]
    return found + [f'the note "{note[:_BEGINNING]}" is nowhere' for note in lost]


def _of_page(page: Page, expected: Expected) -> Iterator[str]:
    area = expected.area(page)
    yield from _overlaps(page)
    yield from _outside(page, area, expected)
    yield from _among_notes(_text(page, area), expected)
    if not any(_in_text(word, page, area) for word in page.words):
        yield "there is nothing to read"


def _overlaps(page: Page) -> Iterator[str]:
    words = sorted((word.inner for word in page.words), key=lambda word: word.top)
    for at, word in enumerate(words):
        for other in words[at + 1 :]:
            if other.top >= word.bottom:
                break
            if _common(word, other) > COMMON * min(_size(word), _size(other)):
                yield f'"{word.text}" and "{other.text}" are over each other at {_place(word)}'


def _common(one: Word, other: Word) -> float:
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(width, 0) * max(height, 0)


def _size(word: Word) -> float:
    return (word.right - word.left) * (word.bottom - word.top)


def _place(word: Word) -> str:
    return f"({word.left:.0f}, {word.top:.0f})"


def _outside(page: Page, area: Paper, expected: Expected) -> Iterator[str]:
    for word in page.words:
        if word.left < area.left - TOLERANCE or word.right > page.width - area.right + TOLERANCE:
            yield f'"{word.text}" is beyond a side of the text at {_place(word)}'
        elif not (_in_text(word, page, area) or _is_furniture(word, page, area, expected)):
            yield f'"{word.text}" is above or below the text at {_place(word)}'


def _in_text(word: Word, page: Page, area: Paper) -> bool:
    inner = word.inner
    return inner.top > area.top - TOLERANCE and inner.bottom < page.height - area.bottom + TOLERANCE


def _is_furniture(word: Word, page: Page, area: Paper, expected: Expected) -> bool:
    """Tell whether a word is in the head or the foot and belongs there; page numbers do."""
    apart = word.bottom < area.top or word.top > page.height - area.bottom
    on_paper = word.top > 0 and word.bottom < page.height
    return apart and on_paper and (word.text in expected.furniture or word.text.isdecimal())


def _among_notes(text: str, expected: Expected) -> Iterator[str]:
    """Yield what is among the notes or below them: from the first that begins on a page, it holds notes alone.

    Of a note that goes on from the page before, the words above that first one are not looked at.
    """
    begun = [place for note in expected.notes if (place := text.rfind(note[:_BEGINNING])) >= 0]
    if begun and text[min(begun) :] not in "".join(expected.notes):
        yield f'something else than notes is below the note "{text[min(begun) :][:_BEGINNING]}"'


_BEGINNING = 20
"""So many letters of a note, with its number, are in no other place."""


def _text(page: Page, area: Paper) -> str:
    """Return what is between the margins without spaces, line by line."""
    lines = list[list[Word]]()
    for word in sorted((word for word in page.words if _in_text(word, page, area)), key=_middle):
        if lines and _middle(word) < lines[-1][0].inner.bottom:  # a raised number belongs to the line next to it
            lines[-1].append(word)
        else:
            lines.append([word])
    return "".join(word.text for line in lines for word in sorted(line, key=lambda word: word.left))


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2
