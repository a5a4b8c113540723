"""Markup as text: all that is not markup already is escaped here, by markupsafe, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import TypeAlias

from markupsafe import Markup, escape

Html: TypeAlias = Markup
"""Markup that is safe: what is in it is escaped."""

NOTHING = Markup()
_markup: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Makes markup of text in which all is escaped; markupsafe's own way first looks for what a text cannot have."""
_escapes = re.compile("[&<>\"']").search
"""Finds what markupsafe escapes. Most words and nearly all attributes of drawings have nothing of it."""
ZERO_WIDTH_SPACE = "\u200b"
_BREAK = Markup("<wbr>")
_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
"""The elements that have no content and no end tag (HTML, 13.1.2)."""
_TURNING = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "th", "td", "caption", "figcaption", "summary", "a")
)
"""The elements that have a direction of their own if there are letters in them that are read from right to left."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""The blocks of letters whose direction is R or AL (Unicode, Annex 9)."""


def h(tag: str, /, *children: str, **attributes: object) -> Html:
    """Return the element ``tag``; ``children`` that are not markup are escaped, and so are all ``attributes``.

    An underscore in a name is a hyphen, and one at its end is left out (``class_``). An attribute that is None or
    False is left out, and one that is True has no value. Lines with letters that are read from right to left have the
    direction of their first letter (``dir``).

    >>> str(h("p", "a < b", class_="note", hidden=False))
    '<p class="note">a &lt; b</p>'
    """
    start = f"<{tag}{''.join([_attribute(*one) for one in attributes.items()])}" if attributes else f"<{tag}"
    if tag in _VOID:
        return _markup(f"{start}>")
    inside = _safe(children)
    turned = ' dir="auto"' if tag in _TURNING and is_right_to_left(inside) else ""
    return _markup(f"{start}{turned}>{inside}</{tag}>")


def is_right_to_left(words: str) -> bool:
    """Return whether letters are among ``words`` that are read from right to left.

    >>> is_right_to_left("Cyngor"), is_right_to_left("in Hebrew: שלום")
    (False, True)
    """
    return not words.isascii() and bool(_RIGHT_TO_LEFT.search(words))


def joined(parts: Iterable[str]) -> Html:
    """Return ``parts`` one after the other; those that are not markup are escaped."""
    return _markup(_safe(parts))


def _safe(parts: Iterable[str]) -> str:
    """Return ``parts`` as one text; what is markup is known by its class, which is quicker than to make it again."""
    return "".join([part if part.__class__ is Markup or not _escapes(part) else escape(part) for part in parts])


def text(words: str) -> Html:
    """Return printed ``words``, with elements where typesetting divides those that are long."""
    if ZERO_WIDTH_SPACE in words:
        return _BREAK.join(words.split(ZERO_WIDTH_SPACE))
    return escape(words) if _escapes(words) else _markup(words)


def _attribute(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f" {_name(name)}"
    words = value if isinstance(value, str) else str(value)
    return f' {_name(name)}="{escape(words) if _escapes(words) else words}"'


@lru_cache
def _name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
