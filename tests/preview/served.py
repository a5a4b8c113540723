"""A preview that is served, asked as a browser would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from html import unescape
from http.client import HTTPConnection, HTTPMessage, HTTPResponse
from pathlib import Path
from queue import Queue
from threading import Thread
from urllib.parse import urlsplit

from attrs import define

from csp_docs.preview.running import preview
from csp_docs.preview.server import Server

LONG = 120
"""How many seconds a test waits before it gives up."""
PLAN = """\
kind: plan
council: harborough
title: Safer Anytown
period: 2026-2029
sections:
  - title: Background
    content:
      - Burglary fell by 11%.
"""


@define
class Answer:
    """The answer to a request; that of events has no body here, because it does not end."""

    status: int
    headers: HTTPMessage
    body: bytes


@define
class Served:
    """A preview, and the document that it follows."""

    file: Path
    server: Server

    def ask(self, path: str = "", *, method: str = "GET", headers: Mapping[str, str] | None = None) -> Answer:
        """Return the answer to a request; ``path`` is that below the token, or from the root with a slash."""
        with self._asked(path, method, headers or {}) as answer:
            body = b"" if path == "events" else answer.read()
            return Answer(answer.status, answer.headers, body)

    def text(self, path: str = "") -> str:
        """Return the text of an answer."""
        return self.ask(path).body.decode()

    @contextmanager
    def _asked(self, path: str, method: str, headers: Mapping[str, str]) -> Iterator[HTTPResponse]:
        address = urlsplit(self.server.address)
        with closing(HTTPConnection(address.hostname or "", address.port, timeout=LONG)) as connection:
            connection.request(method, path if path.startswith("/") else address.path + path, headers=dict(headers))
            with connection.getresponse() as answer:
                yield answer

    def save(self, text: str) -> None:
        """Save the document, and wait until it is built."""
        before = self.server.board.now.number
        written(self.file, text)
        self.wait(before + 1)

    def wait(self, number: int) -> None:
        """Wait for the event that so many builds have been done."""
        with self._asked("events", "GET", {}) as events:
            for line in events:
                found = re.match(rb"data: (\d+) built", line)
                if found and int(found[1]) >= number:
                    return

    def findings(self) -> list[str]:
        """Return the words of each finding on the page."""
        items = re.findall(r'<li class="(?:error|warning|note)">(.*?)</li>', self.text(), re.DOTALL)
        return [" ".join(unescape(re.sub(r"<[^>]+>", " ", item)).split()) for item in items]


def written(file: Path, text: str) -> None:
    """Write a file at once, so that nobody reads it half saved."""
    new = file.with_name(f"{file.name}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(file)


@contextmanager
def served(file: Path, *, public: bool = False) -> Iterator[Served]:
    """Serve the preview of a document that has been built once."""
    begun = Queue[Server]()
    thread = Thread(target=preview, args=(file, 0, begun.put), kwargs={"public": public})
    thread.start()
    one = Served(file, begun.get(timeout=LONG))
    try:
        one.wait(1)
        yield one
    finally:
        one.server.stop()
        thread.join(LONG)
    assert not thread.is_alive()
