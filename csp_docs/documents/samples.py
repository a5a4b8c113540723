"""Sample papers of a council: its skeletons, with neutral words in place of all that is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from csp_docs.council.merged import template_for
from csp_docs.documents.in_welsh import in_welsh
from csp_docs.documents.kinds import KINDS
from csp_docs.documents.load import read_text
from csp_docs.documents.skeletons import skeleton
from csp_docs.errors import Problem
from csp_docs.model import CouncilDocument, HighlightReport, Language
from csp_docs.model.reach import types_of

_PENDING = re.compile(r"""(?P<begin>['>] *|\n *)?\{\{ pending\("[^"]*", "(?P<what>[^"]*)"\) \}\}""")
_MEASURE = 'current: "[x]"}'
_MISSING = re.compile(r'"\[x\]"')
_MEETING = re.compile(r"^  date: to be confirmed$", re.MULTILINE)
_DRAFT = re.compile(r"^status: draft.*\n", re.MULTILINE)
_NUMBERS = ("120", "108", "96", "84")
_SHOWN_TOO = re.compile(r"^# (?P<key>\w+): (?=\S)", re.MULTILINE)


def sample(kind: str, file: Path, council: str) -> str:
    """Return the YAML of a paper of a ``kind``, as if it were in ``file``, in the look of a council.

    What the skeleton has commented out is shown too. Raises CspDocsError for a council without a template.
    """
    numbers = cycle(_NUMBERS)
    text = _MEETING.sub("  date: 2026-09-15", _PENDING.sub(_words, skeleton(kind, file, council)))
    text = _DRAFT.sub("", text)
    if kind == HighlightReport.kind:
        text = text.replace(_MEASURE, f"{_MEASURE[:-1]}, target: 100}}")  # so that it has a rating
    known = types_of(KINDS[kind])
    text = _SHOWN_TOO.sub(lambda found: f"{found['key']}: " if found["key"] in known else found[0], text)
    return _MISSING.sub(lambda _: next(numbers), text)


def samples(kind: str, file: Path, council: str, findings: list[Problem]) -> Iterator[tuple[str, CouncilDocument]]:
    """Yield a sample paper in each language in which the council prints, with the ending of the names of its files.

    Adds warnings to ``findings``. Raises CspDocsError for a council without a template.
    """
    text = sample(kind, file, council)
    editions = template_for(council, file).editions
    for language in editions or (Language.ENGLISH,):
        document, problems = read_text(f"{text}\nlanguage: {language.value}\n", str(file))
        findings += problems
        ending = f"-{language.value[:2]}" if editions else ""
        yield ending, in_welsh(document) if language is Language.WELSH else document


def _words(pending: re.Match[str]) -> str:
    """Return what is missing as words: a sentence of its own begins with a capital letter."""
    what, begin = pending["what"], pending["begin"] or ""
    return f"{begin}{what[:1].upper()}{what[1:]}" if begin else what
