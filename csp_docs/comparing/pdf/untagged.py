"""The words of a PDF without tags: page by page, as they were painted, without running heads and feet."""

from __future__ import annotations

import re
from collections import Counter

from csp_docs.comparing.pdf.content import Contents
from csp_docs.comparing.pdf.file import PdfFile
from csp_docs.comparing.pdf.lines import Line, marked
from csp_docs.comparing.reading import Piece, Pieces

_EDGE_LINES = 3
"""How many lines at the top and at the foot of a page may be running heads and feet."""
_SHARE = 0.5
"""On which share of the pages a line is repeated that is one of them."""
_FEWEST = 3
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–]?\s*(?:\d+|[ivxlc]+)\s*[-–]?(?:\s*(?:of|/)\s*\d+)?", re.IGNORECASE)
_LEADER = re.compile(r"\s*[.·…_]{3,}[\s.]*(?:\d+|[ivxlc]+)\s*$", re.IGNORECASE)


def read_pages(pdf: PdfFile) -> Pieces:
    """Return the words of all pages."""
    contents, found = Contents(pdf, marks=False), Pieces()
    pages = [
        [line for line in contents.page(number).unmarked.lines if line.text.strip()] for number in range(len(pdf.pages))
    ]
    running = _repeated(pages)
    for number, lines in enumerate(pages, 1):
        edges = set(map(id, _edges(lines)))
        for line in lines:
            text = line.text.strip()
            if id(line) in edges and (_shape(text) in running or _PAGE_NUMBER.fullmatch(text)):
                continue
            found.text.append(Piece(marked(_LEADER.sub("", line.text)), f"page {number}"))
    return found


def _edges(lines: list[Line]) -> list[Line]:
    """Return the lines that are highest and lowest on a page."""
    by_height = sorted(lines, key=lambda line: line.height)
    return [*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]]


def _repeated(pages: list[list[Line]]) -> set[str]:
    """Return the shapes of lines that are at the edges of many pages."""
    counts = Counter(shape for lines in pages for shape in {_shape(line.text) for line in _edges(lines)})
    least = max(_FEWEST, _SHARE * len(pages))
    return {shape for shape, count in counts.items() if count >= least}


def _shape(text: str) -> str:
    """Return a line with the same sign for all numbers: those of pages differ."""
    return re.sub(r"\d+", "#", "".join(text.split()))
