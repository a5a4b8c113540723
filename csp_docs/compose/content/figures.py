"""Figures of the format to figures of the block tree: pictures, diagrams, and what is pending."""

from __future__ import annotations

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.content.tables import caption_of, source_of
from csp_docs.compose.context import Context
from csp_docs.council.template import ChartData
from csp_docs.errors import Code, CspDocsError, Origin, origin_of
from csp_docs.model import Appendix, Chart, Diagram, Figure, HighlightReport, Picture
from csp_docs.model.figures import nested
from csp_docs.model.lists import ListItem
from csp_docs.model.parts import every_part
from csp_docs.reading.folder import Folder
from csp_docs.typesetting.sizes import figure_size


def figure(given: Figure, context: Context) -> Blocks:
    """Return a figure with caption and source; nothing, and a problem, if its picture cannot be printed."""
    share, theme = _share(given.width), context.theme
    room = (share or 1) * theme.page.text_width, theme.tallest_figure
    shown = b.Frame(context.pending(given.pending)) if given.pending else _read(given, context, room)
    if not shown:
        return ()
    found = b.Figure(
        shown,
        alt=context.bare(given.alt),
        decorative=given.decorative,
        caption=caption_of(given.caption, context.bare(given.label) or context.term("figure"), context),
        source=source_of(given.source, context),
        id=given.id,
        width=share,
        origin=_place(given),
    )
    _judge_dots(found, context)
    return (found,)


def picture(given: Picture | None, context: Context, height: float) -> b.Figure | None:
    """Return a picture that is at most ``height`` points high; None, and a problem, if it cannot be printed."""
    shown = _read(given, context, (context.theme.page.width, height)) if given else None
    if not (given and shown):
        return None
    alt = context.bare(given.alt)
    return b.Figure(shown, alt=alt, decorative=given.decorative, origin=_place(given))


def logo_of(context: Context) -> b.Logo | None:
    """Return the logo of the council, if its template has one."""
    if context.council.council.logo.file == "":
        return None
    from csp_docs.compose.heads.logo import logo

    return logo(context)


def diagram(given: Diagram, context: Context) -> b.Figure:
    """Return a diagram; without an alternative text, its items are read in order."""
    from csp_docs.compose.content.legible import check_words

    shown = b.Diagram(b.DiagramKind(given.type.value), _diagram_items(given.items, context))
    check_words(shown, given.items[0], context)
    return b.Figure(
        shown,
        alt=context.bare(given.alt) or ", ".join(_texts(shown.items)),
        caption=caption_of(given.caption, context.term("figure"), context),
        id=given.id,
        origin=origin_of(given.caption) or origin_of(given.items[0]),
    )


def _diagram_items(items: tuple[ListItem, ...], context: Context) -> tuple[b.DiagramItem, ...]:
    return tuple(b.DiagramItem(context.bare(text), _diagram_items(below, context)) for text, below in nested(items))


def _texts(items: tuple[b.DiagramItem, ...]) -> list[str]:
    return [text for item in items for text in (item.text, *_texts(item.items))]


def _share(width: str) -> float:
    return float(width.rstrip("% ")) / 100 if width else 0


def _place(given: Figure | Picture) -> Origin | None:
    """Return where a picture was given: one that is given by its content has the place of its words, if any."""
    texts = (given.file, given.alt, *((given.caption, given.source) if isinstance(given, Figure) else ()))
    return next((origin for text in texts if text and (origin := origin_of(text))), None)


def _read(given: Figure | Picture, context: Context, room: tuple[float, float]) -> b.Picture | b.Vector | None:
    from csp_docs.reading.pictures import picture_or_drawing, read_picture

    try:
        if isinstance(given.file, bytes):
            return picture_or_drawing(given.file, "the picture", room)
        return read_picture(given.file, Folder.of(given.file), room)
    except CspDocsError as error:
        context.problems.extend(evolve(found, origin=found.origin or _place_of_file(given)) for found in error.findings)
    return None


def _place_of_file(given: Figure | Picture) -> Origin | None:
    """Return where the content of a picture was given, which has no place of its own: next to its words."""
    place = _place(given)
    return place and evolve(place, path=f"{place.path.rpartition('.')[0]}.file".removeprefix("."))


def _judge_dots(found: b.Figure, context: Context) -> None:
    """Warn of a picture that is printed so wide that it looks coarse."""
    from csp_docs.reading.pictures import coarse

    if isinstance(found.content, b.Picture) and found.width:
        width, _ = figure_size(found, context.theme)
        if message := coarse(found.content, width):
            context.warn(Code.COARSE_PICTURE, message, "", found)


def is_tabled(context: Context) -> bool:
    """Tell whether the numbers of charts go into tables; those that are not for the public stay where they are."""
    closed = context.closed or context.document.access.closed
    return context.council.charts.data is ChartData.APPENDIX and not closed


def has_tabled_charts(context: Context) -> bool:
    """Tell whether the numbers of a chart of the document itself go into tables at its end."""
    return is_tabled(context) and any(
        isinstance(part, Chart) for part in every_part(context.document, _is_open_and_of_its_own)
    )


def _is_open_and_of_its_own(part: object) -> bool:
    access = getattr(part, "access", None)
    apart = isinstance(part, HighlightReport) or (isinstance(part, Appendix) and part.document)
    return not (apart or (access and access.closed))
