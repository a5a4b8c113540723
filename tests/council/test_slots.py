"""A name in single braces is printed as it is, so layouts refuse it, except for the page numbers of heads and feet."""

from __future__ import annotations

from typing import Any

import pytest

from csp_docs import check
from csp_docs.errors import Code, CspDocsError
from csp_docs.model import CabinetReport, CouncilDocument, Plan
from tests.small import small_report

PLACES: list[dict[str, Any]] = [
    {"running_head": "A {page} %s"},
    {"running_head": {"middle": "%s"}},
    {"running_foot": {"right": "{page}/{pages} %s"}},
    {"first_page": {"running_foot": {"left": "%s"}}},
    {"header": ["A %s"]},
    {"header": [{"field": "title", "label": "%s"}]},
    {"cover": [{"text": "%s"}]},
    {"cover": [{"row": [{"field": "title", "label": "%s"}, {"text": "Words"}]}]},
    {"cover": [{"heading": "%s"}, {"field": "title"}]},
]


def filled(given: Any, words: str) -> Any:
    """Return keys with ``words`` in their place."""
    match given:
        case dict():
            return {name: filled(value, words) for name, value in given.items()}
        case list():
            return [filled(value, words) for value in given]
    return given.replace("%s", words) if isinstance(given, str) else given


def report(place: dict[str, Any], words: str) -> CabinetReport:
    return small_report(layouts={"cabinet_report": filled(place, words)})


def faults(document: CouncilDocument) -> list[tuple[Code, str, str]]:
    try:
        found = check(document)
    except CspDocsError as error:
        found = list(error.findings)
    return [(one.code, one.fact, one.hint) for one in found if one.code is Code.UNKNOWN_PLACEHOLDER]


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_an_unknown_name_in_braces_is_an_error_that_names_those_that_are_known(place: dict[str, Any]) -> None:
    [(_, fact, hint)] = faults(report(place, "{status}"))
    assert fact == '"{status}" is not a known placeholder'
    assert hint.endswith("for a field of the document, write {{ status }}")
    assert ("it may have {page} and {pages}" in hint) == ("running" in str(place))


@pytest.mark.parametrize("words", ["{{ title }}", "{ a }", "a {", "}", r"\{title\}", "{{ 'a {b} c' }}"])
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_expressions_and_other_braces_are_words(place: dict[str, Any], words: str) -> None:
    assert faults(report(place, words)) == []


def test_a_line_of_the_cover_of_a_plan_too() -> None:
    layouts = {"plan": {"cover": ["title", {"text": "{version}"}]}}
    [(_, _, hint)] = faults(Plan("T", council={"council": {"name": "X"}}, layouts=layouts))
    assert hint == "for a field of the document, write {{ version }}"
