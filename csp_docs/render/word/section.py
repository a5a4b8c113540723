"""The page: paper, margins, and which furniture stands on which pages."""

from __future__ import annotations

from lxml import etree

from csp_docs.blocks import Document
from csp_docs.render.word.elements import related, w
from csp_docs.render.word.furniture import FIRST_HEADER, FOOTER, HEADER, header_height
from csp_docs.render.word.measures import twips
from csp_docs.theme import Theme


def page_section(document: Document, theme: Theme) -> etree._Element:
    """Return ``w:sectPr``: one section, whose first page has a header of its own."""
    page = theme.page
    sides = {side: twips(getattr(page, side)) for side in ("top", "right", "bottom", "left")}
    return w(
        "sectPr",
        related(w("headerReference", type="default"), HEADER),
        related(w("headerReference", type="first"), FIRST_HEADER),
        related(w("footerReference", type="default"), FOOTER),
        related(w("footerReference", type="first"), FOOTER),
        w("pgSz", w=twips(page.width), h=twips(page.height)),
        w(
            "pgMar",
            **sides,
            header=twips(max(page.top - header_height(document, theme), 0)),
            footer=twips(page.bottom / 2),
            gutter=0,
        ),
        w("cols", space=twips(36)),
        w("titlePg"),
    )
