"""Council documents as Word and as accessible PDF from one object model.

``cabinet_report(...)`` builds a report step by step; the classes are the model itself; ``load`` reads it from YAML;
``save`` writes it as Word and PDF.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.builders import bullets, cabinet_report, callout, lines, numbered, plain, section
from csp_docs.errors import CheckError, CspDocsError, DocumentWarning, LoadError, Problem, RenderError, TemplateError
from csp_docs.model import (
    Access,
    Appendix,
    BackgroundPaper,
    Bullets,
    CabinetReport,
    Callout,
    ColumnGroup,
    Contact,
    Facts,
    KeyDecision,
    Language,
    Lines,
    Meeting,
    ModelError,
    Numbered,
    Option,
    PageBreak,
    Plain,
    Section,
    Status,
    Table,
)

if TYPE_CHECKING:
    from csp_docs.documents import load
    from csp_docs.output import save

__all__ = [
    "Access",
    "Appendix",
    "BackgroundPaper",
    "Bullets",
    "CabinetReport",
    "Callout",
    "CheckError",
    "ColumnGroup",
    "Contact",
    "CspDocsError",
    "DocumentWarning",
    "Facts",
    "KeyDecision",
    "Language",
    "Lines",
    "LoadError",
    "Meeting",
    "ModelError",
    "Numbered",
    "Option",
    "PageBreak",
    "Plain",
    "Problem",
    "RenderError",
    "Section",
    "Status",
    "Table",
    "TemplateError",
    "bullets",
    "cabinet_report",
    "callout",
    "lines",
    "load",
    "numbered",
    "plain",
    "save",
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
