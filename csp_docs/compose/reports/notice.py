"""Whether a report is published as long before its meeting as the law of the council's nation asks for."""

from __future__ import annotations

from datetime import date

from csp_docs.compose.context import ReportContext
from csp_docs.council.nations import LAWS
from csp_docs.errors import Code, origin_of


def note_short_notice(context: ReportContext) -> None:
    """Remark on a report whose date is before its meeting, but by fewer clear days than the law asks for.

    Neither of the two days is a clear day. Weekends and holidays are counted, so a report may still be late.
    """
    report, law = context.document, LAWS[context.council.council.nation]
    day, meeting = report.date, report.meeting.day
    if not (isinstance(day, date) and meeting and day < meeting):
        return
    clear = (meeting - day).days - 1
    if clear < law.clear_days:
        between = f"{clear} clear {'day' if clear == 1 else 'days'} before the meeting on {context.longdate(meeting)}"
        fact = f"the report is dated {context.longdate(day)}, {between}; the law asks for {law.clear_days}"
        hint = f"{law.notice} says when it must be published; correct the dates, or publish it earlier"
        context.remark(Code.SHORT_NOTICE, fact, hint, day if origin_of(day) else report.title)
