"""A document's YAML file as an object of the model, or all that is wrong with it at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import define, evolve, field

from csp_docs.council.template import council_for
from csp_docs.errors import (
    Code,
    CspDocsError,
    LoadError,
    Origin,
    Problem,
    TemplateError,
    did_you_mean,
    errors_in,
    origin_of,
)
from csp_docs.model import (
    CabinetReport,
    CouncilDocument,
    HighlightReport,
    Language,
    Plan,
    ScrutinyReport,
    StrategicAssessment,
)
from csp_docs.reading.csv.filled import FILLED, fill
from csp_docs.reading.faults import found, shortened
from csp_docs.reading.folder import file_problem
from csp_docs.reading.reader import in_languages
from csp_docs.reading.source import readable, source_text
from csp_docs.reading.structure import edition, structure
from csp_docs.reading.tree import LocatedDict, NoValue, parse

KINDS: dict[str, type[CouncilDocument]] = {
    cls.kind: cls for cls in (CabinetReport, HighlightReport, Plan, ScrutinyReport, StrategicAssessment)
}
DEEPEST = 5
"""How deep documents may stand inside each other."""
MOST = 50
"""How many documents one may hold, all in all: a few small files that embed each other often would fill a shelf."""

_BODY = (
    "foreword", "sections", "priorities", "cross_cutting", "partners", "achievements", "appendices",
    "highlight_reports", "performance", "position", "activity", "next_steps", "risks", "issues",
    "executive_summary", "topics",
)  # fmt: skip
_FILES = {"figure": "file", "portrait": "file", "signature": "file", "map": "areas"}
"""The keys that name a file, by those of the blocks that have them."""
_FOR_COUNCIL = ("title", "council", "language", "partnership", "theme", "terms", "layouts")


def read_file(path: str | os.PathLike[str]) -> tuple[CouncilDocument, tuple[Problem, ...]]:
    """Return the document that a YAML file describes, and warnings.

    The documents that its appendices name are read with it. Raises LoadError with every problem of all these files.
    """
    file = os.fspath(path)
    loader = _Loader(Path(file).parent)
    return loader.read(source_text(Path(file), file, loader.findings), file), tuple(loader.findings)


def read_text(text: str, name: str) -> tuple[CouncilDocument, tuple[Problem, ...]]:
    """Return the document that a YAML text describes, as if it stood in the file ``name``, and warnings.

    Raises LoadError.
    """
    loader = _Loader(Path(name).parent)
    return loader.read(readable(text, name, loader.findings), name), tuple(loader.findings)


@define
class _Loader:
    """Loads a document and all that stand inside it; ``folder`` is the outermost one's.

    ``files`` are those that lead to the document at hand, the outermost first. ``findings`` gathers warnings.
    """

    folder: Path
    embedded: int = 0
    findings: list[Problem] = field(factory=list)

    def read(self, text: str, file: str, around: tuple[Path, ...] = (), depth: int = 0) -> CouncilDocument:
        tree, problems = parse(text, file)
        return self.document(tree, problems, (*around, Path(file)), depth)

    def document(
        self, tree: LocatedDict, problems: list[Problem], files: tuple[Path, ...], depth: int
    ) -> CouncilDocument:
        problems += self.embed(tree, files, depth)
        problems += self.fill_data(tree, files[-1].parent)
        problems += _repeated_ids(tree)
        problems += self.file_problems(tree, files[-1].parent)
        for keys in (tree, *_highlights_with_council(tree)):
            problems += _council_problems(keys, self.folder)
        try:
            document = structure(_keys(tree, lambda key: key != "kind"), _class_of(tree), language=_language(tree))
        except CspDocsError as error:
            raise LoadError([*self.findings, *problems, *error.findings]) from None
        self.findings += problems
        if errors_in(problems):
            raise LoadError(self.findings)
        return document

    def embed(self, tree: LocatedDict, files: tuple[Path, ...], depth: int) -> list[Problem]:
        """Put the documents in place that the appendices name, and return what is wrong with them."""
        problems: list[Problem] = []
        appendices = _edition(tree.get("appendices"), _language(tree))
        for appendix in appendices if isinstance(appendices, list) else []:
            if isinstance(appendix, LocatedDict) and "document" in appendix:
                try:
                    given = edition(appendix["document"], _language(tree))
                    appendix["document"] = self.inner(given, tree, files, depth)
                except LoadError as error:
                    problems += error.findings
                    appendix["document"] = NoValue.at("", appendix.origin)
        return problems

    def inner(self, given: object, tree: LocatedDict, files: tuple[Path, ...], depth: int) -> CouncilDocument:
        """Return the document that is given as a file or as a mapping in the appendix of another, ``tree``."""
        self.embedded += 1
        if depth == DEEPEST:
            fact = f"documents stand more than {DEEPEST} deep inside each other"
            raise _error(Code.TOO_MANY_DOCUMENTS, fact, "take one level out", given)
        if self.embedded > MOST:
            fact = f"more than {MOST} documents stand inside this one"
            raise _error(Code.TOO_MANY_DOCUMENTS, fact, "divide it into several files", given)
        if isinstance(given, str):
            return self.file(given, files, depth)
        if isinstance(given, LocatedDict):
            return self.document(_with_inherited(given, tree), [], files, depth + 1)
        fact = f"found {found(given)}, expected a file or a document"
        raise _error(Code.WRONG_TYPE, fact, 'write "document: plan.yaml"', given)

    def file(self, name: str, files: tuple[Path, ...], depth: int) -> CouncilDocument:
        if problem := file_problem(name, files[-1].parent, self.folder):
            raise LoadError([problem])
        path = files[-1].parent / name
        if path.suffix not in (".yaml", ".yml"):
            hint = "a picture is a block `figure` in the content of the appendix"
            raise _error(Code.NOT_A_YAML_FILE, f'the document "{shortened(name)}" is no YAML file', hint, name)
        if circle := _circle(path, files, self.folder):
            fact = f"the documents stand inside each other in a circle: {circle}"
            raise _error(Code.DOCUMENTS_IN_CIRCLE, fact, "take one of these appendices away", name)
        try:
            text = source_text(path, str(path), self.findings)
        except LoadError as error:
            raise LoadError(evolve(p, origin=p.origin or origin_of(name)) for p in error.findings) from None
        return self.read(text, str(path), files, depth + 1)

    def fill_data(self, tree: LocatedDict, folder: Path) -> list[Problem]:
        """Put in place what tables, charts and maps have in CSV files, and return what is wrong with these."""
        problems: list[Problem] = []
        for node in [tree, *_body(tree)]:  # of the document itself: the measures of a highlight report
            for name in FILLED:
                if isinstance(block := node.get(name), LocatedDict) and "data" in block:
                    problems += fill(name, block, folder, self.folder, _language(tree))
        return problems

    def file_problems(self, tree: LocatedDict, folder: Path) -> Iterator[Problem]:
        """Find pictures and areas of maps that are not there, or lie elsewhere."""
        for node in _body(tree):
            for block, key in ((node[name], key) for name, key in _FILES.items() if name in node):
                file = block.get(key) if isinstance(block, Mapping) else None
                for name in file.values() if in_languages(file) else [file]:
                    problem = file_problem(name, folder, self.folder) if isinstance(name, str) and name else None
                    if problem:
                        yield problem


def _error(code: Code, fact: str, hint: str, at: object) -> LoadError:
    return LoadError([Problem(code, fact, hint, origin_of(at))])


def _circle(path: Path, files: tuple[Path, ...], folder: Path) -> str:
    """Return the way from a file back to itself, "a.yaml -> b.yaml -> a.yaml"; empty where it does not come back."""
    chain = [file.resolve() for file in (*files, path)]
    if chain[-1] not in chain[:-1]:
        return ""
    return " -> ".join(file.relative_to(folder.resolve()).as_posix() for file in chain[chain.index(chain[-1]) :])


def _with_inherited(tree: LocatedDict, outer: LocatedDict) -> LocatedDict:
    """Return a document that stands as a mapping in another, with the council and the language of that one."""
    # What the outer document lacks is told once, there.
    inherited: dict[str, Any] = {"council": outer.get("council", NoValue.at("", outer.origin))}
    if "language" in outer:
        inherited["language"] = outer["language"]
    whole = LocatedDict({**inherited, **tree})
    whole.origin = tree.origin
    return whole


def _keys(tree: LocatedDict, wanted: Callable[[str], bool]) -> LocatedDict:
    keys = LocatedDict((key, value) for key, value in tree.items() if wanted(key))
    keys.origin = tree.origin
    return keys


def _language(tree: LocatedDict) -> str:
    """Return the language of the edition; an unknown one is told when its field is read."""
    given = tree.get("language")
    return next((known.value for known in Language if known.value == given), Language.ENGLISH.value)


def _council_problems(tree: LocatedDict, folder: Path) -> Iterable[Problem]:
    """Look up the council's template, so that what is wrong with it is told together with all else."""
    keys = _keys(tree, lambda key: key in _FOR_COUNCIL)
    if tree.get("kind") == HighlightReport.kind:
        keys.setdefault("council", "")  # only inside a scrutiny report it may name none
    try:
        council_for(structure(keys, CouncilDocument, language=_language(tree)), folder)
    except TemplateError as error:
        return error.problems
    except LoadError:
        # These problems are told when the whole document is read.
        return ()
    return ()


def _highlights_with_council(tree: LocatedDict) -> Iterator[LocatedDict]:
    """Yield the highlight reports inside a scrutiny report that name a council of their own."""
    given = _edition(tree.get("highlight_reports"), _language(tree))
    for report in given if isinstance(given, list) else []:
        if isinstance(report, LocatedDict) and "council" in report:
            yield report


def _class_of(tree: LocatedDict) -> type[CouncilDocument]:
    if "kind" not in tree:
        raise _error(Code.MISSING_KEY, 'the key "kind" is missing', f"known kinds: {', '.join(sorted(KINDS))}", tree)
    kind = tree["kind"]
    if isinstance(kind, NoValue):
        raise LoadError([])
    if not isinstance(kind, str):
        raise _error(
            Code.WRONG_TYPE,
            f"found {found(kind)}, expected a kind of document",
            f"known kinds: {', '.join(sorted(KINDS))}",
            kind,
        )
    if kind not in KINDS:
        raise _error(
            Code.UNKNOWN_VALUE, f'unknown kind "{shortened(kind)}"', did_you_mean(kind, KINDS, "known kinds"), kind
        )
    return KINDS[kind]


def _repeated_ids(tree: LocatedDict) -> Iterator[Problem]:
    """Find the ids that sections, blocks and appendices share, as reported for the later of them."""
    first: dict[str, Origin] = {}
    for node in _body(tree, _language(tree)):
        given = node.get("id")
        if not isinstance(given, str) or not given:
            continue
        origin = origin_of(given)
        if origin and first.setdefault(given, origin) != origin:
            hint = f"it is the id at {first[given]} ({first[given].path}) too: choose another"
            yield Problem(Code.ID_TWICE, f'the id "{given}" is given twice', hint, origin)


def _body(tree: LocatedDict, language: str = "") -> Iterator[Mapping[str, Any]]:
    """Yield all mappings of what is printed (in one ``language``, or in all), without those of documents inside."""
    for name in tree:
        if name in _BODY:
            yield from _mappings(tree[name], language)


def _edition(node: object, language: str) -> object:
    """Return what ``node`` gives in ``language``; what it lacks there is told when it is read."""
    return node.get(language[:2]) if in_languages(node) else node


def _mappings(node: object, language: str) -> Iterator[Mapping[str, Any]]:
    if language:
        node = _edition(node, language)
    if isinstance(node, Mapping):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from _mappings(part, language)
