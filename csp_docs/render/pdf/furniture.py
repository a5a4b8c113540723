"""What stands on pages besides the text: running head, access marking, page label, the rule above notes."""

from __future__ import annotations

from attrs import define, field

from csp_docs.arial import shortened, wrapped
from csp_docs.render.pdf.fonts import Face
from csp_docs.render.pdf.pages import NOTE_GAP, Page, notes_height
from csp_docs.render.pdf.paint import FOOTER, HEADER, Painter
from csp_docs.render.pdf.rows import THIN_RULE
from csp_docs.render.pdf.setting import Setting
from csp_docs.render.pdf.shapes import Placed

HEAD_RISE, MARKING_RISE, LABEL_DROP = 22.0, 40.0, 34.0
"""Baselines of running head and marking above the text area, of the page label below it."""

_NOTE_RULE = 120.0


@define(eq=False)
class PageWriter:
    """Paints pages with their furniture; ``pages`` is how many there are."""

    setting: Setting
    pages: int
    running_head: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        document = self.setting.document
        self.running_head = shortened(document.running_head, self._room())
        for text in (self.running_head, page_label(document.page_label, 0, 0)):
            self.setting.check_glyphs(text, self.setting.family.face(), None)
        if document.marking:
            self.setting.check_glyphs(document.marking, self.setting.family.face(bold=True), None)

    def paint(self, page: Page, painter: Painter) -> None:
        """Paint all of ``page``."""
        theme = self.setting.theme
        top = theme.page.height - theme.page.top
        self._header(painter, top)
        if page.repeated:
            painter.artifact = HEADER
            painter.stack(page.repeated, top)
            painter.artifact = ""
        painter.stack(page.boxes, top)
        self._notes(page, painter)
        self._footer(painter)
        painter.mark(None)

    def _notes(self, page: Page, painter: Painter) -> None:
        if not page.notes:
            return
        top = self.setting.theme.page.bottom + notes_height(page.notes, first=False)
        painter.rule(0, top + NOTE_GAP / 2, _NOTE_RULE, THIN_RULE)
        down, placed = 0.0, list[Placed]()
        for note in page.notes:
            placed.append(Placed(down, note))
            down += note.height + note.after
        painter.stack(placed, top)

    def _header(self, painter: Painter, top: float) -> None:
        document, family = self.setting.document, self.setting.family
        if document.marking:
            face, leading = family.face(bold=True), self.setting.theme.furniture.leading
            for place, line in enumerate(reversed(wrapped(document.marking, self._room(), bold=True))):
                self._text(painter, HEADER, 0, top + MARKING_RISE + place * leading, face, line)
        if painter.page and self.running_head:
            self._text(painter, HEADER, 0, top + HEAD_RISE, family.face(), self.running_head)
            painter.artifact = HEADER
            painter.rule(0, top + HEAD_RISE - 7, self.setting.theme.page.text_width, THIN_RULE)
            painter.artifact = ""

    def _footer(self, painter: Painter) -> None:
        theme, face = self.setting.theme, self.setting.family.face()
        label = page_label(self.setting.document.page_label, painter.page + 1, self.pages)
        x = theme.page.text_width - face.width(label) * theme.furniture.size
        self._text(painter, FOOTER, x, theme.page.bottom - LABEL_DROP, face, label)

    def _text(self, painter: Painter, mark: str, x: float, y: float, face: Face, text: str) -> None:
        furniture = self.setting.theme.furniture
        painter.mark(mark)
        painter.colour(self.setting.theme.colour(furniture.colour))
        painter.text(x, y, face, furniture.size, text)

    def _room(self) -> float:
        """Return how wide a line of furniture may be, at size 1."""
        return self.setting.theme.page.text_width / self.setting.theme.furniture.size


def page_label(label: str, page: int, pages: int) -> str:
    """Return the label of a page; other braces than ``{page}`` and ``{pages}`` are words."""
    return label.replace("{page}", str(page)).replace("{pages}", str(pages))
