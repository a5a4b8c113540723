"""The preview of a document, from the command to Ctrl-C."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, Thread

from csp_docs.preview.board import Board, Shown
from csp_docs.preview.building import build
from csp_docs.preview.server import Server, listening
from csp_docs.preview.watching import watched


def preview(file: Path, port: int, begun: Callable[[Server], object], *, public: bool) -> None:
    """Serve the preview of a document; ``begun`` is called when it can be opened.

    Ends with KeyboardInterrupt when the user presses Ctrl-C, or when the server is stopped. Raises CspDocsError if the
    port cannot be used.
    """
    board, stop = Board(Shown(file.name)), Event()
    with listening(port) as door:
        server = Server(board, door)
        builder = Thread(target=watched, args=({file.name: partial(build, file, board, public=public)}, stop))
        builder.start()
        try:
            begun(server)
            server.run()
        finally:
            stop.set()
            builder.join()
