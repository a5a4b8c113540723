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
"""A document as blocks, and all problems in its texts."""
Compose: TypeAlias = Callable[[CouncilDocument, CouncilTemplate], Composed]

_ELSEWHERE = "put it in a paragraph nearby instead"
_MORE_THAN_WORDS: dict[type[b.Inline], tuple[str, str]] = {
    b.Pending: ("words that are pending cannot appear here", "use the block `pending`, or `pending:` in a figure"),
    b.Reference: ("a reference cannot appear here", _ELSEWHERE),
    b.Link: ("a link cannot appear here", _ELSEWHERE),
    b.Note: ("a footnote cannot appear here", _ELSEWHERE),
}


@frozen(kw_only=True)
class Context:
    """The context of one document. Problems are collected, so that all are reported at once.

    ``compose`` makes blocks of another document inside an appendix. ``printed`` gathers which fields of the document
    have been printed, ``tabled`` the ids of charts whose numbers are in tables at the end; those of an ``exempt``
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
        """The measures that tables may name, by id."""
        return by_id(self.around or self.document)

    def naming(self, **names: object) -> Context:
        """Return this context where ``{{ }}`` can also use ``names``."""
        return evolve(self, scope=evolve(self.scope, names={**self.scope.names, **names}))

    def blocks(self, text: str, *, numbered: bool = False) -> Blocks:
        """Return the paragraphs and lists of a text of content."""
        return self._noting(markup.blocks(text, self.scope, numbered=numbered))

    def paragraphs(self, text: str, *, numbered: bool = False) -> Blocks:
        """Return the paragraphs and lists of any other text, such as a cell: one line is never a list."""
        return self._noting(markup.paragraphs(text, self.scope, numbered=numbered))

    def inlines(self, text: str) -> Inlines:
        """Return a text's words with their marks."""
        return self._noting(markup.inlines(text, self.scope))

    def plain(self, text: str) -> str:
        """Return only a text's words."""
        return self._noting(markup.plain(text, self.scope))

    def bare(self, text: str) -> str:
        """Return a text for a place where only words can appear: a drawing, an alternative text, a label.

        Anything more than words (a link, a reference, a footnote, words that are pending) is a problem.
        """
        inlines, origin = self.inlines(text), origin_of(text)
        for inline in walk.every_inline((b.Paragraph(inlines),)):
            if trouble := _MORE_THAN_WORDS.get(type(inline)):
                self.problem(Code.MORE_THAN_WORDS, *trouble, text)
        words = walk.words(inlines).strip()
        return Located.at(words, origin) if origin else words

    def link(self, words: str, url: str, at: str) -> Inlines:
        """Return a link; only its words, and a problem, when ``url`` is not an http, https or mailto address."""
        inlines, address = self.inlines(words), markup.address(url)
        if any(isinstance(inline, b.Link | b.Reference) for inline in inlines):
            self.problem(Code.WRONG_LINK, "there is a link inside another link", "remove the inner link", words)
        if address is None:
            self.problem(
                Code.NOT_AN_ADDRESS,
                f'"{at}" is not an address',
                "write it as https://…, or as name@example.org for email",
                at,
            )
            return inlines
        return (b.Link(inlines, address),)

    def term(self, name: str, **values: str) -> str:
        """Return a printed word of the council; ``values`` replace the names in its braces."""
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
        """Return what is pending, in the council's words."""
        owner, what = self.bare(given.owner), self.bare(given.what)
        if not (owner and what):  # reported already
            return b.Pending("", "", owner, what)
        words = evolve(given, owner=owner, what=what)
        return scopes.pending(words, self.document, self.council)

    def pattern(self, text: str) -> NumberPattern | None:
        """Return a number pattern; None, and a problem, when the text does not show a number."""
        try:
            return NumberPattern.parse(text)
        except ValueError:
            hint = 'show the first number as it will be printed, such as "1.", "1.1", "(a)" or "Section 1:"'
            self.problem(Code.NOT_A_NUMBER_PATTERN, f'"{text}" does not show a number', hint, text)
            return None

    def problem(self, code: Code, fact: str, hint: str, at: object) -> None:
        """Note an error; ``at`` is its place."""
        self.problems.append(Problem(code, fact, hint, origin_of(at)))

    def warn(self, code: Code, fact: str, hint: str, at: object) -> None:
        """Note a warning about something that does not prevent the document from being built."""
        self.problems.append(Problem(code, fact, hint, origin_of(at), Severity.WARNING))

    def _noting(self, read: tuple[T, tuple[Problem, ...]]) -> T:
        """Return what was read, and note its problems."""
        found, problems = read
        self.problems.extend(problems)
        return found


@frozen(kw_only=True)
class ReportContext(Context):
    """The context of a report."""

    document: Report
    layout: ReportLayout


@frozen(kw_only=True)
class PublicationContext(Context):
    """The context of a publication."""

    document: Publication
    layout: PublicationLayout


@frozen(kw_only=True)
class AssessmentContext(PublicationContext):
    """The context of a strategic assessment."""

    document: StrategicAssessment
    layout: AssessmentLayout


@frozen(kw_only=True)
class PlanContext(PublicationContext):
    """The context of a plan."""

    document: Plan
    layout: PlanLayout


@frozen(kw_only=True)
class HighlightContext(Context):
    """The context of a highlight report."""

    document: HighlightReport
    layout: HighlightLayout
