"""One text where a list of texts is expected: in a file it is a list of one, in a script it is a mistake."""

from __future__ import annotations

from typing import Any, get_args, get_origin

import pytest

from csp_docs import Bullets, check, dumps, from_dict, load, loads
from csp_docs.council.template import CouncilTemplate
from csp_docs.documents.kinds import KINDS
from csp_docs.errors import Code, CspDocsError, LoadError, Problem, Severity
from csp_docs.model.reach import classes_in, types_of
from csp_docs.model.values import Markdown
from csp_docs.reading.structure import structure
from csp_docs.reading.tree import parse

LISTS = {
    f"{cls.__name__}.{name}": kind
    for top in (*KINDS.values(), CouncilTemplate)
    for cls in sorted(classes_in(top), key=lambda cls: cls.__name__)
    for name, kind in types_of(cls).items()
    if get_origin(kind) is tuple and Markdown in (get_args(kind)[0], *get_args(get_args(kind)[0]))
}
"""All keys of all kinds of document, of their blocks and of templates that are lists of words."""
HEAD = "kind: cabinet_report\ncouncil: {council: {name: A}}\ntitle: T\nmeeting: {body: C, date: 2026-03-10}\n"


def read(value: str, kind: Any) -> Any:
    try:
        return structure(parse(f"key: {value}", "a.yaml")[0]["key"], kind, language="en-GB")
    except LoadError as error:
        return [problem.fact for problem in error.problems]


@pytest.mark.parametrize("kind", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("text", ["Some words", "Ashby, Measham", "'a: b'", "'- 149'"])
def test_each_list_of_words_may_be_one_text(kind: Any, text: str) -> None:
    assert read(text, kind) == read(f"[{text if text[0] == chr(39) else repr(text)}]", kind)


def test_there_are_lists_of_each_sort() -> None:
    known = {"CabinetReport.recommendations", "Section.content", "Bullets.items", "Priority.why", "Table.notes"}
    assert known <= LISTS.keys()


def test_numbers_and_things_are_not_lists_of_one() -> None:
    for written in ("access: {exempt: 3}", "contacts: {name: A}", "contacts: A", "sections: {title: A}"):
        with pytest.raises(LoadError):
            loads(f"{HEAD}recommendations: agree\n{written}")


@pytest.mark.parametrize("keys", [{"recommendations": "agree"}, {"recommendations": ["agree"], "wards": "Ashby"}])
def test_a_script_writes_a_list(keys: dict[str, Any]) -> None:
    whole = {"kind": "cabinet_report", "council": {"council": {"name": "A"}}, "title": "T", **keys}
    with pytest.raises(LoadError, match="this must be a list"):
        from_dict({**whole, "meeting": {"body": "C", "date": "2026-03-10"}})
    with pytest.raises(CspDocsError, match="this must be a list"):
        Bullets("agree")  # type: ignore[arg-type]


def notes(yaml: str) -> list[Problem]:
    found = check(loads(f"{HEAD}{yaml}"))
    return [problem for problem in found if problem.code is Code.COMMAS_IN_ONE_ITEM]


@pytest.mark.parametrize(
    ("yaml", "hint"),
    [
        ("recommendations: agree\nwards: Ashby, Measham", "[Ashby, Measham]"),
        ("recommendations: agree\nwards: Ashby, Measham, and Castle Donington", "[Ashby, Measham, Castle Donington]"),
        ("recommendations: agree\nsections: [{title: A, content: [{bullets: 'Thefts, fires'}]}]", "[Thefts, fires]"),
    ],
)
def test_commas_that_may_divide_are_noted(yaml: str, hint: str) -> None:
    [note] = notes(yaml)
    assert note.severity is Severity.NOTE
    assert note.hint.endswith(hint)


@pytest.mark.parametrize(
    "yaml",
    [
        "recommendations: [agree]\nwards: ['Ashby, Measham']",
        "recommendations: agree\nwards:\n  - Ashby, Measham",
        "recommendations: That Cabinet agree the plan, with the changes in paragraph 4, and note it.",
        "recommendations: agree to spend £12,000 on lights",
        "recommendations: agree\nwards: Ashby and Measham",
    ],
)
def test_other_commas_are_not(yaml: str) -> None:
    assert notes(yaml) == []


def test_a_list_of_one_is_kept_and_becomes_a_list_when_more_is_added(tmp_path: Any) -> None:
    path = tmp_path / "report.yaml"
    path.write_text(f"{HEAD}recommendations: agree # yes\nwards: Ashby\n", encoding="utf-8")
    document = load(path)
    assert dumps(document) == path.read_text(encoding="utf-8")
    more = load(path)
    object.__setattr__(more, "wards", ("Ashby", "Measham"))
    assert loads(dumps(more)).wards == ("Ashby", "Measham")  # type: ignore[attr-defined]
    assert "recommendations: agree # yes" in dumps(more)


LISTED = "recommendations: agree\nsections: [{title: A, content: [%s]}]"


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("[x, [[a, b], [c]]]", "[x, [a, b, c]]"),
        ("[x, [[[a]]]]", "[x, [a]]"),
        ("[[a, b], [c]]", "[a, b, c]"),
    ],
)
def test_lists_without_an_item_above_them_add_to_the_list_around_them(written: str, same: str) -> None:
    from csp_docs.api import numbered
    from csp_docs.writers.text import render_text

    one, other = (render_text(numbered(loads(HEAD + LISTED % text))[0]) for text in (written, same))
    assert one == other
