"""Covers: three grounds, titles of all lengths, and details at the foot, alike in both files."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from csp_docs import Plan, save
from csp_docs.model import Picture, Section
from tests import tagtree
from tests.docx_file import WordFile, find_all, strings, text
from tests.judges import pages

PICTURES = Path(__file__).parents[1] / "pictures"
PHOTO = next(path for path in sorted(PICTURES.iterdir()) if path.suffix in (".png", ".jpg"))
LONG = ("Safer streets for all the residents and visitors of the district, with the police; " * 4)[:299] + "."
GROUNDS = ("band", "colour", "picture")
TOLERANCE = 3.0
"""In points: programs do not agree on how high the letters of a large size are."""


def plan(ground: str, title: str, **given: Any) -> Plan:
    picture = Picture(PHOTO, alt="The town at noon") if ground == "picture" else None
    return Plan(
        title,
        council={"council": {"name": "Anytown Borough Council"}, "partnership": {"name": "Safer Anytown"}},
        layouts={"plan": {"cover_style": ground}},
        sections=[Section("Why", ["Words."])],
        status="draft",
        version="V2",
        cover_picture=picture,
        **given,
    )


def words_at(pdf: Path, page: int = 0) -> dict[str, tuple[float, float]]:
    """Return the place of each word of a page, by the word; of words that occur twice, the last."""
    return {word.text: (word.left, word.top) for word in pages.read(pdf)[page].words}


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("title", ["Plan", "Three Year Partnership Plan", LONG], ids=["short", "usual", "long"])
def test_a_cover_is_one_page_and_the_same_in_both_files(
    ground: str, title: str, tmp_path: Path, soffice_pdf: Callable[[Path], Path]
) -> None:
    pdf, docx = save(plan(ground, title), tmp_path / "plan.pdf", tmp_path / "plan.docx")
    here, there = words_at(pdf), words_at(soffice_pdf(docx))
    assert {*title.split(), "Draft", "V2", "Anytown", "Council"} <= here.keys()
    moved = {word for word in here if word not in there or _distance(here[word], there[word]) > TOLERANCE}
    assert moved == set()


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return max(abs(first - second) for first, second in zip(one, other, strict=True))


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_draft_is_among_the_details_of_a_cover_and_nowhere_else_on_it(ground: str, tmp_path: Path) -> None:
    [pdf] = save(plan(ground, "Plan"), tmp_path / "plan.pdf")
    printed = tagtree.read(pdf.read_bytes())
    cover, then = ("".join(page) for page in printed.artifacts[:2])
    assert "DRAFT" not in cover
    assert "DRAFT" in then
    assert [tag.text() for tag in printed.root.all("P") if "Draft" in tag.text()] == ["Draft · V2"]


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_words_of_a_cover_have_enough_contrast_in_both_files(ground: str, tmp_path: Path) -> None:
    pdf, docx = save(plan(ground, "Plan"), tmp_path / "plan.pdf", tmp_path / "plan.docx")
    with pdfplumber.open(io.BytesIO(pdf.read_bytes())) as opened:
        inks = {char["non_stroking_color"] for char in opened.pages[0].chars}
    styles = WordFile(docx.read_bytes()).root("word/styles.xml")
    colours = strings(styles, "//w:style[@w:styleId='Title' or @w:styleId='CoverDetail']//w:color/@w:val")
    assert (inks == {(1.0, 1.0, 1.0)}) == (ground != "band")
    assert (set(colours) == {"FFFFFF"}) == (ground != "band")


def test_the_picture_of_a_cover_has_its_words_and_is_read_last(tmp_path: Path) -> None:
    pdf, docx = save(plan("picture", "Plan"), tmp_path / "plan.pdf", tmp_path / "plan.docx")
    [figure] = tagtree.read(pdf.read_bytes()).root.all("Figure")
    assert figure.attributes["Alt"] == "The town at noon"
    word = WordFile(docx.read_bytes())
    holders = [one for one in word.paragraphs() if "The town at noon" in strings(one, ".//@descr")]
    assert [text(one) for one in holders] == [""]
    [picture] = find_all(word.body, "//*[local-name()='anchor'][.//*[local-name()='pic']]")
    assert picture.get("behindDoc") == "1"


def test_a_picture_that_the_layout_does_not_print_is_reported(tmp_path: Path) -> None:
    given = Plan("Plan", council={"council": {"name": "Anytown Borough Council"}},
                 sections=[Section("Why", ["Words."])], cover_picture=Picture(PHOTO, alt="The town"))  # fmt: skip
    with pytest.warns(match='does not print "cover_picture"'):
        save(given, tmp_path / "plan.pdf")
