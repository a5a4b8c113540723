"""Council templates: who the council is and how it prints its documents. A new council is one YAML file.

A template extends another one (in the end always ``default``), key by key. A document may override parts in the same
way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from attrs import Attribute, asdict, evolve, field, fields, frozen

from csp_docs.council.colours import colour_problems
from csp_docs.council.formats import Formats, Typography
from csp_docs.council.layouts import AssessmentLayout, HighlightLayout, PlanLayout, ReportLayout, ScrutinyLayout
from csp_docs.council.shipped import shipped
from csp_docs.council.terms import term_problems, unknown_terms
from csp_docs.errors import Code, CspDocsError, Problem, TemplateError, did_you_mean, errors_in, origin_of
from csp_docs.measures.calculated import RiskBands, Rules
from csp_docs.model import CouncilDocument, Language
from csp_docs.model.values import Markdown, ModelError, texts, words
from csp_docs.reading.folder import Folder
from csp_docs.reading.source import text_of
from csp_docs.reading.structure import structure
from csp_docs.reading.tree import parse, read
from csp_docs.theme.theme import POINTS_PER_CM, Colours, Page, Theme

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WHAT = "council template"
_CODES = {Code.FILE_NOT_FOUND: Code.UNKNOWN_COUNCIL, Code.FILE_OUTSIDE: Code.TEMPLATE_OUTSIDE}
"""The codes that findings on a template's file have instead of those for any file."""


def _between(least: float, most: float) -> Callable[[object, Attribute[Any], float], None]:
    def check(_: object, attribute: Attribute[Any], centimetres: float) -> None:
        if not least <= centimetres <= most:
            hint = f"choose {least:g} to {most:g} cm for this margin"
            raise ModelError(Code.WRONG_MARGIN, f"the margin is {centimetres:g} cm", hint, (attribute.name,))

    return check


@frozen(kw_only=True)
class Identity:
    """The council. ``name_cy`` is its name in Welsh editions."""

    name: Markdown = ""
    name_cy: Markdown = ""
    short_name: Markdown = ""
    kind: str = ""
    website: str = ""
    phone: str = ""
    email: str = ""
    logo: str = ""


@frozen(kw_only=True)
class Partnership:
    """The community safety partnership (Crime and Disorder Act 1998, section 5)."""

    name: Markdown = ""
    name_cy: Markdown = ""
    short_name: Markdown = ""
    area: Markdown = ""
    vision: Markdown = ""
    responsible_authorities: tuple[Markdown, ...] = field(default=(), converter=texts)
    other_agencies: tuple[Markdown, ...] = field(default=(), converter=texts)


@frozen(kw_only=True)
class Margins:
    """The margins of a page in centimetres, with room for header and footer, and lines that are easy to read."""

    left: float = field(default=2.54, validator=_between(1.5, 5))
    right: float = field(default=2.54, validator=_between(1.5, 5))
    top: float = field(default=2.54, validator=_between(2.4, 6))
    bottom: float = field(default=2.54, validator=_between(2, 6))


@frozen(kw_only=True)
class Look:
    """The design that a council may choose: colours (``"#00539F"``) by their use, and margins."""

    colours: dict[str, str] = field(factory=dict, converter=words)
    page: Margins = Margins()


class ChartData(Enum):
    """Where people who cannot see a chart find its numbers."""

    ALT = "alt"
    APPENDIX = "appendix"


@frozen(kw_only=True)
class ChartStyle:
    """How charts are printed: with their numbers in the alternative text, or as tables in a last appendix."""

    data: ChartData = ChartData.ALT


@frozen(kw_only=True)
class Layouts:
    """One layout for each kind of document."""

    cabinet_report: ReportLayout = field(factory=ReportLayout)
    plan: PlanLayout = field(factory=PlanLayout)
    highlight_report: HighlightLayout = field(factory=HighlightLayout)
    scrutiny_report: ScrutinyLayout = field(factory=ScrutinyLayout)
    strategic_assessment: AssessmentLayout = field(factory=AssessmentLayout)


@frozen(kw_only=True)
class CouncilTemplate:
    """A complete council template, with everything that it extends."""

    extends: str = ""
    council: Identity = Identity()
    partnership: Partnership = Partnership()
    theme: Look = Look()
    formats: Formats = field(factory=Formats)
    typography: Typography = Typography.TYPOGRAPHIC
    measures: Rules = field(factory=Rules)
    risks: RiskBands = field(factory=RiskBands)
    charts: ChartStyle = ChartStyle()
    terms: dict[str, str] = field(factory=dict, converter=words)
    layouts: Layouts = Layouts()


def names() -> dict[str, str]:
    """Return the shipped templates, in alphabetical order: the name of each with the name of its council."""
    trees = {path.stem: _shipped(path) for path in sorted(_folder().glob("*.yaml"))}
    return {name: str(tree.get("council", {}).get("name", "")) for name, tree in trees.items()}


def council_for(document: CouncilDocument) -> CouncilTemplate:
    """Return the template of the document's council, with the document's own overrides. Raises TemplateError.

    ``read_council`` also returns warnings about what is left out of its files.
    """
    return read_council(document)[0]


def read_council(document: CouncilDocument) -> tuple[CouncilTemplate, tuple[Problem, ...]]:
    """Return the template of the document's council, with the document's own overrides, and warnings.

    A path is relative to the folder of the file that names it; from a script, to the working folder. The files of
    templates must be in the folder of the outermost document or below it. Raises TemplateError.
    """
    if not document.council:
        raise _problem(
            Code.NO_COUNCIL,
            document.title,
            "the document does not name a council",
            'add "council: …" with the name of a template',
        )
    findings: list[Problem] = []
    tree = _extended(document.council, Folder.of(document.title), findings)
    overrides = {key: getattr(document, key) for key in _overridden()}
    usual = _shipped(_default())["terms"]
    problems = list(unknown_terms({**tree.get("terms", {}), **document.terms}, usual))
    try:
        template = structure(_merged(tree, overrides), CouncilTemplate, language=document.language.value)
    except CspDocsError as error:
        raise TemplateError([*findings, *problems, *error.findings]) from error
    problems += (*term_problems(template.terms, usual), *colour_problems(template.theme.colours))
    if not template.council.name:
        hint = "add `council: {name: …}` to the template, or name the template of a council"
        problems.append(
            Problem(Code.NAMELESS_COUNCIL, "the template does not name the council", hint, origin_of(document.council))
        )
    if problems:
        raise TemplateError([*findings, *problems])
    return _in_welsh(template) if document.language is Language.WELSH else template, tuple(findings)


def _overridden() -> tuple[str, ...]:
    """Return the keys of a document that replace those of its council's template."""
    return tuple(part.name for part in fields(CouncilDocument) if part.metadata.get("setting") == "override")


def _in_welsh(template: CouncilTemplate) -> CouncilTemplate:
    council, partnership = template.council, template.partnership
    return evolve(
        template,
        council=evolve(council, name=council.name_cy or council.name),
        partnership=evolve(partnership, name=partnership.name_cy or partnership.name),
    )


def theme_of(look: Look) -> Theme:
    """Return the default theme with the choices of a template."""
    colours = {name: value.removeprefix("#").upper() for name, value in look.colours.items()}
    margins = {name: centimetres * POINTS_PER_CM for name, centimetres in asdict(look.page).items()}
    return Theme(colours=evolve(Colours(), **colours), page=evolve(Page(), **margins))


def _extended(council: str | Mapping[str, Any], folder: Folder, findings: list[Problem]) -> Mapping[str, Any]:
    """Return a template merged with everything that it extends. Every chain ends with the default template."""
    trees: list[Mapping[str, Any]] = []
    seen: list[Path] = []
    while _default() not in seen:
        if isinstance(council, str):
            path = _path(council, folder)
            if path in seen:
                fact = f"the template {path.name} extends itself"
                raise _problem(Code.TEMPLATES_IN_CIRCLE, council, fact, "remove or change one `extends` in the circle")
            seen.append(path)
            council = _read(council, path, folder, findings)
            folder = Folder(path.parent, folder.within)
        trees.append(council)
        council = council.get("extends", "default")
    merged: Mapping[str, Any] = {}
    for tree in reversed(trees):
        merged = _merged(merged, tree)
    return merged


def _path(council: str, folder: Folder) -> Path:
    """Return the file of a template: a shipped one by its name, any other by its path from ``folder``."""
    if _NAME.fullmatch(council):
        shipped = _folder() / f"{council}.yaml"
        if shipped.is_file():
            return shipped
    if Path(council).suffix not in (".yaml", ".yml"):
        hint = did_you_mean(council, names(), "shipped templates")
        raise _problem(
            Code.UNKNOWN_COUNCIL,
            council,
            f'the council "{council}" is not known',
            f"{hint}; or give the path of a template's YAML file",
        )
    if problem := folder.problem(council, _WHAT):
        raise TemplateError([evolve(problem, code=_CODES.get(problem.code, problem.code))])
    return folder.path(council).resolve()


def _read(council: str, path: Path, folder: Folder, findings: list[Problem]) -> Mapping[str, Any]:
    """Return the tree of a template's file; add what is left out of it to ``findings``. Raises TemplateError."""
    if path.parent == _folder():
        return _shipped(path)
    try:
        text = text_of(folder.read(council, _WHAT), str(path), findings)
        tree, found = parse(text, str(path), str(folder.within))
    except CspDocsError as error:
        raise TemplateError([*findings, *error.findings]) from error
    findings += found
    if errors_in(found):
        raise TemplateError(findings)
    return tree


@cache
def _shipped(path: Path) -> Mapping[str, Any]:
    return read(path)


def _folder() -> Path:
    return shipped("councils")


def _default() -> Path:
    return _folder() / "default.yaml"


def _merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``base`` with ``over`` merged into it: mappings key by key. Any other value is replaced."""
    merged = dict(base)
    for key, value in over.items():
        below = merged.pop(key, None)
        # The old key is removed first, so that the new one is kept, with the place where it was written.
        both = isinstance(below, Mapping) and isinstance(value, Mapping)
        merged[key] = _merged(below, value) if both else value
    return merged


def _problem(code: Code, at: object, fact: str, hint: str) -> TemplateError:
    return TemplateError([Problem(code, fact, hint, origin_of(at))])
