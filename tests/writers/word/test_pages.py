"""Pages of their own: which furniture stands on them, how they lie, and where they begin."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from lxml import etree

from csp_docs.blocks import (
    Appendix,
    BlankPage,
    Block,
    Caption,
    Cover,
    CoverLine,
    CoverRole,
    Document,
    Figure,
    Frame,
    Landscape,
    PageBreak,
    Paragraph,
    Part,
    Pending,
    Reference,
    Section,
)
from csp_docs.theme.theme import Theme
from tests.docx_file import WordFile, find_all, strings, text, value
from tests.plan_sample import COVER, WIDE, document
from tests.printing import render_docx, render_pdf
from tests.sample import p, t
from tests.writers.word.plans import resolved


def _opened(*blocks: Block) -> WordFile:
    return _written(resolved(*blocks))


def _written(given: Document) -> WordFile:
    return WordFile(render_docx(given, Theme()))


def _furniture(word_file: WordFile, section: etree._Element, kind: str = "default") -> tuple[str, str]:
    """The words of header and footer of a section."""
    parts = dict(re.findall(r'Target="([^"]+)"[^>]*Id="([^"]+)"', _relations(word_file)))
    parts |= {target: id_ for id_, target in re.findall(r'Id="([^"]+)"[^>]*Target="([^"]+)"', _relations(word_file))}
    names = {id_: target for target, id_ in parts.items()}
    found = (strings(section, f"w:{part}Reference[@w:type='{kind}']/@r:id") for part in ("header", "footer"))
    header, footer = (" | ".join(map(text, word_file.root(f"word/{names[one]}"))) for [one] in found)
    return header, footer


def _relations(word_file: WordFile) -> str:
    return word_file.parts["word/_rels/document.xml.rels"].decode()


def _sections(word_file: WordFile) -> list[etree._Element]:
    return find_all(word_file.body, "//w:sectPr")


def _pages(docx: bytes, folder: Path, soffice_pdf: Callable[[Path], Path], pdf_text: Callable[..., str]) -> list[str]:
    path = folder / "plan.docx"
    path.write_bytes(docx)
    return [" ".join(page.split()) for page in pdf_text(soffice_pdf(path)).split("\f")[:-1]]


def test_pages_that_share_their_furniture_are_one_section() -> None:
    word_file = _written(document())
    heads = [_furniture(word_file, section)[0] for section in _sections(word_file)]
    plan, welsh = ["Draft"] * 3, ["SWYDDOGOL"] * 4
    assert heads == ["", *plan, *welsh, "Draft"]
    turned = [bool(strings(section, "w:pgSz/@w:orient")) for section in _sections(word_file)]
    assert [place for place, one in enumerate(turned) if one] == [2, 6]


def test_headers_and_footers_that_are_equal_are_one_part() -> None:
    word_file = _written(document())
    headers = [text(word_file.root(name)) for name in sorted(word_file.parts) if "word/header" in name]
    assert len(headers) == len(_different(word_file, "header")) == 4
    assert len(_different(word_file, "footer")) == 5  # a cover's, and two for each document: upright and turned


def _different(word_file: WordFile, kind: str) -> set[bytes]:
    return {word_file.parts[name] for name in word_file.parts if name.startswith(f"word/{kind}")}


def test_the_pages_of_a_part_have_its_marking_and_the_heading_above_it_is_on_the_first_of_them() -> None:
    part = Part((p("Secret."), Landscape((p("Secret too."),))), "Exempt", None)
    word_file = _opened(p("Open."), Section(t("Bids"), (part,)), p("Open again."))
    heads = [_furniture(word_file, section)[0] for section in _sections(word_file)]
    assert ["Exempt" in head for head in heads] == [False, True, True, False]
    ends = [text(holder) for holder in word_file.paragraphs() if find_all(holder, "w:pPr/w:sectPr")]
    assert ends == ["Open.", "Secret.", "Secret too."]


def test_a_cover_has_no_foot() -> None:
    word_file = _opened(COVER, p("text"))
    first, then = _sections(word_file)
    assert _furniture(word_file, first) == ("", "")
    assert _furniture(word_file, then)[1].endswith("Page 1 of 1")


def test_the_tint_of_a_cover_lies_under_its_text_and_needs_no_words() -> None:
    word_file = _opened(COVER, p("text"))
    tinted = [name for name in word_file.parts if b"Cover 1" in word_file.parts[name]]
    assert len(tinted) == 1
    header = word_file.root(tinted[0])
    anchors = [one for one in header.iter() if etree.QName(one).localname == "anchor"]
    assert [one.get("behindDoc") for one in anchors] == ["1", "1"]
    assert [sum(etree.QName(one).localname == "decorative" for one in anchor.iter()) for anchor in anchors] == [1, 1]


def test_the_lines_of_a_cover_have_styles_with_the_measures_of_the_theme() -> None:
    word_file = _opened(Cover(tuple(CoverLine(role, t(role.value)) for role in CoverRole)))
    styles = [word_file.built_on(one) for one in word_file.paragraphs()]
    upper = ["CoverBody", "EmbeddedTitle", "CoverRule", "Subtitle", "CoverStrapline"]
    assert styles == [*upper, "CoverDetail", "CoverStatement"]
    after = strings(word_file.root("word/styles.xml"), "//w:style[@w:styleId='CoverBody']//w:spacing/@w:after")
    assert after == [str(round(Theme().cover.body.after * 20))]
    before = (strings(one, ".//w:spacing/@w:before") for one in word_file.style_chain(word_file.paragraphs()[0]))
    assert next(filter(None, before)) == [str(round(Theme().cover.top * 20))]


def test_the_details_of_a_cover_are_in_a_frame_at_its_foot() -> None:
    word_file = _opened(COVER, p("text"))
    framed = find_all(word_file.body, "//w:p[w:pPr/w:framePr[@w:vAnchor='margin'][@w:yAlign='bottom']]")
    assert [value(one, "w:pPr/w:pStyle") for one in framed] == ["CoverDetail"] * len(COVER.details)
    assert not find_all(word_file.body, "//w:p[w:pPr/w:framePr][w:pPr/w:sectPr]")


def test_a_short_appendix_does_not_begin_a_page_and_is_kept_on_one() -> None:
    short = Appendix(t("Short"), (p("one"), p("two")), label="A", together=True)
    word_file = _opened(p("before"), short, Appendix(t("Long"), (p("three"),), label="B"))
    assert [value(one, "w:pPr/w:pageBreakBefore") for one in word_file.paragraphs()] == [None, "0", *[None] * 4]
    assert [text(one) for one in find_all(word_file.body, "//w:p[w:pPr/w:keepNext]")] == ["Short", "one"]


def test_turned_pages_are_as_wide_as_the_upright_ones_are_high() -> None:
    word_file = _opened(p("before"), Landscape((WIDE,)), p("after"))
    sizes = [strings(section, "w:pgSz/@*[local-name()='w' or local-name()='h']") for section in _sections(word_file)]
    assert sizes == [["11906", "16838"], ["16838", "11906"], ["11906", "16838"]]
    width = strings(word_file.body, "//w:tblW/@w:w")
    assert width == [str(round(Theme().page.turned().text_width * 20))]


def test_headings_whose_text_begins_on_turned_pages_stand_on_the_first_of_them(
    tmp_path: Path, soffice_pdf: Callable[[Path], Path], pdf_text: Callable[..., str]
) -> None:
    inner = Section(t("Inner"), (Landscape((p("wide"),)), p("upright")))
    docx = render_docx(resolved(p("before"), Appendix(t("Outer"), (inner,)), p("after")), Theme())
    pages = _pages(docx, tmp_path, soffice_pdf, pdf_text)
    assert [[word in page for word in ("Outer", "Inner", "wide", "upright")] for page in pages] == [
        [False] * 4,
        [True, True, True, False],
        [False, False, False, True],
    ]


def test_turned_pages_right_after_each_other_are_one_section_on_two_pages() -> None:
    word_file = _opened(Landscape((p("one"),)), Landscape((p("two"),)))
    assert len(_sections(word_file)) == 1
    assert [text(one) for one in find_all(word_file.body, "//w:p[w:pPr/w:pageBreakBefore]")] == ["two"]


def test_no_page_and_no_paragraph_is_empty(
    tmp_path: Path, soffice_pdf: Callable[[Path], Path], pdf_text: Callable[..., str]
) -> None:
    around = PageBreak(), PageBreak()
    blocks = (*around, COVER, *around, p("one"), *around, Landscape((*around, p("two"))), *around, BlankPage(t("three")), *around, p("four"), *around)  # fmt: skip # noqa: E501
    docx = render_docx(resolved(*blocks), Theme())
    pages = _pages(docx, tmp_path, soffice_pdf, pdf_text)
    assert len(pages) == 5
    for word, page in zip(("Anytown", "one", "two", "three", "four"), pages, strict=True):
        assert word in page
    empty = [value(one, "w:pPr/w:pStyle") for one in WordFile(docx).paragraphs() if not text(one)]
    assert empty == ["CoverRule"]  # the rule below the title


def test_only_a_table_that_ends_pages_has_an_empty_paragraph_below_it() -> None:
    word_file = _opened(Landscape((WIDE,)), p("after"))
    empty = [one for one in find_all(word_file.body, "w:body/w:p") if not text(one)]
    assert len(empty) == 1
    assert len(find_all(empty[0], "w:pPr/w:sectPr")) == 1


def test_what_references_lead_to_ends_no_pages() -> None:
    frame = Frame(Pending("[a map]", "Analyst to provide", "Analyst", "a map"))
    figure = Figure(frame, caption=Caption("Map", t("The town")), id="map")
    word_file = WordFile(
        render_docx(resolved(Paragraph((Reference("map"),)), figure, Landscape((p("wide"),))), Theme())
    )
    assert find_all(word_file.body, "//w:p[w:bookmarkStart]")
    assert not find_all(word_file.body, "//w:p[w:bookmarkStart][w:pPr/w:sectPr]")


def test_a_blank_page_has_its_words_in_the_middle_and_its_furniture(
    tmp_path: Path, soffice_pdf: Callable[[Path], Path], pdf_text: Callable[..., str]
) -> None:
    docx = render_docx(resolved(p("before"), BlankPage(t("left blank")), p("after")), Theme())
    pages = _pages(docx, tmp_path, soffice_pdf, pdf_text)
    assert len(pages) == 3
    assert pages[1] == "Draft left blank Community Safety Plan 2024 to 2027 Page 2 of 3"
    theme = Theme()
    height = theme.page.height - theme.page.top - theme.page.bottom
    word_file = WordFile(docx)
    before = word_file.said(word_file.paragraphs()[1], "spacing", "before")
    assert int(before or 0) / 20 + theme.body.leading / 2 == pytest.approx(height / 2, abs=0.1)


def test_a_heading_at_the_top_of_a_page_has_no_space_above() -> None:
    word_file = _written(document())
    styled = "//w:p[w:pPr/w:pStyle/@w:val='Heading1' or w:pPr/w:pStyle/@w:val='Heading1Unnumbered']"
    above = {text(one): strings(one, "w:pPr/w:spacing/@w:before") for one in find_all(word_file.body, styled)}
    assert above == {"Foreword": ["0"], "What we shall do": ["0"], "How we shall know": []}


def test_a_watermark_is_the_one_that_word_knows() -> None:
    word_file = _written(document())
    marked = [name for name in word_file.parts if b"PowerPlusWaterMarkObject" in word_file.parts[name]]
    assert len(marked) == 1  # the header of its pages, not that of the cover or of the other document
    for name in marked:
        header = word_file.root(name)
        assert strings(header, "//w:sdt//w:docPartGallery/@w:val") == ["Watermarks"]
        assert [one.get("string") for one in header.iter() if one.get("string")] == ["Draft"]


@pytest.mark.parametrize("word", ["DRAFT", "I", "Draft page"])
def test_a_watermark_has_the_letters_of_the_pdf(word: str) -> None:
    made = resolved(p("text"), watermark=word)
    [shape] = [one for one in _written(made).root("word/header1.xml").iter() if one.get("type") == "#_x0000_t136"]
    assert [one.get("trim") for one in shape if one.get("string")] == ["t"]  # they fill the shape
    width, height = (
        float(re.findall(rf"{side}:([\d.]+)pt", str(shape.get("style")))[0]) for side in ("width", "height")
    )
    with pdfplumber.open(BytesIO(render_pdf(made, Theme()))) as pdf:
        points = [point for letter in pdf.pages[0].curves for point in letter["pts"]]
    along, across = ([(x + sign * y) / 2**0.5 for x, y in points] for sign in (-1, 1))  # turned by 45 degrees
    assert max(across) - min(across) == pytest.approx(height, rel=0.06)
    assert max(along) - min(along) == pytest.approx(width, abs=0.25 * Theme().watermark.size)
    middle = Theme().page.width / 2, Theme().page.height / 2
    assert (max(across) + min(across)) / 2 == pytest.approx(sum(middle) / 2**0.5, abs=4)


def test_no_watermark_where_there_is_none() -> None:
    word_file = _written(resolved(p("text"), watermark=""))
    assert not any(b"PowerPlus" in part for part in word_file.parts.values())


def test_a_long_watermark_keeps_out_of_the_margins() -> None:
    word_file = _written(resolved(p("text"), watermark="Draft for consultation"))
    [shape] = [one for one in word_file.root("word/header1.xml").iter() if one.get("type") == "#_x0000_t136"]
    width = float(re.findall(r"width:([\d.]+)pt", str(shape.get("style")))[0])
    assert width < Theme().page.text_width * 2**0.5
