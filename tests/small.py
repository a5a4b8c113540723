"""A small valid report that tests change one thing of."""

from datetime import date
from typing import Any

from csp_docs.model import CabinetReport, Meeting

MEETING = Meeting("Cabinet", date(2013, 7, 23))
COUNCIL = {"council": {"name": "Example District Council"}}


def small_report(**changes: Any) -> CabinetReport:
    """Return a report that builds, with ``changes``."""
    values: dict[str, Any] = {"council": COUNCIL, "meeting": MEETING, "recommendations": ["agree the plan"], **changes}
    return CabinetReport(values.pop("title", "Safer Streets"), **values)
