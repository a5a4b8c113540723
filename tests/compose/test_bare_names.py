"""A text that is only the name of a block is reported, by every door; words that only look like one are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from csp_docs import (
    BlankPage,
    Bullets,
    Callout,
    Grid,
    GridCell,
    HighlightReport,
    Landscape,
    Numbered,
    PageBreak,
    check,
    highlight_report,
    loads,
)
from csp_docs.errors import Code, Severity
from csp_docs.reading.blocks import BLOCKS

COUNCIL = {"council": {"name": "A"}}
CODED = sorted(name for name in BLOCKS if "_" in name)
NEVER_WORDS = [
    *CODED, *(name.replace("_", " ") for name in CODED), *(name.replace("_", "-") for name in CODED), "Page break",
    "PAGE BREAK", "PageBreak", "pagebreak", "[page break]", "--- page break ---", "page_breaks", "page_brake",
    "blankpage", " page_break ",
]  # fmt: skip
MAYBE_WORDS = sorted(name for name in BLOCKS if "_" not in name)
WORDS = [
    "Table", "Chart", "Risks", "Landscape", "Page break.", "Blank page.", "The page break", "a table", "tables",
    "quotes", "Page breaks", "hot_spots", "Performance", "table: 5", "Contents", "contents",
]  # fmt: skip


def found(*content: object) -> list[Severity]:
    document = HighlightReport("T", council=COUNCIL, position=content)  # type: ignore[arg-type]
    return [problem.severity for problem in check(document) if problem.code is Code.BLOCK_NAME_ALONE]


@pytest.mark.parametrize("text", NEVER_WORDS)
def test_a_name_that_is_never_words(text: str) -> None:
    assert found(text) == [Severity.ERROR]


@pytest.mark.parametrize("text", MAYBE_WORDS)
def test_a_name_that_may_be_a_word(text: str) -> None:
    assert found(text) == [Severity.WARNING]
    assert found(Bullets([text])) == []


@pytest.mark.parametrize("text", WORDS)
def test_words_are_words(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "around",
    [
        lambda text: Bullets([text]),
        lambda text: Numbered(["x", [text]]),
        lambda text: Callout([text]),
        lambda text: Grid([GridCell(content=[text])]),
        lambda text: Landscape([text]),
        lambda text: Callout([Bullets([text])]),
    ],
    ids=["bullets", "numbered", "callout", "grid", "landscape", "bullets in a box"],
)
def test_everywhere(around: Callable[[str], object]) -> None:
    assert found(around("page_break")) == [Severity.ERROR]


def test_each_door_has_its_hint() -> None:
    yaml = "kind: highlight_report\ncouncil: {council: {name: A}}\ntitle: T\nposition: [page_break, list_of, table]"
    read = [f"{found.line}:{found.column} {found.hint}" for found in check(loads(yaml, "a.yaml"))]
    assert read == [
        "4:24 write `list_of: priorities`, or the name of another list",
        "4:33 write `table: …` with its content, or begin it with a capital letter if it is words",
    ]
    built = highlight_report("T", council=COUNCIL).position("page_break", "table").build()
    assert [found.hint for found in check(built)] == [
        "write PageBreak()",
        "write Table(…), or begin it with a capital letter if it is words",
    ]
    plan = "kind: plan\ncouncil: {council: {name: A}}\ntitle: T\nsections: [{title: A, content: [contents]}]"
    (alone,) = (found for found in check(loads(plan)) if found.code is Code.BLOCK_NAME_ALONE)
    assert alone.hint.startswith("write `contents: yes`")


@pytest.mark.parametrize(("name", "block"), [("page_break", PageBreak()), ("blank_page", BlankPage())])
def test_a_block_that_is_only_its_name_needs_no_yes(name: str, block: object) -> None:
    report = loads(f"kind: highlight_report\ncouncil: {{council: {{name: A}}}}\ntitle: T\nposition: [a, {name}, b]")
    assert isinstance(report, HighlightReport)
    assert report.position == ("a", block, "b")
    assert not [found for found in check(report) if found.code is Code.BLOCK_NAME_ALONE]
