"""Maps in Word: one group of freeform shapes and words, with an alternative text."""

from __future__ import annotations

from tests.docx_file import WordFile, find_all, strings, text
from tests.map_sample import composed
from tests.printing import render_docx


def opened() -> WordFile:
    return WordFile(render_docx(*composed()))


def test_a_map_is_one_group_of_shapes_with_one_picture_for_other_programs() -> None:
    word_file = opened()
    [drawing] = find_all(word_file.body, "//mc:Choice/w:drawing")
    assert strings(drawing, "wp:inline/wp:docPr/@descr")[0].startswith("Map of 12 areas")
    assert len(find_all(drawing, ".//*[local-name()='wgp']/wps:wsp//a:custGeom")) == 12 + 6
    [picture] = (name for name in word_file.parts if name.startswith("word/media/"))
    assert len(word_file.parts[picture]) < 10_000


def test_its_legend_and_its_ranks_are_text() -> None:
    words = [text(box) for box in find_all(opened().body, "//wps:wsp[wps:txbx]")]
    assert words[:3] == ["9", "7", "2"]
    assert words[-2:] == ["7 to 9: 2 areas", "No figure: 1 area"]


def test_holes_and_parts_are_rings_of_one_shape() -> None:
    shapes = find_all(opened().body, "//a:path")
    assert [len(find_all(shape, "a:moveTo")) for shape in shapes] == [1, 2, *[1] * 9, 2, *[1] * 6]
    assert all(len(find_all(shape, "a:moveTo")) == len(find_all(shape, "a:close")) for shape in shapes)


def test_areas_are_filled() -> None:
    assert strings(opened().body, "//a:path/@fill") == ["norm"] * (12 + 6)


def test_what_has_no_number_is_hatched() -> None:
    assert strings(opened().body, "//a:pattFill/@prst") == ["ltUpDiag"] * 2
