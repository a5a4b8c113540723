"""The package of docs/how-to/extend.md adds a check and a format; a package that does not work is named."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from click.testing import CliRunner

from csp_docs import Code, CspDocsError, Severity, check, highlight_report, render, save
from csp_docs.cli import main
from csp_docs.model.choices import FormatName
from tests.test_docs import ROOT, code_blocks

TXT = cast(FormatName, "txt")
PAPER = """\
kind: highlight_report
council: house.yaml
title: Roads
rag: green
position:
  - Fewer people were hurt in Any Town.
"""
TEMPLATE = "extends: default\ncouncil: {name: Anytown Borough Council}\nchecks: [town_name]\n"
BROKEN = """\
def town_name(document):
    raise KeyError("town")

def as_text(document, theme):
    return "words"
"""
Given = Callable[..., Path]


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Given:
    """``given()``: the folder of a paper; the package of the page, with other ``code``, is installed."""

    def install(code: str = "") -> Path:
        monkeypatch.chdir(tmp_path)
        for block in code_blocks(ROOT / "docs" / "how-to" / "extend.md"):
            if block.file:
                block.write()
        if code:
            Path("anytown_house.py").write_text(code, encoding="utf-8")
        project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
        metadata = Path("anytown_house-1.0.dist-info")
        metadata.mkdir()
        (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: 1.0\n")
        groups = (
            "\n".join([f"[{name}]", *(f"{key} = {value}" for key, value in group.items())])
            for name, group in project["entry-points"].items()
        )
        (metadata / "entry_points.txt").write_text("\n".join(groups))
        Path("roads.yaml").write_text(PAPER)
        Path("house.yaml").write_text(TEMPLATE)
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(__import__("sys").modules, "anytown_house", raising=False)
        return tmp_path

    return install


def paper(*checks: str) -> Any:
    council = {"council": {"name": "Anytown"}, "checks": list(checks)}
    return highlight_report("Roads", council=council).position("Fewer people were hurt in Any Town.")


@pytest.mark.usefixtures("given")
def test_a_check_that_the_council_names_finds_lines(given: Given) -> None:
    given()
    said = CliRunner().invoke(main, ["check", "roads.yaml"])
    assert "roads.yaml:6:5: " in said.output
    assert 'the name of the town is written "Any Town" [CSP822]' in said.output
    built = CliRunner().invoke(main, ["build", "roads.yaml", "--to", "html"])
    assert built.exit_code == 0
    assert "CSP822" in built.output


def test_a_check_is_for_the_councils_that_name_it(given: Given) -> None:
    given()
    assert check(paper()) == []
    [found] = check(paper("town_name"))
    assert (found.code, found.severity, found.path) == (Code.OWN_CHECK, Severity.WARNING, "position[0]")
    assert [found.code for found in check(paper("town_nam"))] == [Code.UNKNOWN_CHECK]


def test_a_check_sees_the_documents_in_appendices(given: Given) -> None:
    given()
    outer = paper("town_name").appendix("The other", document=paper())
    assert [found.path for found in check(outer)] == ["position[0]", "appendices[0].document.position[0]"]


def test_a_check_that_is_not_installed_is_an_error() -> None:
    [found] = check(paper("town_name"))
    assert (found.code, found.severity) == (Code.UNKNOWN_CHECK, Severity.ERROR)
    assert "town_name" in found.fact


def test_a_format_of_another_package_is_one_like_others(given: Given) -> None:
    given()
    built = CliRunner().invoke(main, ["build", "roads.yaml", "--to", "txt", "--to", "html"])
    assert built.exit_code == 0, built.output
    assert "Fewer people were hurt in Any Town." in Path("roads.txt").read_text().splitlines()
    assert Path("roads.html").exists()
    assert render(paper(), TXT).startswith(b"Roads\n")
    [saved] = save(paper(), "saved.txt")
    assert saved.read_bytes() == render(paper(), TXT)
    assert CliRunner().invoke(main, ["build", "roads.yaml", "--to", "text"]).exit_code == 2


def test_a_format_of_another_package_has_only_what_is_for_the_public(given: Given) -> None:
    given()
    closed = paper().access(exempt=[3], public_reason="Prices")
    assert b"hurt" in render(closed, TXT)
    assert b"hurt" not in render(closed, TXT, public=True)


@pytest.mark.parametrize(
    "code", [BROKEN, "import no_such_module\n", "town_name = as_text = 3\n"], ids=["fails", "import", "3"]
)
def test_a_package_that_does_not_work_is_named(given: Given, code: str) -> None:
    given(code)
    [found] = check(paper("town_name"))
    assert found.code is Code.OTHER_PACKAGE
    assert found.fact.startswith('the check "town_name" of the package anytown-house does not work: ')
    with pytest.raises(CspDocsError, match='the format "txt" of the package anytown-house does not work: ') as caught:
        render(paper(), TXT)
    assert [found.code for found in caught.value.problems] == [Code.OTHER_PACKAGE]


def test_a_check_that_finds_something_else_is_named(given: Given) -> None:
    given("def town_name(document):\n    return ['Any Town']\n")
    [found] = check(paper("town_name"))
    assert found.fact.endswith("it found str, not Problem")


def test_other_packages_are_not_looked_for_without_a_name(given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    given()
    monkeypatch.setattr("importlib.metadata.entry_points", None)
    assert check(paper()) == []
    assert render(paper(), "html")
    save(paper(), "a.docx", "a.yaml")
