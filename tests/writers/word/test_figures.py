"""Pictures, diagrams and frames as Word and its readers see them."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path as File
from struct import unpack_from
from typing import Any
from zipfile import ZipFile

import pytest
from attrs import evolve
from lxml import etree

from csp_docs.blocks import Block, Figure, Grid, GridCell, Landscape
from csp_docs.drawing import Drawing, Path
from csp_docs.theme.colours import Colours
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.drawings.drawings import document_root
from csp_docs.writers.word.drawings.shapes import diagram_run
from csp_docs.writers.word.file.package import Media
from tests.docx_file import WordFile, find_all, strings, text
from tests.figure_sample import (
    BLOCKS,
    CYCLE,
    DECORATION,
    FRAME,
    OWED,
    PHOTO,
    PHOTO_FIGURE,
    SCAN,
    STEPS,
    TABLE,
    TREE,
    figures_document,
)
from tests.judges.readers import nodes, words
from tests.printing import render_docx
from tests.sample import p

EMU = 12700


def _opened(*blocks: Block, theme: Theme | None = None) -> WordFile:
    return WordFile(render_docx(figures_document(*blocks), theme or Theme()))


def _media(word_file: WordFile) -> dict[str, bytes]:
    return {name: data for name, data in word_file.parts.items() if name.startswith("word/media/")}


def test_a_picture_is_its_file_in_its_line_with_words_for_those_who_cannot_see_it() -> None:
    word_file = _opened(PHOTO_FIGURE)
    assert _media(word_file) == {"word/media/picture1.jpeg": PHOTO.data}
    assert strings(word_file.body, "//w:p/w:r/w:drawing/wp:inline/wp:docPr/@descr") == ["Hills above the town"]


def test_equal_pictures_share_one_file() -> None:
    word_file = _opened(PHOTO_FIGURE, DECORATION, Figure(evolve(PHOTO), "The same hills"))
    assert list(_media(word_file).values()) == [PHOTO.data, SCAN.data]
    first, _, third = strings(word_file.body, "//a:blip/@r:embed")
    assert first == third


def test_a_picture_has_the_size_of_its_figure() -> None:
    document = figures_document(DECORATION)
    [figure] = document.blocks
    assert isinstance(figure, Figure)
    extent = WordFile(render_docx(document, Theme())).body.find(".//{*}extent")
    assert extent is not None
    assert [int(extent.get(side, "")) for side in ("cx", "cy")] == [round(points * EMU) for points in figure.size]


def test_a_decorative_picture_says_so_and_nothing_else() -> None:
    [drawing] = find_all(_opened(DECORATION).body, "//wp:docPr")
    assert drawing.get("descr") is None
    assert strings(drawing, ".//adec:decorative/@val") == ["1"]


def test_the_caption_is_above_and_the_source_below_on_the_same_page() -> None:
    word_file = _opened(PHOTO_FIGURE, p("after"))
    caption, picture, source, after = word_file.paragraphs()
    assert find_all(picture, ".//wp:inline")
    assert [text(one) for one in (caption, source)] == ["Figure\u00a01: The district", "Source: the council"]
    assert word_file.built_on(caption) == "Caption"
    assert [word_file.kept(one) for one in (caption, picture, source, after)] == [True, True, False, False]


def test_a_picture_with_nothing_below_it_lets_go_of_what_follows() -> None:
    word_file = _opened(evolve(PHOTO_FIGURE, source=()), p("after"))
    assert [word_file.kept(one) for one in word_file.paragraphs()] == [True, False, False]


def test_what_follows_a_figure_keeps_off_it() -> None:
    space = str(round(Theme().below_table * 20))
    below = _opened(PHOTO_FIGURE, p("after"))
    assert below.said(below.paragraphs()[2], "spacing", "after") == space
    alone = _opened(DECORATION, FRAME)
    assert alone.said(alone.paragraphs()[0], "spacing", "after") == space
    after_a_frame = _opened(evolve(FRAME, caption=None), p("after"))
    assert after_a_frame.said(after_a_frame.paragraphs()[1], "spacing", "before") == space


def test_references_print_the_number_of_a_figure() -> None:
    word_file = _opened()
    references = [code.split()[1] for code in strings(word_file.body, "//w:instrText/text()") if "REF" in code]
    captions = [one for one in word_file.paragraphs() if word_file.built_on(one) == "Caption"]
    named = [name for one in captions for name in strings(one, "w:bookmarkStart/@w:name")]
    assert references == named
    assert text(word_file.paragraphs()[1]).startswith("See Figure\u00a01, Figure\u00a03 and ")


def test_figures_and_tables_count_for_themselves() -> None:
    codes = strings(_opened(PHOTO_FIGURE, TABLE, FRAME).body, "//w:instrText/text()")
    assert [code.split()[1] for code in codes] == ["Figure", "Table", "Figure"]


def test_a_diagram_is_one_group_of_shapes_with_words_in_them() -> None:
    [drawing] = find_all(_opened(STEPS).body, "//mc:Choice/w:drawing")
    assert strings(drawing, "wp:inline/wp:docPr/@descr") == ["Four steps, from scanning to assessing"]
    boxes = find_all(drawing, ".//wps:wsp[wps:txbx]")
    assert [text(box) for box in boxes] == ["Scan", "Analyse the problem", "Respond", "Assess"]
    assert strings(drawing, ".//a:tailEnd/@type") == ["triangle"] * 3


def test_a_line_goes_the_way_it_is_drawn() -> None:
    lines = Path(((10, 20), (50, 80)), "accent"), Path(((50, 80), (10, 20)), "accent", head=True)
    shown = etree.fromstring(document_root(diagram_run(Media(), Theme(), STEPS, Drawing(100, 100, lines, 12, 15))))
    whole, there, back = find_all(shown, ".//wps:spPr/a:xfrm")
    assert strings(whole, "*/@*") == ["0", "0", str(100 * EMU), str(100 * EMU)]
    assert [there.get("flipH"), there.get("flipV")] == [None, None]
    assert [back.get("flipH"), back.get("flipV")] == ["1", "1"]
    assert strings(there, "*/@*") == strings(back, "*/@*") == [str(n * EMU) for n in (10, 20, 40, 60)]


def test_curves_of_a_diagram_are_shapes_of_their_own() -> None:
    paths = find_all(_opened(CYCLE).body, "//a:custGeom/a:pathLst/a:path")
    assert len(paths) == 4
    for path in paths:
        inside = [
            (int(x), int(y)) for x, y in zip(strings(path, ".//a:pt/@x"), strings(path, ".//a:pt/@y"), strict=True)
        ]
        assert all(0 <= x <= int(path.get("w", "")) and 0 <= y <= int(path.get("h", "")) for x, y in inside)


def test_a_diagram_has_the_colours_of_the_theme() -> None:
    drawn = _opened(TREE, theme=Theme(colours=Colours(accent="5B2A86", shade="F3EDF8")))
    assert set(strings(drawn.body, "//wps:spPr/a:solidFill/a:schemeClr/@val")) == {"accent1", "bg2"}
    scheme = drawn.root("word/theme/theme1.xml")
    assert strings(scheme, "//a:accent1/a:srgbClr/@val | //a:lt2/a:srgbClr/@val") == ["F3EDF8", "5B2A86"]


def test_a_frame_is_an_empty_cell_that_waits_for_its_picture() -> None:
    word_file = _opened(FRAME)
    [frame] = find_all(word_file.body, "//w:tbl")
    assert text(frame) == OWED.text
    height = Theme().frame_height - 1  # the rules around it take room of their own
    assert strings(frame, "w:tr/w:trPr/w:trHeight/@w:val") == [str(round(height * 20))]
    assert strings(frame, ".//w:tcBorders/*/@w:val") == ["single"] * 4
    left, wide = (int(strings(frame, f"w:tblPr/w:{name}/@w:w")[0]) for name in ("tblInd", "tblW"))
    assert (left, wide + 2 * left) == (10, round(Theme().page.text_width * 20))  # the rules lie on the edges
    assert strings(frame, ".//w:r/w:rPr/w:rStyle/@w:val")[0] == "Pending"
    assert len(find_all(frame, ".//w:commentReference")) == 1
    [with_source] = find_all(_opened(evolve(FRAME, source=p("Source").inlines)).body, "//w:tbl")
    kept = [len(find_all(one, ".//w:p/w:pPr/w:keepNext")) for one in (frame, with_source)]
    assert kept == [0, 1]
    word_file = _opened(evolve(FRAME, source=p("Source").inlines))
    [source] = find_all(word_file.body, "//w:tbl/following-sibling::w:p[1]")
    assert text(source) == "Source"
    assert strings(source, "w:pPr/w:spacing/@w:before") == []  # its style has it
    margins = {side: strings(frame, f".//w:tcMar/w:{side}/@w:w") for side in ("top", "bottom")}
    assert margins == {side: [str(round((Theme().cell_padding[1] - 0.5) * 20))] for side in ("top", "bottom")}


def test_frames_and_grids_are_no_data_tables() -> None:
    word_file = _opened(FRAME, Grid((GridCell((p("x"),)),)))
    assert strings(word_file.body, "//w:tblStyle/@w:val") == ["LayoutTable"] * 2
    assert strings(word_file.body, "//w:tblLook/@w:firstRow|//w:tblLook/@w:firstColumn") == ["0"] * 4
    assert find_all(word_file.body, "//w:tblHeader|//w:tblCaption") == []


def test_figures_are_as_wide_as_their_place_allows() -> None:
    wide = Figure(evolve(PHOTO, width=4000, height=1000), "Hills")
    theme = Theme()
    rooms = {"page": theme.page.text_width, "turned": theme.page.turned().text_width}
    cell = (theme.page.text_width - theme.grid_gutter) / 2
    word_file = _opened(wide, Grid((GridCell((wide, TREE)),)), Landscape((wide, TREE)))
    shown = "//wp:inline[not(ancestor::mc:Fallback)]/wp:extent/@cx"
    widths = [int(width) / EMU for width in strings(word_file.body, shown)]
    assert [round(width) for width in widths] == [
        round(one) for one in (rooms["page"], cell, cell, *[rooms["turned"]] * 2)
    ]


def test_pandoc_reads_what_is_said_of_a_picture(tmp_path: File, pandoc: Callable[[File], dict[str, Any]]) -> None:
    path = tmp_path / "figures.docx"
    path.write_bytes(render_docx(figures_document(PHOTO_FIGURE), Theme()))
    images = list(nodes(pandoc(path)["blocks"], "Image"))
    assert [words(alternative) for _, alternative, _ in images] == ["Hills above the town"]


def test_libreoffice_shows_diagrams_frames_and_captions(
    tmp_path: File, soffice_pdf: Callable[[File], File], pdf_text: Callable[..., str]
) -> None:
    path = tmp_path / "figures.docx"
    path.write_bytes(render_docx(figures_document(*BLOCKS), Theme()))
    found = " ".join(pdf_text(soffice_pdf(path)).split())
    assert all(word in found for word in ("Scan", "Analyse the problem", "Deliver", "Domestic abuse"))
    assert "See Figure 1, Figure 3 and [Satisfaction figures to follow]" in found
    assert "Figure 3: How we solve problems" in found


def test_programs_that_know_no_shapes_have_a_picture_of_the_same_size_and_words() -> None:
    word_file = _opened(STEPS, TREE, evolve(STEPS, id="", caption=None))
    pictures = []
    for either in find_all(word_file.body, "//mc:AlternateContent"):
        shapes, picture = find_all(either, "*/w:drawing/wp:inline")
        for path in ("wp:docPr/@descr", "wp:extent/@cx", "wp:extent/@cy"):
            assert strings(shapes, path) == strings(picture, path) != []
        pictures += strings(picture, ".//a:blip/@r:embed")
    assert pictures == ["rIdMetafile1", "rIdMetafile2", "rIdMetafile1"]
    relations = word_file.parts["word/_rels/document.xml.rels"]
    assert all(f"media/drawing{place}.emf".encode() in relations for place in (1, 2))


@pytest.mark.parametrize("place", [1, 2])
def test_the_header_of_such_a_picture_counts_what_is_in_it(place: int) -> None:
    data = _opened(STEPS, TREE).parts[f"word/media/drawing{place}.emf"]
    at, records, objects = 0, [], set()
    while at < len(data):
        kind, length = unpack_from("<II", data, at)
        records.append(kind)
        if kind in (38, 39, 82):  # a pen, a brush, a font
            objects.add(unpack_from("<I", data, at + 8)[0])
        at += length
    assert at == len(data)
    assert (records[0], records[-1]) == (1, 14)
    assert unpack_from("<IIIIH", data, 40) == (0x464D4520, 0x10000, len(data), len(records), len(objects) + 1)
    assert len(data) < 5000


def test_libreoffice_shows_the_words_of_such_a_picture(
    tmp_path: File, soffice_pdf: Callable[[File], File], pdf_text: Callable[..., str]
) -> None:
    path = tmp_path / "old.docx"
    with ZipFile(BytesIO(render_docx(figures_document(STEPS), Theme()))) as made, ZipFile(path, "w") as old:
        for name in made.namelist():
            shapes = b"<mc:Choice.*?</mc:Choice>" if name == "word/document.xml" else b"(?!)"
            old.writestr(name, re.sub(shapes, b"", made.read(name), flags=re.DOTALL))
    printed = " ".join(pdf_text(soffice_pdf(path)).split())
    assert all(words in printed for words in ("Scan", "Analyse the problem", "Respond", "Assess"))
