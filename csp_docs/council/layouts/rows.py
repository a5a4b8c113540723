"""The rows and lines that layouts are made of: lines of a header, rows of a cover sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import Enum
from typing import get_args

import attrs

from csp_docs.blocks import Align
from csp_docs.errors import Code, did_you_mean
from csp_docs.model import Contact, KeyDecision, Language
from csp_docs.model.reach import types_of
from csp_docs.model.values import NEVER_EMPTY, SHORT_FORM, Markdown, ModelError, items
from csp_docs.records import record
from csp_docs.text.expressions import names_in, split
from csp_docs.text.expressions.faults import ExpressionError

_ANSWERS = tuple(name for name, kind in types_of(KeyDecision).items() if bool in get_args(kind))
_PARTS = {"contacts": tuple(types_of(Contact)), "key_decision": _ANSWERS}
"""The fields whose parts a row can label, and these parts."""


_MOST_IN_A_ROW = 3
_LOGO = "council.logo"
_SLOT = re.compile(r"\{(\w+)\}")


def _rows(value: list[CoverRow] | tuple[CoverRow, ...]) -> tuple[CoverRow, ...]:
    return items(value, CoverRow)


def row_parts(value: list[RowPart] | tuple[RowPart, ...]) -> tuple[RowPart, ...]:
    """Return the parts of a row, checked."""
    return items(value, RowPart)


@record
class HeaderLine:
    """A line above the cover sheet, in another language if one is named: a text, or a ``field`` after its ``label``.

    Its ``align`` is left, centre or right; it is ``bold`` unless that is ``no``.
    """

    text: Markdown = attrs.field(default="", metadata={**SHORT_FORM, **NEVER_EMPTY})
    language: Language | None = None
    field: str = attrs.field(default="", metadata=NEVER_EMPTY)
    label: Markdown = ""
    align: Align = Align.LEFT
    bold: bool = True

    def __attrs_post_init__(self) -> None:
        if bool(self.text) == bool(self.field):
            fact = "a line of the header must be a text or a field"
            raise ModelError(Code.WRONG_ROW, fact, "give just one of the two")
        if self.text:
            alone(self, "text", ("label",))
        without_slots(self, ("text", "label"))
        without_logo(self, "text", "field")


class PartsIn(Enum):
    """How the parts of contacts are set out: lines after their labels, a row for each part, or a column for each."""

    LINES = "lines"
    ROWS = "rows"
    COLUMNS = "columns"


@record(kw_only=True)
class RowPart:
    """A part of a field, printed on its own line after its label."""

    field: str = attrs.field(metadata=SHORT_FORM)
    label: Markdown = ""


@record(kw_only=True)
class CoverRow:
    """A row of the cover sheet: a field with its label, a ``heading``, fields side by side (``row``), or fixed words.

    The fixed words are a ``text``, which may have a label. ``keep`` prints the row with the text ``empty`` when its
    field is empty. ``parts`` labels parts of the field, which are set out as ``parts_in`` says.
    """

    field: str = attrs.field(default="", metadata={**SHORT_FORM, **NEVER_EMPTY})
    label: Markdown = ""
    parts: tuple[RowPart, ...] = attrs.field(default=(), converter=row_parts)
    parts_in: PartsIn = PartsIn.LINES
    keep: bool = False
    empty: Markdown = ""
    heading: Markdown = attrs.field(default="", metadata=NEVER_EMPTY)
    text: Markdown = attrs.field(default="", metadata=NEVER_EMPTY)
    row: tuple[CoverRow, ...] = attrs.field(default=(), converter=_rows)

    def __attrs_post_init__(self) -> None:
        check_parts(self.field, self.parts, self.parts_in)
        without_slots(self, ("text", "label", "heading", "empty"))
        without_logo(self, "text", "field")
        if self.parts_in is PartsIn.COLUMNS:
            hint = "write `parts_in: rows`, or print the contacts in the `parts` of the body"
            raise ModelError(Code.NO_EFFECT, "a row of a cover sheet cannot hold a table", hint, ("parts_in",))
        if sum(map(bool, (self.field, self.heading, self.text, self.row))) != 1:
            fact = "a row of the cover sheet must be a field, a heading, a text or a row"
            raise ModelError(Code.WRONG_ROW, fact, "give just one of the four")
        if len(self.row) not in (0, 2, _MOST_IN_A_ROW):
            count = f"{len(self.row)} field{'s' * (len(self.row) > 1)}"
            fact, hint = f"the row has {count}", "give two or three fields, to be printed side by side"
            raise ModelError(Code.WRONG_ROW, fact, hint, ("row",))
        if not all(inner.field or inner.text for inner in self.row):
            fact = "a row cannot have a heading or a row inside it"
            raise ModelError(Code.WRONG_ROW, fact, "give two or three fields, to be printed side by side", ("row",))
        if self.text:
            alone(self, "text", ("parts", "keep", "empty"))
        elif not self.field:
            alone(self, "heading" if self.heading else "row", ("label", "parts", "keep", "empty"))


def check_parts(field: str, parts: tuple[RowPart, ...], parts_in: PartsIn) -> None:
    """Refuse parts that a field does not have or that nothing would print."""
    known = _PARTS.get(field, ())
    if parts and field and not known:
        fact = f'the parts of "{field}" cannot have labels'
        hint = f"remove `parts`; {' and '.join(f'`{name}`' for name in _PARTS)} can have them"
        raise ModelError(Code.NO_EFFECT, fact, hint, ("parts",))
    for position, part in enumerate(parts) if known else ():
        if part.field not in known:
            fact = f'"{field}" has no part "{part.field}" that can have a label'
            hint = did_you_mean(part.field, known, "known parts")
            raise ModelError(Code.UNKNOWN_PART, fact, hint, ("parts", position, "field"))
    once("parts", ((part.field,) for part in parts))
    if parts_in is not PartsIn.LINES and not (parts and field == "contacts"):
        hint = "name the `parts` of the contacts, or remove it"
        raise ModelError(Code.NO_EFFECT, '"parts_in" is only for the `parts` of `contacts`', hint, ("parts_in",))


def alone(given: object, name: str, others: Iterable[str]) -> None:
    """Refuse the ``others`` among the keys of a row or part that has ``name``: nothing would print them."""
    for key in others:
        if getattr(given, key):
            fact = f'"{key}" has no effect next to "{name}"'
            hint = "give it to the fields of the row, or remove it" if name == "row" else "remove it"
            raise ModelError(Code.NO_EFFECT, fact, hint, (key,))


def without_logo(given: object, *names: str) -> None:
    """Refuse the logo as a field of a report, whose layout has a key for it."""
    for key in names:
        if _LOGO in (getattr(given, key), *names_in(getattr(given, key))):
            hint = "give its place, `logo: left` (or `centre`, `right`), as a key of the layout, and remove this line"
            raise ModelError(Code.NO_EFFECT, "a line of words cannot print the logo", hint, (key,))


def without_slots(given: object, names: Iterable[str], known: tuple[str, ...] = ()) -> None:
    """Refuse a name in single braces, but for those ``known``: it would be printed as it is, with its braces."""
    for key in names:
        for found in _SLOT.findall(_words_of(getattr(given, key))):
            if found not in known:
                fields = f"for a field of the document, write {{{{ {found} }}}}"
                hint = f"it may have {' and '.join(f'{{{name}}}' for name in known)}; {fields}" if known else fields
                raise ModelError(Code.UNKNOWN_PLACEHOLDER, f'"{{{found}}}" is not a known placeholder', hint, (key,))


def _words_of(text: str) -> str:
    """Return a text without its expressions; one that cannot be read is reported by others."""
    with suppress(ExpressionError):
        return " ".join(part for part in split(text) if isinstance(part, str))
    return ""


def once(key: str, names: Iterable[Iterable[str]]) -> None:
    """Refuse a name that the list ``key`` of a layout has twice, by the names of each item."""
    seen: set[str] = set()
    for position, own in enumerate(names):
        for name in filter(None, own):
            if name in seen:
                fact = f'the layout names "{name}" twice in its `{key}`'
                raise ModelError(Code.NAMED_TWICE, fact, "keep one of the two", (key, position))
            seen.add(name)


def fields_of(rows: Iterable[CoverRow]) -> Iterator[str]:
    """Yield the names of all fields that rows print."""
    for row in rows:
        if row.field:
            yield row.field
        yield from fields_of(row.row)
