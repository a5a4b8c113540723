"""Parts by their ids: a part that is added again, replaced or removed, wherever it is in a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol, TypeVar

from attrs import evolve, fields, has

from csp_docs.errors import Code, did_you_mean
from csp_docs.model import BlankPage, CouncilDocument, ModelError, PageBreak, Section
from csp_docs.model.parts import every_part
from csp_docs.model.values import a

D = TypeVar("D", bound=CouncilDocument)


class Identified(Protocol):
    """A part of a document with an id: a section, an appendix, a measure, a paragraph, a table or a figure."""

    @property
    def id(self) -> str:
        """What it is called in ``{{ }}``."""


def added(there: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return what is there and what is ``new``, so that a step that is done again changes nothing.

    A part with the id and title of one that is there takes its place. What equals something that is there is not added
    again, unless it has no words of its own. Raises ModelError for the id of a part with another title.
    """
    found = list(there)
    for item in new:
        place = _place(found, item)
        if place is not None:
            found[place] = item
        elif item not in there or _is_mute(item):
            found.append(item)
    return tuple(found)


def _place(there: list[Any], new: Any) -> int | None:
    """Return the place of the part with the id of a new one; None if there is none. Raises ModelError."""
    name = getattr(new, "id", "")
    place = next((at for at, item in enumerate(there) if name and getattr(item, "id", "") == name), None)
    if place is not None and _title(there[place]) != _title(new):
        fact = f'the id "{name}" is that of "{_title(there[place])}", which was added before'
        raise ModelError(Code.ID_TWICE, fact, "choose another id, or put it in that place with `replace`", ("id",))
    return place


def _title(part: Any) -> str:
    return str(getattr(part, "title", "") or getattr(part, "caption", ""))


def _is_mute(item: Any) -> bool:
    return isinstance(item, PageBreak | BlankPage) or (isinstance(item, Section) and not item.title)


def replaced(document: D, parts: Mapping[str, Any]) -> D:
    """Return a document with ``parts`` in the place of those with their ids; None removes one. Raises ModelError."""
    ids = {str(getattr(part, "id", "")) for part in every_part(document, _is_own)} - {""}
    for name in parts:
        if name not in ids:
            raise ModelError(Code.UNKNOWN_REFERENCE, f'no part has the id "{name}"', did_you_mean(name, ids, "ids"))
    changed: D = _changed(document, parts)
    return changed


def by_id(parts: tuple[Identified, ...]) -> dict[str, Identified]:
    """Return parts by their ids. Raises ModelError for one without an id."""
    for part in parts:
        if not getattr(part, "id", ""):
            hint = "give it the id of the part whose place it takes"
            raise ModelError(Code.MISSING_KEY, f"{a(type(part).__name__.lower())} has no id", hint)
    return {part.id: part for part in parts}


def _is_own(part: object) -> bool:
    return not isinstance(part, CouncilDocument)


def _changed(value: Any, parts: Mapping[str, Any]) -> Any:
    """Return ``value`` with other parts in it; itself where nothing changes."""
    if isinstance(value, tuple):
        kept = [new for item in value if (new := _other(item, parts)) is not None or item is None]
        return value if len(kept) == len(value) and all(map(_same, kept, value)) else tuple(kept)
    if isinstance(value, dict):
        found = {name: _changed(item, parts) for name, item in value.items()}
        return found if any(found[name] is not value[name] for name in found) else value
    changes = dict(_changes(value, parts)) if has(type(value)) else {}
    return evolve(value, **changes) if changes else value


def _changes(part: Any, parts: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for field in fields(type(part)):
        old = getattr(part, field.name)
        new = old if isinstance(old, CouncilDocument) or not field.init else _other(old, parts)
        if new is not old:
            yield field.alias, new


def _other(item: Any, parts: Mapping[str, Any]) -> Any:
    name = getattr(item, "id", "")
    return parts[name] if name and name in parts else _changed(item, parts)


def _same(one: object, other: object) -> bool:
    return one is other
