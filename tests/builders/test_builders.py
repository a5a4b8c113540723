"""Three doors to one model: YAML, constructors and the builder give equal reports."""

import runpy
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from attrs import Attribute, fields

from csp_docs import (
    Access,
    Achievement,
    Appendix,
    BackgroundPaper,
    BlankPage,
    Bullets,
    CabinetReport,
    Contact,
    CrossCuttingTheme,
    Diagram,
    Facts,
    Figure,
    Foreword,
    Generated,
    Grid,
    GridCell,
    HighlightPriority,
    HighlightReport,
    KeyDecision,
    Landscape,
    ListOf,
    Measure,
    Meeting,
    ModelError,
    Month,
    Option,
    Partner,
    Pending,
    Performance,
    Period,
    Picture,
    Plan,
    Priority,
    Quote,
    ScrutinyReport,
    Section,
    Signatory,
    StrategicAssessment,
    Table,
    Topic,
    Year,
    bullets,
    cabinet_report,
    cell,
    diagram,
    grid,
    highlight_report,
    landscape,
    load,
    numbered,
    plan,
    priority,
    quote,
    save,
    scrutiny_report,
    section,
    strategic_assessment,
)
from csp_docs.api import check, loads
from csp_docs.documents.kinds import KINDS
from csp_docs.errors import Code
from csp_docs.model import CouncilDocument
from csp_docs.model.checked import kinds_of
from csp_docs.model.reach import classes_in

EXAMPLES = Path(__file__).parents[2] / "examples"

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


PLAN_YAML = """
kind: plan
council: north-west-leicestershire
title: Three Year Plan
status: draft
date: 2011-02
period: 2011-2014
strapline: Safer together
cover_picture: {file: fixtures/chair.jpg, alt: The market place}
statement: A duty of the law
vision: Safe communities
contents: yes
foreword:
  content: [Welcome.]
  signed_by: {name: A Chair, role: [Chair, Councillor], portrait: {file: fixtures/chair.jpg, alt: The Chair}}
priorities:
  - {title: Burglary, why: [It hurts., [homes, sheds]], aims: [fewer], lead_agency: [Police], labels: {why: Why}}
cross_cutting: [{title: Alcohol, summary: Less harm}]
achievements: [{heading: Cars, pledges: [lock], outcomes: [locked]}]
partners: [{name: Police, role: [They police.]}]
sections:
  - title: How we work
    content:
      - figure: {file: fixtures/map.png, alt: A map, caption: Wards}
      - diagram: {type: tree, items: [Board, [Group]], caption: Who decides}
      - grid: [{title: One, content: [a]}, {title: Two, content: [b, [c]]}]
      - quote: {title: A resident, content: [I feel safe.]}
      - list_of: priorities
      - pending: {owner: Police, what: figures, due: 2011-03}
      - landscape: [Wide., {table: {columns: [a], rows: [[b]]}}]
      - blank_page: yes
  - {generate: priorities, title: What we will do, id: priorities, numbered: no}
appendices:
  - title: The year before
    id: before
    label: X
    access: {exempt: [7]}
    document: {kind: plan, title: One Year Plan, period: 2010/11}
"""

PLAN_CONSTRUCTED = Plan(
    "Three Year Plan",
    council="north-west-leicestershire",
    status="draft",
    date=Month(2011, 2),
    period=Period(Year(2011), Year(2014)),
    strapline="Safer together",
    cover_picture=Picture("fixtures/chair.jpg", "The market place"),
    statement="A duty of the law",
    vision="Safe communities",
    contents=True,
    foreword=Foreword(
        ["Welcome."],
        Signatory(name="A Chair", role=["Chair", "Councillor"], portrait=Picture("fixtures/chair.jpg", "The Chair")),
    ),
    priorities=[
        Priority(
            "Burglary",
            why=["It hurts.", ["homes", "sheds"]],
            aims=["fewer"],
            lead_agency=["Police"],
            labels={"why": "Why"},
        )
    ],
    cross_cutting=[CrossCuttingTheme("Alcohol", summary="Less harm")],
    achievements=[Achievement("Cars", pledges=["lock"], outcomes=["locked"])],
    partners=[Partner("Police", role=["They police."])],
    sections=[
        Section(
            "How we work",
            [
                Figure(file="fixtures/map.png", alt="A map", caption="Wards"),
                Diagram("tree", ["Board", ["Group"]], caption="Who decides"),
                Grid([GridCell("One", ["a"]), GridCell("Two", ["b", ["c"]])]),
                Quote(["I feel safe."], "A resident"),
                ListOf("priorities"),
                Pending("Police", "figures", Month(2011, 3)),
                Landscape(["Wide.", Table(["a"], [["b"]])]),
                BlankPage(),
            ],
        ),
        Generated("priorities", "What we will do", id="priorities", numbered=False),
    ],
    appendices=[
        Appendix(
            "The year before",
            id="before",
            label="X",
            access=Access([7]),
            document=Plan("One Year Plan", council="north-west-leicestershire", period="2010/11"),
        )
    ],
)

PLAN_BUILT = (
    plan("Three Year Plan", council="north-west-leicestershire", period="2011-2014")
    .status("draft")
    .date(Month(2011, 2))
    .strapline("Safer together")
    .cover_picture("fixtures/chair.jpg", "The market place")
    .statement("A duty of the law")
    .vision("Safe communities")
    .contents()
    .foreword(
        "Welcome.",
        signed_by=Signatory(
            name="A Chair", role=["Chair", "Councillor"], portrait=Picture("fixtures/chair.jpg", "The Chair")
        ),
    )
    .priorities(
        priority(
            "Burglary",
            "It hurts.",
            bullets("homes", "sheds"),
            aims=["fewer"],
            lead_agency=["Police"],
            labels={"why": "Why"},
        )
    )
    .cross_cutting(CrossCuttingTheme("Alcohol", summary="Less harm"))
    .achievements(Achievement("Cars", pledges=["lock"], outcomes=["locked"]))
    .partners(Partner("Police", role=["They police."]))
    .section(
        "How we work",
        Figure(file="fixtures/map.png", alt="A map", caption="Wards"),
        diagram("tree", "Board", bullets("Group"), caption="Who decides"),
        grid(cell("One", "a"), cell("Two", "b", bullets("c"))),
        quote("I feel safe.", title="A resident"),
        ListOf("priorities"),
        Pending("Police", "figures", Month(2011, 3)),
        landscape("Wide.", Table(["a"], [["b"]])),
        BlankPage(),
    )
    .generate("priorities", "What we will do", id="priorities", numbered=False)
    .appendix(
        "The year before",
        id="before",
        label="X",
        access=Access([7]),
        document=plan("One Year Plan", council="north-west-leicestershire", period="2010/11").build(),
    )
)


def test_the_three_doors_give_equal_plans(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN_YAML, encoding="utf-8")
    (tmp_path / "fixtures").mkdir()
    for name in ("chair.jpg", "map.png"):
        (tmp_path / "fixtures" / name).touch()
    loaded = load(tmp_path / "plan.yaml")
    assert loaded == PLAN_CONSTRUCTED
    assert PLAN_BUILT.build() == PLAN_CONSTRUCTED


def test_the_three_doors_give_equal_models(tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text(YAML, encoding="utf-8")
    loaded = load(tmp_path / "report.yaml")
    assert loaded == CONSTRUCTED
    assert BUILT.build() == CONSTRUCTED


@pytest.mark.parametrize("name", [*KINDS, "quarterly_scorecard"])
def test_the_script_of_an_example_builds_the_document_of_its_file(name: str) -> None:
    document, script = load(EXAMPLES / f"{name}.yaml"), runpy.run_path(str(EXAMPLES / f"{name}.py"))
    assert document.kind == name or name not in KINDS
    assert document in [value for value in script.values() if isinstance(value, CouncilDocument)]


SCRUTINY_YAML = """
kind: scrutiny_report
council: north-west-leicestershire
title: The year
meeting: {body: Panel, date: 2014-05-15}
report_number: 2
report_of: The manager
portfolio_holder: A. Holder
where_from: The partnership
where_to_next: Council
period: 2013/14
objective: To look back.
outcomes_sought: [To note, To ask]
points_for_discussion: [Money]
consultation: Everybody.
previous_reports: [The year before]
sensitive: no
recommendations: [note it]
highlight_reports:
  - title: Burglary
    priority: Fewer burglaries
  - title: Roads
    council: harborough
    date: 2014-05
    priority: {title: Safer roads, aims: [Fewer hurt]}
    period: 2014
    lead: The fire service
    rag: amber
    performance: {measures: [{name: Hurt, current: 3}]}
    position: [Good.]
    activity: [One, [below]]
    next_steps: [Two]
    risks: [Three]
    issues: [Four]
"""
SCRUTINY_CONSTRUCTED = ScrutinyReport(
    "The year",
    council="north-west-leicestershire",
    meeting=Meeting("Panel", date(2014, 5, 15)),
    report_number="2",
    report_of="The manager",
    portfolio_holder="A. Holder",
    where_from="The partnership",
    where_to_next="Council",
    period=Period.parse("2013/14"),
    objective="To look back.",
    outcomes_sought=["To note", "To ask"],
    points_for_discussion=["Money"],
    consultation="Everybody.",
    previous_reports=["The year before"],
    sensitive=False,
    recommendations=["note it"],
    highlight_reports=[
        HighlightReport("Burglary", priority="Fewer burglaries"),
        HighlightReport(
            "Roads",
            council="harborough",
            date=Month(2014, 5),
            priority=HighlightPriority("Safer roads", ["Fewer hurt"]),
            period="2014",
            lead="The fire service",
            rag="amber",
            performance=Performance([Measure("Hurt", 3)]),
            position=["Good."],
            activity=["One", ["below"]],
            next_steps=["Two"],
            risks=["Three"],
            issues=["Four"],
        ),
    ],
)
SCRUTINY_BUILT = (
    scrutiny_report("The year", council="north-west-leicestershire", meeting=Meeting("Panel", date(2014, 5, 15)))
    .report_number("2")
    .report_of("The manager")
    .portfolio_holder("A. Holder")
    .where_from("The partnership")
    .where_to_next("Council")
    .period("2013/14")
    .objective("To look back.")
    .outcomes_sought("To note")
    .outcomes_sought("To ask")
    .points_for_discussion("Money")
    .consultation("Everybody.")
    .previous_reports("The year before")
    .sensitive(False)
    .recommend("note it")
    .highlight_reports(
        highlight_report("Burglary").priority("Fewer burglaries").build(),
        highlight_report("Roads", council="harborough", period="2014")
        .date(Month(2014, 5))
        .priority("Safer roads", "Fewer hurt")
        .lead("The fire service")
        .rag("amber")
        .performance(Performance([Measure("Hurt", 3)]))
        .position("Good.")
        .activity("One", bullets("below"))
        .next_steps("Two")
        .risks("Three")
        .issues("Four")
        .build(),
    )
)


def test_the_three_doors_give_equal_scrutiny_and_highlight_reports() -> None:
    assert loads(SCRUTINY_YAML) == SCRUTINY_CONSTRUCTED
    assert SCRUTINY_BUILT.build() == SCRUTINY_CONSTRUCTED


ASSESSMENT_YAML = """\
kind: strategic_assessment
council: harborough
title: Strategic Assessment
period: 2023/24
foreword: {content: [Welcome.]}
executive_summary: [Crime fell., [everywhere]]
key_findings: [It halved.]
recommendations: [Go on, Look back]
topics:
  - {title: Arson, trend: [It fell.], comparison: [Rare.], labels: {trend: And now}}
  - {title: Robbery, target: [Met.], hotspots: [Here.], communities: [All.], peers: [Best.]}
sections: [{generate: topics}]
"""
ARSON = Topic("Arson", trend=["It fell."], comparison=["Rare."], labels={"trend": "And now"})
ROBBERY = Topic("Robbery", target=["Met."], hotspots=["Here."], communities=["All."], peers=["Best."])


def test_the_three_doors_give_equal_assessments() -> None:
    constructed = StrategicAssessment(
        title="Strategic Assessment",
        council="harborough",
        period="2023/24",
        foreword=Foreword(["Welcome."]),
        executive_summary=["Crime fell.", ["everywhere"]],
        key_findings=["It halved."],
        recommendations=["Go on", "Look back"],
        topics=[ARSON, ROBBERY],
        sections=[Generated("topics")],
    )
    built = (
        strategic_assessment("Strategic Assessment", council="harborough", period="2023/24")
        .foreword("Welcome.")
        .executive_summary("Crime fell.")
        .executive_summary(bullets("everywhere"))
        .key_findings("It halved.")
        .recommend("Go on")
        .recommend("Look back")
        .topics(ARSON)
        .topics(ROBBERY)
        .generate("topics")
    )
    assert loads(ASSESSMENT_YAML) == constructed
    assert built.build() == constructed


def test_steps_of_a_plan_for_lists_add_to_what_is_there() -> None:
    built = (
        plan("T", council="default").priorities(Priority("One")).priorities(Priority("Two"), Priority("Three")).build()
    )
    assert [priority.title for priority in built.priorities] == ["One", "Two", "Three"]


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


def test_what_a_script_may_write_in_a_shorter_way(tmp_path: Path) -> None:
    inner = plan("Inner", council=Path("x.yaml")).date("2011-02")
    given = Plan("Inner", council="x.yaml", date=Month(2011, 2))
    assert inner.build() == given
    assert plan("T", council="c").appendix("A", document=inner).build().appendices == (Appendix("A", document=given),)
    report = scrutiny_report("T", council="c", meeting=Meeting("Scrutiny", date(2013, 7, 23)))
    assert report.highlight_reports(highlight_report("H")).build().highlight_reports == (HighlightReport("H"),)
    assert Appendix("A", document=inner) == Appendix("A", document=given)
    assert Figure(file=Path("map.png"), alt="A map") == Figure(file="map.png", alt="A map")
    assert save(plan("T", council="harborough"), tmp_path / "a.docx") == (tmp_path / "a.docx",)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: Appendix("a", document="q.yaml"), 'this must be a document, not the text "q.yaml"'),  # type: ignore[arg-type]
        (lambda: plan("T", council="c").appendix("a", document="q.yaml"), 'must be a document, not the text "q.yaml"'),  # type: ignore[arg-type]
        (lambda: save("q.yaml", "q.pdf"), 'this must be a document, not the text "q.yaml"'),  # type: ignore[arg-type]
        (lambda: plan("T", council="c", period=20.26), "this must be a period, not 20.26"),  # type: ignore[arg-type]
        (lambda: plan("T", council="c").date("2026-00"), "0 is not a month"),
        (lambda: plan("T", council="c").date(20.26), '"date" must be a date or a Month or a Year, not 20.26'),  # type: ignore[arg-type]
        (lambda: plan(5, council="c"), '"title" must be a text, not 5'),  # type: ignore[arg-type]
        (lambda: plan("T", council=5), '"council" must be a text or names with values, not 5'),  # type: ignore[arg-type]
        (lambda: plan("T", council="c").glossary(["CSP"]), "this must be names with values, not a list"),  # type: ignore[arg-type]
        (lambda: plan("T", council="c").contact("me"), '"contact" must be a Contact, not the text "me"'),  # type: ignore[arg-type]
        (lambda: Meeting("Cabinet", "2013-07"), '"2013-07" has no day'),
        (lambda: Foreword(["Hello."], "A. Chair"), '"signed_by" must be a Signatory, not the text "A. Chair"'),  # type: ignore[arg-type]
        (lambda: numbered("a", start="3"), '"start" must be a whole number, not the text "3"'),  # type: ignore[arg-type]
        (lambda: Facts({"a": None}), "this must be a text, not None"),
        (lambda: Table(["a"], [[True]]), "cannot contain True"),
        (lambda: Table(["a"], [[float("nan")]]), "cannot contain nan"),
        (lambda: Pending("Police", None), '"what" must be a text, not None'),  # type: ignore[arg-type]
        (lambda: Section(5), '"title" must be a text, not 5'),  # type: ignore[arg-type]
        (lambda: bullets("a", 3), "cannot contain 3"),  # type: ignore[arg-type]
        (lambda: Priority(""), "the title is empty"),
        (lambda: Access([True]), "cannot contain True"),
        (lambda: Table(["a"], [["b"]], widths=[True]), "cannot contain True"),  # type: ignore[arg-type]
        (lambda: Meeting("C", datetime(2026, 3, 10, 18)), "give its day, `.date()`"),
    ],
)
def test_slips_of_a_script_are_told_in_plain_words(wrong: Callable[[], object], said: str) -> None:
    with pytest.raises(ModelError) as caught:
        wrong()
    assert said in str(caught.value)


def _set(cls: type, field: "Attribute[Any]", value: object) -> None:
    """Convert and check a value of a field, as its class does; the other fields have values of their types."""
    made: object = object.__new__(cls)
    for other in fields(cls):
        object.__setattr__(made, other.name, Mock(spec=next(iter(kinds_of(cls, other.name)), object)))
    object.__setattr__(made, field.name, field.converter(value) if callable(field.converter) else value)
    first = fields(cls)[0]
    assert callable(first.validator)
    first.validator(made, first, getattr(made, first.name))


def test_no_date_has_a_time_and_no_number_is_a_truth_value() -> None:
    """A time would be lost in print, and True would be paragraph 1."""
    wrong: dict[type, Any] = {date: datetime(2026, 3, 10, 18), int: True, float: True}
    seen = set[type]()
    for cls in (cls for kind in KINDS.values() for cls in classes_in(kind)):
        for field in fields(cls):
            kinds = set(kinds_of(cls, field.name))
            for kind in kinds & wrong.keys() if bool not in kinds and Any not in kinds else ():
                seen.add(kind)
                with pytest.raises(ModelError, match=f'"{field.name}" must be'):
                    _set(cls, field, wrong[kind])
    assert seen >= {date, int}


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: CabinetReport("T", council="c", meeting=Meeting("C", date(2013, 1, 1)), recommendations="agree"),  # type: ignore[arg-type]
        lambda: Section("S", "a bare text"),  # type: ignore[arg-type]
        lambda: bullets("a", 3),  # type: ignore[arg-type]
        lambda: Section("S", [object()]),
        lambda: CONSTRUCTED.__class__("T", council="c", meeting=CONSTRUCTED.meeting, status="done"),  # type: ignore[arg-type]
    ],
)
def test_a_bare_text_for_a_list_and_other_slips_are_refused(wrong: object) -> None:
    with pytest.raises(ModelError):
        wrong()  # type: ignore[operator]


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("soon", '"soon" is not a period'),
        ("2013/", '"2013/" is not a period'),
        ("2013-02-30/2013-03-01", "2013-02-30 is not a valid date"),
        ("2014-01/2013-01", "a period ends before it begins"),
        ("2013/15", '"2013/15" is not a financial year'),
    ],
)
def test_a_period_that_cannot_be_read_has_one_reason(period: str, said: str) -> None:
    with pytest.raises(ModelError) as caught:
        plan("Safer Anytown", council="harborough", period=period)
    assert caught.value.fact == said


@pytest.mark.parametrize("words", [{"alt": "A map"}, {"alt": "A map", "caption": "Map"}])
def test_a_damaged_picture_given_as_bytes_is_named_by_its_own_key(words: dict[str, Any]) -> None:
    report = highlight_report("H", council="harborough").position(Figure(file=b"no picture", **words))
    assert [found.path for found in check(report) if found.code is Code.PICTURE_UNREADABLE] == ["position[0].file"]
