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
    """Return a builder that holds a valid report: its title, its council and the meeting that takes it."""
    return CabinetReportBuilder(CabinetReport(title, council=council, meeting=meeting))
