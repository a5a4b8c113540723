"""Contents as Word makes them, and as LibreOffice makes them anew."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from attrs import evolve
from lxml import etree

from csp_docs.blocks import (
    Appendix,
    Caption,
    Chart,
    ChartKind,
    Contents,
    Document,
    Embedded,
    Figure,
    Frame,
    Listing,
    Pending,
    Section,
    Series,
    walk,
)
from csp_docs.theme.metrics import width
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.contents import with_pages
from csp_docs.typesetting.numbering import resolve
from tests.docx_file import WordFile, find_all, strings, text, value
from tests.plan_sample import document, embedded
from tests.printing import page_map, render_docx
from tests.sample import TABLE, p, t
from tests.writers.word.plans import nested, resolved


def _entries(given: Document) -> list[list[str]]:
    """The entries of all contents as resolved: number, title and page."""
    found = []
    for block in walk.every_block(given.blocks):
        if isinstance(block, Contents):
            lines = (f"{entry.number} {walk.words(entry.title)} {entry.page}".strip() for entry in block.entries)
            found.append(list(lines))
    return found


def _printed(word_file: WordFile) -> list[list[str]]:
    controls = find_all(word_file.body, "//w:sdt[.//w:docPartGallery/@w:val='Table of Contents']")
    return [[_line(one) for one in find_all(control, ".//w:p[w:hyperlink]")] for control in controls]


def _line(paragraph: etree._Element) -> str:
    runs = find_all(paragraph, ".//w:t|.//w:tab[parent::w:r]")
    return "".join(run.text or " " for run in runs).replace("  ", " ")


def test_entries_show_numbers_titles_and_pages() -> None:
    for given in (document(), nested()):
        assert _printed(WordFile(render_docx(given, Theme()))) == _entries(given)


def test_the_titles_of_the_entries_of_a_level_are_one_below_the_other() -> None:
    word_file = WordFile(render_docx(document(), Theme()))
    entries = find_all(word_file.body, "//w:sdt//w:p[w:hyperlink]")
    tabbed = [one for one in entries if find_all(one, "w:hyperlink/w:r[w:t][w:tab][not(w:rPr/w:webHidden)]")]
    lines = [_line(one).rpartition(" ")[0] for one in entries]
    figures = [line for line in lines if re.match(r"[\d.]+ ", line)]
    assert [_line(one).rpartition(" ")[0] for one in tabbed] == figures != []
    assert "Atodiad 1: Cysylltiadau" in lines
    titles = {(value(one, "w:pPr/w:pStyle"), word_file.said(one, "ind", "left")) for one in tabbed}
    assert len(titles) == len({style for style, _ in titles})
    for one in tabbed:  # the tab ends at the indent of the title, beyond the number
        number, hanging = _line(one).split()[0], word_file.said(one, "ind", "hanging")
        assert int(hanging or 0) >= width(number, bold=True) * Theme().contents[0].size * 20


def test_the_dots_of_entries_are_not_bold_and_do_not_touch_the_title() -> None:
    word_file = WordFile(render_docx(with_lists(), Theme()))
    for entry in find_all(word_file.body, "//w:p[w:hyperlink/w:r[w:tab][w:rPr/w:webHidden]]"):
        [leader] = find_all(entry, "w:hyperlink/w:r[w:tab][w:rPr/w:webHidden]")
        assert text(leader).startswith(" ")
        bold = word_file.styles[value(entry, "w:pPr/w:pStyle")].find("{*}rPr/{*}b") is not None
        assert strings(leader, "w:rPr/w:b/@w:val") == ["0"] * bold


def test_entries_lead_to_their_headings() -> None:
    word_file = WordFile(render_docx(document(), Theme()))
    for entry in find_all(word_file.body, "//w:sdt//w:hyperlink"):
        [name] = strings(entry, "@w:anchor")
        assert re.fullmatch(r"_Toc\d{8}", name)
        assert strings(entry, ".//w:instrText/text()") == [rf" PAGEREF {name} \h "]
        [heading] = find_all(word_file.body, f"//w:p[w:bookmarkStart/@w:name='{name}']")
        assert text(heading) in text(entry)


def test_the_field_takes_the_levels_that_are_listed() -> None:
    word_file = WordFile(render_docx(document(), Theme()))
    host, inner = (code for code in strings(word_file.body, "//w:instrText/text()") if code.startswith(" TOC"))
    assert host == r' TOC \o "1-2" \h \z \u '
    found = re.fullmatch(r' TOC \\b (\w+) \\o "2-4" \\h \\z \\u ', inner)
    assert found
    assert len(find_all(word_file.body, f"//w:bookmarkStart[@w:name='{found[1]}']")) == 1


def test_the_range_of_inner_contents_is_the_inner_document() -> None:
    word_file = WordFile(render_docx(document(), Theme()))
    [start] = find_all(word_file.body, "w:body/w:bookmarkStart")
    [end] = find_all(word_file.body, f"//w:bookmarkEnd[@w:id='{start.values()[0]!s}']")
    paragraphs = [text(one) for one in word_file.paragraphs()]
    before = [text(one) for one in find_all(start, "preceding::w:p")]
    through = [text(one) for one in find_all(end, "preceding::w:p|ancestor::w:p")]
    assert before[-1] == "The plan of the town council"
    assert through[-1] == "Ffoniwch y cyngor."
    assert paragraphs[len(through)] == "Words explained"


def test_contents_below_a_heading_of_the_inner_document_have_its_range_too() -> None:
    inner = Section(t("One"), (p("words"), Section(t("Two"), (Contents(t("Contents")),))))
    given = resolved(Appendix(t("Plan"), (Embedded(evolve(embedded(), blocks=(inner,))),)))
    word_file = WordFile(render_docx(given, Theme()))
    [code] = (code for code in strings(word_file.body, "//w:instrText/text()") if code.startswith(" TOC"))
    name = str(code).split()[2]
    assert len(find_all(word_file.body, f"//w:bookmarkStart[@w:name='{name}']")) == 1


def test_titles_of_contents_and_covers_are_in_no_outline() -> None:
    word_file = WordFile(render_docx(document(), Theme()))
    for paragraph in word_file.paragraphs():
        style = value(paragraph, "w:pPr/w:pStyle") or ""
        if style.startswith(("TOCHeading", "Title", "Subtitle", "Cover")):
            levels = filter(None, (value(one, "w:outlineLvl") for one in word_file.style_chain(paragraph)))
            assert next(levels, "9") == "9"


def test_nothing_asks_the_reader_to_update() -> None:
    word_file = WordFile(render_docx(document(), Theme()))
    assert not find_all(word_file.root("word/settings.xml"), "//w:updateFields")
    assert not strings(word_file.body, "//w:fldChar/@w:dirty")


def test_contents_of_nothing_are_a_whole_field() -> None:
    given, [problem] = resolve(evolve(document(), blocks=(Contents(t("Contents")), p("text"))), Theme())
    assert "no heading that the contents could list" in problem.fact
    word_file = WordFile(render_docx(given, Theme()))
    kinds = strings(word_file.body, "//w:sdt//w:fldChar/@w:fldCharType")
    assert kinds == ["begin", "separate", "end"]


def test_libreoffice_makes_the_same_entries(
    tmp_path: Path, soffice_contents: Callable[[Path], list[list[str]]]
) -> None:
    given = document()
    path = tmp_path / "plan.docx"
    path.write_bytes(render_docx(given, Theme()))
    title, *lines = soffice_contents(path)[0]
    assert title == "Contents"
    assert [_without_page(line) for line in lines] == [_without_page(line) for line in _entries(given)[0]]


def test_libreoffice_finds_headings_on_the_pages_of_the_pdf(
    tmp_path: Path, soffice_contents: Callable[[Path], list[list[str]]]
) -> None:
    given = with_pages(document(), page_map(document(), Theme()))
    path = tmp_path / "plan.docx"
    path.write_bytes(render_docx(given, Theme()))
    assert [" ".join(line.split()) for line in soffice_contents(path)[0][1:]] == _entries(given)[0]


def test_libreoffice_keeps_headings_of_deeper_levels_out(
    tmp_path: Path, soffice_contents: Callable[[Path], list[list[str]]]
) -> None:
    deep = Section(t("One"), (Section(t("Two"), (p("a"), Section(t("Three"), (p("b"),)))),))
    path = tmp_path / "deep.docx"
    path.write_bytes(render_docx(resolved(Contents(t("Contents"), levels=2), deep), Theme()))
    [[_, *lines]] = soffice_contents(path)
    assert [_without_page(line) for line in lines] == ["1. One", "1.1 Two"]


def with_lists() -> Document:
    frame = Frame(Pending("[a map]", "Analyst to provide", "Analyst", "a map"))
    maps = (Figure(frame, caption=Caption("Map", t(f"The {name}"))) for name in ("north", "south"))
    chart = Chart(ChartKind.COLUMN, ("a", "b"), (Series("n", (Decimal(1), Decimal(2))),))
    figure = Figure(chart, alt="a", caption=Caption("Figure", t("Trend")))
    lists = Contents(t("Figures"), of=Listing.FIGURES), Contents(t("Tables"), of=Listing.TABLES)
    return resolved(*lists, Section(t("One"), (*maps, figure, TABLE)))


def _lists(word_file: WordFile) -> list[list[str]]:
    """The lines of each list of captions, without their titles: the paragraphs from one field's begin to its end."""
    lines = find_all(word_file.body, "//w:p[w:pPr/w:pStyle/@w:val='TableofFigures']")
    return [[_line(line) for line in run] for run in _runs(lines)]


def _runs(lines: list[etree._Element]) -> list[list[etree._Element]]:
    runs: list[list[etree._Element]] = []
    for line in lines:
        if any(code.startswith(" TOC") for code in strings(line, ".//w:instrText/text()")):
            runs.append([])
        runs[-1].append(line)
    return runs


def test_lists_of_captions_are_a_field_for_each_series() -> None:
    word_file = WordFile(render_docx(with_lists(), Theme()))
    codes = [code for code in strings(word_file.body, "//w:instrText/text()") if code.startswith(" TOC")]
    assert codes == [rf' TOC \h \z \c "{series}" ' for series in ("Map", "Figure", "Table")]
    assert [line for run in _lists(word_file) for line in run] == [
        line for run in _entries(with_lists()) for line in run
    ]


def test_lists_inside_embedded_documents_leave_the_fields_behind_them_whole(
    tmp_path: Path, soffice_pdf: Callable[[Path], Path], pdf_text: Callable[..., str]
) -> None:
    inner = evolve(embedded(), blocks=with_lists().blocks)
    docx = tmp_path / "lists.docx"
    given = resolved(Appendix(t("Plan"), (Embedded(inner),)), Section(t("Behind"), (TABLE,)))
    docx.write_bytes(render_docx(given, Theme()))
    assert "Table 1: Recorded crime by area" in pdf_text(soffice_pdf(docx)).rpartition("Behind")[2]


def test_entries_of_lists_lead_to_their_captions() -> None:
    word_file = WordFile(render_docx(with_lists(), Theme()))
    links = find_all(word_file.body, "//w:p[w:pPr/w:pStyle/@w:val='TableofFigures']/w:hyperlink")
    assert len(links) == 4
    for link in links:
        [name] = strings(link, "@w:anchor")
        [caption] = find_all(word_file.body, f"//w:p[w:bookmarkStart/@w:name='{name}']")
        assert text(link).startswith(text(caption))


def test_libreoffice_makes_the_same_lists(tmp_path: Path, soffice_contents: Callable[[Path], list[list[str]]]) -> None:
    path = tmp_path / "lists.docx"
    path.write_bytes(render_docx(with_lists(), Theme()))
    made = [[_without_page(line) for line in lines] for lines in soffice_contents(path)]
    assert made == [[_without_page(line) for line in lines] for lines in _lists(WordFile(path.read_bytes()))]


def _without_page(line: str) -> str:
    return re.sub(r" \d+$", "", " ".join(line.split()))


def test_words_in_another_language_say_so_in_the_contents() -> None:
    word_file = WordFile(render_docx(document(), Theme()))
    [control, _] = find_all(word_file.body, "//w:sdt[.//w:docPartGallery]")
    marked = find_all(control, ".//w:hyperlink[.//w:lang/@w:val='cy-GB']")
    assert ["".join(_line(one).split()) for one in marked] == [
        "1.0Cyflwyniad12",
        "2.0Ffigurau14",
        "Atodiad1:Cysylltiadau16",
    ]
