"""Telephone and reference numbers, addresses and versions: they are printed as they are typed.

They have keys of their own (``phone``, ``report_number``), or a head or a label that says what they are.
"""

from __future__ import annotations

from typing import TypeVar

from attrs import evolve

from csp_docs.compose.context import Context
from csp_docs.council.layouts import CoverRow
from csp_docs.measures.heads import may_be_typed, prints_as_typed
from csp_docs.measures.phones import is_number
from csp_docs.model.reach import marked

C = TypeVar("C", bound=Context)


def below(head: str, text: str, context: C) -> C:
    """Return the context for a text below a head or next to a label: one with figures may be as it is typed."""
    return _typed(context) if prints_as_typed(head, text) else context


def in_row(row: tuple[str, ...], cell: str, context: C) -> C:
    """Return the context for a cell of a row: one that is all number is a telephone number if the row is called so.

    A row called "Ward 1" has its number already.
    """
    return below(row[0], cell, context) if is_number(cell) and not row[0][-1:].isdigit() else context


def of_part(of: object, name: str, text: str, context: C) -> C:
    """Return the context for a part of an object of the model, such as the ``phone`` of a contact."""
    return _typed(context) if name in marked(type(of), "as_typed") and may_be_typed(text) else context


def of_field(row: CoverRow, value: object, context: C) -> C:
    """Return the context for the value of a field, by the label and the name of its row."""
    texts = value if isinstance(value, tuple) else (value,)
    if not all(isinstance(text, str) for text in texts):
        return context
    text = " ".join(texts)
    named = of_part(context.document, row.field, text, context)
    return below(row.label, text, below(row.field.replace("_", " "), text, named))


def _typed(context: C) -> C:
    return evolve(context, scope=evolve(context.scope, as_typed=True))
