"""The command: what it prints, what it leaves on the disk, and how it exits."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs.cli import main

GOOD = """\
kind: cabinet_report
council: north-west-leicestershire
title: Safer Streets
meeting: {body: Cabinet, date: 2013-07-23}
recommendations:
  - note the report
sections:
  - title: Background
    content:
      - Crime fell by 11%.
"""


def run(folder: Path, *arguments: str) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and path.suffix != ".yaml")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    (tmp_path / "cabinet.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path / "cabinet.yaml"


def test_build_writes_word_and_pdf_and_says_where(report: Path) -> None:
    result = run(report.parent, "build", "cabinet.yaml", "--out", "out")
    assert (result.exit_code, result.stdout) == (0, "out/cabinet.docx\nout/cabinet.pdf\n")
    assert written(report.parent) == ["cabinet.docx", "cabinet.pdf"]


def test_build_writes_only_the_format_asked_for(report: Path) -> None:
    result = run(report.parent, "build", "cabinet.yaml", "--to", "pdf")
    assert (result.exit_code, result.stdout) == (0, "cabinet.pdf\n")
    assert written(report.parent) == ["cabinet.pdf"]


WRONG = {
    "unknown_key": GOOD.replace("recommendations:", "recomendations:"),
    "bare_string_for_a_list": GOOD.replace("\n  - note the report", " note the report"),
    "wrong_date": GOOD.replace("2013-07-23", "23/07/2013"),
    "unknown_council": GOOD.replace("north-west-leicestershire", "north-west-leicestershir"),
    "missing_recommendation": GOOD.replace("recommendations:\n  - note the report\n", ""),
    "all_at_once": GOOD.replace("2013-07-23", "2013-02-30").replace("title: Background", "titel: Background")
    .replace("Crime fell by 11%.", "<b>Crime</b> {{ fell }"),
    "in_the_texts": GOOD.replace("Crime fell by 11%.", "See {{ ref('nowhere') }}, {{ council.nam }}."),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_told_with_its_lines_and_leaves_nothing(
    name: str, tmp_path: Path, file_regression: FileRegressionFixture
) -> None:
    (tmp_path / "cabinet.yaml").write_text(WRONG[name], encoding="utf-8")
    result = run(tmp_path, "build", "cabinet.yaml", "--out", "out")
    assert (result.exit_code, result.stdout) == (1, "")
    assert written(tmp_path) == []
    file_regression.check(result.stderr)


def test_a_wrong_file_leaves_what_was_built_before(report: Path) -> None:
    run(report.parent, "build", "cabinet.yaml")
    before = (report.parent / "cabinet.pdf").read_bytes()
    report.write_text(WRONG["wrong_date"], encoding="utf-8")
    assert run(report.parent, "build", "cabinet.yaml").exit_code == 1
    assert (report.parent / "cabinet.pdf").read_bytes() == before


def test_one_wrong_file_does_not_stop_the_others(report: Path) -> None:
    (report.parent / "wrong.yaml").write_text(WRONG["wrong_date"], encoding="utf-8")
    result = run(report.parent, "build", "wrong.yaml", "cabinet.yaml", "--to", "pdf")
    assert (result.exit_code, result.stdout) == (1, "cabinet.pdf\n")


def test_a_missing_file_is_a_problem_not_a_traceback(tmp_path: Path) -> None:
    result = run(tmp_path, "build", "nowhere.yaml")
    assert result.exit_code == 1
    assert result.stderr == 'there is no file "nowhere.yaml"\n  hint: check the name and the folder\n'


def test_a_warning_is_printed_and_the_document_is_built(report: Path) -> None:
    report.write_text(GOOD.replace("Crime fell by 11%.", '"Crime fell \\aby 11%."'), encoding="utf-8")
    result = run(report.parent, "build", "cabinet.yaml", "--to", "pdf")
    assert result.exit_code == 0
    assert result.stderr.startswith("warning: cabinet.yaml:10:9: ")


@pytest.mark.parametrize(
    "arguments", [("build",), ("build", "a.yaml", "--to", "odt"), ("biuld",), ("build", "a/x.yaml", "b/x.yaml")]
)
def test_wrong_usage_exits_with_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert run(tmp_path, *arguments).exit_code == 2


def test_councils_lists_the_templates(tmp_path: Path) -> None:
    result = run(tmp_path, "councils")
    assert result.stdout == (
        "harborough                 Harborough District Council\n"
        "north-west-leicestershire  North West Leicestershire District Council\n"
    )


def test_a_file_that_cannot_be_written_is_told(report: Path) -> None:
    (report.parent / "out").write_text("a file, not a folder")
    result = run(report.parent, "build", "cabinet.yaml", "--out", "out/deeper")
    assert result.exit_code == 1
    assert "out" in result.stderr
