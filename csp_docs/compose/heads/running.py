"""Running heads and feet: what is at the left, in the middle and at the right of each page."""

from __future__ import annotations

from csp_docs import blocks as b
from csp_docs.compose.context import Context
from csp_docs.compose.heads.fields import naming_fields
from csp_docs.council.layouts import FirstPage, RunningLine
from csp_docs.errors import Code
from csp_docs.typesetting.places import fitted


def running(context: Context) -> b.Running:
    """Return the running head and foot of the layout; a warning is noted for one that is cut."""
    layout, first = context.layout, context.layout.first_page or FirstPage()
    foot, first_head, first_foot = (
        _words(line, context) if line else None
        for line in (layout.running_foot, first.running_head, first.running_foot)
    )
    head = _words(layout.running_head, context) if layout.running_head else b.NO_WORDS
    return b.Running(head, foot, first_head, first_foot)


def _words(line: RunningLine, context: Context) -> b.RunningWords:
    texts = line.left, line.middle, line.right
    inside = naming_fields(texts, context)
    left, middle, right = given = tuple(inside.plain(text) for text in texts)
    for words, whole, text in zip(fitted((left, middle, right), context.theme), given, texts, strict=True):
        if words != whole:
            fact = f'"{whole}" is too long for the head or foot of a page, and is cut'
            context.warn(Code.RUNNING_CUT, fact, "write it shorter", text)
    return left, middle, right
