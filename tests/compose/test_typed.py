"""Telephone and reference numbers are printed as they are typed, wherever a document gives them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from csp_docs import BackgroundPaper, Contact, Facts, Meeting, Plan, ScrutinyReport, Section, Table, check, loads
from csp_docs.api import numbered
from csp_docs.documents.kinds import KINDS
from csp_docs.model.reach import classes_in, marked
from csp_docs.writers.text import render_text

NUMBER, SHOWN = "1900-2000", "1900–2000"
"""A number, and as it would be printed if it were years."""
NAMED = [
    "Reference", "Ref no.", "Ref", "References", "Phone", "Telephone", "Tel", "Mobile", "Fax", "Phone number", "ID",
    "Case no.", "Case number", "Incident number", "Crime ref", "UPRN", "Code", "Account number", "Rhif ffôn",
    "Cyfeirnod", "**Tel**", "ISBN", "Helpline", "Hotline", "24-hour helpline", "Helpline (free)", "Dial", "Switchboard",
    "Freephone", "Text", "Text us on", "SMS", "Textphone", "Minicom", "WhatsApp", "Landline", "Call us",
    "Helpline number",
    "Ffôn", "Llinell gymorth", "Rhadffôn", "Deialwch", "Ffôn symudol", "Ffôn testun", "Testun", "Switsfwrdd", "Tecst",
    "Out of hours",
]  # fmt: skip
OTHERS = [
    "Years",
    "Period",
    "Phone calls",
    "Number",
    "Plan",
    "Telephone fraud",
    "Code of practice",
    "Detail",
    "Helpline calls",
    "Texts sent",
]
COUNCIL = {"council": {"name": "Anytown's", "phone": NUMBER}}


def printed(*content: object, **keys: object) -> str:
    """Return what is printed of a scrutiny report with this content."""
    meeting = Meeting("Panel", date(2026, 3, 10))
    sections = [Section("S", list(content))] if content else []
    given = {"council": COUNCIL, "meeting": meeting, "outcomes_sought": ["x"], "sections": sections, **keys}
    return render_text(numbered(ScrutinyReport("T", **given))[0])  # type: ignore[arg-type]


@pytest.mark.parametrize(("label", "kept"), [*((one, True) for one in NAMED), *((one, False) for one in OTHERS)])
def test_a_head_or_a_label_says_so(label: str, kept: bool) -> None:
    row = {"field": "case", "label": label}
    layouts = {"scrutiny_report": {"cover": ["title", "meeting.body", row]}}
    part = {"scrutiny_report": {"cover": ["title"], "parts": ["outcomes_sought", row]}}
    for text in (
        printed(Table([label, "Words"], [[NUMBER, "the council's"]])),
        printed(Table(["Words", label], [["A", "B"]], total=["All", NUMBER])),
        printed(Facts({label: NUMBER, "Words": "the council's"})),
        printed(fields={"case": NUMBER}, layouts=layouts),
        printed(fields={"case": [NUMBER]}, layouts=layouts),
        printed(fields={"case": NUMBER}, layouts=part),
    ):
        assert (NUMBER in text, SHOWN in text) == (kept, not kept)
    assert "the council’s" in printed(Table([label], [["the council's"]]))  # words are words below any head


@pytest.mark.parametrize("label", ["Helpline", "Text us", "Llinell gymorth"])
def test_the_first_cell_of_a_row_says_so(label: str) -> None:
    """The rows of a table may be labels, as those of facts are."""
    text = printed(Table(["How", "Details"], [[label, NUMBER], ["Years", "2019-2024"]]))
    assert NUMBER in text
    assert "2019–2024" in text


def test_words_next_to_a_label_that_may_be_a_number_are_words() -> None:
    text = printed(Facts({"Text": "the council's plan for 2019-2024", "Contact": "Sean O'Brien, room 4"}))
    assert "the council’s plan for 2019–2024" in text
    assert "O’Brien" in text


@pytest.mark.parametrize("field", ["helpline", "case_ref", "reference", "phone_number", "incident_number"])
def test_the_name_of_a_field_says_so(field: str) -> None:
    layouts = {"scrutiny_report": {"cover": ["title", {"field": field, "label": "X"}]}}
    assert NUMBER in printed(fields={field: NUMBER}, layouts=layouts)


@pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
def test_keys_of_their_own_are_numbers_in_every_place() -> None:
    rows = ["title", "report_number", "version", "council.phone", "contact.phone", "contacts"]
    labelled = [*rows[:-1], {"field": "contacts", "parts": [{"field": "phone", "label": "Call us"}]}]
    contact = Contact(name="O'Neil", phone=NUMBER, website="https://example.org/it's")
    keys = {"report_number": NUMBER, "version": NUMBER, "contact": contact, "contacts": [contact]}
    for cover in (rows, labelled):
        header = ["{{ report_number }} {{ council.phone }}"]
        text = printed(layouts={"scrutiny_report": {"cover": cover, "header": header}}, **keys)
        assert text.count(NUMBER) >= 7
        assert SHOWN not in text
    assert "O’Neil" in printed(layouts={"scrutiny_report": {"cover": rows}}, **keys)
    assert "Anytown’s" in printed("{{ council.name }}")  # the words of a template are printed as all words
    plan = Plan(
        "T", council=COUNCIL, version=NUMBER, contact=contact, layouts={"plan": {"cover": ["title", "version"]}}
    )
    assert SHOWN not in render_text(numbered(plan)[0])


def test_what_is_marked_as_a_number() -> None:
    found = {
        (cls.__name__, name) for kind in KINDS.values() for cls in classes_in(kind) for name in marked(cls, "as_typed")
    }
    assert {name for _, name in found} == {"phone", "email", "website", "report_number", "version"}


def test_files_say_the_same(tmp_path: Path) -> None:
    yaml = f"""
kind: scrutiny_report
council: {{council: {{name: A}}}}
report_number: "{NUMBER}"
title: T
meeting: {{body: C, date: 2026-03-10}}
outcomes_sought: [x]
contact: {{name: A, phone: "{NUMBER}"}}
previous_reports: ["Report number 2023-24", "Report 2023-24"]
sections:
  - title: A
    content:
      - "{{{{ report_number }}}} x"
      - table: {{columns: [Incident number, Crimes], rows: [["{NUMBER}", "5"]]}}
      - facts: {{Telephone: "{NUMBER}", Years: "2019-2024"}}
"""
    text = render_text(numbered(loads(yaml))[0])
    assert text.count(NUMBER) >= 5
    assert SHOWN not in text
    for words in ("Report number 2023-24", "Report 2023–24", "2019–2024"):
        assert words in text
    assert not [found for found in check(loads(yaml)) if found.severity.value == "error"]


def test_the_title_of_a_paper_is_words() -> None:
    assert "Plan 2019–2024" in printed(background_papers=[BackgroundPaper("Plan 2019-2024")])
