"""Files appear whole or not at all."""

from pathlib import Path

import pytest

from csp_docs import save
from csp_docs.errors import CheckError, RenderError
from csp_docs.output import write_whole
from tests.small import small_report


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_saving_writes_each_format_by_its_ending(tmp_path: Path) -> None:
    word, pdf = save(small_report(), tmp_path / "a.docx", tmp_path / "sub" / "a.pdf")
    assert (word.read_bytes()[:2], pdf.read_bytes()[:5]) == (b"PK", b"%PDF-")
    assert names(tmp_path) == ["a.docx", "sub"]


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (("a.odt",), 'no format is written to "a.odt"'),
        (("a",), 'no format is written to "a"'),
        ((), "no file is named"),
    ],
)
def test_other_endings_and_no_file_at_all_are_told(paths: tuple[str, ...], said: str, tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=said):
        save(small_report(), *(tmp_path / path for path in paths))
    assert names(tmp_path) == []


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
