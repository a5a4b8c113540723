"""A strategic assessment as blocks: its summary, its topics, and what is reported about those that are wrong."""

from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs import load
from csp_docs.api import loads, numbered
from csp_docs.errors import CspDocsError, DocumentWarning
from csp_docs.writers.text import render_text
from tests.uncoded import uncoded

PAPERS = Path(__file__).parent / "papers"
ASSESSMENT = """\
kind: strategic_assessment
council: {council: {name: Anytown Borough Council}}
title: Crime in Anytown
"""


def printed(yaml: str) -> str:
    return render_text(numbered(loads(yaml, "assessment.yaml"))[0])


def test_an_assessment_with_everything_becomes_these_blocks(file_regression: FileRegressionFixture) -> None:
    document, _ = numbered(load(PAPERS / "assessment.yaml"))
    file_regression.check(render_text(document))


SUMMARY = f"{ASSESSMENT}executive_summary: [Crime fell.]\nkey_findings: [It fell by half.]\nrecommendations: [Go on]\n"


def order(text: str, *words: str) -> bool:
    places = [text.index(word) for word in words]
    return places == sorted(places) and all(text.count(word) == 1 for word in words)


def test_the_summary_opens_the_body() -> None:
    text = printed(f"{SUMMARY}sections: [{{title: Introduction, content: [The year.]}}]")
    assert order(text, "1. Executive summary", "Crime fell.", "1.1 Key findings", "It fell by half.",
                 "1.2 Recommendations", "Go on", "2. Introduction")  # fmt: skip


def test_a_section_says_where_the_summary_stands() -> None:
    sections = (
        "[{title: Introduction, content: [The year.]}, {title: In short, sections: [{generate: executive_summary}]}]"
    )
    text = printed(f"{SUMMARY}sections: {sections}")
    assert order(text, "1. Introduction", "2. In short", "Crime fell.", "2.1 Key findings", "2.2 Recommendations")
    assert "Executive summary" not in text


@pytest.mark.parametrize(("contents", "before"), [("no", ""), ("yes", "contents Contents\n  1. Crime\n")])
def test_lists_that_stand_first_are_pages_before_the_body(contents: str, before: str) -> None:
    chart = "{chart: {type: bar, categories: [A, B], series: {Crimes: [1, 2]}, caption: By area}}"
    sections = f"[{{generate: figures}}, {{title: Crime, content: [{chart}]}}]"
    text = printed(f"{ASSESSMENT}contents: {contents}\nsections: {sections}")
    assert f"{before}list of figures Figures\n  Figure\u00a01: By area\npage break\nsection 1. Crime\n" in text


def test_what_a_section_generates_apart_is_not_printed_twice() -> None:
    text = printed(f"{SUMMARY}sections: [{{generate: recommendations, title: What comes next}}]")
    assert order(text, "1. Executive summary", "1.1 Key findings", "2. What comes next", "Go on")


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        (f"{ASSESSMENT}sections: [{{generate: topics}}]",
         'assessment.yaml:4:23: sections[0].generate: the document does not give "topics"'),
        (f"{ASSESSMENT}sections: [{{generate: executive_summary}}]",
         'assessment.yaml:4:23: sections[0].generate: the document does not give "executive_summary"'),
        (f"{ASSESSMENT}sections: [{{generate: priorities}}]",
         'assessment.yaml:4:23: sections[0].generate: a strategic assessment has no "priorities"'),
        (ASSESSMENT.replace("strategic_assessment", "plan") + "sections: [{generate: topics}]",
         'assessment.yaml:4:23: sections[0].generate: a plan cannot generate "topics"'),
        (f"{ASSESSMENT}topics: [{{title: A, peers: [A.], labels: {{trends: B}}}}]\nsections: [{{generate: topics}}]",
         'assessment.yaml:4:43: topics[0].labels: there is no part "trends" to label'),
        (f"{ASSESSMENT}topics: [{{title: '', trend: [It fell.]}}]",
         "assessment.yaml:4:18: topics[0].title: the title is empty"),
        (f"{ASSESSMENT}topics: [{{title: Arson}}]", "assessment.yaml:4:10: topics[0]: a topic has no answers"),
        (f"{ASSESSMENT}topics: [{{title: Arson, trend: {{a: b}}}}]",
         "assessment.yaml:4:32: topics[0].trend: this must be a list, not the key a"),
        (f"{ASSESSMENT}layouts: {{strategic_assessment: {{topics: {{parts: [when]}}}}}}",
         'assessment.yaml:4:51: layouts.strategic_assessment.topics.parts[0]: the part "when" is not known'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_where_it_stands(yaml: str, said: str) -> None:
    with pytest.raises(CspDocsError) as caught:
        printed(yaml)
    assert said in uncoded(caught.value)


def test_topics_that_are_printed_nowhere_are_told() -> None:
    with pytest.warns(
        DocumentWarning, match=r'assessment.yaml:4:18: .* the strategic assessment does not print its "topics"'
    ):
        printed(f"{ASSESSMENT}topics: [{{title: Arson, trend: [None.]}}]")


def test_a_question_that_the_layout_leaves_out_is_told_once_for_all_topics() -> None:
    topics = "[{title: Arson, trend: [A.], peers: [B.]}, {title: Robbery, trend: [A.], peers: [B.]}]"
    layout = "layouts: {strategic_assessment: {topics: {parts: [trend]}}}"
    with pytest.warns(DocumentWarning) as told:
        printed(f"{ASSESSMENT}{layout}\ntopics: {topics}\nsections: [{{generate: topics}}]")
    assert [uncoded(warning.message).splitlines()[0] for warning in told] == [
        'assessment.yaml:5:46: topics[0].peers[0]: the council\'s layout does not print "topics.peers"'
    ]
