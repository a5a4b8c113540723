"""The report of scrutiny_report.yaml, built by a script: the same model in another way.

python examples/scrutiny_report.py [FOLDER] writes scrutiny_report.docx and scrutiny_report.pdf there.
"""

import sys
from datetime import date
from pathlib import Path

from csp_docs import (
    Chart,
    CspDocsError,
    Measure,
    MeasureGroup,
    Meeting,
    Performance,
    PerformanceColumn,
    ScrutinyReport,
    bullets,
    highlight_report,
    save,
    scrutiny_report,
)

ACT_OF_1998 = "https://www.legislation.gov.uk/ukpga/1998/37/contents"
ACT_OF_2006 = "https://www.legislation.gov.uk/ukpga/2006/48/contents"

FIGURES = Performance(
    [
        Measure("All recorded crime", 2778, 2773, id="all_crime", target_change="-5%"),
        Measure("Anti-social behaviour", 1159, 1269, id="asb"),
        Measure("Satisfied with our answer", "88%", id="satisfaction", target="85%", better="higher"),
        MeasureGroup(
            "Burglary and vehicle crime",
            [
                Measure("Burglary of homes", 253, 153, id="domestic_burglary", target_change="-13%"),
                Measure("Theft from vehicles", 284, 335, id="theft_from_vehicles", target_change="-14%"),
                Measure("Theft of vehicles", 54, 38, id="theft_of_vehicles", target_change="-10%"),
            ],
            total="All three",
        ),
        MeasureGroup(
            "Violence and damage",
            [
                Measure("Violence with injury", 176, 163, id="violence", target_change="-2%"),
                Measure("Criminal damage", 412, 490, id="damage"),
            ],
        ),
    ],
    id="tab-performance",
    caption="How the partnership did against its targets",
    columns=[
        PerformanceColumn("name", "Measure"),
        PerformanceColumn("previous", "2012/13"),
        PerformanceColumn("current", "2013/14"),
        PerformanceColumn("difference", "Difference"),
        PerformanceColumn("change", "Change (%)"),
        PerformanceColumn("target", "Target"),
        PerformanceColumn("rag", "Rating"),
    ],
    source="Leicestershire Police",
)

THEFTS = Chart(
    "column",
    ["Burglary of homes", "Theft from vehicles", "Theft of vehicles"],
    {"2012/13": [153, 335, 38], "2013/14": [253, 284, 54]},
    unit="offences",
    id="fig-thefts",
    caption="Thefts from homes and vehicles",
    source="Leicestershire Police",
)

BURGLARY = (
    highlight_report("Burglary and vehicle crime")
    .priority(
        "Fewer homes and cars are broken into",
        "13% fewer burglaries of homes",
        "10% fewer thefts of vehicles",
        "14% fewer thefts from vehicles",
    )
    .lead("Leicestershire Constabulary")
    .rag("red")
    .performance(Performance(["domestic_burglary", "theft_of_vehicles", "theft_from_vehicles"]))
    .position(
        "Thieves came for car keys and jewellery, mostly on weekday afternoons and in the villages along the A6. "
        "Thefts from vehicles fell enough to meet the target."
    )
    .activity(
        "Visited every home in streets where two burglaries happened within a month",
        "Gave out 400 marking kits and 150 timer switches",
        "Put warning signs up in seven car parks",
    )
    .next_steps(
        "Start neighbourhood watch in six villages by September",
        "Ask the owners of car parks for better lights",
    )
    .risks("The crime prevention officer's post is paid for until March 2015 only")
    .build()
)

BEHAVIOUR = (
    highlight_report("Anti-social behaviour")
    .priority(
        "Problems between neighbours and in public places are solved early",
        "Fewer incidents, and fewer people who suffer them again",
        "Those who complain are content with our answer",
    )
    .lead("Harborough District Council")
    .rag("green")
    .performance(Performance(["asb", "satisfaction"]))
    .position(
        "Incidents fell for the fourth year. Nearly nine of ten who complained were content with how they were treated."
    )
    .activity(
        "Held a case meeting every month with landlords, schools and the police",
        "Opened a youth café in Lutterworth on Friday nights",
    )
    .next_steps(
        "Train 40 members of staff in the new powers",
        "Agree when a complaint is to be looked at again, as the new Act asks",
    )
    .build()
)

VIOLENCE = (
    highlight_report("Violence")
    .priority(
        "Fewer people are hurt at night and at home",
        "2% fewer offences of violence with injury",
        "More people report abuse and find help",
    )
    .lead("{{ partnership.short_name }} Manager")
    .rag("amber")
    .performance(Performance(["violence"]))
    .position("More offences were recorded. A part of the rise is abuse at home that was not reported before.")
    .activity(
        "Paid for a worker who helped 61 families to leave abusive homes",
        "Checked the door staff of all late bars in Market Harborough",
    )
    .next_steps("Find money for the worker beyond this year")
    .issues("Figures from hospitals come half a year late")
    .build()
)

report: ScrutinyReport = (
    scrutiny_report(
        "Community Safety Partnership: the year 2013/14",
        council="harborough",
        meeting=Meeting("Scrutiny Panel for Community Leadership", date(2014, 5, 15)),
    )
    .report_number("2")
    .status("for_discussion")
    .report_of("Community Partnerships Manager")
    .portfolio_holder("Councillor Alex Fairweather, Regulatory and Safety")
    .where_from("{{ partnership.name }}")
    .period("2013/14")
    .objective(
        "To look at what the partnership did in {{ period }} to make {{ partnership.area }} safer, and at what it "
        "should do next."
    )
    .outcomes_sought(
        "To say where the work of the Community Safety Partnership ({{ partnership.short_name }}) should change in "
        "the coming year.",
        "To hear from the service that helps people to leave abusive homes.",
    )
    .section(
        "Background",
        "The law asks the council, the police and other public bodies to work together against crime "
        f"([Crime and Disorder Act 1998]({ACT_OF_1998})). Once a year this panel looks at what came of it, as the "
        f"[Police and Justice Act 2006]({ACT_OF_2006}) provides.",
        "Six bodies made up the {{ partnership.short_name }} in {{ period }}:",
        bullets(
            "Harborough District Council",
            "Leicestershire County Council",
            "Leicestershire Constabulary",
            "Leicestershire Fire & Rescue",
            "Leicestershire Probation Trust",
            "Public Health",
        ),
    )
    .section(
        "What the figures say",
        "Fewer people had something stolen from their car, and fewer saw their property damaged. Burglary of homes "
        "went the other way: {{ measures.domestic_burglary.current }} homes were broken into, after "
        '{{ measures.domestic_burglary.previous }} in the year before. {{ ref("tab-performance") }} has all figures.',
        FIGURES,
        "A target is a change on the year before, or a level to be reached. Targets follow those of the Police and "
        'Crime Plan for the county. {{ ref("fig-thefts") }} sets thefts from homes and vehicles '
        "side by side.",
        THEFTS,
    )
    .section(
        "What comes next",
        "The Anti-social Behaviour, Crime and Policing Act 2014 leaves six powers in place of nineteen, and asks us "
        "to answer to those who complain. The partnership prepares for it at every meeting.",
        '{{ ref("highlight_reports") }} reports on each priority on one page: where we are, what we did, and what we '
        "will do.",
    )
    .points_for_discussion(
        "What should the partnership stop doing, now that there is less money?",
        "Why did burglary of homes rise, and who can help to bring it down?",
        "How can more residents be heard?",
    )
    .implications(
        equalities="Some people are hurt by crime more than others. The partnership looks for them first.",
        communities="Residents name burglary and speeding most often when they are asked what worries them.",
        legal="The council must have a committee that looks at the work of the {{ partnership.short_name }}. This "
        "panel is that committee.",
        resources="The Community Partnerships Team runs the partnership. It can spend {{ money(15000) }} to "
        "{{ money(30000) }} a year; everything else is done by partners in their daily work.",
        community_safety="The whole report is about it.",
        risk="Each partner has less money than before, so joint work may be the first to go.",
    )
    .consultation("All members of the partnership saw this report in draft.")
    .previous_reports("Community Safety Partnership, the year 2012/13 (16 May 2013)")
    .sensitive(False)
    .highlight_reports(BURGLARY, BEHAVIOUR, VIOLENCE)
    .build()
)

if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    try:
        for path in save(report, folder / "scrutiny_report.docx", folder / "scrutiny_report.pdf"):
            print(path)
    except CspDocsError as error:
        sys.exit(str(error))
