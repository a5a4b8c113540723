"""The codes of findings: each has one meaning, is used, and is explained in the docs."""

import re
from pathlib import Path

import csp_docs
from csp_docs.errors import Code

PACKAGE = Path(csp_docs.__file__).parent
PAGE = Path(__file__).parents[2] / "docs/findings.md"
SOURCES = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}


def test_codes_are_stable_words_in_order() -> None:
    values = [code.value for code in Code]
    assert [value for value in values if not re.fullmatch(r"CSP[1-9]\d\d", value)] == []
    assert values == sorted(set(values))
    assert len(Code.__members__) == len(values)  # two names of one code would be aliases


def test_each_code_has_a_meaning_of_its_own() -> None:
    meanings = [code.meaning for code in Code]
    assert len(set(meanings)) == len(meanings)
    assert [meaning for meaning in meanings if not re.fullmatch(r"[A-Z].*\.", meaning)] == []


def test_each_code_is_used() -> None:
    used = {name for source in SOURCES.values() for name in re.findall(r"\bCode\.([A-Z_]+)", source)}
    assert used == set(Code.__members__)


def test_the_docs_say_of_each_code_what_it_means_and_what_to_do() -> None:
    rows = re.findall(r"^\| (CSP\d{3}) \| (.+) \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [(code, meaning) for code, meaning, _ in rows] == [(code.value, code.meaning) for code in Code]
    assert [code for code, _, remedy in rows if not remedy.endswith(".")] == []


def test_only_the_public_functions_issue_warnings() -> None:
    users = {
        path.relative_to(PACKAGE).as_posix()
        for path, source in SOURCES.items()
        if re.search(r"^\s*(import|from) warnings\b|catch_warnings", source, re.MULTILINE)
    }
    assert users == {"api.py"}
    assert "catch_warnings" not in SOURCES[PACKAGE / "api.py"]  # filters belong to all threads
