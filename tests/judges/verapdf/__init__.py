"""veraPDF: is a PDF what PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) ask for?"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

SCRIPT = Path(__file__).with_name("verapdf.sh")
FLAVOURS = ("ua1", "2a")
PREPARE_SECONDS = 300
SECONDS_PER_FILE = 60


def prepare() -> str:
    """Return why the engine can't be had here, or ``""``; the first call on a machine downloads and compiles."""
    run = subprocess.run([SCRIPT, "--version"], capture_output=True, text=True, timeout=PREPARE_SECONDS)
    complaint = run.stderr.strip().splitlines() or [f"exit code {run.returncode}"]
    return "" if run.returncode == 0 else f"veraPDF can't be prepared: {complaint[-1]}"


def faults(paths: Sequence[Path]) -> list[str]:
    """Return the report's lines on every file that fails a flavour or can't be validated."""
    command: list[str | Path] = [SCRIPT, "--flavour", ",".join(FLAVOURS), *paths]
    run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS_PER_FILE * len(paths))
    lines = run.stdout.splitlines()
    passed = [line for line in lines if line.startswith("PASS ")]
    if run.returncode == 0 and len(passed) == len(paths) * len(FLAVOURS):
        return []
    return [line for line in lines if line not in passed] or [f"veraPDF gave no verdict: {run.stderr}"]
