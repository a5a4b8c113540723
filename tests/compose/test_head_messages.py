"""What is wrong at the head of a paper, and a hint that is right for that place."""

from __future__ import annotations

import pytest
from yaml import safe_load

from csp_docs import check, loads
from csp_docs.api import numbered
from csp_docs.errors import CspDocsError
from csp_docs.writers.text import render_text

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
HEAD = "title: T\nmeeting: {body: P, date: 2026-01-05}\nrecommendations: [one]\n"


def said(layout: str, more: str = HEAD, kind: str = "cabinet_report", formats: str = "") -> list[tuple[str, str]]:
    """Return the fact and the hint of each problem of a paper with this layout."""
    template = f"{{council: {{name: X}}{formats}, layouts: {{{kind}: {{{layout}}}}}}}"
    try:
        found = check(loads(f"kind: {kind}\ncouncil: {template}\n{more}"))
    except CspDocsError as error:
        found = list(error.findings)
    return [(one.fact, one.hint) for one in found]


PLAN = "title: T\nperiod: 2026-2029\nsections: [{title: A, content: [x]}]\n"
MEASURES = "title: T\nposition:\n- performance: {columns: %s, measures: [{name: A, current: 10, baseline: 5}]}\n"


@pytest.mark.parametrize(
    ("layout", "fact", "hint"),
    [
        ("header: [{text: ''}]", 'the key "text" is empty', "give it words"),
        ("header: ['{{ council.logo }}']", "cannot print the logo", "`logo: left`"),
        ("header: [{field: council.logo}]", "cannot print the logo", "`logo: left`"),
        ("cover: [council.logo, title]", "cannot print the logo", "`logo: left`"),
        ("cover: [{text: '{{ council.logo }}'}]", "cannot print the logo", "`logo: left`"),
        ("cover: [{row: [title]}]", "the row has 1 field", "two or three fields"),
        ("cover: [{row: [title, status, wards, version]}]", "the row has 4 fields", "two or three fields"),
        ("running_head: [a]", "a text, or keys with values, not a list", "known keys: left, middle, right"),
        ("running_head: {centre: a}", 'the key "centre" is not known', "known keys: left, middle, right"),
    ],
)
def test_a_layout_is_refused_with_a_hint_that_is_right_there(layout: str, fact: str, hint: str) -> None:
    [problem] = [problem for problem in said(layout) if fact in problem[0]]
    assert hint in problem[1]


@pytest.mark.parametrize("name", ["access", "contacts", "status", "version", "wards"])
@pytest.mark.parametrize("place", ["header: ['%s']", "cover: [{text: '%s'}]", "running_head: '%s'"])
def test_the_hint_for_a_misspelt_name_knows_the_fields_that_these_lines_can_print(place: str, name: str) -> None:
    wrong = f"{name[:2]}x{name[2:]}"
    [(_, hint)] = [found for found in said(place % f"{{{{ {wrong} }}}} {{{{ title }}}}") if f'"{wrong}"' in found[0]]
    assert hint.startswith(f'did you mean "{name}"?')


def test_a_plan_may_have_a_text_as_its_running_head() -> None:
    [(fact, _)] = said("running_head: [a]", PLAN, "plan")
    assert "a text, or keys with values" in fact


@pytest.mark.parametrize(("answer", "printed"), [("key: yes", "Yes"), ("key: no", "No"), ("financial: yes", "Yes")])
def test_a_line_prints_whether_a_decision_is_a_key_decision(answer: str, printed: str) -> None:
    given = safe_load("{council: {name: X}, layouts: {cabinet_report: {header: ['Key: {{ key_decision }}']}}}")
    text = f"kind: cabinet_report\ncouncil: {given}\n{HEAD}key_decision: {{{answer}}}\n"
    assert f"Key: {printed}" in render_text(numbered(loads(text.replace("'yes'", "yes")))[0])


@pytest.mark.parametrize(
    ("keys", "name", "printed"),
    [
        ("options: [{title: Wait, assessment: x}, {title: Act, assessment: y}]", "options", "Wait, Act"),
        ("background_papers: [{title: The survey}]", "background_papers", "The survey"),
        ("appendices: [{title: Prices, content: [x]}]", "appendices", "Prices"),
    ],
)
def test_a_line_prints_the_titles_of_what_has_titles(keys: str, name: str, printed: str) -> None:
    given = {"council": {"name": "X"}, "layouts": {"cabinet_report": {"header": [f"Here: {{{{ {name} }}}}"]}}}
    text = f"kind: cabinet_report\ncouncil: {given}\n{HEAD}{keys}\n"
    assert f"Here: {printed}" in render_text(numbered(loads(text))[0])


def test_what_is_given_but_cannot_be_on_a_line_is_not_called_empty() -> None:
    found = said("header: ['{{ sections }} {{ wards }}']", HEAD + "sections: [{title: A, content: [x]}]\n")
    facts = [fact for fact, _ in found]
    assert '"{{ sections }}": its value is not text or a number' in facts
    assert '"{{ wards }}": it has no value' in facts


@pytest.mark.parametrize(
    ("field", "keys"),
    [
        ("sections", "sections: [{title: A, content: [x]}]"),
        ("implications", "implications: {legal: None.}"),
        ("fields.staff", "fields: {staff: [{table: {columns: [A], rows: [[b]]}}]}"),
    ],
)
def test_a_field_that_does_not_fit_on_a_line_is_not_dropped_in_silence(field: str, keys: str) -> None:
    facts = [fact for fact, _ in said(f"header: [{{field: {field}}}]", f"{HEAD}{keys}\n")]
    assert f'"{field}" cannot be printed on a line' in facts


def test_a_date_in_capitals_is_recognised() -> None:
    [(_, hint)] = said("", formats=", formats: {date: DD/MM/YYYY}")
    assert hint.startswith('did you mean "dd/mm/yyyy"?')


def test_the_date_of_a_meeting_may_be_words() -> None:
    [(_, hint)] = said("", HEAD.replace("2026-01-05", "18/07/2024"))
    assert hint == 'write year, month and day in figures, or "to be confirmed"'


@pytest.mark.parametrize("field", ["change", "difference", "direction"])
def test_a_comparison_that_is_a_text_is_named_with_both_of_its_keys(field: str) -> None:
    [(fact, hint)] = said("", MEASURES % f"[name, {{{field}: baseline}}]", "highlight_report")
    assert fact == 'this must be keys with values, not the text "baseline"'
    assert f"write {{{field}: {{on: baseline}}}}, or {{{field}: {{of: baseline}}}}" in hint
    assert said("", MEASURES % f"[name, {{{field}: {{on: baseline}}}}]", "highlight_report") == []


def test_one_hint_has_all_figures_that_are_named_freely() -> None:
    given = "title: T\nperformance: {measures: [{name: A, q1: 10, q2: 12, q3: 9, q4: '[x]'}]}\n"
    hints = {hint.partition(";")[0] for _, hint in said("", given, "highlight_report")}
    assert hints == {"write it as periods: {q1: 10, q2: 12, q3: 9, q4: [x]}"}


def test_an_open_paper_may_have_no_words_for_its_access() -> None:
    """The default template has none: a line with the field is left out, and an expression has no value."""
    assert [fact for fact, _ in said("header: [{field: access}]") if "access" in fact] == []
    assert '"{{ access }}": it has no value' in [fact for fact, _ in said("header: ['{{ access }}']")]
