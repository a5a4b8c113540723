"""What people do not see in a file, or cannot read in it, is not compared, and that is said; what they see is."""

from __future__ import annotations

import pytest

from csp_docs.comparing import html, pdf, word
from csp_docs.comparing.compared import pair
from csp_docs.comparing.reading import Reading
from tests.comparing.pdf_sample import at, element, marked, pdf_file
from tests.comparing.word_sample import p, r, word_file

TEXT = "Crime fell in each of the four wards of the town, and the plan says how it may fall again"
INSERTED = "marks of tracked insertions, of which the words are compared"
BOXED = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>".format
CHANGED = '<w:{} w:id="1" w:author="a"><w:r><w:{}>Rose</w:{}></w:r></w:{}>'.format
IN_WORD = {
    "words that are tracked as deleted": (CHANGED("del", "delText", "delText", "del"), False, "tracked deletions"),
    "words that are tracked as moved away": (CHANGED("moveFrom", "t", "t", "moveFrom"), False, "tracked deletions"),
    "words that are tracked as inserted": (CHANGED("ins", "t", "t", "ins"), True, INSERTED),
    "words that are tracked as moved here": (CHANGED("moveTo", "t", "t", "moveTo"), True, INSERTED),
    "hidden words": (r("Rose", "<w:vanish/>"), False, "hidden words"),
    "words in a text box": (BOXED(p("Rose")), True, ""),
    "words in white": (r("Rose", '<w:color w:val="FFFFFF"/>'), True, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", IN_WORD)
def test_words_that_people_do_not_see_in_a_word_file(name: str) -> None:
    markup, seen, said = IN_WORD[name]
    plain, found = (word.read("a", word_file(p(TEXT, *more))) for more in ((), (markup,)))
    assert pair(plain, found).same is not seen
    assert not said or dict(found.left_out)[said] == 1


def test_comments_are_counted() -> None:
    comment = f'<w:comment w:id="1">{p("Rose")}</w:comment>'
    found = word.read("a", word_file(p(TEXT), strict=False, comments=comment * 2))
    assert dict(found.left_out)["comments"] == 2
    assert pair(word.read("b", word_file(p(TEXT))), found).same


FIELD = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'.format  # fmt: skip # noqa: E501
BOX, LIST = "<w:checkBox>{}</w:checkBox>".format, '<w:ddList>{}<w:listEntry w:val="Rose"/><w:listEntry w:val="Fell"/></w:ddList>'.format  # fmt: skip # noqa: E501
ENTERED = {
    "a box": (BOX('<w:default w:val="0"/>'), "☐"),
    "a box that is ticked": (BOX('<w:default w:val="0"/><w:checked/>'), "☒"),
    "a box that was ticked": (BOX('<w:default w:val="1"/><w:checked w:val="0"/>'), "☐"),
    "a list": (LIST(""), "Rose"),
    "a list in which one is chosen": (LIST('<w:result w:val="1"/>'), "Fell"),
    "a field for words": ("<w:textInput/>", ""),
}


@pytest.mark.parametrize("name", ENTERED)
def test_what_is_entered_in_an_old_form_is_read(name: str) -> None:
    data, shown = ENTERED[name]
    assert word.read("a", word_file(p("It: ", FIELD(data)))).text[0].text.split() == f"It: {shown}".split()


ON_A_PAGE = {
    "display: none": ("<p style='display:none'>Rose</p>", False),
    "visibility: hidden": ("<p style='visibility: hidden'>Rose</p>", False),
    "hidden": ("<p hidden>Rose</p>", False),
    "hidden until found": ("<p hidden=until-found>Rose</p>", False),
    "heard, not seen": ("<p class=visually-hidden>Rose</p>", False),
    "seen, not heard": ("<p aria-hidden=true>Rose</p>", True),
    "inert": ("<p inert>Rose</p>", True),
    "in white": ("<p style='color:#fff'>Rose</p>", True),
    "folded up": ("<details><summary>Crime</summary>Rose</details>", True),
    "entered": ("<input value=Rose>", True),
}


@pytest.mark.parametrize("name", ON_A_PAGE)
def test_words_that_people_do_not_see_on_a_web_page(name: str) -> None:
    markup, seen = ON_A_PAGE[name]
    plain, found = (html.read("a", f"<html><main><p>{TEXT}</p>{more}</main></html>".encode()) for more in ("", markup))
    assert pair(plain, found).same is not seen
    assert seen or sum(count for _, count in found.left_out) == 1


def in_pdf(more: str = "", *, tagged: bool = False, size: float = 12, **given: object) -> Reading:
    page = marked("P", 0, at(700, TEXT)) + marked("P", 1, more)
    return pdf.read("a.pdf", pdf_file([page], element("P", "0") + element("P", "1") if tagged else "", **given))  # type: ignore[arg-type]


IN_PDF = {
    "left of the page": (at(600, "Rose", x=-90), False),
    "below the page": (at(-20, "Rose"), False),
    "above the page": (at(900, "Rose"), False),
    "right of the page": (at(600, "Rose", x=700), False),
    "in white": (f"1 g\n{at(600, 'Rose')}", True),
    "without ink": (f"3 Tr\n{at(600, 'Rose')}", True),
    "at the edge": (at(1, "Rose", x=0), True),
}


@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize("name", IN_PDF)
def test_words_that_people_do_not_see_in_a_pdf(name: str, tagged: bool) -> None:
    markup, seen = IN_PDF[name]
    plain, found = in_pdf(tagged=tagged), in_pdf(markup, tagged=tagged)
    assert pair(plain, found).same is not seen
    assert dict(found.left_out).get("strings of words outside the pages", 0) == (not seen)


@pytest.mark.parametrize("look", ["/V(Rose)", "/V(Rose)/DA(/F 12 Tf)"])
def test_the_value_of_a_field_without_an_appearance_is_read(look: str) -> None:
    found = in_pdf(annotations=f"<</Type/Annot/Subtype/Widget/FT/Tx/Rect[9 9 99 99]{look}>>")
    assert found.text[-1].text == "Rose"


def test_letters_that_a_file_does_not_name_are_never_simply_the_same() -> None:
    own = "/G<</Type/Font/Subtype/Type0/BaseFont/G/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2>>]>>"
    one, other = (in_pdf(f"BT /G 12 Tf 50 600 Td <{code}> Tj ET\n", fonts=own) for code in ("0001", "0002"))
    assert pair(one, other).but_for == ("a letter that the file does not name (a.pdf)",) * 2


@pytest.mark.parametrize(
    ("painted", "letters"), [(r"o\256ce", "office"), (r"o\257ce", "oflce"), (r"of\255fice", "office")]
)
def test_ligatures_and_soft_hyphens_are_letters(painted: str, letters: str) -> None:
    own = "/L<</Type/Font/Subtype/Type1/BaseFont/L/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[174/ffi/fl]>>>>"
    found = in_pdf(f"BT /L 12 Tf 50 600 Td ({painted}) Tj ET\n", fonts=own)
    expected = word.read("a", word_file(p(TEXT) + p(letters)))
    assert pair(found, expected).same
