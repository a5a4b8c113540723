"""PyYAML's own parser, held to what libyaml reads: a document must not depend on how PyYAML was installed."""

from __future__ import annotations

from typing import Any

import yaml


class PythonParser(yaml.SafeLoader):
    """PyYAML's own parser, for which a question mark may stand in a text inside brackets, as it may for libyaml."""

    _in_text = False

    def scan_plain(self) -> Any:
        """Return the token of a text without quotes."""
        self._in_text = True
        try:
            return super().scan_plain()
        finally:
            self._in_text = False

    def peek(self, index: int = 0) -> str:
        """Return the character ahead. While a text is scanned, a question mark looks like any letter."""
        ahead: str = super().peek(index)
        return "x" if self._in_text and ahead == "?" else ahead
