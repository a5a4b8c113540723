"""Many documents at once: progress, failures, and the formats of each."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from csp_docs import CspDocsError, Saved, plan, save_all

GOOD, WRONG = plan("Good", council="harborough").section("A", "Words."), plan("Wrong", council="nowhere")


def test_each_document_is_saved_in_each_format_and_a_wrong_one_stops_nobody(tmp_path: Path) -> None:
    done = save_all({"a": GOOD, "b": WRONG, "c": GOOD.build()}, formats=["pdf", "html"], out=tmp_path / "new")
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["a.html", "a.pdf", "c.html", "c.pdf"]
    assert [saved.name for saved in done if saved.error] == ["b"]
    assert done[0].files == (tmp_path / "new/a.pdf", tmp_path / "new/a.html")
    assert "CSP302" in str(done[1].error)


def test_progress_is_reported_after_each(tmp_path: Path) -> None:
    there: list[tuple[int, int, bool]] = []

    def progress(saved: Saved) -> None:
        there.append((saved.number, saved.total, (tmp_path / f"{saved.name}.docx").exists()))

    save_all({"a": GOOD, "b": WRONG, "c": GOOD}, formats=["docx"], out=tmp_path, progress=progress)
    assert there == [(1, 3, True), (2, 3, False), (3, 3, True)]


def test_the_log_has_what_was_saved_and_warns_of_what_was_not(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="csp_docs"):
        save_all({"a": GOOD, "b": WRONG}, formats=["yaml"], out=tmp_path)
        save_all({"b": WRONG}, formats=["html"], out=tmp_path)
    levels = [(record.name, record.levelname) for record in caplog.records]
    assert levels == [("csp_docs", "INFO"), ("csp_docs", "INFO"), ("csp_docs", "WARNING")]
    assert caplog.messages[0] == f"1 of 2: a: {tmp_path / 'a.yaml'}"
    assert caplog.messages[2].startswith("1 of 1: b: not saved: ")


def test_without_a_listener_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    save_all({"b": WRONG}, formats=["html"], out=tmp_path)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("formats", [["pfd"], "pdf"], ids=["unknown", "text"])
def test_formats_are_known_before_anything_is_written(formats: Any, tmp_path: Path) -> None:
    with pytest.raises(CspDocsError):
        save_all({"a": GOOD}, formats=formats, out=tmp_path)
    assert list(tmp_path.iterdir()) == []
