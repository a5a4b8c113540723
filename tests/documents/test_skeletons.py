"""Document skeletons: files that an officer can fill in, which build before anything is filled in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from csp_docs.api import check, load
from csp_docs.cli import main
from csp_docs.council.files import names
from csp_docs.council.shipped import shipped
from csp_docs.documents.kinds import KINDS
from csp_docs.errors import Code
from csp_docs.reading.tree import read

COUNCILS = [name for name, title in names().items() if title]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def test_new_lists_the_kinds_and_what_each_is_for() -> None:
    listed = run("new").stdout.splitlines()
    assert [line.split()[0] for line in listed] == [*KINDS, "council"]
    assert listed[1] == "highlight_report      How one priority is going, on one page"


def test_a_skeleton_is_written_under_its_name_or_the_one_given(folder: Path) -> None:
    assert run("new", "plan").stdout == "plan.yaml\n"
    assert run("new", "plan", "ours.yaml").stdout == "ours.yaml\n"
    ours, usual = ((folder / name).read_text(encoding="utf-8") for name in ("ours.yaml", "plan.yaml"))
    assert ours.replace("ours.yaml", "plan.yaml") == usual
    assert "csp-docs build ours.yaml" in ours


@pytest.mark.parametrize("council", ["", *COUNCILS])
@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_of_each_kind_builds_at_once_for_each_council(kind: str, council: str, folder: Path) -> None:
    written = run("new", kind, *(("--council", council) if council else ()))
    assert (written.exit_code, written.stderr) == (0, "")
    document = load(f"{kind}.yaml")
    assert document.council == (council or {"council": {"name": "Anytown District Council"}})
    assert {finding.code for finding in check(document)} == {Code.PENDING}  # nothing is wrong, or given for nothing


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_does_not_name_anytown_for_a_council(kind: str, folder: Path) -> None:
    run("new", kind, "--council", "harborough")
    assert "Anytown" not in (folder / f"{kind}.yaml").read_text(encoding="utf-8")


OWN = """\
council: {name: Otherton Borough Council}
layouts:
  cabinet_report:
    header: ["{{ council.name }}, {{ meeting.body }}: item {{ report_number }}"]
    cover:
      - {field: title, label: Title}
      - row: [{field: wards, label: Areas}, {field: urgency, label: Is it urgent?}]
      - {field: implications.net_zero, label: "Net *zero*"}
    parts: [recommendations, {field: purpose, label: Why we write}, sections, implications]
    implications: [{field: financial, label: Money}]
"""


def test_a_skeleton_has_the_keys_that_a_template_prints_with_its_labels_and_no_others(folder: Path) -> None:
    (folder / "own.yaml").write_text(OWN, encoding="utf-8")
    assert run("new", "cabinet_report", "--council", "own.yaml").stderr == ""
    text = (folder / "cabinet_report.yaml").read_text(encoding="utf-8")
    keys = re.findall(r"^(\w+):", text, re.MULTILINE)
    assert keys[:5] == ["kind", "council", "title", "meeting", "report_number"]
    assert keys[5:] == ["status", "wards", "purpose", "recommendations", "sections", "implications", "fields"]
    assert "council: own.yaml\n" in text
    assert "# Printed as: Why we write\npurpose: '{{ pending(" in text
    assert "# Printed as: Areas\nwards:\n" in text
    assert """  urgency: '{{ pending("Author of the report", "Is it urgent?") }}'\n""" in text
    assert """  net_zero: '{{ pending("Author of the report", "Net zero") }}'\n""" in text
    assert "  legal:" not in text


def test_a_skeleton_names_only_the_parts_that_a_template_prints_of_each_item(folder: Path) -> None:
    template = "council: {name: A}\nlayouts: {plan: {priority: {parts: [summary, {field: aims, label: What for}]}}}\n"
    (folder / "own.yaml").write_text(template, encoding="utf-8")
    run("new", "plan", "--council", "own.yaml")
    text = (folder / "plan.yaml").read_text(encoding="utf-8")
    assert "    # Printed as: What for\n    aims:\n" in text
    assert "    measures:\n" not in text


def test_a_file_that_is_there_is_never_replaced(folder: Path) -> None:
    (folder / "plan.yaml").write_text("months of work")
    result = run("new", "plan")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith('"plan.yaml" already exists, and was not changed [CSP904]\n  hint: ')
    assert (folder / "plan.yaml").read_text() == "months of work"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("three-year-plan", "write `csp-docs new plan`"), ("cabinet-report", 'did you mean "cabinet_report"?')],
)
def test_an_unknown_kind_is_reported_with_the_nearest_one(name: str, hint: str, folder: Path) -> None:
    result = run("new", name)
    assert result.exit_code == 1
    assert f'there is no document skeleton "{name}" [CSP905]\n  hint: {hint}' in result.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("council", "fact"),
    [("nowhere", 'the council "nowhere" is not known'), ("own.yaml", 'the colour "#FFFF00" for accent is too light')],
)
def test_a_council_that_cannot_be_used_is_reported_and_nothing_is_written(
    council: str, fact: str, folder: Path
) -> None:
    (folder / "own.yaml").write_text('council: {name: A}\ntheme: {colours: {accent: "#FFFF00"}}\n', encoding="utf-8")
    result = run("new", "plan", "--council", council)
    assert result.exit_code == 1
    assert fact in result.stderr
    assert not (folder / "plan.yaml").exists()


def test_a_folder_that_is_not_there_is_reported(folder: Path) -> None:
    result = run("new", "plan", "nowhere/plan.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("nowhere/plan.yaml: ")


@pytest.mark.parametrize("kind", KINDS)
def test_the_usual_template_leaves_nothing_out_of_a_skeleton(kind: str, folder: Path) -> None:
    run("new", kind)
    written, shipped_file = read(Path(f"{kind}.yaml")), read(shipped("documents") / f"new_{kind}.yaml")
    assert list(written) == list(shipped_file)
