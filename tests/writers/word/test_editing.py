"""What an officer meets in the Word file: styles that inherit, a short gallery, theme colours, few exceptions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import docx
import pytest
from attrs import evolve
from lxml import etree

from csp_docs.api import load, save
from csp_docs.blocks import Masthead, Section
from csp_docs.theme.colours import Colours
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.measures import SLOTS
from tests import sample
from tests.chart_sample import EVERY_KIND
from tests.docx_file import NAMESPACES, W, WordFile, find_all, strings, text, value
from tests.figure_sample import NUMBERED_PARAGRAPHS, figures_document
from tests.plan_sample import document as plan
from tests.printing import render_docx
from tests.sample import p, t
from tests.writers.word.plans import nested, odd_places

Changed: TypeAlias = Callable[..., tuple[Path, Path]]
EXAMPLES = {path.stem: path for path in sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))}
MADE = {
    "sample": sample.document(),
    "plan": plan(),
    "nested": nested(),
    "pages in odd places": odd_places(),
    "figures": figures_document(numbering=NUMBERED_PARAGRAPHS),
    "charts": figures_document(*EVERY_KIND.values()),
}
STRUCTURE = {"pStyle", "numPr", "sectPr", "rPr", "keepNext", "pageBreakBefore"}
"""Properties of a paragraph that say what it is, not how it looks."""
_SET_ANEW = ("}ind", "}numPr")
"""Properties that a list sets anew, so that styles say them again. The rule of a line goes with its height."""
SIGNALS = {"Pending", "RatingGreen", "RatingAmber", "RatingRed", "RatingBlue", "RatingGrey"}
"""Styles that keep their colour in every design."""


@pytest.fixture(scope="module", params=[*MADE, *EXAMPLES], name="word")
def word_fixture(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> WordFile:
    """Each document that these tests look at: some made up, and all examples."""
    if request.param in MADE:
        return WordFile(render_docx(MADE[request.param], Theme()))
    path = tmp_path_factory.mktemp("editing") / "example.docx"
    save(load(EXAMPLES[request.param]), path)
    return WordFile(path.read_bytes())


def _said(style: etree._Element) -> Iterator[tuple[str, str, str]]:
    """Yield each thing that a style says of paragraphs and words: a property, its attribute and its value."""
    for group in ("pPr", "rPr"):
        for one in style.iterfind(f"w:{group}/*", NAMESPACES):
            inside = etree.tostring(one).decode() if len(one) else ""
            yield from ((f"{group}/{one.tag}", str(name), str(said)) for name, said in one.attrib.items())
            if not one.attrib:
                yield f"{group}/{one.tag}", "", inside


def _parents(word: WordFile, style: etree._Element) -> Iterator[etree._Element]:
    based = value(style, "w:basedOn")
    while based:
        yield word.styles[based]
        based = value(word.styles[based], "w:basedOn")


def test_no_style_repeats_what_it_is_based_on(word: WordFile) -> None:
    repeated = []
    for id_, style in word.styles.items():
        inherited: dict[tuple[str, str], str] = {}
        for parent in reversed([*_parents(word, style)]):
            inherited |= {(tag, name): said for tag, name, said in _said(parent)}
        own = [one for one in _said(style) if not (one[1].endswith("}lineRule") or one[0].endswith(_SET_ANEW))]
        repeated += [(id_, tag, name) for tag, name, said in own if inherited.get((tag, name)) == said]
    assert repeated == []


def test_a_style_comes_after_the_one_it_is_based_on_and_both_are_there(word: WordFile) -> None:
    order = list(word.styles)
    for id_, style in word.styles.items():
        for other in (value(style, "w:basedOn"), value(style, "w:next")):
            assert other is None or other in word.styles
        based = value(style, "w:basedOn")
        assert based is None or order.index(based) < order.index(id_)


def test_every_style_that_is_used_is_there_and_no_name_comes_twice(word: WordFile) -> None:
    used = set(strings(word.body, "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
    assert used <= set(word.styles)
    names = [str(value(style, "w:name")).casefold() for style in word.styles.values()]
    assert len(names) == len(set(names))


def test_the_gallery_is_short_and_all_others_wait_until_they_are_used(word: WordFile) -> None:
    kinds = [style for style in word.styles.values() if style.get(W + "type") in ("paragraph", "character")]
    shown = [style for style in kinds if style.find("w:qFormat", NAMESPACES) is not None]
    assert 14 <= len(shown) <= 18
    for style in kinds:
        hidden = [style.find(f"w:{name}", NAMESPACES) is not None for name in ("semiHidden", "unhideWhenUsed")]
        assert hidden == [style not in shown] * 2


def test_word_shows_of_its_own_styles_what_the_file_shows(word: WordFile) -> None:
    [latent] = find_all(word.root("word/styles.xml"), "//w:latentStyles")
    assert latent.get(W + "defSemiHidden") == latent.get(W + "defUnhideWhenUsed") == "1"
    excepted = {one.get(W + "name"): one for one in latent}
    for style in word.styles.values():
        name, built_in = value(style, "w:name"), style.get(W + "customStyle") is None
        shown = style.find("w:qFormat", NAMESPACES) is not None
        if built_in and style.get(W + "type") in ("paragraph", "character"):
            one = excepted.get(name)
            assert (one is not None and one.get(W + "qFormat") == "1") == shown
            priority = one.get(W + "uiPriority", "99") if one is not None else "99"
            assert priority == value(style, "w:uiPriority")


def test_every_colour_of_a_style_is_one_of_the_theme_s_and_the_same(word: WordFile) -> None:
    scheme = word.root("word/theme/theme1.xml")
    slots = {
        slot: strings(scheme, f"//a:clrScheme/a:{part}/a:srgbClr/@val")[0]
        for part, slot in {"dk1": "text1", "lt1": "background1", "dk2": "text2", "lt2": "background2",
                           "hlink": "hyperlink", "folHlink": "followedHyperlink"}.items()
    }  # fmt: skip
    slots |= {f"accent{n}": strings(scheme, f"//a:accent{n}/a:srgbClr/@val")[0] for n in range(1, 7)}
    checked = 0
    for id_, style in word.styles.items():
        for one in style.iter():
            for digits, slot in (("color", "themeColor"), ("val", "themeColor"), ("fill", "themeFill")):
                given = one.get(W + digits) or ""
                if (digits == "val") != one.tag.endswith("}color") or not re.fullmatch("[0-9A-F]{6}", given):
                    continue
                if id_ not in SIGNALS:
                    assert slots[str(one.get(W + slot))] == given, (id_, one.tag)
                    checked += 1
    assert checked > 10


def test_a_rating_keeps_its_colour_in_every_design(word: WordFile) -> None:
    for id_ in SIGNALS:
        assert strings(word.styles[id_], ".//w:shd/@w:themeFill") == []


def test_the_accents_are_the_council_s_colours() -> None:
    colours = Colours(accent="5B2A86", link="00539F", shade="F3EDF8")
    scheme = WordFile(render_docx(plan(), Theme(colours=colours))).root("word/theme/theme1.xml")
    given = {slot: strings(scheme, f"//a:{slot}/a:srgbClr/@val") for slot in SLOTS}
    assert given["accent1"] == ["5B2A86"]
    assert given["hlink"] == ["00539F"]
    assert given["lt2"] == ["F3EDF8"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_less_than_one_paragraph_in_twenty_differs_from_its_style(name: str, tmp_path: Path) -> None:
    save(load(EXAMPLES[name]), tmp_path / "example.docx")
    word = WordFile((tmp_path / "example.docx").read_bytes())
    paragraphs = word.paragraphs()
    direct = [
        (value(one, "w:pPr/w:pStyle"), said.tag)
        for one in paragraphs
        for said in one.iterfind("w:pPr/*", NAMESPACES)
        if said.tag.removeprefix(W) not in STRUCTURE
    ]
    assert len(direct) * 20 < len(paragraphs), direct


def test_words_have_nothing_that_a_style_could_say(word: WordFile) -> None:
    for name in ("shd", "color"):
        assert find_all(word.body, f"//w:r/w:rPr/w:{name}") == []


def test_body_text_follows_what_is_written_once() -> None:
    styles = WordFile(render_docx(plan(), Theme())).styles
    once = ("Caption", "Title", "Callout", "Quote", "QuoteSource", "TableNote", "Masthead")
    following = {name: value(styles[name], "w:next") for name in once}
    assert following == dict.fromkeys(once, "BodyText")
    headings = {value(styles[f"Heading{level}"], "w:next") for level in range(1, 7)}
    assert headings <= {"BodyText", "NumberedParagraph"}
    assert value(styles["Figure"], "w:next") == "BodyText"


def test_python_docx_opens_the_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(render_docx(plan(), Theme()))
    opened = docx.Document(str(path))
    opened.styles["Normal"].font.name = "Georgia"
    opened.save(str(path))
    assert "Heading 1" in {paragraph.style.name for paragraph in opened.paragraphs if paragraph.style}


def test_a_title_in_several_lines_has_the_words_that_were_written() -> None:
    """No no-break space is left for the officer who edits it: the lines end well because it is narrower."""
    title = "Background to the community safety strategy of the year 2011–14 (2013 refresh)"
    blocks = (Masthead((), t(title)), Section(t(title), (p("Words."),)), Section(t(title), (), at_margin=True))
    found = WordFile(render_docx(evolve(sample.document(), blocks=blocks), Theme()))
    titles = [one for one in found.paragraphs() if title in text(one)]
    assert len(titles) == 3
    assert all(int(found.said(one, "ind", "right") or 0) > 0 for one in titles)
    assert found.said(titles[2], "ind", "left") == "0"
