"""What a document gives is printed, or its author is told of it; and nobody is told of what is printed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import fields
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csp_docs import check, loads
from csp_docs.council.files import names
from csp_docs.council.layouts import CoverField, FrontPage, HighlightFact, HighlightPart, parts_of
from csp_docs.documents.kinds import KINDS
from csp_docs.errors import Code
from csp_docs.model import (
    Access,
    Achievement,
    Appendix,
    BackgroundPaper,
    CabinetReport,
    Contact,
    CouncilDocument,
    CrossCuttingTheme,
    Figure,
    Foreword,
    Generated,
    HighlightPriority,
    HighlightReport,
    KeyDecision,
    ListOf,
    Measure,
    Meeting,
    Option,
    Partner,
    Performance,
    Plan,
    Priority,
    Report,
    ScrutinyReport,
    Section,
    StrategicAssessment,
    Topic,
)
from csp_docs.output.checked import checked
from csp_docs.writers.text import render_text

COUNCIL = {"council": {"name": "Anytown Council"}}
NUMBERS = ("ab", "cd", "ef", "gh", "ij", "kl", "mn", "op", "qr")


def w(path: str) -> str:
    """Return a word that is in no other text: that of a path."""
    return f"zq{path.replace('.', 'qq').replace('_', '')}zq"


def of_texts(name: str, parts: tuple[str, ...]) -> dict[str, Any]:
    return {part: [w(f"{name}.{part}")] for part in parts}


COMMON: dict[str, Any] = {
    "title": w("title"),
    "appendices": [Appendix(w("appendices"), content=["x"])],
    "glossary": {w("glossary"): "x"},
    "contact": Contact(name=w("contact")),
    "subtitle": w("subtitle"),
    "version": w("version"),
    "status": "for_noting",
    "access": Access([3], w("access.reason")),
    "sections": [Section(w("sections"), ["x"])],
    "partnership": {"vision": w("partnership.vision"), "name": w("partnership.name")},
}
PUBLICATION: dict[str, Any] = {
    **COMMON,
    "date": "2031-02",
    "period": "2032-2034",
    "foreword": Foreword([w("foreword")]),
    **{name: w(name) for name in ("strapline", "statement", "vision")},
}
REPORT: dict[str, Any] = {
    **COMMON,
    "date": "2031-02-11",
    "meeting": Meeting(w("meeting.body"), date(2035, 3, 9)),
    "key_decision": KeyDecision(key=True, reason=w("key_decision.reason"), wards=[w("key_decision.wards")]),
    "contacts": [Contact(name=w("contacts.name"), team=w("contacts.team"), email=f"a@{w('contacts.email')}.example")],
    "options": [Option(w("options"))],
    "implications": {"legal": w("implications.legal"), "staff": w("implications.staff")},
    "officer_comments": {"monitoring_officer": w("officer_comments.monitoring_officer")},
    "background_papers": [BackgroundPaper(w("background_papers"))],
    **{name: w(name) for name in ("purpose", "reason")},
    **{name: [w(name)] for name in ("council_priorities", "consultees", "recommendations", "wards")},
}
HIGHLIGHT: dict[str, Any] = {
    "title": w("highlight.title"),
    "date": "2036-04-05",
    "period": "2037-2038",
    "lead": w("lead"),
    "rag": "red",
    "priority": HighlightPriority(w("priority.title"), [w("priority.aims")]),
    "performance": Performance([Measure(w("performance"), 1)]),
    "sections": [Section(w("sections"), ["x"])],
    **{name: [w(name)] for name in ("position", "activity", "next_steps", "risks", "issues")},
}
ITEMS: dict[str, Any] = {
    "priorities": [
        Priority(
            w("priorities.title"),
            heading=w("priorities.heading"),
            summary=w("priorities.summary"),
            **of_texts("priorities", parts_of(Priority)[1:]),
        )
    ],
    "cross_cutting": [
        CrossCuttingTheme(
            w("cross_cutting.title"), summary=w("cross_cutting.summary"), actions=[w("cross_cutting.actions")]
        )
    ],
    "achievements": [
        Achievement(
            w("achievements.heading"), pledges=[w("achievements.pledges")], outcomes=[w("achievements.outcomes")]
        )
    ],
    "partners": [
        Partner(w("partners.name"), role=[w("partners.role")], members=[w("partners.members")]),
    ],
}
ASSESSED: dict[str, Any] = {
    "topics": [Topic(w("topics.title"), **of_texts("topics", parts_of(Topic)))],
    **{name: [w(name)] for name in ("executive_summary", "key_findings", "recommendations")},
}
SCRUTINY: dict[str, Any] = {
    **{
        name: w(name)
        for name in ("report_number", "report_of", "portfolio_holder", "where_from", "where_to_next", "objective",
                     "consultation")
    },
    **{name: [w(name)] for name in ("outcomes_sought", "points_for_discussion", "previous_reports")},
    "sensitive": True,
    "period": "2032-2034",
}  # fmt: skip
FULL: dict[type[CouncilDocument], dict[str, Any]] = {
    CabinetReport: REPORT,
    ScrutinyReport: {**REPORT, **SCRUTINY},
    HighlightReport: {**COMMON, **HIGHLIGHT},
    Plan: {**PUBLICATION, **ITEMS, "contents": True},
    StrategicAssessment: {**PUBLICATION, **ASSESSED},
}
NOT_WORDS = {
    "status": "For noting", "date": "2031", "meeting.date": "9 March 2035", "period": "2032", "rag": "{■ Red}",
    "sensitive": "xsensitivex", "contents": "\ncontents", "key_decision.key": "xkeyx",
}  # fmt: skip
"""What is printed of a field that holds no words, or the label of its row in these layouts."""
HIGHLIGHT_NOT_WORDS = {"date": "5 April 2036", "period": "2037"}
SETTINGS = {"council", "language", "theme", "terms", "layouts"}


def paths(kind: type[CouncilDocument]) -> dict[str, str]:
    """Return each path of a full document, with what is printed of it."""
    words = {path: w(path) for path in _paths_in(FULL[kind])}
    own = {name: shown for name, shown in NOT_WORDS.items() if name in words}
    return {**words, **own, **(HIGHLIGHT_NOT_WORDS if kind is HighlightReport else {})}


def _paths_in(values: dict[str, Any]) -> list[str]:
    known = ("access", "partnership", "meeting", "key_decision", "contacts", "implications", "officer_comments",
             "priority", *ITEMS, "topics")  # fmt: skip
    found = [name for name in values if name not in known and name != "title"]
    found += ["access.reason", "partnership.vision", "partnership.name"]
    for name in known:
        if name in values and name not in ("access", "partnership"):
            given = values[name][0] if isinstance(values[name], list) else values[name]
            parts = (
                given if isinstance(given, dict) else {f.name for f in fields(type(given)) if getattr(given, f.name)}
            )
            found += [f"{name}.{part}" for part in parts]
    return [path for path in found if path not in ("partners.under",)]


def told_of(facts: list[str], path: str) -> bool:
    steps = path.split(".")
    return any(f'"{".".join(steps[:end])}"' in fact for fact in facts for end in range(1, len(steps) + 1))


def wrong(document: CouncilDocument, shown: dict[str, str]) -> list[str]:
    """Return what is printed and told of too, or neither."""
    found = checked(document)
    facts = [problem.fact for problem in found.findings]
    text = render_text(found.blocks).split("author: ", 1)[1].replace("\u00a0", " ")
    return [
        f"{path} is {'printed and told of' if told_of(facts, path) else 'lost'}\n{facts}\n{text}"
        for path, words in shown.items()
        if (words.casefold() in text.casefold()) == told_of(facts, path)
    ]


def some_of(values: list[Any]) -> st.SearchStrategy[list[Any]]:
    return st.permutations(values).flatmap(lambda order: st.integers(0, len(order)).map(lambda end: order[:end]))


COVER_FIELDS = [line.value for line in CoverField if line not in (CoverField.TITLE, CoverField.LOGO)]
FIELDS = [name for name in (*REPORT, *SCRUTINY) if name not in ("title", "access", "sections", "glossary", "contact",
          "partnership", "implications", "officer_comments", "meeting", "key_decision", "contacts")] + [
    "exemption_reason", "partnership.vision", "meeting", "meeting.body", "meeting.date", "implications",
    "implications.legal", "officer_comments", "key_decision", "key_decision.reason", "contacts", "access",
]  # fmt: skip
HEADERS = ["{{ title }}", "{{ meeting.body | upper }}", "{{ meeting.body }}", "{{ longdate(meeting.date) }}",
           "{{ date }}", "{{ partnership.name }} and {{ partnership.vision }}",
           '{{ meeting.body if title == "x" else meeting.body }}']  # fmt: skip


def row(name: str) -> dict[str, Any]:
    labels = {"key_decision": "xkeyx", "sensitive": "xsensitivex"}
    return {"field": name, "label": labels.get(name, "L")}


def of_kind(kind: type[Report], names: list[str]) -> list[str]:
    known = {field.name for field in fields(kind)} | {"exemption_reason"}
    return [name for name in names if name.partition(".")[0] in known]


@st.composite
def report_layouts(draw: st.DrawFn, kind: type[Report]) -> dict[str, Any]:
    """A layout that prints some fields of a report in its header, on its cover, in its body or at its end."""
    chosen = of_kind(kind, draw(some_of(FIELDS)))
    places = {name: draw(st.sampled_from(["cover", "parts", "closing"])) for name in chosen}
    layout: dict[str, Any] = {
        key: [row(name) for name in chosen if places[name] == key] for key in ("cover", "parts", "closing")
    }
    layout["cover"] += [{"field": "title"}]
    if kind is CabinetReport and "recommendations" not in chosen:
        layout["parts"] += [row("recommendations")]
    layout["parts"] += ["sections"]
    layout["header"] = draw(some_of(HEADERS))
    layout["implications"] = ["legal", "staff"]
    layout["cover_style"] = draw(st.sampled_from(["table", "lines", "stacked"]))
    return layout


QUICK = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("kind", [CabinetReport, ScrutinyReport])
@QUICK
@given(data=st.data())
def test_a_report_prints_each_field_or_tells_of_it(kind: type[Report], data: st.DataObject) -> None:
    layout = data.draw(report_layouts(kind))
    document = kind(council=COUNCIL, layouts={kind.kind: layout}, **FULL[kind])
    assert wrong(document, paths(kind)) == []


ONCE = ["implications.legal", "implications.staff", "officer_comments.monitoring_officer", "key_decision.reason",
        "key_decision.wards", "contacts.name", "meeting.body", "meeting.date", "access.reason"]  # fmt: skip


@settings(QUICK, max_examples=60)
@given(data=st.data())
def test_what_a_row_of_its_own_prints_no_other_row_prints_again(data: st.DataObject) -> None:
    layout = data.draw(report_layouts(CabinetReport))
    own = [name for name in ONCE if not name.startswith("contacts") and data.draw(st.booleans())]
    for name in own:
        if name not in [given["field"] for key in ("cover", "closing") for given in layout[key]] + [
            given["field"] for given in layout["parts"] if isinstance(given, dict)
        ]:
            layout[data.draw(st.sampled_from(["cover", "parts", "closing"]))].append(row(name))
    layout |= {"header": [], "recommendations": {"lead_in": ""}}
    given = {**REPORT, "date": data.draw(st.sampled_from([None, "2031-02-11"]))}
    found = checked(CabinetReport(council=COUNCIL, layouts={"cabinet_report": layout}, **given))
    printed = render_text(found.blocks).replace("\u00a0", " ")
    words = {path: NOT_WORDS.get(path, w(path)) for path in ONCE}
    assert [path for path in ONCE if printed.count(words[path]) > 1] == []
    assert [path for path in own if printed.count(words[path]) != 1] == []


@pytest.mark.parametrize("kind", [Plan, StrategicAssessment])
@QUICK
@given(data=st.data())
def test_a_publication_prints_each_field_or_tells_of_it(kind: type[CouncilDocument], data: st.DataObject) -> None:
    layout: dict[str, Any] = {
        "front": ["cover", *data.draw(some_of([page.value for page in FrontPage if page is not FrontPage.COVER]))],
        "cover": [
            "title",
            *data.draw(some_of(COVER_FIELDS)),
        ],
        **data.draw(item_styles(kind)),
    }
    generated = data.draw(some_of([*ITEMS] if kind is Plan else [*ASSESSED]))
    lists = data.draw(some_of(["priorities", "cross_cutting", "statutory_partners"])) if kind is Plan else []
    listed = [Section("Lists", [ListOf(name) for name in lists])] if lists else []
    sections = [*FULL[kind]["sections"], *listed, *map(Generated, generated)]
    document = kind(council=COUNCIL, layouts={kind.kind: layout}, **{**FULL[kind], "sections": sections})
    assert wrong(document, paths(kind)) == []


def item_styles(kind: type[CouncilDocument]) -> st.SearchStrategy[dict[str, Any]]:
    parts = {"priority": Priority, "cross_cutting": CrossCuttingTheme, "achievement": Achievement}
    styles = parts if kind is Plan else {"topics": Topic}
    heading = st.sampled_from(["{{ title }}", "{{ heading }}", "{{ number }}: {{ title }} {{ heading | upper }}"])
    return st.fixed_dictionaries(
        {
            key: st.fixed_dictionaries({"parts": some_of(list(parts_of(of))), "heading": heading})
            for key, of in styles.items()
        }
    )


@st.composite
def highlight_layouts(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "cover": draw(some_of([fact.value for fact in HighlightFact])),
        "parts": draw(some_of([part.value for part in HighlightPart])),
        "header": draw(some_of(["{{ title }}", "{{ period }}", "{{ partnership.name }}"])),
    }


@QUICK
@given(highlight_layouts())
def test_a_highlight_report_prints_each_field_or_tells_of_it(layout: dict[str, Any]) -> None:
    document = HighlightReport(council=COUNCIL, layouts={"highlight_report": layout}, **FULL[HighlightReport])
    assert wrong(document, paths(HighlightReport)) == []


@QUICK
@given(highlight_layouts())
def test_a_highlight_report_inside_another_report_does_too(layout: dict[str, Any]) -> None:
    inside = HighlightReport(**{**HIGHLIGHT, "access": Access([3], w("access.reason"))})
    report = ScrutinyReport(
        title="T", council=COUNCIL, meeting=Meeting("Panel", date(2024, 5, 1)), highlight_reports=[inside],
        layouts={"highlight_report": layout},
    )  # fmt: skip
    shown = {path: words for path, words in paths(HighlightReport).items() if path.partition(".")[0] in HIGHLIGHT}
    assert wrong(report, {**shown, "access.reason": w("access.reason")}) == []


@pytest.mark.parametrize("kind", KINDS.values())
@pytest.mark.parametrize("council", names())
def test_a_full_document_in_a_shipped_template(council: str, kind: type[CouncilDocument]) -> None:
    values = dict(FULL[kind])
    if issubclass(kind, Report):
        values |= {"implications": {"legal": w("implications.legal")}}
    layouts = {kind.kind: {"implications": ["legal"]}} if issubclass(kind, Report) else {}
    own = {"extends": council, "formats": {"date": "plain"}, **COUNCIL}
    document = kind(council=own, layouts=layouts, **values)
    shown = {path: words for path, words in paths(kind).items() if path != "implications.staff"}
    worded = {path: words for path, words in shown.items() if path not in ("key_decision.key", "sensitive")}
    assert wrong(document, worded) == []


@pytest.mark.parametrize("kind", KINDS.values())
def test_a_document_inside_another_one_is_told_of_too(kind: type[CouncilDocument]) -> None:
    """An appendix that is a document has its own layout: nothing is lost there either."""
    inner = kind(council=COUNCIL, **FULL[kind])
    facts = {problem.fact for problem in checked(inner).findings}
    outer = Plan("T", council=COUNCIL, appendices=[Appendix("A", document=inner)])
    assert facts <= {problem.fact for problem in checked(outer).findings}


def hints(document: CouncilDocument) -> list[str]:
    return [problem.hint for problem in checked(document).findings]


def test_the_hint_for_a_part_of_the_contacts_leads_to_a_layout_that_prints_it() -> None:
    def report(*parts: str) -> CabinetReport:
        row = {"field": "contacts", "parts": [{"field": part, "label": "L"} for part in parts]}
        layouts = {"cabinet_report": {"cover": ["title", "meeting", row]}}
        contacts = [Contact(name="A. Green", role="Officer")]
        return CabinetReport("T", council=COUNCIL, meeting=Meeting("Cabinet", date(2035, 3, 9)), contacts=contacts,
                             recommendations=["x"], layouts=layouts)  # fmt: skip

    assert hints(report("name")) == ["add `{field: role}` to the `parts` of the row `contacts` in the layout"]
    assert hints(report("name", "role")) == []


@pytest.mark.parametrize(
    ("kind", "style", "given", "expected"),
    [
        (Plan, "priority", {"priorities": [Priority("Burglary", heading="H", aims=["x"])]},
         ["write {{ title }} in a pattern of the layout, or remove `heading`, which replaces it"]),
        (Plan, "priority", {"priorities": [Priority("Burglary", aims=["x"])]}, []),
        (StrategicAssessment, "topics", {"topics": [Topic("Burglary", trend=["x"])], "key_findings": ["x"]}, []),
    ],
)  # fmt: skip
def test_the_hint_for_a_title_that_a_heading_replaces_does_not_remove_the_title(
    kind: Any, style: str, given: dict[Any, Any], expected: list[str]
) -> None:
    layouts = {kind.kind: {style: {"heading": "{{ heading }}", "parts": ["aims" if kind is Plan else "trend"]}}}
    sections = [Generated(next(iter(given)))]
    document = kind("T", council=COUNCIL, period="2032-2034", layouts=layouts, sections=sections, **given)
    assert [hint for hint in hints(document) if "title" in hint] == expected


@pytest.mark.parametrize(("own", "field"), [({"author": "A. Green"}, "author"), ({}, "its_name")])
def test_the_hint_for_own_fields_in_a_text_names_the_field_that_a_layout_prints(own: Any, field: str) -> None:
    layouts = {"cabinet_report": {"cover": ["title", "meeting", "author"]}}
    report = CabinetReport("T", council=COUNCIL, meeting=Meeting("Cabinet", date(2035, 3, 9)), fields=own,
                           purpose="By {{ fields.author }}", recommendations=["x"], layouts=layouts)  # fmt: skip
    assert any(f"a layout can print it: {{field: {field}}}; names" in hint for hint in hints(report))


@pytest.mark.parametrize("content", [[Figure(file=b"damaged", alt="x")], ["{{ unknown }}"]])
def test_what_has_an_error_is_not_said_to_be_left_out(content: list[Any]) -> None:
    document = HighlightReport("T", council=COUNCIL, position=content)
    assert [problem.code for problem in checked(document).findings if problem.code is Code.NOT_PRINTED] == []
    assert checked(document).findings


PUBLIC: dict[str, Any] = {"public_title": "P", "public_reason": "Q"}
ACCESSES = [
    Access(confidential=True), Access(confidential=True, **PUBLIC), Access([3]), Access([3], **PUBLIC),
    Access([3], confidential=True), Access([3], confidential=True, **PUBLIC),
]  # fmt: skip


@pytest.mark.parametrize("access", ACCESSES)
@pytest.mark.parametrize("kind", KINDS.values())
def test_an_access_without_a_reason_is_printed_by_every_kind(kind: type[CouncilDocument], access: Access) -> None:
    """The marking says it on each page, and the first page says why to the public."""
    needed: dict[str, Any] = {"sections": [Section("S", ["x"])]}
    if issubclass(kind, Report):
        needed = {"meeting": Meeting("Panel", date(2024, 5, 1)), "recommendations": ["x"]}
    inner = kind("T", council=COUNCIL, access=access, **needed)
    around = Plan("T", council=COUNCIL, appendices=[Appendix("A", document=inner)])
    inside = ScrutinyReport(
        title="T", council=COUNCIL, meeting=Meeting("Panel", date(2024, 5, 1)), outcomes_sought=["x"],
        highlight_reports=[HighlightReport("H", lead="x", access=access)],
    )  # fmt: skip
    for document in (inner, around, inside):
        found = [problem.fact for problem in checked(document).findings if problem.code is Code.NOT_PRINTED]
        assert [fact for fact in found if "access" in fact] == []


@pytest.mark.parametrize("given", ["{key: yes, reason: x, financial: yes}", "{key: yes, financial: yes}"])
def test_yes_or_no_is_reported_with_its_own_path(given: str) -> None:
    """Answers have no place of their own in the file: the finding has their path, and the line of a text nearby."""
    document = loads(
        "kind: cabinet_report\ncouncil: {council: {name: A}}\ntitle: T\nmeeting: {body: B, date: 2026-01-01}\n"
        f"recommendations: [a]\nkey_decision: {given}\n"
    )
    (found,) = (found for found in check(document) if found.code is Code.NOT_PRINTED)
    assert found.path == "key_decision.financial"
    assert '"key_decision.financial"' in found.fact
