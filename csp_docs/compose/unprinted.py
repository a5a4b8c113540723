"""What a document gives and nothing prints: its author is warned in the same way for every kind of document.

Whatever prints a field notes its name in ``Context.printed``, and every ``{{ }}`` notes what it uses. Names are paths
such as ``meeting.body``; ``meeting`` means all of its parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import Any, TypeAlias

from attrs import NOTHING, Attribute, evolve, fields, has

from csp_docs.compose.context import Context
from csp_docs.errors import Code, Located, LocatedDate, Origin, errors_in, origin_of
from csp_docs.model import CouncilDocument, Language, Report
from csp_docs.model.parts import every_part

_OTHER_NAMES = {"access": "access.exempt", "exempt": "access.exempt", "exemption_reason": "access.reason"}
"""What layouts call a part of the document, where that is not its path. The marking does not say the reason."""
_TITLE = re.compile(r"(title|access\.public_title)$")
"""How the place of a title ends, which is that of the title for the public in the edition for the public."""
Given: TypeAlias = Mapping[str, object]
"""What a document gives for one of its fields: the field itself, or its parts, by their paths."""


def not_printed(name: str) -> str:
    """Return the fact that a council's layout leaves out what a document gives."""
    return f'the council\'s layout does not print "{name}"'


def path_of(name: str, document: CouncilDocument) -> str:
    """Return the path of what a layout or a ``{{ }}`` calls ``name``: the date of a report may be its meeting's."""
    if isinstance(document, Report):
        if name == "date" and not document.date:
            return "meeting.date"
        if name in document.fields:
            return f"fields.{name}"
    return _OTHER_NAMES.get(name, name)


def warn_of_unprinted(
    context: Context, said: Callable[[str], tuple[str, str]], document: CouncilDocument | None = None
) -> None:
    """Warn of all that a document (by default that of ``context``) gives and nothing prints.

    A field is named as a whole if none of its parts is printed. ``said`` returns the fact and the hint for a name.
    """
    given = document or context.document
    printed = {path_of(name, given) for name in (*context.printed, *context.scope.used)}
    heads = {head for path in printed for head in _heads(path)}
    wrong = partial(_is_wrong, places={problem.origin for problem in errors_in(context.problems)})
    for field in fields(type(given)):
        parts = _given(field, given)
        lost = {path: value for path, value in parts.items() if printed.isdisjoint(_heads(path)) and not wrong(value)}
        whole = lost and field.name not in heads and "by_name" not in field.metadata
        for path, value in ({field.name: lost} if whole else lost).items():
            place = _place(value) or _near(path, _place(getattr(given, field.name)) or given.title, given)
            note = context.remark if "fact" in field.metadata else context.warn
            note(Code.NOT_PRINTED, *said(path), place)


def _heads(path: str) -> Iterator[str]:
    """Yield a path and those that it is a part of: ``meeting.body``, ``meeting``."""
    steps = path.split(".")
    return (".".join(steps[:end]) for end in range(len(steps), 0, -1))


def _given(field: Attribute[Any], document: CouncilDocument) -> Given:
    """Return what a document gives for a field, by paths; nothing for its settings, which are not printed."""
    value = getattr(document, field.name)
    if "by_name" in field.metadata:
        return dict(_named(field.name, value, document))
    return _parts(field.name, value) if _is_given(value, field) and "setting" not in field.metadata else {}


def _named(name: str, value: Mapping[str, object], document: CouncilDocument) -> Iterator[tuple[str, object]]:
    """Yield the values of a mapping that are printed by their names, in the language of the edition."""
    other = "name" if document.language is Language.WELSH and value.get("name_cy") else "name_cy"
    for key, part in value.items():
        if part and key != other:
            yield f"{name}.{'name' if key == 'name_cy' else key}", part


def _parts(name: str, value: Any) -> Given:
    """Return the parts of a value, or of all objects in a list; the value itself if it has no parts.

    There is nothing to print of an object that only has settings: an access that is only confidential.
    """
    found: dict[str, object] = {}
    items = [item for item in (value if isinstance(value, tuple) else (value,)) if has(type(item))]
    for item in items:
        for field in fields(type(item)):
            if "setting" not in field.metadata and _is_given(part := getattr(item, field.name), field):
                found.setdefault(f"{name}.{field.name}", part)
    return found if items else {name: value}


def _is_given(value: object, field: Attribute[Any]) -> bool:
    if isinstance(value, str) and not value.strip():
        return False
    return value not in ("", (), {}, None) and (field.default is NOTHING or value != field.default)


def _is_wrong(value: object, places: set[Origin | None]) -> bool:
    """Tell whether a value has an error of its own: it is not printed for that, and not for its layout."""
    return any(isinstance(part, Located) and part.origin in places for part in _texts(value))


def _texts(value: object) -> Iterator[object]:
    return chain((value,), every_part(value, lambda _: True))


def _near(path: str, text: str | LocatedDate, document: CouncilDocument) -> object:
    """Return a text near a value whose own place is not known, such as yes or no, with the path of that value."""
    at, title = origin_of(text), origin_of(document.title)
    if not at or not title or not (ending := _TITLE.search(title.path)):
        return text
    return Located.at(str(text), evolve(at, path=f"{title.path[: ending.start()]}{path}"))


def _place(value: object) -> Located | LocatedDate | None:
    """Return the first text or date of a value whose place in the file is known."""
    return next((part for part in _texts(value) if isinstance(part, Located | LocatedDate)), None)
