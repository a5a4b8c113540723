"""The YAML language server, driven as editors such as VS Code drive it: over standard input and output."""

from __future__ import annotations

import json
import shutil
import subprocess
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any

SETTINGS: dict[str, dict[str, Any]] = {
    "yaml": {
        "completion": True,
        "hover": True,
        "validate": True,
        "schemaStore": {"enable": False},
        "format": {"enable": False},
    }
}


def command() -> str | None:
    """Return the program, if it is installed: ``npm install --global yaml-language-server``."""
    return shutil.which("yaml-language-server")


class Server:
    """A running server, which knows the files that it was shown."""

    def __init__(self, program: str, folder: Path) -> None:
        self._run = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self._ids, self._found = count(1), dict[str, list[dict[str, Any]]]()
        capabilities = {"workspace": {"configuration": True}, "textDocument": {"completion": {"completionItem": {}}}}
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": capabilities})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def __enter__(self) -> Server:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._run.kill()
        self._run.communicate()

    def show(self, file: Path) -> None:
        """Open a file, as an author does."""
        text = file.read_text(encoding="utf-8")
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})

    def completions(self, file: Path, line: int, column: int) -> dict[str, str]:
        """Return what may be written at a place (from 0), with what is said of each."""
        found = self.ask("textDocument/completion", _at(file, line, column))
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"]: _words(item.get("documentation", "")) for item in items}

    def hover(self, file: Path, line: int, column: int) -> str:
        """Return what is said of the key at a place."""
        found = self.ask("textDocument/hover", _at(file, line, column))
        return _words(found["contents"]) if found else ""

    def faults(self, file: Path) -> list[tuple[int, str]]:
        """Return what is marked as wrong in a file: lines (from 0), and messages."""
        while file.as_uri() not in self._found:
            self._read()
        return [(one["range"]["start"]["line"], one["message"]) for one in self._found[file.as_uri()]]

    def ask(self, method: str, params: Any) -> Any:
        """Return the answer to a request."""
        number = next(self._ids)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                return message.get("result")

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._run.stdin
        self._run.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._run.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """Return the next message, and answer what the server asks."""
        assert self._run.stdout
        length = 0
        while header := self._run.stdout.readline().strip():
            name, _, value = header.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(self._run.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._found[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            asked = message["params"].get("items", []) if message["method"] == "workspace/configuration" else []
            result = [SETTINGS.get(item.get("section"), {}) for item in asked]
            self._send({"id": message["id"], "result": result or None})
        return message


def _at(file: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": column}}


def _words(given: Any) -> str:
    return given if isinstance(given, str) else str(given.get("value", ""))
