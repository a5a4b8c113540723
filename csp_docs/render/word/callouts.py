"""The box of a callout: paragraphs under one border, which Word joins where border and indent are the same."""

from __future__ import annotations

from itertools import groupby

from lxml import etree

from csp_docs.render.word.elements import paragraph_properties, w, w_name
from csp_docs.render.word.flow import Flow, keep_with_next
from csp_docs.render.word.measures import rule
from csp_docs.render.word.zones import CALLOUT_BAR, CALLOUT_PADDING
from csp_docs.theme import Theme

_NUMBER, _BORDER = w_name("numPr"), w_name("pBdr")


def close_box(flow: Flow, theme: Theme) -> list[etree._Element]:
    """Return the elements of a callout on one page, in one box; the last brings the space below it."""
    flow.end_with(theme.body.after + theme.list_item.after)
    elements = flow.finish()
    for element in elements[:-1]:
        keep_with_next(element)
    _join_lists(elements, theme)
    return elements


def box(theme: Theme, *, top: bool = True, bottom: bool = True) -> etree._Element:
    """Return the border of a callout: rules of the shade's colour carry the shade as far as they stand off."""
    shade, padding = theme.colours.shade, CALLOUT_PADDING
    sides = [rule("left", theme.colours.accent, CALLOUT_BAR, padding)]
    if top:
        sides.insert(0, rule("top", shade, space=padding))
    if bottom:
        sides.append(rule("bottom", shade, space=padding))
    return w("pBdr", *sides, rule("right", shade, space=padding))


def _join_lists(elements: list[etree._Element], theme: Theme) -> None:
    """Let lists touch the paragraphs around them: their indent is another, so that Word draws them as boxes apart."""
    groups = [(listed, list(group)) for listed, group in groupby(elements, _is_listed)]
    for place, (listed, group) in enumerate(groups):
        last = place == len(groups) - 1
        if not last:
            Flow(group).end_with(0)
        if listed:
            for item in group:
                others = [one for one in item[0] if one.tag != _BORDER]
                item[0] = paragraph_properties([*others, box(theme, top=not place, bottom=last)])


def _is_listed(element: etree._Element) -> bool:
    return len(element) > 0 and element[0].find(_NUMBER) is not None
