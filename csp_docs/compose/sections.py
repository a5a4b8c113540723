"""Sections: those that the author wrote out, and those that are drawn from the model."""

from __future__ import annotations

from typing import Literal, TypeAlias, assert_never

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.content import content
from csp_docs.compose.context import Context, PlanContext
from csp_docs.compose.glossary import contact, glossary
from csp_docs.compose.items import item_sections
from csp_docs.compose.partners import partners
from csp_docs.compose.patterns import plan_with
from csp_docs.errors import origin_of
from csp_docs.model import Generated, ModelPart, Section
from csp_docs.model.sections import SectionItem

DocumentPart: TypeAlias = Literal[ModelPart.GLOSSARY, ModelPart.CONTACT]
PlanPart: TypeAlias = Literal[ModelPart.PRIORITIES, ModelPart.CROSS_CUTTING, ModelPart.ACHIEVEMENTS, ModelPart.PARTNERS]


def sections(given: tuple[SectionItem, ...], context: Context) -> Blocks:
    """Return sections with all that stands below them."""
    return tuple(block for item in given for block in _item(item, context))


def contents(title: str, context: Context, at: str) -> Blocks:
    """Return the contents, below ``title`` or the council's word for them; they are asked for ``at`` a place."""
    words = context.inlines(title) if title else context.words("contents")
    return (b.Contents(words, context.layout.contents.levels, origin=origin_of(at)),)


def _item(item: SectionItem, context: Context) -> Blocks:
    match item:
        case Section():
            return (_section(item, context),)
        case Generated():
            return _generated(item, context)
        case _:
            assert_never(item)


def _section(section: Section, context: Context) -> b.Section:
    return b.Section(
        title=context.inlines(section.title),
        blocks=content(section.content, context) + sections(section.sections, context),
        id=section.id,
        numbered=section.numbered,
        origin=origin_of(section.title) or origin_of(section.id),
    )


def _generated(given: Generated, context: Context) -> Blocks:
    """Return a part drawn from the model: below its title, or at its own level without one."""
    part = ModelPart(given.generate)
    context.printed.add(part.value)
    if part is ModelPart.CONTENTS:
        return contents(given.title, context, given.generate)
    if part is ModelPart.GLOSSARY or part is ModelPart.CONTACT:
        blocks = _of_document(part, given.generate, context)
    else:
        plan = plan_with(part.value, given.generate, context)
        blocks = _of_plan(part, plan, given.numbered) if plan else ()
    if not blocks or not (given.title or given.id):
        return blocks
    origin = origin_of(given.title) or origin_of(given.generate)
    return (b.Section(context.inlines(given.title), blocks, id=given.id, numbered=given.numbered, origin=origin),)


def _of_document(part: DocumentPart, at: str, context: Context) -> Blocks:
    blocks = glossary(context) if part is ModelPart.GLOSSARY else contact(context)
    if not blocks:
        context.problem(f'the document gives no "{part.value}"', f"add `{part.value}:`, or take this part away", at)
    return blocks


def _of_plan(part: PlanPart, plan: PlanContext, numbered: bool) -> Blocks:
    document, layout = plan.document, plan.layout
    match part:
        case ModelPart.PRIORITIES:
            return item_sections(document.priorities, layout.priority, plan, numbered=numbered)
        case ModelPart.CROSS_CUTTING:
            return item_sections(document.cross_cutting, layout.cross_cutting, plan, numbered=numbered)
        case ModelPart.ACHIEVEMENTS:
            return item_sections(document.achievements, layout.achievement, plan, numbered=numbered)
        case ModelPart.PARTNERS:
            return partners(plan, numbered=numbered)
        case _:
            assert_never(part)
