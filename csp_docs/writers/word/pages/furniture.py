"""The parts of pages other than the text: marking, foot, watermark, and the ground of a cover."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from csp_docs.blocks import Document, RunningWords
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.places import cover_marking, running_foot, running_head
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

    def header(self, furniture: Furniture, theme: Theme, *, cover: bool, first: bool) -> str:
        """Return the id of a header on the paper of ``theme``: the running head and the marking, over a ground."""
        document, draft = furniture.document, furniture.document.watermark
        marking = cover_marking(furniture.marking, draft) if cover else furniture.marking
        words = running_head(document, theme, first=first)
        prefix = "Cover" if cover and theme.cover.tint == "accent" else ""

        def made(number: int) -> Xml:
            ground = backdrop(theme, number) if cover else [watermark(draft, theme, number)] if draft else []
            lines = [
                (f"{prefix}Marking", [run((), *text_content(line))], list[Xml]())
                for line in marking.splitlines()
                if line
            ]
            if document.running.has_head:
                lines.insert(0, (f"{prefix}Header", *_line(words, theme)))
            *above, (style, content, stops) = lines or [("Header", [], [])]
            others = [paragraph(*before[:2], *before[2]) for before in above]
            return root("w:hdr", *others, paragraph(style, [*content, *ground], *stops))

        return self._add("header", made, document.language)

    def footer(self, furniture: Furniture, theme: Theme, *, cover: bool, first: bool) -> str:
        """Return the id of a footer on the paper of ``theme``; that of a cover is empty, unless it is asked for."""
        document = furniture.document
        words = running_foot(document, theme, first=first, cover=cover)

        def made(_: int) -> Xml:
            content, stops = _line(words, theme)
            foot = paragraph("RunningFoot", content, *stops) if any(words) else paragraph("Footer", [])
            return root("w:ftr", foot)

        return self._add("footer", made, document.language)

    def _add(self, kind: str, make: Callable[[int], Xml], language: str) -> str:
        """Return the id of a part; ``make`` makes it with drawings that are numbered from a given number."""
        key = kind, set_language(make(0), language, self.language)
        if key not in self._ids:
            place = sum(part.kind == kind for part in self.parts) + 1
            content = to_bytes(set_language(make(place), language, self.language))
            self.parts.append(FurniturePart(kind, f"{kind}{place}", f"rId{kind.title()}{place}", content))
            self._ids[key] = self.parts[-1].id
        return self._ids[key]


def _line(words: RunningWords, theme: Theme) -> tuple[list[Xml], list[Xml]]:
    """Return a line at the head or the foot, with tabs before its middle and its right, and its own tab stops."""
    left, middle, right = words
    content = [*page_label(left)]
    for part in (middle, right) if middle else (right,) if right else ():
        content += [run((), w("tab")), *page_label(part)]
    return content, _stops(theme, middle=bool(middle))


def _stops(theme: Theme, *, middle: bool) -> list[Xml]:
    """Return the tab stops that differ from those of the style: in the middle, and at the right of turned paper."""
    page, stops = theme.page, list[Xml]()
    turned = page.width > page.height
    if turned:
        stops.append(w("tab", val="clear", pos=twips(page.turned().text_width)))
    if middle:
        stops.append(w("tab", val="center", pos=twips(page.text_width / 2)))
    if turned:
        stops.append(w("tab", val="right", pos=twips(page.text_width)))
    return [w("tabs", *stops)] if stops else []
