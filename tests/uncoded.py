"""What a message says, without the codes of its findings: a test of words is not a test of codes."""

from __future__ import annotations

import re


def uncoded(message: object) -> str:
    """Return the words of a message."""
    return re.sub(r" \[CSP\d{3}\]", "", str(message))
