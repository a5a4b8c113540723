"""The words of others in messages: what a terminal would obey, or would show in another order, is made visible."""

from __future__ import annotations

import re

# C0 and C1 controls, of which terminals take commands (ECMA-48); line and paragraph separators; marks that change the
# direction of the text (Unicode TR 36); lone surrogates, which are bytes of a file name that are not text; tags.
_OBEYED = re.compile(
    "[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    r"""Return ``text`` on one line, with every character that is not printed as its escape: ``\x1b``, ``\u202e``."""
    return _OBEYED.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
