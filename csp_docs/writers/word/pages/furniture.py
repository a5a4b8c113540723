"""The parts of pages other than the text: running head, marking, page label, watermark, and the tint of a cover."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from csp_docs.blocks import Document
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.places import fitted
from csp_docs.writers.word.file.elements import Xml, root, run, text_content, to_bytes, w
from csp_docs.writers.word.file.language import set_language
from csp_docs.writers.word.file.paragraphs import Paragraph, paragraph
from csp_docs.writers.word.inline.fields import page_label
from csp_docs.writers.word.pages.ground import backdrop, watermark


class Furniture(NamedTuple):
    """The words of a document on all its pages; ``running_head`` is not on its first page or on a cover."""

    language: str
    running_head: str
    page_label: str
    marking: str
    watermark: str

    @classmethod
    def of(cls, document: Document) -> Furniture:
        """Return the furniture of ``document``."""
        return cls(document.language, document.running_head, document.page_label, document.marking, document.watermark)


class FurniturePart(NamedTuple):
    """A part of the file that sections refer to; ``kind`` is header or footer."""

    kind: str
    name: str
    id: str
    content: bytes


class FurnitureParts:
    """The headers and footers of a file, each once; ``language`` is that of the file."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.parts: list[FurniturePart] = []
        self._ids: dict[tuple[str, Xml], str] = {}

    def header(self, furniture: Furniture, theme: Theme, *, first: bool, cover: bool) -> str:
        """Return the id of a header on the paper of ``theme``; the ``first`` page and a cover have no running head."""
        line = "" if first or cover else fitted(furniture.running_head, theme)

        def made(number: int) -> Xml:
            ground = [watermark(furniture.watermark, theme, number)] if furniture.watermark else []
            if cover:
                ground += backdrop(theme, number)
            return root("w:hdr", *_lines(furniture.marking, line, ground))

        return self._add("header", made, furniture.language)

    def footer(self, furniture: Furniture, *, cover: bool) -> str:
        """Return the id of a footer: the page label, or nothing on a cover."""

        def made(_: int) -> Xml:
            label = page_label("" if cover else furniture.page_label)
            return root("w:ftr", paragraph("Footer", label, w("jc", val="right")))

        return self._add("footer", made, furniture.language)

    def _add(self, kind: str, make: Callable[[int], Xml], language: str) -> str:
        """Return the id of a part; ``make`` makes it with drawings that are numbered from a given number."""
        key = kind, set_language(make(0), language, self.language)
        if key not in self._ids:
            place = sum(part.kind == kind for part in self.parts) + 1
            content = to_bytes(set_language(make(place), language, self.language))
            self.parts.append(FurniturePart(kind, f"{kind}{place}", f"rId{kind.title()}{place}", content))
            self._ids[key] = self.parts[-1].id
        return self._ids[key]


def _lines(marking: str, running_head: str, ground: list[Xml]) -> list[Xml]:
    """Return the lines of a header; ``ground`` is in the first of them."""
    given = {"Marking": marking, "RunningHead": running_head}
    lines = [Paragraph(style, [run((), *text_content(words))]) for style, words in given.items() if words]
    first, *others = lines or [Paragraph("Header", [])]
    first.content += ground
    return [line.xml() for line in (first, *others)]
