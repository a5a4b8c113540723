"""Documents inside others: an appendix names their file, or has their keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from attrs import define, evolve

from csp_docs.documents.kinds import in_edition, language_of
from csp_docs.errors import Code, LoadError, Problem, origin_of
from csp_docs.model import CouncilDocument
from csp_docs.model.values import DEEPEST_DOCUMENT
from csp_docs.reading.faults import found, load_error, shortened
from csp_docs.reading.folder import Folder
from csp_docs.reading.source import text_of
from csp_docs.reading.structure import edition
from csp_docs.reading.tree import LocatedDict, NoValue, parse

MOST = 50
"""How many documents one may contain in total. A few small files that embed each other could make a huge document."""

Files: TypeAlias = tuple[Path, ...]
"""The files that lead to the current document, the outermost first."""
Load: TypeAlias = Callable[[LocatedDict, list[Problem], Files, int], CouncilDocument]
"""Makes a document from its keys, the problems of their file, and its depth inside other documents."""


@define
class Embedding:
    """Loads the documents inside another, with ``load``. ``findings`` collects what is left out of their files."""

    load: Load
    findings: list[Problem]
    count: int = 0

    def embed(self, tree: LocatedDict, files: Files, depth: int) -> list[Problem]:
        """Put the documents that the appendices name in place, and return what is wrong with them."""
        problems: list[Problem] = []
        appendices = in_edition(tree.get("appendices"), language_of(tree))
        for appendix in appendices if isinstance(appendices, list) else []:
            if isinstance(appendix, LocatedDict) and "document" in appendix:
                try:
                    given = edition(appendix["document"], language_of(tree))
                    appendix["document"] = self._inner(given, tree, files, depth)
                except LoadError as error:
                    problems += error.findings
                    appendix["document"] = NoValue.at("", appendix.origin)
        return problems

    def _inner(self, given: object, tree: LocatedDict, files: Files, depth: int) -> CouncilDocument:
        """Return the document that is given as a file or as a mapping in an appendix of ``tree``."""
        self.count += 1
        if depth == DEEPEST_DOCUMENT:
            fact = f"documents are nested more than {DEEPEST_DOCUMENT} deep"
            raise load_error(Code.TOO_MANY_DOCUMENTS, fact, "remove one level", given)
        if self.count > MOST:
            fact = f"there are more than {MOST} documents inside this one"
            raise load_error(Code.TOO_MANY_DOCUMENTS, fact, "divide it into several files", given)
        if isinstance(given, str):
            return self._file(given, files, depth)
        if isinstance(given, LocatedDict):
            return self.load(_with_inherited(given, tree), [], files, depth + 1)
        fact = f"this must be a file or a document, not {found(given)}"
        raise load_error(Code.WRONG_TYPE, fact, 'write "document: plan.yaml"', given)

    def _file(self, name: str, files: Files, depth: int) -> CouncilDocument:
        folder = Folder.of(name)
        if problem := folder.problem(name):
            raise LoadError([problem])
        path = folder.path(name)
        if path.suffix not in (".yaml", ".yml"):
            hint = "for a picture, use the block `figure` in the content of the appendix"
            raise load_error(Code.NOT_A_YAML_FILE, f'"{shortened(name)}" is not a YAML file', hint, name)
        if circle := _circle(path, files):
            fact = f"the documents contain each other in a circle: {circle}"
            raise load_error(Code.DOCUMENTS_IN_CIRCLE, fact, "remove one of these appendices", name)
        try:
            text = text_of(folder.read(name), str(path), self.findings)
        except LoadError as error:
            raise LoadError(evolve(p, origin=p.origin or origin_of(name)) for p in error.findings) from None
        tree, problems = parse(text, str(path), str(folder.of_file(path).within))
        return self.load(tree, problems, (*files, path), depth + 1)


def _circle(path: Path, files: Files) -> str:
    """Return the path from a file back to itself, "a.yaml -> b.yaml -> a.yaml"; empty where there is no circle."""
    chain = [file.resolve() for file in (*files, path)]
    if chain[-1] not in chain[:-1]:
        return ""
    outermost = chain[0].parent
    return " -> ".join(file.relative_to(outermost).as_posix() for file in chain[chain.index(chain[-1]) :])


def _with_inherited(tree: LocatedDict, outer: LocatedDict) -> LocatedDict:
    """Return a document that is a mapping inside another one, with the council and language of the outer document."""
    # What is missing from the outer document is reported once, there.
    inherited: dict[str, Any] = {"council": outer.get("council", NoValue.at("", outer.origin))}
    if "language" in outer:
        inherited["language"] = outer["language"]
    whole = LocatedDict({**inherited, **tree})
    whole.origin = tree.origin
    return whole
