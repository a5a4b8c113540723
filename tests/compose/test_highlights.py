"""Highlight reports, alone and inside a scrutiny report: what they take over, and what their authors are told."""

from __future__ import annotations

import warnings
from textwrap import dedent

import pytest

from csp_docs import CheckError, HighlightReport, LoadError, TemplateError
from csp_docs.api import loads, numbered
from csp_docs.errors import CspDocsError, DocumentWarning
from csp_docs.model import CouncilDocument
from csp_docs.writers.text import render_text

OUTER = """
kind: scrutiny_report
council: {council: {name: Anytown Council}, partnership: {name: Safer Anytown}}
title: The year
meeting: {body: Panel, date: 2014-05-15}
"""
ALONE = """
kind: highlight_report
council: {council: {name: Anytown Council}}
title: Roads
"""


def printed(document: CouncilDocument) -> str:
    text, _ = numbered(document)
    return render_text(text).replace("\u00a0", " ")


def built(yaml: str, more: str = "") -> str:
    """The blocks of a report of which ``more`` is written below the keys of ``yaml``."""
    return printed(loads(yaml + dedent(more)))


def told(yaml: str, more: str = "") -> list[str]:
    """The problems of a report, whether they are found when it is read or when it is built."""
    with pytest.raises(CspDocsError) as caught:
        built(yaml, more)
    return [problem.fact for problem in caught.value.problems]


def test_a_highlight_report_inside_takes_over_council_period_and_words() -> None:
    text = built(
        OUTER,
        """
        period: 2013/14
        terms: {rag_red: Off track}
        highlight_reports:
          - title: Roads
            priority: Safer roads for {{ partnership.name }}
            rag: red
          - {title: Homes, period: 2014}
        """,
    )
    assert "Safer roads for Safer Anytown" in text
    assert "{■ Off track}" in text
    roads, homes = text.split("section a. Roads")[1].split("section b. Homes")
    assert "p 2013/14" in roads
    assert "p 2014" in homes


def test_a_highlight_report_inside_may_be_of_another_council() -> None:
    text = built(
        OUTER,
        """
        highlight_reports:
          - {title: Roads, council: {council: {name: Othertown Council}}, lead: "{{ council.name }}"}
        """,
    )
    assert "p Othertown Council" in text


def test_highlight_reports_of_a_welsh_report_are_welsh() -> None:
    text = built(
        OUTER,
        """
        language: cy-GB
        highlight_reports:
          - {title: Ffyrdd, rag: green, position: [{en: Good., cy: Da.}]}
        """,
    )
    assert "section Ble rydym ni" in text
    assert "p Da." in text
    assert "{● Gwyrdd}" in text


def test_measures_of_the_report_around_are_known_inside_and_those_inside_are_known_around() -> None:
    text = built(
        OUTER,
        """
        sections:
          - title: Figures
            content:
              - "{{ measures.hurt.current }} were hurt."
              - performance: {measures: [{id: burglary, name: Burglary, previous: 100, current: 90}]}
        highlight_reports:
          - title: Homes
            performance: {measures: [burglary]}
            position: ["Burglary went {{ measures.burglary.change }}."]
          - title: Roads
            performance: {measures: [{id: hurt, name: Hurt, current: 3}]}
        """,
    )
    assert "p 1.1 3 were hurt." in text
    assert text.count("p Burglary | p ") == 2
    assert "Burglary went down 10.0%." in text


def test_a_measure_that_nobody_defines_is_told() -> None:
    facts = told(OUTER, "highlight_reports: [{title: Homes, performance: {measures: [burglery]}}]")
    assert len(facts) == 1
    assert "burglery" in facts[0]


def test_the_appendix_stands_behind_the_others_and_can_be_referred_to() -> None:
    text = built(
        OUTER,
        """
        objective: See {{ ref("highlight_reports") }}.
        appendices: [{title: Map, content: [Here.]}]
        highlight_reports: [{title: Roads}]
        glossary: {ASB: anti-social behaviour}
        """,
    )
    assert "See [Appendix B](#highlight_reports)." in text
    assert text.index("appendix Appendix A – Map") < text.index("appendix Appendix B – Highlight reports")
    below = [line.strip() for line in text.split("[Appendices]")[1].splitlines()[1:6]]
    assert below == [
        "bullets", "• p [Appendix A](#appendix #1) – Map", "• p [Appendix B](#highlight_reports) – Highlight reports",
        "list", "a. p Roads",
    ]  # fmt: skip
    assert "page break" not in text
    assert "\nsection Glossary" in text


def test_texts_that_follow_each_other_are_bullets_and_blocks_stand_as_they_are() -> None:
    text = built(ALONE, "activity: [One, [below], Two, {facts: {Cost: Nothing}}, Three]")
    below = "\n".join(line.strip() for line in text.split("section What we did")[1].splitlines()[1:])
    assert below == "bullets\n• p One\nbullets\n• p below\n• p Two\nfacts (Facts)\n[Cost]\np Nothing\np Three"


def test_a_single_text_leads_to_the_list_behind_it() -> None:
    below = built(ALONE, "activity: ['We visited:', [schools, colleges]]").split("section What we did\n")[1]
    assert [line.strip() for line in below.splitlines()] == ["p We visited:", "bullets", "• p schools", "• p colleges"]


def test_action_plans_and_risk_registers_stand_below_the_headings_of_parts() -> None:
    text = built(
        ALONE,
        """
        next_steps: [{actions: [{action: Mend the signs, lead: County Council}]}]
        risks: [{risks: [{risk: The money ends, likelihood: 3, impact: 4}]}]
        """,
    )
    assert "section What comes next\n  table" in text
    assert "section Risks\n  table" in text


def test_parts_stand_side_by_side_only_where_both_are_texts() -> None:
    short = built(ALONE, "activity: [Visits]\nnext_steps: [More visits]")
    wide = built(ALONE, "activity: [Visits]\nnext_steps: [{table: {columns: [Step], rows: [[Visits]]}}]")
    alone = built(ALONE, "next_steps: [More visits]")
    assert "grid" in short
    assert "grid" not in wide + alone


def test_an_exempt_highlight_report_is_marked_where_the_report_around_it_is_open() -> None:
    text = built(OUTER, "highlight_reports: [{title: Homes, access: {exempt: [3], reason: It names prices.}}]")
    inside = text.split("section a. Homes")[1]
    assert "p **Not for publication: exempt under paragraph 3" in inside
    assert "p It names prices." in inside


def test_a_highlight_report_that_stands_alone_needs_a_council() -> None:
    assert told("kind: highlight_report\ntitle: Roads") == ["the document does not name a council"]
    with pytest.raises(TemplateError, match="does not name a council"):
        numbered(HighlightReport("Roads"))


@pytest.mark.parametrize(
    ("more", "fact"),
    [
        ("highlight_reports: [{title: ''}]", "the title is empty"),
        ("highlight_reports: [{title: A, priority: ''}]", "the priority's title is empty"),
        ("highlight_reports: [{title: A, rag: purple}]", 'the value "purple" is not known'),
        ("highlight_reports: [{title: A, appendices: [{title: B, content: [C]}]}]", 'cannot have "appendices"'),
        ("highlight_reports: [{title: A, status: draft}]", 'cannot have "status"'),
        ("highlight_reports: [{title: A, language: cy-GB}]", "the highlight report is in cy-GB"),
        ("layouts: {scrutiny_report: {highlight_reports: {label: x}}}", '"x" is not a numbering pattern'),
        ("layouts: {highlight_report: {cover: [led]}}", 'the fact "led" is not known'),
        ("layouts: {highlight_report: {parts: [{row: [risks]}]}}", "the row has 1 parts"),
    ],
)
def test_what_is_wrong_is_told(more: str, fact: str) -> None:
    assert any(fact in found for found in told(OUTER, more))


def test_what_the_layout_prints_nowhere_gives_a_warning() -> None:
    with pytest.warns(DocumentWarning, match='the council\'s layout does not print "lead"'):
        built(ALONE, "lead: A. Officer\nlayouts: {highlight_report: {cover: [priority]}}")


def test_a_report_without_parts_is_its_title() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert built(ALONE).splitlines()[3:] == [
            "masthead", "  Anytown Council", "  Highlight report", "  title: Roads",
        ]  # fmt: skip


def test_outcomes_are_bullets_where_paragraphs_have_no_numbers() -> None:
    text = built(
        OUTER,
        """
        outcomes_sought: [To note, To ask]
        layouts: {scrutiny_report: {numbering: {paragraphs: no}}}
        """,
    )
    assert "• p To note" in text


def test_errors_of_a_highlight_report_know_their_line() -> None:
    with pytest.raises((LoadError, CheckError)) as caught:
        numbered(loads(OUTER + "highlight_reports:\n  - title: Roads\n    lead: '{{ nobody }}'\n"))
    [problem] = caught.value.problems
    assert problem.origin is not None
    assert problem.origin.line == 8
