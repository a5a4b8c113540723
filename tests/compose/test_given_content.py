"""Implications, officers' comments and the council's own fields take content, numbered as the council numbers."""

from __future__ import annotations

import re
import warnings
from typing import Any

import pytest

from csp_docs import (
    Bullets,
    Figure,
    Pending,
    Table,
    cabinet_report,
    check,
    dumps,
    from_dict,
    loads,
    scrutiny_report,
    to_dict,
)
from csp_docs.api import numbered
from csp_docs.errors import Code, CspDocsError, LoadError, Severity
from csp_docs.model import CabinetReport, Meeting
from csp_docs.writers.text import render_text

TABLE = {"table": {"id": "costs", "caption": "Costs", "columns": ["Item", "£"], "rows": [["Cameras", "10,000"]]}}
CONTENT = ["The costs are in {{ ref('costs') }}.", TABLE, ["One.", "Two."], {"numbered": ["First."]}, "More."]
KINDS = ["cabinet_report", "scrutiny_report"]
PLACES = {
    "implications": ("implications", "legal"), "fields": ("fields", "context"),
    "officer_comments": ("officer_comments", "monitoring_officer"),
}  # fmt: skip


def made(kind: str, place: str, given: Any, **layout: Any) -> Any:
    head, name = PLACES[place]
    part = {"fields": name}.get(head, head)
    usual = {
        "cover": ["title"], "header": [], "implications": [{"field": "legal", "label": "Law"}],
        "parts": ["recommendations", {"field": part, "label": "Here"}, "sections"],
        "numbering": {"headings": "1.", "paragraphs": "1.1"},
    }  # fmt: skip
    council = {"council": {"name": "Anytown"}, "layouts": {kind: {**usual, **layout}}}
    keys = {"kind": kind, "council": council, "title": "T", "meeting": {"body": "Cabinet", "date": "2026-03-10"}}
    return from_dict({**keys, "recommendations": ["agree"], head: {name: given}})


def shown(document: Any, *, public: bool = False) -> str:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".*does not print .meeting.")
        return render_text(numbered(document, public=public)[0])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", PLACES)
def test_content_is_printed_where_a_text_would_be(kind: str, place: str) -> None:
    found = shown(made(kind, place, CONTENT))
    last = "p More." if place == "officer_comments" else "p 1.2 More."
    for words in ("Table 1: Costs", "10,000", "• p One.", "1. p First.", last):
        assert words in found
    assert re.search(r"The costs are in .*Table.1", found)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", ["implications", "fields"])
def test_texts_are_numbered_as_the_council_numbers(kind: str, place: str) -> None:
    given = ["First text.", "Second text."]
    assert "p 1.1 First text." in shown(made(kind, place, given))
    assert "p 1.2 Second text." in shown(made(kind, place, given))
    free = shown(made(kind, place, given, numbering={"headings": "no", "paragraphs": "no"}))
    assert "p First text." in free


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("given", ["One text.", ["One.", "Two."], CONTENT, [TABLE], [["a", "b"]]])
def test_what_is_given_is_written_and_read_again(kind: str, place: str, given: Any) -> None:
    document = made(kind, place, given)
    assert loads(dumps(document)) == document
    assert from_dict(to_dict(document)) == document


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("style", ["lines", "stacked", "table"])
def test_a_table_of_the_cover_sheet_holds_words_and_lists_only(place: str, style: str) -> None:
    name = ".".join(PLACES[place]).removeprefix("fields.")
    layout = {
        "cover_style": style,
        "cover": [{"field": name, "label": "Here"}],
        "parts": ["recommendations", "sections"],
    }
    assert "Two." in shown(made("cabinet_report", place, ["One.", ["Two."]], **layout))
    document = made("cabinet_report", place, CONTENT, **layout)
    if style == "table":
        with pytest.raises(CspDocsError, match="cannot contain a table") as caught:
            shown(document)
        assert Code.BLOCK_NOT_HERE in {problem.code for problem in caught.value.problems}
    else:
        assert "Table 1: Costs" in shown(document)


def test_what_is_pending_in_an_implication_is_found() -> None:
    given = [{"pending": {"owner": "The treasurer", "what": "the costs"}}]
    [note] = [p for p in check(made("cabinet_report", "implications", given)) if p.code is Code.PENDING]
    assert note.severity is Severity.NOTE


def test_what_is_not_for_the_public_is_left_out_of_an_implication() -> None:
    given = ["For all.", {"passage": {"access": {"exempt": [3]}, "content": ["Prices."]}}]
    document = made("cabinet_report", "implications", given)
    assert "Prices." in shown(document)
    text = shown(document, public=True)
    assert "Prices." not in text
    assert "For all." in text


def test_an_id_in_an_implication_is_known_once_everywhere() -> None:
    yaml = dumps(made("cabinet_report", "implications", CONTENT))
    twice = yaml.replace("recommendations:", "sections: [{id: costs, title: A, content: [x]}]\nrecommendations:")
    with pytest.raises(LoadError, match='the id "costs" is given twice'):
        loads(twice)


@pytest.mark.parametrize("wrong", [{"a": "b"}, [{"nothing": "x"}], [[]]])
def test_what_is_no_content_is_refused_with_its_place(wrong: Any) -> None:
    with pytest.raises(CspDocsError) as caught:
        made("cabinet_report", "implications", wrong)
    assert all(str(problem.path).startswith("implications.legal") for problem in caught.value.problems)


@pytest.mark.parametrize("builder", [cabinet_report, scrutiny_report])
def test_builders_take_content(builder: Any) -> None:
    table = Table(["Item", "£"], [["Cameras", "10,000"]], id="costs")
    one = builder("T", council="harborough", meeting=Meeting("Cabinet", "2026-03-10"))
    made = (
        one.implications(legal=["Text.", table, Bullets(["a"])])
        .fields(context=[table])
        .officer_comments(monitoring_officer=[Figure(pending=Pending("A", "a map"))])
    )
    assert made.build().implications["legal"][1] is table
    assert made.build().fields["context"] == (table,)
    other = Table(["Item", "£"], [["Lights", "1"]], id="costs")
    assert made.replace(other).build().implications["legal"][1] == other


def test_a_list_in_an_implication_is_checked_in_python() -> None:
    with pytest.raises(CspDocsError, match="this must be a text or a list"):
        CabinetReport("T", council="c", meeting=Meeting("C"), implications={"legal": 5})  # type: ignore[dict-item]
