"""The assessment of strategic_assessment.yaml, built by a script: the same model in another way.

python examples/strategic_assessment.py [FOLDER] writes strategic_assessment.docx and strategic_assessment.pdf there.
"""

import sys
from pathlib import Path

from csp_docs import (
    Action,
    ActionPlan,
    Chart,
    ColumnGroup,
    Contact,
    CspDocsError,
    Generated,
    ListOf,
    Measure,
    MeasureGroup,
    Month,
    Pending,
    Performance,
    PerformanceColumn,
    Table,
    Topic,
    bullets,
    callout,
    landscape,
    numbered,
    save,
    section,
    strategic_assessment,
)

ONS = "Office for National Statistics, year ending December 2024"
LICENSED = f"{ONS}. Contains public sector information licensed under the Open Government Licence v3.0."
COLUMNS = [
    PerformanceColumn("name", "Offence"),
    PerformanceColumn("previous", "2023"),
    PerformanceColumn("current", "2024"),
    PerformanceColumn("difference"),
    PerformanceColumn("change", "Change (%)"),
]
MEASURES = {
    "violence": ("Violence against the person", 2024, 1719),
    "sexual": ("Sexual offences", 214, 235),
    "robbery": ("Robbery", 22, 14),
    "homes": ("Burglary of homes", 218, 241),
    "other_burglary": ("Other burglary", 103, 98),
    "vehicles": ("Vehicle offences", 362, 407),
    "shoplifting": ("Shoplifting", 293, 462),
    "other_theft": ("Other theft", 202, 182),
    "damage": ("Criminal damage and arson", 558, 451),
    "drugs": ("Drug offences", 104, 68),
    "weapons": ("Possession of weapons", 41, 44),
    "order": ("Public order offences", 522, 463),
    "miscellaneous": ("Other crimes against society", 160, 128),
}
MOVED = {
    "Violence against the person": (2024, 1719),
    "Criminal damage and arson": (558, 451),
    "Shoplifting": (293, 462),
    "Vehicle offences": (362, 407),
    "Burglary of homes": (218, 241),
}
RATES = {
    "Rutland": 38.6,
    "Harborough": 44.9,
    "Melton": 59.9,
    "Blaby": 61.7,
    "Oadby and Wigston": 61.8,
    "Hinckley and Bosworth": 62.4,
    "North West Leicestershire": 65.3,
    "Charnwood": 69.5,
    "Leicester": 114.2,
}
AREAS = """\
Blaby | 2,223 | 21.3 | 363 | 3.5 | 597 | 5.7 | 854 | 8.2
Charnwood | 4,809 | 26.0 | 588 | 3.2 | 1,047 | 5.7 | 1,421 | 7.7
Harborough | 1,719 | 17.1 | 241 | 2.4 | 407 | 4.1 | 462 | 4.6
Hinckley and Bosworth | 2,924 | 25.6 | 303 | 2.7 | 656 | 5.7 | 589 | 5.2
Leicester | 16,976 | 45.5 | 1,075 | 2.9 | 2,720 | 7.3 | 3,711 | 9.9
Melton | 1,320 | 25.2 | 83 | 1.6 | 150 | 2.9 | 254 | 4.8
North West Leicestershire | 2,825 | 26.2 | 204 | 1.9 | 654 | 6.1 | 537 | 5.0
Oadby and Wigston | 1,521 | 26.1 | 121 | 2.1 | 217 | 3.7 | 383 | 6.6
Rutland | 668 | 16.2 | 51 | 1.2 | 123 | 3.0 | 64 | 1.6"""
FOUR_KINDS = ["Violence", "Burglary of homes", "Vehicle offences", "Shoplifting"]


def measures(*ids: str) -> list[Measure]:
    """Return the measures with these ids."""
    return [Measure(name, current, previous, id=id_) for id_ in ids for name, previous, current in [MEASURES[id_]]]


all_kinds = Performance(
    [
        MeasureGroup("Violence", measures("violence", "sexual", "robbery")),
        MeasureGroup(
            "Theft",
            measures("homes", "other_burglary", "vehicles", "shoplifting", "other_theft"),
            total="All theft",
        ),
        MeasureGroup(
            "Damage, disorder and other crime", measures("damage", "drugs", "weapons", "order", "miscellaneous")
        ),
    ],
    id="all-kinds",
    caption="Offences recorded in Harborough district",
    columns=COLUMNS,
    total="All recorded crime but fraud",
    source=LICENSED,
)
moved = Chart(
    "bar",
    list(MOVED),
    {"2023": [before for before, _ in MOVED.values()], "2024": [now for _, now in MOVED.values()]},
    id="moved",
    caption="What moved: offences recorded in Harborough district",
    unit="offences",
    source=ONS,
)
rates = Chart(
    "bar",
    list(RATES),
    {"Offences for each 1,000 residents": list(RATES.values())},
    id="rates",
    highlight="Harborough",
    caption="Recorded crime for each 1,000 residents, 2024",
    source=ONS,
)
violence = Chart(
    "bar",
    ["Violence with injury", "Violence without injury", "Stalking and harassment"],
    {"2023": [686, 575, 758], "2024": [597, 493, 629]},
    caption="Violence against the person in Harborough district",
    unit="offences",
    source=ONS,
)
areas = Table(
    ["Area", *["Offences", "Rate"] * len(FOUR_KINDS)],
    [line.split(" | ") for line in AREAS.splitlines()],
    id="areas",
    caption="Four kinds of crime in Leicestershire and Rutland, 2024[^undercount]\n\n"
    "[^undercount]: Leicestershire's burglaries of November and December 2024 are undercounted.\n",
    groups=[ColumnGroup(kind, ["Offences", "Rate"]) for kind in FOUR_KINDS],
    row_headers=True,
    notes=["Rate: offences for each 1,000 residents of mid-2022"],
    source=LICENSED,
)

TOPICS = [
    Topic(
        "Violence against the person",
        trend=[
            "It went {{ measures.violence.change }}, from {{ number(2024) }} offences to {{ number(1719) }}. Violence "
            "with injury, violence without injury, and stalking and harassment all fell.",
            violence,
        ],
        comparison=["It is 38% of all recorded crime, and was 42% the year before."],
        peers=['Only Rutland has a lower rate ({{ ref("areas") }}).'],
    ),
    Topic(
        "Shoplifting",
        trend=[
            "It went {{ measures.shoplifting.change }}, from {{ measures.shoplifting.previous }} offences to "
            "{{ measures.shoplifting.current }}."
        ],
        comparison=["It is a tenth of all recorded crime and a third of all theft."],
        communities=["It falls on shops and their staff, who meet abuse when they step in."],
        peers=[
            "It rose in eight of the nine areas, and in Harborough by more than in any but Oadby and Wigston. The rate "
            "is still the second lowest."
        ],
    ),
    Topic(
        "Burglary of homes",
        trend=[
            "It went {{ measures.homes.change }}, from {{ measures.homes.previous }} offences to "
            "{{ measures.homes.current }}."
        ],
        comparison=["It is one in twenty recorded crimes."],
        hotspots=[Pending("Leicestershire Police", "burglaries of homes by neighbourhood in 2024", Month(2025, 7))],
        peers=["The rate, 2.4, is in the middle of the nine areas."],
    ),
    Topic(
        "Vehicle offences",
        trend=[
            "They went {{ measures.vehicles.change }}, from {{ measures.vehicles.previous }} to "
            "{{ measures.vehicles.current }}."
        ],
        comparison=["They are one in eleven recorded crimes."],
        peers=[
            "They rose by about an eighth in Hinckley and Bosworth, Melton and Harborough, and fell by as much in "
            "North West Leicestershire."
        ],
    ),
]

HOW_IT_WAS_DONE = """\
Offences are those that the police recorded[^recorded] in the calendar years 2023 and 2024. Fraud is left
out, since it is not counted by district. Rates are offences for each 1,000 residents of mid-2022.[^rates]

[^recorded]: Police recorded crime is official statistics, not accredited official statistics. More reports
    can mean that people trust the police more, and not that there is more crime.
[^rates]: Newer estimates of the population had not been published when the rates were calculated.
"""

report = (
    strategic_assessment(
        "Strategic Assessment 2024",
        council={
            "extends": "harborough",
            "measures": {"small_base": "50"},
        },  # percentages of small counts would mislead
        period="2024",
    )
    .version("V1")
    .date("2025-05")
    .contents()
    .statement("This is an example. Its figures are real, but its conclusions are not those of the partnership.")
    .executive_summary(
        "Recorded crime in the district of Harborough went {{ change(4823, 4512) }} in {{ period }}, from "
        "{{ number(4823) }} offences to {{ number(4512) }}. With 44.9 offences for each 1,000 residents, the district "
        'has the second lowest rate of the partnerships in Leicestershire and Rutland ({{ ref("rates") }}).',
        callout(
            bullets(
                "There was less violence, less damage and less disorder.",
                "There was more shoplifting, vehicle crime and burglary of homes.",
                "What rose is theft, and most of it can be prevented.",
            ),
            title="In short",
        ),
    )
    .key_findings(
        "**Violence against the person** is still the largest part of recorded crime, and went "
        "{{ measures.violence.change }} to {{ number(1719) }} offences.",
        "**Shoplifting** went {{ measures.shoplifting.change }}, by {{ measures.shoplifting.difference }} offences, "
        "more than any other crime.",
        "**Burglary of homes** went {{ measures.homes.change }}, while it fell in five of the eight other areas.",
        "**Vehicle offences** went {{ measures.vehicles.change }} to {{ measures.vehicles.current }}.",
        "**Criminal damage and arson** went {{ measures.damage.change }}, **public order offences** "
        "{{ measures.order.change }} and **drug offences** {{ measures.drugs.change }}.",
    )
    .recommend(
        "Make theft from shops a priority of the next plan, with retailers as partners.",
        "Keep burglary of homes as a priority, and find out why the district does not follow the county.",
        'Ask the police for vehicle crime by month and place: {{ ref("all-kinds") }} alone does not tell whether the '
        "rise will last.",
        "Go on with the work on violence that the figures speak for.",
    )
    .generate("figures")
    .generate("tables")
    .section(
        "Introduction",
        "Each year the partnership looks at crime, disorder and substance misuse in the district, as [regulations of "
        "2007](https://www.legislation.gov.uk/uksi/2007/1830/contents/made) ask. Its [community safety "
        "plan](https://www.legislation.gov.uk/ukpga/1998/37/section/6) begins with what it finds out.",
        section(
            "Who takes part",
            "The responsible authorities of the {{ partnership.name }} are:",
            ListOf("responsible_authorities"),
        ),
        section(
            "How it was done",
            HOW_IT_WAS_DONE,
            "Differences and percentages are calculated from the counts. Where a count is below 50, a percentage would "
            'mislead, and {{ ref("all-kinds", lower=true) }} leaves it out.',
            '{{ ref("answers") }} asks six questions of the four kinds of crime that moved most:',
            numbered(
                "How has it changed over time?",
                "How does it compare with other crime?",
                "Was a target met?",
                "Where is it highest?",
                "Which communities are most affected?",
                "How does the district compare with others?",
            ),
            "Who suffers crime, and in which streets, is for the police and their partners to add.",
            id="method",
        ),
    )
    .section(
        "Crime in the district",
        '{{ ref("all-kinds") }} shows all kinds of crime. Eight of the thirteen fell: mostly what happens between '
        'people, such as violence and disorder. What rose is mostly theft ({{ ref("moved") }}).',
        all_kinds,
        moved,
        section(
            "How others are doing",
            'Only Rutland has a lower rate of crime. {{ ref("areas") }} sets the four kinds of crime that moved most '
            "beside those of the other areas.",
            rates,
        ),
    )
    .section(
        "What comes next",
        "The recommendations go to the strategy group, which chooses the priorities of the plan. What the figures can "
        'and cannot say is explained in section {{ ref("method", number=true) }}.',
        ActionPlan(
            [
                Action(
                    "Meet the retailers of Market Harborough and Lutterworth",
                    lead="Community safety team",
                    due=Month(2025, 9),
                    measure="A list of shops and hours that suffer most",
                ),
                Action(
                    "Ask the police for vehicle crime by month and place",
                    lead="Partnership analyst",
                    due=Month(2025, 7),
                ),
                Action(
                    "Compare how burglary is recorded in the districts",
                    lead="Leicestershire Police",
                    due=Month(2025, 10),
                    measure="An answer for the next assessment",
                ),
            ]
        ),
    )
    .topics(*TOPICS)
    .appendix(
        "Four kinds of crime",
        'Each kind was asked the six questions of section {{ ref("method", number=true) }}. What the figures do not '
        "answer is left out, or says who will answer it. The plan sets no targets.",
        Generated("topics"),
        id="answers",
    )
    .appendix("Four kinds of crime by area", landscape(areas))
    .glossary(
        {
            "Recorded crime": "Offences that the police recorded by the rules of the Home Office for counting crime",
            "Rate": "The number of offences for each 1,000 residents",
            "[u]": "A percentage that is left out, as it would be of a count below 50",
        }
    )
    .contact(
        Contact(
            team="Community Safety Team",
            organisation="Harborough District Council",
            email="communitysafety@harborough.gov.uk",
        )
    )
    .build()
)

if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    try:
        for path in save(report, *(folder / f"strategic_assessment.{ending}" for ending in ("docx", "pdf"))):
            print(path)
    except CspDocsError as error:
        sys.exit(str(error))
