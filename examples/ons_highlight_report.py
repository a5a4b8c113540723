"""Recorded crime in the area of any partnership: ons_highlight_report.py FILE.csv "North West Leicestershire" [FOLDER].

FILE.csv has a row for each partnership and offence of ONS's police force area tables, year ending December 2024.
"""

import csv
import sys
from pathlib import Path

from csp_docs import Chart, Measure, Performance, PerformanceColumn, highlight_report

TOTAL, RATE = "Total recorded crime (excluding fraud)", "rate_per_1000_population_2024"
KINDS = ["Violence against the person", "Sexual offences", "Robbery", "Burglary", "Vehicle offences", "Shoplifting"]
KINDS += ["Criminal damage and arson", "Drug offences", "Public order offences"]
COLUMNS = [
    PerformanceColumn("name", "Recorded offences"),
    PerformanceColumn("previous", "2023"),
    PerformanceColumn("current", "2024"),
    PerformanceColumn("change", "Change (%)"),
]
CARE = """Years end in December. Small numbers rise and fall by chance. Police recorded crime is official statistics,
not accredited official statistics. Leicestershire's burglaries are undercounted in November and December 2024."""
ONS = "Office for National Statistics and Home Office, Police force area data tables, year ending December 2024"
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."

file, place, *folder = sys.argv[1:] or sys.exit(__doc__)
rows = list(csv.DictReader(Path(file).read_text(encoding="utf-8-sig").splitlines()))
here = {row["offence"]: row for row in rows if row["csp_name"] == place} or sys.exit(f'"{place}" is not in {file}')
before, now = ({kind: row[f"count_ye_dec_{year}"] for kind, row in here.items()} for year in (2023, 2024))
measures = [Measure(kind, now[kind], before[kind], id="" if kind in KINDS else "total") for kind in (TOTAL, *KINDS)]
kinds = {"2023": [before[kind] for kind in KINDS], "2024": [now[kind] for kind in KINDS]}
rates = {row["csp_name"]: row[RATE] for row in rows if row["offence"] == TOTAL and row[RATE] != "[x]"}
words = "{{ measures.total.current }} offences were recorded, {{ measures.total.change }} on the year before."
council = {"council": {"name": f"{place} Community Safety Partnership"}, "measures": {"small_base": 50}}
recorded = Chart("bar", KINDS, kinds, unit="offences", caption=f"Offences recorded in {place}", source=ONS)
rated = Chart("bar", [*rates], {"2024": [*rates.values()]}, caption="Offences per 1,000 people of 2022", source=ONS)
report = (
    highlight_report("Recorded crime", council=council, period="2024")
    .performance(Performance(measures, columns=COLUMNS, notes=[CARE], source=f"{ONS}. {LICENCE}"))
    .position(words, recorded, rated)
)
for path in report.save(*(Path(*folder, f"recorded_crime.{ending}") for ending in ("docx", "pdf"))):
    print(path)
