"""What every part of composing needs: the model, its council, the words of the edition, and a place for problems."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias, TypeVar

from attrs import evolve, field, frozen

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Document, Inlines, walk
from csp_docs.blocks.counters import NumberPattern
from csp_docs.compose import scope as scopes
from csp_docs.compose.measured import by_id
from csp_docs.council.layouts import (
    AssessmentLayout,
    HighlightLayout,
    Layout,
    PlanLayout,
    PublicationLayout,
    ReportLayout,
)
from csp_docs.council.template import CouncilTemplate
from csp_docs.errors import Code, Located, Problem, Severity, origin_of
from csp_docs.measures import formats
from csp_docs.model import (
    CouncilDocument,
    HighlightReport,
    Measure,
    Pending,
    Plan,
    Publication,
    Report,
    StrategicAssessment,
)
from csp_docs.model.dates import Day, Period
from csp_docs.text import markup
from csp_docs.text.expressions import Scope

T = TypeVar("T")
Composed: TypeAlias = tuple[Document, tuple[Problem, ...]]
"""A document as blocks, and all problems of its texts."""
Compose: TypeAlias = Callable[[CouncilDocument, CouncilTemplate], Composed]

_MORE_THAN_WORDS: dict[type[b.Inline], tuple[str, str]] = {
    b.Pending: ("words that are pending cannot stand here", "use the block `pending`, or `pending:` of a figure"),
    b.Reference: ("a reference cannot stand here", "put it in a text beside it"),
    b.Link: ("a link cannot stand here", "put it in a text beside it"),
    b.Note: ("a footnote cannot stand here", "put it in a text beside it"),
}


@frozen(kw_only=True)
class Context:
    """The surroundings of one document. Problems are collected, so that all are reported at once.

    ``compose`` makes blocks of another document, inside an appendix. ``printed`` gathers which fields of the document
    have been printed, ``tabled`` the ids of charts whose numbers stand in tables at the end; those of an ``exempt``
    part stay in it. The document ``around`` a highlight report defines its measures.
    """

    document: CouncilDocument
    council: CouncilTemplate
    layout: Layout
    scope: Scope
    compose: Compose
    printed: set[str] = field(factory=set)
    tabled: set[str] = field(factory=set)
    exempt: bool = False
    problems: list[Problem] = field(factory=list)
    around: CouncilDocument | None = None

    @property
    def measures(self) -> Mapping[str, Measure]:
        """The measures that tables may name, by their ids."""
        return by_id(self.around or self.document)

    def naming(self, **names: object) -> Context:
        """Return these surroundings where ``{{ }}`` knows ``names`` too."""
        return evolve(self, scope=evolve(self.scope, names={**self.scope.names, **names}))

    def blocks(self, text: str, *, numbered: bool = False) -> Blocks:
        """Return a text's paragraphs and lists."""
        return self._noting(markup.blocks(text, self.scope, numbered=numbered))

    def inlines(self, text: str) -> Inlines:
        """Return a text's words with their marks."""
        return self._noting(markup.inlines(text, self.scope))

    def plain(self, text: str) -> str:
        """Return a text's words only."""
        return self._noting(markup.plain(text, self.scope))

    def bare(self, text: str) -> str:
        """Return a text for where nothing but words can stand: in a drawing, an alternative text, a label.

        What is more than words (a link, a reference, a footnote, words that are pending) is a problem.
        """
        inlines, origin = self.inlines(text), origin_of(text)
        for inline in walk.every_inline((b.Paragraph(inlines),)):
            if trouble := _MORE_THAN_WORDS.get(type(inline)):
                self.problem(Code.MORE_THAN_WORDS, *trouble, text)
        words = walk.words(inlines).strip()
        return Located.at(words, origin) if origin else words

    def link(self, words: str, url: str, at: str) -> Inlines:
        """Return a link; its words alone, and a problem, when ``url`` is no http, https or mailto address."""
        inlines, address = self.inlines(words), markup.address(url)
        if any(isinstance(inline, b.Link | b.Reference) for inline in inlines):
            self.problem(Code.WRONG_LINK, "a link stands inside a link", "take the inner one away", words)
        if address is None:
            self.problem(
                Code.NOT_AN_ADDRESS,
                f'"{at}" is no address',
                "write it as https://…, or as name@example.org for mail",
                at,
            )
            return inlines
        return (b.Link(inlines, address),)

    def term(self, name: str, **values: str) -> str:
        """Return a printed word of the council; ``values`` take the place of the names in its braces."""
        return scopes.term(self.council, name, **values)

    def words(self, name: str) -> Inlines:
        """Return a printed word of the council as inlines."""
        return (b.Text(self.term(name)),)

    def longdate(self, day: Day) -> str:
        """Return a date as the council prints it."""
        return formats.longdate(day, self.document.language.value, self.council.formats.date.value)

    def period(self, given: Period) -> str:
        """Return a period as the council prints it."""
        return formats.period(given, self.document.language.value, self.council.formats.date.value)

    def pending(self, given: Pending) -> b.Pending:
        """Return what somebody still owes, in the council's words."""
        owner, what = self.bare(given.owner), self.bare(given.what)
        if not (owner and what):  # told already
            return b.Pending("", "", owner, what)
        words = evolve(given, owner=owner, what=what)
        return scopes.pending(words, self.document, self.council)

    def pattern(self, text: str) -> NumberPattern | None:
        """Return a number pattern; None, and a problem, when the text shows no number."""
        try:
            return NumberPattern.parse(text)
        except ValueError:
            hint = 'show the first number as it is to be printed, such as "1.", "1.1", "(a)" or "Section 1:"'
            self.problem(Code.NOT_A_NUMBER_PATTERN, f'"{text}" shows no number', hint, text)
            return None

    def problem(self, code: Code, fact: str, hint: str, at: object) -> None:
        """Note an error that stands at ``at``."""
        self.problems.append(Problem(code, fact, hint, origin_of(at)))

    def warn(self, code: Code, fact: str, hint: str, at: object) -> None:
        """Note a warning, of what does not keep the document from being built."""
        self.problems.append(Problem(code, fact, hint, origin_of(at), Severity.WARNING))

    def _noting(self, read: tuple[T, tuple[Problem, ...]]) -> T:
        """Return what was read, with its problems noted."""
        found, problems = read
        self.problems.extend(problems)
        return found


@frozen(kw_only=True)
class ReportContext(Context):
    """The surroundings of a report."""

    document: Report
    layout: ReportLayout


@frozen(kw_only=True)
class PublicationContext(Context):
    """The surroundings of a publication."""

    document: Publication
    layout: PublicationLayout


@frozen(kw_only=True)
class AssessmentContext(PublicationContext):
    """The surroundings of a strategic assessment."""

    document: StrategicAssessment
    layout: AssessmentLayout


@frozen(kw_only=True)
class PlanContext(PublicationContext):
    """The surroundings of a plan."""

    document: Plan
    layout: PlanLayout


@frozen(kw_only=True)
class HighlightContext(Context):
    """The surroundings of a highlight report."""

    document: HighlightReport
    layout: HighlightLayout
