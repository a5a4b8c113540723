"""A document's YAML file as an object of the model, or all that is wrong with it at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PureWindowsPath
from typing import Any

from csp_docs.council import council_for
from csp_docs.errors import CspDocsError, LoadError, Origin, Problem, TemplateError, origin_of
from csp_docs.model import CabinetReport, CouncilDocument, Language
from csp_docs.names import did_you_mean
from csp_docs.reading.faults import found, shortened
from csp_docs.reading.source import readable, source_text
from csp_docs.reading.structure import structure
from csp_docs.reading.tree import LocatedDict, NoValue, parse

KINDS: dict[str, type[CouncilDocument]] = {cls.kind: cls for cls in (CabinetReport,)}
_BODY = ("sections", "appendices")
_FOR_COUNCIL = ("title", "council", "language", "partnership", "theme", "terms", "layouts")


def load(path: str | os.PathLike[str]) -> CouncilDocument:
    """Return the document that a YAML file describes, an object of the class that its ``kind`` names.

    Raises LoadError with every problem of the file. Appendices' files must lie in the file's folder or below.
    """
    file = os.fspath(path)
    return _document(source_text(Path(file), file), file)


def loads(text: str, name: str = "document.yaml") -> CouncilDocument:
    """Return the document that a YAML text describes, as if it stood in the file ``name``. Raises LoadError."""
    return _document(readable(text, name), name)


def _document(text: str, file: str) -> CouncilDocument:
    tree, problems = parse(text, file)
    problems += _repeated_ids(tree)
    problems += _appendix_file_problems(tree, Path(file).parent)
    problems += _council_problems(tree)
    try:
        document = structure(_keys(tree, lambda key: key != "kind"), _class_of(tree), language=_language(tree))
    except CspDocsError as error:
        raise LoadError([*problems, *error.problems]) from None
    if problems:
        raise LoadError(problems)
    return document


def _keys(tree: LocatedDict, wanted: Callable[[str], bool]) -> LocatedDict:
    keys = LocatedDict((key, value) for key, value in tree.items() if wanted(key))
    keys.origin = tree.origin
    return keys


def _language(tree: LocatedDict) -> str:
    """Return the language of the edition; an unknown one is told when its field is read."""
    given = tree.get("language")
    return next((known.value for known in Language if known.value == given), Language.ENGLISH.value)


def _council_problems(tree: LocatedDict) -> Iterable[Problem]:
    """Look up the council's template, so that what is wrong with it is told together with all else."""
    keys = _keys(tree, lambda key: key in _FOR_COUNCIL)
    try:
        council_for(structure(keys, CouncilDocument, language=_language(tree)))
    except TemplateError as error:
        return error.problems
    except LoadError:
        # These problems are told when the whole document is read.
        return ()
    return ()


def _class_of(tree: LocatedDict) -> type[CouncilDocument]:
    if "kind" not in tree:
        raise LoadError([Problem('the key "kind" is missing', f"known kinds: {', '.join(sorted(KINDS))}", tree.origin)])
    kind = tree["kind"]
    if isinstance(kind, NoValue):
        raise LoadError([])
    if not isinstance(kind, str):
        fact = f"found {found(kind)}, expected a kind of document"
        raise LoadError([Problem(fact, f"known kinds: {', '.join(sorted(KINDS))}", origin_of(kind))])
    if kind not in KINDS:
        fact = f'unknown kind "{shortened(kind)}"'
        raise LoadError([Problem(fact, did_you_mean(kind, KINDS, "known kinds"), origin_of(kind))])
    return KINDS[kind]


def _repeated_ids(tree: LocatedDict) -> Iterator[Problem]:
    """Find the ids that sections, blocks and appendices share, as reported for the later of them."""
    first: dict[str, Origin] = {}
    for name in _BODY:
        for node in _mappings(tree.get(name)):
            given = node.get("id")
            if not isinstance(given, str) or not given:
                continue
            origin = origin_of(given)
            if origin and first.setdefault(given, origin) != origin:
                hint = f"it is the id at {first[given]} ({first[given].path}) too: choose another"
                yield Problem(f'the id "{given}" is given twice', hint, origin)


def _mappings(node: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(node, Mapping):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from _mappings(part)


def _appendix_file_problems(tree: LocatedDict, folder: Path) -> Iterator[Problem]:
    appendices = tree.get("appendices")
    for appendix in appendices if isinstance(appendices, list) else []:
        name = appendix.get("document") if isinstance(appendix, Mapping) else None
        if isinstance(name, str) and name and (trouble := _trouble_with_file(name, folder)):
            yield Problem(*trouble, origin_of(name))


def _trouble_with_file(name: str, folder: Path) -> tuple[str, str] | None:
    """Return what is wrong with the file that an appendix names, if anything, and what to do."""
    if Path(name).is_absolute() or PureWindowsPath(name).anchor:
        return f'"{shortened(name)}" is an absolute path', "name the file as seen from this document's folder"
    try:
        # Links are followed: one that leads out of the folder would print any file of the machine.
        path = (folder / name).resolve()
        inside, exists = path.is_relative_to(folder.resolve()), path.is_file()
    except (OSError, RuntimeError, ValueError):
        return f'the file "{shortened(name)}" cannot be looked up', "check the name"
    if not inside:
        return f'the file "{shortened(name)}" lies outside the document\'s folder', "move or copy it into the folder"
    if not exists:
        return f'there is no file "{shortened(name)}"', "check the name; it is seen from this document's folder"
    return None
