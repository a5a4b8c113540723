"""No format divides a word with a hyphen of its own: narrow columns divide words where these may be divided."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from attrs import evolve

from csp_docs.blocks import HeaderCell, Paragraph, RowGroup, Text
from csp_docs.theme.theme import Theme
from tests.docx_file import WordFile, find_all, strings
from tests.printing import render_docx, render_pdf
from tests.sample import p, t
from tests.writers.pdf.making import document, table

THEME = Theme()
LONGEST = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
WORDS = ("antidisestablishmentarianism", LONGEST, "responsibilities")
NARROW = evolve(
    table(1, 6),
    head=(tuple(HeaderCell(t(f"head{n}")) for n in range(6)),),
    groups=(RowGroup(((*(((p(word),)) for word in WORDS), (p("x"),), (p("y"),), (p("z"),)),)),),
)
TEXT = document(Paragraph((Text(" ".join(WORDS * 12)),)), NARROW)


@pytest.mark.parametrize("words", WORDS)
def test_no_word_of_the_pdf_has_a_hyphen(words: str) -> None:
    with pdfplumber.open(io.BytesIO(render_pdf(TEXT, THEME))) as pdf:
        printed = "".join(char["text"] for page in pdf.pages for char in page.chars if char["text"] != " ")
    assert printed.count(words) == 13
    assert not {"-", "\u2010", "\u00ad"} & set(printed)


def test_word_does_not_hyphenate() -> None:
    file = WordFile(render_docx(TEXT, THEME))
    assert strings(file.root("word/settings.xml"), "//w:autoHyphenation/@w:val") == ["0"]
    assert find_all(file.body, "//w:softHyphen") == []
