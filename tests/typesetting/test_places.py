"""The foot has room for its words next to any page label."""

from __future__ import annotations

import pytest
from attrs import evolve

from csp_docs.theme.metrics import width
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.places import foot_words, placed_watermark
from tests.sample import document

THEME = Theme()
LONG = "NWLDC · North West Leicestershire Community Safety Strategy 2011–2014"
TITLE = "North West Leicestershire Community Safety Strategy 2011–2014"


@pytest.mark.parametrize(
    ("foot", "printed"),
    [
        ((LONG, TITLE), TITLE),
        (("Council · Plan", "Plan"), "Council · Plan"),
        ((f"Council · {LONG}", f"{LONG} {LONG}", LONG * 2, LONG), f"{LONG.removesuffix(' Strategy 2011–2014')}…"),
        ((), ""),
    ],
)
def test_the_first_words_that_fit_are_printed(foot: tuple[str, ...], printed: str) -> None:
    made = evolve(document(), foot=foot, page_label="Page {page} of {pages}")
    turned = evolve(THEME, page=THEME.page.turned())
    assert [foot_words(made, theme) for theme in (THEME, turned)] == [printed, printed]


def test_words_that_just_fit_do_not_touch_the_longest_label() -> None:
    words = ("i" * count for count in range(200, 0, -1))
    made = evolve(document(), foot=tuple(words), page_label="Page {page} of {pages}")
    used = width(foot_words(made, THEME)) + width("Page 999 of 999")
    assert 10 < THEME.page.text_width - used * THEME.furniture.size < 20


@pytest.mark.parametrize("text", ["DRAFT", "Draft", "I", "Draft for consultation until the end of the year"])
def test_the_letters_of_a_watermark_are_between_the_margins(text: str) -> None:
    found, page = placed_watermark(text, THEME), THEME.page
    assert found.size <= THEME.watermark.size
    assert (found.width + found.height) / 2**0.5 <= page.text_width + 0.01
    assert (found.below > 0) is bool(set(text) & set("gpy"))
