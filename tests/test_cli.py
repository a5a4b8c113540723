"""The command: what it prints, what it leaves on the disk, and how it exits."""

import subprocess
import sys
from collections.abc import Callable
from errno import ENOSPC
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs.cli import main
from csp_docs.council.files import names
from tests import street_files

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


def test_build_writes_a_web_page_where_the_command_or_the_council_asks_for_one(tmp_path: Path) -> None:
    council = "{council: {name: Anytown}, files: [pdf, html]}"
    (tmp_path / "page.yaml").write_text(GOOD.replace("north-west-leicestershire", council), encoding="utf-8")
    assert run(tmp_path, "build", "page.yaml", "--to", "html").stdout == "page.html\n"
    assert (tmp_path / "page.html").read_bytes().startswith(b"<!doctype html>\n")
    assert run(tmp_path, "build", "page.yaml").stdout == "page.pdf\npage.html\n"


CLOSED = GOOD + "appendices:\n  - {title: Prices, access: {exempt: [3]}, content: [The price is secret.]}\n"


def test_build_writes_the_public_edition_next_to_the_whole_one(tmp_path: Path) -> None:
    (tmp_path / "cabinet.yaml").write_text(CLOSED, encoding="utf-8")
    whole = run(tmp_path, "build", "cabinet.yaml", "--to", "pdf")
    assert (whole.exit_code, whole.stdout) == (0, "cabinet.pdf\n")
    assert "note: cabinet.yaml:3:8: title: this edition has something that is not for the public" in whole.stderr
    public = run(tmp_path, "build", "--public", "cabinet.yaml", "--to", "pdf")
    assert (public.exit_code, public.stdout, public.stderr) == (0, "cabinet-public.pdf\n", "")
    assert (tmp_path / "cabinet.pdf").read_bytes() != (tmp_path / "cabinet-public.pdf").read_bytes()


def test_check_looks_at_the_edition_asked_for(tmp_path: Path) -> None:
    (tmp_path / "cabinet.yaml").write_text(CLOSED, encoding="utf-8")
    assert "[CSP810]" in run(tmp_path, "check", "cabinet.yaml", "--strict").stdout
    assert run(tmp_path, "check", "cabinet.yaml", "--public").stdout == ""


WRONG = {
    "unknown_key": GOOD.replace("recommendations:", "recomendations:"),
    "keys_for_a_list": GOOD.replace("\n  - note the report", " {text: note the report}"),
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
    assert result.stderr == 'there is no file "nowhere.yaml" [CSP111]\n  hint: check the name and the folder\n'


def test_a_full_disk_is_told_where_no_file_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(*_: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr("csp_docs.output.files.create", write)
    result = run(tmp_path, "new", "plan")
    assert (result.exit_code, result.stderr) == (1, "No space left on device [CSP908]\n")


def test_a_warning_is_printed_and_the_document_is_built(report: Path) -> None:
    report.write_text(GOOD.replace("Crime fell by 11%.", '"Crime fell \\aby 11%."'), encoding="utf-8")
    result = run(report.parent, "build", "cabinet.yaml", "--to", "pdf")
    assert result.exit_code == 0
    assert result.stderr.startswith("warning: cabinet.yaml:10:9: ")


WAITING = GOOD.replace(
    "      - Crime fell by 11%.\n",
    """\
      - Crime fell by {{ pending("Police", "the change in crime") }}.
      - pending: {owner: County Council, what: satisfaction figures, due: 2011-04}
      - pending: {owner: Police, what: a foreword}
      - figure:
          pending: {owner: Police, what: a map of hot spots, due: 2011-03-01}
""",
)


def test_pending_lists_who_owes_what_by_owner(report: Path) -> None:
    report.write_text(WAITING, encoding="utf-8")
    result = run(report.parent, "pending", "cabinet.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "County Council\n"
        "  cabinet.yaml:11:48  satisfaction figures (due April 2011)\n"
        "Police\n"
        "  cabinet.yaml:14:42  a map of hot spots (due 1 March 2011)\n"
        "  cabinet.yaml:10:9  the change in crime\n"
        "  cabinet.yaml:12:40  a foreword\n"
    )
    assert written(report.parent) == []


def test_pending_lists_all_files_together(report: Path) -> None:
    (report.parent / "a.yaml").write_text(WAITING, encoding="utf-8")
    report.write_text(WAITING, encoding="utf-8")
    (report.parent / "wrong.yaml").write_text(WRONG["wrong_date"], encoding="utf-8")
    result = run(report.parent, "pending", "cabinet.yaml", "wrong.yaml", "a.yaml")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:3] == [
        "County Council",
        "  a.yaml:11:48  satisfaction figures (due April 2011)",
        "  cabinet.yaml:11:48  satisfaction figures (due April 2011)",
    ]
    assert "wrong.yaml:4:32: meeting.date" in result.stderr


def test_pending_says_so_when_nothing_is(report: Path) -> None:
    result = run(report.parent, "pending", "cabinet.yaml")
    assert (result.exit_code, result.stdout) == (0, "Nothing is pending.\n")


def test_pending_tells_what_is_wrong_with_a_text(report: Path) -> None:
    report.write_text(WRONG["in_the_texts"], encoding="utf-8")
    result = run(report.parent, "pending", "cabinet.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "cabinet.yaml:10:9: " in result.stderr


def test_a_final_document_with_something_pending_is_not_built(report: Path) -> None:
    report.write_text(f"{WAITING}status: final\n", encoding="utf-8")
    result = run(report.parent, "build", "cabinet.yaml")
    assert (result.exit_code, result.stdout, written(report.parent)) == (1, "", [])
    assert [line.split(": ")[0] for line in result.stderr.splitlines() if not line.startswith("  hint")] == [
        "cabinet.yaml:10:9",
        "cabinet.yaml:11:48",
        "cabinet.yaml:12:40",
        "cabinet.yaml:14:42",
    ]
    assert run(report.parent, "pending", "cabinet.yaml").exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [("build",), ("pending",), ("build", "a.yaml", "--to", "odt"), ("biuld",), ("build", "a/x.yaml", "b/x.yaml")],
)
def test_wrong_usage_exits_with_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert run(tmp_path, *arguments).exit_code == 2


def test_council_list_lists_the_templates_with_the_kinds_of_their_councils(tmp_path: Path) -> None:
    result = run(tmp_path, "council", "list")
    lines = result.stdout.splitlines()
    assert lines[0] == "ceredigion                 Ceredigion County Council (Welsh county)"
    assert "default                    What all other templates extend" in lines
    assert "north-west-leicestershire  North West Leicestershire District Council (district)" in lines
    assert [line.split()[0] for line in lines] == [*names()]


def test_the_old_name_of_a_command_says_the_new_one(tmp_path: Path) -> None:
    result = run(tmp_path, "councils")
    assert result.exit_code == 2
    assert 'Error: the command "councils" has a new name: write `csp-docs council list`' in result.stderr


def test_topics_writes_an_assessment_that_builds_at_once(
    tmp_path: Path, verapdf: Callable[..., list[str]], ooxml_schemas: Callable[..., list[str]]
) -> None:
    street_files.folder(tmp_path / "police", count=2)
    street_files.populations(tmp_path / "people.csv")
    street_files.shapes(tmp_path / "areas.geojson")
    given = ("topics", "--data", "police", "--area", "Anytown", "--peer", "Otherton", "--populations", "people.csv")
    result = run(tmp_path, *given, "--shapes", "areas.geojson", "--shapes-key", "LSOA21CD", "--council", "harborough")
    assert (result.exit_code, result.stdout) == (0, "topics.yaml\n")
    [note, hint] = result.stderr.splitlines()
    assert note.startswith("note: rows of the files name no place, so that no district has them: 2 in the latest year")
    assert hint == "  hint: the document says so with each change"
    built = run(tmp_path, "build", "topics.yaml")
    assert (built.exit_code, built.stdout, built.stderr) == (0, "topics.docx\ntopics.pdf\n", "")
    assert verapdf([tmp_path / "topics.pdf"]) == []
    assert ooxml_schemas([tmp_path / "topics.docx"]) == []


def test_topics_refuses_shapes_that_the_document_could_not_name(tmp_path: Path) -> None:
    street_files.folder(tmp_path / "police", count=1)
    street_files.shapes(tmp_path / "areas.geojson")
    (tmp_path / "deeper").mkdir()
    given = ("--data", "police", "--area", "Anytown", "--shapes", "areas.geojson", "-o", "deeper/topics.yaml")
    result = run(tmp_path, "topics", *given)
    assert (result.exit_code, written(tmp_path / "deeper")) == (1, [])
    assert "is outside the document's folder" in result.stderr


def test_topics_tells_what_is_wrong_with_all_that_is_given(tmp_path: Path) -> None:
    street_files.write(tmp_path / "a-street.csv", [street_files.row("Jan 2019", "Anytown 001A", "Burglary")])
    (tmp_path / "people.csv").write_text("LSOA code,LSOA name,Population\n,,many\n", encoding="utf-8")
    (tmp_path / "areas.geojson").write_text("{", encoding="utf-8")
    given = ("--data", "a-street.csv", "--data", "nowhere", "--ons", "nothing.csv", "--target", "Burglary=-£5")
    more = ("--populations", "people.csv", "--shapes", "areas.geojson", "--council", "harboro", "-o", "topics.txt")
    result = run(tmp_path, "topics", "--area", "Anytown", *given, *more)
    assert (result.exit_code, result.stdout) == (1, "")
    for told in (
        'Month: this must be a month such as 2019-01, not the text "Jan 2019"',
        'no file or folder "nowhere"', 'no file "nothing.csv"',
        '"Burglary=-£5" is not a target', "LSOA code: the cell is empty", '"many" is not a number',
        "the file is not JSON",
        'the council "harboro" is not known', '"topics.txt" is not the name of a YAML file',
    ):  # fmt: skip
        assert told in result.stderr
    assert not (tmp_path / "topics.txt").exists()


def test_topics_writes_nothing_that_cannot_be_built(tmp_path: Path) -> None:
    street_files.folder(tmp_path / "police", count=1)
    council = "extends: default\ncouncil: {name: A}\nlayouts: {strategic_assessment: {appendices: {label: none}}}\n"
    (tmp_path / "a.yaml").write_text(council, encoding="utf-8")
    result = run(tmp_path, "topics", "--data", "police", "--area", "Anytown", "--council", "a.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert '"none" does not show a number' in result.stderr
    assert not (tmp_path / "topics.yaml").exists()


def test_topics_warns_of_a_peer_without_populations(tmp_path: Path) -> None:
    street_files.folder(tmp_path / "police", count=1)
    people = street_files.populations(tmp_path / "people.csv")
    kept = [line for line in people.read_text(encoding="utf-8").splitlines() if "Otherton" not in line]
    people.write_text("\n".join(kept), encoding="utf-8")
    given = ("--data", "police", "--area", "Anytown", "--peer", "Otherton", "--peer", "St. Mary's, Isle of")
    result = run(tmp_path, "topics", *given, "--populations", "people.csv")
    assert result.exit_code == 0
    assert "warning: Otherton has no rate: the populations lack 5 areas of Otherton" in result.stderr


@pytest.mark.parametrize(
    ("target", "told"),
    [("Burglary=-5", "is below zero"), ("Burglary=-200%", "is below zero"), ("Burglary=[x]", "is not available"),
     ("Burglary=£5", "is in £"), ("Burglary=few", '"few" is not a number'),
     ("5", "is not a target for a type of crime")],
)  # fmt: skip
def test_targets_that_are_none_are_told(tmp_path: Path, target: str, told: str) -> None:
    street_files.folder(tmp_path / "police", count=1)
    result = run(tmp_path, "topics", "--data", "police", "--area", "Anytown", "--target", target)
    assert result.exit_code == 1
    assert told in result.stderr
    assert not (tmp_path / "topics.yaml").exists()


def test_topics_takes_targets(tmp_path: Path) -> None:
    street_files.folder(tmp_path / "police", count=12)
    targets = ("--target", "Burglary=10000", "--target", "Robbery = 1")
    assert run(tmp_path, "topics", "--data", "police", "--area", "Anytown", *targets).exit_code == 0
    text = " ".join((tmp_path / "topics.yaml").read_text(encoding="utf-8").split())
    assert "the target, 10,000 or fewer, was met" in text
    assert "the target, 1 or fewer, was not met" in text


def test_topics_leaves_a_file_that_is_there(tmp_path: Path) -> None:
    street_files.folder(tmp_path / "police", count=1)
    (tmp_path / "topics.yaml").write_text("mine", encoding="utf-8")
    result = run(tmp_path, "topics", "--data", "police", "--area", "Anytown")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith('"topics.yaml" already exists, and was not changed')
    assert (tmp_path / "topics.yaml").read_text(encoding="utf-8") == "mine"


def test_topics_tells_what_is_wrong_and_writes_nothing(tmp_path: Path) -> None:
    street_files.folder(tmp_path / "police", count=1)
    result = run(tmp_path, "topics", "--data", "police", "--area", "Anytwon")
    assert (result.exit_code, result.stdout) == (1, "")
    assert 'no district "Anytwon" [CSP624]\n  hint: did you mean "Anytown"?' in result.stderr
    assert not (tmp_path / "topics.yaml").exists()


def test_topics_without_duckdb_tells_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    street_files.folder(tmp_path / "police", count=1)
    result = run(tmp_path, "topics", "--data", "police", "--area", "Anytown")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "pip install 'path/to/csp_docs[data]'" in result.stderr


def test_a_file_that_cannot_be_written_is_told(report: Path) -> None:
    (report.parent / "out").write_text("a file, not a folder")
    result = run(report.parent, "build", "cabinet.yaml", "--out", "out/deeper")
    assert result.exit_code == 1
    assert "out" in result.stderr


def test_at_its_end_it_looks_for_no_garbage() -> None:
    code = "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count()))"
    command = [sys.executable, "-c", f"{code}; from csp_docs.cli import main; main(['council', 'list'])"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert int(said.split()[-1]) > 10_000
