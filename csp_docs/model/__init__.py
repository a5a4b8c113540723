"""The object model: the content of a document, with one class for each kind of document."""

from csp_docs.model.access import Access
from csp_docs.model.cabinet_report import CabinetReport
from csp_docs.model.charts import Chart, ChartTarget, ChartType
from csp_docs.model.content import (
    BlankPage,
    Callout,
    Grid,
    GridCell,
    Landscape,
    ListOf,
    ModelList,
    PageBreak,
    Passage,
    Quote,
)
from csp_docs.model.dates import Month, Period, Year
from csp_docs.model.document import Appendix, Contact, CouncilDocument, Language, Status
from csp_docs.model.figures import Diagram, DiagramType, Figure, Pending, Picture
from csp_docs.model.highlight_report import HighlightPriority, HighlightReport
from csp_docs.model.lists import Bullets, Facts, Lines, Numbered, Paragraph, Plain
from csp_docs.model.maps import AreaMap
from csp_docs.model.measures import Amount, Better, Comparator, GivenRating, Measure, Rag
from csp_docs.model.plan import Achievement, CrossCuttingTheme, Partner, Plan, Priority
from csp_docs.model.publication import Foreword, Publication, Signatory
from csp_docs.model.registers import (
    Action,
    ActionPlan,
    MeasureField,
    MeasureGroup,
    Performance,
    PerformanceColumn,
    ProgressPlace,
    Residual,
    Risk,
    RiskRegister,
)
from csp_docs.model.report import BackgroundPaper, KeyDecision, Meeting, Option, Report
from csp_docs.model.scrutiny_report import ScrutinyReport
from csp_docs.model.sections import Generated, ModelPart, Section
from csp_docs.model.strategic_assessment import StrategicAssessment, Topic
from csp_docs.model.tables import Across, Band, Column, ColumnGroup, Table, TableSize
from csp_docs.model.values import ModelError

__all__ = [
    "Access",
    "Achievement",
    "Across",
    "Action",
    "ActionPlan",
    "Amount",
    "Appendix",
    "AreaMap",
    "BackgroundPaper",
    "Band",
    "Better",
    "BlankPage",
    "Bullets",
    "CabinetReport",
    "Callout",
    "Chart",
    "ChartTarget",
    "ChartType",
    "Column",
    "ColumnGroup",
    "Comparator",
    "Contact",
    "CouncilDocument",
    "CrossCuttingTheme",
    "Diagram",
    "DiagramType",
    "Facts",
    "Figure",
    "Foreword",
    "Generated",
    "GivenRating",
    "Grid",
    "GridCell",
    "HighlightPriority",
    "HighlightReport",
    "KeyDecision",
    "Landscape",
    "Language",
    "Lines",
    "ListOf",
    "Measure",
    "MeasureField",
    "MeasureGroup",
    "Meeting",
    "ModelError",
    "ModelList",
    "ModelPart",
    "Month",
    "Numbered",
    "Option",
    "PageBreak",
    "Paragraph",
    "Partner",
    "Passage",
    "Pending",
    "Performance",
    "PerformanceColumn",
    "Period",
    "Picture",
    "Plain",
    "Plan",
    "Priority",
    "ProgressPlace",
    "Publication",
    "Quote",
    "Rag",
    "Report",
    "Residual",
    "Risk",
    "RiskRegister",
    "ScrutinyReport",
    "Section",
    "Signatory",
    "Status",
    "StrategicAssessment",
    "Table",
    "TableSize",
    "Topic",
    "Year",
]
