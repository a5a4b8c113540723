"""Styles are what they say: strong words are bold in every style, and each style has all its properties."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from attrs import evolve
from lxml import etree

from csp_docs.blocks import Blocks, Document, Emphasis, Grid, GridCell, Inlines, Link, Strong, Text, walk
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.contents import with_pages
from csp_docs.typesetting.numbering import resolve
from csp_docs.writers.word import render_docx
from tests import sample
from tests.docx_file import NAMESPACES, W, WordFile, find_all, text, value
from tests.plan_sample import plan
from tests.sample import p, t

TOGGLES = {"b": "Strong", "i": "Emphasis"}
"""Properties that two styles turn off together, and the style of words that have one."""
OFF = ("0", "false")


def marked(document: Document, mark: Callable[[Inlines], Strong | Emphasis | Link]) -> Document:
    """Return ``document`` with every text of it in ``mark``: in headings, captions, cells, boxes, notes, lists."""

    def on_inlines(inlines: Inlines) -> Inlines:
        return tuple(
            mark((inline,)) if isinstance(inline, Text) else walk.inline_rebuilt(inline, on_inlines)
            for inline in inlines
        )

    def on_blocks(blocks: Blocks) -> Blocks:
        return walk.mapped(lambda block: walk.rebuilt(block, on_blocks, on_inlines), blocks)

    return evolve(document, blocks=on_blocks(document.blocks))


def opened(document: Document) -> WordFile:
    numbered, _ = resolve(document, Theme())
    return WordFile(render_docx(with_pages(numbered, dict.fromkeys(walk.ids(numbered.blocks), 1)), Theme(), ""))


def style_has(word: WordFile, id_: str | None, tag: str) -> bool:
    """Tell whether a style has a toggle property, by itself or from those that it is based on."""
    style = word.styles.get(id_) if id_ else None
    if style is None:
        return False
    own = style.find(f"w:rPr/w:{tag}", NAMESPACES)
    return style_has(word, value(style, "w:basedOn"), tag) if own is None else own.get(W + "val") not in OFF


def is_on(word: WordFile, paragraph: etree._Element, run: etree._Element, tag: str) -> bool:
    """Tell whether a run has a toggle property, as ECMA-376 part 1, 17.7.3, says it."""
    own = run.find(f"w:rPr/w:{tag}", NAMESPACES)
    if own is not None:
        return own.get(W + "val") not in OFF
    styles = value(paragraph, "w:pPr/w:pStyle") or "Normal", value(run, "w:rPr/w:rStyle")
    return sum(style_has(word, style, tag) for style in styles) % 2 == 1


def is_marked(run: etree._Element, tag: str) -> bool:
    own = run.find(f"w:rPr/w:{tag}", NAMESPACES) is not None
    return own or value(run, "w:rPr/w:rStyle") == TOGGLES[tag]


def runs(word: WordFile) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Yield all runs with words of the text, its notes and its heads, with their paragraphs."""
    names = (name for name in word.parts if name.startswith("word/") and name.endswith(".xml"))
    for root in map(word.root, names):
        for paragraph in root.iter(W + "p"):
            yield from ((paragraph, run) for run in paragraph.iter(W + "r") if text(run).strip())


GRID = Grid((GridCell((p("words"),), t("title")), GridCell((p("words"),), t("title"))))
DOCUMENTS = {
    "report": sample.document(),
    "plan": evolve(plan(), blocks=(*plan().blocks, GRID)),
}
MARKS: dict[str, Callable[[Inlines], Strong | Emphasis | Link]] = {
    "strong": Strong,
    "emphasis": Emphasis,
    "strong in emphasis": lambda inlines: Emphasis((Strong(inlines),)),
    "a strong link": lambda inlines: Link((Strong(inlines),), "https://example.org"),
}


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_mark_turns_off_what_a_style_has(name: str, mark: str) -> None:
    word, checked = opened(marked(DOCUMENTS[name], MARKS[mark])), set[str]()
    for paragraph, run in runs(word):
        style = value(paragraph, "w:pPr/w:pStyle") or "Normal"
        for tag in TOGGLES:
            wanted = is_marked(run, tag) or style_has(word, style, tag)
            assert is_on(word, paragraph, run, tag) == wanted, (style, text(run))
        checked.add(style)
    assert len(checked) > 10


def test_no_table_style_has_a_toggle_property() -> None:
    styles = opened(sample.document()).root("word/styles.xml")
    tables = find_all(styles, "//w:style[@w:type='table']")
    assert tables
    assert [find_all(table, ".//w:rPr") for table in tables if find_all(table, ".//w:rPr")] == []


@pytest.mark.parametrize("style", ["Header", "Footer"])
def test_head_and_foot_have_their_right_tab(style: str) -> None:
    word = opened(sample.document())
    [tab] = find_all(word.styles[style], "./w:pPr/w:tabs/w:tab")
    assert (tab.get(W + "val"), tab.get(W + "pos")) == ("right", str(round(Theme().page.text_width * 20)))


def test_what_follows_a_caption_or_a_title_has_another_style() -> None:
    word = opened(plan())
    following = {name: value(word.styles[name], "w:next") for name in ("Caption", "Title")}
    assert following == {"Caption": "BodyText", "Title": "BodyText"}
    assert set(following.values()) <= set(word.styles)
