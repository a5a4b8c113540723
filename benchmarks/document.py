"""The neutral document, 1, 10 or 100 times as long: python -m benchmarks.document SIZE FILE.json [FIRST_PLACE].

At size 1 it has about 20 pages: a cover table, contents, 15 chapters with sections, paragraphs, lists, a table and a
chart. Larger documents repeat that for other places, with other figures. The same numbers give the same document.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from random import Random

from benchmarks import sentences as said
from benchmarks.blocks import Block, Chart, Document, Heading, Run, Table

MARKED = re.compile(r"(\*\*.+?\*\*|\*.+?\*)")
TITLE = "{place} Community Safety Partnership: Three Year Plan 2026 to 2029"


def document(size: int, first: int = 0) -> Document:
    """Return the document of ``size``, which begins with the place of the number ``first``."""
    words = Words(first)
    title = words.filled(TITLE)
    blocks: list[Block] = [
        {"kind": "title", "text": title},
        {"kind": "cover", "rows": [[label, words.filled(text)] for label, text in said.COVER]},
        {"kind": "page_break"},
        {"kind": "contents", "title": "Contents"},
        {"kind": "page_break"},
    ]
    for number in range(first, first + size):
        blocks += chapters(Words(number))
    return {"title": title, "author": words.filled("{place} District Council"), "language": "en-GB", "blocks": blocks}


class Words:
    """The words for one place: sentences and items in turn, with figures that differ from place to place."""

    def __init__(self, number: int) -> None:
        self.place = said.PLACES[number % len(said.PLACES)]
        self.chance = Random(number)  # noqa: S311 (these are figures, not secrets)
        self._sentences, self._items = cycle(said.SENTENCES), cycle(said.ITEMS)

    def filled(self, text: str) -> str:
        """Return a text with its place and figures."""
        small, share = self.chance.randint(3, 40), self.chance.randint(11, 890) / 10
        return text.format(place=self.place, small=small, large=f"{self.chance.randint(90, 9400):,}", share=share)

    def paragraph(self, length: int) -> Block:
        """Return a paragraph of ``length`` sentences."""
        return {"kind": "paragraph", "runs": runs(" ".join(self.filled(next(self._sentences)) for _ in range(length)))}

    def items(self, length: int) -> list[list[Run]]:
        """Return the items of a list."""
        return [runs(self.filled(next(self._items))) for _ in range(length)]


def runs(text: str) -> list[Run]:
    """Return the runs of a text with ``**strong**`` and ``*emphasised*`` words."""
    return [
        (part.strip("*"), part.startswith("**"), part.startswith("*") and not part.startswith("**"))
        for part in MARKED.split(text)
        if part
    ]


def chapters(words: Words) -> Iterator[Block]:
    """Yield the chapters for one place."""
    for number, (title, sections) in enumerate(said.CHAPTERS):
        yield heading(1, words.filled(title))
        yield words.paragraph(2)
        yield words.paragraph(1 + number % 3)
        for section in sections:
            yield heading(2, section)
            yield from section_of(words, section)


def section_of(words: Words, title: str) -> Iterator[Block]:
    """Yield the blocks below the heading of a section."""
    yield words.paragraph(1 + len(title) % 3)
    yield {"kind": "bullets", "items": words.items(3)}
    if title in said.WITH_STEPS:
        start = 6 if title == said.WITH_STEPS[1] else 1
        yield {"kind": "numbered", "start": start, "items": words.items(5)}
    if title == said.WITH_FIGURES:
        yield table(words)
        yield chart(words)


def heading(level: int, text: str) -> Heading:
    """Return a heading."""
    return {"kind": "heading", "level": level, "text": text}


def table(words: Words) -> Table:
    """Return the table of measures, with made-up figures."""
    return {
        "kind": "table",
        "caption": "Measures against their targets, 2025/26",
        "widths": [40, 15, 15, 15, 15],
        "header": said.HEADER,
        "rows": [row(indicator, words.chance) for indicator in said.INDICATORS],
    }


def row(indicator: str, chance: Random) -> list[str]:
    """Return a row with the figures of two years, the target, and whether it was met."""
    before = chance.randint(80, 2600)
    target, now = round(before * 0.95), round(before * chance.uniform(0.8, 1.08))
    status = "On target" if now <= target else "Close to target" if now <= before else "Off target"
    return [indicator, f"{before:,}", f"{target:,}", f"{now:,}", status]


def chart(words: Words) -> Chart:
    """Return the chart of offences, with made-up figures."""
    return {
        "kind": "chart",
        "title": "Recorded offences by priority, 2025/26",
        "series": "Offences",
        "categories": said.CATEGORIES,
        "values": [words.chance.randint(150, 2600) for _ in said.CATEGORIES],
        "alt": "Column chart of the recorded offences for six priorities in 2025/26.",
    }


def main(size: str, file: str, first: str = "0") -> None:
    """Write the document as JSON."""
    content = json.dumps(document(int(size), int(first)), ensure_ascii=False)
    Path(file).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
