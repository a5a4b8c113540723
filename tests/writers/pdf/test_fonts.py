"""What is stored about a font is what the font says, and laying out needs no more than that."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from csp_docs.errors import RenderError
from csp_docs.writers.pdf.type import fonts
from csp_docs.writers.pdf.type.embed import read_font
from csp_docs.writers.pdf.type.fonts import DATA, ZERO_WIDTH_SPACE, load_family

NO_CHARACTER = "\uffff"
"""reportlab takes the end of the font's list of characters for one."""


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_the_stored_measures_are_those_of_the_font(bold: bool, italic: bool) -> None:
    face = load_family("Arimo").face(bold, italic)
    font = TTFontFace(str(DATA / f"{face.name}.ttf"))
    widths = {chr(code): width / 1000 for code, width in font.charWidths.items()}
    missing = {character for character in widths if character not in face.printable}
    assert all(ord(character) >= 0x590 for character in missing - {NO_CHARACTER})
    assert {c: w for c, w in widths.items() if c not in missing} | {ZERO_WIDTH_SPACE: 0} == face.widths
    measures = [face.ascent, -face.descent]
    assert measures == pytest.approx([value / 1000 for value in (font.ascent, font.descent)])


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_a_subset_is_that_of_the_library(bold: bool, italic: bool) -> None:
    face = load_family("Arimo").face(bold, italic)
    codes = sorted(map(ord, face.printable))
    assert read_font(face).makeSubset(codes) == TTFontFace(str(DATA / f"{face.name}.ttf")).makeSubset(codes)


def test_a_word_is_as_wide_as_its_characters() -> None:
    face = load_family("Arimo").face()
    assert face.width("\u200bnap\u200b") == face.width("n") + face.width("a") + face.width("p")
    assert face.width("\u6f22") == 0


def test_letters_that_run_from_the_right_cannot_be_printed() -> None:
    face = load_family("Arimo").face()
    assert face.printable.isdisjoint("\u05d0\u0634\ufb1d\ufefc")
    assert face.printable.issuperset("a\u00e9\u03a9\u0416\u1e81\u2011\u200b")


def test_a_font_without_measures_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_ENDINGS", (".ttf", ".none"))
    with pytest.raises(RenderError, match=r'the font file "Arimo-Regular\.none" is missing'):
        load_family("Arimo")


def test_laying_out_loads_no_font_library_and_nothing_that_paints() -> None:
    code = """
import sys
from concurrent.futures import ThreadPoolExecutor
from tests.printing import page_map
from tests.sample import document
from csp_docs.theme.theme import Theme

page_map(document(), Theme())
print(sorted({"reportlab", "fontTools", "csp_docs.writers.pdf.paint", "csp_docs.writers.pdf.file"} & set(sys.modules)))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_threads_that_begin_together_have_the_same_face() -> None:
    """A file with two faces of one font has the font twice, and not the bytes of other files."""
    before, interval = sys.getswitchinterval(), 1e-6
    sys.setswitchinterval(interval)
    try:
        for _ in range(10):
            fonts._read_face.cache_clear()
            with ThreadPoolExecutor(8) as threads:
                found = list(threads.map(lambda _: load_family("Arimo").face(bold=True), range(8)))
            assert len(set(map(id, found))) == 1
    finally:
        sys.setswitchinterval(before)
        fonts._read_face.cache_clear()
