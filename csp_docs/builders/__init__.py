"""The fluent skin over the model: one small class for each kind."""

from csp_docs.builders.cabinet_report import CabinetReportBuilder, cabinet_report
from csp_docs.builders.content import bullets, callout, lines, numbered, plain, section

__all__ = ["CabinetReportBuilder", "bullets", "cabinet_report", "callout", "lines", "numbered", "plain", "section"]
