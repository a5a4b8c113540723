"""The words that a script can choose from, for type checkers and editors: the values of the model's enums."""

from __future__ import annotations

from typing import Literal, TypeAlias

Align: TypeAlias = Literal["left", "right", "centre"]
BetterName: TypeAlias = Literal["lower", "higher"]
ChartTypeName: TypeAlias = Literal["column", "bar", "stacked_column", "stacked_bar", "line", "pie"]
DiagramTypeName: TypeAlias = Literal["steps", "cycle", "tree"]
FormatName: TypeAlias = Literal["docx", "pdf", "html", "xlsx", "csv", "yaml"]
LanguageName: TypeAlias = Literal["en-GB", "cy-GB"]
MeasureFieldName: TypeAlias = Literal[
    "name",
    "baseline",
    "previous",
    "target",
    "current",
    "difference",
    "change",
    "rag",
    "direction",
    "sparkline",
    "unit",
    "note",
]
ModelListName: TypeAlias = Literal[
    "priorities", "cross_cutting", "responsible_authorities", "other_agencies", "statutory_partners"
]
ModelPartName: TypeAlias = Literal[
    "priorities",
    "partners",
    "cross_cutting",
    "achievements",
    "executive_summary",
    "key_findings",
    "recommendations",
    "topics",
    "glossary",
    "contact",
    "contents",
    "figures",
    "tables",
]
ProgressName: TypeAlias = Literal["column", "below"]
RagName: TypeAlias = Literal["green", "amber", "red", "blue", "grey"]
StatusName: TypeAlias = Literal["draft", "for_decision", "for_discussion", "for_noting", "final"]
TableSizeName: TypeAlias = Literal["normal", "small"]
