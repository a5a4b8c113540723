"""What differs by the nation of a council: its law, the words of exemptions, and the days of notice."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from csp_docs.api import check, loads
from csp_docs.council.nations import LAWS, Nation
from csp_docs.errors import Code, Severity
from csp_docs.model import Access, CabinetReport, Language, Meeting, Section
from csp_docs.output.checked import checked
from csp_docs.writers.text import render_text

MEETING = date(2026, 3, 10)


def report(nation: str, language: str = "en-GB", **more: Any) -> CabinetReport:
    council = {"council": {"name": "Anytown", "nation": nation}, "language": language}
    return CabinetReport(
        title="Cameras", council=council, language=Language(language), meeting=Meeting("Cabinet", MEETING),
        recommendations=["AGREE"], **more,
    )  # fmt: skip


def text(document: CabinetReport) -> str:
    return render_text(checked(document).blocks)


def exempt(nation: str, number: int, reason: str = "", language: str = "en-GB") -> str:
    part = Section("Prices", ["They are high."], access=Access([number], reason))
    return text(report(nation, language, sections=[part]))


@pytest.mark.parametrize(
    ("nation", "number", "words"),
    [
        ("england", 1, "Information relating to any individual."),
        ("wales", 12, "Information relating to a particular individual."),
        ("wales", 18, "prevention, investigation or prosecution of crime."),
    ],
)
def test_the_whole_edition_says_what_the_law_says_is_exempt(nation: str, number: int, words: str) -> None:
    assert words in exempt(nation, number)
    assert words not in exempt(nation, number, "It names the bidders.")


def test_the_words_of_the_law_are_in_the_language_of_the_edition() -> None:
    assert "Gwybodaeth sy’n ymwneud ag unigolyn penodol." in exempt("wales", 12, language="cy-GB")


@pytest.mark.parametrize("nation", [nation for nation in Nation if not LAWS[nation].described])
def test_nothing_is_said_where_the_words_of_the_law_are_not_known(nation: Nation) -> None:
    assert "nformation relating" not in exempt(nation.value, 1)


def test_each_paragraph_of_a_law_that_is_described_has_words() -> None:
    for nation, law in LAWS.items():
        for number in range(law.first, law.last + 1) if law.described else ():
            assert "nformation" in exempt(nation.value, number)


LAW = "{{ law.partnership }}; {{ law.schedule }}; {{ law.confidential }}"


@pytest.mark.parametrize(
    ("nation", "act"),
    [
        ("england", "section 5 of the Crime and Disorder Act 1998; Part 1 of Schedule 12A"),
        ("wales", "section 5 of the Crime and Disorder Act 1998; Part 4 of Schedule 12A"),
        ("scotland", "Part 2 of the Community Empowerment (Scotland) Act 2015; Part 1 of Schedule 7A"),
        ("northern_ireland", "section 20 of the Justice Act (Northern Ireland) 2011; Part 1 of Schedule 6"),
    ],
)
def test_a_text_can_name_the_law_of_the_nation(nation: str, act: str) -> None:
    assert act in text(report(nation, sections=[Section("Law", [LAW])]))


@pytest.mark.parametrize(("nation", "days"), [("england", 5), ("wales", 3), ("scotland", 3)])
def test_a_report_that_is_dated_too_late_is_noted(nation: str, days: int) -> None:
    for clear in range(days + 1):
        dated = report(nation, date=MEETING - timedelta(days=clear + 1))
        assert [p.severity for p in check(dated) if p.code is Code.SHORT_NOTICE] == (
            [Severity.NOTE] if clear < days else []
        )


@pytest.mark.parametrize("given", [None, MEETING, MEETING + timedelta(days=1), "2026-03", "2026"])
def test_other_dates_are_not_noted(given: Any) -> None:
    assert Code.SHORT_NOTICE not in {p.code for p in check(report("england", date=given))}


def test_no_notice_is_asked_for_where_the_number_of_days_is_not_known() -> None:
    dated = report("northern_ireland", date=MEETING - timedelta(days=1))
    assert Code.SHORT_NOTICE not in {p.code for p in check(dated)}


def test_the_note_says_what_is_there_and_what_the_law_asks_for() -> None:
    [note] = [p for p in check(report("wales", date=date(2026, 3, 8))) if p.code is Code.SHORT_NOTICE]
    assert note.fact == (
        "the report is dated 8 March 2026, 1 clear day before the meeting on 10 March 2026; the law asks for 3"
    )
    assert note.hint.startswith("section 100BA(3) of the Local Government Act 1972")


@pytest.mark.parametrize(
    ("nation", "language", "title"),
    [
        ("england", "en-GB", "Section 151 Officer"),
        ("wales", "en-GB", "Section 151 Officer"),
        ("wales", "cy-GB", "Swyddog Adran 151"),
        ("scotland", "en-GB", "Section 95 Officer"),
        ("scotland", "cy-GB", "Swyddog Adran 95"),
        ("northern_ireland", "en-GB", "Chief Financial Officer"),
        ("northern_ireland", "cy-GB", "Prif Swyddog Ariannol"),
    ],
)
def test_the_officer_for_finance_is_called_as_the_law_of_the_nation_does(
    nation: str, language: str, title: str
) -> None:
    comments = {"section_151_officer": "There is money.", "monitoring_officer": "None."}
    assert f"**{title}:** There is money." in text(report(nation, language, officer_comments=comments))


DATED = """\
kind: cabinet_report
council: {council: {name: Anytown}, layouts: {cabinet_report: {cover: [title]}}}
title: Cameras
meeting: {body: Cabinet, date: 2026-03-10}
access: {public_title: Open}
date: 2026-03-09
key_decision: {key: no}
recommendations: [AGREE]
sections:
  - {title: Prices, access: {exempt: [3]}, content: [They are high.]}
"""


@pytest.mark.parametrize("public", [False, True])
def test_a_finding_about_a_date_or_an_answer_has_its_place_in_both_editions(public: bool) -> None:
    found = check(loads(DATED, "report.yaml"), public=public)
    assert [(p.line, p.path) for p in found if p.code is Code.SHORT_NOTICE] == [(6, "date")]
    unprinted = {p.path for p in found if p.code is Code.NOT_PRINTED}
    assert "date" in unprinted
    assert {path for path in unprinted if path.startswith("access.")} == set()
