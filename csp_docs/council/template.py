"""Council templates: who the council is and how it prints its documents. A new council is one YAML file.

A template extends another one (in the end always ``default``), key by key. A document may override parts in the same
way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import lru_cache
from typing import Any

from attrs import Attribute, asdict, evolve, field, fields

from csp_docs.council.colours import colour_problems
from csp_docs.council.files import extended, merged_with, usual_terms
from csp_docs.council.formats import FileFormat, Formats, Sensitivity, Typography
from csp_docs.council.given import as_written, misplaced
from csp_docs.council.languages import BODIES, names_without_welsh
from csp_docs.council.layers import Layer
from csp_docs.council.layouts import AssessmentLayout, CabinetLayout, HighlightLayout, PlanLayout, ScrutinyLayout
from csp_docs.council.nations import Nation
from csp_docs.council.terms import law_problems, term_problems, unknown_terms
from csp_docs.errors import Code, CspDocsError, Problem, TemplateError, keeping, origin_of
from csp_docs.measures.calculated import RiskBands, Rules
from csp_docs.model import CouncilDocument, Language
from csp_docs.model.values import (
    AS_TYPED,
    NEVER_EMPTY,
    SHORT_FORM,
    Markdown,
    ModelError,
    PictureFile,
    file_shown,
    texts,
    within,
    words,
)
from csp_docs.reading.folder import Folder
from csp_docs.reading.structure import structure
from csp_docs.records import record
from csp_docs.theme.palette import accent_led
from csp_docs.theme.theme import POINTS_PER_CM, Page, Theme


def _called(what: str) -> Callable[[object, Attribute[Any], float], None]:
    def check(_: object, attribute: Attribute[Any], centimetres: float) -> None:
        least, most = attribute.metadata["within"]
        if not least <= centimetres <= most:
            hint = f"choose {least:g} to {most:g} cm"
            raise ModelError(Code.WRONG_MARGIN, f"the {what} is {centimetres:g} cm", hint, (attribute.name,))

    return check


def _not_empty(_: object, attribute: Attribute[Any], given: tuple[FileFormat, ...]) -> None:
    if not given:
        hint = f"name one or more: {', '.join(format_.value for format_ in FileFormat)}"
        raise ModelError(Code.NO_FILE_NAMED, "no format is named", hint, (attribute.name,))


def _different(_: object, attribute: Attribute[Any], given: tuple[Enum, ...]) -> None:
    """Refuse a value that a list has twice: an attrs validator."""
    for position, one in enumerate(given):
        if one in given[:position]:
            fact, hint = f'"{one.value}" is named twice', "keep one of the two"
            raise ModelError(Code.NAMED_TWICE, fact, hint, (attribute.name, position))


@record(kw_only=True)
class Logo:
    """The logo or crest of the council: a PNG, JPEG or SVG file, its height in centimetres, what it says.

    Without ``alt``, it says the name of the council. A script may give the content of the file as ``bytes``.
    """

    file: PictureFile = field(default="", metadata={**SHORT_FORM, **NEVER_EMPTY}, repr=file_shown)
    alt: Markdown = field(default="", metadata=NEVER_EMPTY)
    height: float = field(default=2.0, metadata=within(0.8, 6), validator=_called("height of the logo"))


@record(kw_only=True)
class Identity:
    """The council. ``name_cy`` is its name in Welsh editions; ``nation`` says which law on access applies."""

    name: Markdown = ""
    name_cy: Markdown = ""
    short_name: Markdown = ""
    kind: str = ""
    nation: Nation = Nation.ENGLAND
    website: str = field(default="", metadata=AS_TYPED)
    phone: str = field(default="", metadata=AS_TYPED)
    email: str = field(default="", metadata=AS_TYPED)
    logo: Logo = Logo()


@record(kw_only=True)
class Partnership:
    """The community safety partnership (Crime and Disorder Act 1998, section 5)."""

    name: Markdown = ""
    name_cy: Markdown = ""
    short_name: Markdown = ""
    area: Markdown = ""
    vision: Markdown = ""
    responsible_authorities: tuple[Markdown, ...] = field(default=(), converter=texts)
    other_agencies: tuple[Markdown, ...] = field(default=(), converter=texts)


def _margin(side: str) -> float:
    """Return a margin of the default paper in centimetres."""
    points: float = getattr(Page(), side)
    return round(points / POINTS_PER_CM, 2)


@record(kw_only=True)
class Margins:
    """The margins of a page in centimetres, with room for header and footer, and lines that are easy to read."""

    left: float = field(default=_margin("left"), metadata=within(1.5, 5), validator=_called("margin"))
    right: float = field(default=_margin("right"), metadata=within(1.5, 5), validator=_called("margin"))
    top: float = field(default=_margin("top"), metadata=within(2, 6), validator=_called("margin"))
    bottom: float = field(default=_margin("bottom"), metadata=within(2, 6), validator=_called("margin"))


@record(kw_only=True)
class Look:
    """The design that a council may choose: colours (``"#00539F"``) by their use, and margins."""

    colours: dict[str, str] = field(factory=dict, converter=words)
    page: Margins = Margins()


class ChartData(Enum):
    """Where people who cannot see a chart find its numbers."""

    ALT = "alt"
    APPENDIX = "appendix"


@record(kw_only=True)
class ChartStyle:
    """How charts are printed: with their numbers in the alternative text, or as tables in a last appendix."""

    data: ChartData = ChartData.ALT


@record(kw_only=True)
class Layouts:
    """One layout for each kind of document."""

    cabinet_report: CabinetLayout = field(factory=CabinetLayout)
    plan: PlanLayout = field(factory=PlanLayout)
    highlight_report: HighlightLayout = field(factory=HighlightLayout)
    scrutiny_report: ScrutinyLayout = field(factory=ScrutinyLayout)
    strategic_assessment: AssessmentLayout = field(factory=AssessmentLayout)


@record(kw_only=True)
class CouncilTemplate:
    """A complete council template, with everything that it extends. ``language`` is that of texts given once.

    ``editions`` are the languages that documents are written in, each in files of its own, if they do not name one.
    ``files`` are the formats that documents are written in if the command does not name any. ``checks`` are those of
    other packages that its documents must pass. ``sensitivity`` has Word's labels for protective markings.
    """

    extends: str = ""
    language: Language = Language.ENGLISH
    editions: tuple[Language, ...] = field(default=(), validator=_different)
    council: Identity = Identity()
    partnership: Partnership = Partnership()
    theme: Look = Look()
    formats: Formats = field(factory=Formats)
    files: tuple[FileFormat, ...] = field(default=(FileFormat.WORD, FileFormat.PDF), validator=_not_empty)
    checks: tuple[str, ...] = field(default=(), converter=texts)
    typography: Typography = Typography.TYPOGRAPHIC
    measures: Rules = field(factory=Rules)
    risks: RiskBands = field(factory=RiskBands)
    charts: ChartStyle = ChartStyle()
    sensitivity: Sensitivity = field(factory=Sensitivity)
    terms: dict[str, str] = field(factory=dict, converter=words)
    layouts: Layouts = Layouts()


def council_for(document: CouncilDocument) -> CouncilTemplate:
    """Return the template of the document's council, with the document's own overrides. Raises TemplateError.

    ``read_council`` also returns warnings about what is left out of its files.
    """
    return read_council(document)[0]


def read_council(document: CouncilDocument) -> tuple[CouncilTemplate, tuple[Problem, ...]]:
    """Return the template of the document's council, with the document's own overrides, and warnings.

    A path is relative to the folder of the file that names it. The templates that YAML files name must be in the folder
    of the outermost document or below it; a script may name any file. Raises TemplateError.
    """
    if not document.council:
        fact, hint = "the document does not name a council", 'add "council: …" with the name of a template'
        raise TemplateError([Problem(Code.NO_COUNCIL, fact, hint, origin_of(document.title))])
    findings: list[Problem] = []
    folder, language = Folder.of(_named_at(document)), document.language.value
    with keeping(findings):
        layers = extended(document.council, folder, findings, CouncilTemplate, language)
    problems: list[Problem] = []
    given = {key: as_written(getattr(document, key), key, problems) for key in _overridden()}
    overrides = Layer.given(given, also=tuple(_missing_files(layers)))
    template, wrong = _merged(layers, overrides, language)
    problems += wrong
    if template and not template.council.name:
        hint = "add `council: {name: …}` to the template, or name the template of a council"
        problems.append(
            Problem(Code.NAMELESS_COUNCIL, "the template does not name the council", hint, origin_of(document.council))
        )
    if problems or not template:
        raise TemplateError([*findings, *problems])
    if document.language is not Language.WELSH:
        return template, tuple(findings)
    if isinstance(document.council, str):  # words that a document gives are in its own language
        findings += names_without_welsh(_english_bodies(layers, template))
    return _in_welsh(template), tuple(findings)


def _english_bodies(layers: Iterable[Layer], template: CouncilTemplate) -> Mapping[str, Any]:
    """Return what English templates say of the council and the partnership; not what a document has replaced."""
    found: Mapping[str, Any] = {}
    for layer in layers:
        is_english = str(layer.tree.get("language", Language.ENGLISH.value)) == Language.ENGLISH.value
        bodies = {key: layer.tree[key] for key in BODIES if key in layer.tree}
        found = merged_with(found, bodies if is_english else dict.fromkeys(bodies))
    return {key: body for key, body in found.items() if body and body.get("name") == getattr(template, key).name}


def _missing_files(layers: Iterable[Layer]) -> Iterator[Problem | None]:
    """Yield what is wrong with each file that a template names: that may change while the template does not."""
    for layer in layers:
        logo = layer.tree.get("council", {}).get("logo", "")
        for name in [logo.get("file", "") if isinstance(logo, Mapping) else logo]:
            yield Folder.of(name).problem(name) if name and isinstance(name, str) else None


@lru_cache(maxsize=64)
def _merged(
    layers: tuple[Layer, ...], overrides: Layer, language: str
) -> tuple[CouncilTemplate | None, tuple[Problem, ...]]:
    """Return the template that layers come to, and what is wrong with it; None if it cannot be read."""
    merged: Mapping[str, Any] = {}
    for layer in layers:
        merged = merged_with(merged, layer.tree)
    usual = usual_terms()
    problems = [*misplaced(overrides.tree, CouncilTemplate)]
    problems += unknown_terms({**merged.get("terms", {}), **overrides.tree["terms"]}, usual)
    try:
        template = structure(merged_with(merged, overrides.tree), CouncilTemplate, language=language)
    except CspDocsError as error:
        return None, (*problems, *error.findings, *colour_problems(_colours(merged)))
    problems += (*term_problems(template.terms, usual), *colour_problems(template.theme.colours))
    problems += law_problems(template.terms, template.council.nation)
    return template, tuple(problems)


def _colours(tree: Mapping[str, Any]) -> dict[str, str]:
    """Return the colours of a template that cannot be read for something else."""
    chosen = tree.get("theme", {}).get("colours", {})
    return {name: value for name, value in chosen.items() if isinstance(value, str)}


def _named_at(document: CouncilDocument) -> str:
    """Return the text whose place says which folder the council's template is named in."""
    return document.council if isinstance(document.council, str) else document.title


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
    return Theme(colours=accent_led(colours), page=evolve(Page(), **margins))
