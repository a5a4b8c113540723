"""The executive summary of a strategic assessment, with its key findings and recommendations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.content.written import content, recommendations
from csp_docs.compose.context import AssessmentContext
from csp_docs.model import Generated, ModelPart, Section, StrategicAssessment
from csp_docs.model.sections import SectionItem


def opening(context: AssessmentContext) -> Blocks:
    """Return the executive summary below its heading; nothing if a section prints it, or if there is none."""
    if ModelPart.EXECUTIVE_SUMMARY.value in _generated(context.document):
        return ()
    blocks = executive_summary(context)
    return (b.Section(context.words(ModelPart.EXECUTIVE_SUMMARY.value), blocks),) if blocks else ()


def executive_summary(context: AssessmentContext) -> Blocks:
    """Return the summary's words, then findings and recommendations in sections, unless they are printed separately."""
    parts = {ModelPart.KEY_FINDINGS: key_findings, ModelPart.RECOMMENDATIONS: recommended}
    apart = _generated(context.document)
    drawn = {part.value: draw(context) for part, draw in parts.items() if part.value not in apart}
    context.printed.update((ModelPart.EXECUTIVE_SUMMARY.value, *drawn))
    below = (b.Section(context.words(name), blocks) for name, blocks in drawn.items() if blocks)
    return (*content(context.document.executive_summary, context), *below)


def key_findings(context: AssessmentContext) -> Blocks:
    """Return the key findings as bullets; nothing if there are none."""
    found = tuple(map(context.paragraphs, context.document.key_findings))
    return (b.List(found),) if found else ()


def recommended(context: AssessmentContext) -> Blocks:
    """Return the recommendations in the council's style; nothing if there are none."""
    given, style = context.document.recommendations, context.layout.recommendations
    return recommendations(given, style, context) if given else ()


def _generated(document: StrategicAssessment) -> set[str]:
    """Return the names of all parts that sections of the document generate."""
    inside = (appendix.sections for appendix in document.appendices)
    return {name for sections in (document.sections, *inside) for name in _names(sections)}


def _names(sections: Iterable[SectionItem]) -> Iterator[str]:
    for item in sections:
        match item:
            case Generated():
                yield item.generate
            case Section():
                yield from _names(item.sections)
