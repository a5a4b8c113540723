"""Document skeletons: files that an officer can fill in, which build before anything is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from csp_docs.api import check, load
from csp_docs.blocks.walk import texts
from csp_docs.cli import main
from csp_docs.council.files import names
from csp_docs.council.languages import has_words
from csp_docs.council.merged import merged
from csp_docs.council.shipped import shipped
from csp_docs.documents.kinds import KINDS
from csp_docs.errors import Code
from csp_docs.output.checked import checked
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
    assert document.council == council or not council
    assert {finding.code for finding in check(document)} == {Code.PENDING}  # nothing is wrong, or given for nothing


def own_council(folder: Path, keys: str) -> str:
    (folder / "own.yaml").write_text(f"extends: default\ncouncil: {{name: Tref, {keys}}}\n", encoding="utf-8")
    return "own.yaml"


SETTINGS = {"kind", "council", "status", "generate", "list_of", "id", "date"}
FIGURES = {"name", "previous", "current", "change", "target", "rag"}


def own_words(node: Any, key: str = "") -> Iterator[str]:
    """Yield the texts of a skeleton with words that are neither settings nor pending."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from own_words(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from own_words(value, key)
    elif isinstance(node, str) and has_words(node) and key not in SETTINGS and node not in FIGURES:
        yield node


def words_of(node: Any) -> set[str]:
    """Return the words of all texts of a template."""
    if isinstance(node, Mapping):
        return set().union(*map(words_of, node.values()))
    return set().union(*map(words_of, node)) if isinstance(node, list) else {*re.findall(r"[^\W\d_]+", str(node))}


NATIONS = ["england", "wales", "scotland", "northern_ireland"]


@pytest.mark.parametrize("council", ["", *COUNCILS, *NATIONS])
@pytest.mark.parametrize("kind", KINDS)
def test_the_words_of_a_skeleton_are_pending_or_the_template_prints_them(kind: str, council: str, folder: Path) -> None:
    named = own_council(folder, f"nation: {council}") if council in NATIONS else council
    run("new", kind, *(("--council", named) if named else ()))
    text = (folder / f"{kind}.yaml").read_text(encoding="utf-8")
    assert [*own_words(yaml.safe_load(text))] == []
    assert "Anytown" not in text
    (folder / "paper.yaml").write_text(re.sub(r"\{\{ pending\(.*?\) \}\}", "Qqq", text), encoding="utf-8")
    document = checked(load("paper.yaml"))
    known = words_of(" ".join(words_of(merged(named or "default", []))).lower())
    printed = words_of(" ".join(texts(document.blocks.blocks)).lower())
    assert printed - known - {"qqq", "one", "two", "three"} == set()  # with the numbers of priorities


LAWS_OF = {
    "england": ("exempt: [1]", "1 to 7", "Crime and Disorder Act 1998"),
    "wales": ("exempt: [12]", "12 to 18", "Crime and Disorder Act 1998"),
    "scotland": ("exempt: [1]", "1 to 15", "Community Empowerment (Scotland) Act 2015"),
    "northern_ireland": ("exempt: [1]", "1 to 7", "Justice Act (Northern Ireland) 2011"),
}


@pytest.mark.parametrize("nation", NATIONS)
def test_comments_name_the_law_of_the_council(nation: str, folder: Path) -> None:
    run("new", "plan", "--council", own_council(folder, f"nation: {nation}"))
    text = (folder / "plan.yaml").read_text(encoding="utf-8")
    exempt, numbers, law = LAWS_OF[nation]
    assert f"access: {{{exempt}, public_title: " in text
    assert f"The numbers {numbers} are" in text
    assert f"The law on partnerships is {'Part 2' if nation == 'scotland' else 'section'}" in text
    assert law in text


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_asks_for_both_languages_where_a_council_has_editions_in_both(kind: str, folder: Path) -> None:
    own_council(folder, "nation: wales, name_cy: Cyngor Tref")
    with (folder / "own.yaml").open("a", encoding="utf-8") as file:
        file.write("editions: [cy-GB, en-GB]\n")
    assert run("new", kind, "--council", "own.yaml").stderr == ""
    text = (folder / f"{kind}.yaml").read_text(encoding="utf-8")
    assert re.search(r"^title:\n  cy: '.*, in Welsh\"\) \}\}'\n  en: '", text, re.MULTILINE)
    found = run("check", f"{kind}.yaml").stdout.splitlines()
    assert [line for line in found if "[CSP803]" not in line] == []


def test_a_template_that_names_its_partnership_is_not_asked_again(folder: Path) -> None:
    own_council(folder, "kind: district")
    with (folder / "own.yaml").open("a", encoding="utf-8") as file:
        file.write("partnership: {name: Safer Tref, area: Tref, responsible_authorities: [Tref Council]}\n")
    run("new", "plan", "--council", "own.yaml")
    plan = yaml.safe_load((folder / "plan.yaml").read_text(encoding="utf-8"))
    assert list(plan["partnership"]) == ["other_agencies"]


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


ODD = {
    "implications are listed, but not printed": "parts: [recommendations, sections], implications: [financial]",
    "one implication is a row, and others are listed": (
        "cover: [implications.legal], parts: [recommendations, sections], implications: [financial]"
    ),
    "implications are a row": "cover: [implications], parts: [recommendations, sections], implications: [financial]",
    "an officer is a row": "cover: [officer_comments.monitoring_officer], parts: [recommendations, sections]",
    "nothing but the decision": "cover: [], parts: [recommendations, sections], implications: [], closing: []",
    "fields of the council are in the closing table": "parts: [recommendations, sections], closing: [net_zero]",
    "a field of the council is in the head": (
        "header: ['{{ meeting.body }}: {{ fields.place }}'], parts: [recommendations, sections]"
    ),
}


@pytest.mark.parametrize("layout", ODD.values(), ids=ODD)
def test_a_skeleton_has_no_warnings_with_an_odd_template(layout: str, folder: Path) -> None:
    (folder / "own.yaml").write_text(
        f"council: {{name: Tref}}\nlayouts: {{cabinet_report: {{{layout}}}}}\n", encoding="utf-8"
    )
    assert run("new", "cabinet_report", "--council", "own.yaml").stderr == ""
    assert {finding.code for finding in check(load("cabinet_report.yaml"))} == {Code.PENDING}


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
