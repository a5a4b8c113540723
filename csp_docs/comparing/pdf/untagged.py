"""The words of a PDF without tags: page by page, as they were painted, without running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import TypeAlias

from csp_docs.comparing.pdf.annotations import links
from csp_docs.comparing.pdf.content import Contents
from csp_docs.comparing.pdf.file import PdfFile
from csp_docs.comparing.pdf.lines import Line, Sink, marked, without_page_number
from csp_docs.comparing.pdf.outside import add_outside, words_of
from csp_docs.comparing.pdf.painted import UNSEEN
from csp_docs.comparing.reading import Piece, Pieces

_EDGE_LINES = 3
"""How many lines at the top and at the foot of a page may be running heads and feet."""
_SHARE = 0.4
"""On which share of the pages a line is repeated that is one of them."""
_FEWEST = 2
_MOST_NUMBERS = 8
_Shape: TypeAlias = tuple[str, int]
_SMALL = 0.92
"""How much smaller than most letters those of notes are."""


def read_pages(pdf: PdfFile) -> Pieces:
    """Return the words of all pages."""
    contents, found = Contents(pdf, marks=False), Pieces()
    painted = [contents.page(number) for number in range(len(pdf.pages))]
    pages = [[line for line in page.unmarked.lines if line.text.strip()] for page in painted]
    running, usual = _repeated(pages), _usual_size(pages)
    for number, lines in enumerate(pages, 1):
        edges = set(map(id, _edges(lines)))
        own = [line for line in lines if id(line) not in edges or running.isdisjoint(_shapes(line, number))]
        kept = set(map(id, own))
        found.running += (line.text for line in lines if id(line) not in kept)
        notes = _notes(own, usual, len(found.notes) + 1)
        found.notes += (Piece(text, f"page {number}") for text in notes.values())
        for line in own:
            if id(line) not in notes:
                found.text.append(Piece(marked(without_page_number(line.text, needs_leader=True)), f"page {number}"))
    known = {word for lines in pages for line in lines for word in words_of(line.text)}
    for page in painted:
        page.unmarked = Sink()
        found.leave_out(UNSEEN, page.unseen)
    add_outside(found, painted, known)
    for number, leads in links(pdf.pages, ()):
        found.link("", leads, f"page {number}")
    return found


def _usual_size(pages: list[list[Line]]) -> float:
    """Return the size of most letters."""
    sizes = Counter[float]()
    for line in (line for lines in pages for line in lines):
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _notes(lines: list[Line], usual: float, count: int) -> dict[int, str]:
    """Return the footnotes of a page by their lines: small ones at its foot, from one with the next number on.

    The first line of a note has no number then.
    """
    lowest = sorted(lines, key=lambda line: line.height)
    small = set(map(id, takewhile(lambda line: line.size < _SMALL * usual, lowest)))
    found = dict[int, str]()
    for line in lines:
        own = re.match(rf"\s*{count}[.)]?(?=\s|[^\W\d])", line.text)
        if id(line) in small and (own or found):
            found[id(line)] = line.text[own.end() :] if own else line.text
            count += own is not None
    return found


def _edges(lines: list[Line]) -> list[Line]:
    """Return the lines that are highest and lowest on a page."""
    by_height = sorted(lines, key=lambda line: line.height)
    return [*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]]


def _repeated(pages: list[list[Line]]) -> set[_Shape]:
    """Return the shapes of lines that are at the edges of many pages."""
    counts = Counter[_Shape]()
    for number, lines in enumerate(pages, 1):
        counts.update({shape for line in _edges(lines) for shape in _shapes(line, number)})
    least = max(_FEWEST, _SHARE * len(pages))
    return {shape for shape, count in counts.items() if count >= least}


def _shapes(line: Line, page: int) -> set[_Shape]:
    """Return a line with its height, as it is and with each number in it as far as it is from that of the page.

    So a number of a page is the same on all pages, and a figure is not.
    """
    text, height = " ".join(line.text.split()), round(line.height)
    numbers = list(re.finditer(r"\d{1,5}", text))[:_MOST_NUMBERS]
    counted = (f"{text[: one.start()]}#{int(one[0]) - page}{text[one.end() :]}" for one in numbers)
    return {(shape, height) for shape in (text, *counted)}
