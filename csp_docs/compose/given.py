"""What a plan gives and nothing prints: its author is told."""

from __future__ import annotations

from csp_docs.compose.context import PlanContext
from csp_docs.layouts import CoverField, FrontPage

_ON_THE_COVER = (CoverField.SUBTITLE, CoverField.STRAPLINE, CoverField.VERSION, CoverField.VISION, CoverField.STATEMENT)


def warn_of_unprinted(context: PlanContext) -> None:
    """Warn of the parts that no section generates, and of what the pages before the body leave out."""
    plan, printed, front = context.document, context.printed, context.layout.front
    parts: dict[str, str] = {
        "priorities": next((priority.title for priority in plan.priorities), ""),
        "cross_cutting": next((theme.title for theme in plan.cross_cutting), ""),
        "achievements": next((achievement.heading for achievement in plan.achievements), ""),
        "partners": next((partner.name for partner in plan.partners), ""),
    }
    for name, first in parts.items():
        if first and name not in printed:
            context.warn(f'the plan prints its "{name}" nowhere', f"add `generate: {name}` to the sections", first)
    if plan.contents and FrontPage.CONTENTS not in front and "contents" not in printed:
        context.warn("the contents are printed nowhere", "add `contents` to the layout's `front`", plan.title)
    if plan.foreword and FrontPage.FOREWORD not in front:
        context.warn(
            "the foreword is printed nowhere", "add `foreword` to the layout's `front`", plan.foreword.content[0]
        )
    if plan.access.reason:
        hint = "say it in the text, or take it away"
        context.warn("a plan has no place for the reason why it is exempt", hint, plan.access.reason)
    _warn_of_cover(context)


def _warn_of_cover(context: PlanContext) -> None:
    has_cover = FrontPage.COVER in context.layout.front
    printed = {line.field for line in context.layout.cover} if has_cover else set()
    for field in _ON_THE_COVER:
        text = getattr(context.document, field.value)
        if text and field not in printed:
            fact = f'the council\'s layout prints "{field.value}" nowhere'
            context.warn(fact, "add it to the layout's `cover`, and `cover` to its `front`", text)
