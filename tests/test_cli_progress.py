"""The progress of the command: on a terminal, for several files, and never in what other programs read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PLAN = "kind: plan\ntitle: {}\ncouncil: harborough\nsections: [{{title: A, content: [Words.]}}]\n"


def printed(folder: Path, count: int) -> tuple[str, str]:
    """Return what the command prints on its output, and on a terminal for errors."""
    pty = pytest.importorskip("pty", reason="this system has no such terminals")
    files = [folder / f"plan{number}.yaml" for number in range(count)]
    for file in files:
        file.write_text(PLAN.format(file.stem), encoding="utf-8")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "csp_docs", "build", "--to", "html", "--out", str(folder), *map(str, files)]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, text=True, check=True)
    os.close(theirs)
    said = os.read(ours, 100_000).decode()
    os.close(ours)
    return run.stdout, said


def test_a_terminal_shows_how_many_of_several_files_are_done(tmp_path: Path) -> None:
    output, said = printed(tmp_path, 3)
    assert output.splitlines() == [str(tmp_path / f"plan{number}.html") for number in range(3)]
    assert "33%" in said
    assert "plan2.yaml" in said


def test_one_file_has_no_progress(tmp_path: Path) -> None:
    assert "%" not in printed(tmp_path, 1)[1]
