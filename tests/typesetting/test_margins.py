"""A marking stands on the paper, however long it is."""

from attrs import evolve

from csp_docs.blocks import Appendix, Document, Embedded, Numbering
from csp_docs.theme.theme import Page, Theme
from csp_docs.typesetting import margins


def document(marking: str) -> Document:
    return Document("T", "en-GB", "C", "", (), Numbering(), ("T",), "Page {page}", marking=marking)


def with_room_for(marking: str, theme: Theme) -> Theme:
    return margins.with_room_for(document(marking), theme)


def test_the_marking_of_an_embedded_document_has_room_too() -> None:
    low, inside = Theme(page=Page(top=60)), document("DRAFT")
    outer = evolve(document(""), blocks=(Appendix((), (Embedded(inside),)),))
    assert margins.with_room_for(outer, low) == margins.with_room_for(inside, low)


def test_the_top_margin_grows_by_a_line_for_each_line_of_the_marking() -> None:
    low = Theme(page=Page(top=60))
    one, two = (with_room_for(marking, low) for marking in ("DRAFT", "Exempt from publication " * 4))
    assert with_room_for("", low) == low
    assert two.page.top - one.page.top == low.furniture.leading
    assert evolve(one.page, top=60) == low.page


def test_a_wide_margin_stays() -> None:
    wide = Theme(page=Page(top=150))
    assert with_room_for("DRAFT", wide) == wide
