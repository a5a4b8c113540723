"""The parts of pages other than the text: marking, foot, the rule above notes."""

from __future__ import annotations

from csp_docs.blocks import RunningWords
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.places import COVER_HEAD_SIDES, FOOT_RULE, HEAD_TOP, foot_height
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
        heads = (words for first in (True, False) for words in (*style.head(first=first), *style.foot(first=first)))
        for text in (*heads, document.page_label, document.watermark):
            setting.check_glyphs(text, plain, None)
        setting.check_glyphs("".join(style.marked.splitlines()), bold, None)


class PageWriter:
    """Paints pages with their furniture; ``pages`` is the number of pages."""

    def __init__(self, family: Family, pages: int) -> None:
        self.family, self.pages, self._begun = family, pages, set[int]()

    def paint(self, page: Page, painter: Painter) -> None:
        """Paint the complete ``page``."""
        top = painter.theme.page.height - painter.theme.page.top
        first = id(page.style.document) not in self._begun
        self._begun.add(id(page.style.document))
        paint_ground(page.style, self.family.face(), painter)
        if not page.style.cover:
            self._header(page, painter, top, first)
        if page.repeated:
            painter.artifact = HEADER
            stack(painter, page.repeated, top)
            painter.artifact = ""
        stack(painter, page.boxes, top)
        if page.style.cover:  # over its picture
            self._header(page, painter, top, first)
        self._notes(page, painter)
        self._footer(page, painter, first)
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

    def _header(self, page: Page, painter: Painter, top: float, first: bool) -> None:
        """Paint the marking, and above it the running head."""
        theme, bold = painter.theme, self.family.face(bold=True)
        lines = [*reversed(page.style.marking)]
        for place, line in enumerate([*lines, ""]):
            y = top + HEAD_TOP - _baseline(theme) + place * theme.furniture.leading
            words = (line, "", "") if line else page.style.head(first=first)
            if any(words):
                self._three(page, painter, HEADER, y, words, bold if line else self.family.face())

    def _three(self, page: Page, painter: Painter, mark: str, y: float, words: RunningWords, face: Face) -> None:
        """Paint what is at the left, in the middle and at the right of a line of the head or the foot."""
        theme, colour = painter.theme, painter.theme.furniture.colour
        if page.style.cover and theme.cover.tint == "accent":  # readable over a picture too
            _ground(painter, mark, y)
            colour = "white"
        for place, text in enumerate(words):
            label = page_label(text, painter.page + 1, self.pages)
            x = (theme.page.text_width - face.width(label) * theme.furniture.size) * place / 2
            if label:
                _text(painter, mark, x, y, face, label, colour)

    def _footer(self, page: Page, painter: Painter, first: bool) -> None:
        theme, words = painter.theme, page.style.foot(first=first)
        if not any(words):
            return
        top = foot_height(theme) + theme.furniture.leading
        self._three(page, painter, FOOTER, top - _baseline(theme), words, self.family.face())
        painter.line(0, top + FOOT_RULE, theme.page.text_width, theme.rule)


def page_label(label: str, page: int, pages: int) -> str:
    """Return the label of a page; braces other than ``{page}`` and ``{pages}`` are printed as they are."""
    return label.replace("{page}", str(page)).replace("{pages}", str(pages))


def _baseline(theme: Theme) -> float:
    """Return the distance of the baseline from the top of a line; in Word, a line begins with its leading."""
    look = theme.furniture
    return look.leading - _DESCENT * look.size


def _ground(painter: Painter, mark: str, y: float) -> None:
    """Paint the ground of a line of the head in the accent colour, a little wider than the text."""
    theme, leading = painter.theme, painter.theme.furniture.leading
    painter.mark(mark)
    painter.colour(theme.colour("accent"))
    wide = theme.page.text_width + 2 * COVER_HEAD_SIDES
    painter.rectangle(-COVER_HEAD_SIDES, y - leading + _baseline(theme), wide, leading)


def _text(painter: Painter, mark: str, x: float, y: float, face: Face, text: str, colour: str) -> None:
    furniture = painter.theme.furniture
    painter.mark(mark)
    painter.colour(painter.theme.colour(colour))
    painter.text(x, y, face, furniture.size, text)
