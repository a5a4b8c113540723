"""Work is done again when a file that it read has changed: once for changes together, and last with the newest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from csp_docs.preview import watching
from csp_docs.preview.watching import watched
from csp_docs.reading.folder import note

LONG = 20.0
"""How many seconds a test waits before it gives up."""


class Reader:
    """Reads files, and lets a test wait until it has read what it should."""

    def __init__(self, *files: Path) -> None:
        self.files, self.read, self.again = files, list[str](), Event()

    def __call__(self) -> None:
        for file in self.files:
            note(file)
        self.read.append("".join(file.read_text(encoding="utf-8") for file in self.files if file.is_file()))
        self.again.set()

    def reads(self, content: str) -> bool:
        """Return whether it reads ``content``, now or later."""
        while self.read[-1:] != [content]:
            self.again.clear()
            if self.read[-1:] != [content] and not self.again.wait(LONG):
                return False
        return True


@pytest.fixture
def follow() -> Iterator[Callable[..., None]]:
    """Watches work in a thread, until the test is over."""
    stop, threads = Event(), list[Thread]()

    def start(**works: Callable[[], object]) -> None:
        threads.append(Thread(target=watched, args=(works, stop)))
        threads[0].start()

    yield start
    stop.set()
    threads[0].join(LONG)
    assert not threads[0].is_alive()


def write(file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8")


def replace(file: Path, content: str) -> None:
    """Write a file as most editors do: a new one takes its name."""
    other = file.with_name("other")
    write(other, content)
    other.replace(file)


def remove_first(file: Path, content: str) -> None:
    file.unlink()
    write(file, content)


@pytest.mark.parametrize("save", [write, replace, remove_first], ids=lambda save: save.__name__)
def test_a_change_is_seen_however_an_editor_saves(
    save: Callable[[Path, str], None], tmp_path: Path, follow: Callable[..., None]
) -> None:
    file = tmp_path / "plan.yaml"
    write(file, "old")
    reader = Reader(file)
    follow(plan=reader)
    assert reader.reads("old")
    for content in ("new", "newer"):
        save(file, content)
        assert reader.reads(content)


def test_a_file_that_was_missing_is_seen_when_it_comes_with_its_folder(
    tmp_path: Path, follow: Callable[..., None]
) -> None:
    file = tmp_path / "pictures/maps/map.png"
    reader = Reader(file)
    follow(plan=reader)
    assert reader.reads("")
    file.parent.mkdir(parents=True)
    write(file, "map")
    assert reader.reads("map")


def test_the_target_of_a_link_is_followed(tmp_path: Path, follow: Callable[..., None]) -> None:
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real/rows.csv", tmp_path / "rows.csv"
    write(target, "old")
    link.symlink_to(target)
    reader = Reader(link)
    follow(plan=reader)
    assert reader.reads("old")
    write(target, "new")
    assert reader.reads("new")


def test_only_the_work_that_read_a_changed_file_is_done_again(tmp_path: Path, follow: Callable[..., None]) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    write(one, "1")
    write(other, "2")
    readers = Reader(one), Reader(other)
    follow(one=readers[0], other=readers[1])
    assert readers[1].reads("2")
    write(one, "one")
    assert readers[0].reads("one")
    assert readers[1].read == ["2"]


def test_a_change_during_the_work_is_read_afterwards(tmp_path: Path, follow: Callable[..., None]) -> None:
    file = tmp_path / "plan.yaml"
    write(file, "old")
    reader = Reader(file)

    def work() -> None:
        reader()
        if reader.read == ["old"]:
            write(file, "newest")

    follow(plan=work)
    assert reader.reads("newest")
    assert reader.read == ["old", "newest"]


def test_changes_together_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library reports changes that follow each other quickly as one; it is asked to."""
    file, stop, asked = tmp_path / "plan.yaml", Event(), dict[str, object]()
    write(file, "old")
    reader = Reader(file)

    def reported(*folders: Path, **options: object) -> Iterator[object]:
        if asked:
            stop.set()
            return
        asked.update(options)
        write(file, "new")
        write(file, "newest")
        yield {"two changes"}

    monkeypatch.setattr(watching, "watch", reported)
    watched({"plan": reader}, stop)
    assert reader.read == ["old", "newest"]
    assert asked["step"] == 100


def test_a_folder_that_cannot_be_watched_is_looked_at_now_and_then(
    tmp_path: Path, follow: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: Path, **__: object) -> Iterator[object]:
        raise OSError(28, "OS file watch limit reached")

    monkeypatch.setattr(watching, "watch", refused)
    file = tmp_path / "plan.yaml"
    write(file, "old")
    reader = Reader(file)
    follow(plan=reader)
    assert reader.reads("old")
    write(file, "new")
    assert reader.reads("new")
