"""The command ``csp-docs preview``, and builds that follow their files."""

from __future__ import annotations

import sys
import webbrowser
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import click

from csp_docs.cli.findings import FILE, PUBLIC, reported, say

if TYPE_CHECKING:
    from csp_docs.preview.server import Server


@click.command()
@click.argument("file", type=FILE)
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="The port; the default is any that is free.")
@click.option("--open/--no-open", "is_opened", default=True, help="Whether to open the browser; the default is yes.")
@PUBLIC
def preview(file: Path, port: int, is_opened: bool, public: bool) -> None:
    """Show the YAML FILE in the browser while you write: its web page, its pages and all that is found.

    The preview changes whenever the file is saved, or another file that it names. Nothing is written to the disk.
    """
    from csp_docs.reading.source import content_of

    with _extra("the preview"):
        from csp_docs.preview import running

    def begun(server: Server) -> None:
        say(f"Preview of {file}: {server.address}\nPress Ctrl-C to stop.")
        if is_opened:
            Thread(target=webbrowser.open, args=(server.address,), daemon=True).start()

    def run(_: object) -> None:
        content_of(file, str(file))  # a wrong name is an error here, before there is a page to show it
        with suppress(KeyboardInterrupt):
            running.preview(file, port, begun, public=public)

    sys.exit(0 if reported(run) else 1)


def follow(works: Mapping[str, Callable[[], object]]) -> None:
    """Do each of ``works``, and again whenever its files change, until the user presses Ctrl-C."""
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
        raise click.ClickException(f'{what} needs {error.name}: pip install "csp-docs[preview]"') from error
