"""Reports of random parts: the public edition has their numbers and no closed words; the whole edition marks these."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from csp_docs import check, render
from csp_docs.api import numbered
from csp_docs.blocks import Block, Contents, Section
from csp_docs.blocks.walk import every_block
from csp_docs.errors import Code
from csp_docs.model import CabinetReport
from csp_docs.writers.text import render_text
from tests.docx_file import WordFile, strings
from tests.random_closed import reports
from tests.tagtree import Tag, read

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
MARKING = re.compile("Not for publication: ")
OPEN, CLOSED = re.compile(r"open\d+x"), re.compile(rf"zq\d+x|{MARKING.pattern}")


@settings(max_examples=25)
@given(reports())
def test_what_is_left_has_the_numbers_of_the_whole_edition(report: CabinetReport) -> None:
    whole, public = (render_text(numbered(report, public=public)[0]) for public in (False, True))
    assert _open_lines(public.splitlines()) == _open_lines(whole.splitlines())
    assert "zq" not in public


@settings(max_examples=25)
@given(reports())
def test_nothing_is_wrong_with_the_public_edition_alone(report: CabinetReport) -> None:
    whole, public = ({f.code for f in check(report, public=public)} for public in (False, True))
    assert public - whole <= {Code.NOTHING_LEFT_OUT}


@settings(max_examples=25)
@given(reports())
def test_no_heading_of_the_public_edition_is_over_nothing(report: CabinetReport) -> None:
    whole, public = (every_block(numbered(report, public=public)[0].blocks) for public in (False, True))
    assert _over_nothing(public) == _over_nothing(whole)


def _over_nothing(blocks: list[Block]) -> int:
    """Return how many headings have nothing below them: a list that names nothing is a warning."""
    sections = sum(isinstance(block, Section) and not block.blocks for block in blocks)
    return sections + sum(isinstance(block, Contents) and not block.entries for block in blocks)


def _open_lines(lines: list[str]) -> list[str]:
    return [line.strip() for line in lines if OPEN.search(line) and not line.strip().startswith("alt:")]


@settings(max_examples=6)
@given(reports())
def test_word_counts_to_the_same_numbers_in_both_editions(report: CabinetReport) -> None:
    whole, public = (WordFile(render(report, "docx", public=public)) for public in (False, True))
    assert _counted(public) == _counted(whole)


def _counted(file: WordFile) -> list[str]:
    """Return the lines with open words, without entries of contents, which have pages, and the marks of notes."""
    texts = zip(file.paragraphs(), file.numbered_texts(), strict=True)
    lines = [
        words for paragraph, words in texts if "PAGEREF" not in "".join(strings(paragraph, ".//w:instrText/text()"))
    ]
    return [re.sub(r"\.\d+$", ".", line) for line in _open_lines(lines) if not re.search(r"x\d+$", line)]


@settings(max_examples=6)
@given(reports())
def test_each_page_of_the_whole_edition_is_marked_if_something_on_it_is_closed(report: CabinetReport) -> None:
    tagged = read(render(report, "pdf"))
    words = _words(tagged.root)
    for page, artifacts in enumerate(tagged.artifacts):
        here = {word for word, place in words if place == page}
        marked = bool(MARKING.search(" ".join(artifacts)))
        if any(CLOSED.search(word) for word in here):
            assert marked
        elif here:
            assert not marked


def _words(tag: Tag) -> list[tuple[str, int]]:
    """Return the words of the body and the page of each; contents and cover sheet name what is elsewhere."""
    if tag.name == "TOC" or (tag.name == "Table" and "Report title" in tag.text()):
        return []
    own = [
        (word, min(tag.pages))
        for kid in tag.kids
        if isinstance(kid, str)
        for word in re.findall(rf"{OPEN.pattern}|{CLOSED.pattern}", kid)
    ]
    return own + [found for kid in tag.kids if isinstance(kid, Tag) for found in _words(kid)]
