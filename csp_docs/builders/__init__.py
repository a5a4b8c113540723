"""The fluent skin over the model: one small class for each kind."""

from csp_docs.builders.cabinet_report import CabinetReportBuilder, cabinet_report
from csp_docs.builders.content import (
    bullets,
    callout,
    cell,
    diagram,
    grid,
    landscape,
    lines,
    numbered,
    plain,
    quote,
    section,
)
from csp_docs.builders.plan import PlanBuilder, plan, priority

__all__ = [
    "CabinetReportBuilder",
    "PlanBuilder",
    "bullets",
    "cabinet_report",
    "callout",
    "cell",
    "diagram",
    "grid",
    "landscape",
    "lines",
    "numbered",
    "plain",
    "plan",
    "priority",
    "quote",
    "section",
]
