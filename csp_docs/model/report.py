"""What all reports to a meeting share: cover sheet, implications and recommendations."""

from __future__ import annotations

from typing import TypeAlias

from attrs import field

from csp_docs.errors import Code
from csp_docs.model.checked import model_record
from csp_docs.model.content import TextOrContent, named_content
from csp_docs.model.dates import Period, WholeDay, to_period, whole_day
from csp_docs.model.document import Contact, CouncilDocument
from csp_docs.model.figures import Pending
from csp_docs.model.values import (
    AS_TYPED,
    BY_NAME,
    DECLARED,
    FACT,
    IN_EXPRESSIONS,
    Markdown,
    ModelError,
    items,
    texts,
    typed,
)

MeetingDay: TypeAlias = WholeDay | Pending | None


def _meeting_day(value: MeetingDay | str) -> MeetingDay:
    return value if value is None or isinstance(value, Pending) else whole_day(value)


@model_record
class Meeting:
    """The body that receives the paper, and the day. Without a day it is to be confirmed; ``Pending`` says by whom."""

    body: Markdown
    date: MeetingDay = field(default=None, converter=_meeting_day)

    def __attrs_post_init__(self) -> None:
        if not self.body.strip():
            raise ModelError(
                Code.EMPTY_TEXT,
                "the meeting's body is empty",
                "say which body receives the paper, such as Cabinet",
                ("body",),
            )

    @property
    def day(self) -> WholeDay | None:
        """The day; None while it is to be confirmed."""
        return None if isinstance(self.date, Pending) else self.date


@model_record(kw_only=True)
class KeyDecision:
    """Whether the decision is a key decision (The Local Authorities (Executive Arrangements) Regulations 2012, reg. 8).

    Give the answers to its two tests, ``financial`` and ``community``, or ``key`` with a reason and the wards.
    """

    financial: bool | None = None
    community: bool | None = None
    key: bool | None = None
    reason: Markdown = ""
    wards: tuple[Markdown, ...] = field(default=(), converter=texts)

    def __attrs_post_init__(self) -> None:
        if self.financial is None and self.community is None and self.key is None:
            raise ModelError(
                Code.NOTHING_GIVEN,
                "a key decision has no answer",
                "say `key: yes` or `no`, or answer its two tests",
            )


@model_record
class Option:
    """An option that was considered, with what is for and against it, its risks and its cost."""

    title: Markdown
    assessment: Markdown = ""
    preferred: bool = False
    advantages: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)
    disadvantages: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)
    risks: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)
    cost: Markdown = field(default="", kw_only=True)


@model_record
class BackgroundPaper:
    """A paper that the report relies on (Local Government Act 1972, section 100D)."""

    title: Markdown
    url: str = ""


def _contacts(value: list[Contact] | tuple[Contact, ...]) -> tuple[Contact, ...]:
    return items(value, Contact)


def _options(value: list[Option] | tuple[Option, ...]) -> tuple[Option, ...]:
    return items(value, Option)


def _papers(value: list[BackgroundPaper] | tuple[BackgroundPaper, ...]) -> tuple[BackgroundPaper, ...]:
    return items(value, BackgroundPaper)


@model_record(kw_only=True)
class Report(CouncilDocument):
    """The keys of every report to a meeting.

    ``implications``, ``officer_comments`` and ``fields`` take names that the template declares, each with a text or
    with content. ``period`` is the period that the report covers.
    """

    meeting: Meeting
    report_number: Markdown = field(default="", converter=typed, metadata=AS_TYPED | IN_EXPRESSIONS)
    report_of: Markdown = field(default="", metadata=IN_EXPRESSIONS)
    portfolio_holder: Markdown = field(default="", metadata=IN_EXPRESSIONS)
    where_from: Markdown = field(default="", metadata=IN_EXPRESSIONS)
    where_to_next: Markdown = ""
    period: Period | None = field(default=None, converter=to_period, metadata=FACT)
    key_decision: KeyDecision | None = None
    contacts: tuple[Contact, ...] = field(default=(), converter=_contacts)
    objective: Markdown = ""
    purpose: Markdown = ""
    reason: Markdown = ""
    outcomes_sought: tuple[Markdown, ...] = field(default=(), converter=texts)
    points_for_discussion: tuple[Markdown, ...] = field(default=(), converter=texts)
    options: tuple[Option, ...] = field(default=(), converter=_options)
    council_priorities: tuple[Markdown, ...] = field(default=(), converter=texts)
    implications: dict[str, TextOrContent] = field(factory=dict, converter=named_content, metadata=DECLARED)
    officer_comments: dict[str, TextOrContent] = field(factory=dict, converter=named_content, metadata=DECLARED)
    consultation: Markdown = ""
    consultees: tuple[Markdown, ...] = field(default=(), converter=texts)
    previous_reports: tuple[Markdown, ...] = field(default=(), converter=texts)
    background_papers: tuple[BackgroundPaper, ...] = field(default=(), converter=_papers)
    recommendations: tuple[Markdown, ...] = field(default=(), converter=texts)
    wards: tuple[Markdown, ...] = field(default=(), converter=texts)
    sensitive: bool | None = None
    fields: dict[str, TextOrContent] = field(factory=dict, converter=named_content, metadata=BY_NAME)
