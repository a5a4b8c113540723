"""Files are written completely or not at all."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from click.testing import CliRunner

from csp_docs import Appendix, CspDocsError, Plan, Section, check, highlight_report, load, loads, render, save
from csp_docs.cli import main
from csp_docs.data import ons, police, populations, shapes
from csp_docs.errors import CheckError, RenderError
from csp_docs.output.files import write_whole
from tests.docx_file import WordFile, find_all
from tests.small import COUNCIL, small_report


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_saving_writes_each_format_by_its_ending(tmp_path: Path) -> None:
    word, pdf = save(small_report(), tmp_path / "a.docx", tmp_path / "sub" / "a.pdf")
    assert (word.read_bytes()[:2], pdf.read_bytes()[:5]) == (b"PK", b"%PDF-")
    assert names(tmp_path) == ["a.docx", "sub"]


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (("a.odt",), 'the file name "a.odt" does not end with a known format'),
        (("a",), 'the file name "a" does not end with a known format'),
        ((), "no file to write to is named"),
    ],
)
def test_other_endings_and_no_file_at_all_are_told(paths: tuple[str, ...], said: str, tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=said):
        save(small_report(), *(tmp_path / path for path in paths))
    assert names(tmp_path) == []


DOORS: dict[str, Callable[[Any], object]] = {
    "load": load,
    "loads": lambda name: loads("kind: plan", name),
    "save": lambda name: save(small_report(), name),
    "builder": lambda name: highlight_report("T", council=COUNCIL).save(name),
    "save in": lambda name: save(small_report(), "a.pdf", folder=name),
    "check in": lambda name: check(small_report(), folder=name),
    "render in": lambda name: render(small_report(), "pdf", folder=name),
    "police": police.read,
    "populations": populations.read,
    "ons": ons.read,
    "shapes": shapes.read,
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    "name", [5, b"a.pdf", True, ["a.pdf"], date(2026, 3, 10), object()], ids=lambda name: type(name).__name__
)
def test_what_is_not_the_name_of_a_file_is_told_in_plain_words(door: str, name: Any) -> None:
    with pytest.raises(CspDocsError, match=r"the name of a file must be a text or a path, not"):
        DOORS[door](name)


@pytest.mark.parametrize("door", ["load", "save", "builder", "police", "populations", "ons", "shapes"])
@pytest.mark.parametrize(
    "name", ["a\0.pdf", "a\0/b.pdf", "a\ud800.pdf", "a" * 300 + ".pdf", "a/" * 3000 + "b.pdf"], ids=range(5)
)
def test_a_name_that_no_file_can_have_is_told(door: str, name: str, tmp_path: Path) -> None:
    with pytest.raises(CspDocsError):
        DOORS[door](name)
    with pytest.raises(CspDocsError):
        DOORS[door](tmp_path / name)


def test_a_format_is_a_name() -> None:
    with pytest.raises(CspDocsError, match="there is no format"):
        render(small_report(), ["pdf"])  # type: ignore[arg-type]


def test_a_file_that_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").mkdir()
    with pytest.raises(RenderError, match=r'b.pdf" cannot be written'):
        save(small_report(), tmp_path / "a.docx", tmp_path / "b.pdf")
    assert names(tmp_path) == ["b.pdf"]


def test_a_report_with_problems_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(CheckError, match="no recommendations"):
        save(small_report(recommendations=[]), tmp_path / "a.pdf")
    assert names(tmp_path) == []


def test_files_are_as_readable_as_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    write_whole({tmp_path / "whole": b""})
    assert (tmp_path / "whole").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_what_residents_read_has_a_rule_below_its_chapters_and_papers_for_a_meeting_have_none(tmp_path: Path) -> None:
    sections = (Section("Our aims", ["Words."]),)
    plan = Plan("Safer Streets", council=COUNCIL, sections=sections)
    for document, ruled in ((plan, True), (small_report(sections=sections), False)):
        word, pdf = save(document, tmp_path / "it.docx", tmp_path / "it.pdf")
        borders = "//w:style[@w:styleId='Heading1']/w:pPr/w:pBdr/w:bottom"
        assert bool(find_all(WordFile(word.read_bytes()).root("word/styles.xml"), borders)) == ruled
        assert (_below_the_heading(pdf) != []) == ruled


def _below_the_heading(pdf: Path) -> list[dict[str, Any]]:
    """Return the rules right below "Our aims", in the colour of headings."""
    with pdfplumber.open(pdf) as file:
        page = next(page for page in file.pages if "Our aims" in page.extract_text())
        [heading] = page.search("Our aims")
        colour = page.crop((heading["x0"], heading["top"], heading["x1"], heading["bottom"])).chars[0]
        near = (rect for rect in page.rects if 0 <= rect["top"] - heading["bottom"] < 12)
        return [rect for rect in near if rect["non_stroking_color"] == colour["non_stroking_color"]]


@pytest.mark.parametrize("name", ["q.docx", "q.pdf"])
def test_a_document_never_replaces_the_file_that_it_is_read_from(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written = b"kind: plan\ntitle: T\ncouncil: harborough\nperiod: 2026\n"
    Path(name).write_bytes(written)
    found = CliRunner().invoke(main, ["build", name])
    assert (found.exit_code, "is the file that the document is read from" in found.output) == (1, True)
    Path("link.pdf").symlink_to(name)
    inside = Plan("T", council="harborough", period="2026", appendices=[Appendix("A", document=load(name))])
    for document in (load(name), inside):
        for target in (name, tmp_path / name, "link.pdf"):
            with pytest.raises(RenderError, match="is the file that the document is read from"):
                save(document, target)
    assert Path(name).read_bytes() == written
    assert sorted(path.name for path in Path().iterdir()) == sorted(["link.pdf", name])
    assert save(load(name), "other.pdf") == (Path("other.pdf"),)
