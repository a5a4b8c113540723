"""The cabinet report."""

from __future__ import annotations

from typing import ClassVar

from csp_docs.model.checked import model_record
from csp_docs.model.report import Report


@model_record(kw_only=True)
class CabinetReport(Report):
    """A report that asks a cabinet (or another body of the council) for a decision.

    The rows of the cover sheet, their labels and order come from the council template, layout ``cabinet_report``.
    """

    kind: ClassVar[str] = "cabinet_report"
