"""What the formats of numbers in a chart of Word print around them (ECMA-376 part 1, 18.8.31 and 21.2.2.121)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from csp_docs.comparing.word.markup import attribute, first, value

_PRINTED = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.|([£$€¥%])')
_SCALED = re.compile(r"[0#?],+(?=[^0#?,]|$)")
_SIGNS = "−-–() "


def formats(chart: etree._Element) -> Iterator[str]:
    """Yield the formats of the numbers that labels and axes of a chart show."""
    for labels in chart.iter("{*}dLbls", "{*}dLbl"):
        if value(labels, "showVal") in ("1", "true"):
            yield from _own(labels)
    for axis in chart.iter("{*}valAx"):
        if value(axis, "delete") not in ("1", "true") and value(axis, "tickLblPos") != "none":
            yield from _own(axis)


def _own(element: etree._Element) -> Iterator[str]:
    found = first(element, "numFmt")
    if found is not None and attribute(found, "sourceLinked") not in ("1", "true"):
        yield attribute(found, "formatCode")


def printed(code: str) -> str:
    """Return what a format prints besides the number itself; a scale that it changes is said in words.

    >>> printed('"£"#,##0"m"')
    '£ m'
    >>> printed('#,##0;"−"#,##0')
    ''
    """
    said = [next(filter(None, found.groups()), "").strip(_SIGNS) for found in _PRINTED.finditer(code)]
    bare = _PRINTED.sub(lambda found: "%" if found[4] == "%" else "", code)
    said += ["in thousands"] if _SCALED.search(bare) else []
    return " ".join(filter(None, dict.fromkeys(said)))
