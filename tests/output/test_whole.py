"""Files appear at once, whatever else writes there, and nothing of a run that fails or is killed stays."""

from __future__ import annotations

import errno
import os
import stat
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

import pytest

from csp_docs.errors import Code, CspDocsError, RenderError
from csp_docs.output import whole
from csp_docs.output.files import write_new, write_whole
from tests.output import killed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights and locks")
OLD, NEW = b"old" * 100_000, b"new" * 90_000


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def pair(tmp_path: Path) -> dict[Path, bytes]:
    """Return two files to write; the first is there already."""
    (tmp_path / "a.docx").write_bytes(OLD)
    return {tmp_path / "a.docx": NEW, tmp_path / "a.pdf": NEW}


def test_a_pair_is_written(pair: dict[Path, bytes], tmp_path: Path) -> None:
    write_whole(pair)
    assert [path.read_bytes() for path in pair] == [NEW, NEW]
    assert names(tmp_path) == ["a.docx", "a.pdf"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444])
def test_a_file_keeps_its_rights(mode: int, pair: dict[Path, bytes], tmp_path: Path) -> None:
    (tmp_path / "a.docx").chmod(mode)
    write_whole(pair)
    assert stat.S_IMODE((tmp_path / "a.docx").stat().st_mode) == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_keeps_its_owner(pair: dict[Path, bytes], tmp_path: Path) -> None:
    os.chown(tmp_path / "a.docx", 12, 34)
    (tmp_path / "a.docx").chmod(0o4750)
    write_whole(pair)
    now = (tmp_path / "a.docx").stat()
    assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (12, 34, 0o4750)


def test_a_link_is_replaced_and_never_followed(pair: dict[Path, bytes], tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"of somebody else")
    for path in pair:
        path.unlink(missing_ok=True)
        path.symlink_to(other)
    write_whole(pair)
    assert [(path.is_symlink(), path.read_bytes()) for path in pair] == [(False, NEW)] * 2
    assert other.read_bytes() == b"of somebody else"


def test_a_new_file_is_not_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("nowhere")
    with pytest.raises(CspDocsError, match="already exists"):
        write_new(tmp_path / "a.yaml", NEW, "csp-docs new")
    assert names(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize(
    ("make", "said"),
    [(Path.mkdir, "a folder has this name"), (os.mkfifo, "something that is not a file has this name")],
)
def test_what_is_not_a_file_stays(make: Callable[[Path], None], said: str, pair: dict[Path, bytes]) -> None:
    first, second = pair
    make(second)
    with pytest.raises(RenderError, match=said):
        write_whole(pair)
    assert first.read_bytes() == OLD
    assert names(first.parent) == ["a.docx", "a.pdf"]


def fails(at: int) -> Callable[..., Any]:
    """Return a function that fails when it is called for the time ``at``."""
    calls = iter(range(100))

    def failing(*_: Any, **__: Any) -> None:
        if next(calls) == at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return failing


@pytest.mark.parametrize("step", [0, 1])
def test_on_a_full_disk_nothing_changes(
    step: int, pair: dict[Path, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", fails(step))
    with pytest.raises(RenderError, match=f'{list(pair)[step].name}" cannot be written: No space left') as caught:
        write_whole(pair)
    assert [problem.code for problem in caught.value.problems] == [Code.CANNOT_WRITE]
    assert (names(tmp_path), (tmp_path / "a.docx").read_bytes()) == (["a.docx"], OLD)


@pytest.mark.parametrize("error", [PermissionError(errno.EACCES, "Permission denied"), KeyboardInterrupt()])
@pytest.mark.parametrize("links", [True, False])
def test_if_the_second_file_cannot_be_placed_the_first_is_put_back(
    links: bool, error: BaseException, pair: dict[Path, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def placed(file: Any) -> None:
        if file.target.name == "a.pdf":
            assert (tmp_path / "a.docx").read_bytes() == NEW
            raise error
        file.new.replace(file.target)

    if not links:
        monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(whole._Waiting, "place", placed)
    with pytest.raises((RenderError, KeyboardInterrupt)):
        write_whole(pair)
    assert (names(tmp_path), (tmp_path / "a.docx").read_bytes()) == (["a.docx"], OLD)


def no_links(*_: Any, **__: Any) -> None:
    raise PermissionError(errno.EPERM, "the disk has no hard links")


def test_without_hard_links_a_new_file_is_still_never_a_replacement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    write_new(tmp_path / "a.yaml", NEW, "csp-docs new")
    with pytest.raises(CspDocsError, match="already exists, and was not changed"):
        write_new(tmp_path / "a.yaml", OLD, "csp-docs new")
    assert (names(tmp_path), (tmp_path / "a.yaml").read_bytes()) == (["a.yaml"], NEW)


def test_what_a_killed_run_left_is_cleared_and_what_a_running_one_has_is_not(
    pair: dict[Path, bytes], tmp_path: Path
) -> None:
    left = tmp_path / ".csp-docs-left"
    left.mkdir()
    (left / "0-new").write_bytes(b"half")
    (tmp_path / ".csp-docs-file").write_bytes(b"of somebody else")
    (tmp_path / ".csp-docs-link").symlink_to(tmp_path)
    with whole._private(tmp_path / "other.pdf") as running:
        write_whole(pair)
        assert names(tmp_path) == sorted([".csp-docs-file", ".csp-docs-link", running.name, "a.docx", "a.pdf"])
    assert names(tmp_path) == [".csp-docs-file", ".csp-docs-link", "a.docx", "a.pdf"]


def write_often(target: Path, count: int) -> int:
    """Write a file ``count`` times from four threads, and return how many of these writes failed."""

    def write(content: bytes) -> int:
        try:
            write_whole({target: content})
        except CspDocsError:
            return 1
        return 0

    with ThreadPoolExecutor(4) as threads:
        return sum(threads.map(write, [OLD, NEW] * (count // 2)))


def test_many_writers_of_one_name_and_a_reader_who_sees_only_whole_files(tmp_path: Path) -> None:
    target, done, halves = tmp_path / "a.bin", threading.Event(), list[int]()
    target.write_bytes(OLD)

    def read() -> None:
        while not done.is_set():
            if (content := target.read_bytes()) not in (OLD, NEW):
                halves.append(len(content))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
            failed = sum(processes.map(write_often, [target, target], [20, 20]))
    finally:
        done.set()
        reader.join()
    assert (failed, halves, names(tmp_path)) == (0, [], ["a.bin"])


def test_one_of_many_makes_a_new_file(tmp_path: Path) -> None:
    def made(number: int) -> bool:
        try:
            write_new(tmp_path / "a.yaml", bytes([number]) * 1000, "csp-docs new")
        except CspDocsError:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(made, range(16)))
    assert found.count(True) == 1
    assert (tmp_path / "a.yaml").read_bytes() == bytes([found.index(True)]) * 1000
    assert names(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize("command", ["build", "new", "topics"])
def test_a_run_that_is_killed_leaves_old_files_or_new_ones(command: str, tmp_path: Path) -> None:
    assert sum(killed.tried(tmp_path, command, 3, Random(command)).values()) >= 3
