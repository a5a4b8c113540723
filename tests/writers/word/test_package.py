"""The file around the words: properties, furniture, looks, bytes."""

import os
import subprocess
import sys
from datetime import date

import pytest
from attrs import evolve

from csp_docs.blocks import Callout, Document, Lines, List, PageBreak, Paragraph, Section
from csp_docs.theme.theme import Page, TextStyle, Theme
from tests.docx_file import WordFile, find_all, strings, text
from tests.printing import render_docx
from tests.sample import document, p, t

_PRINT_DIGEST = """
import hashlib
from csp_docs.theme.theme import Theme
from tests.printing import render_docx
from tests.sample import document
print(hashlib.sha256(render_docx(document(), Theme())).hexdigest())
"""


def _opened(given: Document, theme: Theme | None = None) -> WordFile:
    return WordFile(render_docx(given, theme or Theme()))


def _digest(**environment: str) -> str:
    command = [sys.executable, "-c", _PRINT_DIGEST]
    environment = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


def test_the_same_bytes_in_another_time_zone_with_other_hashes() -> None:
    assert _digest(TZ="Pacific/Auckland", PYTHONHASHSEED="1") == _digest(TZ="America/New_York", PYTHONHASHSEED="2")


def test_importing_the_package_leaves_python_docx_alone() -> None:
    command = [sys.executable, "-c", "import csp_docs, sys; sys.exit('docx' in sys.modules)"]
    assert subprocess.run(command, check=False).returncode == 0


def test_properties_say_what_the_document_is() -> None:
    core = _opened(document()).root("docProps/core.xml")
    found = {str(one.tag).rpartition("}")[2]: one.text for one in core}
    assert found == {
        "title": "Safer Streets",
        "subject": "Cabinet report",
        "creator": "Example District Council",
        "lastModifiedBy": "Example District Council",
        "language": "en-GB",
        "revision": "1",
        "created": "2013-07-23T00:00:00Z",
        "modified": "2013-07-23T00:00:00Z",
    }


def test_a_document_without_a_date_and_with_a_long_title_has_properties_too() -> None:
    word_file = _opened(evolve(document(), date=None, title="word " * 100))
    core = word_file.parts["docProps/core.xml"].decode()
    assert str(date(2000, 1, 1)) in core
    assert "word …" in core


def test_the_language_of_the_document_is_the_default() -> None:
    styles = _opened(evolve(document(), language="cy-GB")).root("word/styles.xml")
    assert strings(styles, "//w:docDefaults//w:lang/@w:val") == ["cy-GB"]


def test_every_page_has_the_marking_and_the_foot() -> None:
    word_file = _opened(evolve(document(), marking="OFFICIAL"))
    assert text(word_file.root("word/header1.xml")) == "OFFICIAL"
    assert text(word_file.root("word/footer1.xml")) == "Safer StreetsPage 1 of 1"
    assert len(find_all(word_file.body, "//w:sectPr/*[@r:id]")) == 2


def test_the_page_label_has_fields_with_results() -> None:
    footer = _opened(document()).root("word/footer1.xml")
    assert strings(footer, "//w:instrText/text()") == [" PAGE ", " NUMPAGES "]
    assert text(footer).endswith("Page 1 of 1")


def test_looks_come_from_the_theme() -> None:
    theme = Theme(body=TextStyle(13, 18, after=7))
    [normal] = find_all(_opened(document(), theme).root("word/styles.xml"), "//w:style[@w:styleId='Normal']")
    assert strings(normal, "w:rPr/w:sz/@w:val") == ["26"]
    assert strings(normal, "w:pPr/w:spacing/@w:*") == ["140", "360", "atLeast"]


def test_what_follows_a_page_break_begins_a_page() -> None:
    word_file = _opened(evolve(document(), blocks=(p("before"), PageBreak(), p("after"))))
    assert [text(one) for one in find_all(word_file.body, "//w:p[w:pPr/w:pageBreakBefore]")] == ["after"]


def test_lines_are_one_paragraph() -> None:
    word_file = _opened(evolve(document(), blocks=(Lines((t("one"), t("two"))),)))
    assert [text(one) for one in word_file.paragraphs()] == ["one two"]
    assert len(find_all(word_file.body, "//w:br")) == 1


def test_a_paragraph_that_leads_to_a_list_stays_with_it() -> None:
    blocks = (Paragraph(t("alone")), Paragraph(t("leads")), List(((p("item"),),)))
    word_file = _opened(evolve(document(), blocks=blocks))
    assert [text(one) for one in find_all(word_file.body, "//w:p[w:pPr/w:keepNext]")] == ["leads"]


def test_a_callout_is_one_box_that_stays_on_a_page() -> None:
    word_file = _opened(evolve(document(), blocks=(Section((), (Callout((p("first"), p("last")), t("Note")),)),)))
    assert [text(one) for one in find_all(word_file.body, "//w:p[not(w:pPr/w:keepNext)]")] == ["last"]
    assert set(map(word_file.built_on, word_file.paragraphs())) == {"Callout", "CalloutHeading"}


def test_two_callouts_are_two_boxes() -> None:
    callout = Callout((p("words"),))
    word_file = _opened(evolve(document(), blocks=(Section((), (callout, callout)),)))
    assert [text(one) for one in word_file.paragraphs()] == ["words", "", "words"]


@pytest.mark.parametrize(
    ("names", "printed"),
    [
        (("Anytown Borough Council", "ABC"), "Anytown Borough Council"),
        (("Anytown Borough Council" * 3, "ABC"), "ABC"),
        (("Safer streets " * 9, "Safer streets " * 8), "Safer streets " * 4 + "Safer…"),
    ],
)  # fmt: skip
def test_the_foot_is_on_one_line(names: tuple[str, ...], printed: str) -> None:
    foot = _opened(evolve(document(), foot=names)).root("word/footer1.xml")
    assert text(foot) == f"{printed}Page 1 of 1"


def test_narrow_margins_leave_the_header_on_the_page() -> None:
    word_file = _opened(evolve(document(), marking="OFFICIAL"), Theme(page=Page(top=30)))
    assert strings(word_file.body, "//w:pgMar/@w:header") == ["560"]


def test_what_holds_nothing_changes_nothing_around_it() -> None:
    plain = _opened(evolve(document(), blocks=(p("before"),)))
    with_nothing = _opened(evolve(document(), blocks=(p("before"), List(()), Callout(()))))
    assert plain.parts["word/document.xml"].count(b"<w:spacing") == 0
    assert text(with_nothing.paragraphs()[0]) == "before"
    assert with_nothing.parts["word/document.xml"].count(b"<w:spacing") == 0
