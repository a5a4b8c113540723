"""Appendices, glossary and contact: what comes after the body."""

from __future__ import annotations

import re

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.content.values import access_marking, appendix_id
from csp_docs.compose.content.written import content
from csp_docs.compose.context import Context
from csp_docs.compose.glossary import contact, glossary
from csp_docs.compose.scope import typeset
from csp_docs.compose.sections import sections
from csp_docs.council.template import read_council
from csp_docs.errors import Code, CspDocsError, origin_of
from csp_docs.model import Access, Appendix, CouncilDocument, Status

_HEADING = re.compile(r"(?P<prefix>.*?)\{\{\s*label\s*\}\}(?P<suffix>.*?)\{\{\s*title\s*\}\}\s*", re.DOTALL)


def appendices(context: Context) -> Blocks:
    """Return the appendices, each with the council's words around its label."""
    context.printed.add("appendices")
    prefix, suffix = around_label(context)
    return tuple(_appendix(given, prefix, suffix, context) for given in context.document.appendices)


def back_matter(context: Context, *, on_new_page: bool) -> Blocks:
    """Return the glossary and the contact that the body did not print, on a new page if ``on_new_page``."""
    drawn = {"glossary": glossary, "contact": contact}
    blocks = {name: draw(context) for name, draw in drawn.items() if name not in context.printed}
    context.printed.update(drawn)
    found = tuple(b.Section(context.words(name), below, numbered=False) for name, below in blocks.items() if below)
    return (b.PageBreak(), *found) if found and on_new_page else found


def marking(access: Access, context: Context) -> Blocks:
    """Return the marking of a part that is exempt in an open report, and the reason for it."""
    words = access_marking(access, context)
    if not words:
        return ()
    reason = context.paragraphs(access.reason) if access.reason else ()
    return (b.Paragraph((b.Strong((b.Text(words),)),)), *reason)


def around_label(context: Context) -> tuple[str, str]:
    """Return the words before and after an appendix's label, from the council's heading pattern."""
    pattern = context.layout.appendices.heading
    if not pattern:
        return f"{context.term('appendix')} ", " – "
    parts = _HEADING.fullmatch(pattern)
    if not parts:
        hint = 'write it as "Appendix {{ label }} – {{ title }}"'
        context.problem(
            Code.HEADING_PATTERN,
            f'the heading pattern "{pattern}" does not show the label and the title in this order',
            hint,
            pattern,
        )
        return "", " "
    return typeset(parts["prefix"], context.council), typeset(parts["suffix"], context.council)


def _appendix(given: Appendix, prefix: str, suffix: str, context: Context) -> b.Appendix:
    return b.Appendix(
        title=context.inlines(given.title),
        blocks=_blocks(given, context),
        id=appendix_id(given, context),
        prefix=prefix,
        label=given.label,
        suffix=suffix,
        origin=origin_of(given.title),
    )


def _blocks(given: Appendix, context: Context) -> Blocks:
    if given.document:
        return _embedded(given, given.document, context)
    inside = evolve(context, exempt=bool(given.access.exempt))
    return _untitled(given, inside) + sections(given.sections, inside)


def _untitled(given: Appendix, context: Context) -> Blocks:
    """Return what comes above the first section, in a section without a title so that all texts align."""
    blocks = marking(given.access, context) + content(given.content, context)
    return (b.Section((), blocks),) if blocks else ()


def _embedded(given: Appendix, document: CouncilDocument, context: Context) -> Blocks:
    """Return another document in its own council's layout; an exempt appendix marks all its pages."""
    try:
        council, left_out = read_council(document)
        composed, problems = context.compose(document, council)
    except CspDocsError as error:
        context.problems.extend(error.findings)
        return ()
    context.problems.extend((*left_out, *problems))
    if given.access.reason:
        hint = "give `access` with its reason in that document"
        context.problem(
            Code.NO_PLACE_FOR_REASON,
            "an appendix that is a document has no place for a reason",
            hint,
            given.access.reason,
        )
    if context.document.status is Status.FINAL and document.status is Status.DRAFT:
        hint = "remove `status: draft` there, or `status: final` here"
        context.warn(
            Code.DRAFT_INSIDE, "the document is final, but the one in this appendix is a draft", hint, given.title
        )
    words = access_marking(given.access, context)
    marked = composed.marking if words in composed.marking else f"{composed.marking} – {words}".removeprefix(" – ")
    return (b.Embedded(evolve(composed, marking=marked), origin=origin_of(given.title)),)
