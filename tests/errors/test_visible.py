"""The words of others in messages: no terminal obeys them, and no reader sees them in another order."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.cli import main
from csp_docs.errors import Code, Origin, Problem, visible

HOSTILE = "\x1b]0;owned\x07\x1b[31m\x9b2J\u202egnp\u2066\u200f\r\n"
OBEYED = set(HOSTILE) - set("]0;owned[31m2Jgnp\n")
ZIP_NAME = "\x1b]0;owned\x07\x1b[31m2019-01-x-street.csv"


@given(st.text(st.characters(exclude_categories=[])))
def test_only_what_is_printed_stays(text: str) -> None:
    shown = visible(text)
    assert not OBEYED & set(shown)
    assert "\n" not in shown
    assert shown.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in shown)
    assert visible(shown) == shown


@pytest.mark.parametrize("text", ["“Ŷ ŵ” – £5", "it’s\u00a0here", "🙂‍↔️", "ar\u00adea"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert visible(text) == text


def test_a_finding_and_its_place_are_visible() -> None:
    problem = Problem(Code.UNKNOWN_KEY, f"key {HOSTILE}", HOSTILE, Origin(f"a{HOSTILE}.yaml", 1, 2, HOSTILE))
    assert not OBEYED & set(str(problem))
    assert str(problem).count("\n") == 1
    assert problem.file == f"a{HOSTILE}.yaml"


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(main, list(map(str, arguments)), catch_exceptions=False)
    return result.stdout + result.stderr


@pytest.fixture
def commands(tmp_path: Path) -> dict[str, tuple[str | Path, ...]]:
    """Return commands that meet the words of others: in names of files, and inside a zip."""
    with ZipFile(tmp_path / "street.zip", "w") as archive:
        archive.writestr(ZIP_NAME, "Crime ID,Month\n")
    name = "a\x1b[31m\u202e.yaml"
    paper = "kind: highlight_report\ncouncil: harborough\ntitle: T\nposition: [Words.]\n"
    (tmp_path / name).write_text(f'{paper}"a\\e[31mb": x\n')
    (tmp_path / f"good-{name}").write_text(paper)
    target = tmp_path / "out.yaml"
    return {
        "topics": ("topics", "--data", tmp_path / "street.zip", "--area", "A\x1b[0m", "-o", target),
        "check": ("check", tmp_path / name),
        "none": ("check", tmp_path / "no\x1b[31m.yaml"),
        "build": ("build", tmp_path / f"good-{name}", "--out", tmp_path / "o\x1b[31m"),
        "new": ("new", "plan\x1b[31m", tmp_path / "x.yaml"),
        "json": ("check", tmp_path / name, "--format", "json"),
    }


@pytest.mark.parametrize("command", ["topics", "check", "none", "build", "new", "json"])
def test_no_command_prints_the_controls_of_others(command: str, commands: dict[str, tuple[str | Path, ...]]) -> None:
    said = run(*commands[command])
    assert said
    assert not OBEYED & set(said)


def test_json_names_the_file_as_it_is(commands: dict[str, tuple[str | Path, ...]]) -> None:
    [finding, *_] = json.loads(run(*commands["json"]))
    assert finding["file"] == str(commands["json"][1])
