"""A text that is given but empty is an error where the paper would be printed without what the text is for."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import fields

from csp_docs import check, from_dict
from csp_docs.errors import Code, CspDocsError
from csp_docs.model import Access

PAPER = {
    "kind": "cabinet_report",
    "title": "T",
    "meeting": {"body": "Cabinet", "date": "2026-01-05"},
    "recommendations": ["agree"],
}
CLOSED = {"exempt": [3], "reason": "Prices"}


def council(logo: Any = None, **layout: Any) -> dict[str, Any]:
    given = {"name": "Anytown", **({"logo": logo} if logo is not None else {})}
    return {"council": given, "layouts": {"cabinet_report": {"parts": ["recommendations"], **layout}}}


def faults(**keys: Any) -> list[tuple[Code, str]]:
    """Return the code and the place of each fault of a paper with these ``keys``."""
    try:
        found = check(from_dict({"council": council(), **PAPER, **keys}))
    except CspDocsError as error:
        found = list(error.findings)
    return [(finding.code, finding.path) for finding in found]


@pytest.mark.parametrize("empty", ["", " ", "\n"])
@pytest.mark.parametrize("name", [field.name for field in fields(Access) if field.default == ""])
def test_no_text_of_access_may_be_empty(name: str, empty: str) -> None:
    """The paper would have no marking, or the public edition would have other words than the author thinks."""
    assert faults(access={**CLOSED, name: empty}) == [(Code.EMPTY_TEXT, f"access.{name}")]


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ({"council": council("")}, "council.council.logo"),
        ({"council": council({"file": ""})}, "council.council.logo.file"),
        ({"council": council({"file": "a.png", "alt": ""})}, "council.council.logo.alt"),
        ({"council": council(header=[""])}, "council.layouts.cabinet_report.header[0]"),
        ({"council": council(header=[{"text": " "}])}, "council.layouts.cabinet_report.header[0].text"),
        ({"council": council(header=[{"field": ""}])}, "council.layouts.cabinet_report.header[0].field"),
        ({"council": council(cover=[{"heading": ""}])}, "council.layouts.cabinet_report.cover[0].heading"),
        ({"council": council(cover=[{"text": "", "label": "L"}])}, "council.layouts.cabinet_report.cover[0].text"),
        ({"appendices": [{"title": "A", "label": "", "content": ["x"]}]}, "appendices[0].label"),
        ({"appendices": [{"title": "A", "content": ["x"], "access": {"marking": ""}}]}, "appendices[0].access.marking"),
    ],
)
def test_a_text_that_is_given_has_words(keys: dict[str, Any], place: str) -> None:
    [(code, found)] = [fault for fault in faults(**keys) if fault[0] is Code.EMPTY_TEXT]
    assert found.startswith(place.rsplit(".", 1)[0])
    assert code is Code.EMPTY_TEXT


def test_a_text_that_prints_nothing_on_purpose_may_be_empty() -> None:
    """A template may say that a head has no words, or that a row has no label."""
    layout = council(running_head="", cover=[{"field": "title", "label": ""}])
    assert [code for code, _ in faults(council=layout) if code is Code.EMPTY_TEXT] == []
