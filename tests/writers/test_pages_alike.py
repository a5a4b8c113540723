"""Blocks with pages of their own, nested in any way: Word and PDF have the same words on the same pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import count

import pdfplumber
import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs.blocks import Appendix, Block, Cover, CoverLine, CoverRole, Embedded, Landscape, Part, Section
from csp_docs.theme.theme import Theme
from tests.docx_file import W, WordFile, find_all, strings, text
from tests.plan_sample import plan
from tests.printing import render_docx, render_pdf
from tests.sample import p, t
from tests.writers.word.plans import resolved

WORD = re.compile(r"zq\d+zq")
MARK = re.compile(r"mark\d")


@frozen
class _Around:
    """What a block is in: turned pages, and parts with a marking."""

    turned: bool = False
    marking: str = ""


class _Author:
    """Writes blocks by what ``draw`` chooses; each of their words is found nowhere else."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw, self.numbers = draw, count(1)

    def word(self) -> str:
        return f"zq{next(self.numbers)}zq"

    def document(self) -> tuple[Block, ...]:
        appendices = [self.appendix(2) for _ in range(self.draw(st.integers(0, 2)))]
        return (*self.blocks(3, _Around()), *appendices)

    def appendix(self, depth: int) -> Appendix:
        if depth and self.draw(st.booleans()):
            cover = (Cover((CoverLine(CoverRole.TITLE, t(self.word())),)),) if self.draw(st.booleans()) else ()
            inner = evolve(plan(), title="Inner", marking="mark0", blocks=(*cover, *self.blocks(2, _Around())))
            return Appendix(t(self.word()), (Embedded(inner),))
        return Appendix(t(self.word()), self.blocks(2, _Around()))

    def blocks(self, depth: int, around: _Around) -> tuple[Block, ...]:
        return tuple(self.block(depth, around) for _ in range(self.draw(st.integers(1, 2))))

    def block(self, depth: int, around: _Around) -> Block:
        kinds = ["text", "section", "part", *([] if around.turned else ["turned"])] if depth else ["text"]
        match self.draw(st.sampled_from(kinds)):
            case "section":
                return Section(t(self.word()), self.blocks(depth - 1, around))
            case "part":
                mark = f"mark{self.draw(st.integers(1, 2))}"  # a part in another one has the marking of both
                marking = around.marking if mark in around.marking else f"{around.marking} {mark}".strip()
                return Part(self.blocks(depth - 1, evolve(around, marking=marking)), marking, None)
            case "turned":
                return Landscape(self.blocks(depth - 1, evolve(around, turned=True)))
        return p(self.word())


@st.composite
def documents(draw: st.DrawFn) -> tuple[Block, ...]:
    return _Author(draw).document()


CASES = {
    "a part that begins turned pages": (Section(t("zq1zq"), (Landscape((Part((p("zq2zq"),), "mark1", None),)),)),),
    "turned pages that begin a part": (Section(t("zq1zq"), (Part((Landscape((p("zq2zq"),)),), "mark1", None),)),),
    "of an appendix": (Appendix(t("zq1zq"), (Landscape((Part((p("zq2zq"),), "mark1", None), p("zq3zq"))),)),),
    "of a document in an appendix": (
        Appendix(
            t("zq1zq"),
            (Embedded(evolve(plan(), marking="mark0", blocks=(Section(t("zq2zq"), (Landscape((p("zq3zq"),)),)),))),),
        ),
    ),
}


@pytest.mark.parametrize("blocks", CASES.values(), ids=CASES)
def test_a_heading_is_on_the_first_page_of_what_begins_below_it(blocks: tuple[Block, ...]) -> None:
    check(blocks)


@settings(max_examples=30, deadline=None)
@given(documents())
def test_word_and_pdf_have_the_same_words_on_the_same_pages(blocks: tuple[Block, ...]) -> None:
    check(blocks)


def check(blocks: tuple[Block, ...]) -> None:
    document = resolved(*blocks, watermark="")
    printed = list(_pdf_pages(render_pdf(document, Theme())))
    assert list(_word_pages(WordFile(render_docx(document, Theme())))) == printed
    assert [] not in [words for _, _, words in printed]


def _pdf_pages(data: bytes) -> Iterator[tuple[bool, list[str], list[str]]]:
    """Yield for each page whether it is turned, how it is marked, and its words."""
    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            words = page.extract_text()
            yield page.width > page.height, MARK.findall(words), WORD.findall(words)


def _word_pages(file: WordFile) -> Iterator[tuple[bool, list[str], list[str]]]:
    pages: list[list[str]] = []
    new = True
    for element in file.body[0]:
        if element.tag == W + "sectPr":
            yield from _of_section(file, element, pages)
            return
        if new or any(own.find(W + "pageBreakBefore") is not None for own in file.style_chain(element)):
            pages.append([])
        pages[-1] += WORD.findall(text(element))
        new = False
        for section in find_all(element, "w:pPr/w:sectPr"):
            yield from _of_section(file, section, pages)
            pages, new = [], True


def _of_section(file: WordFile, section: object, pages: list[list[str]]) -> Iterator[tuple[bool, list[str], list[str]]]:
    turned = bool(strings(section, "w:pgSz/@w:orient"))  # type: ignore[arg-type]
    relations = file.parts["word/_rels/document.xml.rels"].decode()
    [name] = strings(section, "w:headerReference[@w:type='default']/@r:id")  # type: ignore[arg-type]
    tag = next(tag for tag in re.findall("<Relationship [^>]*>", relations) if f'Id="{name}"' in tag)
    [target] = re.findall(r'Target="([^"]+)"', tag)
    marks = MARK.findall(" ".join(map(text, file.root(f"word/{target}"))))
    yield from ((turned, marks, words) for words in pages)
