"""Say where a heading has one page in the PDF and another in the Word file, as LibreOffice prints it.

``python -m tests.same_pages SEED COUNT`` makes as many random plans, the first of them with that seed;
``python -m tests.same_pages FILE…`` takes YAML files. Exit 1: the documents named differ; their files are kept.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

import pikepdf
import yaml
from attrs import frozen
from lxml import etree

from csp_docs import load, save
from tests import tagtree
from tests.docx_file import NAMESPACES, W, WordFile, text
from tests.judges import pages, soffice
from tests.random_plans import Author

AT_ONCE = 40
"""How many files LibreOffice prints at one start."""


class Place(NamedTuple):
    """A heading and its page, from 1."""

    title: str
    page: int


class Moved(NamedTuple):
    """A heading, its page in the PDF, and its page in the Word file."""

    title: str
    pdf: int
    word: int


@frozen
class Built:
    """A document's files, and the PDF that LibreOffice makes of its Word file."""

    pdf: Path
    docx: Path
    printed: Path


def main(arguments: list[str]) -> int:
    """Compare the documents named and list those that differ."""
    folder = Path(mkdtemp(prefix="same-pages-"))
    sources = list(map(Path, arguments))
    if arguments[0].isdecimal():
        seed, count = map(int, arguments)
        sources = random_plans(range(seed, seed + count), folder)
    different = 0
    for at in range(0, len(sources), AT_ONCE):
        for document in built(sources[at : at + AT_ONCE], folder):
            found = moved(document)
            different += bool(found)
            print("".join(_report(document, found)), end="", flush=True)
    print(f"{different} of {len(sources)} documents differ.")
    return 1 if different else 0


def _report(document: Built, found: list[Moved]) -> Iterator[str]:
    if found:
        yield f"{document.docx.stem}: {document.pdf} {document.printed}\n"
    for title, pdf, word in found:
        yield f"  {title[:60]}: page {pdf} of the PDF, page {word} of the Word file\n"


def random_plans(seeds: Sequence[int], folder: Path) -> list[Path]:
    """Return files of random plans in ``folder``, named by their seeds."""
    files = [folder / f"{seed}.yaml" for seed in seeds]
    for seed, file in zip(seeds, files, strict=True):
        written = yaml.safe_dump(Author(seed).plan(), allow_unicode=True, sort_keys=False, width=110)
        file.write_text(written, encoding="utf-8")
    return files


def built(sources: Sequence[Path], folder: Path) -> list[Built]:
    """Return the files of documents, in ``folder``; LibreOffice is started once for all of them."""
    pairs = [save(load(source), folder / f"{source.stem}.pdf", folder / f"{source.stem}.docx") for source in sources]
    (folder / "printed").mkdir(exist_ok=True)
    printed = soffice.to_pdfs([docx for _, docx in pairs], folder / "printed", folder / "profile")
    return [Built(pdf, docx, there) for (pdf, docx), there in zip(pairs, printed, strict=True)]


def moved(document: Built) -> list[Moved]:
    """Return the headings whose page differs, but for those of pages that LibreOffice cannot divide as Word does.

    The title of the contents is a heading in the PDF only.
    """
    there, here = headings(document.printed), iter(headings(document.pdf))
    found = list[Moved]()
    for title, page in there:
        own = next((place for place in here if place.title == title), None)
        assert own, f'the PDF lacks the heading "{title}"'
        found.append(Moved(title, own.page, page))
    different = [one for one in found if one.pdf != one.word]
    apart = set(_pages_apart(document)) if different else set()
    return [one for one in different if one.pdf not in apart]


def headings(pdf: Path) -> list[Place]:
    """Return the headings that a PDF lists as bookmarks, without spaces, with their pages."""
    with pikepdf.open(pdf) as file, file.open_outline() as outline:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
        return [Place(_squeezed(item.title), pages[_target(item).objgen]) for item in _all(outline.root)]


def _target(item: pikepdf.OutlineItem) -> pikepdf.Object:
    """Return the page that a bookmark leads to."""
    assert isinstance(item.destination, pikepdf.Array)
    return item.destination[0]


def _all(items: Sequence[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from _all(item.children)


def _squeezed(words: str) -> str:
    return "".join(words.split()).replace("\u2011", "-")  # LibreOffice keeps the no-break hyphens of titles


def _pages_apart(document: Built) -> Iterator[int]:
    """Yield the pages from one that LibreOffice cannot divide as Word does to the next that begins alike in both."""
    here, there = (pages.read(pdf) for pdf in (document.pdf, document.printed))
    begun, begun_there = list(map(_beginning, here)), list(map(_beginning, there))
    for page in (*_divided_tables(document), *_divided_where_kept(document), *_ended_where_kept(document, there)):
        later = range(page + 1, len(here) + 1)
        alike = (at for at in later if begun[at - 1 : at] == begun_there[at - 1 : at])
        yield from range(page, next(alike, len(here) + 1))


def _divided_tables(document: Built) -> Iterator[int]:
    """Yield the pages where the PDF divides a row, or a table with notes in it: all pages of such a table but the last.

    LibreOffice has no control of widows in tables, and moves the notes of a table to other pages than their marks; Word
    has the one and does not do the other.
    """
    root = tagtree.read(document.pdf.read_bytes()).root
    divided = (row for row in root.all("TR") if len(row.pages) > 1)
    noted = (table for table in root.all("Table") if len(table.pages) > 1 and list(table.all("Note")))
    for tag in (*divided, *noted):
        yield from (page + 1 for page in sorted(tag.pages)[:-1])


def _divided_where_kept(document: Built) -> Iterator[int]:
    """Yield the pages where the PDF divides a paragraph that is kept with the next: Word does, LibreOffice never."""
    kept = _kept(document)
    for words, page in _divided(document.pdf):
        if words.endswith(kept):
            yield page


def _ended_where_kept(document: Built, printed: list[pages.Page]) -> Iterator[int]:
    """Yield the pages after those that LibreOffice ends with what is kept with the next.

    It does so where what is left of the page does not hold one line more.
    """
    kept = _kept(document)
    for number, page in enumerate(printed, 1):
        if "".join(word.text for word in page.words if word.top < page.height - _FOOT).endswith(kept):
            yield number + 1


_FOOT = 72.0


def _kept(document: Built) -> tuple[str, ...]:
    """Return the words of the paragraphs, and of the last rows of tables, that are kept with what follows."""
    word = WordFile(document.docx.read_bytes())
    blocks = (one for one in word.body[0] if one.tag in (W + "p", W + "tbl"))
    ends = (one if one.tag == W + "p" else one.findall("w:tr", NAMESPACES)[-1] for one in blocks if _is_kept(word, one))
    return tuple(filter(None, map(_squeezed, map(text, ends))))


def _beginning(page: pages.Page) -> str:
    return "".join(word.text for word in page.words)[:_ENOUGH]


_ENOUGH = 200
"""Pages that begin with so many letters alike, running head and all, begin alike."""


def _divided(pdf: Path) -> Iterator[tuple[str, int]]:
    """Yield the words of each paragraph that is on two pages, without those of its notes, and the first of the two."""
    for tag in tagtree.read(pdf.read_bytes()).root.all("P"):
        if len(tag.pages) > 1:
            yield _squeezed(_without_notes(tag)), min(tag.pages) + 1


def _without_notes(tag: tagtree.Tag) -> str:
    kids = (kid for kid in tag.kids if isinstance(kid, str) or kid.name not in ("Reference", "Note"))
    return "".join(kid if isinstance(kid, str) else _without_notes(kid) for kid in kids)


def _is_kept(word: WordFile, block: etree._Element) -> bool:
    """Tell whether a paragraph, or the last one of a table, is kept with what follows."""
    *_, last = [block] if block.tag == W + "p" else block.iter(W + "p")
    return word.kept(last)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
