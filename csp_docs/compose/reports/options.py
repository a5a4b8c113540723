"""Options that were considered: a list, numbered paragraphs, or a table with a row for each."""

from __future__ import annotations

from typing import assert_never

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Inlines
from csp_docs.blocks.run_in import run_in
from csp_docs.compose.content.tables import or_nothing
from csp_docs.compose.content.values import several
from csp_docs.compose.context import ReportContext
from csp_docs.council.layouts import OptionsIn
from csp_docs.model import Option

_FIELD = "options"
_LISTS = ("advantages", "disadvantages", "risks")
_PARTS = ("assessment", *_LISTS, "cost")


def options(context: ReportContext, *, numbered: bool = False) -> Blocks:
    """Return the options as the council sets them out; their paragraphs are numbered if ``numbered``."""
    context.taken(_FIELD, _FIELD)
    context.printed.add(_FIELD)
    given = context.document.options
    match context.layout.options.style:
        case OptionsIn.LIST:
            return several([_listed(option, context) for option in given])
        case OptionsIn.PARAGRAPHS:
            return tuple(block for option in given for block in _in_paragraphs(option, context, numbered))
        case OptionsIn.TABLE:
            return (_table(given, context),)
        case _:
            assert_never(context.layout.options.style)


def _listed(option: Option, context: ReportContext) -> Blocks:
    """Return the title of an option, and below it what is said of it."""
    words = context.paragraphs(option.assessment) if option.assessment else ()
    return (_named(option, context), *words, *_below(option, context))


def _in_paragraphs(option: Option, context: ReportContext, numbered: bool) -> Blocks:
    """Return an option whose first paragraph has its title before its words, and the number."""
    words = context.paragraphs(option.assessment) if option.assessment else ()
    first, *others = run_in(_title(option, context), words) if words else (_named(option, context),)
    if isinstance(first, b.Paragraph):
        first = evolve(first, numbered=numbered)
    return (first, *others, *_below(option, context))


def _named(option: Option, context: ReportContext) -> b.Paragraph:
    return b.Paragraph((b.Strong(_title(option, context)),))


def _below(option: Option, context: ReportContext) -> Blocks:
    """Return what is for and against an option, each after the council's word for it."""
    said = ((name, _part(option, name, context)) for name in _PARTS[1:])
    return tuple(block for name, found in said if found for block in run_in(context.words(f"option_{name}"), found))


def _part(option: Option, name: str, context: ReportContext) -> Blocks:
    given = getattr(option, name)
    return several([*map(context.paragraphs, given)]) if name in _LISTS else context.paragraphs(given) if given else ()


def _table(given: tuple[Option, ...], context: ReportContext) -> b.Table:
    """Return a table with a row for each option, and a column for each part that any of them has."""
    parts = [name for name in _PARTS if any(getattr(option, name) for option in given)]
    names = [context.words(f"option_{name}") for name in ("title", *parts)]
    rows = tuple(
        ((b.Paragraph(_title(option, context)),), *(or_nothing(_part(option, name, context)) for name in parts))
        for option in given
    )
    head = tuple(map(b.HeaderCell, names))
    return b.Table((head,), (b.RowGroup(rows),), (b.Align.LEFT,) * len(names), row_headers=True)


def _title(option: Option, context: ReportContext) -> Inlines:
    preferred = (b.Text(f" ({context.term('preferred_option')})"),) if option.preferred else ()
    return (*context.inlines(option.title), *preferred)
