"""Which table of the docs has the keys of which class."""

from __future__ import annotations

from pathlib import Path

from csp_docs.documents.schema.words import Table, tables_of


class Explained:
    """The tables of the docs, by the headings that they are below."""

    def __init__(self, docs: Path) -> None:
        self._tables: list[Table] = [table for page in PAGES for table in tables_of(docs / page)]

    def of(self, cls: type, key: str) -> str:
        """Return what the docs say of a key of a class; empty if they do not."""
        places = [place for base in cls.__mro__ for place in PLACES.get(base.__name__, ())]
        return next((said for place in places if (said := self.below(place, key))), "")

    def below(self, place: str, key: str) -> str:
        """Return what the tables below a heading say of a key: ``Heading`` or ``Heading/head of the first column``."""
        heading, _, head = place.partition("/")
        tables = [one for one in self._tables if one.heading == heading and head in ("", one.head)]
        return next((table.words[key] for table in tables if key in table.words), "")

    def block(self, name: str) -> str:
        """Return what a block prints."""
        return self.below("Content/block", name)


PAGES = ("format.md", "councils.md", "access.md")
_CABINET, _PLAN = "How a cabinet report is laid out", "How a plan is laid out"
_PERFORMANCE, _REPORT = "Measures and performance tables", "Cabinet report"
_REGISTERS = "Action plans and risk registers"
_HEADINGS = "key of `appendices` or `highlight_reports`"
PLACES: dict[str, tuple[str, ...]] = {
    "Access": ("How to mark something",),
    "Achievement": ("Plan/key of an achievement",),
    "Across": ("Rows across all columns",),
    "Action": (f"{_REGISTERS}/key of an action",),
    "ActionPlan": (f"{_REGISTERS}/key of `actions` or `risks`", "Tables"),
    "Appendix": ("Appendices/key", "Sections/key"),
    "AppendixStyle": (f"Appendices/{_HEADINGS}",),
    "AreaMap": ("Maps", "Figures"),
    "AssessmentLayout": ("How a strategic assessment is laid out",),
    "BackgroundPaper": (f"{_REPORT}/key of a background paper",),
    "Band": ("Rows across all columns",),
    "Callout": ("Content/key in a block",),
    "Chart": ("Charts/key", "Figures"),
    "ChartStyle": ("Charts/`charts.data`",),
    "ChartTarget": ("Charts/key of `target` or `average`",),
    "Column": ("Rows across all columns",),
    "ColumnGroup": ("Rows across all columns",),
    "Comparator": (f"{_PERFORMANCE}/key of a comparator",),
    "Contact": ("Glossary and contact",),
    "ContentsStyle": ("Contents",),
    "ControlRow": (f"{_PLAN}/key of items",),
    "CouncilDocument": ("Keys of every document",),
    "CouncilTemplate": ("What a template contains/key",),
    "CoverLine": (f"{_PLAN}/key of items",),
    "CoverRow": ("Cover sheet/key",),
    "CrossCuttingTheme": ("Plan/key of a theme in `cross_cutting`",),
    "Diagram": ("Diagrams",),
    "Figure": ("Figures",),
    "FirstPage": ("Running heads and feet",),
    "Foreword": ("Plan/key of `foreword`",),
    "Formats": ("Formats",),
    "Generated": ("Sections",),
    "GivenRating": (f"{_PERFORMANCE}/key of a rating by hand",),
    "Grid": ("Content/key in a block",),
    "GridCell": ("Content/key in a block",),
    "HeaderLine": ("Header",),
    "HighlightLayout": ("How a highlight report is laid out",),
    "HighlightPriority": ("Highlight report/key of `priority`",),
    "HighlightReport": ("Highlight report/key",),
    "HighlightsStyle": (f"Appendices/{_HEADINGS}",),
    "Identity": ("Council and partnership/`council`",),
    "ItemPart": (f"{_PLAN}/key of items",),
    "ItemStyle": (f"{_PLAN}/key of items",),
    "KeyDecision": (f"{_REPORT}/key of `key_decision`",),
    "Layout": (_CABINET, f"{_PLAN}/key"),
    "Layouts": ("What a template contains/key of `layouts`",),
    "Logo": ("Logo",),
    "Look": ("Theme/key of `theme`",),
    "Margins": ("Theme/key of `theme`",),
    "Measure": (f"{_PERFORMANCE}/key of a measure",),
    "MeasureColumns": ("Figures in a CSV file",),
    "MeasureGroup": (f"{_PERFORMANCE}/key of a group of measures",),
    "Meeting": (f"{_REPORT}/key of `meeting`",),
    "Numbered": ("Content/key in a block",),
    "NumberingStyle": ("Numbering",),
    "Option": (f"{_REPORT}/key of an option",),
    "OptionsStyle": ("Options",),
    "Paragraph": ("Content/key in a block",),
    "Part": ("Parts",),
    "PartStyle": ("Parts",),
    "Partner": ("Plan/key of a partner",),
    "Partnership": ("Council and partnership/`partnership`",),
    "Passage": ("Content/key in a block",),
    "Pending": ("What is pending",),
    "Performance": (f"{_PERFORMANCE}/key", "Tables"),
    "PerformanceColumn": (f"{_PERFORMANCE}/key of a column",),
    "Picture": ("Figures",),
    "Plan": ("Plan/key",),
    "PlanLayout": (f"{_PLAN}/key",),
    "Priority": ("Plan/part",),
    "Publication": ("Plan/key",),
    "PublicationLayout": (f"{_PLAN}/key",),
    "Quote": ("Content/key in a block",),
    "RecommendationStyle": ("Recommendations",),
    "Report": (f"{_REPORT}/key",),
    "ReportLayout": (_CABINET,),
    "Residual": (f"{_REGISTERS}/key of `residual`",),
    "Risk": (f"{_REGISTERS}/key of a risk",),
    "RiskBands": ("Measures and risks",),
    "RiskRegister": (f"{_REGISTERS}/key of `actions` or `risks`", "Tables"),
    "RowPart": ("Cover sheet/key",),
    "Rules": ("Measures and risks",),
    "RunningLine": ("Running heads and feet",),
    "ScrutinyLayout": ("How a scrutiny report is laid out",),
    "ScrutinyReport": ("Scrutiny report",),
    "Section": ("Sections",),
    "Sensitivity": ("Sensitivity labels",),
    "Signatory": ("Plan/key of `signed_by`",),
    "StrategicAssessment": ("Strategic assessment/key",),
    "Table": ("Tables",),
    "Topic": ("Strategic assessment/part",),
}
"""The headings below which the keys of a class are explained, each perhaps with the head of one table there."""
