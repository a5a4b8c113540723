"""What an officer changes once, the whole paper follows, of whatever kind it is: as LibreOffice draws it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias
from zipfile import ZipFile

import pytest
from lxml import etree

from csp_docs.api import load, save
from csp_docs.theme.colours import Colours
from csp_docs.theme.theme import Theme
from tests import sample
from tests.docx_file import WordFile, strings, value
from tests.plan_sample import document as plan
from tests.printing import render_docx
from tests.writers.word.plans import nested

Change: TypeAlias = tuple[str, str, str]
"""The name of a part, a pattern in it, and what replaces it."""
EXAMPLES = {path.stem: path for path in sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))}
MADE = {"sample": sample.document(), "plan_sample": plan(), "nested": nested()}
DESIGN = Theme(colours=Colours(accent="7A1FA2"))
HEADINGS = ("Title", *(f"Heading{level}" for level in range(1, 7)))
"""The styles in the font of headings; some have the colour of the text."""
FACE, HEADING_SIZE = "DejaVu Serif", 56


class Run(NamedTuple):
    """Words of a PDF in one look, as poppler finds them."""

    words: str
    family: str
    size: int
    colour: str


class Paper(NamedTuple):
    """A paper, and its runs before and after a change of its normal font, its design and its headings."""

    word: WordFile
    accent: str
    before: list[Run]
    normal: list[Run]
    design: list[Run]
    headings: list[Run]


_NUMBER = re.compile(r"[−£]?[\d,.]+%?")
_STYLES = "word/styles.xml"
_NORMAL = r'(w:styleId="Normal">.*?<w:rPr>)<w:color [^>]*/><w:sz w:val="24"/><w:szCs w:val="24"/>'
_LOOK = (
    rf'\1<w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}"/>'
    r'<w:color w:val="008000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
)
_LARGER = r'(w:styleId="Heading1">.*?<w:sz w:val=")\d+', rf"\g<1>{HEADING_SIZE}"


def _design(accent: str) -> list[Change]:
    """Word's Design tab changes the theme part, and the digits beside the names when the file is saved."""
    part = "word/theme/theme1.xml", f"(<a:accent1>.*?val=.){accent}", r"\g<1>C04000"
    said = r"word/\w+\.xml", f'="{accent}"( w:theme(?:Color|Fill)="accent1")', r'="C04000"\1'
    return [part, said]


@pytest.fixture(scope="module", name="papers")
def papers_fixture(
    tmp_path_factory: pytest.TempPathFactory, soffice_pdfs: Callable[[Sequence[Path]], list[Path]]
) -> dict[str, Paper]:
    """Every kind of paper, before and after each change. LibreOffice starts once for all of them."""
    folder = tmp_path_factory.mktemp("followed")
    files = {name: _file(name, folder) for name in (*MADE, *EXAMPLES)}
    accents = {name: _accent(file) for name, file in files.items()}
    changed = [path for name, file in files.items() for path in _changed(file, accents[name])]
    pdfs = iter(soffice_pdfs(changed))
    colours = {name: f"#{accent.lower()}" for name, accent in accents.items()}
    return {
        name: Paper(WordFile(file.read_bytes()), colours[name], *(_runs(next(pdfs)) for _ in range(4)))
        for name, file in files.items()
    }


def _file(name: str, folder: Path) -> Path:
    path = folder / f"{name}.docx"
    if name in MADE:
        path.write_bytes(render_docx(MADE[name], DESIGN))
    else:
        save(load(EXAMPLES[name]), path)
    return path


def _accent(file: Path) -> str:
    with ZipFile(file) as package:
        [found] = re.findall(rb"<a:accent1>.*?val=.([0-9A-F]{6})", package.read("word/theme/theme1.xml"))
    return str(found.decode())


def _changed(file: Path, accent: str) -> Iterator[Path]:
    changes: list[list[Change]] = [[], [(_STYLES, _NORMAL, _LOOK)], _design(accent), [(_STYLES, *_LARGER)]]
    for place, made in enumerate(changes):
        new = file.with_name(f"{file.stem}-{place}.docx")
        with ZipFile(file) as old, ZipFile(new, "w") as package:
            for name in old.namelist():
                data = old.read(name)
                for _, pattern, words in (one for one in made if re.fullmatch(one[0], name)):
                    data = re.sub(pattern.encode(), words.encode(), data, flags=re.DOTALL)
                package.writestr(name, data)
        yield new


def _runs(pdf: Path) -> list[Run]:
    command = ["pdftohtml", "-xml", "-i", "-stdout", "-fontfullname", str(pdf)]
    output = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    root = etree.fromstring(output, etree.XMLParser(recover=True, load_dtd=False))
    fonts = {one.get("id"): one for one in root.iter("fontspec")}
    texts = ((etree.tostring(one, method="text", encoding="unicode").strip(), one) for one in root.iter("text"))
    found = ((words, fonts[one.get("font")]) for words, one in texts if words)
    return [
        Run(str(words), str(font.get("family")), int(str(font.get("size"))), str(font.get("color")))
        for words, font in found
    ]


@pytest.mark.needs("soffice", "pdftohtml")
@pytest.mark.parametrize("name", [*MADE, *EXAMPLES])
def test_all_text_but_headings_and_charts_follows_normal(name: str, papers: dict[str, Paper]) -> None:
    paper = papers[name]
    others = [run.words for run in paper.normal if "Serif" not in run.family and run.colour != paper.accent]
    charts, titles = _in_charts(paper.word), {*_words_in(paper.word, *HEADINGS)}
    assert sum("Serif" in run.family for run in paper.normal) > 50
    others = [words for words in others if words not in titles and words not in charts]
    assert [words for words in others if not (charts and _NUMBER.fullmatch(words))] == []


@pytest.mark.needs("soffice", "pdftohtml")
@pytest.mark.parametrize("name", [*MADE, *EXAMPLES])
def test_all_that_has_the_accent_follows_the_design(name: str, papers: dict[str, Paper]) -> None:
    paper = papers[name]
    accented = [run.words for run in paper.before if run.colour == paper.accent]
    assert [run.words for run in paper.design if run.colour == paper.accent] == []
    assert [run.words for run in paper.design if run.colour == "#c04000"] == accented
    assert len(accented) > 5


@pytest.mark.needs("soffice", "pdftohtml")
@pytest.mark.parametrize("name", [*MADE, *EXAMPLES])
def test_all_headings_of_a_level_follow_its_style(name: str, papers: dict[str, Paper]) -> None:
    paper = papers[name]
    large = {run.size for run in paper.headings} - {run.size for run in paper.before}
    grown = "".join("".join(run.words.split()) for run in paper.headings if run.size in large)
    titles = ["".join(title.split()) for title in _words_in(paper.word, "Heading1")]
    assert [title for title in titles if title not in grown] == []
    assert titles


def _words_in(word: WordFile, *styles: str) -> Iterator[str]:
    """Yield the words of each paragraph in one of the ``styles`` or in one that is based on them."""
    for paragraph in word.paragraphs():
        words = "".join(strings(paragraph, "w:r/w:t/text()"))
        if words and not {*styles}.isdisjoint(_chain(word, value(paragraph, "w:pPr/w:pStyle"))):
            yield words


def _chain(word: WordFile, style: str | None) -> Iterator[str]:
    while style:
        yield style
        style = value(word.styles[style], "w:basedOn")


def _in_charts(word: WordFile) -> str:
    """Return the words of all charts: they have the font of the theme, because styles do not reach them."""
    names = (name for name in word.parts if re.fullmatch(r"word/(charts|drawings)/\w+.xml", name))
    return " ".join(text for name in names for text in strings(word.root(name), "//c:v/text() | //a:t/text()"))
