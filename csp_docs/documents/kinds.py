"""The kinds of document that a file may be, and which of their keys are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from csp_docs.council.template import CouncilTemplate
from csp_docs.errors import Code, LoadError, Problem, did_you_mean, origin_of
from csp_docs.model import (
    CabinetReport,
    CouncilDocument,
    HighlightReport,
    Language,
    Plan,
    ScrutinyReport,
    StrategicAssessment,
)
from csp_docs.model.reach import classes_in, types_of
from csp_docs.reading.faults import found, load_error, shortened
from csp_docs.reading.reader import in_languages
from csp_docs.reading.tree import LocatedDict, NoValue

KINDS: dict[str, type[CouncilDocument]] = {
    cls.kind: cls for cls in (CabinetReport, HighlightReport, Plan, ScrutinyReport, StrategicAssessment)
}
_KNOWN = f"known kinds: {', '.join(sorted(KINDS))}"


def class_of(tree: LocatedDict) -> type[CouncilDocument]:
    """Return the class that the ``kind`` of a document names. Raises LoadError."""
    if "kind" not in tree:
        raise load_error(Code.MISSING_KEY, 'the key "kind" is missing', _KNOWN, tree)
    kind = tree["kind"]
    if isinstance(kind, NoValue):
        raise LoadError([])
    if not isinstance(kind, str):
        raise load_error(Code.WRONG_TYPE, f"this must be a kind of document, not {found(kind)}", _KNOWN, kind)
    if kind not in KINDS:
        fact, hint = f'the kind "{shortened(kind)}" is not known', did_you_mean(kind, KINDS, "known kinds")
        raise load_error(Code.UNKNOWN_VALUE, fact, hint, kind)
    return KINDS[kind]


def kind_as_meant(tree: LocatedDict) -> list[Problem]:
    """Give ``Kind: plan`` the key that is meant, so that all else can be read, and return what is wrong.

    Raises LoadError for a council template.
    """
    if "kind" in tree:
        return []
    if set(tree) <= set(types_of(CouncilTemplate)) and not isinstance(tree.get("council"), str):
        fact, hint = "this is a council template, not a document", "check a document that uses it"
        raise load_error(Code.COUNCIL_TEMPLATE, fact, hint, tree)
    for key in tree:
        if key.lower() == "kind":
            tree["kind"] = tree.pop(key)
            fact, hint = f'the key "{key}" is not known', 'did you mean "kind"?'
            return [Problem(Code.UNKNOWN_KEY, fact, hint, origin_of(key))]
    return []


def keys_of_all(tree: LocatedDict) -> LocatedDict:
    """Return the keys of a document that every kind has: they can be read if the kind is not known."""
    keys = LocatedDict((key, value) for key, value in tree.items() if key in types_of(CouncilDocument))
    keys.origin = tree.origin
    return keys


def of_another_kind(key: str, kind: str) -> str:
    """Return a hint for a key that a document of this ``kind`` does not have; empty if no other kind has it either."""
    others = [f"a {_worded(name)}" for name, cls in sorted(KINDS.items()) if key in types_of(cls)]
    if others:
        kinds = " or ".join(filter(None, [", ".join(others[:-1]), others[-1]]))
        return f'only {kinds} can have "{key}": remove it, or write it in a section of this {_worded(kind)}'
    if key in types_of(CouncilTemplate):
        return f'"{key}" is a key of a council template: write it in the template of the council'
    return ""


def _worded(kind: str) -> str:
    return kind.replace("_", " ")


def language_of(tree: LocatedDict) -> str:
    """Return the language of the edition. An unknown language is reported when its field is read."""
    given = tree.get("language")
    return next((known.value for known in Language if known.value == given), Language.ENGLISH.value)


def in_edition(node: object, language: str) -> object:
    """Return what ``node`` gives in ``language``. A text that is missing is reported when it is read."""
    return node.get(language[:2]) if in_languages(node) else node


def body(tree: LocatedDict, language: str = "") -> Iterator[Mapping[str, Any]]:
    """Yield all mappings that are printed (in one ``language``, or in all), without those of embedded documents."""
    kind = tree.get("kind")
    keys = body_keys(KINDS.get(kind, CouncilDocument) if isinstance(kind, str) else CouncilDocument)
    for name in tree:
        if name in keys:
            yield from _mappings(tree[name], language)


def body_keys(cls: type[CouncilDocument]) -> frozenset[str]:
    """Return the keys that have blocks below them: these may have an id, or figures in a file."""
    return frozenset(name for name, kind in types_of(cls).items() if any("id" in types_of(c) for c in classes_in(kind)))


def _mappings(node: object, language: str) -> Iterator[Mapping[str, Any]]:
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            continue
        node = in_edition(node, language) if language else node
        if isinstance(node, Mapping):
            yield node
            node = list(node.values())
        if isinstance(node, list):
            waiting += reversed(node)
