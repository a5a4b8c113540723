"""From the model to keys, lists and texts: what ``reading`` makes into an equal model.

Keys are in the order in which people write them, and what is as usual is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, get_origin

from attrs import Attribute, define, fields

from csp_docs.council.given import as_written
from csp_docs.council.template import Logo
from csp_docs.documents.writing.names import refusal, seen_from
from csp_docs.documents.writing.short import AsItIs, short
from csp_docs.errors import CspDocsError, Problem
from csp_docs.model import (
    Access,
    ActionPlan,
    Amount,
    BlankPage,
    Bullets,
    Callout,
    CouncilDocument,
    Grid,
    Month,
    Numbered,
    PageBreak,
    Period,
    Quote,
    RiskRegister,
    Year,
)
from csp_docs.model.content import ContentItem, TextOrContent
from csp_docs.model.reach import types_of
from csp_docs.model.values import FileName, PictureFile, file_shown
from csp_docs.reading.blocks import BLOCK_NAMES

_FIRST = ("type", "generate", "title", "heading", "id", "caption", "numbered", "access")
"""Keys that are before all others."""
_LAST = ("sections", "appendices", "glossary", "contact")
"""Keys of every document that are after those of its kind."""
_ALONE = (PageBreak, BlankPage)
_BOXES = (ActionPlan, Callout, Grid, Numbered, Quote, RiskRegister)
"""Blocks that may be written without their keys if they have only their content."""
_OF_LOGOS = [name for name, kind in types_of(Logo).items() if kind != PictureFile]
"""Keys of a logo that do not name its file."""
_LONGEST_NAME = 900
"""The most characters of a key: YAML allows 1,024 with its quotes."""


def document_keys(document: CouncilDocument, folder: Path | None = None) -> dict[str, Any]:
    """Return the keys of a document: texts, numbers, True and False, lists and mappings.

    Names of files are those that a file in ``folder`` would give. Raises CspDocsError for what YAML cannot hold.
    """
    return _Keys(folder).document(document, "")


def value_keys(value: Any) -> Any:
    """Return a value of a field as ``document_keys`` has it in a document. Raises CspDocsError."""
    return _Keys(None).value(value, "")


@define
class _Keys:
    """Writes names of files for ``folder``, and documents inside the one ``around`` them."""

    folder: Path | None
    around: CouncilDocument | None = None

    def document(self, document: CouncilDocument, path: str) -> dict[str, Any]:
        return {"kind": document.kind, **_Keys(self.folder, document).record(document, path)}

    def inside(self, document: CouncilDocument, path: str) -> dict[str, Any]:
        """Return the keys of a document in an appendix, which has the council and the language of the one around it."""
        keys, around = self.document(document, path), self.record(self.around, "", ("council", "language"))
        if keys["council"] == around["council"]:
            del keys["council"]
        if document.language == getattr(self.around, "language", None):
            keys.pop("language", None)
        elif "language" in around:
            keys["language"] = document.language.value
        return keys

    def record(self, value: Any, path: str, only: tuple[str, ...] = ()) -> dict[str, Any]:
        """Return the keys of an object: its fields that are not as usual."""
        cls: Any = type(value)
        kinds, keys = types_of(cls), dict[str, Any]()
        for field in _in_order(cls):
            part = getattr(value, field.name)
            if (not only or field.name in only) and part != usual(field):
                at = f"{path}.{field.name}".removeprefix(".")
                keys[field.name] = self.field(part, kinds[field.name], field, at)
        return keys

    def field(self, part: Any, kind: Any, field: Attribute[Any], path: str) -> Any:
        if field.name == "council":
            return self.council(part, path)
        if field.metadata.get("setting") == "override":
            return _setting(part, path)
        if kind in (FileName, PictureFile) and part:
            return self.file(part, path)
        if kind == dict[str, TextOrContent]:
            return {_name(name, path): self.content(given, f"{path}.{name}") for name, given in part.items()}
        if isinstance(part, tuple):
            return [
                self.item(item, f"{path}[{n}]", in_content=kind == tuple[ContentItem, ...])
                for n, item in enumerate(part)
            ]
        return self.value(part, path)

    def content(self, given: TextOrContent, path: str) -> Any:
        """Return a text, or the items of content."""
        if isinstance(given, str):
            return self.value(given, path)
        return [self.item(item, f"{path}[{n}]", in_content=True) for n, item in enumerate(given)]

    def item(self, item: Any, path: str, *, in_content: bool = False) -> Any:
        """Return an item of a list. A block has its name, or the short form that it may have instead."""
        if in_content and isinstance(item, str) and item in map(BLOCK_NAMES.get, _ALONE):
            hint = f"if it is a block, give {item.title().replace('_', '')}()"
            raise refusal(f'the text "{item}" would be read as the block of this name', hint, path)
        if isinstance(item, CouncilDocument):
            return _Keys(self.folder, item).record(item, path)
        if type(item) not in BLOCK_NAMES:
            return self.value(item, path)
        name, keys = BLOCK_NAMES[type(item)], self.record(item, path)
        if isinstance(item, _ALONE):
            return name
        if isinstance(item, Bullets):
            return keys["items"]
        if len(fields(type(item))) > 1 and not (isinstance(item, _BOXES) and len(keys) == 1):
            return {name: keys}
        [content] = keys.values()
        one_text = isinstance(item, Callout | Quote) and len(content) == 1 and isinstance(content[0], str)
        return {name: content[0] if one_text else content}

    def value(self, value: Any, path: str) -> Any:
        match value:
            case bool() | int():
                return int(value) if type(value) is not bool else value
            case Enum():
                return str(value.value)
            case str():
                return str(value)
            case Amount() | date() | Month() | Year() | Period() | float() | Decimal():
                return self.short(value, path)
            case CouncilDocument():
                return self.inside(value, path)
            case tuple():
                return [self.item(item, f"{path}[{n}]") for n, item in enumerate(value)]
            case Mapping():
                return {_name(name, path): self.value(part, f"{path}.{name}") for name, part in value.items()}
            case Access() if value == Access():
                return "open"
        keys = self.record(value, path)
        brief = next((field.name for field in fields(type(value)) if "short_form" in field.metadata), None)
        return keys[brief] if brief and len(keys) == 1 else keys

    def short(self, value: Any, path: str) -> AsItIs:
        if (text := short(value)) is None:
            raise refusal(f"the format has no form for {value}", "give a value that can be written in a file", path)
        return text

    def council(self, council: str | Mapping[str, Any], path: str) -> Any:
        """Return the name of a council's template, or a template itself with the files that it names."""
        if isinstance(council, str):
            return self.template(council, path)
        tree = {**council}
        if "extends" in tree:
            tree["extends"] = self.template(tree["extends"], f"{path}.extends")
        if isinstance(own := tree.get("council"), Mapping) and "logo" in own:
            tree["council"] = {**own, "logo": self.logo(own["logo"], f"{path}.council.logo")}
        return _setting(tree, path)

    def template(self, name: Any, path: str) -> Any:
        return self.file(name, path) if isinstance(name, str) and _is_template(name) else _setting(name, path)

    def logo(self, logo: Any, path: str) -> Any:
        """Return the name of a logo's file, or the names of those in each language."""
        if isinstance(logo, Mapping):
            return {key: part if key in _OF_LOGOS else self.logo(part, f"{path}.{key}") for key, part in logo.items()}
        return self.file(logo, path) if isinstance(logo, str | bytes) and logo else logo

    def file(self, file: str | bytes, path: str) -> str:
        if isinstance(file, bytes):
            hint = "write them to a file, and give its name"
            raise refusal(f"this is given as its {file_shown(file)}, not as a file", hint, path)
        return seen_from(self.folder, file, path)


@cache
def _in_order(cls: Any) -> tuple[Attribute[Any], ...]:
    """Return the fields of a class in the order in which people write them."""
    found = list(fields(cls))
    if issubclass(cls, CouncilDocument):
        shared = [field.name for field in fields(CouncilDocument)]
        order = ["council", *(name for name in shared if name not in ("council", *_LAST))]
        lists = [field.name for field in found if get_origin(types_of(cls)[field.name]) in (tuple, dict)]
        own = [field.name for field in found if field.name not in shared]
        order += sorted(own, key=lambda name: name in lists)
        return tuple(sorted(found, key=lambda field: [*order, *_LAST].index(field.name)))
    return tuple(sorted(found, key=lambda field: _FIRST.index(field.name) if field.name in _FIRST else len(_FIRST)))


def usual(field: Attribute[Any]) -> Any:
    """Return what a field is without being given; a value that equals nothing else if it must be given."""
    default: Any = field.default
    return default.factory() if hasattr(default, "factory") else default


def _is_template(council: str) -> bool:
    """Tell whether a council is given as the file of its template."""
    return Path(council).suffix in (".yaml", ".yml")


def _setting(value: object, path: str) -> Any:
    """Return a template, or a part of one, which takes every value as text. Raises CspDocsError."""
    problems: list[Problem] = []
    tree = as_written(value, path, problems)
    if problems:
        raise CspDocsError(problems)
    return as_it_is(tree)


def as_it_is(tree: Any) -> Any:
    """Return a part of a template's tree as keys, lists and texts without quotes that YAML does not need."""
    match tree:
        case Mapping():
            return {str(name): as_it_is(part) for name, part in tree.items()}
        case list():
            return [as_it_is(part) for part in tree]
    is_numbering = tree.rstrip("0").endswith(".")  # other programs read `1.` and `1.0` as one number
    return tree if is_numbering else AsItIs(tree)


def _name(name: object, path: str) -> str:
    """Return a name among names with values. Raises CspDocsError for one that cannot be a key."""
    text = str(name)
    if not text:
        raise refusal("a name is empty", "give it words", path)
    if len(text) > _LONGEST_NAME:
        raise refusal(f'the name "{text[:40]}…" has {len(text):,} characters', f"use at most {_LONGEST_NAME}", path)
    return text
