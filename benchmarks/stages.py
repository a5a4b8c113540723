"""Where the time of one build goes: python -m benchmarks.stages [--sizes 1 10] [--turns 3].

Runs the command csp-docs, each time in a process of its own, and prints the milliseconds of the processor that each
stage takes by itself, without the stages inside it: so the numbers of a column add up to the whole. A stage is a
function of csp_docs. It is an error if the function has another name now, or if the build does not call it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.stage_clock import REST, STAGES, START
from benchmarks.timing import ENVIRONMENT, ROOT


def main() -> None:
    """Measure each format and size, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10], help="1 has about 20 pages")
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    columns = [(ending, size) for ending in ("docx", "pdf") for size in options.sizes]
    with TemporaryDirectory() as folder:
        found = [measured(Path(folder), ending, size, options.turns) for ending, size in columns]
    rows = (START, *(stage.name for stage in STAGES), REST, "whole")
    print(line("milliseconds", [f"{ending} {size}x" for ending, size in columns]))
    for name in rows:
        print(line(name, [f"{times[name] * 1000:.0f}" if name in times else "" for times in found]))


def measured(folder: Path, ending: str, size: int, turns: int) -> dict[str, float]:
    """Return the seconds of each stage and of the whole: medians of the turns, after one that is not counted."""
    json_file, yaml_file = folder / f"{size}.json", folder / f"{size}.yaml"
    if not yaml_file.exists():
        run("document", str(size), str(json_file))
        run("as_yaml", str(json_file), str(yaml_file))
    found = [json.loads(run("stage_clock", ending, str(yaml_file), str(folder))) for _ in range(1 + turns)][1:]
    for times in found:
        times["whole"] = sum(times.values())
    return {name: median(times[name] for times in found) for name in found[0]}


def run(module: str, *words: str) -> str:
    """Return the last line that a module of this folder prints."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *words]
    said = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=ENVIRONMENT, check=False)
    if said.returncode:
        raise SystemExit(said.stderr)
    return said.stdout.rpartition("\n")[0].rpartition("\n")[2]


def line(name: str, cells: list[str]) -> str:
    """Return a line of the table."""
    return f"{name:22}" + "".join(f"{cell:>12}" for cell in cells)


if __name__ == "__main__":
    main()
