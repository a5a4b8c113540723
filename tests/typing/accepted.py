"""What the type checker must accept: how people write documents."""

from datetime import date

from csp_docs import (
    Appendix,
    BackgroundPaper,
    CabinetReport,
    Contact,
    CrossCuttingTheme,
    Diagram,
    Figure,
    Foreword,
    Generated,
    Grid,
    GridCell,
    Landscape,
    ListOf,
    Meeting,
    Month,
    Option,
    Partner,
    Pending,
    Period,
    Picture,
    Plan,
    Priority,
    Section,
    Signatory,
    Status,
    Table,
    Year,
)
from csp_docs.builders import (
    bullets,
    cabinet_report,
    cell,
    diagram,
    grid,
    landscape,
    numbered,
    plan,
    priority,
    quote,
    section,
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
                Figure(pending=Pending("The police", "a map", date(2011, 3, 1))),
                Diagram("tree", ["Board", ["Group", ["Team"]]]),
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
