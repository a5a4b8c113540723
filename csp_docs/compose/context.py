"""What every part of composing needs: the model, its council, the words of the edition, and a place for problems."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Self, TypeAlias, TypeVar

from attrs import evolve, field

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Document, Inlines, walk
from csp_docs.blocks.counters import NumberPattern
from csp_docs.compose import scope as scopes
from csp_docs.compose.measured import Measures, by_id
from csp_docs.council.layouts import (
    AssessmentLayout,
    HighlightLayout,
    Layout,
    PlanLayout,
    PublicationLayout,
    ReportLayout,
)
from csp_docs.council.template import CouncilTemplate, theme_of
from csp_docs.errors import Code, Located, Problem, Severity, language_of, origin_of
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
from csp_docs.model.closed import closed_names
from csp_docs.model.dates import Day, Period
from csp_docs.records import record
from csp_docs.text import markup
from csp_docs.text.expressions import Scope
from csp_docs.theme.theme import Page, Theme

T = TypeVar("T")
_LANGUAGES = {"en-GB": "English", "cy-GB": "Welsh"}
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


@record(kw_only=True)
class Context:
    """The context of one document. Problems are collected, so that all are reported at once.

    ``compose`` makes blocks of another document inside an appendix. ``printed`` gathers what of the document has been
    printed, as paths (``meeting.body``), ``tabled`` the ids of charts whose numbers are in tables at the end,
    ``passages`` the ids that tables and figures have because they are not for the public. ``part_closed`` says whether
    a part of the document is not for the public, if that differs. The document ``around`` a highlight report defines
    its measures. ``page`` is the page that content is for, if it is not a usual one: a landscape page, or a column of
    a grid.
    """

    document: CouncilDocument
    council: CouncilTemplate
    layout: Layout
    scope: Scope
    compose: Compose
    printed: set[str] = field(factory=set)
    tabled: set[str] = field(factory=set)
    passages: list[str] = field(factory=list)
    part_closed: bool | None = None
    problems: list[Problem] = field(factory=list)
    around: CouncilDocument | None = None
    page: Page | None = None

    @property
    def theme(self) -> Theme:
        """The look of the document, with the page or the column that content is for."""
        theme = theme_of(self.council.theme)
        return evolve(theme, page=self.page) if self.page else theme

    def on(self, page: Page | None) -> Context:
        """Return this context for content on another ``page``, or on a usual one."""
        return evolve(self, page=page)

    @property
    def closed(self) -> bool:
        """Whether this is not for the public: parts for the public may not use anything of it."""
        return self.document.access.closed if self.part_closed is None else self.part_closed

    @property
    def measures(self) -> Mapping[str, Measure]:
        """The measures that tables may name, by id."""
        return by_id(self.around or self.document)

    @property
    def closed_measures(self) -> Collection[str]:
        """The ids of those among them that are not for the public and may not be named here."""
        known = self.scope.names["measures"]
        return known.closed if isinstance(known, Measures) else ()

    def for_closed(self) -> Self:
        """Return the context of a part that is not for the public: it may use everything."""
        return evolve(self, part_closed=True, scope=scopes.for_closed(self.scope))

    def for_open(self) -> Self:
        """Return the context of an appendix for the public in a document that is not: it may use little of that."""
        title = self.for_public().bare(self.document.access.public_title)
        return evolve(self, part_closed=False, scope=scopes.for_open(self.scope, title, self.document, self.council))

    def for_public(self) -> Self:
        """Return the context of words for the public about something that is not."""
        if not self.closed:
            return self
        return evolve(self, part_closed=False, scope=scopes.for_open(self.scope, "", self.document, self.council))

    def taken(self, name: str, at: str) -> None:
        """Note a problem if a part for the public prints what a document or a part that is not gives or prints."""
        whole = self.document.access.closed
        if not self.closed and (whole or name in closed_names(self.document)):
            where, or_else = (
                ("document", "") if whole else ("part", ", or the `access` of the section that generates it")
            )
            fact = f'"{name}" is in a {where} that is not for the public, so it cannot be printed here'
            self.problem(Code.TAKEN_FROM_CLOSED, fact, f"remove it here{or_else}", at)

    def naming(self, **names: object) -> Context:
        """Return this context where ``{{ }}`` can also use ``names``."""
        scope = self.scope
        return evolve(self, scope=evolve(scope, names={**scope.names, **names}, withheld=scope.withheld - names.keys()))

    def unseen(self) -> Context:
        """Return this context for words that no page shows: what their ``{{ }}`` use is not printed by them."""
        return evolve(self, scope=evolve(self.scope, used=set()))

    def blocks(self, text: str, *, numbered: bool = False) -> Blocks:
        """Return the paragraphs and lists of a text of content. Addresses in it are links."""
        return self._linked(text, markup.blocks(text, self.scope, numbered=numbered))

    def paragraphs(self, text: str, *, numbered: bool = False) -> Blocks:
        """Return the paragraphs and lists of any other text, such as a cell: one line is never a list."""
        return self._linked(text, markup.paragraphs(text, self.scope, numbered=numbered))

    def _linked(self, text: str, read: tuple[Blocks, markup.Problems]) -> Blocks:
        """Return the blocks that were read of a text, with its addresses as links, in its own language."""
        found = markup.linked_blocks(self._noting(read))
        return self._in_language_of(text, found) if language_of(text) else found

    def inlines(self, text: str) -> Inlines:
        """Return a text's words with their marks. Addresses in it are links."""
        return self._in_own_language(text, markup.linked(self._as_marked(text)))

    def plain(self, text: str) -> str:
        """Return only a text's words."""
        return self._noting(markup.plain(text, self.scope))

    def bare(self, text: str) -> str:
        """Return a text for a place where only words can appear: a drawing, an alternative text, a label.

        Anything more than words (a link, a reference, a footnote, words that are pending) is a problem.
        """
        inlines, origin = self._as_marked(text), origin_of(text)
        for inline in walk.every_inline((b.Paragraph(inlines),)):
            if trouble := _MORE_THAN_WORDS.get(type(inline)):
                self.problem(Code.MORE_THAN_WORDS, *trouble, text)
        words = walk.words(inlines).strip()
        return Located.at(words, origin) if origin else words

    def link(self, words: str, url: str, at: str) -> Inlines:
        """Return a link; only its words, and a problem, when ``url`` is not an http, https or mailto address."""
        inlines, address = self._as_marked(words), markup.address(url)
        if any(isinstance(inline, b.Link | b.Reference) for inline in inlines):
            self.problem(Code.WRONG_LINK, "there is a link inside another link", "remove the inner link", words)
        if address is None:
            hint = "write it as https://…, or as name@example.org for email"
            self.problem(Code.NOT_AN_ADDRESS, f'"{at}" is not an address', hint, at)
            return inlines
        return (b.Link(inlines, address),)

    def term(self, name: str, **values: str) -> str:
        """Return a printed word of the council; ``values`` replace the names in its braces."""
        self.note_language(self.council.terms[name])
        return scopes.term(self.council, name, **values)

    def words(self, name: str) -> Inlines:
        """Return a printed word of the council as inlines."""
        return self._in_own_language(self.council.terms[name], (b.Text(self.term(name)),))

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

    def note_language(self, text: str) -> str:
        """Return the language of a text of the template, and warn of it, if the edition is in another one."""
        language = language_of(text)
        if language:
            fact = f'"{text}" is printed in {_LANGUAGES[language]}: the template does not give it in the other language'
            self.warn(Code.OTHER_LANGUAGE, fact, "give it in both languages: {en: …, cy: …}", text)
        return language

    def problem(self, code: Code, fact: str, hint: str, at: object) -> None:
        """Note an error; ``at`` is its place."""
        self.problems.append(Problem(code, fact, hint, origin_of(at)))

    def warn(self, code: Code, fact: str, hint: str, at: object) -> None:
        """Note a warning about something that does not prevent the document from being built."""
        self.problems.append(Problem(code, fact, hint, origin_of(at), Severity.WARNING))

    def remark(self, code: Code, fact: str, hint: str, at: object) -> None:
        """Note something that may be meant as it is."""
        self.problems.append(Problem(code, fact, hint, origin_of(at), Severity.NOTE))

    def _in_own_language(self, text: str, inlines: Inlines) -> Inlines:
        language = self.note_language(text)
        return (b.InLanguage(inlines, language),) if language and inlines else inlines

    def _in_language_of(self, text: str, blocks: Blocks) -> Blocks:
        def each(below: Blocks) -> Blocks:
            return tuple(
                walk.rebuilt(block, each, lambda inlines: self._in_own_language(text, inlines)) for block in below
            )

        return each(blocks)

    def _as_marked(self, text: str) -> Inlines:
        return self._noting(markup.inlines(text, self.scope))

    def _noting(self, read: tuple[T, tuple[Problem, ...]]) -> T:
        """Return what was read, and note its problems."""
        found, problems = read
        self.problems.extend(problems)
        return found


class ReportContext(Context):
    """The context of a report."""

    __slots__ = ()
    document: Report
    layout: ReportLayout


class PublicationContext(Context):
    """The context of a publication."""

    __slots__ = ()
    document: Publication
    layout: PublicationLayout


class AssessmentContext(PublicationContext):
    """The context of a strategic assessment."""

    __slots__ = ()
    document: StrategicAssessment
    layout: AssessmentLayout


class PlanContext(PublicationContext):
    """The context of a plan."""

    __slots__ = ()
    document: Plan
    layout: PlanLayout


class HighlightContext(Context):
    """The context of a highlight report."""

    __slots__ = ()
    document: HighlightReport
    layout: HighlightLayout
