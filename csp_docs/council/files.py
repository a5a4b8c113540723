"""Finds council templates, shipped ones and files, and merges each with everything that it extends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import evolve

from csp_docs.council.given import as_written, misplaced
from csp_docs.council.layers import Layer, in_language_of, read_layer
from csp_docs.council.shipped import content, shipped
from csp_docs.errors import Code, CspDocsError, Problem, TemplateError, did_you_mean, origin_of
from csp_docs.model import Language
from csp_docs.reading.faults import found, shortened
from csp_docs.reading.folder import Folder

_WHAT = "council template"
_CODES = {Code.FILE_NOT_FOUND: Code.UNKNOWN_COUNCIL, Code.FILE_OUTSIDE: Code.TEMPLATE_OUTSIDE}
"""The codes that findings on a template's file have instead of those for any file."""


def names() -> dict[str, str]:
    """Return the shipped templates, in alphabetical order: the name of each with the name of its council."""
    return {name: str(known.get("name", "")) for name, known in facts().items()}


def facts() -> dict[str, Mapping[str, Any]]:
    """Return what each shipped template itself says of its council, in alphabetical order; nothing for the default."""
    return {path.stem: _shipped(path).tree.get("council", {}) for path in _files()}


def usual_terms() -> Mapping[str, str]:
    """Return the printed words of the default template."""
    words: Mapping[str, str] = _shipped(_default()).tree["terms"]
    return words


def extended(
    council: str | Mapping[str, Any], folder: Folder, findings: list[Problem], template: type, language: str
) -> tuple[Layer, ...]:
    """Return the layers of a template, and of everything that it extends: the first is the default template's.

    Texts that a template gives once are in its ``language``: English, or that of the document that gives the template.
    Values of the ``template`` class that are not of the right kind for merging are refused. Raises TemplateError.
    """
    layers: list[Layer] = []
    seen: list[Path] = []
    while _default() not in seen:
        usual, layer = language, None
        if isinstance(council, str):
            usual = Language.ENGLISH.value
            path = _path(council, folder)
            if path in seen:
                fact = f"the template {path.name} extends itself"
                raise _problem(Code.TEMPLATES_IN_CIRCLE, council, fact, "remove or change one `extends` in the circle")
            seen.append(path)
            layer = _read(council, path, folder, findings)
            folder = folder.of_file(path)
        problems: list[Problem] = []
        layer = layer or Layer.given(as_written(council, "council", problems))
        problems += _wrong(layer, template)
        if problems:
            raise TemplateError(problems)
        own = str(layer.tree.get("language", usual))
        layers.append(layer if own == language else in_language_of(layer, template, own))
        council = layer.tree.get("extends") or "default"
    return tuple(reversed(layers))


@lru_cache(maxsize=64)
def _wrong(layer: Layer, template: type) -> tuple[Problem, ...]:
    """Return what merging could not use of a layer of a ``template``."""
    return (*misplaced(layer.tree, template), *_wrong_extends(layer.tree))


def _wrong_extends(tree: Mapping[str, Any]) -> Iterator[Problem]:
    if not isinstance(given := tree.get("extends", ""), str):
        fact = f"this must be the name of a template or the path of its file, not {found(given)}"
        yield Problem(Code.WRONG_TYPE, fact, "a template extends one other template", origin_of(given))


def _path(council: str, folder: Folder) -> Path:
    """Return the file of a template: a shipped one by its name, any other by its path from ``folder``."""
    shipped = {path.stem: path for path in _files()}
    if council in shipped:
        return shipped[council]
    if Path(council).suffix not in (".yaml", ".yml"):
        hint = did_you_mean(council, names(), "shipped templates", "csp-docs council list")
        raise _problem(
            Code.UNKNOWN_COUNCIL,
            council,
            f'the council "{shortened(council)}" is not known',
            f"{hint}; or give the path of a template's YAML file, or the name alone: {{council: {{name: …}}}}",
        )
    if problem := folder.problem(council, _WHAT):
        raise TemplateError([evolve(problem, code=_CODES.get(problem.code, problem.code))])
    return folder.path(council).resolve()


def _read(council: str, path: Path, folder: Folder, findings: list[Problem]) -> Layer:
    """Return the layer of a template's file; add what is left out of it to ``findings``. Raises TemplateError."""
    if path.parent == _folder():
        return _shipped(path)
    shown = _shown(path, folder.path(council))
    try:
        layer, problems = read_layer(folder.read(council, _WHAT), str(shown), str(folder.of_file(path).within))
    except CspDocsError as error:
        raise TemplateError(map(_of_template, error.findings)) from error
    for key in (key for key in layer.tree if key == "kind"):
        hint = f"check a document with `csp-docs check {shown}`"
        raise _problem(Code.NOT_A_TEMPLATE, key, "this is a document, not a council template", hint)
    findings += problems
    return layer


def _shown(path: Path, given: Path) -> Path:
    """Return the file of a template as findings name it: relative if it is ``given`` like that."""
    here = Path.cwd()
    return path.relative_to(here) if not given.is_absolute() and path.is_relative_to(here) else path


def _of_template(problem: Problem) -> Problem:
    """Return what is wrong with a file as it is said of a template."""
    if problem.code is not Code.NO_DOCUMENT:
        return problem
    hint = 'begin with "extends: default" and "council: {name: …}"'
    return evolve(problem, fact="there is no council template in the file", hint=hint)


def _shipped(path: Path) -> Layer:
    return read_layer(content(path), str(path), "")[0]


def _folder() -> Path:
    return shipped("councils")


def _files() -> list[Path]:
    """Return the files of the shipped templates, in alphabetical order."""
    return sorted(_folder().glob("*.yaml"))


def _default() -> Path:
    return _folder() / "default.yaml"


def merged_with(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``base`` with ``over`` merged into it: mappings key by key. Any other value is replaced."""
    merged = dict(base)
    for key, value in over.items():
        below = merged.pop(key, None)
        # The old key is removed first, so that the new one is kept, with the place where it was written.
        both = isinstance(below, Mapping) and isinstance(value, Mapping)
        merged[key] = merged_with(below, value) if both else value
    return merged


def _problem(code: Code, at: object, fact: str, hint: str) -> TemplateError:
    return TemplateError([Problem(code, fact, hint, origin_of(at))])
