"""Sections: those that the author wrote out, and those that are drawn from the model."""

from __future__ import annotations

from typing import Literal, TypeAlias, assert_never

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.access import inside, notice_for_list, title_by_access
from csp_docs.compose.content.written import content
from csp_docs.compose.context import AssessmentContext, Context, PlanContext
from csp_docs.compose.glossary import contact, glossary
from csp_docs.compose.items import item_sections
from csp_docs.compose.partners import partners
from csp_docs.compose.patterns import assessment_with, plan_with
from csp_docs.compose.summary import executive_summary, key_findings, recommended
from csp_docs.errors import Code, origin_of
from csp_docs.model import Access, Generated, ModelPart, Section
from csp_docs.model.sections import SectionItem

DocumentPart: TypeAlias = Literal[ModelPart.GLOSSARY, ModelPart.CONTACT]
AssessmentPart: TypeAlias = Literal[
    ModelPart.EXECUTIVE_SUMMARY, ModelPart.KEY_FINDINGS, ModelPart.RECOMMENDATIONS, ModelPart.TOPICS
]
PlanPart: TypeAlias = Literal[ModelPart.PRIORITIES, ModelPart.CROSS_CUTTING, ModelPart.ACHIEVEMENTS, ModelPart.PARTNERS]
DrawnPart: TypeAlias = DocumentPart | AssessmentPart | PlanPart

_NOTED_IN_PARTS = {"priorities", "cross_cutting", "achievements", "topics"}
"""The parts of which a layout may leave out something."""
_LISTINGS = {
    b.Listing.HEADINGS: "contents",
    b.Listing.FIGURES: "list_of_figures",
    b.Listing.TABLES: "list_of_tables",
}
"""The printed words for contents and for lists of captions."""


def sections(given: tuple[SectionItem, ...], context: Context) -> Blocks:
    """Return sections with everything below them."""
    return tuple(block for item in given for block in _item(item, context))


def contents(title: str, context: Context, at: str, of: b.Listing = b.Listing.HEADINGS) -> Blocks:
    """Return the contents, or a list of captions, below ``title`` or the council's word; ``at`` asks for them."""
    words = context.inlines(title) if title else context.words(_LISTINGS[of])
    levels, notice = context.layout.contents.levels, notice_for_list(context)
    return (b.Contents(words, levels, of, notice=notice, origin=origin_of(at)),)


def _item(item: SectionItem, context: Context) -> Blocks:
    match item:
        case Section():
            return (_section(item, context),)
        case Generated():
            return _generated(item, context)
        case _:
            assert_never(item)


def _section(section: Section, context: Context) -> b.Section:
    within = inside(section.access, context, section.title)
    blocks = content(section.content, within) + sections(section.sections, within)
    return b.Section(
        title=title_by_access(section.title, section.access, context),
        blocks=_by_access(blocks, section.access, context, within),
        id=section.id,
        numbered=section.numbered,
        origin=origin_of(section.title) or origin_of(section.id),
    )


def _by_access(blocks: Blocks, access: Access | None, context: Context, within: Context) -> Blocks:
    """Return the blocks of a section, in a part if they are not for the public."""
    if not (access and (access.closed or access.marking)):
        return blocks
    from csp_docs.compose.closed import parts

    if not access.closed:
        return parts.marked_part(blocks, access, context)
    words = parts.explained(access, within)
    return (parts.part((*words, *blocks), access, context.words("this_section"), context),)


def _generated(given: Generated, context: Context) -> Blocks:
    """Return a part drawn from the model: below its title, or at its own level without one."""
    part = ModelPart(given.generate)
    within = inside(given.access, context, given.title)
    if part is ModelPart.CONTENTS or part is ModelPart.FIGURES or part is ModelPart.TABLES:
        context.printed.add(part.value)
        listed = b.Listing.HEADINGS if part is ModelPart.CONTENTS else b.Listing(part.value)
        return contents(given.title, context, given.generate, listed)
    within.taken(part.value, given.generate)
    blocks = _drawn(part, given, within)
    if not blocks or not (given.title or given.id):
        return blocks
    origin = origin_of(given.title) or origin_of(given.generate)
    title, found = (
        title_by_access(given.title, given.access, context),
        _by_access(blocks, given.access, context, within),
    )
    return (b.Section(title, found, id=given.id, numbered=given.numbered, origin=origin),)


def _drawn(part: DrawnPart, given: Generated, context: Context) -> Blocks:
    if part.value not in _NOTED_IN_PARTS:
        context.printed.add(part.value)
    match part:
        case ModelPart.GLOSSARY:
            return _some(glossary(context), given.generate, context)
        case ModelPart.CONTACT:
            return _some(contact(context), given.generate, context)
        case ModelPart.EXECUTIVE_SUMMARY | ModelPart.KEY_FINDINGS | ModelPart.RECOMMENDATIONS | ModelPart.TOPICS:
            assessment = assessment_with(part.value, given.generate, context)
            blocks = _of_assessment(part, assessment, given.numbered) if assessment else ()
            return _some(blocks, given.generate, context) if assessment else ()
        case _:
            plan = plan_with(part.value, given.generate, context)
            return _of_plan(part, plan, given.numbered) if plan else ()


def _some(blocks: Blocks, at: str, context: Context) -> Blocks:
    """Return blocks; it is a problem if there are none."""
    if not blocks:
        context.problem(
            Code.PART_NOT_GIVEN, f'the document does not give "{at}"', f"add `{at}:`, or remove this part", at
        )
    return blocks


def _of_assessment(part: AssessmentPart, assessment: AssessmentContext, numbered: bool) -> Blocks:
    match part:
        case ModelPart.EXECUTIVE_SUMMARY:
            return executive_summary(assessment)
        case ModelPart.KEY_FINDINGS:
            return key_findings(assessment)
        case ModelPart.RECOMMENDATIONS:
            return recommended(assessment)
        case ModelPart.TOPICS:
            return item_sections("topics", assessment.document.topics, assessment.layout.topics, assessment, numbered)
        case _:
            assert_never(part)


def _of_plan(part: PlanPart, plan: PlanContext, numbered: bool) -> Blocks:
    given, layout = plan.document, plan.layout
    match part:
        case ModelPart.PRIORITIES:
            return item_sections("priorities", given.priorities, layout.priority, plan, numbered)
        case ModelPart.CROSS_CUTTING:
            return item_sections("cross_cutting", given.cross_cutting, layout.cross_cutting, plan, numbered)
        case ModelPart.ACHIEVEMENTS:
            return item_sections("achievements", given.achievements, layout.achievement, plan, numbered)
        case ModelPart.PARTNERS:
            return partners(plan, numbered=numbered)
        case _:
            assert_never(part)
