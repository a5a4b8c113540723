"""What a publication gives and nothing prints: its author is told."""

from __future__ import annotations

from csp_docs.compose.context import PublicationContext
from csp_docs.council.layouts import CoverField, FrontPage
from csp_docs.errors import Code
from csp_docs.model import Plan, Publication, StrategicAssessment

_ON_THE_COVER = (CoverField.SUBTITLE, CoverField.STRAPLINE, CoverField.VERSION, CoverField.VISION, CoverField.STATEMENT)


def warn_of_unprinted(context: PublicationContext) -> None:
    """Warn of the parts that no section generates, and of what the pages before the body leave out."""
    given, printed, front = context.document, context.printed, context.layout.front
    kind = given.kind.replace("_", " ")
    for name, first in _first_of_parts(given).items():
        if first and name not in printed:
            context.warn(
                Code.NOT_PRINTED,
                f'the {kind} prints its "{name}" nowhere',
                f"add `generate: {name}` to the sections",
                first,
            )
    if given.contents and FrontPage.CONTENTS not in front and "contents" not in printed:
        context.warn(
            Code.NOT_PRINTED, "the contents are printed nowhere", "add `contents` to the layout's `front`", given.title
        )
    if given.foreword and FrontPage.FOREWORD not in front:
        context.warn(
            Code.NOT_PRINTED,
            "the foreword is printed nowhere",
            "add `foreword` to the layout's `front`",
            given.foreword.content[0],
        )
    if given.access.reason:
        hint = "say it in the text, or take it away"
        context.warn(
            Code.NO_PLACE_FOR_REASON,
            f"a {kind} has no place for the reason why it is exempt",
            hint,
            given.access.reason,
        )
    _warn_of_cover(context)


def _first_of_parts(given: Publication) -> dict[str, str]:
    """Return the title of the first item of each part that a section has to generate; empty where there is none."""
    match given:
        case Plan():
            return {
                "priorities": next((priority.title for priority in given.priorities), ""),
                "cross_cutting": next((theme.title for theme in given.cross_cutting), ""),
                "achievements": next((achievement.heading for achievement in given.achievements), ""),
                "partners": next((partner.name for partner in given.partners), ""),
            }
        case StrategicAssessment():
            return {"topics": next((topic.title for topic in given.topics), "")}
    return {}


def _warn_of_cover(context: PublicationContext) -> None:
    has_cover = FrontPage.COVER in context.layout.front
    printed = {line.field for line in context.layout.cover} if has_cover else set()
    for field in _ON_THE_COVER:
        text = getattr(context.document, field.value)
        if text and field not in printed:
            fact = f'the council\'s layout prints "{field.value}" nowhere'
            context.warn(Code.NOT_PRINTED, fact, "add it to the layout's `cover`, and `cover` to its `front`", text)
