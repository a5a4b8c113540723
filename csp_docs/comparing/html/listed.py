"""The numbers of list items of a web page, which browsers print and the file does not have (HTML, 4.4.5)."""

from __future__ import annotations

import re

from lxml import etree

from csp_docs.comparing.counters import printed, whole

_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:[^;]*none", re.IGNORECASE)


class Labels:
    """Counts the items of numbered lists.

    A list with a role ("list") prints no numbers: its items have them as text.
    """

    def __init__(self) -> None:
        self._counts: dict[etree._Element, int] = {}

    def of(self, item: etree._Element) -> str:
        """Return the number that is printed before an item; empty for bullets."""
        around = item.getparent()
        if (
            around is None
            or around.tag != "ol"
            or around.get("role")
            or _UNMARKED.search(str(around.get("style") or ""))
        ):
            return ""
        step = 1 if around.get("reversed") is None else -1
        count = whole(item.get("value"), self._counts.get(around, _first(around) - step) + step)
        self._counts[around] = count
        return f"{printed(count, _STYLES.get(str(item.get('type') or around.get('type')), 'decimal'))}. "


def _first(around: etree._Element) -> int:
    items = sum(one.tag == "li" for one in around)
    return whole(around.get("start"), 1 if around.get("reversed") is None else items)
