"""What an author means who leaves out the name of a block, or the brackets of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin

from attrs import NOTHING, fields, has

from csp_docs.errors import Code, Located, origin_of
from csp_docs.model.measures import NOT_AVAILABLE
from csp_docs.model.numbers import written
from csp_docs.model.reach import marked, types_of
from csp_docs.model.values import Markdown
from csp_docs.reading.faults import quoted, refused, unexpected
from csp_docs.reading.tree import LocatedList, NoValue

_PLAIN = re.compile(r"[^\W_](?:[\w ./()'’–-]*[\w.)’'])?")
"""A text that needs no quotes inside square brackets."""
_LANGUAGE = re.compile("[a-z]{2,3}(?:-[A-Z]{2})?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LONGEST_ITEM = 60
_MOST_KEYS = 3
_MOST_FORMS = 3
_MOST_KINDS = 2
"""More kinds of items than these say nothing: all blocks may be in a section."""


def meant(keys: Iterable[Any], blocks: Mapping[str, type]) -> str:
    """Return the hint that names the blocks with these ``keys``; empty if no block fits, or too many do."""
    given = [str(key) for key in keys]
    scores = {form: _score(given, cls) for form, cls in _forms(tuple(blocks.items())).items()}
    best = max(scores.values(), default=(False, 0))
    found = [form for form, score in scores.items() if score == best]
    if 2 * best[1] <= len(given) or len(found) > _MOST_FORMS:
        return ""
    shown = ", ".join([f"{key}: …" for key in given[:_MOST_KEYS]] + ["…"] * (len(given) > _MOST_KEYS))
    return "name the block: write " + " or ".join(f'"- {form % shown}"' for form in found)


def list_of_one(text: Located, kind: Any) -> Located | LocatedList:
    """Return a text of a file as a list of one, if its items may be texts. A script writes even one text as a list."""
    place = origin_of(text)
    if isinstance(text, NoValue) or not (place and place.line) or not _may_be_text(kind):
        return text
    listed = LocatedList([text])
    listed.origin = place
    return listed


def _may_be_text(kind: Any) -> bool:
    """Tell whether an item may be a text: words, a word to choose, or what has a short form."""
    if isinstance(kind, type) and has(kind):
        return bool(marked(kind, "short_form"))
    return Markdown in (kind, *get_args(kind)) or kind is str or (isinstance(kind, type) and issubclass(kind, Enum))


def marked_words(text: Any, language: Any) -> Any:
    """Return words with the mark of their language, each paragraph of them. Raises Refused."""
    if not isinstance(text, str) or isinstance(text, NoValue):
        return text
    if not (isinstance(language, str) and _LANGUAGE.fullmatch(language)):
        raise unexpected(language, "a language such as cy-GB")
    if "[" in text or "]" in text:
        hint = f"mark the words that are in it, without the link: [words]{{lang={language}}}"
        fact = "words with a language of their own contain a link or brackets"
        raise refused(Code.MARK_NOT_ALLOWED, fact, hint, at=text)
    paragraphs = (" ".join(words.split()) for words in re.split(r"\n\s*\n", text.strip()))
    marked = "\n\n".join(f"[{words}]{{lang={language}}}" for words in paragraphs)
    place = origin_of(text)
    return Located.at(marked, place) if place else marked


def listing(value: object, *, numbers: bool = False) -> str:
    """Return the hint for what is not in a list, of texts or of ``numbers``, in a form that is right inside braces."""
    if numbers:
        found = _NUMBER.findall(value) if isinstance(value, str) else []
        return f"write numbers in square brackets{':' if found else ', such as'} [{', '.join(found or '3')}]"
    if not isinstance(value, str) or not value or value != " ".join(value.split()) or len(value) > _LONGEST_ITEM:
        return 'begin each item on a new line with "- ", or write the whole list in [ ]'
    written = value if _PLAIN.fullmatch(value) else quoted(value)
    return f"write a list in square brackets, even for one item: [{written}]"


def named_freely(key: str, others: Mapping[str, Any], names: Iterable[str]) -> str:
    """Return the hint for a figure whose key is a name of the author's own; empty where no key holds such ``names``.

    It has the figures of all ``others`` that are not known, so that none of them needs a hint of its own.
    """
    figures = {name: figure for name, value in others.items() if (figure := _figure(value))}
    together = ", ".join(f"{name}: {figure}" for name, figure in figures.items())
    return next((f"write it as {name}: {{{together}}}; " for name in names if key in figures), "")


def _figure(value: object) -> str:
    """Return a figure as an author writes it; empty for anything else."""
    if value in (["x"], NOT_AVAILABLE):
        return NOT_AVAILABLE
    return value if isinstance(value, str) and written(value) else ""


def _score(given: list[str], cls: type) -> tuple[bool, int]:
    """Return whether keys are all that a class needs, and how many of them it has."""
    needed = {field.name for field in fields(cls) if field.default is NOTHING}
    known = {*types_of(cls), *(field.metadata.get("in_file", "") for field in fields(cls))}
    matched = len(known & {*given})
    return bool(needed) and needed <= {*given}, matched


@cache
def _forms(blocks: tuple[tuple[str, type], ...]) -> dict[str, type]:
    """Return the classes whose keys say which block is meant, by how the block is written around them.

    A list that is called like its block needs no key: `actions: [{action: …}]`.
    """
    forms: dict[str, type] = {}
    for name, cls in blocks:
        kinds = types_of(cls)
        if len(kinds) > 1:
            forms[f"{name}: {{%s}}"] = cls
        for key, kind in kinds.items():
            around = "[{%s}]" if len(kinds) == 1 or key == name else f"{{{key}: [{{%s}}]}}"
            forms |= {f"{name}: {around}": item for item in _items(kind)}
    return forms


def _items(kind: Any) -> list[type]:
    """Return the class of the items of a list that says what they are: not of content, which may be anything."""
    inside = get_args(kind)[0] if get_origin(kind) is tuple else None
    found = [item for item in (inside, *get_args(inside)) if isinstance(item, type) and has(item)]
    return found[:1] if len(found) <= _MOST_KINDS else []
