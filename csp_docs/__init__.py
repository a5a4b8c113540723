"""Council documents as Word and as accessible PDF from one object model.

``plan(...)``, ``cabinet_report(...)``, ``scrutiny_report(...)`` and ``highlight_report(...)`` build a document step by
step; the classes are the model itself; ``load`` reads it from YAML; ``save`` writes it as Word and PDF.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.builders import (
    bullets,
    cabinet_report,
    callout,
    cell,
    diagram,
    grid,
    highlight_report,
    landscape,
    lines,
    numbered,
    plain,
    plan,
    priority,
    quote,
    scrutiny_report,
    section,
)
from csp_docs.errors import CheckError, CspDocsError, DocumentWarning, LoadError, Problem, RenderError, TemplateError
from csp_docs.model import (
    Access,
    Achievement,
    Appendix,
    BackgroundPaper,
    BlankPage,
    Bullets,
    CabinetReport,
    Callout,
    Chart,
    ChartTarget,
    ChartType,
    ColumnGroup,
    Contact,
    CrossCuttingTheme,
    Diagram,
    Facts,
    Figure,
    Foreword,
    Generated,
    Grid,
    GridCell,
    HighlightPriority,
    HighlightReport,
    KeyDecision,
    Landscape,
    Language,
    Lines,
    ListOf,
    Measure,
    Meeting,
    ModelError,
    Month,
    Numbered,
    Option,
    PageBreak,
    Partner,
    Pending,
    Performance,
    PerformanceColumn,
    Period,
    Picture,
    Plain,
    Plan,
    Priority,
    Quote,
    ScrutinyReport,
    Section,
    Signatory,
    Status,
    Table,
    Year,
)

if TYPE_CHECKING:
    from csp_docs.documents import load
    from csp_docs.output import save

__all__ = [
    "Access",
    "Achievement",
    "Appendix",
    "BackgroundPaper",
    "BlankPage",
    "Bullets",
    "CabinetReport",
    "Callout",
    "Chart",
    "ChartTarget",
    "ChartType",
    "CheckError",
    "ColumnGroup",
    "Contact",
    "CrossCuttingTheme",
    "CspDocsError",
    "Diagram",
    "DocumentWarning",
    "Facts",
    "Figure",
    "Foreword",
    "Generated",
    "Grid",
    "GridCell",
    "HighlightPriority",
    "HighlightReport",
    "KeyDecision",
    "Landscape",
    "Language",
    "Lines",
    "ListOf",
    "LoadError",
    "Measure",
    "Meeting",
    "ModelError",
    "Month",
    "Numbered",
    "Option",
    "PageBreak",
    "Partner",
    "Pending",
    "Performance",
    "PerformanceColumn",
    "Period",
    "Picture",
    "Plain",
    "Plan",
    "Priority",
    "Problem",
    "Quote",
    "RenderError",
    "ScrutinyReport",
    "Section",
    "Signatory",
    "Status",
    "Table",
    "TemplateError",
    "Year",
    "bullets",
    "cabinet_report",
    "callout",
    "cell",
    "diagram",
    "grid",
    "highlight_report",
    "landscape",
    "lines",
    "load",
    "numbered",
    "plain",
    "plan",
    "priority",
    "quote",
    "save",
    "scrutiny_report",
    "section",
]


def __getattr__(name: str) -> object:
    """Return ``load`` or ``save``. They are imported when asked for, so that importing the package is quick."""
    match name:
        case "load":
            from csp_docs.documents import load

            return load
        case "save":
            from csp_docs.output import save

            return save
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
