"""Figures: what is seen, what is heard instead, and the caption and source below."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from csp_docs.blocks import Callout, Diagram, DiagramItem, DiagramKind, Frame, List, Paragraph, Reference
from csp_docs.errors import Origin, RenderError
from tests import figure_sample, tagtree
from tests.judges.verapdf import faults
from tests.printing import render_pdf
from tests.sample import p, t
from tests.tagtree import Tag
from tests.writers.pdf.making import THEME, lines, read, render
from tests.writers.pdf.reading import spoken
from tests.writers.pdf.test_links import opened, page_annotations
from tests.writers.pdf.test_tags import all_heard
from tests.writers.pdf.things import PENDING, coloured, figure, painted, picture, steps

PAGE = THEME.page
TREE = Diagram(DiagramKind.TREE, (DiagramItem("Board", (DiagramItem("Group"), DiagramItem("Team"))),))


def names(tag: Tag) -> list[str]:
    return [kid.name for kid in tag.kids if isinstance(kid, Tag)]


def test_a_figure_is_heard_after_its_caption_by_its_alternative_text_and_before_its_source() -> None:
    [group] = read(figure(picture(), "CAPTION", source=t("SOURCE"))).root.all("Div")
    assert names(group) == ["Caption", "Figure", "P"]
    assert next(group.all("Figure")).attributes["Alt"] == "What is to be seen"
    assert [tag.text() for tag in group.all("Caption", "P")] == ["Figure\u00a01: CAPTION", "SOURCE"]


def test_a_figure_says_where_it_stands() -> None:
    pdf = opened(render(figure(picture(400, 300), "CAPTION")))
    [image] = painted("image", figure(picture(400, 300), "CAPTION"))
    box = [float(value) for value in pdf.Root.StructTreeRoot.K.K[0].K[1].A.BBox]
    wanted = [image["x0"], image["y0"], image["x1"], image["y1"]]
    assert box == pytest.approx(wanted, abs=0.02)


def test_a_picture_is_as_large_as_resolve_says_and_stands_at_the_margin() -> None:
    [image] = painted("image", p("text"), figure(picture(400, 300)))
    assert image["x0"] == pytest.approx(PAGE.left, abs=0.02)
    assert (image["width"], image["height"]) == (pytest.approx(300, abs=0.02), pytest.approx(225, abs=0.02))


def test_a_decorative_picture_is_nobodys() -> None:
    pdf = read(p("text"), figure(picture(), alt="", decorative=True))
    assert names(pdf.root) == ["P"]
    assert len(painted("image", figure(picture(), alt="", decorative=True))) == 1


def test_a_caption_is_above_its_figure_and_a_source_below_it() -> None:
    shown = figure(picture(), "CAPTION", source=t("SOURCE"))
    [image] = painted("image", shown)
    tops = {char["text"]: char["top"] for char in painted("char", shown)}
    assert tops["P"] < image["top"] < image["bottom"] < tops["R"]


@pytest.mark.parametrize("content", [picture(400, 200), steps("Scan", "Respond"), TREE, Frame(PENDING)])
def test_a_figure_its_caption_and_its_source_stay_on_one_page(content: object) -> None:
    seen = set()
    for above in range(20, 44, 3):
        shown = figure(content, "CAPTION", source=t("SOURCE"))  # type: ignore[arg-type]
        [group] = read(lines("filler", above), shown).root.all("Div")
        assert len(group.pages) == 1
        seen |= group.pages
    assert seen == {0, 1}


def test_a_reference_leads_to_a_figure() -> None:
    see = Paragraph((Reference("street", text="Figure 1"),))
    pdf = opened(render(see, lines("filler", 50), figure(picture(), "CAPTION", id="street")))
    [link] = page_annotations(pdf)
    assert link.Dest[0].objgen == pdf.pages[1].obj.objgen


def test_a_figure_in_a_narrow_place_shrinks() -> None:
    wide = figure(picture(2000, 500))
    [image] = painted("image", Callout((List(((wide,),)),)))
    assert image["x1"] <= PAGE.width - PAGE.right - THEME.callout_padding + 0.1
    assert image["width"] / image["height"] == pytest.approx(4, abs=0.01)


def test_a_frame_in_a_narrow_place_shrinks() -> None:
    wide = Callout((List(((figure(Frame(PENDING)),),)),))
    [rules] = [rect for rect in painted("rect", wide) if rect["stroke"]]
    assert rules["x1"] == pytest.approx(PAGE.width - PAGE.right - THEME.callout_padding - THEME.frame_rule, abs=0.1)


@pytest.mark.parametrize("content", [steps("Scan", "Analyse"), TREE])
def test_the_words_of_a_diagram_are_in_its_element_and_within_the_margins(content: Diagram) -> None:
    shown = figure(content, "CAPTION")
    [tag] = read(shown).root.all("Figure")
    assert tag.text().split() == (["Board", "Group", "Team"] if content is TREE else ["Scan", "Analyse"])
    letters = [char for char in painted("char", shown) if char["text"] != " "]
    assert min(char["x0"] for char in letters) >= PAGE.left
    assert max(char["x1"] for char in letters) <= PAGE.width - PAGE.right
    assert {round(char["size"]) for char in letters} == {THEME.body.size}


def test_the_boxes_of_a_diagram_hold_their_words() -> None:
    shown = figure(steps("Scan", "Analyse", "Respond"))
    boxes = sorted((box for box in painted("curve", shown) if box["height"] > 15), key=lambda box: float(box["x0"]))
    letters = [char for char in painted("char", shown) if char["text"] in "SAR"]
    assert len(boxes) == len(letters) == 3
    for box, letter in zip(boxes, letters, strict=True):
        assert box["x0"] < letter["x0"] < letter["x1"] < box["x1"]
        assert box["top"] < letter["top"] < letter["bottom"] < box["bottom"]


def test_a_sign_in_a_diagram_that_the_font_lacks_is_told_with_its_place() -> None:
    place = Origin("plan.yaml", 7, 3)
    with pytest.raises(RenderError) as error:
        render(figure(steps("Scan", "\u4e2d"), origin=place))
    assert [problem.origin for problem in error.value.problems] == [place]


def test_signs_that_nobody_sees_are_left_out_of_a_diagram() -> None:
    [tag] = read(figure(steps("Scan", "Ana\u00ad\u200blyse"))).root.all("Figure")
    assert tag.text().split() == ["Scan", "Analyse"]


def test_an_empty_frame_shows_and_tells_what_is_owed() -> None:
    frame = figure(Frame(PENDING), "CAPTION", width=0.5)
    [group] = read(frame).root.all("Div")
    assert [(tag.name, tag.text()) for tag in group.all("P", "Caption")] == [
        ("Caption", "Figure\u00a01: CAPTION"),
        ("P", "[photograph]"),
    ]
    [rules] = [rect for rect in painted("rect", frame) if rect["stroke"]]
    edge = THEME.frame_rule  # inside the frame
    assert rules["width"] == pytest.approx(PAGE.text_width / 2 - edge, abs=0.02)
    assert rules["height"] == pytest.approx(THEME.frame_height - edge, abs=0.02)
    [light] = coloured(THEME.colours.pending, frame)
    assert (light["x0"] + light["x1"]) / 2 == pytest.approx((rules["x0"] + rules["x1"]) / 2, abs=0.02)
    assert (light["top"] + light["bottom"]) / 2 == pytest.approx((rules["top"] + rules["bottom"]) / 2, abs=2)


def test_a_frame_grows_with_its_words() -> None:
    owed = evolve(PENDING, text="many words about what is owed " * 12)
    frame = figure(Frame(owed), width=0.3)
    [rules] = [rect for rect in painted("rect", frame) if rect["stroke"]]
    assert rules["height"] > THEME.frame_height
    for char in painted("char", frame):
        if char["text"] in "mwo":
            assert rules["top"] < char["top"] < char["bottom"] < rules["bottom"]


def test_what_no_frame_on_a_page_holds_is_printed_all_the_same() -> None:
    owed = evolve(PENDING, text="many words about what is owed " * 300)
    pdf = read(figure(Frame(owed), "CAPTION"))
    assert len(pdf.pages) == 3
    assert next(pdf.root.all("P")).text().split() == owed.text.split()


def test_every_word_of_the_sample_is_heard_in_order() -> None:
    document = figure_sample.figures_document()
    assert all_heard(document) == spoken(document)


def test_the_sample_gives_the_same_bytes_each_time() -> None:
    assert render_pdf(figure_sample.figures_document(), THEME) == render_pdf(figure_sample.figures_document(), THEME)


def test_alternative_text_of_other_letters_is_kept() -> None:
    [tag] = tagtree.read(render(figure(picture(), alt="Tŷ (melyn) \\ coch"))).root.all("Figure")
    assert tag.attributes["Alt"] == "Tŷ (melyn) \\ coch"


@pytest.mark.needs("java")
def test_the_sample_keeps_both_standards(tmp_path: Path) -> None:
    file = tmp_path / "figures.pdf"
    file.write_bytes(render_pdf(figure_sample.figures_document(), THEME))
    assert faults([file]) == []
