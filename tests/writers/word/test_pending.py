"""Words that somebody still owes: highlighted, with a comment that Word shows beside them."""

import subprocess
from pathlib import Path

import pytest
from attrs import evolve

from csp_docs.blocks import Block, Emphasis, Figure, Link, Note, Paragraph, Section, Strong, Text
from csp_docs.theme.colours import Colours
from csp_docs.theme.theme import Theme
from tests.docx_file import WordFile, find_all, strings, text
from tests.figure_sample import FRAME, OWED, PHOTO_FIGURE, TABLE, figures_document
from tests.printing import render_docx
from tests.sample import p, t

_HIGHLIGHTED = "//w:r[w:rPr/w:rStyle/@w:val='Pending']"


def _opened(*blocks: Block) -> WordFile:
    return WordFile(render_docx(figures_document(*blocks), Theme()))


def _commented(word_file: WordFile) -> list[str]:
    """The words between the two ends of each comment."""
    paths = (
        f"//w:t[preceding::w:commentRangeStart/@w:id='{id_}'][following::w:commentRangeEnd/@w:id='{id_}']/text()"
        for id_ in strings(word_file.root("word/comments.xml"), "//w:comment/@w:id")
    )
    return ["".join(strings(word_file.body, path)) for path in paths]


def test_pending_words_are_highlighted_and_a_comment_says_who_owes_them() -> None:
    word_file = _opened(Paragraph((Text("See "), OWED, Text("."))))
    assert [text(run) for run in find_all(word_file.body, _HIGHLIGHTED)] == [OWED.text]
    assert _commented(word_file) == [OWED.text]
    [comment] = find_all(word_file.root("word/comments.xml"), "w:comment")
    assert text(comment) == OWED.comment
    said = [strings(comment, f"@w:{name}") for name in ("author", "initials", "date")]
    assert said == [["Example District Council"], ["EDC"], ["2011-04-01T00:00:00Z"]]


def test_a_comment_of_a_document_without_a_date_has_none() -> None:
    document = evolve(figures_document(Paragraph((OWED,))), date=None, author="")
    [comment] = find_all(WordFile(render_docx(document, Theme())).root("word/comments.xml"), "w:comment")
    assert {str(name).rpartition("}")[2]: given for name, given in comment.attrib.items()} == {
        "id": "0",
        "author": "",
        "initials": "",
    }


def test_the_highlight_has_the_colour_of_the_theme() -> None:
    theme = Theme(colours=Colours(pending="CCFFCC"))
    word_file = WordFile(render_docx(figures_document(Paragraph((OWED,))), theme))
    assert len(find_all(word_file.body, _HIGHLIGHTED)) == 1
    assert strings(word_file.styles["Pending"], "w:rPr/w:shd/@w:fill") == ["CCFFCC"]


def test_pending_words_look_like_the_words_around_them() -> None:
    link = Link((OWED,), "https://example.gov.uk")
    word_file = _opened(Paragraph((Strong((Emphasis((OWED,)),)), link)))
    strong, linked = find_all(word_file.body, _HIGHLIGHTED)
    assert find_all(strong, "w:rPr/w:b")
    assert find_all(strong, "w:rPr/w:i")
    assert strings(linked, "w:rPr/w:u/@w:val") == ["single"]
    assert _commented(word_file) == [OWED.text] * 2


@pytest.mark.parametrize(
    "block",
    [TABLE, FRAME, evolve(PHOTO_FIGURE, source=(OWED,)), Section((Text("Results "), OWED), (p("x"),))],
    ids=["cell and caption", "frame", "source", "heading"],
)
def test_comments_stand_wherever_words_may_wait(block: Block) -> None:
    assert set(_commented(_opened(block))) == {OWED.text}


def test_words_in_a_footnote_are_told_of_at_its_mark_because_word_shows_no_comment_inside() -> None:
    word_file = _opened(Paragraph((Text("Fear fell"), Note((Text("See "), OWED)), Text("."))))
    notes = word_file.root("word/footnotes.xml")
    assert [text(run) for run in find_all(notes, _HIGHLIGHTED)] == [OWED.text]
    assert find_all(notes, "//w:commentReference") == []
    [mark] = find_all(
        word_file.body, "//w:footnoteReference[preceding::w:commentRangeStart][following::w:commentRangeEnd]"
    )
    assert mark.tag.endswith("footnoteReference")


def test_a_repeated_mark_does_not_ask_again() -> None:
    word_file = _opened(Paragraph((Note((OWED,)), Note((OWED,), repeated=True))))
    assert len(find_all(word_file.root("word/comments.xml"), "w:comment")) == 1


def test_a_document_that_waits_for_nothing_has_no_comments() -> None:
    assert "word/comments.xml" not in _opened(Paragraph(t("All is here.")), Figure(PHOTO_FIGURE.content, "Hills")).parts


@pytest.mark.needs("pandoc")
def test_pandoc_finds_the_comments(tmp_path: Path) -> None:
    path = tmp_path / "pending.docx"
    path.write_bytes(render_docx(figures_document(Paragraph((Text("See "), OWED))), Theme()))
    command = ["pandoc", "--from=docx", "--to=markdown", "--wrap=none", "--track-changes=all", str(path)]
    found = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    assert f'[{OWED.comment}]{{.comment-start id="0" author="Example District Council"' in found
