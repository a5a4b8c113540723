"""What the type checker must refuse: a comment names the error that is due, and mypy reports one that never comes."""

from datetime import date

from csp_docs import (
    Appendix,
    AreaMap,
    CabinetReport,
    Chart,
    Figure,
    HighlightReport,
    Meeting,
    Plan,
    Priority,
    ScrutinyReport,
    Section,
    Signatory,
    Table,
)
from csp_docs.builders import (
    bullets,
    cabinet_report,
    diagram,
    grid,
    highlight_report,
    plan,
    priority,
    scrutiny_report,
    section,
)

meeting = Meeting("Cabinet", date(2013, 7, 23))
report = CabinetReport("Strategy", council="default", meeting=meeting)
builder = cabinet_report("Strategy", council="default", meeting=meeting)

# an argument is missing
CabinetReport("Strategy", council="default")  # type: ignore[call-arg]
CabinetReport(council="default", meeting=meeting)  # type: ignore[call-arg]
Meeting()  # type: ignore[call-arg]
cabinet_report("Strategy", council="default")  # type: ignore[call-arg]

Signatory(role="Chair")  # type: ignore[call-arg]
plan("Plan")  # type: ignore[call-arg]

# an argument or a step is misspelt
Plan("Plan", council="default", prioritys=[])  # type: ignore[call-arg]
Figure(file="map.png", text="A map")  # type: ignore[call-arg]
plan("Plan", council="default").forword("Welcome.")  # type: ignore[attr-defined]
priority("Burglary", aim=["Fewer"])  # type: ignore[call-arg]
CabinetReport("Strategy", council="default", meeting=meeting, recomendations=["Note."])  # type: ignore[call-arg]
Section("Introduction", tilte="Introduction")  # type: ignore[call-arg]
builder.recomend("Note.")  # type: ignore[attr-defined]
builder.key_decision(finance=True)  # type: ignore[call-arg]
section("Introduction", numberd=False)  # type: ignore[call-arg]

# a bare text stands where a list is expected
CabinetReport("Strategy", council="default", meeting=meeting, recommendations="Note.")  # type: ignore[arg-type]
CabinetReport("Strategy", council="default", meeting=meeting, contacts="A. Officer")  # type: ignore[arg-type]
Section("Introduction", "One text.")  # type: ignore[arg-type]
Table("Measure", [["Burglary"]])  # type: ignore[arg-type]
Table(["Measure"], ["Burglary"])  # type: ignore[list-item]
builder.key_decision(wards="Castle")  # type: ignore[arg-type]

Plan("Plan", council="default", priorities="Burglary")  # type: ignore[arg-type]
Priority("Burglary", aims="Fewer")  # type: ignore[arg-type]
priority("Burglary", aims="Fewer")  # type: ignore[arg-type]

HighlightReport("Roads", position="Good.")  # type: ignore[arg-type]
ScrutinyReport("The year", council="default", meeting=meeting, outcomes_sought="To note.")  # type: ignore[arg-type]

# a value is of another kind
ScrutinyReport("The year", council="default", meeting=meeting, highlight_reports=["Roads"])  # type: ignore[arg-type]
highlight_report("Roads").performance("asb")  # type: ignore[arg-type]
scrutiny_report("The year", council="default", meeting=meeting).highlight_reports("Roads")  # type: ignore[arg-type]
Appendix("Plan", document="plan.yaml")  # type: ignore[arg-type]
Plan("Plan", council="default", date=20.11)  # type: ignore[arg-type]
Plan("Plan", council="default", priorities=["Burglary"])  # type: ignore[list-item]
diagram("steps", meeting)  # type: ignore[arg-type]
Chart("bar", ["A"], ["1"])  # type: ignore[arg-type]
AreaMap("areas.geojson", ["1"])  # type: ignore[arg-type]
Chart("bar", ["A"], {"S": [meeting]})  # type: ignore[list-item]
grid("One")  # type: ignore[arg-type]
Meeting("Cabinet", 2013)  # type: ignore[arg-type]
CabinetReport("Strategy", council="default", meeting="Cabinet")  # type: ignore[arg-type]
CabinetReport("Strategy", council="default", meeting=meeting, contacts=["A. Officer"])  # type: ignore[list-item]
bullets(meeting)  # type: ignore[arg-type]

# a word is not one of those to choose from
CabinetReport("Strategy", council="default", meeting=meeting, status="done")  # type: ignore[arg-type]
Chart("columns", ["A"], {"S": [1]})  # type: ignore[arg-type]
Table(["A"], [["1"]], align=["middle"])  # type: ignore[list-item]
diagram("round", "one", "two")  # type: ignore[arg-type]
highlight_report("Roads").rag("purple")  # type: ignore[arg-type]
plan("Plan", council="default").generate("glosary")  # type: ignore[arg-type]
report.to_bytes("odt")  # type: ignore[arg-type]

# the model cannot be changed
report.title = "Another"  # type: ignore[misc]
