"""Type checkers accept what people write and refuse their slips; the files beside this one are the cases."""

from __future__ import annotations

import ast
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mypy import api

import csp_docs

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]


def test_mypy_accepts_and_refuses_what_the_cases_say() -> None:
    report, trouble, _ = api.run(["tests/typing"])
    assert trouble == ""
    assert report.startswith("Success: "), report


def test_pyright_accepts_what_people_write() -> None:
    cases = [str(FOLDER / f"{name}.py") for name in ("accepted", "every_name")]
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, *cases]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1:] == ["0 errors, 0 warnings, 0 informations"], done.stdout + done.stderr


def test_every_public_name_is_in_use() -> None:
    tree = ast.parse((FOLDER / "every_name.py").read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    assert set(csp_docs.__all__) - used == set()


def test_the_script_with_every_public_name_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    said = runpy.run_path(str(FOLDER / "every_name.py"))["saved"](tmp_path)
    assert said[0] == csp_docs.__version__
    assert {"plan", "harborough"} < set(said)
    assert {path.name for path in tmp_path.glob("plan.*")} == {"plan.docx", "plan.pdf"}
