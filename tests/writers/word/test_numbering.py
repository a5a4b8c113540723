"""Word's own lists come to the numbers that were resolved."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from csp_docs.blocks import Appendix, Document, List, Numbering, Paragraph, Reference, Section, Text
from csp_docs.blocks.counters import NumberPattern
from csp_docs.theme.metrics import width
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.labels import label_room
from csp_docs.typesetting.numbering import resolve
from csp_docs.writers.word.styles.multilevel import count_with_headings, document_levels, number_stops
from tests.docx_file import NAMESPACES, WordFile, find_all, strings, text, value
from tests.printing import render_docx
from tests.sample import document, p, t
from tests.writers.word.reports import HOUSE_STYLES, printed, report


def _numbers(word_file: WordFile) -> list[str]:
    return [re.sub(r"\s+", " ", line) for line in word_file.numbered_texts()]


@pytest.mark.parametrize("pattern", ["1.", "1", "(1)", "1.0", "1.1", "1.1.1"])
@pytest.mark.parametrize("size", [16, 24, 28, 36])
def test_a_number_and_its_heading_are_a_space_apart_at_every_size(pattern: str, size: float) -> None:
    """An officer makes headings larger, beside the column of numbers. Word's own tab stops are every 36 points."""
    found, look, column = NumberPattern.parse(pattern), Theme().for_publication().heading(1), 42.5
    stops = [column * 20, *number_stops(found, look, column), *range(720, 14400, 720)]
    levels, _, _ = document_levels(Numbering((found,) * (found.parents + 1)), column, found, "")
    level = levels[-1].element(found.parents)
    assert re.search(r'w:lvlText w:val="[^"]* "', level)
    for count in (1, 9, 10, 88):
        number = found.format(*(count,) * (found.parents + 1))
        end, space = (width(words, bold=True) * size * 20 for words in (number, " "))
        title = min(stop for stop in stops if stop > end + space)
        assert space <= title - end <= space + 720


@pytest.mark.parametrize("pattern", ["1.", "1", "(1)", "1.0", "1.1", "1.1.1", "A.", "Section 1:"])
def test_a_space_follows_the_number_of_a_heading_at_the_margin(pattern: str) -> None:
    found = NumberPattern.parse(pattern)
    levels, _, _ = document_levels(Numbering((found,) * (found.parents + 1)), 0, found, "")
    level = levels[-1].element(found.parents)
    assert 'w:suff w:val="space"' in level
    assert re.search(r'w:lvlText w:val="[^"]*[^" ]"', level)


@pytest.mark.parametrize(("pattern", "column"), [("A.", 0), ("Section 1:", 0), ("Section 1:", 40)])
def test_other_headings_need_no_tab_stops(pattern: str, column: float) -> None:
    assert number_stops(NumberPattern.parse(pattern), Theme().heading(1), column) == []


@pytest.mark.parametrize("style", HOUSE_STYLES)
def test_a_reading_of_the_lists_gives_the_resolved_numbers(style: str) -> None:
    given = report(HOUSE_STYLES[style])
    lines = _numbers(WordFile(render_docx(given, Theme())))
    expected = list(printed(given.blocks))
    assert [line for line in lines if line in expected] == expected


@pytest.mark.parametrize("style", HOUSE_STYLES)
def test_libreoffice_prints_the_resolved_numbers(
    style: str, tmp_path: Path, soffice_pdf: Callable[[Path], Path], pdf_text: Callable[..., str]
) -> None:
    given = report(HOUSE_STYLES[style])
    path = tmp_path / "report.docx"
    path.write_bytes(render_docx(given, Theme()))
    lines = [re.sub(r"\s+", " ", line).strip() for line in pdf_text(soffice_pdf(path), layout=True).splitlines()]
    expected = list(printed(given.blocks))
    assert [line for line in lines if line in expected] == expected


@pytest.mark.parametrize("pattern", ["1.", "1", "1.0", "1.1", "A."])
def test_a_reference_to_a_number_is_that_number_without_a_space(
    pattern: str, tmp_path: Path, soffice_pdf: Callable[[Path], Path], pdf_text: Callable[..., str]
) -> None:
    """A program that prints the field anew takes all of the number from the list, except the full stop at its end."""
    found = NumberPattern.parse(pattern)
    places = [Section(t("Deep"), (Paragraph(t("Counted."), numbered=True, id="paragraph"),), id="deep")]
    words = Paragraph((Text("See "), Reference("deep", number=True), Text("; "), Reference("paragraph"), Text(".")))
    numbering = Numbering((found,) * (found.parents + 1), NumberPattern.parse(f"{'1.' * (found.parents + 1)}1"))
    for _ in range(found.parents):
        places = [Section(t("Above"), tuple(places))]
    resolved, _ = resolve(evolve(_lists(), blocks=(words, *places), numbering=numbering), Theme())
    path = tmp_path / "references.docx"
    path.write_bytes(render_docx(resolved, Theme()))
    numbers = {"1": "1; 1.1", "A": "A; 1.1", "1.0": "1.0; 1.1", "1.1": "1.1; 1.1.1"}[pattern.rstrip(".")]
    assert f"See {numbers}." in pdf_text(soffice_pdf(path))


def _lists(*lists: List) -> Document:
    return Document("Lists", "en-GB", "", "", lists, Numbering(), (), "")


def test_each_list_counts_from_its_own_start() -> None:
    letters, figures = NumberPattern.parse("(a)"), NumberPattern.parse("1.")
    items = ((p("x"),), (p("y"), List(((p("inner"),),), figures)), (p("z"),))
    lines = _numbers(WordFile(render_docx(_lists(List(items, letters, 3), List(items, letters)), Theme())))
    assert lines == ["(c) x", "(d) y", "1. inner", "(e) z", "(a) x", "(b) y", "1. inner", "(c) z"]


def test_a_wide_label_has_room() -> None:
    items = tuple((p(str(place)),) for place in range(8))
    word_file = WordFile(render_docx(_lists(List(items, NumberPattern.parse("(i)"))), Theme()))
    [number] = {value(one, "w:pPr/w:numPr/w:numId") for one in word_file.paragraphs()}
    root = word_file.root("word/numbering.xml")
    [abstract] = find_all(root, f"w:num[@w:numId='{number}']/w:abstractNumId")
    [indent] = find_all(root, f"w:abstractNum[@w:abstractNumId='{value(abstract, '.')}']/w:lvl[1]/w:pPr/w:ind")
    assert int(indent.values()[1]) / 20 > 12 * (2 * 0.333 + 0.5 + 3 * 0.222)  # "(viii)" in Arial


def test_lists_below_a_wide_label_begin_where_its_words_do() -> None:
    theme, wide = Theme(), NumberPattern.parse("Group 1:")
    inner = List(((p("inner"), p("more")),))
    word_file = WordFile(render_docx(_lists(List(((p("outer"), inner),), wide)), theme))
    [more] = [one for one in word_file.paragraphs() if text(one) == "more"]
    room = str(round((label_room(["Group 1:"], theme) + theme.list_indent) * 20))
    assert strings(more, "w:pPr/w:ind/@w:left") == [room]
    levels = find_all(word_file.root("word/numbering.xml"), f"//w:lvl[w:pPr/w:ind/@w:left='{room}']")
    assert "bullet" in [value(level, "w:numFmt") for level in levels]


def test_headings_keep_their_level_with_and_without_a_number() -> None:
    word_file = WordFile(render_docx(document(), Theme()))
    levels = {}
    for paragraph in word_file.paragraphs():
        found = (value(properties, "w:outlineLvl") for properties in word_file.style_chain(paragraph))
        if level := next(filter(None, found), ""):
            levels[text(paragraph)] = int(level) + 1
    top = dict.fromkeys(("Introduction", "Background", "Closing words", "The strategy"), 1)
    assert levels == {**top, "Funding": 2, "Aims": 2}


def test_each_level_of_the_list_belongs_to_a_style_that_belongs_to_it() -> None:
    word_file = WordFile(render_docx(document(), Theme()))
    root = word_file.root("word/numbering.xml")
    abstracts = {value(num, "w:abstractNumId"): str(num.values()[0]) for num in reversed(find_all(root, "w:num"))}
    for style in find_all(root, "//w:pStyle"):
        level = style.getparent()
        assert level is not None
        abstract = level.getparent()
        assert abstract is not None
        number = word_file.styles[str(style.values()[0])].find("w:pPr/w:numPr", NAMESPACES)
        assert number is not None
        depth = value(number, "w:ilvl") or "0"
        assert (value(number, "w:numId"), depth) == (abstracts[str(abstract.values()[0])], level.values()[0])


def test_the_list_styles_bring_their_numbers_along() -> None:
    word_file = WordFile(render_docx(document(), Theme()))
    styles, lists = word_file.root("word/styles.xml"), word_file.root("word/numbering.xml")
    for name in ("ListBullet", "ListNumber", "TableBullet", "TableNumber"):
        [number] = strings(styles, f"//w:style[@w:styleId='{name}']//w:numId/@w:val")
        [abstract] = strings(lists, f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
        tied = strings(lists, f"//w:abstractNum[@w:abstractNumId='{abstract}']//w:pStyle/@w:val")
        assert tied[0] == name


@pytest.mark.parametrize(
    ("style", "together"),
    [("1.0 and 1.1", True), ("letters and 1.1", False), ("roman, letters and 1.1", False), ("nothing", False)],
)
def test_only_decimal_headings_count_in_one_list_with_the_paragraphs(style: str, together: bool) -> None:
    assert count_with_headings(HOUSE_STYLES[style]) is together


def test_a_section_at_the_margin_is_not_next_to_the_column_of_numbers() -> None:
    """The label and the value of a stacked cover sheet begin at the margin, whether headings have numbers or not."""
    for headings in ((NumberPattern.parse("1.0"),), ()):
        label = Section(t("Label"), (p("value"),), numbered=False, at_margin=True)
        style = Numbering(headings=headings, paragraphs=NumberPattern.parse("1."), continuous=True)
        word_file = WordFile(render_docx(evolve(document(), numbering=style, blocks=(label,)), Theme()))
        edges = [word_file.said(one, "ind", "left") or "0" for one in word_file.paragraphs()]
        assert edges == ["0", "0"]


def test_what_follows_the_appendices_ranks_with_them() -> None:
    """The glossary is not a part of the last appendix: its heading looks like that of an appendix, without a label."""
    last = Section(t("Glossary"), (p("words"),), numbered=False, at_margin=True, like_appendix=True)
    style = Numbering(headings=(NumberPattern.parse("1.0"),), paragraphs=NumberPattern.parse("1."), continuous=True)
    appendix = Appendix(t("Title"), (p("words"),), label="A", together=True)
    word_file = WordFile(render_docx(evolve(document(), numbering=style, blocks=(appendix, last)), Theme()))
    one, _, other, words = word_file.paragraphs()
    styles = [word_file.styles[word_file.built_on(each)] for each in (one, other)]
    assert [value(one, "w:basedOn") for one in styles] == ["Heading1", "Heading1"]
    assert [one.find("w:rPr", NAMESPACES) for one in styles] == [None, None]
    assert word_file.said(one, "spacing", "before") == word_file.said(other, "spacing", "before")
    assert [word_file.said(each, "ind", "left") or "0" for each in (other, words)] == ["0", "0"]
    assert _numbers(word_file) == ["A Title", "words", "Glossary", "words"]
