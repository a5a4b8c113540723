"""The parts of pages other than the text: marking, foot, watermark, and the ground of a cover."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from csp_docs.blocks import Document
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.places import cover_marking, foot_words
from csp_docs.writers.word.file.elements import Xml, root, run, text_content, to_bytes, w
from csp_docs.writers.word.file.language import set_language
from csp_docs.writers.word.file.measures import twips
from csp_docs.writers.word.file.paragraphs import paragraph
from csp_docs.writers.word.inline.fields import page_label
from csp_docs.writers.word.pages.ground import backdrop, watermark


class Furniture(NamedTuple):
    """The words of a ``document`` on all its pages, and their marking, which may be that of a part."""

    document: Document
    marking: str

    @classmethod
    def of(cls, document: Document) -> Furniture:
        """Return the furniture of ``document``."""
        return cls(document, document.marking)


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

    def header(self, furniture: Furniture, theme: Theme, *, cover: bool) -> str:
        """Return the id of a header on the paper of ``theme``: the marking, over a ground."""
        draft = furniture.document.watermark
        marking = cover_marking(furniture.marking, draft) if cover else furniture.marking

        def made(number: int) -> Xml:
            ground = backdrop(theme, number) if cover else [watermark(draft, theme, number)] if draft else []
            lines = [[run((), *text_content(line))] for line in marking.splitlines() if line]
            *above, last = lines or [[]]
            style = "CoverMarking" if cover and theme.cover.is_reversed else "Marking"
            first = [paragraph(style, line) for line in above]
            return root("w:hdr", *first, paragraph(style if lines else "Header", [*last, *ground]))

        return self._add("header", made, furniture.document.language)

    def footer(self, furniture: Furniture, theme: Theme, *, cover: bool) -> str:
        """Return the id of a footer on the paper of ``theme``; that of a cover is empty."""

        def made(_: int) -> Xml:
            return root("w:ftr", paragraph("Footer", []) if cover else _foot(furniture.document, theme))

        return self._add("footer", made, furniture.document.language)

    def _add(self, kind: str, make: Callable[[int], Xml], language: str) -> str:
        """Return the id of a part; ``make`` makes it with drawings that are numbered from a given number."""
        key = kind, set_language(make(0), language, self.language)
        if key not in self._ids:
            place = sum(part.kind == kind for part in self.parts) + 1
            content = to_bytes(set_language(make(place), language, self.language))
            self.parts.append(FurniturePart(kind, f"{kind}{place}", f"rId{kind.title()}{place}", content))
            self._ids[key] = self.parts[-1].id
        return self._ids[key]


def _foot(document: Document, theme: Theme) -> Xml:
    """Return the line at the foot: its words, and the page label at the right margin."""
    words = [run((), *text_content(foot_words(document, theme)), w("tab"))]
    return paragraph("RunningFoot", [*words, *page_label(document.page_label)], *_stop(theme))


def _stop(theme: Theme) -> list[Xml]:
    """Return the tab stop at the right margin of turned paper, instead of that of the style."""
    page = theme.page
    if page.width < page.height:
        return []
    upright = page.turned()
    clear = w("tab", val="clear", pos=twips(upright.text_width))
    return [w("tabs", clear, w("tab", val="right", pos=twips(page.text_width)))]
