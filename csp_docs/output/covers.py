"""The size of the titles of covers, and of the picture above them, for all writers."""

from __future__ import annotations

from attrs import evolve

from csp_docs.blocks import Cover, CoverGround, CoverLine, CoverRole, Document, walk
from csp_docs.theme.theme import CoverLook, TextStyle, Theme
from csp_docs.typesetting.heights import text_height
from csp_docs.typesetting.titles import lines_of

_MOST_LINES = 4
"""The lines that a title may have, unless it is of the smallest size."""
_BELOW_LOGO, _BELOW_PICTURE = 40.0, 20.0
"""The least space from a logo to the text below it, and from a picture to a logo."""
_PAIR, _EVEN = 2, 0.4
"""Two lines may begin with a single word that is so long, as a share of the line below it."""


def with_cover_look(document: Document, theme: Theme) -> Theme:
    """Return ``theme`` with the ground of the cover of ``document``, and with the size that suits titles of covers.

    Documents inside it have covers with a band: the heading of an appendix is readable there too.
    """
    covers = [block for block in walk.in_flow(document.blocks) if isinstance(block, Cover)]
    tallest = max((cover.logo.size[1] for cover in covers if cover.logo), default=0.0)
    theme = evolve(theme, cover=evolve(theme.cover, top=max(theme.cover.top, tallest + _BELOW_LOGO)))
    own = [cover for cover in covers if cover in document.blocks[:1]]
    inner = [cover for cover in covers if cover not in own]
    band = _first_that_suits(covers, theme.cover, theme)
    if not own or own[0].ground is CoverGround.BAND:
        return evolve(theme, cover=band)
    reverse = _first_that_suits(own, theme.cover.reversed(), theme)
    look = _with_picture(own[0], reverse, theme) if own[0].picture else reverse
    return evolve(theme, cover=look, inner_cover=band if inner else None)


def _first_that_suits(covers: list[Cover], given: CoverLook, theme: Theme) -> CoverLook:
    """Return the look with the largest title that suits: without lines of one word, but not of the smallest size.

    Where there is none, only the last line has more than one word.
    """
    looks = [evolve(given, title=title) for title in (given.title, *given.smaller_titles)]
    for wanted, each in ((looks[:-1], True), (looks, False)):
        for look in wanted:
            if all(_suits(cover, look, theme, each=each) for cover in covers):
                return look
    return looks[-1]


def _with_picture(cover: Cover, look: CoverLook, theme: Theme) -> CoverLook:
    """Return ``look`` with as tall a picture as leaves room for the text below it."""
    page, logo = theme.page, cover.logo
    gap = _BELOW_PICTURE + (logo.size[1] + _BELOW_PICTURE if logo else _BELOW_PICTURE)
    room = page.height - page.bottom - gap - sum(_height(line, look, page.text_width) for line in cover.lines)
    picture = max(min(look.tallest_picture, room), page.top)
    begins = picture - page.top
    return evolve(look, picture=picture, top=begins + gap, logo_top=begins + _BELOW_PICTURE)


def _suits(cover: Cover, look: CoverLook, theme: Theme, *, each: bool) -> bool:
    """Return whether the titles of ``cover`` have few lines, ``each`` of more than one word, and all is on one page."""
    room = theme.page.text_width
    titles = (walk.words(line.inlines) for line in cover.lines if line.role is CoverRole.TITLE)
    height = look.top + sum(_height(line, look, room) for line in cover.lines)
    return height <= theme.page.text_height and all(_title_suits(title, look.title, room, each) for title in titles)


def _title_suits(title: str, look: TextStyle, room: float, each: bool) -> bool:
    """Return whether ``title`` has few lines, and several words in the last, or in ``each`` if they differ much."""
    lines = lines_of(title, look, room)
    judged = lines if each and not _even(lines) else lines[-1:]
    return len(lines) == 1 or (len(lines) <= _MOST_LINES and all(" " in line for line in judged))


def _even(lines: list[str]) -> bool:
    """Return whether ``lines`` are two that differ little, so that the one word of the first does not look lone."""
    return len(lines) == _PAIR and len(lines[0]) >= _EVEN * len(lines[1])


def _height(line: CoverLine, look: CoverLook, room: float) -> float:
    """Return the height of a line with the space around it, and that of the rule below a title."""
    style: TextStyle = getattr(look, line.role.value)
    rule = look.rule[1] + look.below_rule if line.role is CoverRole.TITLE else 0
    return text_height((walk.words(line.inlines),), room, style) + style.before + style.after + rule
