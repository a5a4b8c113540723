"""The gallery shows every block and kind, as they are printed today."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image, ImageChops

from csp_docs.documents.kinds import KINDS
from csp_docs.reading.blocks import BLOCKS
from tests.gallery import (
    FOLDER,
    SHEETS,
    TUTORIAL,
    Picture,
    councils,
    difference,
    drawn,
    papers,
    pdf_of,
    pictures,
    sheet,
    tutorial,
)

ALIKE = 40
"""How many of the 255 steps from black to white a place may differ: more than the edges of letters do."""
UNSEEN = {"page_break"}
PICTURES = list(pictures())

pdf = cache(pdf_of)


@pytest.mark.needs("pdftoppm")
@pytest.mark.filterwarnings("ignore::csp_docs.DocumentWarning")
@pytest.mark.parametrize("picture", [pytest.param(each, id=each.name) for each in PICTURES])
def test_a_page_looks_as_its_picture_does(picture: Picture) -> None:
    """`make gallery` makes the pictures anew: look at them before you keep them."""
    differs = difference(drawn(picture, pdf(picture.source)), Image.open(picture.file))
    assert differs <= ALIKE


@pytest.mark.needs("pdftoppm")
def test_the_paper_of_the_tutorial_looks_as_its_picture_does(tmp_path: Path) -> None:
    page = tutorial(tmp_path)
    assert difference(drawn(page, pdf_of(page.source)), Image.open(TUTORIAL)) <= ALIKE


@pytest.mark.needs("pdftoppm")
def test_a_line_that_moves_by_two_points_is_noticed() -> None:
    page = Image.open(next(each for each in PICTURES if each.name == "text").file).convert("RGB")
    assert difference(page, ImageChops.offset(page, 0, 2)) > ALIKE


@pytest.mark.needs("pdftoppm")
@pytest.mark.filterwarnings("ignore::csp_docs.DocumentWarning")
def test_a_sheet_of_a_council_looks_as_its_papers_do() -> None:
    """The words of all other sheets are those of `tests/council/test_shipped.py`."""
    assert difference(sheet("ceredigion"), Image.open(SHEETS / "ceredigion.png")) <= ALIKE


def test_each_council_has_a_small_sheet_and_the_docs_show_it() -> None:
    shown = (FOLDER.parent / "councils.md").read_text(encoding="utf-8")
    sheets = sorted(SHEETS.glob("*.png"))
    assert [each.stem for each in sheets] == councils()
    assert [each.name for each in sheets if f"(gallery/councils/{each.name})" not in shown] == []
    assert max(each.stat().st_size for each in sheets) < 60_000


def test_every_block_has_a_picture() -> None:
    shown = {name for paper in papers() for name in _keys(yaml.safe_load(paper.read_text(encoding="utf-8")))}
    assert set(BLOCKS) - shown == UNSEEN


def test_every_kind_has_a_picture() -> None:
    assert {each.source.stem for each in PICTURES} >= set(KINDS)


def test_the_page_of_the_gallery_shows_all_pictures_and_the_folder_has_no_others() -> None:
    shown = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert sorted(FOLDER.glob("*.png")) == sorted(each.file for each in PICTURES)
    assert [each.name for each in PICTURES if f"({each.file.name})" not in shown] == []


def _keys(value: Any) -> Iterator[str]:
    """Yield the keys of mappings, and the texts of lists, at all depths."""
    match value:
        case dict():
            yield from value
            for inner in value.values():
                yield from _keys(inner)
        case list():
            for inner in value:
                yield from _keys(inner)
        case str():
            yield value
        case _:
            pass
