"""What is written as text is what lxml would write; and nothing is made, packed or walked twice."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from csp_docs.blocks import walk
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.drawings.drawings import PREFIXES, alternative, d, declared
from csp_docs.writers.word.file import trees
from csp_docs.writers.word.file.elements import (
    NAMESPACES,
    R_NAMESPACE,
    Xml,
    related,
    root,
    run,
    text_content,
    to_bytes,
    w,
    with_attribute,
)
from csp_docs.writers.word.file.language import set_language
from csp_docs.writers.word.file.paragraphs import all_kept, first_unkept, none_kept, paragraph
from csp_docs.writers.word.story import Story
from csp_docs.writers.word.styles.toggles import keep_on
from csp_docs.writers.word.stylesheet import styles_of
from tests import figure_sample, sample
from tests.docx_file import W
from tests.printing import render_docx

WORDS = st.text(
    st.one_of(st.sampled_from("ab &<>\"'\t\n\r\u00ad\u2011\u00a0é"), st.characters(blacklist_categories=["Cc", "Cs"])),
    max_size=12,
).filter(lambda text: not {"\ufffe", "\uffff"} & set(text))
"""Texts with what has to be escaped, what Word has elements of its own for, and all else that XML can have."""


def by_lxml(tag: str, attributes: dict[str, str], children: list[etree._Element]) -> etree._Element:
    element = etree.Element(W + tag, {W + name: value for name, value in attributes.items()}, nsmap=NAMESPACES)
    element.extend(children)
    return element


def parsed(text: Xml) -> etree._Element:
    return etree.fromstring(root("root", text))[0]


@st.composite
def pairs(draw: st.DrawFn, depth: int = 3) -> tuple[Any, etree._Element]:
    """Draw an element as text, and the same by lxml."""
    tag = draw(st.sampled_from(("p", "r", "pPr")))
    attributes = draw(st.dictionaries(st.sampled_from(("val", "id", "name")), WORDS, max_size=3))
    below = draw(st.lists(pairs(depth - 1), max_size=3)) if depth else []
    texts, elements = [one for one, _ in below], [one for _, one in below]
    return w(tag, *texts, **attributes), by_lxml(tag, attributes, elements)


@given(pairs())
def test_text_is_what_lxml_writes(pair: tuple[Any, etree._Element]) -> None:
    text, element = pair
    whole = etree.Element(W + "body", nsmap=NAMESPACES)
    whole.append(element)
    assert to_bytes(root("w:body", text)) == trees.to_bytes(whole)


@st.composite
def drawn(draw: st.DrawFn, depth: int = 3) -> tuple[Xml, etree._Element]:
    """Draw an element of many namespaces as text, and the same by lxml."""
    prefix = draw(st.sampled_from(sorted(PREFIXES)))
    below = draw(st.lists(drawn(depth - 1), max_size=3)) if depth else []
    element = etree.Element(f"{{{PREFIXES[prefix]}}}it", val="words > 1", nsmap={prefix: PREFIXES[prefix]})
    element.extend(one for _, one in below)
    return d(f"{prefix}:it", *(one for one, _ in below), val="words > 1"), element


@given(drawn(), st.sets(st.sampled_from(["a", "c", "wp"])))
def test_prefixes_are_declared_where_lxml_declares_them(pair: tuple[Xml, etree._Element], known: set[str]) -> None:
    text, element = pair
    prefixes = {prefix: PREFIXES[prefix] for prefix in ("w", *sorted(known))}
    assert declared(text, prefixes) == trees.written(element, prefixes)


def test_what_a_drawing_requires_is_declared_with_it() -> None:
    head = declared(alternative(d("w:drawing", d("wps:wsp", d("wps:bodyPr"))), "wps"))
    assert head.count("xmlns:") == 2
    choice = etree.fromstring(root("root", head)).find(f".//{{{PREFIXES['mc']}}}Choice")
    assert choice is not None
    assert choice.nsmap[choice.get("Requires")] == PREFIXES["wps"]


@given(WORDS)
def test_words_are_read_as_they_were_given(words: str) -> None:
    printed = parsed(run((), *text_content(words)))
    special = {W + "softHyphen": "\u00ad", W + "noBreakHyphen": "\u2011"}
    found = "".join(special.get(child.tag, child.text or "") for child in printed)
    assert found == words.replace("\t", " ").replace("\n", " ")
    assert trees.written(printed) == run((), *text_content(words))


@given(WORDS, WORDS)
def test_an_attribute_is_set_as_lxml_sets_it(first: str, then: str) -> None:
    for given_ in ({"after": first}, {"before": first}, {"after": first, "line": first}):
        element = by_lxml("spacing", given_, [])
        element.set(W + "after", then)
        assert with_attribute(w("spacing", **given_), "after", then) == trees.written(element)
    element = by_lxml("hyperlink", {"anchor": first}, [by_lxml("r", {}, [])])
    element.set(f"{{{R_NAMESPACE}}}id", then)
    assert related(w("hyperlink", w("r"), anchor=first), then) == trees.written(element)


@pytest.mark.parametrize("text", ["\x00", "a\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_xml_forbids_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"XML cannot have|surrogates"):
        to_bytes(root("w:body", *text_content(text)))


def test_paragraphs_are_kept_wherever_they_are() -> None:
    inside = paragraph("Diagram", [run((), *text_content("words <w:keepNext/>"))], w("jc", val="center"))
    around = paragraph("Figure", [w("txbxContent", inside)], w("keepNext", val=0))
    kept = all_kept(w("tc", around, paragraph("Text", [], w("keepNext"))))
    assert kept.count("<w:keepNext/>") == 3
    assert 'w:val="0"' not in kept
    assert all_kept(kept) == kept
    assert "keepNext/" not in none_kept(kept).replace("&lt;w:keepNext/&gt;", "")
    assert first_unkept(none_kept(kept)).count('<w:keepNext w:val="0"/>') == 1


def test_words_are_marked_with_their_language_once() -> None:
    runs = [
        run((), *text_content("plain")),
        run([w("rStyle", val="Strong")], *text_content("\u2011strong")),
        run([w("lang", val="fr")], *text_content("marked")),
        run((), w("drawing", paragraph("Diagram", [run((), *text_content("inside"))]))),
        run((), w("tab")),
    ]
    marked = parsed(set_language(paragraph("Normal", runs), "cy", "en-GB"))
    found = [[lang.get(W + "val") for lang in one.findall(f"{W}rPr/{W}lang")] for one in marked.iter(W + "r")]
    assert found == [["cy"], ["cy"], ["fr"], [], ["cy"], []]
    assert set_language(paragraph("Normal", runs), "cy", "cy") == paragraph("Normal", runs)


def test_toggles_are_kept_in_the_runs_of_such_paragraphs_alone() -> None:
    toggles = {"Heading": frozenset({"b", "bCs"}), "Strong": frozenset({"b", "bCs"}), "Emphasis": frozenset({"i"})}
    strong, emphasis = (run([w("rStyle", val=style)], *text_content("words")) for style in ("Strong", "Emphasis"))
    kept = run([w("rStyle", val="Strong"), w("b"), w("bCs")], *text_content("words"))
    plain, heading = (paragraph(style, [strong, emphasis, strong]) for style in ("Normal", "Heading"))
    wanted = w("body", plain, paragraph("Heading", [kept, emphasis, kept]), plain)
    assert keep_on(toggles, w("body", plain, heading, plain)) == wanted


def test_styles_are_made_once_for_documents_that_look_alike() -> None:
    look = Theme(number_width=43)
    render_docx(sample.document(), look)
    before = styles_of.cache_info()
    render_docx(evolve(sample.document(), title="Another"), look)
    after = styles_of.cache_info()
    assert (after.misses - before.misses, after.hits - before.hits) == (0, 1)
    assert after.maxsize is not None


def test_each_file_is_packed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    packed, usual = Counter[str](), zipfile.ZipFile.writestr

    def writestr(target: zipfile.ZipFile, entry: zipfile.ZipInfo, content: bytes, **given_: Any) -> None:
        packed[entry.filename] += 1
        usual(target, entry, content, **given_)

    monkeypatch.setattr(zipfile.ZipFile, "writestr", writestr)
    data = render_docx(figure_sample.figures_document(), Theme())
    assert packed == Counter(zipfile.ZipFile(BytesIO(data)).namelist())


def test_the_text_is_walked_once_for_blocks_and_once_for_words(monkeypatch: pytest.MonkeyPatch) -> None:
    walks = Counter[str]()

    def counted(name: str) -> Callable[..., Any]:
        usual = getattr(walk, name)

        def count(*given_: Any, **named: Any) -> Any:
            walks[name] += 1
            return usual(*given_, **named)

        return count

    for name in ("every_block", "every_inline"):
        monkeypatch.setattr(walk, name, counted(name))
    Story(sample.document(), Theme())
    assert walks == {"every_block": 1, "every_inline": 1}
