"""What the model's fields share: kinds of text, and converters that check lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from enum import Enum
from os import PathLike, fspath
from pathlib import Path
from typing import Annotated, Any, TypeAlias, TypeVar

from attrs import Attribute

from csp_docs.errors import Code, CspDocsError, Located, Origin, Problem, did_you_mean, origin_of

E = TypeVar("E", bound=Enum)
Markdown: TypeAlias = Annotated[str, "text that may hold Markdown and {{ }}"]
FileName: TypeAlias = Annotated[str, "the name of a file, as seen from the one that gives it"]
PictureFile: TypeAlias = FileName | bytes
"""The name of a picture's file, or, from a script, its content."""
AreaFile: TypeAlias = FileName | bytes
"""The name of a file of areas, or, from a script, their GeoJSON."""
SHORT_FORM = {"short_form": True}
"""Marks the field that a text gives where a mapping is expected."""
IN_FILE = {"in_file": "data"}
"""Marks a field that may come from a file, with the key that names the file."""
SETTING = {"setting": "choice"}
"""Marks a field that says how its document is printed; it is not printed itself."""
OVERRIDE = {"setting": "override"}
"""Marks a setting that replaces the same key of the council's template."""
OF_THE_WHOLE = {"of_the_whole": True}
"""Marks a field that a document does not have if it is a part of another one."""
BY_NAME = {"by_name": True}
"""Marks a mapping whose values are printed separately, by their names."""
FACT = {"fact": True}
"""Marks a field that a document needs for itself, printed or not: its status, its date and its period."""
DECLARED = {"declared": True, **BY_NAME}
"""Marks texts by names that a council's template declares."""
IN_EXPRESSIONS = {"in_expressions": True}
"""Marks a field that ``{{ }}`` can use by its name."""
AS_TYPED = {"as_typed": True}
"""Marks a text that is a number or an address, and not words: no character of it is replaced by one of better print."""
NAMING = {"naming": True}
"""Marks a field of an item (a priority, a topic) that names it or its parts, and is not a part itself."""
NEVER_EMPTY = {"never_empty": True}
"""Marks an optional text that a file must not give as an empty one: others would print without what it is for."""
_ESCAPED = re.compile(r"\\([!-/:-@[-`{-~])")
_MOST_NAMED = 6
"""How many classes a message names."""
BY_OTHER_NAMES = {"by_other_names": True}
"""Marks a mapping whose names an author may have given as keys next to it: the hint for such a key says so."""
COUNTED = {"counted": True}
"""Marks a figure of a measure that is not available if its cell is empty. Other figures are left out."""

DEEPEST = 50
"""How many lists and mappings a document may have inside each other, itself included."""
DEEPEST_DOCUMENT = 5
"""How deep documents may be nested inside each other."""
_AROUND = 2
"""The levels around each part: its document, and a list in it."""
TOO_MANY = f"there are more than {DEEPEST} levels inside each other"
FEWER = "use fewer levels: the format does not need so many"
_INSIDE = ("items", "content", "cells", "sections")


class ModelError(CspDocsError, ValueError):
    """A value that a class of the model refuses. ``at`` is the path from the object to the value (``"rows", 3``).

    ``code``, ``fact`` and ``hint`` are those of its first finding; a data frame may have ``others``.
    """

    def __init__(
        self, code: Code, fact: str, hint: str = "", at: tuple[str | int, ...] = (), others: Iterable[Problem] = ()
    ) -> None:
        self.code, self.fact, self.hint, self.at = code, fact, hint, at
        super().__init__([Problem(code, fact, hint, Origin.reached_by(at)), *others])

    def __str__(self) -> str:
        """Return what is wrong and, where a script made the part, in which part of the document."""
        from csp_docs.errors.in_notebooks import place_of  # for people alone

        said = (f"{found.fact} ({found.hint})" if found.hint else found.fact for found in self.problems)
        return "\n".join(said) + place_of(self)


def items(value: list[Any] | tuple[Any, ...], kind: type | tuple[type, ...] = str) -> tuple[Any, ...]:
    """Return ``value`` as a tuple of ``kind``. A text is refused, because it would be split into letters."""
    if not isinstance(value, list | tuple):
        raise ModelError(Code.WRONG_TYPE, f"this must be a list, not {shown(value)}", "write a list, even for one item")
    for position, item in enumerate(value):
        if not is_one_of(item, kind if isinstance(kind, tuple) else (kind,)):
            raise ModelError(Code.WRONG_TYPE, f"a list of {_names(kind)} cannot contain {shown(item)}", at=(position,))
    return tuple(value)


def is_one_of(value: object, kinds: tuple[type, ...]) -> bool:
    """Tell whether a value is of one of ``kinds``, as people read them: True is not a number, a time is not a day."""
    if isinstance(value, bool):  # an int in Python
        return bool in kinds or object in kinds
    if isinstance(value, datetime):  # a date in Python
        return object in kinds
    return isinstance(value, kinds)


def texts(value: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Return a list of texts as a tuple. Raises ModelError for an empty text."""
    found = items(value)
    for position, text in enumerate(found):
        if not text.strip():
            raise ModelError(Code.EMPTY_TEXT, "an item of a list is empty", "give it words, or remove it", (position,))
    return found


def within(least: float, most: float) -> dict[str, tuple[float, float]]:
    """Return what a field says of its numbers, from ``least`` to ``most``: its validator and the schemas read it."""
    return {"within": (least, most)}


TextOrTexts: TypeAlias = Markdown | tuple[Markdown, ...]


def text_or_texts(value: str | list[str] | tuple[str, ...]) -> TextOrTexts:
    """Return one text unchanged, and several as a tuple."""
    return value if isinstance(value, str) else texts(value)


def typed(value: str | float) -> str:
    """Return a number that is printed as it is typed, such as that of a report or a version, as text."""
    given: Any = value
    return str(value) if type(value) in (int, float) else given


def shares(value: list[float] | list[int] | tuple[float, ...]) -> tuple[float, ...]:
    """Return column widths, in any unit: only their proportion counts."""
    return tuple(float(width) for width in items(value, (int, float)))


def said(_: object, attribute: Attribute[Any], text: str) -> None:
    """Refuse an empty text: an attrs validator."""
    if not text.strip():
        raise ModelError(Code.EMPTY_TEXT, f"the {attribute.name} is empty", "give it words", (attribute.name,))


def worded(found: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return ``found``. Raises ModelError for an empty text in it."""
    for position, item in enumerate(found):
        if isinstance(item, str) and not item.strip():
            raise ModelError(Code.EMPTY_TEXT, "an item is empty", "give it words, or remove it", (position,))
    return found


def some(_: object, attribute: Attribute[Any], value: tuple[Any, ...] | dict[str, str]) -> None:
    """Refuse an empty list or mapping: an attrs validator."""
    if not value:
        raise ModelError(
            Code.EMPTY_LIST, "the list is empty", "give it one item or more, or leave it out", (attribute.name,)
        )


def named_values(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return a mapping of names to values."""
    if not isinstance(value, Mapping):
        raise ModelError(Code.WRONG_TYPE, f"this must be names with values, not {shown(value)}")
    return dict(value)


def words(value: Mapping[str, str]) -> dict[str, str]:
    """Return a mapping of names to texts."""
    for name, text in named_values(value).items():
        if not isinstance(text, str):
            raise ModelError(Code.WRONG_TYPE, f"this must be a text, not {shown(text)}", at=(name,))
        if isinstance(name, str) and not name.strip():
            raise ModelError(Code.EMPTY_TEXT, f'the name of "{text[:40]}" is empty', "give it words", (name,))
    return dict(value)


def without_backslashes(text: str) -> str:
    """Return a text as people read it in an outline: without the backslashes that keep signs from being marks."""
    return _ESCAPED.sub(r"\1", text).replace("&#32;", " ")


def path(value: str | PathLike[str]) -> str:
    """Return a path as a text; that of a script knows the working folder in which it was given."""
    text = fspath(value) if isinstance(value, PathLike) else value
    if not isinstance(text, str) or not text or origin_of(text):
        return text
    with suppress(OSError):  # the working folder may have been removed
        return Located.at(text, Origin(given_in=str(Path.cwd())))
    return text


def file_name(value: object) -> str:
    """Return the name of a file or a folder that a script gives to a function. Raises ModelError for another value."""
    found = fspath(value) if isinstance(value, PathLike) else value
    if not isinstance(found, str):
        raise ModelError(Code.WRONG_TYPE, f"the name of a file must be a text or a path, not {shown(found)}")
    return found


def file_shown(file: PictureFile) -> str:
    """Return how messages and ``repr`` name a file that is given by its name or its content."""
    return f"{len(file):,} bytes" if isinstance(file, bytes) else f'"{file}"'


def named(names: type[E], value: E | str) -> E:
    """Return the member of ``names`` that ``value`` is or names."""
    known = [member.value for member in names]
    if not isinstance(value, names) and value not in known:
        raise ModelError(Code.UNKNOWN_VALUE, f"{shown(value)} is not known here", did_you_mean(str(value), known))
    return names(value)


def name_of(names: type[E], value: E | str) -> str:
    """Return the text of a member's name. A text that an author wrote keeps its place."""
    member = named(names, value)
    return value if isinstance(value, str) else str(member.value)


def shown(value: object) -> str:
    """Return how messages name a value."""
    match value:
        case str():
            return f'the text "{value[:40]}"'
        case None | bool() | int() | float() | date():
            return str(value)
    return a(type(value).__name__)


def a(name: str) -> str:
    """Return a name with its article."""
    return f"an {name}" if name[0] in "AEIOaeio" else f"a {name}"


def _names(kind: type | tuple[type, ...]) -> str:
    kinds = kind if isinstance(kind, tuple) else (kind,)
    names = ["text" if k is str else k.__name__ for k in kinds]
    return " or ".join(names if len(names) <= _MOST_NAMED else [*names[: _MOST_NAMED - 1], "another block"])


def check_levels(part: object) -> None:
    """Refuse a part with more levels than a file can have. What is in it was checked before. Raises ModelError."""
    if _levels(part) > DEEPEST - _AROUND:
        raise _too_many()


def _levels(part: object) -> int:
    if isinstance(part, str):
        return 1
    found = [value for name in _INSIDE if (value := getattr(part, name, ()))]
    own = 1 if hasattr(part, "items") else 2  # a list has no keys in a file
    return own + max((_levels(item) for value in found for item in value), default=0)


def check_lists(value: list[object] | tuple[object, ...]) -> None:
    """Refuse lists in lists that are deeper than those of a file, before they become bullets. Raises ModelError."""
    lists: list[list[object] | tuple[object, ...]] = [value]
    for _ in range(DEEPEST - _AROUND):
        inside = (item for one in lists for item in one if isinstance(item, list | tuple))
        lists = list({id(item): item for item in inside}.values())  # one that is in itself does not become many
        if not lists:
            return
    raise _too_many()


def _too_many() -> ModelError:
    return ModelError(Code.TOO_MANY_LEVELS, TOO_MANY, FEWER)
