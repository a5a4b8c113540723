"""The first steps from a document to a file: measuring and placing. For page numbers alone, these are enough."""

from __future__ import annotations

from typing import NamedTuple

from csp_docs.blocks import Document
from csp_docs.theme.theme import Theme
from csp_docs.writers.pdf.blocks.box_maker import BoxMaker
from csp_docs.writers.pdf.blocks.boxes import block_boxes
from csp_docs.writers.pdf.pages.pages import Page, place
from csp_docs.writers.pdf.structure import Element
from csp_docs.writers.pdf.type.setting import Setting
from csp_docs.writers.pdf.type.shapes import Break


class Layout(NamedTuple):
    """A document on its pages: the places in its ``setting`` have their pages, and ``root`` is its tag tree."""

    setting: Setting
    root: Element
    pages: list[Page]

    def page_map(self) -> dict[str, int]:
        """Return the page (from 1) of everything with an id that is printed."""
        return {target: anchor.page + 1 for target, anchor in self.setting.targets.items() if anchor.page >= 0}


def lay_out(document: Document, theme: Theme) -> Layout:
    """Return the layout of ``document``, which has its numbers.

    Raises RenderError when the theme's font family is missing.
    """
    setting = Setting.of(document, theme)
    maker, root = BoxMaker(setting, block_boxes), Element("Document", language=document.language)
    boxes = maker.flow(maker.start(root), document.blocks)
    return Layout(setting, root, place([Break(maker.page_style), *boxes], setting.floats))
