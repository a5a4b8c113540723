"""A marking is on the paper, however long it is, and each run of pages has only the room that its own head needs."""

from attrs import evolve

from csp_docs.blocks import Document, Numbering
from csp_docs.theme.theme import Page, Theme
from csp_docs.typesetting import margins

LOW = Theme(page=Page(top=60))
LONG = "Exempt from publication " * 4


def with_room_for(marking: str, theme: Theme) -> Theme:
    document = Document("T", "en-GB", "C", "", (), Numbering(), ("T",), "Page {page}")
    return margins.with_room_for(document, marking, theme)


def test_the_top_margin_grows_by_a_line_for_each_line_of_the_marking() -> None:
    one, two = (with_room_for(marking, LOW) for marking in ("DRAFT", LONG))
    assert with_room_for("", LOW).page.top == LOW.page.top
    assert two.page.top - one.page.top == LOW.furniture.leading
    assert evolve(one.page, top=60, usual_top=0) == LOW.page


def test_pages_with_a_short_head_after_those_with_a_long_one_have_no_more_room_than_they_need() -> None:
    assert with_room_for("DRAFT", with_room_for(LONG, LOW)) == with_room_for("DRAFT", LOW)
    assert with_room_for("", with_room_for(LONG, LOW)).page.top == LOW.page.top


def test_a_wide_margin_stays() -> None:
    wide = Theme(page=Page(top=150))
    assert with_room_for("DRAFT", wide).page.top == wide.page.top
