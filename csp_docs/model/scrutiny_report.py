"""The scrutiny report."""

from __future__ import annotations

from typing import ClassVar

from attrs import field

from csp_docs.errors import Code
from csp_docs.model.checked import model_record
from csp_docs.model.document import Builder, Language, document_of
from csp_docs.model.highlight_report import HighlightReport
from csp_docs.model.reach import marked
from csp_docs.model.report import Report
from csp_docs.model.values import ModelError, items


def _highlight_reports(
    value: list[HighlightReport | Builder] | list[HighlightReport] | tuple[HighlightReport | Builder, ...],
) -> tuple[HighlightReport, ...]:
    return items(tuple(map(document_of, items(value, object))), HighlightReport)


@model_record(kw_only=True)
class ScrutinyReport(Report):
    """A report to the committee that scrutinises community safety (Police and Justice Act 2006, section 19).

    ``highlight_reports`` are printed inside one appendix.
    """

    kind: ClassVar[str] = "scrutiny_report"

    highlight_reports: tuple[HighlightReport, ...] = field(default=(), converter=_highlight_reports)

    def __attrs_post_init__(self) -> None:
        for position, report in enumerate(self.highlight_reports):
            for name in sorted(marked(HighlightReport, "of_the_whole")):
                if getattr(report, name):
                    fact = f'a highlight report inside a scrutiny report cannot have "{name}"'
                    raise ModelError(
                        Code.NOT_INSIDE, fact, "give it to the scrutiny report", ("highlight_reports", position, name)
                    )
            if report.language not in (self.language, Language.ENGLISH):
                fact = f"the highlight report is in {report.language.value}, but the report is in {self.language.value}"
                at = ("highlight_reports", position, "language")
                raise ModelError(Code.NOT_INSIDE, fact, "remove the language: the scrutiny report gives it", at)
