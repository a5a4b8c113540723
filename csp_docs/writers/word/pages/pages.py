"""Runs of pages with the same furniture and orientation: each is a section in Word."""

from __future__ import annotations

from typing import NamedTuple

from attrs import evolve

from csp_docs.blocks import Appendix, Block, Blocks, Cover, Document, Embedded, Landscape, Part, Section
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.margins import with_room_for
from csp_docs.typesetting.places import cover_marking, foot_height, head_height
from csp_docs.writers.word.file.elements import Xml, related, w
from csp_docs.writers.word.file.measures import twips
from csp_docs.writers.word.pages.furniture import Furniture, FurnitureParts


class PageKind(NamedTuple):
    """The common properties of pages: their furniture, whether they are landscape, and whether they are a cover."""

    furniture: Furniture
    turned: bool = False
    cover: bool = False

    @classmethod
    def of(cls, document: Document) -> PageKind:
        """Return the kind of the pages of ``document``."""
        return cls(Furniture.of(document))

    def marked(self, marking: str) -> PageKind:
        """Return this kind with another marking."""
        return self._replace(furniture=self.furniture._replace(marking=marking))

    def theme(self, theme: Theme) -> Theme:
        """Return ``theme`` with the orientation of this paper."""
        return evolve(theme, page=theme.page.turned()) if self.turned else theme


class Pages:
    """The pages of the text. ``wanted`` is the kind of page for the next element."""

    def __init__(self, document: Document, theme: Theme) -> None:
        self.document = document
        self.theme, self.wanted, self.parts = theme, PageKind.of(document), FurnitureParts(document.language)
        self._at: PageKind | None = None
        self._begun = set[int]()

    @property
    def ahead(self) -> bool:
        """Whether the next element begins new pages."""
        return self.wanted is not self._at and self.wanted != self._at

    def open(self, block: Block) -> None:
        """Prepare for a heading with text that begins new pages: the heading is on the first of them.

        The first of them may be that of a block inside ``block``: a part that is not for the public on turned pages.
        """
        match block:
            case Embedded():
                self.wanted = PageKind.of(block.document)
                self._open_first(block.document.blocks)
            case Cover():
                self.wanted = self.wanted._replace(cover=True)
            case Landscape():
                self.wanted = self.wanted._replace(turned=True)
                self._open_first(block.blocks)
            case Part():
                self.wanted = self.wanted.marked(block.marking)
                self._open_first(block.blocks)
            case Appendix() | Section():
                self._open_first(block.blocks)

    def _open_first(self, blocks: Blocks) -> None:
        for first in blocks[:1]:
            self.open(first)

    def turn(self) -> Xml | None:
        """Go on to the wanted pages; return ``w:sectPr`` of the pages before, if there are any."""
        ended = self.section() if self._at else None
        self._at = self.wanted
        return ended

    def stay(self) -> None:
        """Stay on the same pages, because nothing follows."""
        if self._at:
            self.wanted = self._at

    def section(self) -> Xml:
        """Return ``w:sectPr`` of the pages begun last."""
        page_kind = self._at or self.wanted
        furniture, cover = page_kind.furniture, page_kind.cover
        theme = with_room_for(furniture.document, furniture.marking, page_kind.theme(self.theme))
        if theme.inner_cover and furniture.document is not self.document:
            theme = evolve(theme, cover=theme.inner_cover)
        first = id(furniture.document) not in self._begun
        self._begun.add(id(furniture.document))
        apart = first and not cover and furniture.document.running.differs
        references = self._references(furniture, theme, cover=cover, first=first and cover)
        if apart:
            references += self._references(furniture, theme, cover=cover, first=True, kind="first")
        last = [w("titlePg")] if apart else []
        return w("sectPr", *references, *_paper(page_kind, theme), w("cols", space=twips(36)), *last)

    def _references(
        self, furniture: Furniture, theme: Theme, *, cover: bool, first: bool, kind: str = "default"
    ) -> list[Xml]:
        """Return the references to the header and the footer of the ``first`` page of a document, or of others."""
        header = self.parts.header(furniture, theme, cover=cover, first=first)
        footer = self.parts.footer(furniture, theme, cover=cover, first=first)
        return [_reference("header", header, kind), _reference("footer", footer, kind)]


def _reference(part: str, relationship: str, kind: str) -> Xml:
    return related(w(f"{part}Reference", type=kind), relationship)


def _paper(page_kind: PageKind, theme: Theme) -> tuple[Xml, Xml]:
    page, (document, marking) = theme.page, page_kind.furniture
    printed = cover_marking(marking, document.watermark) if page_kind.cover else marking
    sides = {side: twips(getattr(page, side)) for side in ("top", "right", "bottom", "left")}
    head = twips(max(page.top - head_height(document, printed, theme), 0))
    turned = {"orient": "landscape"} if page_kind.turned else {}
    return (
        w("pgSz", w=twips(page.width), h=twips(page.height), **turned),
        w("pgMar", **sides, header=head, footer=twips(foot_height(theme)), gutter=0),
    )
