"""The editions of a document in English and Welsh, from one file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

from attrs import has

from csp_docs.council.languages import has_words
from csp_docs.errors import Code, Located, Problem, Severity, origin_of
from csp_docs.model import Contact, CouncilDocument, Signatory
from csp_docs.model.parts import every_part
from csp_docs.model.reach import marked, types_of
from csp_docs.model.values import Markdown
from csp_docs.reading.source import source_text
from csp_docs.reading.tree import parse

_PEOPLE = (Contact, Signatory)
"""Those whose ``name`` is the same in both languages."""
_IN_ITS_LANGUAGE = re.compile(r"\[[^\]]*\]\{lang=[^}]*\}")


def editions(
    path: Path, languages: Iterable[str], read: Callable[[Path, str], tuple[CouncilDocument, tuple[Problem, ...]]]
) -> tuple[dict[str, CouncilDocument], tuple[Problem, ...]]:
    """Return the editions that ``read`` makes of a file in several ``languages``, by their endings, and warnings.

    The ending of an edition is that of the names of its files: "-cy". A text that several have in common is a warning.
    """
    made = {language: read(path, language) for language in dict.fromkeys(languages)}
    first, *others = (document for document, _ in made.values())
    found = [problem for _, findings in made.values() for problem in findings]
    found += (problem for other in others for problem in given_once(first, other))
    return {f"-{language[:2]}": document for language, (document, _) in made.items()}, tuple(dict.fromkeys(found))


def names_language(path: Path) -> bool:
    """Tell whether a file says in which language its document is."""
    return "language" in parse(source_text(path, str(path), []), str(path))[0]


def given_once(one: CouncilDocument, other: CouncilDocument) -> Iterator[Problem]:
    """Yield a warning for each text with words that two editions of a document take from the same place."""
    places = {(text, origin_of(text)) for text in _texts(other)}
    for text in _texts(one):
        if (text, origin_of(text)) in places and has_words(_IN_ITS_LANGUAGE.sub("", text)):
            shown = text if len(text) <= 40 else f"{text[:39].rstrip()}…"
            fact = f'"{shown}" is given once, and the document has editions in two languages'
            hint = "give it in both: {en: …, cy: …}"
            yield Problem(Code.ONE_LANGUAGE, fact, hint, origin_of(text), Severity.WARNING)


def _texts(document: CouncilDocument) -> Iterator[Located]:
    """Yield the texts of a file that are words, in their order; names of people are not."""
    for part in (document, *every_part(document, lambda _: True)):
        kind: type = part.__class__
        for name in _of_words(kind):
            yield from _located(getattr(part, name))


@cache
def _of_words(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields of a class that hold words of a language."""
    if not has(kind):
        return ()
    not_words = {*marked(kind, "as_typed"), *(["name"] if issubclass(kind, _PEOPLE) else [])}
    return tuple(name for name, of in types_of(kind).items() if name not in not_words and is_words(of))


def is_words(kind: Any) -> bool:
    """Tell whether values of a type are words of a language, or have some in them."""
    return kind == Markdown or any(is_words(part) for part in get_args(kind) if kind != Markdown)


def _located(value: object) -> Iterator[Located]:
    if isinstance(value, Located):
        yield value
    elif isinstance(value, tuple | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _located(part)
