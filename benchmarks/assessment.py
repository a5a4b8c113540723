"""How time and memory grow with the length of a document: python benchmarks/assessment.py [PAGES …].

Builds made-up strategic assessments of about 30, 100 and 300 pages as Word and as PDF, each in its own process.
Prints seconds and MiB for each, and both per page as a ratio to the shortest one: 1.00 is in proportion.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from csp_docs import (
    Chart,
    Generated,
    Measure,
    Performance,
    Section,
    StrategicAssessment,
    Table,
    Topic,
    bullets,
    save,
    section,
    strategic_assessment,
)

SIZES = ("30", "100", "300")
PAGES_OF_A_CHAPTER = 5.7
WORDS = "The partnership looks at what the police recorded, asks where it happened and who was hurt, and says so. "
AREAS = [f"Area {number}" for number in range(1, 13)]


def assessment(pages: int) -> StrategicAssessment:
    """Return an assessment of about as many pages."""
    chapters = range(1, round(pages / PAGES_OF_A_CHAPTER) + 1)
    builder = strategic_assessment("Strategic Assessment", council="harborough", period="2024").contents()
    builder = builder.generate("figures").generate("tables")
    for number in chapters:
        builder = builder.section(f"Chapter {number}", *(part(number, one) for one in range(1, 4)))
    return builder.topics(*map(topic, chapters)).appendix("The questions", Generated("topics")).build()


def part(chapter: int, number: int) -> Section:
    """Return a section with words, a note, a list, a table, a chart, and a reference."""
    name = f"{chapter}-{number}"
    counts = [chapter * 7 + number * 11 + place for place in range(len(AREAS))]
    rows = [[area, str(count), str(count + 5)] for area, count in zip(AREAS, counts, strict=True)]
    return section(
        f"Part {number} of chapter {chapter}",
        f'{WORDS * 3}[^note] See {{{{ ref("table-{name}") }}}}.\n\n[^note]: What note {name} says.',
        bullets(WORDS, WORDS, WORDS),
        Table(["Area", "2023", "2024"], rows, id=f"table-{name}", caption=f"Crime {name}", row_headers=True),
        Chart("column", AREAS[:6], {"2023": counts[:6]}, id=f"chart-{name}", caption=f"Chart {name}"),
        WORDS * 4,
    )


def topic(number: int) -> Topic:
    """Return a kind of crime by some of the questions."""
    table = Performance([Measure("Recorded", 100 + number, 120)])
    return Topic(f"Kind {number}", trend=[WORDS * 3, table], comparison=[WORDS], hotspots=[WORDS * 2])


def measure(pages: str, ending: str) -> None:
    """Build one file; print the seconds that it took, and the MiB of this process."""
    with tempfile.TemporaryDirectory() as folder:
        path, started = Path(folder, f"a.{ending}"), time.perf_counter()
        save(assessment(int(pages)), path)
        seconds = time.perf_counter() - started
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def run(pages: str, ending: str) -> list[float]:
    """Return what another process measures."""
    command = [sys.executable, __file__, "--one", pages, ending]
    return [float(part) for part in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()]


def main(sizes: tuple[str, ...]) -> None:
    """Print a line for each size and format."""
    for ending in ("docx", "pdf"):
        first: tuple[float, float] | None = None
        for size in sizes:
            seconds, memory = run(size, ending)
            each = seconds / int(size), memory / int(size)
            first = first or each
            ratios = " ".join(f"{one / other:.2f}" for one, other in zip(each, first, strict=True))
            print(f"{ending:5} {size:>4} pages  {seconds:6.2f} s  {memory:6.0f} MiB  per page: {ratios}", flush=True)


if __name__ == "__main__":
    measure(*sys.argv[2:]) if sys.argv[1:2] == ["--one"] else main(tuple(sys.argv[1:]) or SIZES)
