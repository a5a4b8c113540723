"""Words that a page paints outside its text: which are running heads and feet, and which say something."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from csp_docs.comparing.pdf.lines import Line
from csp_docs.comparing.pdf.painted import Painted
from csp_docs.comparing.reading import Piece, Pieces

_MARGIN = 0.12
"""The share of the height of a page, at its top and at its foot, in which heads and feet are."""
_NEAR = 2.0
"""How far apart, in sizes of their letters, the lines of a head or a foot are that has several."""
_LARGEST = 0.25
"""The share of the height of a page that a head or foot of several lines may have."""
_SHARE = 0.4
"""On which share of the pages words are that are painted on the text, such as a watermark."""
_FEWEST = 2
_NUMBER = re.compile(r"\d{1,4}|[ivxlc]+", re.IGNORECASE)
_WORD = re.compile(r"\w+")


class _Outside(NamedTuple):
    page: int
    line: Line
    artifact: bool


def add_outside(found: Pieces, pages: Sequence[Painted], known: set[str]) -> None:
    """Add words outside the text of pages that are not running heads and feet, watermarks or repeated header rows.

    ``known`` has the words of the title and of header rows. A head or foot that is on one page only may be a marking
    of that page.
    """
    for number, page in enumerate(pages, 1):
        found.text += (Piece(words, f"page {number}, in an annotation") for words in page.annotations)
    lines = [one for number, page in enumerate(pages, 1) for one in _lines(number, page)]
    counts = Counter(word for _, word in {(one.page, word) for one in lines for word in words_of(one.line.text)})
    often = known | _on(counts, max(_FEWEST, _SHARE * len(pages)))
    heads = known | _on(counts, min(_FEWEST, max(len(pages) - 1, 1)))
    edges = [_edges(page) for page in pages]
    alone: dict[int, list[Line]] = {}
    for one in lines:
        foot, head = edges[one.page - 1]
        at_edge = not foot < one.line.height < head
        usual = (heads if one.artifact or len(pages) > _FEWEST else known) if at_edge else often
        fresh = words_of(one.line.text) - usual
        if any(not (at_edge and _NUMBER.fullmatch(word)) for word in fresh):
            if at_edge and one.artifact:
                alone.setdefault(one.page, []).append(one.line)
            else:
                found.text.append(Piece(one.line.text, f"page {one.page}, outside the text"))
        elif at_edge or not words_of(one.line.text) <= known:
            found.running.append(one.line.text)
    found.alone += (Piece(_down(lines), f"page {page}") for page, lines in alone.items())


def _down(lines: Sequence[Line]) -> str:
    """Return the words of lines, from the top down."""
    return "\n".join(line.text for line in sorted(lines, key=lambda line: -line.height))


def _on(counts: Counter[str], pages: float) -> set[str]:
    """Return the words that are on so many pages."""
    return {word for word, count in counts.items() if count >= pages}


def words_of(text: str) -> set[str]:
    """Return the words of a text, without signs between them."""
    return set(_WORD.findall(text))


def _lines(number: int, page: Painted) -> Iterator[_Outside]:
    for sink, artifact in ((page.unmarked, False), (page.artifacts, True)):
        yield from (_Outside(number, line, artifact) for line in sink.lines if line.text.strip())


def _edges(page: Painted) -> tuple[float, float]:
    """Return how far up the foot of a page reaches, and how far down its head, such as a marking of several lines."""
    lines = sorted((line for line in page.artifacts.lines if line.text.strip()), key=lambda line: line.height)
    foot, head = _MARGIN * page.height, (1 - _MARGIN) * page.height
    near = [both for both in pairwise(lines) if both[1].height - both[0].height <= _NEAR * both[1].size]
    for below, above in near:
        foot = max(foot, above.height) if below.height <= foot else foot
    for below, above in reversed(near):
        head = min(head, below.height) if above.height >= head else head
    return min(foot, _LARGEST * page.height), max(head, (1 - _LARGEST) * page.height)
