"""Every public name in use: type checkers accept this script, and it runs in a folder with the examples."""

import warnings
from decimal import Decimal
from pathlib import Path
from typing import assert_never

import polars as pl
from PIL import Image

from csp_docs import (
    Access,
    Achievement,
    Across,
    Action,
    ActionPlan,
    Amount,
    Appendix,
    AreaMap,
    BackgroundPaper,
    Band,
    Better,
    BlankPage,
    Bullets,
    CabinetReport,
    Callout,
    Chart,
    ChartTarget,
    ChartType,
    CheckError,
    Code,
    Column,
    ColumnGroup,
    Comparator,
    Contact,
    CrossCuttingTheme,
    CspDocsError,
    Diagram,
    DocumentWarning,
    Facts,
    Figure,
    Foreword,
    Generated,
    GivenRating,
    Grid,
    GridCell,
    HighlightPriority,
    HighlightReport,
    KeyDecision,
    Landscape,
    Language,
    Lines,
    ListOf,
    LoadError,
    Measure,
    MeasureField,
    MeasureGroup,
    Meeting,
    ModelError,
    Month,
    Numbered,
    Option,
    PageBreak,
    Paragraph,
    Partner,
    Passage,
    Pending,
    Performance,
    PerformanceColumn,
    Period,
    Picture,
    Plain,
    Plan,
    Priority,
    Problem,
    ProgressPlace,
    Quote,
    Rag,
    RenderError,
    Residual,
    Risk,
    RiskRegister,
    Saved,
    ScrutinyReport,
    Section,
    Severity,
    Signatory,
    Status,
    StrategicAssessment,
    Table,
    TableSize,
    TemplateError,
    Topic,
    Year,
    __version__,
    area_map,
    bullets,
    cabinet_report,
    callout,
    cell,
    chart,
    check,
    compare,
    councils,
    diagram,
    dumps,
    figure,
    from_dict,
    grid,
    highlight_report,
    kinds,
    landscape,
    lines,
    literal,
    load,
    loads,
    numbered,
    passage,
    performance,
    plain,
    plan,
    priority,
    quote,
    render,
    save,
    save_all,
    scrutiny_report,
    section,
    strategic_assessment,
    table,
    to_dict,
)

template = {"council": {"name": "Anytown Borough Council"}}
meeting = Meeting("Cabinet", "2026-03-10")
exempt = Access([3], "It names prices.", public_title="Prices")
owed = Pending("Anytown Police", "the map", due="2026-04")

# Blocks, as classes.
columns = [PerformanceColumn(MeasureField.NAME), PerformanceColumn("current", "Now"), PerformanceColumn("rag")]
victims = Measure("Satisfied victims", Amount(Decimal(88), "%"), better=Better.HIGHER)
quarters = Measure(
    "Arson", periods={"Q1": 3, "Q2": 4}, comparators={"Force": Comparator(9, 8)}, rag=GivenRating("blue")
)
figures = Performance(
    [Measure("Burglary", 121, 153, id="burglary", target=130), MeasureGroup("Others", [victims, quarters])],
    columns=columns,
)
blocks = [
    "A text.",
    Plain("A text without a number."),
    Paragraph("A text with a name.", id="named"),
    Bullets(["one", ["below it"]]),
    Numbered(["first", "second"], style="(a)"),
    Lines(["Team Leader", "Officer"]),
    Callout(["A box."], "A title"),
    Quote(["I feel safe."], "A resident"),
    Facts({"Lead": "A. Officer", "Wards": 20}),
    Grid([GridCell("One", ["Text."])]),
    Table(["Ward", "Now"], [["Ashby", 12]], groups=[ColumnGroup("Year", ["Now"])]),
    Table(
        ["Ward", Column("RAG", rating=True), Column("All", sum=True)],
        [Band("North"), ["Ashby", "green", ["one", "two"]], Across("Progress: all is well.")],
        total="All",
    ),
    Table(["£", "Now"], [Band("Income", rows=[["Fees", 3], Across("From May.")], total="All", subtract=True)]),
    figures,
    ActionPlan([Action("Light the car parks", lead="Council", due=Month(2026, 9), rag=Rag.AMBER)]),
    ActionPlan([Action("Mark bicycles", progress="Begun")], progress=ProgressPlace.BELOW, size="small", widths=[1]),
    ActionPlan([Action("Mark bicycles", progress="Begun", rag="Complete")], progress="below", size=TableSize.SMALL),
    RiskRegister([Risk("The money ends", likelihood=4, impact="High", residual=6)]),
    RiskRegister([Risk("It rains", likelihood=4, impact=5, residual=Residual(likelihood="low", impact=2))]),
    Figure(pending=owed, caption="The wards"),
    Diagram("cycle", ["Assess", "Plan", "Review"]),
    Chart(ChartType.BAR, ["A", "B"], {"Now": [1, 2]}, target=ChartTarget(2, "Goal")),
    owed,
    ListOf("other_agencies"),
    Landscape(["A wide text."]),
    PageBreak(),
    BlankPage(),
]
hidden = Passage(["The lowest bid is £4,750."], Access([3]))
area = AreaMap("examples/neighbourhoods.geojson", {"N01": 12, "N02": "[x]"}, key="code", name="name")

# Documents, as classes.
made_plan = Plan(
    "A plan",
    council=template,
    period=Period.parse("2026-2029"),
    date=Year(2026),
    language=Language.ENGLISH,
    status=Status.DRAFT,
    foreword=Foreword(["Welcome."], Signatory(name="A. Chair", portrait=Picture("bars.png", alt="A. Chair"))),
    priorities=[Priority("Burglary", aims=["Fewer burglaries"])],
    cross_cutting=[CrossCuttingTheme("Alcohol", actions=["Less harm"])],
    achievements=[Achievement("Burglary", pledges=["we would cut it"], outcomes=["It fell."])],
    partners=[Partner("Police", role=["They police."])],
    sections=[
        Section("All", blocks),
        Generated("priorities"),
        Generated("cross_cutting"),
        Generated("achievements"),
        Generated("partners"),
    ],
    contact=Contact(team="Community safety"),
)
report = CabinetReport(
    "A report",
    council=template,
    meeting=meeting,
    key_decision=KeyDecision(key=True),
    options=[Option("Do nothing", "Not advised.")],
    background_papers=[BackgroundPaper("The survey")],
    recommendations=["note the report"],
    sections=[Section("All", [hidden])],
    appendices=[Appendix("Prices", content=["£4,000"], access=exempt)],
)
roads = HighlightReport("Roads", priority=HighlightPriority("Safer roads"), rag=Rag.GREEN)
scrutiny = ScrutinyReport("The year", council=template, meeting=meeting, highlight_reports=[roads])
assessment = StrategicAssessment(
    "Crime", council=template, topics=[Topic("Burglary", trend=["It fell."])], sections=[Generated("topics")]
)

# The same, step by step.
frame = pl.DataFrame({"code": ["N01", "N02"], "now": [12, 31]})
built = (
    plan("A plan", council=template, period="2026-2029")
    .priorities(priority("Burglary", "It hurts.", aims=["Fewer burglaries"]))
    .section(
        "All",
        plain("A text."),
        bullets("one", "two"),
        numbered("first", "second"),
        lines("Team Leader"),
        callout("A box."),
        quote("I feel safe."),
        grid(cell("One", "Text.")),
        figure(Image.new("RGB", (300, 200)), "A blue box", caption="Box"),
        diagram("steps", "one", "two"),
        landscape(table(frame)),
        passage("The bid.", access=Access([3])),
        performance(frame, name="code", current="now"),
        chart(frame, "bar"),
        area_map(frame, "examples/neighbourhoods.geojson", key="code", name="name"),
        section("Below", literal("5 * 3 [x]")),
    )
)
others = (
    cabinet_report("A report", council=template, meeting=meeting).recommend("note the report"),
    cabinet_report("A report", council=template, meeting=meeting).access(
        exempt=[3],
        reason="Prices",
        confidential=False,
        public_title="A contract",
        public_reason="It names bidders.",
        marking="OFFICIAL",
    ),
    scrutiny_report("The year", council=template, meeting=meeting),
    highlight_report("Roads", council=template),
    strategic_assessment("Crime", council=template),
)


def word_for(severity: Severity) -> str:
    """Return what to do about a finding; a type checker says if a severity is forgotten."""
    match severity:
        case Severity.ERROR:
            return "stop"
        case Severity.WARNING:
            return "look"
        case Severity.NOTE:
            return "go on"
    assert_never(severity)


def saved(folder: Path) -> list[str]:
    """Return what is found, written and compared: the functions, and the errors that they raise."""
    said: list[str] = [__version__, *kinds(), *councils()]
    found: list[Problem] = check(report)
    said += [f"{problem.code}: {word_for(problem.severity)}" for problem in found if problem.code is not Code.NOT_YAML]
    with warnings.catch_warnings(record=True, action="always", category=DocumentWarning) as caught:
        word, pdf = save(built, folder / "plan.docx", folder / "plan.pdf")
        one: Saved = save_all({"again": built}, formats=["html"], out=folder)[0]
    said += [str(warning.message) for warning in caught] + [file.name for file in one.files]
    assert compare(word, pdf).same
    assert loads(dumps(report)) == report == from_dict(to_dict(report))
    assert load("examples/highlight_report.yaml").to_bytes("pdf")
    for draft in (made_plan, scrutiny, assessment, *others):
        try:
            render(draft, "csv", public=True)
        except (CheckError, RenderError, TemplateError) as error:
            said += [problem.fact for problem in error.problems]
    for text in ("kind: plan", "kind: [", ""):
        try:
            loads(text)
        except LoadError as error:
            said.append(str(error))
    try:
        Chart("bar", ["A"], {"Now": [1, 2]})
    except ModelError as error:
        said.append(error.fact)
    assert issubclass(LoadError, CspDocsError)
    return said
