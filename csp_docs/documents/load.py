"""A document's YAML file as an object of the model, or all that is wrong with it at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from attrs import define, field

from csp_docs.council.template import council_for
from csp_docs.documents.embedded import Embedding, Files
from csp_docs.documents.ids import repeated_ids
from csp_docs.documents.kinds import body, class_of, in_edition, language_of
from csp_docs.errors import CspDocsError, LoadError, Problem, TemplateError
from csp_docs.model import CouncilDocument, HighlightReport
from csp_docs.reading.csv.filled import FILLED, fill
from csp_docs.reading.folder import file_problem
from csp_docs.reading.reader import in_languages
from csp_docs.reading.source import readable, source_text
from csp_docs.reading.structure import structure
from csp_docs.reading.tree import LocatedDict, parse

_FILES = {"figure": "file", "portrait": "file", "signature": "file", "map": "areas"}
"""The keys that name a file, by those of the blocks that have them."""
_FOR_COUNCIL = ("title", "council", "language", "partnership", "theme", "terms", "layouts")


def load(path: str | os.PathLike[str]) -> CouncilDocument:
    """Return the document that a YAML file describes, an object of the class that its ``kind`` names.

    The documents that its appendices name are loaded with it. Raises LoadError with every problem of all these files.
    Files of appendices and pictures must lie in the file's folder or below.
    """
    file = os.fspath(path)
    return _loaded(source_text(Path(file), file), file)


def loads(text: str, name: str = "document.yaml") -> CouncilDocument:
    """Return the document that a YAML text describes, as if it stood in the file ``name``. Raises LoadError."""
    return _loaded(readable(text, name), name)


def _loaded(text: str, file: str) -> CouncilDocument:
    tree, problems = parse(text, file)
    return _Loader(Path(file).parent).document(tree, problems, (Path(file),), 0)


@define
class _Loader:
    """Loads a document and all that stand inside it; ``folder`` is the outermost one's."""

    folder: Path
    embedding: Embedding = field(init=False)

    @embedding.default
    def _of_its_folder(self) -> Embedding:
        return Embedding(self.folder, self.document)

    def document(self, tree: LocatedDict, problems: list[Problem], files: Files, depth: int) -> CouncilDocument:
        problems += self.embedding.embed(tree, files, depth)
        problems += self.fill_data(tree, files[-1].parent)
        problems += repeated_ids(tree)
        problems += self.file_problems(tree, files[-1].parent)
        for keys in (tree, *_highlights_with_council(tree)):
            problems += _council_problems(keys, self.folder)
        try:
            document = structure(_keys(tree, lambda key: key != "kind"), class_of(tree), language=language_of(tree))
        except CspDocsError as error:
            raise LoadError([*problems, *error.problems]) from None
        if problems:
            raise LoadError(problems)
        return document

    def fill_data(self, tree: LocatedDict, folder: Path) -> list[Problem]:
        """Put in place what tables, charts and maps have in CSV files, and return what is wrong with these."""
        problems: list[Problem] = []
        for node in [tree, *body(tree)]:  # of the document itself: the measures of a highlight report
            for name in FILLED:
                if isinstance(block := node.get(name), LocatedDict) and "data" in block:
                    problems += fill(name, block, folder, self.folder, language_of(tree))
        return problems

    def file_problems(self, tree: LocatedDict, folder: Path) -> Iterator[Problem]:
        """Find pictures and areas of maps that are not there, or lie elsewhere."""
        for node in body(tree):
            for block, key in ((node[name], key) for name, key in _FILES.items() if name in node):
                file = block.get(key) if isinstance(block, Mapping) else None
                for name in file.values() if in_languages(file) else [file]:
                    problem = file_problem(name, folder, self.folder) if isinstance(name, str) and name else None
                    if problem:
                        yield problem


def _keys(tree: LocatedDict, wanted: Callable[[str], bool]) -> LocatedDict:
    keys = LocatedDict((key, value) for key, value in tree.items() if wanted(key))
    keys.origin = tree.origin
    return keys


def _council_problems(tree: LocatedDict, folder: Path) -> Iterable[Problem]:
    """Look up the council's template, so that what is wrong with it is told together with all else."""
    keys = _keys(tree, lambda key: key in _FOR_COUNCIL)
    if tree.get("kind") == HighlightReport.kind:
        keys.setdefault("council", "")  # only inside a scrutiny report it may name none
    try:
        council_for(structure(keys, CouncilDocument, language=language_of(tree)), folder)
    except TemplateError as error:
        return error.problems
    except LoadError:
        # These problems are told when the whole document is read.
        return ()
    return ()


def _highlights_with_council(tree: LocatedDict) -> Iterator[LocatedDict]:
    """Yield the highlight reports inside a scrutiny report that name a council of their own."""
    given = in_edition(tree.get("highlight_reports"), language_of(tree))
    for report in given if isinstance(given, list) else []:
        if isinstance(report, LocatedDict) and "council" in report:
            yield report
