"""Words, links, notes and references as Word sees them."""

from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from attrs import evolve
from lxml import etree

from csp_docs.blocks import (
    Appendix,
    Document,
    Emphasis,
    InLanguage,
    Inline,
    Link,
    List,
    Note,
    Numbering,
    Paragraph,
    Reference,
    Section,
    Strong,
    Text,
)
from csp_docs.theme.theme import Theme
from tests.docx_file import WordFile, find_all, strings, text
from tests.printing import render_docx
from tests.sample import TABLE, document, p, t


def _opened(*inlines: Inline, **changes: Any) -> WordFile:
    return WordFile(render_docx(evolve(document(), blocks=(Paragraph(inlines),), **changes), Theme()))


def _targets(word_file: WordFile, part: str) -> dict[str, str]:
    root = fromstring(word_file.parts[f"word/_rels/{part}.xml.rels"])
    return {one.attrib["Id"]: one.attrib["Target"] for one in root if one.attrib["Type"].endswith("/hyperlink")}


def test_text_is_never_markup() -> None:
    assert text(_opened(Text("<w:t>&amp;</w:t> ]]>")).body) == "<w:t>&amp;</w:t> ]]>"


def test_spaces_at_the_ends_of_words_stay() -> None:
    assert text(_opened(Text("a "), Strong(t(" b  c ")), Text(" d")).body) == "a  b  c  d"


def test_words_that_are_strong_and_stressed_are_both() -> None:
    word_file = _opened(Strong((Text("a"), Emphasis(t("b")))), Emphasis(t("c")))
    assert strings(word_file.body, "//w:r/w:rPr/w:rStyle/@w:val") == ["Strong", "Strong", "Emphasis"]
    assert [text(one) for one in find_all(word_file.body, "//w:r[w:rPr/w:i]")] == ["b"]


def test_hyphens_that_may_or_must_not_end_a_line_are_word_s_own() -> None:
    word_file = _opened(Text("co\u2011ordinate hyphen\u00adation"))
    assert len(find_all(word_file.body, "//w:noBreakHyphen|//w:softHyphen")) == 2


def test_a_language_reaches_all_words_inside_it() -> None:
    word_file = _opened(InLanguage((Text("Croeso "), Strong(t("i chi"))), "cy-GB"), Text(" all"))
    assert [text(one) for one in find_all(word_file.body, "//w:r[w:rPr/w:lang/@w:val='cy-GB']")] == ["Croeso ", "i chi"]


def test_words_from_right_to_left_say_so() -> None:
    word_file = _opened(InLanguage(t("مرحبا"), "ar"))
    assert strings(word_file.body, "//w:r[w:rPr/w:rtl]/w:rPr/w:lang/@w:bidi") == ["ar"]


def test_links_share_a_relationship_for_the_same_address() -> None:
    address = "https://example.gov.uk/a?b=1&c=%20"
    word_file = _opened(Link(t("one"), address), Link(t("two"), address), Link(t("mail"), "mailto:a@example.gov.uk"))
    targets = _targets(word_file, "document")
    found = [targets[one] for one in strings(word_file.body, "//w:hyperlink/@r:id")]
    assert found == [address, address, "mailto:a@example.gov.uk"]
    assert len(targets) == 2
    assert strings(word_file.body, "//w:hyperlink//w:rStyle/@w:val") == ["Hyperlink"] * 3


def test_a_note_stands_in_its_own_part_with_its_links() -> None:
    word_file = _opened(Text("x"), Note((Text("See "), Link(t("the Act"), "https://example.gov.uk/act")), 1))
    notes = word_file.root("word/footnotes.xml")
    assert [text(one) for one in find_all(notes, "w:footnote[@w:id='1']")] == [" See the Act"]
    targets = _targets(word_file, "footnotes")
    assert [targets[one] for one in strings(notes, "//w:hyperlink/@r:id")] == ["https://example.gov.uk/act"]
    assert strings(word_file.body, "//w:footnoteReference/@w:id") == ["1"]


def test_a_repeated_note_points_to_the_first_mark() -> None:
    word_file = _opened(Note(t("a"), 1), Note(t("b"), 2), Note(t("a"), 1, repeated=True))
    assert len(find_all(word_file.body, "//w:footnoteReference")) == 2
    [code] = strings(word_file.body, "//w:instrText/text()")
    [name] = strings(
        word_file.body, "//w:bookmarkStart[following-sibling::w:r[1]/w:footnoteReference/@w:id='1']/@w:name"
    )
    assert code.split() == ["NOTEREF", name, r"\f", r"\h"]


def _references(*blocks: Section | Appendix, words: str, lower: bool = False) -> WordFile:
    first = Paragraph((Reference("x", lower=lower, text=words),))
    return WordFile(render_docx(evolve(document(), blocks=(first, *blocks)), Theme()))


@pytest.mark.parametrize("words", ["Table\u00a01", "table\u00a01"])
def test_a_reference_to_a_caption_is_its_word_and_a_field_with_its_number(words: str) -> None:
    table = evolve(TABLE, id="x")
    word_file = WordFile(
        render_docx(evolve(document(), blocks=(Paragraph((Reference("x", text=words),)), table)), Theme())
    )
    reference, counter = strings(word_file.body, "//w:instrText/text()")
    [start] = find_all(word_file.body, "//w:bookmarkStart")
    name = start.get(start.tag.replace("bookmarkStart", "name"))
    assert (reference, counter) == (rf" REF {name} \h ", r" SEQ Table \* ARABIC ")
    assert text(word_file.paragraphs()[0]) == words
    inside = find_all(start, "following-sibling::w:r[following-sibling::w:bookmarkEnd]")
    assert "".join(map(text, inside)) == "1"


def test_a_reference_to_a_section_is_a_field_over_its_title() -> None:
    word_file = _references(Section(t("Aims"), (p("x"),), id="x", number="1.0"), words="Aims")
    [code] = strings(word_file.body, "//w:instrText/text()")
    assert code.split()[0] == "REF"
    assert code.split()[2:] == [r"\h"]


def test_a_reference_to_a_numbered_label_is_its_number() -> None:
    word_file = _references(Appendix(t("Plan"), (p("x"),), "x", "Appendix ", "1", " "), words="Appendix 1")
    [code] = strings(word_file.body, "//w:instrText/text()")
    assert code.split()[2:] == [r"\n", r"\h"]


def test_a_reference_to_a_paragraph_is_a_field_for_its_number() -> None:
    paragraph = Paragraph(t("Much."), numbered=True, number="1.1", id="x")
    word_file = _references(Section(t("Cost"), (paragraph,), number="1.0"), words="1.1")
    [code] = strings(word_file.body, "//w:instrText/text()")
    assert code.split()[2:] == [r"\n", r"\h"]
    [marked] = find_all(word_file.body, f"//w:p[w:bookmarkStart/@w:name='{code.split()[1]}']")
    assert text(marked) == "Much."


def test_a_reference_that_no_field_can_print_is_a_link() -> None:
    appendix = Appendix(t("Plan"), (p("x"),), "x", "Appendix ", "1", " – ")
    word_file = _references(appendix, words="appendix 1", lower=True)
    assert strings(word_file.body, "//w:hyperlink/@w:anchor") == strings(word_file.body, "//w:bookmarkStart/@w:name")
    assert text(word_file.paragraphs()[0]) == "appendix 1"


def test_the_second_paragraph_of_an_item_is_below_the_words_of_the_first_at_every_depth() -> None:
    deepest = List(((p("first 5"), p("second 5")),))
    for depth in range(4, 0, -1):
        deepest = List(((p(f"first {depth}"), p(f"second {depth}"), deepest),))
    plain = Document("Lists", "en-GB", "", "", (deepest,), Numbering(), (), "")
    word_file = WordFile(render_docx(plain, Theme()))
    seconds = [one for one in word_file.paragraphs() if text(one).startswith("second")]
    steps = [_indent(word_file, one) for one in seconds]
    assert steps == [depth * round(Theme().list_indent * 20) for depth in range(1, 6)]


def _indent(word_file: WordFile, paragraph: etree._Element) -> int:
    """Return the indent of a paragraph without a number in twentieths of a point: its own, else that of its style."""
    found = (strings(properties, "w:ind/@w:left") for properties in word_file.style_chain(paragraph))
    return int(next(filter(None, found))[0])
