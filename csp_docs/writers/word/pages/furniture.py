"""The parts of pages other than the text: running head, marking, page label, watermark, and the tint of a cover."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, field, frozen
from lxml import etree

from csp_docs.blocks import Document
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.places import fitted
from csp_docs.writers.word.file.elements import paragraph, run, text_content, to_bytes, w
from csp_docs.writers.word.file.language import set_language
from csp_docs.writers.word.inline.fields import page_label
from csp_docs.writers.word.pages.ground import backdrop, watermark


@frozen
class Furniture:
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


@frozen
class FurniturePart:
    """A part of the file that sections refer to; ``kind`` is header or footer."""

    kind: str
    name: str
    id: str
    root: etree._Element


@define(eq=False, repr=False)
class FurnitureParts:
    """The headers and footers of a file, each once; ``language`` is that of the file."""

    language: str
    parts: list[FurniturePart] = field(factory=list)
    _ids: dict[tuple[str, bytes], str] = field(factory=dict)

    def header(self, furniture: Furniture, theme: Theme, *, first: bool, cover: bool) -> str:
        """Return the id of a header on the paper of ``theme``; the ``first`` page and a cover have no running head."""
        line = "" if first or cover else fitted(furniture.running_head, theme)

        def made(number: int) -> etree._Element:
            lines = _lines(furniture.marking, line)
            if furniture.watermark:
                lines[0].append(watermark(furniture.watermark, theme, number))
            if cover:
                lines[0].extend(backdrop(theme, number))
            return w("hdr", *lines)

        return self._add("header", made, furniture.language)

    def footer(self, furniture: Furniture, *, cover: bool) -> str:
        """Return the id of a footer: the page label, or nothing on a cover."""

        def made(_: int) -> etree._Element:
            label = page_label("" if cover else furniture.page_label)
            return w("ftr", paragraph("Footer", label, w("jc", val="right")))

        return self._add("footer", made, furniture.language)

    def _add(self, kind: str, make: Callable[[int], etree._Element], language: str) -> str:
        """Return the id of a part; ``make`` makes it with drawings that are numbered from a given number."""
        key = kind, to_bytes(set_language(make(0), language, self.language))
        if key not in self._ids:
            place = sum(part.kind == kind for part in self.parts) + 1
            root = set_language(make(place), language, self.language)
            self.parts.append(FurniturePart(kind, f"{kind}{place}", f"rId{kind.title()}{place}", root))
            self._ids[key] = self.parts[-1].id
        return self._ids[key]


def _lines(marking: str, running_head: str) -> list[etree._Element]:
    given = {"Marking": marking, "RunningHead": running_head}
    lines = [paragraph(style, [run((), *text_content(words))]) for style, words in given.items() if words]
    return lines or [paragraph("Header", [])]
