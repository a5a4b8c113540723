"""All formats of a document have the same words in the same order, and carry the fingerprint of these."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from hypothesis import given, settings

from csp_docs import loads, render
from csp_docs.api import numbered
from csp_docs.comparing import html, pdf, word
from csp_docs.comparing.compared import pair
from csp_docs.comparing.reading import Reading
from csp_docs.documents.load import read_file
from csp_docs.model import Access, CabinetReport, CouncilDocument, Landscape, Meeting, Passage, Section
from csp_docs.output.printing import Printing
from csp_docs.writers.words import fingerprint, words_of
from tests import changed_words
from tests.changes_in_files import changed_word_file
from tests.comparing.word_sample import zipped
from tests.random_closed import reports
from tests.random_plans import Author

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
EXAMPLES = sorted(Path("examples").glob("*.yaml"))


def read_all(document: CouncilDocument, *, public: bool = False) -> tuple[Printing, list[Reading]]:
    printing = Printing(*numbered(document, public=public))
    files = word.read("Word", printing.word()), pdf.read("PDF", printing.pdf()), html.read("page", printing.html())
    return printing, list(files)


def assert_same(document: CouncilDocument, *, public: bool = False) -> None:
    """Compare what is read in the files with the words of the tree, and with the fingerprints."""
    printing, readings = read_all(document, public=public)
    own = fingerprint(printing.placed)
    assert [(one.fingerprint, one.stated) for one in readings] == [(own, own)] * 3
    pairs = [pair(readings[0], one) for one in readings[1:]]
    assert all(one.same for one in pairs)
    assert not any("in which cells" in one for both in pairs for one in both.but_for)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_the_files_of_an_example_have_the_same_words(file: Path) -> None:
    assert_same(read_file(file)[0])


@pytest.mark.parametrize("seed", range(8))
def test_the_files_of_a_random_plan_have_the_same_words(seed: int) -> None:
    assert_same(loads(yaml.safe_dump(Author(seed).plan(), allow_unicode=True)))


@settings(max_examples=4)
@given(reports())
def test_the_files_of_both_editions_have_the_same_words(report: CabinetReport) -> None:
    for public in (False, True):
        assert_same(report, public=public)


@pytest.mark.parametrize(
    "access", [Access([1, 7]), Access(confidential=True), Access([3], marking="OFFICIAL\nIN CONFIDENCE\nFOR MEMBERS")]
)
def test_a_marking_of_several_lines_is_the_head_of_a_landscape_page(access: Access) -> None:
    wide = [Section(f"Open {number}", ["Words", Landscape(["Wide"])]) for number in range(4)]
    closed = Section("Prices", [Passage([Landscape(["A price"])], access)])
    council = {"council": {"name": "Anytown Council"}}
    assert_same(CabinetReport("A paper", council=council, sections=[*wide, closed], recommendations=["Agree"],
                              meeting=Meeting("Cabinet", date(2026, 3, 10))))  # fmt: skip


PLAN: dict[str, Any] = {"kind": "plan", "council": "harborough", "title": "Safer", "period": "2026-2029"}
BLOCKS: dict[str, Any] = {
    "notes that are named twice": "One[^a] and 2013[^b] and two[^a].\n\n[^a]: First\n\n[^b]: Second",
    "words that are divided": "https://www.example.gov.uk/a-very-long-address/that-has/to-be-divided/somewhere/in-it/2013/14",
    "a hyphen at the end of a line": " ".join(["anti-social behaviour"] * 40),
    "soft hyphens": " ".join(["anti\u00adsocial"] * 60),
    "small charts": {
        "chart": {
            "type": "line", "by": "district", "caption": "Crimes", "categories": ["2023", "2024"],
            "series": {"Melton": [1, 2], "Blaby": [3, 5], "Oadby": [2, 9]},
        }
    },
    "ratings and dashes": {"table": {"columns": ["a", "b"], "rows": [["–", "{{ 'x' }}"], ["1", "2 12"]]}},
    "words in boxes": {"callout": {"title": "Note", "content": ["text", ["item"]]}},
    "a quotation": {"quote": {"title": "A resident", "content": ["Words"]}},
    "numbered lists that go on": {"numbered": {"style": "(a)", "start": 5, "items": ["one", "two"]}},
    "signs": "• not a bullet · ½ m² ﬁre £5 −3 … “quoted” it’s",
}  # fmt: skip


@pytest.mark.parametrize("name", BLOCKS)
def test_the_files_have_the_same_words_in(name: str) -> None:
    sections = [{"title": "Aims", "content": [BLOCKS[name]]}]
    assert_same(loads(yaml.safe_dump(PLAN | {"sections": sections}, allow_unicode=True)))


def test_an_edited_file_differs_from_its_own_fingerprint() -> None:
    document = loads(yaml.safe_dump(PLAN | {"sections": [{"title": "Aims", "content": ["It fell."]}]}))
    edited, _ = changed_word_file(render(document, "docx"), Random(1))
    assert [word.read("a", data).edited for data in (render(document, "docx"), edited)] == [False, True]


def test_a_changed_chart_is_found_in_files_of_one_format() -> None:
    sections = [{"title": "Aims", "content": [BLOCKS["small charts"]]}]
    document = loads(yaml.safe_dump(PLAN | {"sections": sections}))
    content = render(document, "docx")
    with ZipFile(BytesIO(content)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["word/charts/chart1.xml"] = parts["word/charts/chart1.xml"].replace(b">5<", b">6<")
    whole, changed = word.read("a.docx", content), word.read("b.docx", zipped(parts))
    assert {(one.part, one.other.words) for one in pair(whole, changed).differences} == {("drawings and charts", "6")}
    across = pair(pdf.read("a.pdf", render(document, "pdf")), changed)
    assert (across.same, across.but_for) == (
        True,
        ("the words and numbers in 3 drawings and charts, which were not compared",),
    )


def test_words_and_their_order_make_the_fingerprint() -> None:
    plans = [PLAN | {"sections": [{"title": "Aims", "content": one}]} for one in (["a", "b"], ["b", "a"], ["a b"])]
    blocks = [numbered(loads(yaml.safe_dump(plan)))[0] for plan in plans]
    first, swapped, joined = map(fingerprint, blocks)
    assert first != swapped
    assert first == joined  # where a paragraph ends is not one of the words
    assert len(words_of(blocks[0])[0]) > len(words_of(blocks[2])[0])


def test_changes_are_found_in_each_pair_of_formats() -> None:
    assert changed_words.missed(changed_words.in_word(3, 20)) == []
    assert changed_words.missed(changed_words.in_source(3, 3)) == []
