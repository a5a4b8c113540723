"""The report of cabinet_report.yaml, built by a script: the same model in another way.

python examples/cabinet_report.py [FOLDER] writes cabinet_report.docx and cabinet_report.pdf there.
"""

import sys
from datetime import date
from pathlib import Path

from csp_docs import (
    BackgroundPaper,
    CabinetReport,
    Contact,
    CspDocsError,
    Meeting,
    Table,
    bullets,
    cabinet_report,
    lines,
    numbered,
    save,
    section,
)

ACT = "https://www.legislation.gov.uk/ukpga/1998/37/contents"

INTRODUCTION = f"""\
Councils and the police have had to work together against crime since the
[Crime and Disorder Act 1998]({ACT}). Later Acts
brought in fire, probation and health services.[^partners] Ten years of joint work have seen crime
fall and stay down.

[^partners]: Section 5 of the Act names the *responsible authorities*, the bodies that must take part.
"""

FUNDING = Table(
    ["Source", "Period", "Amount"],
    [
        ["Police and Crime Commissioner", "Full year", "£12,000"],
        ["Leicestershire County Council", "Six months", "£7,112"],
        ["North West Leicestershire District Council", "Full year", "£21,300"],
    ],
    id="tab-funding",
    caption="Money for community safety, 2013/14",
    row_headers=True,
    align=["left", "left", "right"],
    total=["Total", "", "£40,412"],
    notes=["The county's share bridges one year, until a commissioning process is in place."],
)

CRIME = bullets(
    "work in the places where most crime happens",
    "plan for large events, such as the Download and Strawberry Fields festivals",
    "support cameras, number plate recognition and the retail radio",
    "cut reoffending with the Supporting Families programme",
    "protect people from domestic abuse, repeat victims first",
    "support young people who are exploited or abused",
    "show residents how to keep themselves and their homes safe",
    "serve the commissioner's Police and Crime Plan",
)

BEHAVIOUR = bullets(
    "make it easier to report anti-social behaviour",
    "support victims who are vulnerable",
    bullets("by a named officer for each case", "by a risk assessment at the first call"),
    "bring more young people into clubs, mentoring and community projects",
    "help families before their difficulties grow",
    "use what partners have to change how people behave",
)

COMMUNITIES = bullets(
    "make roads and pathways safer",
    "reduce the harm that drugs and alcohol do",
    "work with groups that support vulnerable people",
)


report: CabinetReport = (
    cabinet_report(
        "Community Safety Strategy 2011-14 (2013 refresh)",
        council="north-west-leicestershire",
        meeting=Meeting("Cabinet", date(2013, 7, 23)),
    )
    .key_decision(financial=False, community=True)
    .contacts(
        Contact(name="Councillor Robin Ashdown", role="Portfolio Holder for Regeneration and Planning"),
        Contact(role="Director of Services", phone="01530 454555"),
        Contact(role="Head of Community Services", phone="01530 454832"),
    )
    .purpose(
        "Cabinet is shown what has changed in the district's community safety strategy since last year. The "
        'headline actions are set out in {{ ref("actions") }}.'
    )
    .reason("The law asks for a strategy every three years, and the constitution for a fresh look at it every year.")
    .council_priorities("Homes and Communities")
    .implications(
        summary="The strategy sets the partnership's priorities and work for 2013/14.",
        financial="The work is paid for by the Police and Crime Commissioner, the county council and this council "
        '({{ ref("tab-funding") }}). The community safety team co-ordinates it within its budget.',
        relevant_cat="Supporting North West Leicestershire Families CAT",
        risk="Each project will have its own risk assessment.",
        equalities="An assessment was made, and what it found has been put right.",
        human_rights="None that can be seen",
        transformational_government="None that can be seen",
    )
    .officer_comments(
        head_of_paid_service="Satisfied with the report",
        section_151_officer="Satisfied with the report",
        monitoring_officer="Satisfied with the report",
    )
    .consultees(
        "The {{ partnership.name }}",
        "Residents, through the survey that fed the strategic assessment",
    )
    .background_papers(
        BackgroundPaper("Crime and Disorder Act 1998", ACT),
        BackgroundPaper("Police Reform Act 2002", "https://www.legislation.gov.uk/ukpga/2002/30/contents"),
        BackgroundPaper("Police and Justice Act 2006", "https://www.legislation.gov.uk/ukpga/2006/48/contents"),
    )
    .recommend("NOTE WHAT HAS CHANGED IN THE COMMUNITY SAFETY STRATEGY 2011-14 WITH ITS 2013 REFRESH")
    .section(
        "Introduction",
        INTRODUCTION,
        "Every three years the partnership writes a strategy. A strategic assessment of crime, disorder and "
        "substance misuse informs it, and a refresh each year keeps it to the point.",
        "The {{ partnership.name }} ({{ partnership.short_name }}) is made up of:",
        bullets(
            "North West Leicestershire District Council",
            "Leicestershire County Council",
            "Leicestershire Constabulary",
            "Leicestershire Fire & Rescue and the Leicestershire Fire Authority",
            "Leicestershire & Rutland Probation Trust",
            "NHS Leicestershire County & Rutland",
        ),
        "Many others help: social landlords, the youth offending service, drug and alcohol services, youth "
        "groups, the Police and Crime Commissioner for Leicestershire and voluntary bodies. Together they "
        "look beyond crime to the wellbeing of everyone who lives in the district.",
        "The council's community safety team supports the partnership. It has three posts:",
        lines(
            "Community Safety Team Leader, full time",
            "Anti-Social Behaviour Co-ordinator, full time",
            "Community Safety Officer, part time",
        ),
    )
    .section(
        "Background",
        "Over the past year crime in the district fell by 11% and anti-social behaviour by almost 25%. Crime "
        "has now fallen for seven years in a row and anti-social behaviour for four: some 2,650 fewer people "
        "have become victims since 2004.",
        "In November 2012 the county elected its first Police and Crime Commissioner. Money "
        "for partnerships has passed through the new office since, and there is less of it. "
        '{{ ref("tab-funding") }} shows what this year\'s work can draw on.',
        FUNDING,
        "The commissioner's share may be spent only on what serves his Police and Crime Plan. From 2014 "
        "partnerships will probably be asked to bid for such work.",
    )
    .section(
        "What the refresh is based on",
        "The partnership's strategic assessment brings together levels of crime, what residents say matters to "
        "them, and what has changed since the assessment before.",
        "Partners then met in a workshop, with the latest police figures before them, and agreed the direction "
        "for 2013/14. They took into account the priorities of the commissioner and of both councils.",
    )
    .section(
        "The priorities",
        "The three priorities stay, with new actions below them:",
        numbered("**Tackling crime**", "**Focus on anti-social behaviour**", "**Support our communities**"),
        "Two themes cut across all three:",
        bullets("Supporting North West Leicestershire families", "Communicating our work"),
    )
    .section(
        "Delivering the strategy",
        "An action plan with 16 headline actions, each broken down by quarter, carries the strategy "
        '({{ ref("actions") }}). The {{ partnership.short_name }} will follow it at its meetings every two months.',
        "A Safeguarding Action Group now makes sure that every referral about a person at risk is followed up. "
        "The council's safeguarding officers sit on it.",
    )
    .section(
        "The next strategy",
        "The strategy for 2014 to 2017 will be drafted early in 2014, from a new assessment, consultation and "
        "crime figures. It will serve the commissioner's Police and Crime Plan.",
    )
    .appendix(
        "Headline actions for 2013/14",
        section("Tackling crime", "The partnership will:", CRIME),
        section("Focus on anti-social behaviour", "The partnership will:", BEHAVIOUR),
        section("Support our communities", "The partnership will:", COMMUNITIES),
        id="actions",
    )
    .build()
)

if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    try:
        for path in save(report, folder / "cabinet_report.docx", folder / "cabinet_report.pdf"):
            print(path)
    except CspDocsError as error:
        sys.exit(str(error))
