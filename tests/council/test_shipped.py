"""The templates that come with csp_docs: each prints every kind of document, in its own words and its own look."""

from __future__ import annotations

from functools import cache

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs.blocks import Document
from csp_docs.council.files import facts, names
from csp_docs.council.shipped import shipped
from csp_docs.council.template import council_for
from csp_docs.documents.kinds import KINDS
from csp_docs.documents.samples import samples
from csp_docs.documents.template_checks import template_problems
from csp_docs.errors import Problem, Severity
from csp_docs.model import Plan
from csp_docs.output.checked import checked
from csp_docs.writers.text import render_text

LINES = 48
"""How many lines of a document are about its first page."""
COUNCILS = [name for name, known in facts().items() if known]
KINDS_OF_COUNCILS = {
    "district", "borough", "city", "county", "unitary", "London borough", "Welsh county", "Scottish council",
    "joint partnership of two districts", "police and crime commissioner",
}  # fmt: skip


def test_the_shipped_templates_have_names() -> None:
    assert names() == {
        "ceredigion": "Ceredigion County Council",
        "charnwood": "Charnwood Borough Council",
        "cornwall": "Cornwall Council",
        "default": "",
        "fife": "Fife Council",
        "harborough": "Harborough District Council",
        "kent": "Kent County Council",
        "leeds": "Leeds City Council",
        "lewisham": "London Borough of Lewisham",
        "norfolk-pcc": "Office of the Police and Crime Commissioner for Norfolk",
        "north-west-leicestershire": "North West Leicestershire District Council",
        "south-and-vale": "South Oxfordshire and Vale of White Horse District Councils",
    }


def test_there_is_a_template_for_each_kind_of_council() -> None:
    assert {facts()[name]["kind"] for name in COUNCILS} == KINDS_OF_COUNCILS


def test_no_two_templates_have_the_same_colour() -> None:
    looks = [council_for(Plan("T", period="2026/27", council=name)).theme for name in COUNCILS]
    assert len({look.colours["accent"] for look in looks}) == len(COUNCILS)


@cache
def papers(council: str, kind: str) -> tuple[tuple[str, Document, tuple[Problem, ...]], ...]:
    """Return the sample papers of a kind, one for each language, with what is found in them."""
    found: list[Problem] = []
    file = shipped("councils") / f"{council}-{kind}.yaml"
    made = [(ending, checked(paper)) for ending, paper in samples(kind, file, council, found)]
    return tuple((ending, paper.blocks, (*found, *paper.findings)) for ending, paper in made)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("council", COUNCILS)
def test_a_shipped_template_prints_every_kind_of_document(council: str, kind: str) -> None:
    findings = [finding for _, _, found in papers(council, kind) for finding in found]
    assert [str(finding) for finding in findings if finding.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("council", COUNCILS)
def test_nothing_is_wrong_in_a_shipped_template(council: str) -> None:
    findings = template_problems(shipped("councils") / f"{council}.yaml")
    assert [str(finding) for finding in findings if finding.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("council", COUNCILS)
def test_the_first_page_of_each_kind(council: str, file_regression: FileRegressionFixture) -> None:
    """Read the words of a council in its file: what they change is what readers of its papers see."""
    pages = []
    for kind in KINDS:
        for ending, blocks, _ in papers(council, kind):
            lines = render_text(blocks).splitlines()[:LINES]
            pages.append("\n".join([f"==== {kind}{ending}", *lines, ""]))
    file_regression.check("\n".join(pages))


def test_a_welsh_council_has_papers_in_both_languages_welsh_first() -> None:
    for kind in KINDS:
        (first, welsh, _), (second, english, _) = papers("ceredigion", kind)
        assert (first, second) == ("-cy", "-en")
        assert (welsh.language, english.language) == ("cy-GB", "en-GB")
