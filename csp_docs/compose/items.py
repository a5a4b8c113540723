"""Priorities, themes, achievements and topics as sections: headings in the council's pattern, parts in its order."""

from __future__ import annotations

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.blocks.run_in import led_in
from csp_docs.compose.content.written import content
from csp_docs.compose.context import Context
from csp_docs.compose.patterns import Item, bullets, check_labels, naming, note_title, title_of
from csp_docs.council.layouts import ItemPart, ItemStyle
from csp_docs.errors import origin_of
from csp_docs.model import CrossCuttingTheme, Measure, Performance
from csp_docs.model.content import Content
from csp_docs.model.reach import types_of


def item_sections(name: str, items: tuple[Item, ...], style: ItemStyle, context: Context, numbered: bool) -> Blocks:
    """Return a section for each item of the field ``name``; headings are numbered if ``numbered`` allows it."""
    check_labels(items, style, context)
    note_title(name, items, style.heading, context)
    context.printed.update(f"{name}.{part}" for part in (*style.fields, "labels"))
    return tuple(_section(item, style, naming(item, number, context), numbered) for number, item in enumerate(items, 1))


def _section(item: Item, style: ItemStyle, context: Context, numbered: bool) -> b.Section:
    return b.Section(
        context.inlines(style.heading),
        _parts(item, style, context),
        numbered=numbered,
        origin=origin_of(title_of(item)),
    )


def _parts(item: Item, style: ItemStyle, context: Context) -> Blocks:
    """Return the parts; one without a label continues the item's text after those that have a heading."""
    out: list[b.Block] = []
    for part in style.parts:
        blocks, label = _part(item, part, context), _label(item, part)
        if blocks and label:
            out.append(b.Section(context.inlines(label), blocks, origin=origin_of(label)))
        elif blocks and any(isinstance(block, b.Section) for block in out):
            out.append(b.Section((), blocks))
        else:
            out += blocks
    return tuple(out)


def _label(item: Item, part: ItemPart) -> str:
    return part.label if isinstance(item, CrossCuttingTheme) else item.labels.get(part.field, part.label)


def _part(item: Item, part: ItemPart, context: Context) -> Blocks:
    value = getattr(item, part.field)
    if not value:
        return ()
    if types_of(item.__class__)[part.field] != Content and isinstance(value, tuple):
        return _listed(value, part, context)
    blocks = context.paragraphs(value, numbered=True) if isinstance(value, str) else content(value, context)
    return led_in(context.inlines(part.lead_in), blocks)


def _listed(value: tuple[str | Measure, ...], part: ItemPart, context: Context) -> Blocks:
    """Return texts as bullets, and any measures among them in a table below."""
    texts = tuple(item for item in value if isinstance(item, str))
    measures = tuple(item for item in value if isinstance(item, Measure))
    table = _table(measures, context) if measures else ()
    return ((bullets(texts, part.lead_in, context),) if texts else ()) + table


def _table(measures: tuple[Measure, ...], context: Context) -> Blocks:
    from csp_docs.compose.content.performance.table import performance

    return performance(Performance(measures), context, turns=False)
