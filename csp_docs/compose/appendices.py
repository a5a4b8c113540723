"""Appendices, glossary and contact: what stands behind the body."""

from __future__ import annotations

import re

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.content import content, sections
from csp_docs.compose.context import Context
from csp_docs.compose.tables import facts_table
from csp_docs.compose.values import access_marking, appendix_id, contact_lines
from csp_docs.errors import origin_of
from csp_docs.model import Appendix

_HEADING = re.compile(r"(?P<prefix>.*?)\{\{\s*label\s*\}\}(?P<suffix>.*?)\{\{\s*title\s*\}\}\s*", re.DOTALL)


def appendices(context: Context) -> Blocks:
    """Return the appendices, each with the council's words around its label."""
    prefix, suffix = _around_label(context)
    return tuple(_appendix(given, prefix, suffix, context) for given in context.report.appendices)


def back_matter(context: Context) -> Blocks:
    """Return the glossary and the contact, on a page of their own where appendices stand before them."""
    found = (*_glossary(context), *_contact(context))
    return (b.PageBreak(), *found) if found and context.report.appendices else found


def _appendix(given: Appendix, prefix: str, suffix: str, context: Context) -> b.Appendix:
    return b.Appendix(
        title=context.inlines(given.title),
        blocks=_untitled(given, context) + sections(given.sections, context),
        id=appendix_id(given, context),
        prefix=prefix,
        label=given.label,
        suffix=suffix,
        origin=origin_of(given.title),
    )


def _untitled(given: Appendix, context: Context) -> Blocks:
    """Return what stands above the first section: a section without a title, so that its text aligns with theirs."""
    blocks = _marking(given, context) + _apart(given, context) + content(given.content, context)
    return (b.Section((), blocks),) if blocks else ()


def _marking(given: Appendix, context: Context) -> Blocks:
    """Return the marking of an appendix that is exempt where the report is open, and the reason."""
    marking = access_marking(given.access, context)
    if not marking:
        return ()
    reason = context.blocks(given.access.reason) if given.access.reason else ()
    return (b.Paragraph((b.Strong((b.Text(marking),)),)), *reason)


def _apart(given: Appendix, context: Context) -> Blocks:
    """Return the notice that an appendix is a document of its own."""
    if not given.document:
        return ()
    return (b.Callout((b.Paragraph(context.words("appendix_apart")),)),)


def _around_label(context: Context) -> tuple[str, str]:
    """Return the words before and behind an appendix's label, from the council's heading pattern."""
    pattern = context.layout.appendices.heading
    if not pattern:
        return f"{context.term('appendix')} ", " – "
    parts = _HEADING.fullmatch(pattern)
    if not parts:
        hint = 'write it as "Appendix {{ label }} – {{ title }}"'
        context.problem(f'the heading pattern "{pattern}" does not show label and title in this order', hint, pattern)
        return "", " "
    return parts["prefix"], parts["suffix"]


def _glossary(context: Context) -> Blocks:
    if not context.report.glossary:
        return ()
    table = facts_table(context.report.glossary, context.term("glossary"), context)
    return (b.Section(context.words("glossary"), (table,), numbered=False),)


def _contact(context: Context) -> Blocks:
    contact = context.report.contact
    if not contact:
        return ()
    return (b.Section(context.words("contact"), (contact_lines(contact, context),), numbered=False),)
