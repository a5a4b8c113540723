"""The highlight report: the progress of one priority, on one page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field

from csp_docs.errors import Code
from csp_docs.model.checked import model_record
from csp_docs.model.choices import RagName
from csp_docs.model.content import ContentItem, content_items
from csp_docs.model.dates import Period, to_period
from csp_docs.model.document import CouncilDocument, council_named
from csp_docs.model.measures import Rag
from csp_docs.model.registers import Performance
from csp_docs.model.values import FACT, SETTING, SHORT_FORM, Markdown, ModelError, named, texts


@model_record
class HighlightPriority:
    """The priority that a highlight report is about, and its aims."""

    title: Markdown = field(metadata=SHORT_FORM)
    aims: tuple[Markdown, ...] = field(default=(), converter=texts)

    def __attrs_post_init__(self) -> None:
        if not self.title.strip():
            raise ModelError(Code.EMPTY_TEXT, "the priority's title is empty", "say which priority this is", ("title",))


def _priority(value: HighlightPriority | str | None) -> HighlightPriority | None:
    return HighlightPriority(value) if isinstance(value, str) else value


def _rag(value: Rag | RagName | None) -> Rag | None:
    return None if value is None else named(Rag, value)


@model_record(kw_only=True)
class HighlightReport(CouncilDocument):
    """The progress of a priority: measures, position, activity and next steps. Any part may be left out.

    ``rag`` is the lead's overall rating of the priority. Inside a scrutiny report, it has the council, the language
    and, if it gives none, the period of that report.
    """

    kind: ClassVar[str] = "highlight_report"

    council: str | Mapping[str, Any] = field(default="", converter=council_named, metadata=SETTING)
    priority: HighlightPriority | None = field(default=None, converter=_priority)
    period: Period | None = field(default=None, converter=to_period, metadata=FACT)
    lead: Markdown = ""
    rag: Rag | None = field(default=None, converter=_rag)
    performance: Performance | None = None
    position: tuple[ContentItem, ...] = field(default=(), converter=content_items)
    activity: tuple[ContentItem, ...] = field(default=(), converter=content_items)
    next_steps: tuple[ContentItem, ...] = field(default=(), converter=content_items)
    risks: tuple[ContentItem, ...] = field(default=(), converter=content_items)
    issues: tuple[ContentItem, ...] = field(default=(), converter=content_items)
