"""Loads a document's YAML file as an object of the model, or reports everything that is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from attrs import define, evolve, field

from csp_docs.council.template import CouncilTemplate, council_for
from csp_docs.documents.embedded import Embedding, Files
from csp_docs.documents.ids import repeated_ids
from csp_docs.documents.kinds import (
    body,
    class_of,
    in_edition,
    keys_of_all,
    kind_as_meant,
    language_of,
    of_another_kind,
)
from csp_docs.errors import (
    Code,
    CspDocsError,
    LoadError,
    Located,
    Problem,
    TemplateError,
    errors_in,
    keeping,
    origin_of,
)
from csp_docs.model import CouncilDocument, HighlightReport, Status
from csp_docs.model.reach import marked
from csp_docs.model.values import file_name
from csp_docs.reading.blocks import FILLED
from csp_docs.reading.source import readable, source_text
from csp_docs.reading.structure import structure
from csp_docs.reading.tree import LocatedDict, parse

_STATUSES = frozenset(status.value for status in Status)
UNNAMED = "document.yaml"
"""The file of a text that is given without one."""


def read_file(path: str | os.PathLike[str], language: str = "") -> tuple[CouncilDocument, tuple[Problem, ...]]:
    """Return the document that a YAML file describes, and warnings.

    The edition is that in ``language``, if it is given, or else in the language that the file names.
    The documents that its appendices name are read too. Raises LoadError with every problem of all these files.
    """
    file, findings = file_name(path), list[Problem]()
    with keeping(findings):
        return _document(source_text(Path(file), file, findings), file, findings, language), tuple(findings)


def read_editions(
    path: str | os.PathLike[str], languages: tuple[str, ...] = ()
) -> tuple[dict[str, CouncilDocument], tuple[Problem, ...]]:
    """Return a document in each of ``languages``, by what the names of its files end with ("-cy"), and warnings.

    Without ``languages``, the editions are those that the council's template names, in its order. There is one, with
    an empty ending, if the template names none, or if the file names its language. Raises LoadError.
    """
    if not languages:
        document, findings = read_file(path)
        languages = tuple(language.value for language in council_for(document).editions)
        if not languages:
            return {"": document}, findings
        from csp_docs.documents.editions import names_language

        if names_language(Path(path)):
            return {"": document}, findings
    from csp_docs.documents.editions import editions

    return editions(Path(path), languages, read_file)


def read_text(text: str, name: str) -> tuple[CouncilDocument, tuple[Problem, ...]]:
    """Return the document that a YAML text describes, as if it were in the file ``name``, and warnings.

    Raises LoadError.
    """
    findings: list[Problem] = []
    file = file_name(name) or UNNAMED  # words without a file are those of a script, which may name any file
    with keeping(findings):
        return _document(readable(text, file, findings), file, findings), tuple(findings)


def read_keys(keys: Mapping[str, Any], folder: str) -> tuple[CouncilDocument, tuple[Problem, ...]]:
    """Return the document that keys with values describe, as if they were in a file in ``folder``, and warnings.

    Raises LoadError.
    """
    from csp_docs.documents.given import given_as_keys

    file, findings = str(Path(folder) / UNNAMED), list[Problem]()
    with keeping(findings):
        tree, problems = given_as_keys(keys, file)
        return _Loader(findings).document(tree, problems, (Path(file),), 0), tuple(findings)


def _document(text: str, file: str, findings: list[Problem], language: str = "") -> CouncilDocument:
    """Return the document of a text, and add warnings to ``findings``. Raises LoadError."""
    tree, problems = parse(text, file)
    return _Loader(findings, language).document(tree, problems, (Path(file),), 0)


@define
class _Loader:
    """Loads a document and all documents inside it; ``findings`` collects warnings.

    The outermost document is read in ``language``, if it is given, and so are those inside it that name none.
    """

    findings: list[Problem]
    language: str = ""
    embedding: Embedding = field(init=False)

    @embedding.default
    def _by_itself(self) -> Embedding:
        return Embedding(self.document, self.findings)

    def document(self, tree: LocatedDict, problems: list[Problem], files: Files, depth: int) -> CouncilDocument:
        if self.language and (not depth or "language" not in tree):
            tree["language"] = Located.at(self.language, tree.origin)
        problems += kind_as_meant(tree)
        problems += self.embedding.embed(tree, files, depth)
        problems += _fill_data(tree)
        problems += repeated_ids(tree)
        for keys in (tree, *_highlights_with_council(tree)):
            problems += _council_problems(keys)
        if isinstance(tree.get("status"), Located) and tree["status"] not in _STATUSES:
            from csp_docs.documents.statuses import with_status

            problems += with_status(tree, partial(_council, tree, marked(CouncilDocument, "setting")))
        cls, keys = _kind_and_keys(tree, problems)
        try:
            document = structure(keys, cls, language=language_of(tree))
        except CspDocsError as error:
            found = (_with_kind(problem, tree) for problem in error.findings)
            raise LoadError([*self.findings, *problems, *found]) from None
        self.findings += problems
        if errors_in(problems):
            raise LoadError(self.findings)
        return document


def _kind_and_keys(tree: LocatedDict, problems: list[Problem]) -> tuple[type[CouncilDocument], LocatedDict]:
    """Return the class of a document, and the keys that are read; if its kind is wrong, those of every kind."""
    try:
        return class_of(tree), _keys(tree, lambda key: key != "kind")
    except LoadError as error:
        problems += error.findings
        return CouncilDocument, keys_of_all(tree)


def _with_kind(problem: Problem, tree: LocatedDict) -> Problem:
    """Return a problem; that of a key that another kind of document has, with a hint that says which."""
    inside = in_edition(tree.get("highlight_reports"), language_of(tree))
    trees = (
        [tree, *(report for report in inside if isinstance(report, LocatedDict))]
        if isinstance(inside, list)
        else [tree]
    )
    for given in trees if problem.code is Code.UNKNOWN_KEY else ():
        key = next((key for key in given if origin_of(key) is problem.origin), None)
        if key and (hint := of_another_kind(key, class_of(tree).kind if given is tree else HighlightReport.kind)):
            return evolve(problem, hint=hint)
    return problem


def _fill_data(tree: LocatedDict) -> list[Problem]:
    """Put in place what tables, charts and maps have in CSV files, and return what is wrong with these."""
    problems: list[Problem] = []
    for node in [tree, *body(tree)]:  # the document itself may have data too: the measures of a highlight report
        for name in FILLED:
            if isinstance(block := node.get(name), LocatedDict) and "data" in block:
                from csp_docs.reading.csv.filled import fill

                problems += fill(name, block, language_of(tree))
    return problems


def _keys(tree: LocatedDict, wanted: Callable[[str], bool]) -> LocatedDict:
    keys = LocatedDict((key, value) for key, value in tree.items() if wanted(key))
    keys.origin = tree.origin
    return keys


def _council(tree: LocatedDict, settings: Iterable[str]) -> CouncilTemplate:
    """Return the council's template. Raises TemplateError, and LoadError for settings that cannot be read."""
    return council_for(structure(_settings(tree, settings), CouncilDocument, language=language_of(tree)))


def _council_problems(tree: LocatedDict) -> Iterable[Problem]:
    """Look up the council's template, so that its problems are reported together with all others."""
    for settings in (marked(CouncilDocument, "setting"), ("council",)):
        try:
            _council(tree, settings)
        except TemplateError as error:
            return error.findings
        except LoadError:
            continue  # reported when the whole document is read; the name of the council is looked up all the same
        return ()
    return ()


def _settings(tree: LocatedDict, settings: Iterable[str]) -> LocatedDict:
    """Return what says how a document is printed, with a title in any case: another step reports that it has none."""
    keys = _keys(tree, lambda key: key in settings)
    keys["title"] = title if isinstance(title := tree.get("title"), str) else Located.at("title", tree.origin)
    if tree.get("kind") == HighlightReport.kind:
        keys.setdefault("council", "")  # only a report inside a scrutiny report may leave it out
    return keys


def _highlights_with_council(tree: LocatedDict) -> Iterator[LocatedDict]:
    """Yield the highlight reports inside a scrutiny report that name their own council."""
    given = in_edition(tree.get("highlight_reports"), language_of(tree))
    for report in given if isinstance(given, list) else []:
        if isinstance(report, LocatedDict) and "council" in report:
            yield report
