"""Keys that reports to a meeting share: whatever a report gives, both kinds print it by name and by part."""

from __future__ import annotations

import re
import warnings
from datetime import date
from typing import Any

import pytest

from csp_docs import check, dumps, loads
from csp_docs.api import numbered
from csp_docs.blocks import FactRow, Facts, Inlines, Paragraph, Strong, walk
from csp_docs.documents.kinds import KINDS
from csp_docs.errors import Code, CspDocsError, Severity
from csp_docs.model import Contact, Report
from csp_docs.model.reach import types_of
from csp_docs.writers.text import render_text

KEYS: dict[str, Any] = {
    "report_number": 7, "report_of": "Head of Parking", "portfolio_holder": "Councillor Green",
    "where_from": "Executive", "where_to_next": "Council", "period": "2026/27", "objective": "To see the year.",
    "outcomes_sought": ["To say what to change"], "points_for_discussion": ["Burglary"],
    "consultation": "All were asked.", "previous_reports": ["May 2025"], "sensitive": True, "purpose": "To note it.",
    "reason": "The budget needs it.", "council_priorities": ["Homes"], "consultees": ["Police"], "wards": ["Ashby"],
    "recommendations": ["agree it"], "options": [{"title": "Do nothing", "assessment": "Risky."}],
    "key_decision": {"key": True}, "implications": {"legal": "None at all."},
    "officer_comments": {"monitoring_officer": "Fine."}, "background_papers": [{"title": "The plan"}],
    "contacts": [{"name": "A. Green"}],
}  # fmt: skip
REPORTS = [kind for kind, cls in KINDS.items() if issubclass(cls, Report)]


def made(kind: str, keys: dict[str, Any], layout: dict[str, Any] | None = None, **meeting: Any) -> Any:
    import csp_docs

    council: dict[str, Any] = {"council": {"name": "Anytown"}}
    if layout:
        council["layouts"] = {kind: layout}
    given = {"kind": kind, "council": council, "title": "T", "meeting": {"body": "Cabinet", **meeting}}
    return csp_docs.from_dict({**given, "recommendations": ["agree it"], **keys})


def shown(document: Any) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the layouts of these tests print little
        return render_text(numbered(document)[0])


def test_every_key_of_both_kinds_is_here() -> None:
    assert KEYS.keys() == {name for name in types_of(Report) if name in KEYS}
    own = set(types_of(Report)) - set(types_of(KINDS["plan"])) - {"meeting", "fields"}
    assert own - KEYS.keys() == set()


@pytest.mark.parametrize("kind", REPORTS)
def test_the_default_template_prints_all_keys_of_a_report(kind: str) -> None:
    found = check(made(kind, KEYS, date="2026-03-10"))
    assert [problem.fact for problem in found] == []


@pytest.mark.parametrize("kind", REPORTS)
@pytest.mark.parametrize("key", KEYS)
def test_a_template_may_print_any_key_as_a_row_or_as_a_part(kind: str, key: str) -> None:
    words = {"report_number": "7", "period": "2026/27", "sensitive": "Yes", "key_decision": "Yes"}
    value = KEYS[key]
    text = words.get(key) or re.findall(r"[A-Z][\w .]+|agree it|To [\w ]+", str(value))[0]
    for layout in (
        {"cover": ["title", {"field": key, "label": "Here"}], "parts": ["recommendations", "sections"]},
        {"cover": ["title"], "parts": [*{"recommendations": 0, key: 0}, "sections"]},
    ):
        layout["implications"] = ["legal"]
        assert text in shown(made(kind, {key: value}, layout, date="2026-03-10"))


@pytest.mark.parametrize("kind", REPORTS)
@pytest.mark.parametrize("name", ["report_number", "report_of", "portfolio_holder", "where_from", "period"])
def test_header_lines_may_name_them(kind: str, name: str) -> None:
    layout = {"header": [f"Here {{{{ {name} }}}}"], "cover": [], "parts": ["recommendations", "sections"]}
    assert f"Here {KEYS[name]}" in shown(made(kind, {name: KEYS[name]}, layout, date="2026-03-10"))


HEAD = "kind: {kind}\ncouncil: {{council: {{name: Anytown}}}}\ntitle: T\nrecommendations: agree\nstatus: {status}\n"
WITHOUT_DAY = ["{body: Cabinet}", "{body: Cabinet, date: to be confirmed}", "{body: Cabinet, date: TBC}"]
OWED = "{body: Cabinet, date: {owner: Democratic Services, what: the date, due: 2026-03}}"


@pytest.mark.parametrize("kind", REPORTS)
@pytest.mark.parametrize("meeting", [*WITHOUT_DAY, OWED])
def test_a_meeting_without_a_day_is_pending(kind: str, meeting: str) -> None:
    document = loads(HEAD.format(kind=kind, status="draft") + f"meeting: {meeting}")
    [note] = [problem for problem in check(document) if problem.code is Code.PENDING]
    assert note.severity is Severity.NOTE
    words = "awaited from Democratic Services" if meeting == OWED else "date to be confirmed"
    assert words in shown(document)
    assert "Cabinet has" not in note.fact  # the body that meets does not owe the date
    assert loads(dumps(document)) == document
    final = loads(HEAD.format(kind=kind, status="final") + f"meeting: {meeting}")
    assert [problem.severity for problem in check(final) if problem.code is Code.PENDING] == [Severity.ERROR]
    owed = "Democratic Services has not yet provided" if meeting == OWED else "but the date of the meeting is not set"
    with pytest.raises(CspDocsError, match=owed):
        final.to_bytes("pdf")


@pytest.mark.parametrize(
    "words",
    ["{{ longdate(meeting.date) }}", "{{ meeting.date }}", "{{ weekday(meeting.date) }}", "{{ date }}"],
)
def test_every_expression_says_that_the_day_is_to_be_confirmed(words: str) -> None:
    text = f"On {words}, or {words.replace(' }}', ' | upper }}')}."
    document = made("cabinet_report", {"sections": [{"title": "S", "content": [text]}]})
    assert re.search(r"On \{pending: date to be confirmed;.*\}, or \{pending: DATE TO BE CONFIRMED;", shown(document))


@pytest.mark.parametrize("field", ["meeting", "meeting.date", "date"])
def test_every_row_says_that_the_day_is_to_be_confirmed(field: str) -> None:
    layout = {"header": [], "cover": [{"field": field, "label": "When"}], "parts": ["recommendations", "sections"]}
    assert "date to be confirmed" in shown(made("cabinet_report", {}, layout))


def test_a_meeting_has_its_day_in_python() -> None:
    from csp_docs import Meeting, Pending

    assert Meeting("Cabinet", date(2026, 3, 10)).day == date(2026, 3, 10)
    assert Meeting("Cabinet").day is None
    assert Meeting("Cabinet", Pending("The clerk", "the date")).day is None


CONTACTS = [
    {"name": "A. Green", "role": "Head of Parking", "phone": "01632 960123", "email": "a.green@example.org"},
    {"name": "B. Brown", "phone": "01632 960124", "email": "b.brown@example.org"},
]
PARTS = [{"field": name, "label": f"The {name}"} for name in ("name", "role", "phone", "email")]


def contacts(cover: list[Any], parts: list[Any] | tuple[Any, ...] = ()) -> str:
    layout = {"header": [], "cover": cover, "parts": ["recommendations", *parts, "sections"]}
    return shown(made("cabinet_report", {"contacts": CONTACTS}, layout, date="2026-03-10"))


@pytest.mark.parametrize("part", types_of(Contact))
def test_each_part_of_contacts_may_have_its_own_row(part: str) -> None:
    address = {"email": "{}@example.org", "website": "https://example.org/{}"}.get(part, "{}")
    given = [{"name": "N", part: address.format(f"{part}{n}")} for n in (1, 2)]
    layout = {"cover": [{"field": f"contacts.{part}", "label": "Here"}], "parts": ["recommendations", "sections"]}
    found = shown(made("cabinet_report", {"contacts": given}, layout, date="2026-03-10"))
    assert f"{part}1" in found.partition("[Here]")[2]
    assert f"{part}2" in found.partition("[Here]")[2]


def test_parts_in_rows_have_a_row_for_each_part_of_each_contact() -> None:
    found = contacts([{"field": "contacts", "parts": PARTS, "parts_in": "rows"}])
    labels = [line.strip() for line in found.splitlines() if line.strip().startswith("[The")]
    assert labels == [f"[The {name}]" for name in ("name", "role", "phone", "email", "name", "phone", "email")]


def test_what_a_row_prints_of_contacts_is_not_printed_again() -> None:
    found = contacts([{"field": "contacts.name", "label": "Author"}, {"field": "contacts", "label": "Contact"}])
    assert found.count("A. Green") == 1
    assert found.count("Head of Parking") == 1


@pytest.mark.parametrize("parts_in", ["lines", "rows", "columns"])
def test_contacts_are_set_out_in_the_body(parts_in: str) -> None:
    found = contacts([], [{"field": "contacts", "label": "Contacts", "parts": PARTS, "parts_in": parts_in}])
    for words in ("A. Green", "Head of Parking", "01632 960124", "mailto:b.brown@example.org"):
        assert words in found
    assert ("table" in found) == (parts_in == "columns")


def test_a_part_that_no_contact_gives_has_no_column() -> None:
    parts = [*PARTS, {"field": "team", "label": "The team"}]
    found = contacts([], [{"field": "contacts", "label": "Contacts", "parts": parts, "parts_in": "columns"}])
    assert "head: The name | The role | The phone | The email\n" in found


@pytest.mark.parametrize(
    ("row", "fact"),
    [
        ({"field": "contacts", "parts": PARTS, "parts_in": "columns"}, "cannot hold a table"),
        ({"field": "contacts", "parts_in": "rows"}, "only for the `parts` of `contacts`"),
        ({"field": "purpose", "parts_in": "rows"}, "only for the `parts` of `contacts`"),
        ({"field": "contacts.nam"}, 'has no part "nam"'),
        ({"field": "contacts", "parts": [{"field": "nam"}]}, 'has no part "nam"'),
    ],
)
def test_a_wrong_part_is_an_error(row: dict[str, Any], fact: str) -> None:
    with pytest.raises(CspDocsError, match=fact):
        contacts([row])


def test_a_column_needs_a_name() -> None:
    part = {"field": "contacts", "parts": [{"field": "name"}], "parts_in": "columns"}
    with pytest.raises(CspDocsError, match="a column has no name"):
        contacts([], [part])


@pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
@pytest.mark.parametrize("place", ["cover", "parts"])
def test_the_rows_of_each_contact_stay_on_one_page_and_the_next_contact_begins_in_bold(place: str) -> None:
    rows = {"field": "contacts", "label": "Contacts", "parts": PARTS, "parts_in": "rows"}
    parts = ["recommendations", "sections", *([rows] if place == "parts" else [])]
    layout = {"header": [], "cover": [rows] if place == "cover" else [], "parts": parts}
    people = [{"name": "A. Green", "phone": "1"}, {"name": "B. Brown", "email": "b@example.org"}]
    blocks = numbered(made("cabinet_report", {"contacts": people}, layout))[0].blocks
    [facts] = [block for block in walk.every_block(blocks) if isinstance(block, Facts)]
    said = [(row, walk.words(inlines(row)).strip()) for row in facts.rows if isinstance(row, FactRow)]
    assert [words for _, words in said] == ["A. Green", "1", "B. Brown", "b@example.org"]
    assert [row.with_next for row, _ in said] == [True, False, True, False]
    assert [isinstance(inlines(row)[0], Strong) for row, _ in said] == [True, False, True, False]


def inlines(row: FactRow) -> Inlines:
    [fact] = row.facts
    [block] = fact.blocks
    assert isinstance(block, Paragraph)
    return block.inlines
