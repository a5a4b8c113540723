"""What the type checker must accept: how people write documents."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from csp_docs import (
    Action,
    Appendix,
    AreaMap,
    BackgroundPaper,
    CabinetReport,
    Chart,
    ChartTarget,
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
    Landscape,
    ListOf,
    Measure,
    MeasureGroup,
    Meeting,
    Month,
    Option,
    Partner,
    Pending,
    Performance,
    Period,
    Picture,
    Plan,
    Priority,
    Saved,
    ScrutinyReport,
    Section,
    Signatory,
    Status,
    Table,
    Year,
    councils,
    dumps,
    from_dict,
    kinds,
    save,
    save_all,
    to_dict,
)
from csp_docs.builders import (
    area_map,
    bullets,
    cabinet_report,
    cell,
    chart,
    diagram,
    grid,
    highlight_report,
    landscape,
    numbered,
    performance,
    plan,
    priority,
    quote,
    scrutiny_report,
    section,
    table,
)

meeting = Meeting("Cabinet", date(2013, 7, 23))

report = CabinetReport(
    "Community Safety Strategy",
    council="north-west-leicestershire",
    meeting=meeting,
    status="draft",
    contacts=[Contact(name="A. Officer", role="Head of Community Services")],
    options=[Option("Do nothing", "Not advised.")],
    recommendations=["That Cabinet notes the changes."],
    background_papers=[BackgroundPaper("The strategy")],
    implications={"financial": "None."},
    sections=[
        Section("Introduction", ["One text.", bullets("a point", "another"), ["a list", ["and one below it"]]]),
        Section(
            "Measures",
            [Table(["Measure", "Change"], [["Burglary", "-13%"]], widths=[3, 1], align=["left", "right"])],
        ),
    ],
)

with_tuples = CabinetReport(
    "Community Safety Strategy",
    council={"extends": "default"},
    meeting=meeting,
    status=Status.DRAFT,
    recommendations=("That Cabinet notes the changes.",),
)

built: CabinetReport = (
    cabinet_report("Community Safety Strategy", council="default", meeting=meeting)
    .purpose("To note the changes.")
    .key_decision(financial=False, community=True)
    .recommend("That Cabinet notes the changes.", "That the strategy is published.")
    .section("Introduction", "One text.", numbered("first", "second", style="(a)"), section("Below", "Text."))
    .build()
)

whole_plan = Plan(
    "Three Year Plan",
    council="north-west-leicestershire",
    period="2011-2014",
    date=Month(2011, 2),
    foreword=Foreword(
        ["Welcome.", ["a point"]],
        Signatory(name="A. Chair", role="Chair", signature=Picture("signature.png", decorative=True)),
    ),
    priorities=[Priority("Burglary", why=["It hurts."], aims=["Fewer burglaries"], labels={"why": "Why?"})],
    cross_cutting=[CrossCuttingTheme("Alcohol", actions=["Less harm"])],
    partners=[Partner("The police", role=["They police.", ["and listen"]])],
    sections=[
        Section(
            "How we work",
            [
                Figure(file="map.png", alt="A map"),
                Figure(file=b"the content of a file", alt="A map"),
                Figure(pending=Pending("The police", "a map", date(2011, 3, 1))),
                Diagram("tree", ["Board", ["Group", ["Team"]]]),
                Chart("line", ["2023", "2024"], {"By day": [91, "92.5%"], "After dark": [None, 71.5]}, target=75),
                Chart("pie", ("A", "B"), {"Money": (1, 2)}, unit="£", alt="Who pays"),
                Chart("bar", ["A"], {"Thefts": [1]}, target=ChartTarget(5, "Goal")),
                AreaMap(Path("areas.geojson"), {"E01025770": 31, "E01025771": "[x]"}, key="LSOA21CD", classes=4),
                Grid([GridCell("One", ["Text.", ["a point"]])]),
                Landscape([Table(["Measure"], [["Burglary"]])]),
                ListOf("responsible_authorities"),
            ],
            [Generated("partners", "Who does what")],
        ),
        Generated("priorities"),
    ],
    appendices=[Appendix("Cabinet report", document=report)],
)

built_plan: Plan = (
    plan("Three Year Plan", council="default", period=Period(Year(2011), Year(2014)))
    .date(date(2011, 2, 1))
    .foreword("Welcome.", signed_by=Signatory(name="A. Chair", role=["Chair", "Councillor"]))
    .contents()
    .priorities(priority("Burglary", "It hurts.", bullets("homes"), aims=["Fewer burglaries"], lead_agency=["Police"]))
    .section(
        "How we work",
        diagram("steps", "one", "two"),
        grid(cell("One", "Text.")),
        quote("I feel safe.", title="A resident"),
        landscape("Wide."),
        Generated("partners"),
    )
    .generate("glossary", "Words")
    .appendix("Cabinet report", document=report)
    .build()
)

highlight = HighlightReport(
    "Burglary",
    priority=HighlightPriority("Fewer burglaries", ["10% fewer"]),
    period="2013/14",
    rag="amber",
    performance=Performance([Measure("Burglary", 253, 153, target_change="-13%"), "asb"]),
    position=["Worse than last year."],
    activity=["Visits", ["to homes"]],
)

scrutiny = ScrutinyReport(
    "The year",
    council="harborough",
    meeting=meeting,
    period=Period(Year(2013), Year(2014)),
    outcomes_sought=["To note the report."],
    sensitive=False,
    highlight_reports=[highlight, HighlightReport("Roads", priority="Safer roads")],
)

built_scrutiny: ScrutinyReport = (
    scrutiny_report("The year", council="default", meeting=meeting)
    .report_number("2")
    .recommend("That the panel notes the report.")
    .outcomes_sought("To note the report.", "To ask questions.")
    .sensitive(False)
    .highlight_reports(highlight)
    .build()
)

built_highlight: HighlightReport = (
    highlight_report("Roads", council="default", period="2013/14")
    .priority("Safer roads", "Fewer people hurt")
    .rag("green")
    .activity("Visits", bullets("to schools"))
    .build()
)

bytes_of: bytes = report.to_bytes("pdf") + built_plan.to_bytes("yaml") + plan("A", council="default").to_bytes("docx")
text: str = dumps(plan("A", council="default"))
keys: dict[str, Any] = to_dict(report)
read = from_dict(keys, folder=Path("plans"))
names: list[str] = [*councils(), *kinds()]
with io.BytesIO() as stream:
    written: tuple[Path, ...] = save(report, "report.pdf", stream, format="pdf")
dated = Action("Do it", due="2026-03"), Meeting("Cabinet", "2013-07-23"), Period("2011-04-01", "2012-03-31")
counted = Table(["Ward", "Number"], [["Ashby", 12], ["Measham", 7.5]], total=["All", 19.5]), Facts({"Wards": 20})

changed: Plan = (
    plan("A", council="default")
    .section("B", "Words.", id="b")
    .replace(section("C", "Words.", id="b"), Measure("Arson", 9, id="arson"), Table(["A"], [["b"]], id="t"))
    .without("b", "arson")
    .build()
)
seen: list[str] = [page.alt for page in changed.preview(pages=[1, 2]).pages]
all_saved: tuple[Saved, ...] = save_all(
    {"a": changed, "b": plan("B", council="default")}, formats=["pdf"], progress=print
)

frame = pl.DataFrame({"offence": ["Burglary"], "2023/24": [253]})
framed: Performance = performance(frame, name="offence", current="2023/24", period="2013/14", group="kind", total="All")
grouped = Performance([Measure("Arson", 9), MeasureGroup("Theft", [Measure("Burglary", 253), "theft"], total="Theft")])
shaded: AreaMap = area_map(frame, "areas.geojson", values="2023/24", key="LSOA21CD")
drawn: Chart = chart(frame, "column", series={"Last year": "2023/24"}, target=300)
tabled: Table = table(frame, columns=["offence"], row_headers=True)
