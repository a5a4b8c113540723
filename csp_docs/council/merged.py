"""A council template with everything that it extends, as the keys of one tree in which each value knows its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import evolve

from csp_docs.council.files import extended, merged_with
from csp_docs.council.template import CouncilTemplate, council_for
from csp_docs.errors import CspDocsError, Located, Origin, Problem, TemplateError, origin_of
from csp_docs.model import CouncilDocument, Language
from csp_docs.reading.folder import Folder

DEFAULT = "default"
"""The name of the template that all others extend."""


def merged(template: str, findings: list[Problem], language: str = Language.ENGLISH.value) -> Mapping[str, Any]:
    """Return the keys of a template, by its name or the path of its file, and of all that it extends.

    What is left out of its files is added to ``findings``. Raises TemplateError.
    """
    council = template_at(template)
    tree: Mapping[str, Any] = {}
    with _without_place(council):
        layers = extended(council, Folder.of(council), findings, CouncilTemplate, language)
    for layer in layers:
        tree = merged_with(tree, layer.tree)
    return tree


def template_for(
    council: str | Mapping[str, Any], file: Path, language: Language = Language.ENGLISH
) -> CouncilTemplate:
    """Return the template that a document in ``file``, which need not exist, would have. Raises TemplateError.

    The default template has the name of no council, and gets one.
    """
    council = {"council": {"name": "Anytown Council"}} if council == DEFAULT else council
    named = _named(council, file) if isinstance(council, str) else council
    with _without_place(named):
        return council_for(CouncilDocument(title=_named("title", file), council=named, language=language))


def template_at(template: str) -> Located:
    """Return the name of a template, given by its name or the path of its file, as a document next to it gives it."""
    path = Path(template)
    return _named(path.name if path.suffix in (".yaml", ".yml") else template, path.with_name("document.yaml"))


def _named(text: str, file: Path) -> Located:
    return Located.at(text, Origin(str(file), 1, 1))


@contextmanager
def _without_place(named: object) -> Iterator[None]:
    """Raise TemplateError without the place of a name that is in no file."""
    try:
        yield
    except CspDocsError as error:
        place = origin_of(named)
        raise TemplateError(
            evolve(problem, origin=None) if place and problem.origin == place else problem for problem in error.findings
        ) from None
