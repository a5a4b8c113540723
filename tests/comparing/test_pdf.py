"""The words of PDFs that other programs write: in the order of their tags, or of their pages."""

from __future__ import annotations

import pytest

from csp_docs.comparing import pdf
from csp_docs.comparing.compared import pair
from csp_docs.comparing.reading import Reading
from csp_docs.comparing.words import canonical
from csp_docs.errors import CspDocsError
from tests.comparing.pdf_sample import HELVETICA, at, element, marked, pdf_file, stream

ARTIFACT = "/Artifact BMC\n{}EMC\n".format


def read(*pages: str, tree: str = "", **more: object) -> Reading:
    return pdf.read("a.pdf", pdf_file(pages, tree, **more))  # type: ignore[arg-type]


def texts(reading: Reading) -> list[str]:
    return [" ".join(piece.text.split()) for piece in reading.text]


def test_tags_give_the_order_and_artifacts_are_left_out() -> None:
    page = marked("P", 1, at(700, "second")) + ARTIFACT(at(780, "Page 1")) + marked("H1", 0, at(300, "First"))
    found = read(page, tree=element("Chapter", "0") + element("Body", "1"))
    assert [(piece.text, piece.place) for piece in found.text] == [
        ("First", 'page 1, heading "First"'),
        ("second", 'page 1, below "First"'),
    ]


TAGGED = {
    "lines are one text": (
        marked("P", 0, at(700, "a line") + at(686, "and another")), element("P", "0"), ["a line and another"],
    ),
    "a gap is a space": (marked("P", 0, at(700, "in") + at(700, "2013", x=80)), element("P", "0"), ["in 2013"]),
    "no gap is none": (marked("P", 0, at(700, "20", size=10) + at(700, "13", x=61.2)), element("P", "0"), ["2013"]),
    "spaces of kerning": (
        marked("P", 0, "BT /F 12 Tf 50 700 Td [(in) -400 (20) 20 (13)] TJ ET\n"), element("P", "0"), ["in 2013"],
    ),
    "escapes and nested brackets": (
        marked("P", 0, r"BT /F 12 Tf 50 700 Td (a \(b (c\) \101) \222) Tj ET" + "\n"), element("P", "0"),
        ["a (b (c) A) ’"],
    ),
    "words in hexadecimal": (marked("P", 0, "BT /F 12 Tf <4142> Tj ET\n"), element("P", "0"), ["AB"]),
    "bullets are left out, numbers are not": (
        "".join(marked("Lbl", n, at(700 - 20 * n, sign) + at(700 - 20 * n, text, x=80))
                for n, (sign, text) in enumerate((("-", "one"), ("a.", "two")))),
        element("L", element("LI", "0") + element("LI", "1")), ["- one", "a. two"],
    ),
    "labels of items": (
        marked("Lbl", 0, at(700, "-")) + marked("LBody", 1, at(700, "one", x=80)),
        element("L", element("LI", element("Lbl", "0") + element("LBody", "1"))), ["one"],
    ),
    "contents have no page numbers": (
        marked("P", 0, at(700, "Aims 2013") + at(700, "4", x=500)) + marked("P", 1, at(680, "More ..... iv")),
        element("TOC", element("TOCI", element("P", "0")) + element("TOCI", "1")), ["Aims 2013", "More"],
    ),
    "the mark of a note is a word": (
        marked("P", 0, at(700, "2013")) + marked("Link", 1, at(704, "1", x=77, size=7)),
        element("P", "0 " + element("Reference", element("Link", "1"))), ["2013 1"],
    ),
    "a raised figure": (marked("P", 0, at(700, "10") + at(704, "2", x=63.3, size=7)), element("P", "0"), ["10 2"]),
    "leaders of other signs": (
        marked("P", 0, at(700, "Aims : : : : : 4")), element("TOC", element("TOCI", "0")), ["Aims"],
    ),
    "forms": ("/P <</MCID 0>> BDC /X Do EMC\n", element("P", "0"), ["in a form"]),
    "a soft hyphen that the file names": (
        marked("P", 0, at(700, "neigh") + "/Span <</ActualText (\255)>> BDC\n" + at(700, "-", x=90) + "EMC\n"
               + at(686, "bour")),
        element("P", "0"), ["neigh bour"],
    ),
    "a dash that is heard as a word": (
        marked("P", 0, at(700, "-")), element("P", element("Span", "0", "/ActualText(none)")), ["-"],
    ),
    "an inline picture": (
        marked("P", 0, at(700, "a") + "BI /W 1 /H 1 ID (\nBT EI\n" + at(680, "b")), element("P", "0"), ["a b"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TAGGED)
def test_the_words_of_tags(name: str) -> None:
    page, tree, expected = TAGGED[name]
    found = read(page, tree=tree, form=at(500, "in a form"))
    assert [canonical(text) for text in texts(found)] == [canonical(text) for text in expected]


def test_notes_and_descriptions_come_after_the_text() -> None:
    page = marked("P", 0, at(700, "one")) + marked("P", 1, at(60, "1 A note")) + marked("P", 2, at(650, "9"))
    figure = element("Figure", "2", "/Alt(A chart)")
    found = read(page, tree=element("Note", "1") + figure + element("P", "0"))
    assert (texts(found), [piece.text for piece in found.notes]) == (["one"], ["A note"])
    assert [piece.text for piece in found.descriptions] == ["A chart"]
    assert dict(found.left_out)["words in drawings and charts, unless both files are of one format"] == 1


def test_a_file_of_which_much_is_outside_the_tags_is_read_by_its_pages() -> None:
    found = read(marked("P", 0, at(700, "tagged")) + at(680, "and not"), tree=element("P", "0"))
    assert (texts(found), found.describes) == (["tagged", "and not"], False)


def test_without_tags_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [at(780, "Safer Streets") + at(700, f"Total {n * n}") + at(60, f"Page {n} of 4") for n in range(1, 5)]
    assert texts(read(*pages)) == ["Total 1", "Total 4", "Total 9", "Total 16"]


def test_without_tags_small_lines_at_the_foot_are_notes() -> None:
    page = (
        at(700, "A long text of the usual size, with a mark") + at(90, "1 A note", size=8) + at(80, "goes on", size=8)
    )
    found = read(page)
    assert texts(found) == ["A long text of the usual size, with a mark"]
    assert " ".join(piece.text.strip() for piece in found.notes) == "A note goes on"


def test_letters_are_those_that_the_font_names() -> None:
    cmap = "2 beginbfchar <01> <0041> <02> <00660069> endbfchar 1 beginbfrange <03> <04> <0042> endbfrange"
    own = "/G<</Type/Font/Subtype/TrueType/BaseFont/G/ToUnicode 50 0 R>>/H<</Type/Font/Subtype/Type1/BaseFont/H/Encoding<</Differences[1/eacute/f_i]>>>>"  # fmt: skip # noqa: E501
    page = "BT /G 12 Tf 50 700 Td <01020304> Tj /H 12 Tf 0 -20 Td <0102> Tj ET\n"
    found = read(page, fonts=own, objects=[f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream"])
    assert texts(found) == ["AfiBC", "éfi"]


def test_a_font_without_letters_is_refused() -> None:
    own = "/G<</Type/Font/Subtype/Type0/BaseFont/G/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2>>]>>"
    with pytest.raises(CspDocsError, match="does not say which letters its fonts print: 2 of 2"):
        read("BT /G 12 Tf 50 700 Td <00010002> Tj ET\n", fonts=own)


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(CspDocsError, match="has no words in it"):
        read("0 0 100 100 re f\n")


BODY = marked("P", 0, at(700, "The text of the page, which is long enough to be what the file says to its readers"))
ADDED = {
    "outside the tags": BODY + at(400, "Rose"),
    "outside the tags, at the foot": BODY + at(40, "Rose"),
    "an artifact on the text": BODY + ARTIFACT(at(400, "Rose")),
    "a running head of one page": BODY + ARTIFACT(at(780, "Rose")),
    "a mark that no tag names": BODY + marked("P", 7, at(400, "Rose")),
}


@pytest.mark.parametrize("tree", [element("P", "0"), ""], ids=["tagged", "untagged"])
@pytest.mark.parametrize("name", ADDED)
def test_words_that_are_painted_outside_the_tags_are_read(name: str, tree: str) -> None:
    foot = ARTIFACT(at(40, "The council"))
    found = read(
        ADDED[name] + foot, *[ARTIFACT(at(780, f"Page {number} of 4")) + foot for number in (2, 3, 4)], tree=tree
    )
    said = [*texts(found), *(head.text for head in found.alone)]
    assert sum("Rose" in text for text in said) == 1
    assert "council" not in " ".join(texts(found))


def test_lines_below_each_other_are_one_head_and_what_is_far_from_them_is_text() -> None:
    head = "".join(
        ARTIFACT(at(780 - 14 * line, said)) for line, said in enumerate(["one", "two", "three", "four", "five", "six"])
    )
    found = read(BODY + head + ARTIFACT(at(400, "Rose")), BODY, BODY, tree=element("P", "0"))
    assert pair(read(BODY, tree=element("P", "0")), found).but_for[:1] == (
        f'the head or foot "one two three four five six" of page 1 only ({found.file})',
    )
    assert texts(found)[-1] == "Rose"


@pytest.mark.parametrize("look", ["/Contents(Rose)", "/AP<</N 50 0 R>>", "/AP<</N<</On 50 0 R>>>>/AS/On"])
def test_words_of_annotations_are_read_if_they_are_shown(look: str) -> None:
    appearance = stream(
        at(5, "Rose"), f"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</Font<</F {HELVETICA}>>>>"
    )
    boxes = [f"<</Type/Annot/Subtype/FreeText/Rect[9 9 99 99]{look}{more}>>" for more in ("", "/F 2", "/F 32")]
    found = read(BODY, tree=element("P", "0"), objects=[appearance], annotations="".join(boxes))
    assert [(piece.text.strip(), piece.place) for piece in found.text[1:]] == [("Rose", "page 1, in an annotation")]
