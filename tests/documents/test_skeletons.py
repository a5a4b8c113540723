"""Document skeletons: a file that an officer can fill in, which builds before anything is filled in."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from csp_docs.cli import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def test_new_lists_the_skeletons_with_their_titles() -> None:
    assert run("new").stdout == "three-year-plan  Community Safety Plan\n"


def test_a_skeleton_is_written_under_its_name_or_the_one_given(folder: Path) -> None:
    assert run("new", "three-year-plan").stdout == "three-year-plan.yaml\n"
    assert run("new", "three-year-plan", "ours.yaml").stdout == "ours.yaml\n"
    assert (folder / "ours.yaml").read_bytes() == (folder / "three-year-plan.yaml").read_bytes()


def test_a_file_that_is_there_is_never_replaced(folder: Path) -> None:
    (folder / "three-year-plan.yaml").write_text("months of work")
    result = run("new", "three-year-plan")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith('"three-year-plan.yaml" already exists, and was not changed [CSP904]\n  hint: ')
    assert (folder / "three-year-plan.yaml").read_text() == "months of work"


def test_an_unknown_name_is_told_with_the_nearest_one(folder: Path) -> None:
    result = run("new", "three-years-plan")
    assert result.exit_code == 1
    assert 'did you mean "three-year-plan"?' in result.stderr
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(folder: Path) -> None:
    result = run("new", "three-year-plan", "nowhere/plan.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("nowhere/plan.yaml: ")
