"""The space between two blocks is the same in the PDF and in the Word file, whatever the blocks are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from csp_docs import load, save
from tests.judges import pages

TOLERANCE = 0.6
"""Word rounds the spaces of styles to twentieths of a point, and readers of PDF what they find."""
COUNCIL = {
    "extends": "default",
    "council": {"name": "Anytown Borough Council"},
    "layouts": {"plan": {"numbering": {"headings": ["1.0"], "paragraphs": "1.1"}}},
}
LINES = "words of several lines " * 8


def blocks(word: str) -> dict[str, Any]:
    """Return a block of each kind, with ``word`` in its first and its last line."""
    frame = {"pending": {"owner": "Press office", "what": word}}
    return {
        "paragraph": f"{word} {LINES} {word}",
        "bullets": {"bullets": [word, "more", word]},
        "nested": {"bullets": [word, ["more", word]]},
        "numbered": {"numbered": [word, word]},
        "lines": {"lines": [word, word]},
        "table": {"table": {"columns": [word, "More"], "rows": [["a", "b"], [word, "d"]]}},
        "table with a caption": {"table": {"caption": word, "columns": ["A", "B"], "rows": [["c", word]]}},
        "table with a total": {"table": {"columns": [word, "More"], "rows": [["a", "b"]], "total": [word, "d"]}},
        "table with a note": {"table": {"columns": [word, "More"], "rows": [["a", "b"]], "notes": [word]}},
        "facts": {"facts": {word: "a", f"More {word}": word}},
        "callout": {"callout": {"title": word, "content": ["more", word]}},
        "callout without a title": {"callout": {"content": [word, {"bullets": ["more", word]}]}},
        "quote": {"quote": {"content": [word]}},
        "quote with its source": {"quote": {"title": word, "content": [word]}},
        "quote with a list": {"quote": {"content": [word, {"bullets": ["more", word]}]}},
        "grid": {"grid": [{"title": word, "content": ["a"]}, {"content": ["b"]}, {"content": ["c", word]}]},
        "frame": {"figure": frame},
        "frame with a source": {"figure": {**frame, "source": word}},
    }


class Pair(NamedTuple):
    """Two kinds of blocks, one below the other, and the number in their words."""

    above: str
    below: str
    number: int


def pairs() -> list[Pair]:
    kinds = list(blocks(""))
    headed = product(("chapter", "section", "subsection"), kinds)
    heading = product(kinds, ("section",))
    found = [*product(kinds, kinds), *headed, *heading]
    return [Pair(above, below, number) for number, (above, below) in enumerate(found)]


def chapter(pair: Pair) -> dict[str, Any]:
    """Return a chapter on a page of its own with the two blocks."""
    first, last = f"Above{pair.number}.", f"Below{pair.number}."
    title = f"Chapter {pair.number}"
    if pair.below == "section":
        return {"title": title, "content": [blocks(first)[pair.above]], "sections": [section(last, "end")]}
    below = blocks(last)[pair.below]
    if pair.above == "chapter":
        return section(first, below)
    if pair.above == "section":
        return {"title": title, "sections": [section(first, below)]}
    if pair.above == "subsection":
        return {"title": title, "sections": [{"title": "Section", "sections": [section(first, below)]}]}
    return {"title": title, "content": [blocks(first)[pair.above], below]}


def section(title: str, *content: Any) -> dict[str, Any]:
    return {"title": title, "content": list(content)}


def plan() -> dict[str, Any]:
    sections = [each for pair in pairs() for each in (section("Page", {"page_break": True}), chapter(pair))]
    return {"kind": "plan", "council": COUNCIL, "title": "Spaces", "contents": False, "sections": sections}


def places(pdf: Path) -> dict[str, list[tuple[int, float]]]:
    """Return the page and the top of each word that marks a block."""
    found: dict[str, list[tuple[int, float]]] = {}
    for number, page in enumerate(pages.read(pdf)):
        for word in page.words:
            if mark := _MARK.search(word.text):
                found.setdefault(mark[0], []).append((number, word.top))
    return found


_MARK = re.compile(r"(Above|Below)\d+\.")


def spaces(pdf: Path) -> Iterator[float | None]:
    """Yield the distance between the last line of each block above and the first of the one below, if on one page."""
    found = places(pdf)
    for pair in pairs():
        above, below = max(found[f"Above{pair.number}."]), min(found[f"Below{pair.number}."])
        yield below[1] - above[1] if below[0] == above[0] else None


def different(here: Path, there: Path) -> Iterator[str]:
    """Yield each pair of blocks with another space between them in one file than in the other."""
    for pair, first, second in zip(pairs(), spaces(here), spaces(there), strict=True):
        if first is None or second is None or abs(first - second) > TOLERANCE:
            yield f"{pair.above} above {pair.below}: {first} in the PDF, {second} in the Word file"


@pytest.mark.needs("pdftotext")
def test_the_space_between_two_blocks_is_the_same_in_both_files(
    tmp_path: Path, soffice_pdf: Callable[[Path], Path]
) -> None:
    source = tmp_path / "spaces.yaml"
    source.write_text(yaml.safe_dump(plan()), encoding="utf-8")
    pdf, docx = save(load(source), tmp_path / "spaces.pdf", tmp_path / "spaces.docx")
    assert list(different(pdf, soffice_pdf(docx))) == []
