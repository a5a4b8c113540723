"""Three doors to one model: YAML, constructors and the builder give equal reports."""

import runpy
from datetime import date
from pathlib import Path

import pytest

from csp_docs import (
    Access,
    Appendix,
    BackgroundPaper,
    Bullets,
    CabinetReport,
    Contact,
    KeyDecision,
    Meeting,
    ModelError,
    Option,
    Section,
    bullets,
    cabinet_report,
    load,
    section,
)

EXAMPLES = Path(__file__).parents[1] / "examples"

YAML = """
kind: cabinet_report
council: north-west-leicestershire
title: Safer Streets
subtitle: Second year
status: for_decision
version: V2
date: 2013-07-01
language: en-GB
access: {exempt: [3], reason: Prices}
meeting: {body: Cabinet, date: 2013-07-23}
key_decision: {financial: no, community: yes}
contacts: [{name: A B, role: Officer, phone: 01530 454555, email: a@example.org}]
purpose: To note.
reason: The law.
options: [{title: Do nothing, assessment: Risky, preferred: no}]
council_priorities: [Homes]
implications: {legal: None}
officer_comments: {monitoring_officer: Fine}
consultees: [Police]
background_papers: [{title: The Act, url: "https://example.org"}]
recommendations: [note it, agree it]
wards: [Ashby]
fields: {urgency: High}
partnership: {short_name: SN}
theme: {page: {left: 3}}
terms: {table: Figure}
layouts: {cabinet_report: {appendices: {label: a}}}
sections:
  - title: Background
    id: back
    content:
      - Words.
      - [one, [deeper], two]
    sections: [{title: Detail, content: [More.], numbered: no}]
appendices: [{title: Plan, id: plan, content: [See above.]}]
glossary: {CSP: Community safety partnership}
contact: {team: Policy}
"""

CONSTRUCTED = CabinetReport(
    "Safer Streets",
    council="north-west-leicestershire",
    subtitle="Second year",
    status="for_decision",
    version="V2",
    date=date(2013, 7, 1),
    language="en-GB",
    access=Access([3], "Prices"),
    meeting=Meeting("Cabinet", date(2013, 7, 23)),
    key_decision=KeyDecision(financial=False, community=True),
    contacts=[Contact(name="A B", role="Officer", phone="01530 454555", email="a@example.org")],
    purpose="To note.",
    reason="The law.",
    options=[Option("Do nothing", "Risky")],
    council_priorities=["Homes"],
    implications={"legal": "None"},
    officer_comments={"monitoring_officer": "Fine"},
    consultees=["Police"],
    background_papers=[BackgroundPaper("The Act", "https://example.org")],
    recommendations=["note it", "agree it"],
    wards=["Ashby"],
    fields={"urgency": "High"},
    partnership={"short_name": "SN"},
    theme={"page": {"left": "3"}},
    terms={"table": "Figure"},
    layouts={"cabinet_report": {"appendices": {"label": "a"}}},
    sections=[
        Section(
            "Background",
            ["Words.", Bullets(["one", Bullets(["deeper"]), "two"])],
            [Section("Detail", ["More."], numbered=False)],
            id="back",
        )
    ],
    appendices=[Appendix("Plan", id="plan", content=["See above."])],
    glossary={"CSP": "Community safety partnership"},
    contact=Contact(team="Policy"),
)

BUILT = (
    cabinet_report("Safer Streets", council="north-west-leicestershire", meeting=Meeting("Cabinet", date(2013, 7, 23)))
    .subtitle("Second year")
    .status("for_decision")
    .version("V2")
    .date(date(2013, 7, 1))
    .language("en-GB")
    .access(exempt=[3], reason="Prices")
    .key_decision(financial=False, community=True)
    .contacts(Contact(name="A B", role="Officer", phone="01530 454555", email="a@example.org"))
    .purpose("To note.")
    .reason("The law.")
    .options(Option("Do nothing", "Risky"))
    .council_priorities("Homes")
    .implications(legal="None")
    .officer_comments(monitoring_officer="Fine")
    .consultees("Police")
    .background_papers(BackgroundPaper("The Act", "https://example.org"))
    .recommend("note it")
    .recommend("agree it")
    .wards("Ashby")
    .fields(urgency="High")
    .partnership(short_name="SN")
    .theme(page={"left": "3"})
    .terms(table="Figure")
    .layouts(cabinet_report={"appendices": {"label": "a"}})
    .section(
        "Background",
        "Words.",
        bullets("one", bullets("deeper"), "two"),
        section("Detail", "More.", numbered=False),
        id="back",
    )
    .appendix("Plan", "See above.", id="plan")
    .glossary({"CSP": "Community safety partnership"})
    .contact(Contact(team="Policy"))
)


def test_the_three_doors_give_equal_models(tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text(YAML, encoding="utf-8")
    loaded = load(tmp_path / "report.yaml")
    assert loaded == CONSTRUCTED
    assert BUILT.build() == CONSTRUCTED


def test_the_example_script_builds_the_report_of_the_example_file() -> None:
    script = runpy.run_path(str(EXAMPLES / "cabinet_report.py"))
    assert script["report"] == load(EXAMPLES / "cabinet_report.yaml")


def test_every_step_leaves_the_builder_before_it_alone() -> None:
    base = cabinet_report("T", council="default", meeting=Meeting("Cabinet", date(2013, 7, 23)))
    first, second = base.recommend("one"), base.recommend("two")
    assert (base.build().recommendations, first.build().recommendations) == ((), ("one",))
    assert second.build().recommendations == ("two",)


def test_a_builder_shows_what_is_set_and_what_is_missing() -> None:
    base = cabinet_report("T", council="default", meeting=Meeting("Cabinet", date(2013, 7, 23))).purpose("Why")
    set_here, missing = repr(base).splitlines()
    assert set_here.startswith("CabinetReportBuilder(title='T', council='default', meeting=Meeting(body='Cabinet'")
    assert set_here.endswith("purpose='Why')")
    assert missing == "  missing: the report has no recommendations"


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: CabinetReport("T", council="c", meeting=Meeting("C", date(2013, 1, 1)), recommendations="agree"),
        lambda: Section("S", "a bare text"),
        lambda: bullets("a", 3),
        lambda: Section("S", [object()]),
        lambda: CONSTRUCTED.__class__("T", council="c", meeting=CONSTRUCTED.meeting, status="done"),
    ],
)
def test_a_bare_text_for_a_list_and_other_slips_are_refused(wrong: object) -> None:
    with pytest.raises(ModelError):
        wrong()  # type: ignore[operator]
