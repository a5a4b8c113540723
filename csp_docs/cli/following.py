"""Commands that follow files, until the user presses Ctrl-C: the preview, and builds with ``--watch``."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import click

from csp_docs.cli.findings import say
from csp_docs.errors import to_install
from csp_docs.reading.source import content_of

if TYPE_CHECKING:
    from csp_docs.preview.server import Server


def show(file: Path, port: int, *, is_opened: bool, public: bool) -> None:
    """Serve the preview of a document. Raises CspDocsError for one that cannot begin."""
    with _extra("the preview"):
        from csp_docs.preview import running

    def begun(server: Server) -> None:
        say(f"Preview of {file}: {server.address}\nPress Ctrl-C to stop.")
        if is_opened:
            Thread(target=webbrowser.open, args=(server.address,), daemon=True).start()

    content_of(file, str(file))  # a wrong name is an error here, before there is a page to show it
    with suppress(KeyboardInterrupt):
        running.preview(file, port, begun, public=public)


def follow(works: Mapping[str, Callable[[], object]]) -> None:
    """Do each of ``works``, and again whenever its files change."""
    with _extra("--watch"):
        from csp_docs.preview.watching import watched
    say("Following the files. Press Ctrl-C to stop.", err=True)
    with suppress(KeyboardInterrupt):
        watched(works, Event())


@contextmanager
def _extra(what: str) -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        raise click.ClickException(f"{what} needs {error.name}: {to_install('preview')}") from error
