"""What the type checker must accept: how people write documents."""

from datetime import date

from csp_docs import BackgroundPaper, CabinetReport, Contact, Meeting, Option, Section, Status, Table
from csp_docs.builders import bullets, cabinet_report, numbered, section

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
