"""Work that is done again whenever a file that it read has changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from threading import Event

from watchfiles import watch

from csp_docs.reading.folder import State, noted, state_of

_TOGETHER, _LONGEST = 100, 1000
"""Changes are one if less than the first lies between them, for at most the second; in milliseconds."""
_LOOKS = 500
"""After how many milliseconds the files are looked at in any case: not every disk reports changes."""


def watched(works: Mapping[str, Callable[[], object]], stop: Event) -> None:
    """Do each of ``works``, and again whenever a file that it read has changed, until ``stop`` is set.

    What has changed while it was done is seen too, so that the newest content is always read last.
    """
    read = {name: _read_by(work) for name, work in works.items()}
    while not stop.is_set():
        for _ in _glances(_folders(chain.from_iterable(read.values())), stop):
            changed = [name for name, files in read.items() if _has_changed(files)]
            read |= {name: _read_by(works[name]) for name in changed}
            if changed:
                break  # other files may be read now, in other folders


def _read_by(work: Callable[[], object]) -> dict[Path, State]:
    """Do some work, and return the files that it read, each as it was before."""
    with noted() as files:
        work()
    return files


def _has_changed(files: Mapping[Path, State]) -> bool:
    return any(state_of(file) != before for file, before in files.items())


def _glances(folders: Iterable[Path], stop: Event) -> Iterator[object]:
    """Yield whenever the files in ``folders`` may have changed: at once, after each change, and now and then."""
    yield None
    with suppress(OSError):  # some systems can watch only so many folders, and some folders not at all
        yield from watch(
            *folders,
            watch_filter=None,
            step=_TOGETHER,
            debounce=_LONGEST,
            stop_event=stop,
            rust_timeout=_LOOKS,
            yield_on_timeout=True,
            recursive=False,
        )
    while not stop.wait(_LOOKS / 1000):
        yield None


def _folders(files: Iterable[Path]) -> set[Path]:
    """Return the folders where a change to one of ``files`` can be seen.

    They are its folder, that of the file which it is a link to, and the nearest that there is if these are missing.
    Editors replace files, so a watch on the file itself would end.
    """
    ends = {end for file in files for end in (file, Path(os.path.realpath(file)))}
    return {next(folder for folder in end.parents if folder.is_dir()) for end in ends}
