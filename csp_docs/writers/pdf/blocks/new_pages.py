"""Blocks on pages of their own: cover, blank page, landscape pages, appendix, embedded document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve

from csp_docs.blocks import (
    Align,
    Appendix,
    BlankPage,
    Cover,
    CoverLine,
    CoverRole,
    Embedded,
    Figure,
    Landscape,
    Logo,
    Part,
)
from csp_docs.theme.theme import TextStyle, Theme
from csp_docs.typesetting.margins import with_room_for
from csp_docs.typesetting.titles import further_room
from csp_docs.writers.pdf.type.shapes import (
    AnyBox,
    Art,
    Blank,
    Break,
    EmptyFrame,
    Frame,
    Row,
    keep_together,
    stack_height,
)

if TYPE_CHECKING:
    from csp_docs.writers.pdf.blocks.box_maker import BoxMaker, Place
    from csp_docs.writers.pdf.page_style import PageStyle


def appendix_boxes(maker: BoxMaker, place: Place, appendix: Appendix) -> list[AnyBox]:
    """Return the boxes of an appendix: on new pages, or together below what is above them."""
    inside, theme = place.below(place.parent.child("Sect")), maker.setting.theme
    look = theme.appendix(place.level, together=appendix.together)
    wide = inside.widened(further_room(appendix.blocks, theme))
    heading = maker.heading(wide, appendix.printed_label, appendix.title, look, appendix.id)
    boxes = headed(maker, heading, maker.flow(inside._replace(level=place.level + 1), appendix.blocks))
    if appendix.together:
        keep_together(boxes)
        return boxes
    return [Break(maker.page_style), *boxes]


def headed(maker: BoxMaker, heading: list[AnyBox], below: list[AnyBox]) -> list[AnyBox]:
    """Return ``heading`` and the boxes ``below`` it; if these begin a new kind of page, the heading is on the first."""
    breaks = list(_turns(maker.page_style, below))
    if len(breaks) == len(below):
        return [*heading, *below]
    _place_below(below[len(breaks)], heading[-1], maker.setting.theme)
    return [*breaks, *heading, *below[len(breaks) :]]


def _place_below(first: AnyBox, heading: AnyBox, theme: Theme) -> None:
    """Place a table (its rows have rules above them) or a figure right below a heading, or the rule of one."""
    if isinstance(first, Art | EmptyFrame) or (isinstance(first, Row) and first.rule_above):
        first.before = theme.below_ruled if isinstance(heading, Blank) else theme.below_heading


def _turns(style: PageStyle, boxes: list[AnyBox]) -> Iterator[Break]:
    """Yield the breaks at the start of ``boxes``, as long as each leads from pages of one ``style`` to another."""
    for box in boxes:
        if not isinstance(box, Break) or box.style.is_like(style):
            return
        yield box
        style = box.style


def embedded_boxes(maker: BoxMaker, place: Place, embedded: Embedded) -> list[AnyBox]:
    """Return the boxes of a complete document, on its own pages, between those of the document around it."""
    document, around = embedded.document, maker.setting.document
    theme = maker.setting.theme
    if theme.inner_cover:
        theme = evolve(theme, cover=theme.inner_cover, inner_cover=None)
    theme = with_room_for(document, document.marking, theme)
    inside = maker.within(evolve(maker.setting, document=document, marking=document.marking, theme=theme))
    language = document.language if document.language != around.language else ""
    start = inside.start(place.parent.child("Part", language=language), place.level)
    return [Break(inside.page_style), *inside.flow(start, document.blocks), Break(maker.page_style)]


def cover_boxes(maker: BoxMaker, place: Place, cover: Cover) -> list[AnyBox]:
    """Return the boxes of a cover page: its lines below the place for a logo, and its details at the foot."""
    logo = logo_boxes(maker, place, cover.logo) if cover.logo else []  # is read first, and the picture last
    boxes, details = list[AnyBox](), list[AnyBox]()
    for line in cover.lines:
        (details if line.role is CoverRole.DETAIL else boxes).extend(_cover_line(maker, place, line))
    look = maker.setting.theme.cover
    art = _cover_picture(maker, place, cover.picture) if cover.picture and look.picture else []
    above = look.picture - maker.setting.theme.page.top if art else 0
    if cover.logo:
        art += logo
        art[-1].drop, art[-1].after = look.logo_top - above, 0
        above = look.logo_top + cover.logo.size[1]
    for first in (boxes or details)[:1]:
        first.drop = look.top - above
    for first in details[:1]:
        first.sinks = True
    return [Break(maker.cover_style), *art, *boxes, *details, Break(maker.page_style)]


def logo_boxes(maker: BoxMaker, place: Place, logo: Logo) -> list[AnyBox]:
    """Return the box of a logo, with space below it."""
    from csp_docs.writers.pdf.blocks.figures import content_boxes

    wide, share = logo.size[0], {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[logo.align]
    boxes = content_boxes(maker, place.narrowed((place.width - wide) * share), logo.figure)
    for box in boxes:
        box.after, box.keep = maker.setting.theme.below_logo, True
    return boxes


def _cover_picture(maker: BoxMaker, place: Place, figure: Figure) -> list[AnyBox]:
    """Return the box of a picture that reaches from edge to edge of the paper, at its top."""
    from csp_docs.writers.pdf.blocks.figures import content_boxes

    page, height = maker.setting.theme.page, maker.setting.theme.cover.picture
    wide = place.narrowed(-page.left, -page.right)
    boxes = content_boxes(maker, wide, evolve(figure, size=(page.width, height)))
    for box in boxes:
        box.drop, box.keep = -page.top, True
    return boxes


def _cover_line(maker: BoxMaker, place: Place, line: CoverLine) -> list[AnyBox]:
    theme = maker.setting.theme
    style: TextStyle = getattr(theme.cover, line.role.value)
    if line.role is not CoverRole.TITLE:
        return [*maker.line_boxes(place, line.inlines, place.parent.child("P"), style)]
    title = maker.setting.title_element(place.parent)
    lines = maker.title_lines(place, line.inlines, title, style)
    return [*lines, _accent_rule(theme)]


def _accent_rule(theme: Theme) -> AnyBox:
    length, thickness = theme.cover.rule
    rule = Blank(thickness, after=theme.cover.below_rule)
    rule.frames = (Frame(0, length, length, theme.colour(theme.cover.accent)),)
    return rule


def blank_page_boxes(maker: BoxMaker, place: Place, blank: BlankPage) -> list[AnyBox]:
    """Return the boxes of a page that only has words in its middle."""
    style, middle = maker.page_style, place._replace(align=Align.CENTRE)
    lines: list[AnyBox] = [*maker.line_boxes(middle, blank.inlines, place.parent.child("P"), place.body)]
    lines[0].drop = (style.room - stack_height(lines)) / 2
    return [Break(style), *lines, Break(style)]


def landscape_boxes(maker: BoxMaker, place: Place, landscape: Landscape) -> list[AnyBox]:
    """Return the boxes of landscape pages; their text is wider, because the paper is."""
    setting = maker.setting
    theme = setting.theme
    turned = with_room_for(setting.document, setting.marking, evolve(theme, page=theme.page.turned()))
    inside = maker.within(evolve(setting, theme=turned))
    wider = place._replace(width=place.width + turned.page.width - theme.page.width)
    return [Break(inside.page_style), *inside.flow(wider, landscape.blocks), Break(maker.page_style)]


def part_boxes(maker: BoxMaker, place: Place, part: Part) -> list[AnyBox]:
    """Return the boxes of a part with its own access, on pages with its marking."""
    setting = maker.setting
    if part.marking == setting.marking:
        return maker.flow(place, part.blocks)
    theme = with_room_for(setting.document, part.marking, setting.theme)
    inside = maker.within(evolve(setting, marking=part.marking, theme=theme))
    return [Break(inside.page_style), *inside.flow(place, part.blocks), Break(maker.page_style)]
