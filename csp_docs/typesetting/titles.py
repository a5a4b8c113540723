"""Titles in lines that look well, for all writers: where their last line begins, and their sizes on covers."""

from __future__ import annotations

from attrs import evolve

from csp_docs.blocks import (
    Blocks,
    Cover,
    CoverGround,
    CoverLine,
    CoverRole,
    Document,
    Inlines,
    Landscape,
    Part,
    Section,
    Text,
    walk,
)
from csp_docs.theme.metrics import width
from csp_docs.theme.theme import CoverLook, TextStyle, Theme
from csp_docs.typesetting.heights import text_height

_NO_BREAK = "\u00a0"
_MOST_LINES = 4
"""The lines that a title may have, unless it is of the smallest size."""


def further_room(blocks: Blocks, theme: Theme) -> float:
    """Return how much more room the heading above ``blocks`` has than others: they may begin on turned pages."""
    match blocks:
        case (Landscape(), *_):
            return theme.page.turned().text_width - theme.page.text_width
        case ((Section() | Part()) as first, *_):
            return further_room(first.blocks, theme)
    return 0


def balanced(title: Inlines, look: TextStyle, room: float, before: str = "") -> Inlines:
    """Return ``title`` with a no-break space before its last word, if that would be alone in the last line.

    ``before`` is printed in front of it. The title stays as it is where its last two words do not fit in a line.
    """
    words = before + walk.words(title)
    lines = _lines(words, look, room)
    last_two = width(" ".join(words.rsplit(" ", 2)[-2:]), bold=look.bold) * look.size
    return _glued(title) if len(lines) > 1 and " " not in lines[-1] and last_two <= room else title


def _title_suits(title: str, look: TextStyle, room: float) -> bool:
    """Return whether a title on a cover has few lines, and more than one word in the last of them."""
    [printed] = balanced((Text(title),), look, room)
    lines = _lines(walk.words((printed,)), look, room)
    return len(lines) == 1 or (len(lines) <= _MOST_LINES and (" " in lines[-1] or _NO_BREAK in lines[-1]))


def _glued(title: Inlines) -> Inlines:
    """Return ``title`` with its last space as a no-break space, if that is not inside other inlines."""
    for place in reversed(range(len(title))):
        inline = title[place]
        if " " in walk.words((inline,)):
            if not isinstance(inline, Text):
                return title
            text = _NO_BREAK.join(inline.text.rsplit(" ", 1))
            return (*title[:place], evolve(inline, text=text), *title[place + 1 :])
    return title


def _lines(words: str, look: TextStyle, room: float) -> list[str]:
    """Return the lines of ``words``, which end at spaces, as both writers break them."""
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and width(longer, bold=look.bold) * look.size > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def with_cover_look(document: Document, theme: Theme) -> Theme:
    """Return ``theme`` with the ground of the cover of ``document``, and with the size that suits titles of covers.

    Documents inside it have covers with a band: the heading of an appendix is readable there too.
    """
    covers = [block for block in walk.in_flow(document.blocks) if isinstance(block, Cover)]
    own = [cover for cover in covers if cover in document.blocks[:1]]
    inner = [cover for cover in covers if cover not in own]
    band = _first_that_suits(covers, theme.cover, theme)
    if not own or own[0].ground is CoverGround.BAND:
        return evolve(theme, cover=band)
    reverse = _first_that_suits(own, theme.cover.reversed(), theme)
    look = _with_picture(own[0], reverse, theme) if own[0].picture else reverse
    return evolve(theme, cover=look, inner_cover=band if inner else None)


def _first_that_suits(covers: list[Cover], given: CoverLook, theme: Theme) -> CoverLook:
    looks = [evolve(given, title=title) for title in (given.title, *given.smaller_titles)]
    return next((look for look in looks if all(_suits(cover, look, theme) for cover in covers)), looks[-1])


def _with_picture(cover: Cover, look: CoverLook, theme: Theme) -> CoverLook:
    """Return ``look`` with as tall a picture as leaves room for the text below it."""
    page, gap = theme.page, look.top - look.logo[1]
    room = page.height - page.bottom - gap - sum(_height(line, look, page.text_width) for line in cover.lines)
    picture = max(min(look.tallest_picture, room), page.top)
    return evolve(look, picture=picture, top=picture + gap - page.top)


def _suits(cover: Cover, look: CoverLook, theme: Theme) -> bool:
    """Return whether the titles of ``cover`` are not long, and all of it is on one page."""
    room = theme.page.text_width
    titles = (walk.words(line.inlines) for line in cover.lines if line.role is CoverRole.TITLE)
    height = look.top + sum(_height(line, look, room) for line in cover.lines)
    return all(_title_suits(title, look.title, room) for title in titles) and height <= theme.page.text_height


def _height(line: CoverLine, look: CoverLook, room: float) -> float:
    """Return the height of a line with the space around it, and that of the rule below a title."""
    style: TextStyle = getattr(look, line.role.value)
    rule = look.rule[1] + look.below_rule if line.role is CoverRole.TITLE else 0
    return text_height((walk.words(line.inlines),), room, style) + style.before + style.after + rule
