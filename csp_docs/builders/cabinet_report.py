"""The builder of the cabinet report."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import Any

from attrs import frozen

from csp_docs.builders.report import ReportBuilder
from csp_docs.model import CabinetReport, Meeting


@frozen(repr=False)
class CabinetReportBuilder(ReportBuilder[CabinetReport]):
    """Builds a cabinet report step by step."""


def cabinet_report(
    title: str, *, council: str | PathLike[str] | Mapping[str, Any], meeting: Meeting
) -> CabinetReportBuilder:
    """Return a builder of a cabinet report for the ``meeting`` that takes it.

    It holds a valid report from the start; it needs a recommendation before it can be built. ``council`` is as for
    ``plan``. Raises ModelError.

    >>> meeting = Meeting("Cabinet", date(2013, 7, 23))
    >>> cabinet_report("Safer Anytown", council="harborough", meeting=meeting).build().meeting.body
    'Cabinet'
    """
    return CabinetReportBuilder(CabinetReport(title, council=council, meeting=meeting))
