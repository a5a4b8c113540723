"""Lists that are drawn from the model: priorities, themes, the bodies of the partnership."""

from __future__ import annotations

from typing import assert_never

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.blocks.run_in import led_in, run_in
from csp_docs.compose.context import Context, PlanContext
from csp_docs.compose.patterns import bullets, naming, note_title, plan_with
from csp_docs.council.layouts import ItemPart
from csp_docs.errors import Code
from csp_docs.model import CrossCuttingTheme, ListOf, ModelList

_DRAWN_FROM = {ModelList.STATUTORY_PARTNERS.value: "partners"}
"""The parts of the model that lists with another name are drawn from."""
_OF_THE_PARTNERSHIP = (ModelList.RESPONSIBLE_AUTHORITIES, ModelList.OTHER_AGENCIES)
"""The lists that are drawn from the council's template, where the document does not give them."""


def list_of(given: ListOf, context: Context) -> Blocks:
    """Return the list that ``given`` names; nothing, and a problem, if the model has nothing for it."""
    drawn_from = _DRAWN_FROM.get(given.name, given.name)
    if drawn_from in context.document.partnership or ModelList(given.name) not in _OF_THE_PARTNERSHIP:
        context.taken(drawn_from, given.name)
    items = _items(ModelList(given.name), given.name, context)
    return (b.List(items),) if items else ()


def _items(name: ModelList, at: str, context: Context) -> tuple[Blocks, ...]:
    match name:
        case ModelList.RESPONSIBLE_AUTHORITIES:
            return _bodies(context.council.partnership.responsible_authorities, at, context)
        case ModelList.OTHER_AGENCIES:
            return _bodies(context.council.partnership.other_agencies, at, context)
        case ModelList.PRIORITIES:
            plan = plan_with("priorities", at, context)
            return _priorities(plan) if plan else ()
        case ModelList.CROSS_CUTTING:
            plan = plan_with("cross_cutting", at, context)
            return _themes(plan) if plan else ()
        case ModelList.STATUTORY_PARTNERS:
            plan = plan_with("partners", at, context)
            return _partners(plan) if plan else ()
        case _:
            assert_never(name)


def _bodies(names: tuple[str, ...], at: str, context: Context) -> tuple[Blocks, ...]:
    if not names:
        hint = f"add `partnership: {{{at}: […]}}` to the document or to the council's template"
        context.problem(Code.PART_NOT_GIVEN, f'the partnership does not give "{at}"', hint, at)
    context.printed.add(f"partnership.{at}")
    return tuple(context.paragraphs(name) for name in names)


def _priorities(plan: PlanContext) -> tuple[Blocks, ...]:
    given, style = plan.document.priorities, plan.layout.priority
    note_title("priorities", given, style.listed, plan)
    return tuple(
        (b.Paragraph(naming(priority, number, plan).inlines(style.listed)),) for number, priority in enumerate(given, 1)
    )


def _themes(plan: PlanContext) -> tuple[Blocks, ...]:
    """Return the cross-cutting themes, with the parts of each below it."""
    given, style = plan.document.cross_cutting, plan.layout.cross_cutting
    note_title("cross_cutting", given, style.listed, plan)
    plan.printed.update(f"cross_cutting.{part}" for part in style.fields)
    return tuple(_theme(theme, naming(theme, number, plan), plan) for number, theme in enumerate(given, 1))


def _theme(theme: CrossCuttingTheme, named: Context, plan: PlanContext) -> Blocks:
    style = plan.layout.cross_cutting
    below = tuple(block for part in style.parts for block in _part(theme, part, named))
    return (b.Paragraph(named.inlines(style.listed)), *below)


def _part(theme: CrossCuttingTheme, part: ItemPart, named: Context) -> Blocks:
    value = getattr(theme, part.field)
    if not value:
        return ()
    if isinstance(value, tuple):
        blocks: Blocks = (bullets(value, part.lead_in, named),)
    else:
        blocks = led_in(named.inlines(part.lead_in), named.paragraphs(value))
    return run_in(named.inlines(part.label), blocks)


def _partners(plan: PlanContext) -> tuple[Blocks, ...]:
    given = plan.document.partners
    plan.printed.add("partners.name")
    return tuple((b.Paragraph(plan.inlines(partner.name)),) for partner in given if not partner.under)
