"""A whole other document inside an appendix: its own numbers, words and language, one level down."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from csp_docs.blocks import Appendix, Blocks, Document, Embedded, Section, walk
from csp_docs.theme.theme import Theme
from tests.docx_file import WordFile, find_all, strings, text, value
from tests.plan_sample import document
from tests.printing import render_docx
from tests.writers.word.plans import nested
from tests.writers.word.reports import printed

DOCUMENTS = {"plan": document(), "nested": nested()}


@pytest.fixture(params=DOCUMENTS, name="given")
def given_fixture(request: pytest.FixtureRequest) -> Document:
    return DOCUMENTS[request.param]


def _all_printed(given: Document) -> Iterator[str]:
    """Headings and numbered paragraphs with their numbers, those of documents inside in their place."""
    for block in given.blocks:
        yield from printed((block,))
        if isinstance(block, Appendix) and isinstance(block.blocks[0], Embedded):
            yield from _all_printed(block.blocks[0].document)


def test_word_counts_to_the_numbers_of_each_document(given: Document) -> None:
    lines = [re.sub(r"\s+", " ", line) for line in WordFile(render_docx(given, Theme())).numbered_texts()]
    expected = list(_all_printed(given))
    assert [line for line in lines if line in expected] == expected


def test_libreoffice_prints_the_numbers_of_each_document(
    given: Document, tmp_path: Path, soffice_pdf: Callable[[Path], Path], pdf_text: Callable[..., str]
) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(render_docx(given, Theme()))
    lines = [re.sub(r"\s+", " ", line).strip() for line in pdf_text(soffice_pdf(path), layout=True).splitlines()]
    expected = list(_all_printed(given))
    assert [line for line in lines if line in expected] == expected


def _levels(blocks: Blocks, level: int = 1) -> Iterator[tuple[str, int]]:
    for block in blocks:
        match block:
            case Section() | Appendix():
                yield walk.words(block.title), level
                yield from _levels(block.blocks, level + 1)
            case Embedded():
                yield from _levels(block.document.blocks, level)


def test_headings_stand_one_level_below_those_of_the_document_around(given: Document) -> None:
    word_file = WordFile(render_docx(given, Theme()))
    found = []
    for paragraph in word_file.paragraphs():
        chain = (value(properties, "w:outlineLvl") for properties in word_file.style_chain(paragraph))
        level = next(filter(None, chain), "9")
        if level != "9":
            found.append((text(paragraph), int(level) + 1))
    assert found == list(_levels(given.blocks))


def test_words_of_another_language_say_so_on_pages_and_in_notes() -> None:
    word_file = WordFile(render_docx(document(), Theme()))
    said = "//w:r[w:rPr/w:lang/@w:val='cy-GB']"
    words = {text(one) for one in find_all(word_file.body, said)}
    assert {"Cyflwyniad", "Ffoniwch y cyngor.", "Lladradau"} <= words
    assert not words & {"The plan of the town council", "Words explained", "Foreword"}
    assert "Cyhoeddwyd yn 2024." in {text(one) for one in find_all(word_file.root("word/footnotes.xml"), said)}
    names = [name for name in word_file.parts if re.match(r"word/(header|footer)", name)]
    furniture = {text(one) for name in names for one in find_all(word_file.root(name), said)}
    assert {"SWYDDOGOL", "Cynllun y Cyngor", "Tudalen "} <= furniture


def test_captions_count_afresh_and_go_on_behind() -> None:
    codes = strings(WordFile(render_docx(document(), Theme())).body, "//w:instrText[contains(., 'SEQ')]/text()")
    plain, afresh = r" SEQ Table \* ARABIC ", r" SEQ Table \* ARABIC \r 1 "
    assert codes == [plain, plain, plain, afresh, plain]


def test_libreoffice_counts_captions_as_they_are_printed(
    tmp_path: Path, soffice_pdf: Callable[[Path], Path], pdf_text: Callable[..., str]
) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(render_docx(document(), Theme()))
    found = re.findall(r"(Table\s\d): ", pdf_text(soffice_pdf(path)))
    assert [one[-1] for one in found] == ["1", "2", "3", "1", "2"]


def test_footnotes_run_on() -> None:
    word_file = WordFile(render_docx(document(), Theme()))
    assert strings(word_file.body, "//w:footnoteReference/@w:id") == ["1", "2"]
    assert not find_all(word_file.body, "//w:footnotePr|//w:pgNumType")


def test_the_heading_of_the_appendix_stands_on_the_tinted_cover(
    tmp_path: Path, soffice_pdf: Callable[[Path], Path], pdf_text: Callable[..., str]
) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(render_docx(document(), Theme()))
    pages = [" ".join(page.split()) for page in pdf_text(soffice_pdf(path)).split("\f")]
    [cover] = [page for page in pages if "Appendix B" in page and "Cyngor Anytown" in page]
    assert cover == "SWYDDOGOL Appendix B – The plan of the town council Cyngor Anytown Cynllun y Cyngor 2024"


def test_text_stands_at_the_edge_of_its_own_document() -> None:
    """Numbered paragraphs push text to the right: in the report, not in the plan inside it."""
    word_file = WordFile(render_docx(nested(), Theme()))
    outside, inside = find_all(word_file.body, "//w:p[.//w:t='Note']")
    theme = Theme()
    edge = theme.callout_bar + theme.callout_padding
    assert word_file.said(outside, "ind", "left") == str(round((theme.number_width + edge) * 20))
    assert word_file.said(inside, "ind", "left") == str(round(edge * 20))
    assert find_all(outside, "w:pPr/w:ind") + find_all(inside, "w:pPr/w:ind") == []
    boxes = strings(word_file.body, "//w:tbl[w:tblPr/w:tblStyle/@w:val='CalloutBox']/w:tblPr/w:tblInd/@w:w")
    assert boxes == [str(round(theme.number_width * 20)), "0", "0"]


def test_pandoc_sees_the_headings_of_all_documents(tmp_path: Path, pandoc: Callable[[Path], dict[str, Any]]) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(render_docx(document(), Theme()))
    headers = [block["c"] for block in pandoc(path)["blocks"] if block["t"] == "Header"]
    found = {"".join(one.get("c", " ") for one in words if one["t"] in {"Str", "Space"}): level for level, _, words in headers}  # fmt: skip # noqa: E501
    assert {title: found.get(title) for title, _ in _levels(document().blocks)} == dict(_levels(document().blocks))
