"""Builders of documents, step by step: a thin layer over the model, with one small class for each kind."""

from csp_docs.builders.cabinet_report import CabinetReportBuilder, cabinet_report
from csp_docs.builders.content import (
    bullets,
    callout,
    cell,
    diagram,
    figure,
    grid,
    landscape,
    lines,
    numbered,
    passage,
    plain,
    quote,
    section,
)
from csp_docs.builders.frames import area_map, chart, performance, table
from csp_docs.builders.highlight_report import HighlightReportBuilder, highlight_report
from csp_docs.builders.many import Saved, save_all
from csp_docs.builders.plan import PlanBuilder, plan, priority
from csp_docs.builders.scrutiny_report import ScrutinyReportBuilder, scrutiny_report
from csp_docs.builders.strategic_assessment import StrategicAssessmentBuilder, strategic_assessment
from csp_docs.text.literal import literal

__all__ = [
    "CabinetReportBuilder",
    "HighlightReportBuilder",
    "PlanBuilder",
    "Saved",
    "ScrutinyReportBuilder",
    "StrategicAssessmentBuilder",
    "area_map",
    "bullets",
    "cabinet_report",
    "callout",
    "cell",
    "chart",
    "diagram",
    "figure",
    "grid",
    "highlight_report",
    "landscape",
    "lines",
    "literal",
    "numbered",
    "passage",
    "performance",
    "plain",
    "plan",
    "priority",
    "quote",
    "save_all",
    "scrutiny_report",
    "section",
    "strategic_assessment",
    "table",
]
