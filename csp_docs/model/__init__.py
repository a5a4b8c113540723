"""The object model: what a document says, one class for each kind of document."""

from csp_docs.model.cabinet_report import CabinetReport
from csp_docs.model.content import (
    Bullets,
    Callout,
    ColumnGroup,
    Facts,
    Lines,
    Numbered,
    PageBreak,
    Plain,
    Section,
    Table,
)
from csp_docs.model.document import Access, Appendix, Contact, CouncilDocument, Language, Status
from csp_docs.model.report import BackgroundPaper, KeyDecision, Meeting, Option, Report
from csp_docs.model.values import ModelError

__all__ = [
    "Access",
    "Appendix",
    "BackgroundPaper",
    "Bullets",
    "CabinetReport",
    "Callout",
    "ColumnGroup",
    "Contact",
    "CouncilDocument",
    "Facts",
    "KeyDecision",
    "Language",
    "Lines",
    "Meeting",
    "ModelError",
    "Numbered",
    "Option",
    "PageBreak",
    "Plain",
    "Report",
    "Section",
    "Status",
    "Table",
]
