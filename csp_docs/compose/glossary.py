"""The glossary and the contact, printed in the body or on the pages after it."""

from __future__ import annotations

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.content.values import contact_lines
from csp_docs.compose.context import Context


def glossary(context: Context) -> Blocks:
    """Return the glossary as a table of terms and meanings; nothing if the document does not give one."""
    rows = tuple(
        ((b.Paragraph(context.inlines(term)),), context.paragraphs(meaning))
        for term, meaning in context.document.glossary.items()
    )
    head = tuple(b.HeaderCell(context.words(name)) for name in ("glossary_term", "glossary_meaning"))
    aligns = (b.Align.LEFT, b.Align.LEFT)
    return (b.Table((head,), (b.RowGroup(rows),), aligns, row_headers=True, turns=False),) if rows else ()


def contact(context: Context) -> Blocks:
    """Return the lines of the contact; nothing if the document does not give one."""
    given = context.document.contact
    return (contact_lines(given, context),) if given else ()
