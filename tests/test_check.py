"""``csp-docs check``: what is found in files, as text and as JSON, without building them."""

import json
from pathlib import Path

import pytest

from tests.test_cli import GOOD, WAITING, WRONG, run, written

BELL = GOOD.replace("Crime fell by 11%.", '"Crime fell \\aby 11%."')


@pytest.mark.parametrize(
    ("text", "strict", "code"),
    [
        (GOOD, False, 0),
        (GOOD, True, 0),
        (WAITING, True, 0),
        (BELL, False, 0),
        (BELL, True, 1),
        (WRONG["wrong_date"], False, 1),
        (WRONG["in_the_texts"], True, 1),
        (f"{WAITING}status: final\n", False, 1),
    ],
)
def test_it_exits_with_1_for_errors_and_strictly_for_warnings(
    text: str, strict: bool, code: int, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    result = run(tmp_path, "check", "a.yaml", *(["--strict"] if strict else []))
    assert (result.exit_code, result.stderr, written(tmp_path)) == (code, "", [])


def test_findings_are_printed_in_the_order_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(WRONG["wrong_date"], encoding="utf-8")
    (tmp_path / "a.yaml").write_text(WAITING, encoding="utf-8")
    (tmp_path / "c.yaml").write_text(BELL, encoding="utf-8")
    lines = run(tmp_path, "check", "b.yaml", "a.yaml", "c.yaml").stdout.splitlines()
    assert [line for line in lines if not line.startswith("  ")] == [
        'note: a.yaml:10:9: sections[0].content[0]: Police has not yet provided "the change in crime" [CSP803]',
        "note: a.yaml:11:48: sections[0].content[1].pending.what: County Council has not yet provided"
        ' "satisfaction figures" (due April 2011) [CSP803]',
        'note: a.yaml:12:40: sections[0].content[2].pending.what: Police has not yet provided "a foreword" [CSP803]',
        "note: a.yaml:14:42: sections[0].content[3].figure.pending.what: Police has not yet provided"
        ' "a map of hot spots" (due 1 March 2011) [CSP803]',
        'b.yaml:4:32: meeting.date: this must be a date such as 2013-07-23, not the text "23/07/2013" [CSP204]',
        "warning: c.yaml:10:9: sections[0].content[0]: "
        "characters that cannot be printed were left out: U+0007 [CSP402]",
    ]


def test_json_has_an_object_for_each_finding(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(WRONG["wrong_date"], encoding="utf-8")
    result = run(tmp_path, "check", "a.yaml", "nowhere.yaml", "--format", "json")
    assert json.loads(result.stdout) == [
        {
            "code": "CSP204",
            "severity": "error",
            "file": "a.yaml",
            "line": 4,
            "column": 32,
            "path": "meeting.date",
            "fact": 'this must be a date such as 2013-07-23, not the text "23/07/2013"',
            "hint": 'write year, month and day in figures, or "to be confirmed"',
        },
        {
            "code": "CSP111",
            "severity": "error",
            "file": "nowhere.yaml",
            "line": None,
            "column": None,
            "path": None,
            "fact": 'there is no file "nowhere.yaml"',
            "hint": "check the name and the folder",
        },
    ]


def test_json_of_nothing_is_an_empty_list(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    assert json.loads(run(tmp_path, "check", "a.yaml", "--format", "json").stdout) == []


@pytest.mark.parametrize("wrong", [(), ("a.yaml", "--format", "xml"), ("a.yaml", "--loose")])
def test_wrong_usage_exits_with_2(wrong: tuple[str, ...], tmp_path: Path) -> None:
    assert run(tmp_path, "check", *wrong).exit_code == 2


def test_build_prints_the_same_findings(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(WAITING, encoding="utf-8")
    built = run(tmp_path, "build", "a.yaml", "--to", "docx")
    assert (built.exit_code, built.stderr) == (0, run(tmp_path, "check", "a.yaml").stdout)
