"""The commands that follow files: what they print, and how Ctrl-C ends them."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from typing import IO
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from csp_docs.cli import main
from tests.preview.served import LONG, PLAN, written


@contextmanager
def running(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run the command in another process until it is ended with Ctrl-C."""
    code = [sys.executable, "-m", "csp_docs", *arguments]
    with subprocess.Popen(code, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def stopped(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Press Ctrl-C, and return the exit status and what was printed since."""
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=LONG)
    return process.returncode, out, err


def line(stream: IO[str] | None) -> str:
    """Return the next line that is printed."""
    assert stream
    return stream.readline().rstrip("\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def test_the_preview_says_where_it_is_and_ends_with_the_key_for_that(folder: Path) -> None:
    with running(folder, "preview", "plan.yaml", "--no-open") as process:
        said = re.fullmatch(r"Preview of plan.yaml: (http://127\.0\.0\.1:\d+/[\w-]{32}/)", line(process.stdout))
        assert said
        with urlopen(said[1], timeout=LONG) as answer, urlopen(f"{said[1]}events", timeout=LONG) as events:
            assert b"Preview of plan.yaml" in answer.read()
            assert events.readline().startswith(b"data: ")
            assert line(process.stdout) == "Press Ctrl-C to stop."
            assert stopped(process) == (0, "", "")


@pytest.mark.parametrize("option", ["--open", "--no-open", ""])
def test_the_browser_is_opened_unless_that_is_not_wanted(
    option: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from csp_docs.preview.server import Server

    shown = Queue[str]()
    monkeypatch.setattr("webbrowser.open", shown.put)
    monkeypatch.setattr(Server, "run", lambda _: None)
    arguments = ["preview", str(folder / "plan.yaml"), *filter(None, [option])]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    if option == "--no-open":
        assert shown.empty()
    else:
        assert shown.get(timeout=LONG) in result.stdout


@pytest.mark.parametrize("options", [("none.yaml",), ("plan.yaml", "--port", "1")], ids=["no file", "refused port"])
def test_a_preview_that_cannot_begin_is_an_error(
    options: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("socket.create_server", refused)
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(main, ["preview", *options, "--no-open"], catch_exceptions=False)
    assert result.exit_code == 1
    assert re.search(
        r"there is no file \"none.yaml\" \[CSP111\]|the port 1 cannot be used: Permission denied \[CSP820\]",
        result.stderr,
    )
    assert "hint: " in result.stderr


@pytest.mark.parametrize("arguments", [("preview",), ("build", "--watch")], ids=["preview", "build"])
def test_without_the_extra_the_command_says_how_to_get_it(
    arguments: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    for name in [name for name in sys.modules if name.startswith("csp_docs.preview")]:
        monkeypatch.delitem(sys.modules, name)
    result = CliRunner().invoke(main, [*arguments, str(folder / "plan.yaml")], catch_exceptions=False)
    assert result.exit_code == 1
    assert (
        "needs watchfiles: install csp_docs with its extra `preview`: pip install 'path/to/csp_docs[preview]'"
        in result.stderr
    )


def test_build_follows_its_files_and_prints_what_it_finds_each_time(folder: Path) -> None:
    (folder / "other.yaml").write_text(PLAN, encoding="utf-8")
    with running(folder, "build", "plan.yaml", "other.yaml", "--watch", "--to", "html", "--out", "out") as process:
        assert [line(process.stdout), line(process.stdout)] == ["out/plan.html", "out/other.html"]
        assert line(process.stderr) == "Following the files. Press Ctrl-C to stop."
        written(folder / "plan.yaml", PLAN.replace("period", "perod"))
        assert line(process.stderr).startswith('plan.yaml:4:1: the key "perod" is not known')
        written(folder / "plan.yaml", PLAN.replace("11%", "12%"))
        assert line(process.stdout) == "out/plan.html"
        assert "12%" in (folder / "out/plan.html").read_text(encoding="utf-8")
        status, out, err = stopped(process)
    assert (status, out) == (0, "")
    assert "Traceback" not in err
