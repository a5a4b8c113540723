"""The body: parts in the council's order, content in the author's."""

import re
from typing import Any

import pytest

from csp_docs.api import check
from csp_docs.builders import bullets, callout, lines, numbered, plain, section
from csp_docs.builders.plan import plan
from csp_docs.errors import CspDocsError, DocumentWarning
from csp_docs.model import (
    Access,
    Appendix,
    BackgroundPaper,
    ColumnGroup,
    Contact,
    Facts,
    KeyDecision,
    PageBreak,
    Section,
    Table,
)
from csp_docs.model.content import ContentItem
from tests.compose.printed import printed
from tests.uncoded import uncoded


def content(*items: ContentItem) -> str:
    return (
        printed({}, sections=[Section("S", items)]).removeprefix("section S\n").replace("\n  ", "\n").removeprefix("  ")
    )


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        ("One.\n\nTwo **strong**.", "p One.\np Two **strong**.\n"),
        (plain("As it is"), "p As it is\n"),
        (bullets("a", bullets("b"), "d"), "bullets\n  • p a\n    bullets\n      • p b\n  • p d\n"),
        (numbered("x", "y", start=3, style="(a)"), "list\n  (c) p x\n  (d) p y\n"),
        (lines("Team leader", "Officer"), "lines\n  Team leader\n  Officer\n"),
        (Facts({"Lead": "The council", "Cost": "£12"}),
         "facts (Facts)\n  [Lead]\n    p The council\n  [Cost]\n    p £12\n"),
        (callout("Mind this.", title="Note"), "callout Note\n  p Mind this.\n"),
        (PageBreak(), "page break\nsection S\n"),  # a break that begins a section is before its heading
    ],
)  # fmt: skip
def test_each_kind_of_content_becomes_its_block(item: ContentItem, shown: str) -> None:
    assert content(item) == shown


def test_a_table_has_groups_over_its_columns_and_figures_to_the_right() -> None:
    table = Table(
        ["Area", "Number", "Rate", "Number", "Rate"],
        [["Ashby", "1,204", "-3.1%", "£12", "0"]],
        groups=[ColumnGroup("2012", ["Number", "Rate"]), ColumnGroup("2013", ["Number", "Rate"])],
        caption="Crime",
        widths=[3, 1, 1, 1, 1],
        total=["All", "1,204", "2", "£12", "4"],
        source="Police",
        notes=["Provisional"],
    )
    assert content(table) == (
        "table\n  caption: Table 1: Crime\n  columns: left 43% right 14% right 14% right 14% right 14%\n"
        "  head:  | 2012 ×2 | 2013 ×2\n  head: Area | Number | Rate | Number | Rate\n"
        "  row: p Ashby | p 1,204 | p −3.1% | p £12 | p 0\n  total: p All | p 1,204 | p 2 | p £12 | p 4\n"
        "  note: Provisional\n  source: Source: Police\n"
    )


def test_a_figure_with_its_sign_apart_is_a_figure() -> None:
    table = Table(["Area", "Change"], [["Ashby", "- 149"], ["Measham", "+ 149"], ["Thringstone", "-149"]])
    out = printed({}, sections=[section("S", table)])
    assert " right " in out
    assert "row: p Ashby | p − 149\n" in out


@pytest.mark.parametrize(
    ("paragraphs", "shown"), [("1.1", "p 1.1 One\n  p 1.2 Two"), ("no", "bullets\n    • p One\n    • p Two")]
)
def test_texts_of_a_councils_own_field_are_numbered_where_paragraphs_are(paragraphs: str, shown: str) -> None:
    layout = {"parts": [{"field": "context", "label": "C"}], "numbering": {"headings": "1.", "paragraphs": paragraphs}}
    assert printed(layout, fields={"context": ["One", "Two"]}) == f"section 1. C\n  {shown}\n"


def test_sections_nest_and_go_on_behind_their_subsections() -> None:
    out = printed({}, sections=[section("A", "one", section("B", "two"), "three")])
    assert out == "section A\n  p one\n  section B\n    p two\n  section\n    p three\n"


def test_parts_stand_in_the_councils_order_and_what_the_cover_prints_is_not_printed_again() -> None:
    layout = {
        "cover": [{"field": "purpose", "label": "Purpose"}],
        "parts": [
            {"field": "purpose", "label": "Purpose"},
            {"field": "recommendations", "label": "Recommendations"},
            {"field": "sections"},
            {"field": "wards", "label": "Wards", "numbered": False},
        ],
        "recommendations": {"lead_in": "That {{ meeting.body }}:", "style": "(a)"},
        "numbering": {"headings": "1.", "paragraphs": "1.1"},
    }
    out = printed(layout, purpose="Why", wards=["All"], sections=[Section("Background", ["Text."])])
    assert out == (
        "facts (Cover sheet of the report)\n  [Purpose]\n    p Why\n"
        "section 1. Recommendations\n  p 1.1 That Cabinet:\n  list\n    (a) p agree the plan\n"
        "section 2. Background\n  p 2.1 Text.\nsection Wards\n  p All\n"
    )


@pytest.mark.parametrize(
    ("style", "shown"),
    [("plain", "p agree the plan"), ("1.1", "p 1.1 agree the plan"), ("1.", "list\n    1. p agree the plan")],
)
def test_recommendations_are_numbered_as_the_council_does_it(style: str, shown: str) -> None:
    layout = {
        "parts": [{"field": "recommendations", "label": "R"}],
        "recommendations": {"lead_in": "That:", "style": style},
        "numbering": {"headings": "1.", "paragraphs": "1.1"},
    }
    lead_in = "That:" if style == "1.1" else "1.1 That:"
    assert printed(layout) == f"section 1. R\n  p {lead_in}\n  {shown}\n"


def test_implications_are_sections_in_the_councils_order_below_their_headings() -> None:
    layout = {
        "parts": [{"field": "implications", "label": "Implications"}],
        "implications": [
            "legal",
            {"heading": "Money"},
            {"field": "financial", "label": "Financial"},
            {"heading": "None of these"},
            "staff",
        ],
    }
    out = printed(layout, implications={"financial": "Costs.", "legal": "Law."})
    assert out == (
        "section Implications\n  section Legal\n    p Law.\n  section Money\n    section Financial\n      p Costs.\n"
    )


def test_appendices_glossary_and_contact_stand_behind_the_body() -> None:
    layout = {"appendices": {"label": "1", "heading": "Annex {{ label }}: {{ title }}"}}
    out = printed(
        layout,
        appendices=[Appendix("Plan", content=["Text."])],
        glossary={"CSP": "Community safety partnership"},
        contact=Contact(team="Policy", website="https://example.org"),
    )
    assert out == (
        "appendix Annex 1: Plan\n  section\n    p Text.\n"
        "section Glossary\n  table\n    columns: left 19% left 81%\n    head: Term | Meaning\n"
        "    row: p CSP | p Community safety partnership\n"
        "section Contact\n  lines\n    Policy\n    [https://example.org](https://example.org)\n"
    )


def problems(**report: Any) -> str:
    with pytest.raises(CspDocsError) as caught:
        printed(report.pop("layout", {}), **report)
    return uncoded(caught.value)


def test_names_that_the_council_does_not_declare_are_problems_all_at_once() -> None:
    said = problems(
        layout={"parts": [{"field": "officer_comments"}, {"field": "sections"}], "implications": ["financial"]},
        implications={"finacial": "x"},
        officer_comments={"monitor": "x"},
        fields={"urgency": "x"},
        sections=[Section("S", ["{{ ref('nowhere') }}", numbered("a", style="1.1")])],
        recommendations=[],
    )
    assert said.splitlines()[::2] == [
        "recommendations: the report has no recommendations",
        'implications: the council has no implication called "finacial"',
        'officer_comments: the council has no officer\'s comment called "monitor"',
        'fields: the council has no field called "urgency"',
        'sections[0].content[1].style: a list cannot be numbered "1.1"',
        'sections[0].content[0]: nothing has the id "nowhere"',
    ]
    assert 'did you mean "financial"?' in said


@pytest.mark.parametrize("key", ["report_of", "consultation", "purpose", "wards"])
def test_a_key_of_the_report_among_its_fields_gets_a_hint_that_says_so(key: str) -> None:
    assert f"write `{key}:` outside `fields`" in problems(fields={key: "x"})


def test_what_the_layout_prints_nowhere_is_warned_of() -> None:
    with pytest.warns(DocumentWarning, match='the council\'s layout does not print "reason"'):
        printed({"parts": [{"field": "recommendations"}]}, reason="Because.")


def test_a_draft_and_an_exempt_paper_are_marked_on_every_page() -> None:
    from csp_docs.api import numbered as prepared
    from tests.small import small_report

    document, _ = prepared(small_report(status="draft", access=Access([3], "Money")))
    assert document.marking == (
        "DRAFT – Not for publication: exempt under paragraph 3 "
        "of Part 1 of Schedule 12A to the Local Government Act 1972"
    )


def test_an_appendix_that_is_exempt_says_so() -> None:
    out = printed({}, appendices=[Appendix("Prices", access=Access([3], "Trade."), content=["Words."])])
    words = "Not for publication: exempt under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972"
    assert out.split("\n") == [
        "masthead",
        f"  Part exempt: some of this paper is not for the public. {words}",
        "appendix Appendix A – Prices (exempt)",
        f"  part: {words}",
        "    section",
        f"      p **{words}**",
        "      p Trade.",
        "      p In all the circumstances of the case, the public interest in maintaining the exemption outweighs the "
        "public interest in disclosing the information.",
        "      p Words.",
        "",
    ]


def test_comments_on_the_cover_are_not_printed_again_but_the_others_are() -> None:
    layout = {
        "cover": [{"field": "officer_comments.monitoring_officer", "label": "MO"}],
        "parts": [{"field": "officer_comments", "label": "Comments"}],
    }
    out = printed(layout, officer_comments={"monitoring_officer": "Fine", "section_151_officer": "Costs"})
    assert out.endswith("section Comments\n  p **Section 151 Officer:** Costs\n")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"contact": Contact(email="nonsense")}, '"nonsense" is not an address'),
        ({"contact": Contact(website="javascript:x")}, '"javascript:x" is not an address'),
        ({"background_papers": [BackgroundPaper("A", "file:///etc/passwd")]}, '"file:///etc/passwd" is not an address'),
        ({"layout": {"parts": [{"field": "council"}]}}, '"council" cannot be printed as a field'),
        (
            {"layout": {"numbering": {"headings": "no", "paragraphs": "1.1"}}},
            'numbers "1.1" need numbered headings',
        ),
        (
            {"layout": {"numbering": {"headings": "1.", "paragraphs": "1.1.1"}}},
            'numbers "1.1.1" need numbered headings',
        ),
        ({"layout": {"numbering": {"paragraphs": "continuous", "restart": ["nowhere"]}}}, 'no part "nowhere"'),
        (
            {"layout": {"numbering": {"paragraphs": "no", "restart": ["background_papers"]}}},
            "only paragraphs that are numbered through the complete report can restart",
        ),
        ({"layout": {"numbering": {"headings": ["no", "1.1"]}}}, 'headings "1.1" of level 2 count within levels'),
        (
            {
                "layout": {"cover": [{"field": "key_decision", "parts": ["finacial"]}]},
                "key_decision": KeyDecision(financial=True),
            },
            '"key_decision" has no part "finacial" that can have a label',
        ),
        ({"layout": {}, "sections": [Section("", ["{{ ref('q') }}"], id="q")]}, '"q" has no number to refer to'),
        ({"layout": {"parts": [{"heading": "H"}]}}, "a part of the body cannot be a heading"),
        ({"theme": {"page": {"left": "20"}}}, "the margin is 20 cm"),
        (
            {"layout": {"parts": ["recommendations"]}, "sections": [Section("S", ["x"])]},
            'the council\'s layout does not print "sections"',
        ),
    ],
)
def test_what_cannot_be_printed_is_told(given: dict[str, Any], said: str) -> None:
    given = {"layout": {"parts": [{"field": "background_papers"}]}, **given}
    assert said in problems(**given)


@pytest.mark.parametrize(
    ("layout", "report", "said"),
    [
        ({}, {"subtitle": "Year two"}, 'does not print "subtitle"'),
        ({"implications": ["legal"]}, {"implications": {"legal": "x"}}, 'does not print "implications.legal"'),
        ({"cover": [{"field": "titel"}]}, {}, 'a field "titel" that the report does not have: is "title" meant'),
    ],
)
def test_what_would_be_lost_is_warned_of(layout: dict[str, Any], report: dict[str, Any], said: str) -> None:
    with pytest.warns(DocumentWarning, match=re.escape(said)):
        printed(layout, **report)


def test_the_title_in_an_expression_is_words() -> None:
    assert printed({"header": ["Subject: {{ title }}"]}, title="{{ council.name }} **now**").startswith(
        "masthead\n  Subject: Example District Council now\n"
    )


@pytest.mark.parametrize("wrong", ["measures.nope.current", "nope", "1/0"])
@pytest.mark.parametrize(
    "text", ["{{{{ ref('gone') }}}} and {{{{ {} }}}}", "{{{{ {} }}}} <b>, *{{{{ ref('gone') }}}}*"]
)
def test_a_reference_is_looked_up_whatever_else_is_wrong_in_its_text(text: str, wrong: str) -> None:
    document = plan("Safer", council="harborough", period="2026-2029").section("A", text.format(wrong))
    facts = [problem.fact for problem in check(document)]
    assert len(facts) > 1
    assert 'nothing has the id "gone"' in facts
