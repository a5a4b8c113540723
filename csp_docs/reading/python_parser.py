"""PyYAML's own parser, made to read the same as libyaml: a document must not depend on how PyYAML was installed."""

from __future__ import annotations

from typing import Any

import yaml


class PythonParser(yaml.SafeLoader):
    """PyYAML's own parser, with question marks allowed in a text inside brackets, as in libyaml."""

    _in_text = False

    def scan_plain(self) -> Any:
        """Return the token of a text without quotes."""
        self._in_text = True
        try:
            return super().scan_plain()
        finally:
            self._in_text = False

    def peek(self, index: int = 0) -> str:
        """Return the next character. While a text is scanned, a question mark is treated as a letter."""
        ahead: str = super().peek(index)
        return "x" if self._in_text and ahead == "?" else ahead
