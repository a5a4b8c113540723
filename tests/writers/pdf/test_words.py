"""Characters and words come out of the file as they went in."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from attrs import evolve

from csp_docs.blocks import Caption, List, Paragraph, Strong, Text
from csp_docs.errors import Origin, RenderError
from csp_docs.theme.theme import TextStyle
from csp_docs.writers.pdf.type.embed import to_unicode
from tests.sample import p, t
from tests.writers.pdf.making import THEME, broken, read, render, section, table

URL = "https://www.example.gov.uk/documents/community_safety/strategy-2011-14?download=true&page=" + "x" * 150
HEADINGS = THEME.publication_headings
WORDS = "the quick brown fox jumps over the lazy dog and runs on to the end of the line and beyond it " * 4


def text_of(text: str) -> str:
    return next(read(p(text)).root.all("P")).text()


def painted(*blocks: Paragraph) -> list[str]:
    with pdfplumber.open(io.BytesIO(render(*blocks))) as pdf:
        return pdf.pages[0].extract_text().splitlines()[:-1]


@pytest.mark.parametrize(
    "text",
    [
        WORDS.strip(),
        f"see {URL} for more",
        "fi fl ffi ﬁ £12 € “quoted” ‘so’ – — … ½ é ŵ Ŷ Ω",
        "no\u00a0break 14\u00a0March\u00a02013 non\u2011breaking",
        "multi-agency well-being and anti-social behaviour " * 5 + "end",
        "(brackets) \\backslash\\ <tags> &amp; %s {page}",
    ],
)
def test_text_is_read_as_written(text: str) -> None:
    assert text_of(text) == text


@pytest.mark.parametrize("title", ["Anti-social behaviour " * 4, "Well-being and anti-social behaviour " * 3])
@pytest.mark.parametrize("look", [HEADINGS[0], HEADINGS[1]], ids=["ruled", "plain"])
def test_a_title_has_plain_hyphens_and_no_line_ends_at_one(title: str, look: TextStyle) -> None:
    theme = evolve(THEME, headings=(look,))
    for narrower in range(0, 200, 7):
        page = evolve(theme.page, right=theme.page.right + narrower)
        with pdfplumber.open(io.BytesIO(render(section(title.strip()), theme=evolve(theme, page=page)))) as pdf:
            printed = pdf.pages[0].extract_text().splitlines()[:-1]
        assert " ".join(printed).replace("\u00a0", " ") == title.strip()
        assert not [line for line in printed if line.endswith("-")]


def test_a_word_wider_than_the_page_is_parted_and_stays_in_it() -> None:
    with pdfplumber.open(io.BytesIO(render(p(URL)))) as pdf:
        assert max(char["x1"] for char in pdf.pages[0].chars) <= THEME.page.width - THEME.page.right + 0.1
        assert len({char["top"] for char in pdf.pages[0].chars}) > 2


def test_soft_hyphens_are_printed_at_line_ends_alone() -> None:
    text = "co\u00adoperation " * 20
    lines = painted(p(text))
    inside = [line.rstrip("\u00ad-") for line in lines]
    assert any(line.endswith(("\u00ad", "-")) for line in lines)
    assert not any("\u00ad" in line or "-" in line for line in inside)
    assert text_of(text).replace("\u00ad", "").split() == ["cooperation"] * 20


@pytest.mark.parametrize("text", ["words of a line " * 20, "co\u00adoperation " * 20])
def test_a_line_is_as_wide_as_what_is_printed_of_it(text: str) -> None:
    """Underlines, tints and links end where a line ends, with a hyphen but without a space."""
    lines = broken(text, 300)
    assert len(lines) > 4
    for [piece] in lines:
        wide = sum(piece.run.face.width(character) for character in piece.text.rstrip(" ")) * piece.run.size
        assert piece.width == pytest.approx(wide)


def test_a_line_may_end_at_a_zero_width_space() -> None:
    assert len(painted(p("\u200b".join(["abcdefghij"] * 20)))) == 3
    assert text_of("one\u200btwo") == "onetwo"


def test_words_over_two_runs_are_not_parted() -> None:
    [first, *rest] = painted(Paragraph((Text(WORDS[:73]), Strong(t("long")), Text("ish words"))))
    assert not first.endswith("long")
    assert "longish" in " ".join([first, *rest])


def test_bullets_begin_afresh_below_the_third_depth() -> None:
    nested = List(((p("four"),),))
    for word in ("three", "two", "one"):
        nested = List(((p(word), nested),))
    assert read(nested).pages == ["• one○ two▪ three• four"]


def test_characters_beyond_the_first_plane_are_told_in_utf_16() -> None:
    assert b"<0001> <D83DDE00>" in to_unicode(["😀"])


def test_every_character_that_the_font_lacks_is_a_problem_with_its_place() -> None:
    here = Origin("report.yaml", 3, 5)
    blocks = Paragraph((Text("fine ✓ and "), Strong(t("漢 ✓"))), origin=here), section("Title ☃", p("text"))
    with pytest.raises(RenderError) as caught:
        render(*blocks)
    problems = caught.value.problems
    assert sorted((str(problem.origin), problem.fact) for problem in problems) == [
        ("None", 'the font Arimo does not have SNOWMAN U+2603 "☃"'),
        ("report.yaml:3:5", 'the font Arimo does not have CHECK MARK U+2713 "✓"'),
        ("report.yaml:3:5", 'the font Arimo does not have CJK UNIFIED IDEOGRAPH-6F22 U+6F22 "漢"'),
    ]
    assert all(problem.hint for problem in problems)


def test_the_place_of_a_character_is_that_of_the_nearest_block_around_it() -> None:
    here = Origin("report.yaml", 7, 3)
    with pytest.raises(RenderError) as caught:
        render(section("Title", evolve(table(1), caption=Caption("Table", t("☃"), 1), origin=here)))
    assert [problem.origin for problem in caught.value.problems] == [here]
