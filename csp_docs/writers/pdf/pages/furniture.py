"""The parts of pages other than the text: marking, foot, the rule above notes."""

from __future__ import annotations

from csp_docs.theme.theme import Theme
from csp_docs.typesetting.places import FOOT_RULE, HEAD_TOP, foot_height
from csp_docs.writers.pdf.pages.ground import paint_ground
from csp_docs.writers.pdf.pages.pages import Page, notes_height
from csp_docs.writers.pdf.paint.paint import FOOTER, HEADER, Painter
from csp_docs.writers.pdf.paint.stack import stack
from csp_docs.writers.pdf.type.fonts import Face, Family
from csp_docs.writers.pdf.type.setting import Setting
from csp_docs.writers.pdf.type.shapes import Placed

_DESCENT = 0.212
"""The depth of letters below the baseline, as a share of their size, in Arial and in Arimo."""
_NOTE_RULE = 144.0
"""The length of the rule above notes: that of Word's."""


def check_furniture(setting: Setting, pages: list[Page]) -> None:
    """Record in ``setting`` the characters of the furniture that cannot be printed."""
    plain, bold = setting.family.face(), setting.family.face(bold=True)
    for style in {page.style for page in pages}:
        document = style.document
        for text in (style.foot, document.page_label, document.watermark):
            setting.check_glyphs(text, plain, None)
        setting.check_glyphs(style.marked, bold, None)


class PageWriter:
    """Paints pages with their furniture; ``pages`` is the number of pages."""

    def __init__(self, family: Family, pages: int) -> None:
        self.family, self.pages = family, pages

    def paint(self, page: Page, painter: Painter) -> None:
        """Paint the complete ``page``."""
        top = painter.theme.page.height - painter.theme.page.top
        paint_ground(page.style, self.family.face(), painter)
        self._header(page, painter, top)
        if page.repeated:
            painter.artifact = HEADER
            stack(painter, page.repeated, top)
            painter.artifact = ""
        stack(painter, page.boxes, top)
        self._notes(page, painter)
        self._footer(page, painter)
        painter.end()

    def _notes(self, page: Page, painter: Painter) -> None:
        if not page.notes:
            return
        theme = painter.theme
        top = theme.page.bottom + notes_height(page.notes)
        painter.rule(0, top + theme.note_rule.leading - theme.apart - theme.rule / 2, _NOTE_RULE, theme.rule)
        down, placed = 0.0, list[Placed]()
        for note in page.notes:
            placed.append(Placed(down + note.before, note))
            down += note.before + note.height
        stack(painter, placed, top)

    def _header(self, page: Page, painter: Painter, top: float) -> None:
        theme = painter.theme
        for place, line in enumerate(reversed(page.style.marking)):
            y = top + HEAD_TOP - _baseline(theme) + place * theme.furniture.leading
            _text(painter, HEADER, 0, y, self.family.face(bold=True), line)

    def _footer(self, page: Page, painter: Painter) -> None:
        if page.style.cover:
            return
        theme, face = painter.theme, self.family.face()
        label = page_label(page.style.document.page_label, painter.page + 1, self.pages)
        top = foot_height(theme) + theme.furniture.leading
        x = theme.page.text_width - face.width(label) * theme.furniture.size
        for left, words in ((0, page.style.foot), (x, label)):
            _text(painter, FOOTER, left, top - _baseline(theme), face, words)
        painter.line(0, top + FOOT_RULE, theme.page.text_width, theme.rule)


def page_label(label: str, page: int, pages: int) -> str:
    """Return the label of a page; braces other than ``{page}`` and ``{pages}`` are printed as they are."""
    return label.replace("{page}", str(page)).replace("{pages}", str(pages))


def _baseline(theme: Theme) -> float:
    """Return the distance of the baseline from the top of a line; in Word, a line begins with its leading."""
    look = theme.furniture
    return look.leading - _DESCENT * look.size


def _text(painter: Painter, mark: str, x: float, y: float, face: Face, text: str) -> None:
    furniture = painter.theme.furniture
    painter.mark(mark)
    painter.colour(painter.theme.colour(furniture.colour))
    painter.text(x, y, face, furniture.size, text)
