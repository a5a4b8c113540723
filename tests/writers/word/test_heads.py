"""Lines at the head of a paper are aligned by their styles, so that an officer changes all of them in one place."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pytest
from attrs import evolve

from csp_docs.blocks import (
    Align,
    Appendix,
    Cover,
    CoverLine,
    CoverRole,
    Document,
    Embedded,
    HeadLook,
    Logo,
    Masthead,
    Picture,
    PictureFormat,
    Running,
)
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.places import COVER_HEAD_SIDES
from tests.docx_file import WordFile, find_all, strings
from tests.printing import render_docx, render_pdf
from tests.sample import document, p, t

THEME = Theme()


def head(*aligns: Align) -> Masthead:
    """A masthead with a bold line, a plain one and a title; the last two are aligned alike."""
    looks = HeadLook(aligns[0]), HeadLook(aligns[-1], bold=False)
    return Masthead((t("COUNCIL"), t("Cabinet")), title=t("A title"), looks=looks)


def opened(*masts: Masthead) -> WordFile:
    first, *others = (evolve(document(), blocks=(mast, p("Words."))) for mast in masts)
    appendices = tuple(Appendix(t("Inside"), (Embedded(one),)) for one in others)
    return WordFile(render_docx(evolve(first, blocks=(*first.blocks, *appendices)), THEME))


def aligned(file: WordFile) -> list[tuple[str | None, bool]]:
    """How each line of a masthead is aligned, and whether the paragraph says it itself."""
    styles = "starts-with(w:pPr/w:pStyle/@w:val, 'Masthead') or contains(w:pPr/w:pStyle/@w:val, 'Title')"
    lines = find_all(file.body, f"//w:p[{styles}]")
    return [(file.said(line, "jc"), bool(strings(line, "w:pPr/w:jc/@w:val"))) for line in lines]


@pytest.mark.parametrize(
    ("aligns", "said"),
    [
        ((Align.LEFT, Align.LEFT), [None, None, None]),
        ((Align.CENTRE, Align.CENTRE), ["center"] * 3),
        ((Align.CENTRE, Align.LEFT), ["center", "left", None]),
        ((Align.LEFT, Align.RIGHT), [None, "right", "right"]),
    ],
    ids=["left", "centred", "the first centred", "the others right"],
)
def test_the_styles_of_a_head_are_aligned_as_its_lines_are(aligns: tuple[Align, Align], said: list[str | None]) -> None:
    assert aligned(opened(head(*aligns))) == [(one, False) for one in said]


def test_only_the_head_of_a_document_inside_that_is_aligned_otherwise_says_so_itself() -> None:
    centred, left = head(Align.CENTRE, Align.CENTRE), head(Align.LEFT, Align.LEFT)
    assert aligned(opened(centred, centred)) == [("center", False)] * 6
    assert aligned(opened(centred, left)) == [("center", False)] * 3 + [("left", True)] * 3


def test_a_logo_is_placed_by_its_style() -> None:
    picture = Picture(b"", PictureFormat.PNG, 10, 10)
    mast = evolve(head(Align.CENTRE, Align.CENTRE), logo=Logo(picture, "Crest", (40, 40), Align.CENTRE))
    file = opened(mast)
    [logo] = find_all(file.body, "//w:p[w:pPr/w:pStyle/@w:val='Logo']")
    assert file.said(logo, "jc") == "center"
    assert not strings(logo, "w:pPr/w:jc/@w:val")


def covered() -> tuple[Document, Theme]:
    """A document with a running head on its cover, on the accent colour."""
    cover = Cover((CoverLine(CoverRole.TITLE, t("A plan")),))
    running = Running(head=("Council", "", "Item 5"))
    look = evolve(THEME, cover=THEME.cover.reversed())
    return evolve(document(), blocks=(cover, p("Words.")), running=running, marking="OFFICIAL"), look


def test_the_head_of_a_cover_has_room_between_its_words_and_the_edges_of_its_ground() -> None:
    made, look = covered()
    file = WordFile(render_docx(made, look))
    beyond = str(round(COVER_HEAD_SIDES * 20))
    for name in ("CoverHeader", "CoverMarking"):
        [place] = find_all(file.styles[name], "w:pPr/w:ind")
        sides = [strings(place, f"@w:{side}") for side in ("left", "right", "firstLine")]
        assert sides == [[f"-{beyond}"], [f"-{beyond}"], [beyond]]
    with pdfplumber.open(BytesIO(render_pdf(made, look))) as pdf:
        page = pdf.pages[0]
        [line, *_] = [rect for rect in page.rects if rect["height"] == pytest.approx(look.furniture.leading)]
        words = page.extract_words()[0]
    assert words["x0"] - line["x0"] == pytest.approx(COVER_HEAD_SIDES, abs=0.1)


def test_the_last_line_above_the_text_of_a_cover_is_as_high_as_in_the_pdf() -> None:
    """A cover does not say in its marking that it is a draft: it has one line less."""
    made, look = covered()
    look = evolve(look, page=evolve(look.page, top=100))
    draft = evolve(made, marking="OFFICIAL\nDRAFT", watermark="DRAFT")
    found = [strings(WordFile(render_docx(one, look)).body, "//w:pgMar/@w:header") for one in (made, draft)]
    assert found[0][0] == found[1][0]
    assert int(found[0][1]) > int(found[1][1])
