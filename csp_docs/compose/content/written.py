"""The content of sections: from the words of the format to blocks."""

from __future__ import annotations

from typing import assert_never

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, walk
from csp_docs.blocks.counters import NumberPattern, pattern
from csp_docs.compose.access import inside
from csp_docs.compose.content.listed import list_of
from csp_docs.compose.content.tables import facts_table, table
from csp_docs.compose.context import Context
from csp_docs.compose.numbering import counts_within
from csp_docs.council.layouts import RecommendationStyle
from csp_docs.errors import Code, origin_of
from csp_docs.model import (
    ActionPlan,
    AreaMap,
    BlankPage,
    Bullets,
    Callout,
    Chart,
    Diagram,
    Facts,
    Figure,
    Grid,
    GridCell,
    Landscape,
    Lines,
    ListOf,
    Numbered,
    PageBreak,
    Paragraph,
    Passage,
    Pending,
    Performance,
    Plain,
    Quote,
    RiskRegister,
    Table,
)
from csp_docs.model.content import ContentItem, TextOrContent
from csp_docs.model.lists import ListItem
from csp_docs.model.parts import first_located
from csp_docs.model.reach import types_of
from csp_docs.reading.bare_names import bare_name

_MARKS = "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
_OPENING = (_MARKS[0], "\N{LEFT SINGLE QUOTATION MARK}", '"', "'")


def content(items: tuple[ContentItem, ...], context: Context, *, numbered: bool = True) -> Blocks:
    """Return the blocks of a section's content; its texts are numbered if the house style numbers paragraphs."""
    return tuple(block for item in items for block in _item(item, context, numbered))


def text_or_content(given: TextOrContent, context: Context, *, numbered: bool = False) -> Blocks:
    """Return the blocks of one text, or of content; texts are numbered if ``numbered``."""
    if isinstance(given, str):
        return context.paragraphs(given, numbered=numbered)
    return content(given, context, numbered=numbered)


def _item(item: ContentItem, context: Context, numbered: bool) -> Blocks:  # noqa: C901 (a case for each)
    match item:
        case str():
            return _text(item, context, numbered)
        case Paragraph():
            return _identified(item, context.paragraphs(item.text, numbered=numbered), context)
        case Plain():
            return context.paragraphs(item.text)
        case Pending():
            return (b.Paragraph((context.pending(item),), numbered),)
        case Bullets() | Numbered():
            return _listed(item, context, numbered)
        case ListOf():
            return list_of(item, context)
        case Lines():
            return (b.Lines(tuple(context.inlines(line) for line in item.items)),)
        case Table() | Performance() | ActionPlan() | RiskRegister():
            return _tabled(item, context)
        case Facts():
            return (facts_table(item.facts, context.term("facts"), context),)
        case Figure() | Diagram() | Chart() | AreaMap():
            return _shown(item, context)
        case Callout():
            return (b.Callout(_boxed(content(item.content, context, numbered=False)), context.inlines(item.title)),)
        case Quote():
            return (b.Quote(content(item.content, context, numbered=False), context.inlines(item.title)),)
        case Grid():
            inside = context.on(context.theme.page.column(context.theme.grid_gutter, item.columns))
            return (b.Grid(tuple(_cell(cell, inside) for cell in item.cells), columns=item.columns),)
        case Landscape():
            turned = context.on(context.theme.page.turned())
            return (b.Landscape(content(item.content, turned, numbered=numbered)),)
        case Passage():
            return (_passage(item, context, numbered),)
        case PageBreak():
            return (b.PageBreak(),)
        case BlankPage():
            return (b.BlankPage(context.words("blank_page")),)
        case _:
            assert_never(item)


def _boxed(blocks: Blocks) -> Blocks:
    """Return the blocks of a callout, where quotations have quotation marks in place of a rule."""
    return tuple(_in_marks(block) if isinstance(block, b.Quote) else block for block in blocks)


def _in_marks(quote: b.Quote) -> b.Quote:
    """Return a quotation between quotation marks, if it does not begin with one."""
    blocks = [*quote.blocks]
    if blocks and not "".join(walk.texts(quote.blocks)).startswith(_OPENING):
        if isinstance(first := blocks[0], b.Paragraph):
            blocks[0] = evolve(first, inlines=(b.Text(_MARKS[0]), *first.inlines))
        if isinstance(last := blocks[-1], b.Paragraph):
            blocks[-1] = evolve(last, inlines=(*last.inlines, b.Text(_MARKS[1])))
    return evolve(quote, blocks=tuple(blocks), boxed=True)


def _text(given: str, context: Context, numbered: bool) -> Blocks:
    _note_bare_name(given, context)
    return context.blocks(given, numbered=numbered)


def _note_bare_name(given: str, context: Context, *, in_list: bool = False) -> None:
    if problem := bare_name(given, types_of(type(context.document)), in_list=in_list):
        context.problems.append(problem)


def _passage(given: Passage, context: Context, numbered: bool) -> b.Part:
    """Return content that is not for the public; the public edition names a table or figure that is all of it."""
    from csp_docs.compose.closed.parts import explained, part

    within = inside(given.access, context, first_located(given.content) or "")
    blocks = content(given.content, within, numbered=numbered)
    subject = context.words("this_passage")
    match blocks:
        case (b.Table(caption=b.Caption()) | b.Figure(caption=b.Caption()) as only,):
            only = evolve(only, id=only.id or f"passage #{len(context.passages) + 1}")
            context.passages.append(only.id)
            blocks, subject = (only,), (b.Reference(only.id),)
    return part((*explained(given.access, within), *blocks), given.access, subject, context)


def _identified(given: Paragraph, blocks: Blocks, context: Context) -> Blocks:
    """Return the blocks of a text; its first paragraph has its id."""
    for first in blocks[:1]:
        if isinstance(first, b.Paragraph):
            return (evolve(first, id=given.id, origin=origin_of(given.id)), *blocks[1:])
        context.problem(Code.BEGINS_WITH_LIST, "a paragraph begins with a list", "write its words first", given.text)
    return blocks


def _tabled(item: Table | Performance | ActionPlan | RiskRegister, context: Context) -> Blocks:
    match item:
        case Table():
            return (table(item, context, _list),)
        case Performance():
            from csp_docs.compose.content.performance.table import performance

            return performance(item, context)
        case ActionPlan():
            from csp_docs.compose.content.registers import action_plan

            return (action_plan(item, context),)
        case RiskRegister():
            from csp_docs.compose.content.risks import risk_register

            return risk_register(item, context)
        case _:
            assert_never(item)


def _shown(item: Figure | Diagram | Chart | AreaMap, context: Context) -> Blocks:
    match item:
        case Figure():
            from csp_docs.compose.content.figures import figure

            return figure(item, context)
        case Diagram():
            from csp_docs.compose.content.figures import diagram

            return (diagram(item, context),)
        case Chart():
            from csp_docs.compose.content.charts import chart

            return (chart(item, context),)
        case AreaMap():
            from csp_docs.compose.content.maps import area_map

            return area_map(item, context)
        case _:
            assert_never(item)


def _cell(cell: GridCell, context: Context) -> b.GridCell:
    blocks = content(cell.content, context, numbered=False)
    return b.GridCell(title=context.inlines(cell.title), blocks=blocks)


def _listed(given: Bullets | Numbered, context: Context, numbered: bool) -> Blocks:
    """Return a list; where paragraphs have numbers, "1.1.1" are paragraphs that count within those."""
    marker = pattern(given.style) if numbered and isinstance(given, Numbered) else None
    if isinstance(given, Bullets) or not (marker and marker.parents and counts_within(marker, context)):
        return (_list(given, context),)
    if given.start > 1:
        fact = f'paragraphs that are numbered "{given.style}" cannot start at {given.start}'
        context.problem(Code.NO_EFFECT, fact, "remove `start`: they count within the paragraph above", given.style)
    return tuple(block for item in given.items for block in _within(item, marker, context))


def _within(item: ListItem, marker: NumberPattern, context: Context) -> Blocks:
    if not isinstance(item, str):
        return _item(item, context, numbered=True)
    first, *rest = context.paragraphs(item)
    if isinstance(first, b.Paragraph):
        first = evolve(first, numbered=True, marker=marker, origin=origin_of(item))
    return (first, *rest)


def _list(given: Bullets | Numbered, context: Context) -> b.List:
    marker, start = None, 1
    if isinstance(given, Numbered):
        marker, start = list_marker(given.style, context), given.start
    return b.List(_list_items(given.items, context), marker, start)


def _list_items(items: tuple[ListItem, ...], context: Context) -> tuple[Blocks, ...]:
    """Return the items of a list; a list directly after an item nests below that item.

    The items of lists that have no item to nest below are items of this list: two bullets in a line say nothing.
    """
    if all(isinstance(item, Bullets) for item in items):
        return tuple(below for item in items if isinstance(item, Bullets) for below in _list_items(item.items, context))
    out: list[Blocks] = []
    for item in items:
        if isinstance(item, str):
            _note_bare_name(item, context, in_list=True)
            out.append(context.paragraphs(item))
        elif out:
            out[-1] = (*out[-1], _list(item, context))
        else:
            out.append((_list(item, context),))
    return tuple(out)


def list_marker(style: str, context: Context) -> NumberPattern | None:
    """Return how a list is numbered; a pattern with parents ("1.1") is a problem, since a list has none."""
    marker = context.pattern(style)
    if marker and marker.parents:
        context.problem(
            Code.NOT_A_NUMBER_PATTERN, f'a list cannot be numbered "{style}"', 'use "1.", "(a)" or "(i)"', style
        )
        return None
    return marker


def recommendations(
    given: tuple[str, ...], style: RecommendationStyle, context: Context, *, numbered: bool = False
) -> Blocks:
    """Return the lead-in and the recommendations; paragraphs among them are numbered if ``numbered``.

    The lead-in has no number if the recommendations are numbered like paragraphs: the first of them is the first.
    """
    as_paragraphs = numbered and style.style == "1.1"
    counted = numbered and style.numbered and not as_paragraphs
    lead_in = context.paragraphs(style.lead_in, numbered=counted) if style.lead_in else ()
    if style.style in ("plain", "1.1"):
        return lead_in + tuple(block for text in given for block in context.paragraphs(text, numbered=as_paragraphs))
    return (*lead_in, b.List(tuple(context.paragraphs(text) for text in given), list_marker(style.style, context)))
