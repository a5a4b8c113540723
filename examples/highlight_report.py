"""The report of highlight_report.yaml, built by a script: the same model in another way.

python examples/highlight_report.py [FOLDER] writes highlight_report.docx and highlight_report.pdf there.
"""

import sys
from datetime import date
from pathlib import Path

from csp_docs import CspDocsError, HighlightReport, Measure, Performance, PerformanceColumn, highlight_report, save

FIGURES = Performance(
    [
        Measure("People killed or seriously hurt", 38, 41, id="hurt", target_change="-10%"),
        Measure("Drivers over the limit", "19%", "24%", id="speeding", target="20%"),
        Measure("Young drivers trained", 402, 310, id="trained", target=400, better="higher"),
    ],
    columns=[
        PerformanceColumn("name", "Measure"),
        PerformanceColumn("previous", "2023/24"),
        PerformanceColumn("current", "2024/25"),
        PerformanceColumn("change", "Change (%)"),
        PerformanceColumn("target", "Target"),
        PerformanceColumn("rag", "Rating"),
    ],
    source="Leicestershire County Council, counts of its own",
)

report: HighlightReport = (
    highlight_report("Road safety", council="harborough", period="2024/25")
    .status("for_noting")
    .date(date(2025, 5, 15))
    .priority(
        "Fewer people are hurt on our roads",
        "10% fewer people killed or seriously hurt",
        "One driver in five over the limit, or fewer",
    )
    .lead("Leicestershire Fire and Rescue Service")
    .rag("amber")
    .performance(FIGURES)
    .position(
        "{{ measures.hurt.current }} people were killed or seriously hurt, fewer than the year before but not as few "
        "as we want. Speeding fell, and met our target."
    )
    .activity(
        "Ran eight evenings at colleges",
        "Lent speed signs to nine parishes",
        "Stopped 212 drivers on the A6",
    )
    .next_steps(
        "Add two country roads in July",
        "Ask parishes for new places",
    )
    .risks("Two of the speed signs failed")
    .issues("No counts from hospitals yet")
    .build()
)

if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    try:
        for path in save(report, folder / "highlight_report.docx", folder / "highlight_report.pdf"):
            print(path)
    except CspDocsError as error:
        sys.exit(str(error))
