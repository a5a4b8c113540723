"""Publications end to end: examples, skeleton and real ones, from YAML to files judged and read back."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from math import ceil
from pathlib import Path

import pytest
from click.testing import CliRunner
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs import load
from csp_docs.api import numbered
from csp_docs.blocks import Document
from csp_docs.cli import main
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.contents import with_pages
from csp_docs.writers.text import render_text
from tests import tagtree
from tests.docx_file import WordFile, find_all, text
from tests.judges.tools import SHARED
from tests.printing import page_map
from tests.writers.pdf.reading import spoken
from tests.writers.pdf.test_tags import all_heard, heard

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "plan.yaml"
ASSESSMENT = ROOT / "examples" / "strategic_assessment.yaml"
SKELETON = ROOT / "templates" / "documents" / "new_plan.yaml"
CASES = SHARED / "cases"
DRAFT_OF_2011 = CASES / "000-harborough-plan-2011.yaml"
REAL = [
    DRAFT_OF_2011,
    CASES / "003-harborough-plan-2020.yaml",
    CASES / "002-nwl-strategy-2013.yaml",
    CASES / "002-nwl-cabinet-2013.yaml",
    CASES / "004-harborough-assessment-2011.yaml",
]
OURS = [EXAMPLE, ASSESSMENT, SKELETON]
STRATEGY_BEGINS = "\nSafer North West\nPartnership\n"
"""The line of the cabinet's papers at which the report ends and its appendix, the strategy, begins."""

_FURNITURE = re.compile(r"^ +Harborough Community Safety Partnership *\nStrategic Assessment 2010/11 *$", re.MULTILINE)
"""The running head of one page, which was stored with the text of the assessment."""

Built = Callable[[Path], dict[str, Path]]
WordsKept = Callable[[str, str], tuple[float, list[str]]]
Place = tuple[str, int]
"""The words of a heading without spaces, and the page where it is, from 1."""

needs_shared = pytest.mark.needs("shared")
real = pytest.mark.parametrize("source", REAL, ids=lambda path: path.stem)
every = pytest.mark.parametrize(
    "source", [*OURS, *(pytest.param(path, marks=needs_shared) for path in REAL)], ids=lambda path: path.stem
)
with_contents = pytest.mark.parametrize(
    "source", [*OURS, pytest.param(DRAFT_OF_2011, marks=needs_shared)], ids=lambda path: path.stem
)


@pytest.fixture(scope="module")
def sources() -> list[Path]:
    return OURS + [path for path in REAL if path.exists()]


def blocks_of(source: Path) -> Document:
    document, _ = numbered(load(source))
    return document


def original(source: Path) -> str:
    """The text that a real document was written from."""
    [seed] = (SHARED / "seeds").glob(f"{source.name[:3]}_*.txt")
    words = _FURNITURE.sub("", seed.read_text(encoding="utf-8")).replace("Table1", "Table 1")  # a reference has a space
    return words.split(STRATEGY_BEGINS)[1] if source.stem == "002-nwl-strategy-2013" else words


def squeezed(words: str) -> str:
    return "".join(words.split())


HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


def headings(pdf: Path, *names: str) -> list[Place]:
    """The headings of a tagged PDF, and other elements so named, with the pages where they are."""
    tags = tagtree.read(pdf.read_bytes()).root.all(*HEADINGS, *names)
    return [(squeezed(without_notes(tag)), min(tag.pages) + 1) for tag in tags]


def without_notes(tag: tagtree.Tag) -> str:
    """The words of a tag, but for the mark and the words of a note."""
    kids = (kid for kid in tag.kids if isinstance(kid, str) or kid.name not in ("Reference", "Note"))
    return "".join(kid if isinstance(kid, str) else without_notes(kid) for kid in kids)


def entries(pdf: Path) -> list[Place]:
    """The lines of a PDF's contents: each heading with the page number after it."""
    lines = [next(tag.all("Link")).text() for tag in tagtree.read(pdf.read_bytes()).root.all("TOCI")]
    found = [line.rsplit(maxsplit=1) for line in lines]
    return [(squeezed(words), int(page)) for words, page in found]


@pytest.mark.parametrize("source", OURS, ids=lambda path: path.stem)
def test_a_publication_becomes_these_blocks(source: Path, file_regression: FileRegressionFixture) -> None:
    file_regression.check(render_text(blocks_of(source)))


@real
@needs_shared
def test_the_words_of_a_real_publication_stand_whole_and_in_order_in_word(
    source: Path, built: Built, words_kept: WordsKept, pandoc_text: Callable[..., str]
) -> None:
    share, lost = words_kept(original(source), pandoc_text(built(source)["docx"], notes="block"))
    assert share >= 0.995, "\n".join(lost)


@real
@needs_shared
def test_the_words_of_a_real_publication_are_heard_whole_and_in_order_in_the_pdf(
    source: Path, built: Built, words_kept: WordsKept
) -> None:
    share, lost = words_kept(original(source), "\n".join(heard(tagtree.read(built(source)["pdf"].read_bytes()).root)))
    assert share >= 0.995, "\n".join(lost)


@every
def test_the_tags_say_what_the_blocks_say_and_nothing_stands_outside(source: Path) -> None:
    document = blocks_of(source)
    shown = with_pages(document, page_map(document, Theme()))
    assert all_heard(document) == spoken(shown)


def test_judges_find_nothing(
    sources: list[Path],
    built: Built,
    verapdf: Callable[..., list[str]],
    ooxml_schemas: Callable[..., list[str]],
    openxml_audit: Callable[[Path], list[str]],
) -> None:
    files = [built(source) for source in sources]
    assert verapdf([file["pdf"] for file in files]) == []
    assert ooxml_schemas([file["docx"] for file in files]) == []
    assert [fault for file in files for fault in openxml_audit(file["docx"])] == []


@with_contents
def test_the_contents_name_the_pages_where_headings_and_captions_stand(source: Path, built: Built) -> None:
    pdf = built(source)["pdf"]
    listed, standing = entries(pdf), headings(pdf, "Caption")
    assert len(listed) > 5
    assert [entry for entry in listed if entry not in standing] == []


@with_contents
def test_word_shows_the_contents_of_the_pdf_before_anybody_updates_them(source: Path, built: Built) -> None:
    word = WordFile(built(source)["docx"].read_bytes())
    styled = "starts-with(w:pPr/w:pStyle/@w:val, 'TOC') or w:pPr/w:pStyle/@w:val='TableofFigures'"
    lines = find_all(word.body, f".//w:p[{styled}][.//w:hyperlink]")
    shown = [squeezed(text(line)) for line in lines]
    assert shown == [f"{words}{page}" for words, page in entries(built(source)["pdf"])]


def pages_where(wanted: list[str], pages: list[str]) -> Iterator[int]:
    """The page of each heading, from 1: it is on its own line, on the page of the one before or later."""
    at = 0
    for heading in wanted:
        while at < len(pages) and not any(_begins(heading, line) for line in pages[at].splitlines()):
            at += 1
        yield at + 1


def _begins(heading: str, line: str) -> bool:
    """Whether a line is the heading, or its beginning where it is longer than a line."""
    words = squeezed(line)
    return words == heading or (len(words) > 12 and heading.startswith(words))


@pytest.fixture(scope="module")
def opened_elsewhere(
    sources: list[Path],
    built: Built,
    soffice_pdfs: Callable[[list[Path]], list[Path]],
    pdf_text: Callable[..., str],
) -> dict[Path, list[str]]:
    """The pages that LibreOffice makes of each Word file, as text."""
    pdfs = soffice_pdfs([built(source)["docx"] for source in sources])
    return {source: pdf_text(pdf, layout=True).split("\f")[:-1] for source, pdf in zip(sources, pdfs, strict=True)}


@every
def test_word_opens_elsewhere_with_the_same_pages(
    source: Path, built: Built, opened_elsewhere: dict[Path, list[str]], pdf_text: Callable[..., str]
) -> None:
    there, here = opened_elsewhere[source], pdf_text(built(source)["pdf"], layout=True).split("\f")[:-1]
    tolerance = ceil(len(here) / 20)
    assert abs(len(there) - len(here)) <= tolerance
    _, *standing = headings(built(source)["pdf"])  # the title may take several lines
    found = list(pages_where([words for words, _ in standing], there))
    moved = [(*place, page) for place, page in zip(standing, found, strict=True) if abs(place[1] - page) > tolerance]
    assert moved == [], "heading, its page in the PDF, its page in LibreOffice"


@pytest.mark.needs("shared")
def test_pending_lists_what_the_draft_of_2011_waits_for() -> None:
    result = CliRunner().invoke(main, ["pending", str(DRAFT_OF_2011)], catch_exceptions=False)
    lines = DRAFT_OF_2011.read_text(encoding="utf-8").splitlines()
    items = [number for number, line in enumerate(lines, 1) if line.lstrip().startswith("- ")]
    owed = [max(item for item in items if item <= at) for at, line in enumerate(lines, 1) if "pending(" in line]
    told = [int(number) for number in re.findall(rf"{re.escape(DRAFT_OF_2011.name)}:(\d+)", result.stdout)]
    assert sorted(told) == owed
    assert len(told) == 6
    assert result.exit_code == 0


@pytest.mark.needs("shared")
def test_a_final_plan_with_something_pending_is_refused(tmp_path: Path) -> None:
    shutil.copytree(CASES, tmp_path / "cases")
    plan = tmp_path / "cases" / DRAFT_OF_2011.name
    plan.write_text(plan.read_text(encoding="utf-8").replace("status: draft", "status: final"), encoding="utf-8")
    result = CliRunner().invoke(main, ["build", str(plan), "--out", str(tmp_path / "out")], catch_exceptions=False)
    assert result.exit_code == 1
    assert len(re.findall(rf"^\S*{re.escape(plan.name)}:\d+:\d+: ", result.stderr, re.MULTILINE)) == 6
    assert not (tmp_path / "out").exists()


def test_the_script_makes_the_same_bytes_in_another_place_and_zone(built: Built, tmp_path: Path) -> None:
    command = [sys.executable, str(EXAMPLE.with_suffix(".py")), str(tmp_path)]
    elsewhere = {**os.environ, "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711", "LC_ALL": "C"}
    subprocess.run(command, check=True, env=elsewhere, cwd=tmp_path, capture_output=True)
    for path in built(EXAMPLE).values():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("council", ["harborough", "north-west-leicestershire"])
def test_any_council_can_fill_in_the_skeleton(council: str, tmp_path: Path) -> None:
    lines = SKELETON.read_text(encoding="utf-8").splitlines()
    begin, end = lines.index("council:"), next(n for n, line in enumerate(lines) if line.startswith("# ------"))
    plan = tmp_path / "new_plan.yaml"
    plan.write_text("\n".join([*lines[:begin], f"council: {council}", *lines[end:]]), encoding="utf-8")
    document = blocks_of(plan)
    assert "Anytown" not in render_text(document)
