"""The words of others in messages: what a terminal would obey, or would show in another order, is made visible."""

from __future__ import annotations

import re

# C0 and C1 controls, of which terminals take commands (ECMA-48); line and paragraph separators; marks that change the
# direction of the text (Unicode TR 36); lone surrogates, which are bytes of a file name that are not text; tags.
_OBEYED = re.compile(
    "[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    r"""Return ``text`` on one line, with every character that is not printed as its escape: ``\u001b``, ``\u202e``.

    The escapes are those of JSON, so a text in JSON stays the same.
    """
    return _OBEYED.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
