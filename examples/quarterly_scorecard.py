"""The scorecard of quarterly_scorecard.yaml, built by a script: the same model in another way.

python examples/quarterly_scorecard.py [FOLDER] writes quarterly_scorecard.docx and quarterly_scorecard.pdf there.
"""

import sys
from pathlib import Path

from csp_docs import (
    Comparator,
    CspDocsError,
    GivenRating,
    HighlightReport,
    Measure,
    MeasureGroup,
    Performance,
    PerformanceColumn,
    highlight_report,
    save,
)

FERNSHIRE = {
    "extends": "default",
    "council": {"name": "Fernshire County Council", "short_name": "Fernshire"},
    "measures": {"amber": "10%", "plus": "yes"},
    "terms": {
        "rag_green": "On track",
        "rag_amber": "At risk",
        "rag_red": "Off track",
        "rag_blue": "Complete",
        "rag_grey": "Not started",
    },
}
QUARTERS = ("Q3 2024/25", "Q1 2025/26", "Q2 2025/26", "Q3 2025/26")
LAST_YEAR, NOW = QUARTERS[0], QUARTERS[-1]
GROUP = "Most similar group"


def by_quarter(*figures: float | str) -> dict[str, float | str]:
    """Return figures by the quarters that they are for."""
    return dict(zip(QUARTERS, figures, strict=True))


STREETS = [
    Measure(
        "Burglary of homes",
        id="burglary",
        unit="offences",
        baseline=452,
        periods=by_quarter(418, 401, 396, 371),
        comparators={"Force": Comparator(1204, 1190), GROUP: Comparator(405, 417)},
        target=400,
    ),
    Measure(
        "Time to repair a light",
        id="lights",
        unit="days",
        baseline="9.5",
        periods=by_quarter("8.8", "8.2", "9.4", "11.3"),
        comparators={GROUP: Comparator("9.0", "9.2")},
        target=10,
    ),
    Measure(
        "New cameras at six stations",
        id="cameras",
        baseline=0,
        periods=by_quarter(0, 4, 6, 6),
        target=6,
        better="higher",
        rag=GivenRating("blue", "all six were switched on in August."),
    ),
]
PEOPLE = [
    Measure(
        "Referrals within two days",
        id="referrals",
        baseline="71%",
        periods=by_quarter("78%", "80%", "82%", "82%"),
        comparators={"Force": Comparator("79%", "79%"), GROUP: Comparator("81%", "80%")},
        target="85%",
        better="higher",
    ),
    Measure(
        "Admissions after assaults",
        id="admissions",
        unit="per 10,000",
        baseline="3.1",
        periods=by_quarter("2.9", "2.7", "2.8", "[x]"),
        missing="one of the two hospitals changed its records in October, and counts again from January.",
        comparators={GROUP: Comparator("2.6", "2.7")},
        target="2.8",
    ),
    Measure(
        "Residents who feel safe at night",
        id="survey",
        baseline="64%",
        periods=by_quarter("66%", "[x]", "[x]", "[x]"),
        target="70%",
        better="higher",
        missing="the survey is every other year.",
        rag=GivenRating("grey", "the next survey is in March."),
    ),
]
THIRD_QUARTER = Performance(
    [MeasureGroup("Priority 1: homes and streets", STREETS), MeasureGroup("Priority 2: people at risk", PEOPLE)],
    caption="The third quarter",
    counts=True,
    columns=["name", NOW, PerformanceColumn("direction", "On last year", on=LAST_YEAR), "target", "rag"],
    source="Fernshire's partners, counts of their own",
)
BY_QUARTER = Performance(
    [
        MeasureGroup("Priority 1: homes and streets", ["burglary", "lights", "cameras"]),
        MeasureGroup("Priority 2: people at risk", ["referrals", "admissions", "survey"]),
    ],
    id="quarters",
    caption="The plan by quarter",
    summary="Ratings by priority",
    columns=["name", *QUARTERS, PerformanceColumn("change", "On 2022/23 (%)", on="baseline"), "sparkline"],
)
WITH_OTHERS = Performance(
    ["burglary", "lights", "referrals"],
    id="others",
    caption="The third quarter next to that of others",
    columns=[
        "name",
        PerformanceColumn(NOW, "Fernshire"),
        "Force",
        PerformanceColumn("change", "Force on Q2 (%)", of="Force"),
        GROUP,
        PerformanceColumn("change", "Group on Q2 (%)", of=GROUP),
        PerformanceColumn("difference", "Fernshire less group", on=GROUP),
    ],
    source="Statistics of the force and of its most similar group",
)

report: HighlightReport = (
    highlight_report("Quarterly scorecard", council=FERNSHIRE, period="2025/26")
    .lead("Community Safety Board")
    .rag("amber")
    .performance(THIRD_QUARTER)
    .position(
        "Burglary fell to {{ measures.burglary.current }} offences in the third quarter. Street lights took "
        "{{ measures.lights.current }} days to repair, longer than in any quarter before."
    )
    .activity("Fitted locks in 212 homes", "Trained 64 staff of hostels to refer people at risk")
    .next_steps(
        "Agree how the contractor will catch up with lights by April",
        "Ask both hospitals for one way to count",
    )
    .issues("The contractor has two vacancies")
    .section("The quarters next to each other", BY_QUARTER)
    .section("Our county and others", WITH_OTHERS)
    .build()
)

if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    try:
        for path in save(report, folder / "quarterly_scorecard.docx", folder / "quarterly_scorecard.pdf"):
            print(path)
    except CspDocsError as error:
        sys.exit(str(error))
