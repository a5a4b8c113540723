"""Words that a page paints outside its text: which are running heads and feet, and which say something."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from csp_docs.comparing.pdf.lines import Line
from csp_docs.comparing.pdf.painted import Painted
from csp_docs.comparing.reading import Piece, Pieces

_MARGIN = 0.12
"""The share of the height of a page, at its top and at its foot, in which heads and feet are."""
_MARKED_MARGIN = 0.25
"""The same for what says that it is a head or a foot: a marking may have many lines."""
_SHARE = 0.4
"""On which share of the pages words are that are painted on the text, such as a watermark."""
_FEWEST = 2
_NUMBER = re.compile(r"\d{1,4}|[ivxlc]+", re.IGNORECASE)
_WORD = re.compile(r"\w+")


class _Outside(NamedTuple):
    page: int
    line: Line
    artifact: bool
    margin: float = _MARGIN


def add_outside(found: Pieces, pages: Sequence[Painted], known: set[str]) -> None:
    """Add words outside the text of pages that are not running heads and feet, watermarks or repeated header rows.

    ``known`` has the words of the title and of header rows. A head or foot that is on one page only may be a marking
    of that page: it is named.
    """
    for number, page in enumerate(pages, 1):
        found.text += (Piece(words, f"page {number}, in an annotation") for words in page.annotations)
    lines = [one for number, page in enumerate(pages, 1) for one in _lines(number, page)]
    counts = Counter(word for _, word in {(one.page, word) for one in lines for word in words_of(one.line.text)})
    often = known | _on(counts, max(_FEWEST, _SHARE * len(pages)))
    heads = known | _on(counts, min(_FEWEST, max(len(pages) - 1, 1)))
    for one in lines:
        at_edge = _is_at_edge(one, pages[one.page - 1].height)
        usual = (heads if one.artifact or len(pages) > _FEWEST else known) if at_edge else often
        fresh = words_of(one.line.text) - usual
        if any(not (at_edge and _NUMBER.fullmatch(word)) for word in fresh):
            if at_edge and one.artifact:
                found.but_for.append(f'the head or foot "{one.line.text.strip()}" of page {one.page} only')
            else:
                found.text.append(Piece(one.line.text, f"page {one.page}, outside the text"))
        elif at_edge or not words_of(one.line.text) <= known:
            found.running.append(one.line.text)


def _on(counts: Counter[str], pages: float) -> set[str]:
    """Return the words that are on so many pages."""
    return {word for word, count in counts.items() if count >= pages}


def words_of(text: str) -> set[str]:
    """Return the words of a text, without signs between them."""
    return set(_WORD.findall(text))


def _lines(number: int, page: Painted) -> Iterator[_Outside]:
    sinks = (page.unmarked, False, _MARGIN), (page.artifacts, True, _MARGIN), (page.running, True, _MARKED_MARGIN)
    for sink, artifact, margin in sinks:
        yield from (_Outside(number, line, artifact, margin) for line in sink.lines if line.text.strip())


def _is_at_edge(one: _Outside, height: float) -> bool:
    return not one.margin * height < one.line.height < (1 - one.margin) * height
