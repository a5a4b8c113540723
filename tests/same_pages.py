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
from tests.judges import soffice
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
    sources = random_plans(*map(int, arguments), folder) if arguments[0].isdecimal() else list(map(Path, arguments))
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


def random_plans(seed: int, count: int, folder: Path) -> list[Path]:
    """Return files of ``count`` random plans in ``folder``, named by their seeds."""
    files = [folder / f"{one}.yaml" for one in range(seed, seed + count)]
    for one, file in enumerate(files, seed):
        written = yaml.safe_dump(Author(one).plan(), allow_unicode=True, sort_keys=False, width=110)
        file.write_text(written, encoding="utf-8")
    return files


def built(sources: Sequence[Path], folder: Path) -> list[Built]:
    """Return the files of documents, in ``folder``; LibreOffice is started once for all of them."""
    pairs = [save(load(source), folder / f"{source.stem}.pdf", folder / f"{source.stem}.docx") for source in sources]
    (folder / "printed").mkdir(exist_ok=True)
    printed = soffice.to_pdfs([docx for _, docx in pairs], folder / "printed", folder / "profile")
    return [Built(pdf, docx, there) for (pdf, docx), there in zip(pairs, printed, strict=True)]


def moved(document: Built) -> list[Moved]:
    """Return the headings whose page differs; what is below a place that LibreOffice cannot divide is not compared.

    The title of the contents is a heading in the PDF only.
    """
    there, here = headings(document.printed), iter(headings(document.pdf))
    found = list[Moved]()
    for title, page in there:
        own = next((place for place in here if place.title == title), None)
        assert own, f'the PDF lacks the heading "{title}"'
        found.append(Moved(title, own.page, page))
    if all(one.pdf == one.word for one in found):
        return []
    return [one for one in found[: _headings_above_undivided(document)] if one.pdf != one.word]


def headings(pdf: Path) -> list[Place]:
    """Return the headings that a PDF lists as bookmarks, without spaces, with their pages."""
    with pikepdf.open(pdf) as file, file.open_outline() as outline:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
        return [Place(_squeezed(item.title), pages[item.destination[0].objgen]) for item in _all(outline.root)]


def _all(items: Sequence[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from _all(item.children)


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _headings_above_undivided(document: Built) -> int:
    """Return how many headings are above the first paragraph that the PDF divides and LibreOffice cannot.

    LibreOffice never divides a paragraph that is kept with the next; Word does. All that is kept with such a
    paragraph moves with it.
    """
    word = WordFile(document.docx.read_bytes())
    divided = {_squeezed(words) for words in _divided(document.pdf)}
    body = word.body[0]
    blocks = [block for block in body if block.tag in (W + "p", W + "tbl")]
    kept = [_is_kept(word, block) for block in blocks]
    for place, block in enumerate(blocks):
        words = _squeezed(text(block))
        if kept[place] and words and any(whole.endswith(words) for whole in divided):
            while place and kept[place - 1]:
                place -= 1
            blocks = blocks[:place]
            break
    return sum(_is_heading(word, block) for block in blocks)


def _divided(pdf: Path) -> Iterator[str]:
    """Yield the words of the paragraphs that are on two pages, without those of their notes."""
    for tag in tagtree.read(pdf.read_bytes()).root.all("P"):
        if len(tag.pages) > 1:
            yield _without_notes(tag)


def _without_notes(tag: tagtree.Tag) -> str:
    kids = (kid for kid in tag.kids if isinstance(kid, str) or kid.name not in ("Reference", "Note"))
    return "".join(kid if isinstance(kid, str) else _without_notes(kid) for kid in kids)


def _is_kept(word: WordFile, block: etree._Element) -> bool:
    """Tell whether a paragraph, or the last row of a table, is kept with what follows."""
    paragraph = block if block.tag == W + "p" else block.findall("w:tr", NAMESPACES)[-1].find(".//w:p", NAMESPACES)
    assert paragraph is not None
    return _property(word, paragraph, "keepNext") not in (None, "0")


def _is_heading(word: WordFile, block: etree._Element) -> bool:
    return block.tag == W + "p" and _property(word, block, "outlineLvl") is not None and bool(text(block).strip())


def _property(word: WordFile, paragraph: etree._Element, name: str) -> str | None:
    """Return the value of a property of a paragraph, from its style where it has none of its own."""
    for given in word.style_chain(paragraph):
        found = given.find(f"w:{name}", NAMESPACES)
        if found is not None:
            return found.get(W + "val", "1")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
