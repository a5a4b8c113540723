"""What every part of composing needs: the model, its council, the words of the edition, and a place for problems."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from attrs import field, frozen

from csp_docs import i18n, markup
from csp_docs.blocks import Blocks, Inlines, Link, Reference, Text
from csp_docs.characters import clean
from csp_docs.council import CouncilTemplate
from csp_docs.errors import CspDocsError, Problem, origin_of
from csp_docs.expressions import Scope
from csp_docs.layouts import ReportLayout
from csp_docs.model import Report
from csp_docs.numbers import NumberPattern

T = TypeVar("T")


@frozen
class Context:
    """The surroundings of one report. Problems are collected, so that all are reported at once."""

    report: Report
    council: CouncilTemplate
    layout: ReportLayout
    scope: Scope
    problems: list[Problem] = field(factory=list)

    def blocks(self, text: str, *, numbered: bool = False) -> Blocks:
        """Return a text's paragraphs and lists."""
        return self._noting(lambda: markup.blocks(text, self.scope, numbered=numbered), ())

    def inlines(self, text: str) -> Inlines:
        """Return a text's words with their marks."""
        return self._noting(lambda: markup.inlines(text, self.scope), ())

    def plain(self, text: str) -> str:
        """Return a text's words only."""
        return self._noting(lambda: markup.plain(text, self.scope), "")

    def link(self, words: str, url: str, at: str) -> Inlines:
        """Return a link; its words alone, and a problem, when ``url`` is no http, https or mailto address."""
        inlines, address = self.inlines(words), markup.address(url)
        if any(isinstance(inline, Link | Reference) for inline in inlines):
            self.problem("a link stands inside a link", "take the inner one away", words)
        if address is None:
            self.problem(f'"{at}" is no address', "write it as https://…, or as name@example.org for mail", at)
            return inlines
        return (Link(inlines, address),)

    def term(self, name: str) -> str:
        """Return a printed word of the council."""
        return " ".join(clean(self.council.terms[name]).split())

    def words(self, name: str) -> Inlines:
        """Return a printed word of the council as inlines."""
        return (Text(self.term(name)),)

    def longdate(self, day: date) -> str:
        """Return a date as the council prints it."""
        return i18n.longdate(day, self.report.language.value, self.council.formats.date.value)

    def pattern(self, text: str) -> NumberPattern | None:
        """Return a number pattern; None, and a problem, when the text shows no number."""
        try:
            return NumberPattern.parse(text)
        except ValueError:
            hint = 'show the first number as it is to be printed, such as "1.", "1.1", "(a)" or "Section 1:"'
            self.problem(f'"{text}" shows no number', hint, text)
            return None

    def problem(self, fact: str, hint: str, at: object) -> None:
        """Note a problem that stands at ``at``."""
        self.problems.append(Problem(fact, hint, origin_of(at)))

    def _noting(self, reading: Callable[[], T], nothing: T) -> T:
        """Return what ``reading`` gives, or ``nothing`` with its problems noted."""
        try:
            return reading()
        except CspDocsError as error:
            self.problems.extend(error.problems)
            return nothing


def scope_of(report: Report, council: CouncilTemplate) -> Scope:
    """Return the names and functions that ``{{ }}`` knows in a report."""
    language = report.language.value
    functions: dict[str, Callable[..., object]] = {
        "ref": lambda target, lower=False: Reference(str(target), bool(lower), origin=origin_of(target)),
        "longdate": lambda day: i18n.longdate(day, language, council.formats.date.value),
        "weekday": lambda day: i18n.weekday(day, language),
        "money": i18n.money,
        "number": i18n.number,
        "percent": i18n.percent,
        "change": lambda previous, current: i18n.change(previous, current, language),
    }
    names = {
        "council": council.council,
        "partnership": council.partnership,
        "date": report.date or report.meeting.date,
        "meeting": report.meeting,
    }
    return Scope({**names, "title": _title(report.title, Scope(names, functions))}, functions)


def _title(title: str, scope: Scope) -> str:
    """Return the title's words; what is wrong with it is told where it is printed."""
    try:
        return markup.plain(title, scope)
    except CspDocsError:
        return title
