"""Columns of ratings: red, amber or green, in the words that authors and councils have for them."""

from __future__ import annotations

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Inlines
from csp_docs.compose.context import Context
from csp_docs.errors import Code, listed
from csp_docs.measures.cells import is_empty
from csp_docs.model import Rag


def rating(level: Rag, context: Context) -> Inlines:
    """Return a rating in the council's word."""
    return (b.Rating(b.RatingLevel(level.value), context.term(f"rag_{level.value}")),)


def rated(cell: str, column: str, context: Context, *, needed: bool = True) -> Blocks:
    """Return a cell of a column of ratings; a text that is none is a problem, unless none is ``needed``."""
    words = context.plain(cell).strip()
    if is_empty(words):
        return context.paragraphs(cell)
    known = _known(context)
    if found := known.get(words.casefold()):
        return (b.Paragraph(rating(found, context)),)
    if needed:
        fact = f'"{words}" is not a rating, but the column "{column}" has ratings'
        context.problem(Code.NOT_A_RATING, fact, f"write one of these: {listed([*known])}", cell)
    return context.paragraphs(cell)


def _known(context: Context) -> dict[str, Rag]:
    """Return the ratings by their names in files and by the words that the council prints for them."""
    printed = {context.council.terms[f"rag_{level.value}"].casefold(): level for level in Rag}
    return {level.value: level for level in Rag} | printed
