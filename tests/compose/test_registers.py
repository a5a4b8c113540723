"""Action plans and risk registers: columns, scores, bands, and what is wrong with them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from csp_docs.api import check, loads, numbered
from csp_docs.blocks import Align, Table, walk
from csp_docs.errors import Code, CspDocsError
from csp_docs.model import Action, ActionPlan, ModelError, Month, Plan, Residual, Risk, RiskRegister, Section
from csp_docs.model.content import ContentItem
from csp_docs.writers.text import render_text
from tests.small import COUNCIL
from tests.uncoded import uncoded

HEAD = "kind: plan\ncouncil: harborough\ntitle: A plan\nsections:\n  - title: S\n    content:\n"


def shown(plan: Plan) -> list[str]:
    text = render_text(numbered(plan)[0]).partition("section 1. S\n")[2].replace("\xa0", " ")
    return [line.strip() for line in text.splitlines() if "columns:" not in line]


def printed(*content: ContentItem, **keys: object) -> list[str]:
    council = {"extends": "default", "council": {"name": "Anytown"}, **keys}
    return shown(Plan("A plan", council=council, sections=[Section("S", content)]))


def test_an_action_plan_has_the_columns_that_its_actions_fill() -> None:
    actions = [
        Action("Light the **car parks**", lead="Council", due=date(2014, 9, 30), progress="Begun", rag="amber"),
        Action("Mark bicycles", due=Month(2014, 12), rag="green"),
    ]
    assert printed(ActionPlan(actions)) == [
        "table",
        "head: Action | Lead | By when | Progress | Rating",
        "row: p Light the **car parks** | p Council | p 30 September 2014 | p Begun | p {▲ Amber}",
        "row: p Mark bicycles | p – | p December 2014 | p – | p {● Green}",
    ]


def test_an_action_has_its_partners_resources_and_outcome_and_may_be_due_in_words() -> None:
    action = Action("Patrols", ref="1.1", partners="Council", due="Q3 2024/25", resources="£5k", outcome="Fewer crimes")
    text = "{action: Patrols, ref: '1.1', partners: Council, due: Q3 2024/25, resources: £5k, outcome: Fewer crimes}"
    [read] = loads(f"{HEAD}      - actions: [{text}]\n").sections[0].content  # type: ignore[union-attr]
    assert read == ActionPlan([action])
    assert printed(read)[1:] == [
        "head: Ref | Action | Partners | By when | Resources | Outcome",
        "row: p 1.1 | p Patrols | p Council | p Q3 2024/25 | p £5k | p Fewer crimes",
    ]


def test_the_rating_of_an_action_may_be_the_word_that_the_council_has_for_it() -> None:
    rows = "[{action: Patrols, rag: on track}, {action: Locks, rag: Complete}, {action: Lamps, rag: red}]"
    [read] = loads(f"{HEAD}      - actions: {rows}\n").sections[0].content  # type: ignore[union-attr]
    actions = [Action("Patrols", rag="on track"), Action("Locks", rag="Complete"), Action("Lamps", rag="red")]
    assert read == ActionPlan(actions)
    assert printed(read, terms={"rag_green": "On track"})[2:] == [
        "row: p Patrols | p {● On track}",
        "row: p Locks | p {◊ Complete}",
        "row: p Lamps | p {■ Red}",
    ]


def test_a_rating_that_the_council_has_no_word_for_is_an_error_with_its_line() -> None:
    with pytest.raises(CspDocsError) as raised:
        numbered(loads(f"{HEAD}      - actions: [{{action: Patrols, rag: purple}}]\n"))
    assert uncoded(raised.value) == (
        'document.yaml:7:42: sections[0].content[0].actions[0].rag: "purple" is not a rating, but the column "Rating" '
        "has ratings\n  hint: write one of these: green, amber, red, blue, grey, complete, not started"
    )


def test_a_risk_has_its_score_and_band() -> None:
    risks = [Risk("Money ends", 3, 5, mitigation="Bid", owner="Manager"), Risk("Late", 2, 3), Risk("Rain", 5, 1)]
    assert printed(RiskRegister(risks))[:5] == [
        "table",
        "head: Risk | Likelihood | Impact | Score | What we do about it | Owner",
        "row: p R1: Money ends | p 3 | p 5 | p 15 {■ High} | p Bid | p Manager",
        "row: p R2: Late | p 2 | p 3 | p 6 {▲ Medium} | p – | p –",
        "row: p R3: Rain | p 5 | p 1 | p 5 {● Low} | p – | p –",
    ]


def test_all_likelihoods_and_impacts_are_aligned_alike_and_a_score_stays_with_its_rating() -> None:
    risks = [Risk("Late", "low", 3, residual=Residual(likelihood=1, impact=2)), Risk("Rain", 5, 1)]
    document, _ = numbered(Plan("A plan", council=COUNCIL, sections=[Section("S", [RiskRegister(risks)])]))
    [table] = [one for one in walk.every_block(document.blocks) if isinstance(one, Table)]
    assert [*table.aligns[1:3], *table.aligns[4:6]] == [Align.LEFT] * 4
    assert "6\u00a0▲\u00a0Medium" in walk.texts((table,))


def test_several_risks_stand_in_a_matrix_that_is_told_in_words() -> None:
    risks = [Risk("Money ends", 4, 5), Risk("Late", 2, 3), Risk("Lost", 2, 3)]
    rows = printed(RiskRegister(risks))
    matrix = rows.index("matrix: Likelihood by Impact")
    assert rows[matrix + 1 : matrix + 6] == [
        "● | ▲ | ■ | ■ | ■",
        "● | ▲ | ▲ | ■ | ■ R1",
        "● | ▲ | ▲ | ▲ | ■",
        "● | ● | ▲ R2, R3 | ▲ | ▲",
        "● | ● | ● | ● | ●",
    ]
    assert rows[-1] == (
        "alt: Risks by likelihood and impact. R1: Likelihood 4, Impact 5, High; R2: Likelihood 2, Impact 3, Medium; "
        "R3: Likelihood 2, Impact 3, Medium."
    )
    assert not [row for row in printed(RiskRegister(risks[:1])) if row.startswith("matrix")]


def test_the_house_style_says_where_the_bands_begin() -> None:
    rows = printed(RiskRegister([Risk("Late", 2, 3)]), risks={"medium": "2", "high": "6"})
    assert rows[-1] == "row: p Late | p 2 | p 3 | p 6 {■ High}"
    with pytest.raises(CspDocsError, match="the bands of risks begin at 9 and 6"):
        printed(RiskRegister([Risk("Late", 2, 3)]), risks={"medium": "9", "high": "6"})


def test_likelihood_and_impact_may_be_words_that_are_printed_with_their_number() -> None:
    row = "{risk: Rain, likelihood: probable, impact: Very high, residual: {likelihood: low, impact: 2}}"
    [read] = loads(f"{HEAD}      - risks: [{row}]\n").sections[0].content  # type: ignore[union-attr]
    risk = Risk("Rain", "probable", "Very high", residual=Residual(likelihood="low", impact=2))
    assert read == RiskRegister([risk])
    assert printed(read, terms={"likelihood_4": "Probable"})[1:] == [
        "head: Risk | Likelihood | Impact | Score | Residual likelihood | Residual impact | Residual score",
        "row: p Rain | p Probable (4) | p Very high (5) | p 20 {■ High} | p Low (2) | p Low (2) | p 4 {● Low}",
    ]


def _numbers(likelihood: int | str, impact: int | str, left: Residual | None = None) -> Risk:
    return Risk("R", likelihood, impact, residual=left)


@pytest.mark.parametrize(
    ("risks", "has_words"),
    [
        ([_numbers(4, 5), _numbers(2, 3)], False),
        ([_numbers("high", 5), _numbers(2, 3)], True),
        ([_numbers(4, 5), _numbers(2, "Medium")], True),
        ([_numbers(4, 5, Residual(likelihood=1, impact="low")), _numbers(2, 3)], True),
    ],
)
def test_a_register_has_all_its_levels_in_words_or_none(risks: list[Risk], has_words: bool) -> None:
    rows = [row for row in printed(RiskRegister(risks)) if row.startswith("row")]
    levels = [cell for row in rows for cell in row.split(" | ")[1:3]]
    assert [cell.endswith(")") for cell in levels] == [has_words] * len(levels)


@pytest.mark.parametrize(("left", "codes"), [(11, []), (12, []), (13, ["CSP829"]), (25, ["CSP829"])])
def test_a_risk_that_is_higher_after_its_mitigation_is_a_warning(left: int, codes: list[str]) -> None:
    given = [RiskRegister([Risk("R", "high", 3, residual=left)])]
    document = Plan("T", council="harborough", sections=[Section("S", given)])
    assert [str(found.code) for found in check(document) if found.code is not Code.TABLE_TOO_WIDE] == codes
    pair = Residual(likelihood="very high", impact=left // 5)
    document = Plan(
        "T", council="harborough", sections=[Section("S", [RiskRegister([Risk("R", 2, 5, residual=pair)])])]
    )
    assert [str(found.code) for found in check(document) if found.code is not Code.TABLE_TOO_WIDE] == (
        ["CSP829"] if left // 5 > 2 else []
    )


def test_the_residual_risk_may_be_a_score() -> None:
    row = "{risk: R, likelihood: high, impact: 3, residual: 4}"
    [read] = loads(f"{HEAD}      - risks: [{row}]\n").sections[0].content  # type: ignore[union-attr]
    assert read == RiskRegister([Risk("R", "high", 3, residual=4)])
    assert printed(read)[1:] == [
        "head: Risk | Likelihood | Impact | Score | Residual score",
        "row: p R | p High (4) | p Medium (3) | p 12 {▲ Medium} | p 4 {● Low}",
    ]


def test_a_word_that_is_no_level_is_an_error_that_names_the_words() -> None:
    with pytest.raises(CspDocsError) as raised:
        numbered(loads(f"{HEAD}      - risks: [{{risk: R, likelihood: hihg, impact: 3}}]\n"))
    assert uncoded(raised.value) == (
        'document.yaml:7:39: sections[0].content[0].risks[0].likelihood: "hihg" is not a word for likelihood\n'
        "  hint: write 1 to 5, or Very low, Low, Medium, High, Very high; the terms likelihood_1 to likelihood_5 have "
        "the words"
    )


@pytest.mark.parametrize(
    ("given", "fact"),
    [
        ({"score": 26}, "the residual score is 26"),
        ({"likelihood": 2}, "a residual risk needs a score, or its likelihood and impact"),
        ({"score": 4, "impact": 2}, "a residual risk needs a score, or its likelihood and impact"),
        ({"likelihood": 6, "impact": 2}, "likelihood is 6"),
        ({"likelihood": " ", "impact": 2}, "the likelihood is empty"),
    ],
)
def test_a_residual_risk_is_a_score_or_likelihood_and_impact(given: dict[str, Any], fact: str) -> None:
    with pytest.raises(ModelError, match=fact):
        Residual(**given)


def test_both_are_written_as_lists() -> None:
    plan = loads(
        HEAD
        + "      - actions:\n          - {action: Light, due: 2014-09, rag: red}\n"
        + "      - risks:\n          - {risk: Rain, likelihood: 1, impact: 2}\n"
    )
    [section] = plan.sections
    assert isinstance(section, Section)
    assert section.content == (
        ActionPlan([Action("Light", due=Month(2014, 9), rag="red")]),
        RiskRegister([Risk("Rain", 1, 2)]),
    )


def test_what_is_wrong_is_told_with_its_line() -> None:
    with pytest.raises(CspDocsError) as caught:
        loads(
            HEAD
            + "      - actions:\n          - {lead: Council}\n          - {action: Light, due: 2026-13, rag: red}\n"
            + "      - risks:\n          - {risk: Rain, likelihood: 6, impact: 2}\n"
            + "          - {risk: Hail, impact: 2}\n",
            name="plan.yaml",
        )
    told = [uncoded(problem).partition("\n")[0].partition("content")[2] for problem in caught.value.problems]
    assert told == [
        '[0].actions[0]: the key "action" is missing',
        "[0].actions[1].due: 13 is not a month",
        "[1].risks[0].likelihood: likelihood is 6",
        '[1].risks[1]: the key "likelihood" is missing',
    ]


def test_a_script_is_told_too() -> None:
    with pytest.raises(ModelError, match="an action has no words"):
        Action(" ")
    with pytest.raises(ModelError, match="impact is 0"):
        Risk("Rain", 1, 0)


@pytest.mark.parametrize(("word", "name"), [("complete", "blue"), ("Completed", "blue"), ("Not started", "grey")])
def test_a_word_that_is_printed_for_a_rating_leads_to_its_name(word: str, name: str) -> None:
    with pytest.raises(CspDocsError) as caught:
        loads(HEAD + f"      - performance: {{measures: [{{name: Light, rag: {word}}}]}}\n", name="plan.yaml")
    assert f'the value "{word}" is not known' in str(caught.value)
    assert f"hint: write {name}: " in str(caught.value)
