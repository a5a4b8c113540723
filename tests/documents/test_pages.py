"""All words are where they can be read, and the Word file has the pages of the PDF: real documents and random ones."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from csp_docs import load
from csp_docs.api import numbered
from tests import same_pages
from tests.judges import pages
from tests.judges.tools import SHARED

pytestmark = pytest.mark.needs("soffice", "pdftotext")

ROOT = Path(__file__).parents[2]
SEEDS = range(1, 13)
OTHERWISE = {"12"}
"""Documents whose Word file has other pages than their PDF. Each that agrees again leaves this set.

LibreOffice does not give the rule above notes the height of its style, so that one more line fits on a full page.
Nothing in a Word file changes that: its distances are those of a page style, which LibreOffice makes itself. npm docx,
which shares no code with it, finds all headings of this plan on the pages of the PDF.
"""
WHOLE = SHARED / "found" / "house" / "whole2.yaml"
TEN_TIMES = "ten-times"
EXAMPLES = [path.stem for path in sorted((ROOT / "examples").glob("*.yaml"))]
CASES = [path.stem for path in sorted((SHARED / "cases").glob("*.yaml"))]
RANDOM = list(map(str, SEEDS))
FROM_SHARED = (WHOLE.stem, TEN_TIMES)

Documents = dict[str, tuple[Path, same_pages.Built]]
every = pytest.mark.parametrize("name", [*EXAMPLES, *CASES, *RANDOM])


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Documents:
    """Each document's source and files by its name; LibreOffice is started once for all."""
    folder = tmp_path_factory.mktemp("pages")
    sources = [ROOT / "examples" / f"{name}.yaml" for name in EXAMPLES]
    sources += [SHARED / "cases" / f"{name}.yaml" for name in CASES]
    sources += same_pages.random_plans(SEEDS, folder)
    if SHARED.exists():
        sources += [WHOLE, ten_times(folder)]
    built = same_pages.built(sources, folder)
    return {source.stem: (source, one) for source, one in zip(sources, built, strict=True)}


def ten_times(folder: Path) -> Path:
    """The plan of a council ten times over, which is as long as a local plan."""
    neutral, source = folder / f"{TEN_TIMES}.json", folder / f"{TEN_TIMES}.yaml"
    for command in (["make_doc.py", "10", neutral], ["as_yaml.py", neutral, source]):
        script, *arguments = map(str, command)
        subprocess.run([sys.executable, str(SHARED / "bench" / script), *arguments], check=True)
    return source


@cache
def expected(source: Path) -> pages.Expected:
    return pages.Expected.of(*numbered(load(source)))


@every
def test_the_words_of_a_pdf_are_where_they_can_be_read(name: str, documents: Documents) -> None:
    source, built = documents[name]
    assert pages.faults(pages.read(built.pdf), expected(source)) == []


@every
def test_the_words_of_a_word_file_are_where_they_can_be_read(name: str, documents: Documents) -> None:
    source, built = documents[name]
    assert pages.faults(pages.read(built.printed), expected(source)) == []


def otherwise(name: str) -> object:
    marks = [pytest.mark.xfail(name in OTHERWISE, reason="the writers keep different things together", strict=True)]
    return pytest.param(name, marks=[*marks, *([pytest.mark.needs("shared")] if name in FROM_SHARED else [])])


@pytest.mark.parametrize("name", list(map(otherwise, [*EXAMPLES, *CASES, *RANDOM, *FROM_SHARED])))
def test_a_heading_is_on_the_same_page_in_both_files(name: str, documents: Documents) -> None:
    assert same_pages.moved(documents[name][1]) == [], "heading, its page in the PDF, its page in Word"
