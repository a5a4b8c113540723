"""The words of others are printed exactly as they are given, in both formats."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from csp_docs import Facts, Lines, Table, cabinet_report, callout, literal, save
from csp_docs.blocks import LineBreak, Paragraph, Text
from csp_docs.text.expressions import Scope
from csp_docs.text.markup import blocks, check, inlines, paragraphs
from tests.docx_file import WordFile, text
from tests.small import COUNCIL, MEETING

WORDS = (
    "Visits were made 5 * 3 times and *all* went well.", "# 1 priority", "Use {{name}} here", "{% if %} {# no #}",
    "<b>£500</b> & >£20 &amp;", "1. Introduction", "| a | b |", "snake_case and __init__", "[see below](x)", "[^1]",
    "https://example.org/a_b_c", "~~struck~~ `code`", "---", "===", "> quoted", "- bullet", "+ 149", "- 149", "-5",
    "It's \"so\", 2019-2024, 5-10% and 10 km", "C:\\temp\\new", "'90s", "a__b__", "1) x", "***", "!", "[x]: y", "=",
)  # fmt: skip
SCOPE = Scope({}, {})
PLACES = 8
"""In how many places the words are printed, without those where poppler takes a hyphen at a line's end for its own."""


@pytest.mark.parametrize("words", WORDS)
def test_literal_words_are_one_text(words: str) -> None:
    given = literal(words)
    assert check(given) == ()
    for read in (blocks, paragraphs):
        assert read(given, SCOPE) == ((Paragraph((Text(words),)),), ())
    assert inlines(given, SCOPE) == ((Text(words),), ())


@pytest.mark.parametrize("words", WORDS)
def test_literal_words_are_part_of_a_longer_text(words: str) -> None:
    found, problems = blocks(f"It's said:\n\n{literal(words)}\n\n- **so** {literal(words)}\n- more", SCOPE)
    assert problems == ()
    first, second, listed = found
    assert (first, second) == (Paragraph((Text("It’s said:"),)), Paragraph((Text(words),)))
    assert listed.items[0][0].inlines[1] == Text(f" {words}")  # type: ignore[union-attr]


def test_lines_stay_lines_and_are_never_marks() -> None:
    first, second = blocks(literal("Line one\r\n- two\u2028# three\r\n\r\n \n1. Para two\n"), SCOPE)[0]
    assert first == Paragraph((Text("Line one"), LineBreak(), Text("- two"), LineBreak(), Text("# three")))
    assert second == Paragraph((Text("1. Para two"),))


@pytest.mark.parametrize("words", ["", " ", "\n\n"])
def test_no_words_are_an_empty_text(words: str) -> None:
    assert literal(words) == ""


def squeezed(words: str) -> str:
    return "".join(words.split())


def test_both_formats_print_them(tmp_path: Path, pdf_text: Callable[..., str]) -> None:
    """In cells, facts, lines, items, titles, fields and a longer text."""
    given = [literal(words) for words in WORDS]
    report = cabinet_report("Words", council=COUNCIL, meeting=MEETING).recommend(*given)
    report = report.implications(financial="\n\n".join(given))
    for each, name in zip(given, range(len(given)), strict=True):
        body: tuple[Any, ...] = (
            each,
            [each],
            callout(each),
            Lines([each]),
            Facts({each: each}),
            Table([each], [[each]], caption=each),
        )
        report = report.section(f"{name}: {each}", *body)
    files = save(report, tmp_path / "words.docx", tmp_path / "words.pdf")
    word = WordFile(files[0].read_bytes())
    shown = {"docx": "".join(map(text, word.paragraphs())), "pdf": pdf_text(files[1])}
    for format_, printed in shown.items():
        for words in WORDS:
            assert squeezed(printed).count(squeezed(words)) >= PLACES, (format_, words)
