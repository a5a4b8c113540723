"""Bold and italic where two styles say so: Word would turn them off again.

Bold and italic are toggle properties: if the style of a paragraph and the style of a run in it both have one, the run
does not (ECMA-376 part 1, 17.7.3). A property that the run has itself always counts. Table styles of this writer do not
have any, and no run has a property that its own style has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from lxml import etree

from csp_docs.writers.word.file.elements import W_NAMESPACE, Xml, w

Toggles: TypeAlias = Mapping[str, frozenset[str]]
"""The toggle properties that each style has, by its id."""

_TOGGLES = ("b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "vanish")
_OFF = ("0", "false")
_W = f"{{{W_NAMESPACE}}}"
_PARAGRAPH_STYLE, _RUN_STYLE, _END = '<w:pStyle w:val="', '<w:rStyle w:val="', '"/>'


def keep_on(toggles: Toggles, xml: Xml) -> Xml:
    """Return ``xml`` with the toggle properties in each run that its own style and that of its paragraph both have."""
    return Xml(_RUN_STYLE.join(_kept_on(toggles, xml)))


def _kept_on(toggles: Toggles, xml: Xml) -> Iterator[str]:
    """Yield the text between the starts of the styles of runs; the properties follow these styles in the schema.

    A paragraph reaches up to the style of the next: a shape, which holds others, is alone in its paragraph.
    """
    parts, none, around = xml.split(_RUN_STYLE), frozenset[str](), frozenset[str]()
    yield parts[0]
    for before, part in pairwise(parts):
        _, found, style = before.rpartition(_PARAGRAPH_STYLE)
        around = toggles.get(style.partition('"')[0], none) if found else around
        own, end, rest = part.partition(_END)
        both = around & toggles.get(own, none)
        yield "".join((own, end, *(w(tag) for tag in _TOGGLES if tag in both), rest)) if both else part


def toggles_of(styles: Xml) -> Toggles:
    """Return the toggle properties that each style has, by itself or from those that it is based on."""
    by_id = {style.get(f"{_W}styleId", ""): style for style in etree.fromstring(styles).iter(f"{_W}style")}

    @cache
    def on(id_: str) -> frozenset[str]:
        style = by_id.get(id_)
        if style is None:
            return frozenset()
        based = style.find(f"{_W}basedOn")
        others = on(based.get(f"{_W}val", "")) if based is not None else frozenset[str]()
        own = {etree.QName(one).localname: one.get(f"{_W}val") not in _OFF for one in style.iterfind(f"{_W}rPr/*")}
        return frozenset(tag for tag in _TOGGLES if own.get(tag, tag in others))

    return {id_: on(id_) for id_ in by_id}
