"""What is wrong with a council template that no document shows: words without Welsh, and what is never printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from csp_docs.compose.reports.declared import misspelt
from csp_docs.council.languages import names_without_welsh, words_of_bodies
from csp_docs.council.layouts import ReportLayout
from csp_docs.council.merged import DEFAULT, merged, template_for
from csp_docs.council.nations import Nation
from csp_docs.council.shipped import shipped
from csp_docs.council.template import CouncilTemplate
from csp_docs.documents.fitted import never_printed, own_fields
from csp_docs.documents.kinds import KINDS
from csp_docs.errors import Code, Problem, Severity, file_of, language_of, origin_of
from csp_docs.model import Language
from csp_docs.model.reach import types_of
from csp_docs.reading.reader import in_languages


def template_problems(file: Path) -> Iterator[Problem]:
    """Yield what is wrong with a template. Raises CspDocsError for one that no document could use."""
    findings: list[Problem] = []
    tree = merged(str(file), findings, Language.WELSH.value)
    template = template_for(file.name, file)
    yield from findings
    if _prints_welsh(template, tree, file):
        template_for(file.name, file, Language.WELSH)
        yield from _without_welsh(tree)
        if template.language is Language.ENGLISH:
            yield from names_without_welsh(tree)
            yield from chain(*map(_without_welsh, words_of_bodies(tree, CouncilTemplate)))
    yield from _misspelt(template)
    yield from _unprinted(template, tree, template_for(DEFAULT, file))


def to_mend(problems: Iterable[Problem], file: Path) -> Iterator[Problem]:
    """Yield the problems of a template in ``file`` without warnings and notes about a shipped one that it extends."""
    folder = shipped("councils")
    for problem in problems:
        inside = bool(problem.file) and Path(problem.file).parent == folder != file.resolve().parent
        if problem.severity is Severity.ERROR or not inside:
            yield problem


def _misspelt(template: CouncilTemplate) -> Iterator[Problem]:
    """Yield a warning for each field of the council's own whose name looks like a key of the report."""
    for kind, cls in KINDS.items():
        layout = getattr(template.layouts, kind)
        if isinstance(layout, ReportLayout):
            for name, fact in misspelt(own_fields(layout, cls), types_of(cls)):
                yield Problem(Code.SIMILAR_NAME, fact, "", origin_of(name), Severity.WARNING)


def _unprinted(template: CouncilTemplate, tree: Mapping[str, Any], usual: CouncilTemplate) -> Iterator[Problem]:
    """Yield a note for each layout that does not print what the ``usual`` one prints."""
    for kind in tree["layouts"]:
        cls = KINDS[kind]
        if names := [name for name in never_printed(cls, template) if name not in never_printed(cls, usual)]:
            fact = f"no {kind.replace('_', ' ')} prints {', '.join(names)}"
            hint = "a document that gives them has a warning: name in the layout what your council prints"
            yield Problem(Code.NEVER_PRINTED, fact, hint, origin_of(kind), Severity.NOTE)


def _prints_welsh(template: CouncilTemplate, tree: Mapping[str, Any], file: Path) -> bool:
    """Tell whether a template is for Welsh papers too: by its nation, its language, a Welsh name, or Welsh words."""
    council = template.council
    said = council.nation is Nation.WALES or template.language is Language.WELSH or council.name_cy
    return bool(said) or any(_is_in(next(iter(words.values())), file) for words in _bilingual(tree))


def _is_in(text: Any, file: Path) -> bool:
    """Tell whether a text is in a file, and not in a template that it extends."""
    return bool(name := file_of(text)) and Path(name).resolve() == file.resolve()


def _bilingual(node: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the texts of a tree that are in both languages."""
    if in_languages(node):
        yield node
    elif isinstance(node, Mapping | list):
        for part in node.values() if isinstance(node, Mapping) else node:
            yield from _bilingual(part)


def _without_welsh(node: Any) -> Iterator[Problem]:
    """Yield a warning for each word of a tree that is in English alone."""
    if isinstance(node, str) and language_of(node) == Language.ENGLISH.value:
        hint = f'give it in both languages: {{en: "{node}", cy: …}}'
        yield Problem(Code.OTHER_LANGUAGE, f'"{node}" has no Welsh', hint, origin_of(node), Severity.WARNING)
    elif isinstance(node, Mapping | list):
        for part in node.values() if isinstance(node, Mapping) else node:
            yield from _without_welsh(part)
