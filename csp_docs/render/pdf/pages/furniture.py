"""What stands on pages besides the text: running head, access marking, page label, the rule above notes."""

from __future__ import annotations

from attrs import frozen

from csp_docs.render.pdf.pages.ground import paint_ground
from csp_docs.render.pdf.pages.pages import NOTE_GAP, Page, notes_height
from csp_docs.render.pdf.paint.paint import FOOTER, HEADER, Painter
from csp_docs.render.pdf.paint.stack import stack
from csp_docs.render.pdf.type.fonts import Face, Family
from csp_docs.render.pdf.type.rows import THIN_RULE
from csp_docs.render.pdf.type.setting import Setting
from csp_docs.render.pdf.type.shapes import Placed

HEAD_RISE, MARKING_RISE, LABEL_DROP = 22.0, 40.0, 34.0
"""Baselines of running head and marking above the text area, of the page label below it."""

_NOTE_RULE = 120.0


def check_furniture(setting: Setting, pages: list[Page]) -> None:
    """Let ``setting`` remember which characters of the furniture cannot be printed."""
    plain, bold = setting.family.face(), setting.family.face(bold=True)
    for style in {page.style for page in pages}:
        document = style.document
        for text in (style.running_head, page_label(document.page_label, 0, 0)):
            setting.check_glyphs(text, plain, None)
        for text in (document.marking, document.watermark):
            setting.check_glyphs(text, bold, None)


@frozen
class PageWriter:
    """Paints pages with their furniture; ``pages`` is how many there are."""

    family: Family
    pages: int

    def paint(self, page: Page, painter: Painter) -> None:
        """Paint all of ``page``."""
        top = painter.theme.page.height - painter.theme.page.top
        paint_ground(page.style, self.family.face(bold=True), painter)
        self._header(page, painter, top)
        if page.repeated:
            painter.artifact = HEADER
            stack(painter, page.repeated, top)
            painter.artifact = ""
        stack(painter, page.boxes, top)
        self._notes(page, painter)
        self._footer(page, painter)
        painter.mark(None)

    def _notes(self, page: Page, painter: Painter) -> None:
        if not page.notes:
            return
        top = painter.theme.page.bottom + notes_height(page.notes, first=False)
        painter.rule(0, top + NOTE_GAP / 2, _NOTE_RULE, THIN_RULE)
        down, placed = 0.0, list[Placed]()
        for note in page.notes:
            placed.append(Placed(down, note))
            down += note.height + note.after
        stack(painter, placed, top)

    def _header(self, page: Page, painter: Painter, top: float) -> None:
        theme = painter.theme
        for place, line in enumerate(reversed(page.style.marking)):
            y = top + MARKING_RISE + place * theme.furniture.leading
            _text(painter, HEADER, 0, y, self.family.face(bold=True), line)
        if page.style.running_head and not page.first:
            _text(painter, HEADER, 0, top + HEAD_RISE, self.family.face(), page.style.running_head)
            painter.artifact = HEADER
            painter.rule(0, top + HEAD_RISE - 7, theme.page.text_width, THIN_RULE)
            painter.artifact = ""

    def _footer(self, page: Page, painter: Painter) -> None:
        if page.style.cover:
            return
        theme, face = painter.theme, self.family.face()
        label = page_label(page.style.document.page_label, painter.page + 1, self.pages)
        x = theme.page.text_width - face.width(label) * theme.furniture.size
        _text(painter, FOOTER, x, theme.page.bottom - LABEL_DROP, face, label)


def page_label(label: str, page: int, pages: int) -> str:
    """Return the label of a page; other braces than ``{page}`` and ``{pages}`` are words."""
    return label.replace("{page}", str(page)).replace("{pages}", str(pages))


def _text(painter: Painter, mark: str, x: float, y: float, face: Face, text: str) -> None:
    furniture = painter.theme.furniture
    painter.mark(mark)
    painter.colour(painter.theme.colour(furniture.colour))
    painter.text(x, y, face, furniture.size, text)
