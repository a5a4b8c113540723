"""A marking stands on the paper, however long it is."""

from attrs import evolve

from csp_docs.margins import with_room_for
from csp_docs.theme import Page, Theme


def test_the_top_margin_grows_by_a_line_for_each_line_of_the_marking() -> None:
    low = Theme(page=Page(top=60))
    one, two = (with_room_for(marking, low) for marking in ("DRAFT", "Exempt from publication " * 4))
    assert with_room_for("", low) == low
    assert two.page.top - one.page.top == low.furniture.leading
    assert evolve(one.page, top=60) == low.page


def test_a_wide_margin_stays() -> None:
    wide = Theme(page=Page(top=150))
    assert with_room_for("DRAFT", wide) == wide
