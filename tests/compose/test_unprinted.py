"""A field that a document gives is printed, or its author is warned of it: every field of every kind of document."""

from __future__ import annotations

import warnings
from datetime import date
from typing import Any

import pytest
from attrs import fields

from csp_docs.api import numbered
from csp_docs.documents.kinds import KINDS
from csp_docs.errors import DocumentWarning
from csp_docs.model import (
    Access,
    Achievement,
    Appendix,
    BackgroundPaper,
    CabinetReport,
    Contact,
    CouncilDocument,
    CrossCuttingTheme,
    Foreword,
    Generated,
    HighlightPriority,
    HighlightReport,
    KeyDecision,
    Measure,
    Meeting,
    ModelPart,
    Option,
    Partner,
    Performance,
    Plan,
    Priority,
    Rag,
    Report,
    ScrutinyReport,
    Section,
    StrategicAssessment,
    Topic,
)
from csp_docs.writers.text import render_text

WORD = "Zebra"
SAMPLES: dict[str, Any] = {
    "access": Access([3], WORD),
    "achievements": [Achievement(WORD)],
    "appendices": [Appendix("A", content=[WORD])],
    "background_papers": [BackgroundPaper(WORD)],
    "contact": Contact(name=WORD),
    "contacts": [Contact(name=WORD)],
    "contents": True,
    "cross_cutting": [CrossCuttingTheme(WORD)],
    "fields": {"zeal": WORD},
    "foreword": Foreword([WORD]),
    "glossary": {WORD: "An animal"},
    "highlight_reports": [HighlightReport(WORD)],
    "implications": {"legal": WORD},
    "key_decision": KeyDecision(key=True, reason=WORD),
    "meeting": Meeting(WORD, date(2024, 5, 1)),
    "officer_comments": {"monitoring_officer": WORD},
    "options": [Option(WORD)],
    "partners": [Partner(WORD)],
    "performance": Performance([Measure(WORD, 1)]),
    "priorities": [Priority(WORD)],
    "priority": HighlightPriority(WORD),
    "rag": Rag.RED,
    "sections": [Section("S", [WORD])],
    "sensitive": False,
    "topics": [Topic(WORD, trend=["None."])],
}
WITHOUT_WORD = {"contents": "contents", "rag": "Red", "sensitive": "No"}
"""What is printed of fields that hold no text."""
NAMES = {"access": "exemption_reason", "implications": "implications.legal",
         "officer_comments": "officer_comments.monitoring_officer"}  # fmt: skip
"""How messages call a field that is printed in parts."""
COUNCIL = {"council": {"name": "Anytown Council"}}
LISTS = {"achievements", "council_priorities", "consultees", "recommendations", "wards", "outcomes_sought",
         "points_for_discussion", "previous_reports", "position", "activity", "next_steps", "risks", "issues",
         "executive_summary", "key_findings"}  # fmt: skip
BARE: dict[type[CouncilDocument], dict[str, Any]] = {
    Report: {"header": [], "cover": [], "closing": [], "parts": ["sections"], "implications": ["legal"],
             "recommendations": {"lead_in": ""}},
    HighlightReport: {"header": [], "cover": [], "parts": ["sections"]},
    CouncilDocument: {"front": [], "cover": []},
}  # fmt: skip
EVERY = [
    (kind, field.name)
    for kind in KINDS.values()
    for field in fields(kind)
    if field.name != "title" and not {"setting", "fact"} & set(field.metadata)
]


def sample(name: str) -> Any:
    return SAMPLES.get(name, [WORD] if name in LISTS else WORD)


def built(kind: type[CouncilDocument], name: str, layout: dict[str, Any], **more: Any) -> tuple[str, list[str]]:
    """Return what a document of a kind prints that gives one field, and what is warned of that field."""
    given: dict[str, Any] = {"council": COUNCIL, "layouts": {kind.kind: layout}, **more}
    if issubclass(kind, Report):
        given["meeting"] = Meeting("Cabinet", date(2024, 5, 1))
        given["recommendations"] = ["note the report"]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        document, _ = numbered(kind(title="T", **{**given, name: sample(name)}))
    told = [str(warning.message) for warning in caught if issubclass(warning.category, DocumentWarning)]
    said = [message for message in told if f'"{NAMES.get(name, name)}"' in message.splitlines()[0]]
    return render_text(document), said


def is_printed(name: str, text: str) -> bool:
    return WITHOUT_WORD.get(name, WORD) in text


@pytest.mark.parametrize(("kind", "name"), EVERY)
def test_a_field_is_printed_or_its_author_is_warned(kind: type[CouncilDocument], name: str) -> None:
    bare = next(layout for base, layout in BARE.items() if issubclass(kind, base))
    own: dict[str, Any] = {"closing": [{"field": "zeal", "label": "Z"}]} if name == "fields" else {}
    for layout in (bare, {}):
        text, said = built(kind, name, {**layout, **own})
        assert len(said) == (0 if is_printed(name, text) else 1), text


IN_ROWS = [
    (kind, name)
    for kind, name in EVERY
    if issubclass(kind, Report) and name not in ("fields", "highlight_reports", "glossary", "contact")
]


@pytest.mark.parametrize(("kind", "name"), IN_ROWS)
def test_a_row_of_the_cover_prints_any_field_of_a_report(kind: type[CouncilDocument], name: str) -> None:
    field = {"access": "exemption_reason", "meeting": "meeting.body"}.get(name, name)
    layout = {**BARE[Report], "cover": [] if name == "sections" else [{"field": field, "label": "L"}]}
    text, said = built(kind, name, layout)
    assert (is_printed(name, text), said) == (True, [])


@pytest.mark.parametrize("name", ["priorities", "cross_cutting", "achievements", "partners"])
def test_a_part_that_a_section_generates_is_printed(name: str) -> None:
    text, said = built(Plan, name, {}, sections=[Generated(ModelPart(name))])
    assert (is_printed(name, text), said) == (True, [])


@pytest.mark.parametrize("name", ["executive_summary", "key_findings", "recommendations", "topics"])
def test_a_part_of_an_assessment_is_printed_once_it_is_generated(name: str) -> None:
    text, said = built(StrategicAssessment, name, {}, sections=[Generated(ModelPart(name))])
    assert (is_printed(name, text), said) == (True, [])


@pytest.mark.parametrize("name", ["report_number", "report_of", "portfolio_holder", "where_from"])
@pytest.mark.parametrize(
    "written", ["{{ NAME }}", "{{ NAME | upper }}", "a {{ NAME }}, b", "{{ NAME if NAME else '' }}"]
)
def test_a_field_that_a_text_names_is_printed(name: str, written: str) -> None:
    expression = written.replace("NAME", name)
    in_header = {**BARE[Report], "header": [expression]}
    assert built(ScrutinyReport, name, in_header)[1] == []
    assert built(ScrutinyReport, name, BARE[Report], sections=[Section("S", [expression])])[1] == []


def test_the_date_of_a_report_that_a_text_names_is_that_of_its_meeting() -> None:
    layout = {**BARE[Report], "header": ["{{ longdate(date) }}"], "cover": ["recommendations"]}
    report = CabinetReport(
        title="T", council=COUNCIL, meeting=Meeting("Cabinet", date(2024, 5, 1)), recommendations=["note it"],
        layouts={"cabinet_report": layout},
    )  # fmt: skip
    numbered(report)  # no warning


def test_a_highlight_report_inside_another_report_is_warned_of_too() -> None:
    inside = HighlightReport("H", lead="Somebody", access=Access([3], WORD))
    layouts = {"highlight_report": BARE[HighlightReport]}
    report = ScrutinyReport(
        title="T", council=COUNCIL, meeting=Meeting("Panel", date(2024, 5, 1)), outcomes_sought=["To note."],
        period="2023/24", highlight_reports=[inside], layouts=layouts,
    )  # fmt: skip
    with pytest.warns(DocumentWarning) as caught:
        numbered(report)
    assert ['"lead"' in str(warning.message) for warning in caught] == [True]
