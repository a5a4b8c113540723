"""From a model to numbered blocks, and everything that is found on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from csp_docs.blocks import Document
from csp_docs.checks import findings
from csp_docs.checks.pending import owed
from csp_docs.compose import compose
from csp_docs.council.template import read_council, theme_of
from csp_docs.errors import Code, CspDocsError, Problem, Severity, TemplateError, errors_in, origin_of
from csp_docs.model import CouncilDocument
from csp_docs.model.closed import with_public_titles
from csp_docs.output.covers import with_cover_look
from csp_docs.records import record
from csp_docs.text.placed import placed
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.editions import has_closed_parts
from csp_docs.typesetting.margins import with_room_for
from csp_docs.typesetting.numbering import resolve

_WITHOUT_PAGES = {"html", "site", "xlsx", "csv"}
"""Formats in which a table may be as wide as it likes."""
_TOO_WIDE = (Code.TABLE_TOO_WIDE, Code.FIGURES_TOO_WIDE, Code.COLUMNS_TOO_NARROW)
_NOT_FOUND = (Code.UNKNOWN_COUNCIL, Code.FILE_NOT_FOUND)


@record
class Checked:
    """A document as blocks, the council's theme, and findings in the order in which they were made.

    ``files`` are the names of the formats that the council publishes, and ``checks`` those of its own checks.
    """

    blocks: Document
    theme: Theme
    findings: tuple[Problem, ...]
    files: tuple[str, ...]
    checks: tuple[str, ...]


def composed(given: CouncilDocument) -> Checked:
    """Return a document without numbers yet; the findings are about its texts, its council, and what is pending.

    Raises TemplateError if there is no template to compose it with.
    """
    return _composed(*placed(given))


def checked(given: CouncilDocument, folder: str = "", *, public: bool = False) -> Checked:
    """Return a document with its numbers; the findings are everything that can be found before it is laid out.

    The names of files in a script are relative to ``folder``. The ``public`` edition leaves out what is not for the
    public. Raises TemplateError if there is no template to compose it with.
    """
    document, left_out = placed(given, folder)
    document = with_public_titles(document) if public else document
    unnumbered = _composed(document, left_out)
    blocks, problems = resolve(unnumbered.blocks, unnumbered.theme, public=public)
    said = (*unnumbered.findings, *problems, *_edition(document, unnumbered.blocks, public))
    return evolve(unnumbered, blocks=blocks, findings=(*findings(document, unnumbered.checks), *said))


def written_as(found: Checked, formats: Iterable[str]) -> Checked:
    """Return a document with the findings that matter in these ``formats``: not all have pages."""
    if set(formats) - _WITHOUT_PAGES:
        return found
    return evolve(found, findings=tuple(finding for finding in found.findings if finding.code not in _TOO_WIDE))


def _edition(document: CouncilDocument, composed: Document, public: bool) -> Iterator[Problem]:
    """Yield a note if the whole edition has something that is not for the public, or if nothing is to be left out."""
    closed, place = has_closed_parts(composed), origin_of(document.title)
    if closed and not public:
        fact = "this edition has something that is not for the public"
        hint = "for the public, build the edition without it: `csp-docs build --public`, or `save(…, public=True)`"
        yield Problem(Code.NOT_FOR_PUBLIC, fact, hint, place, Severity.NOTE)
    if public and not closed:
        fact = "everything in the document is for the public, so nothing is left out of the public edition"
        yield Problem(Code.NOTHING_LEFT_OUT, fact, "", place, Severity.NOTE)


def _composed(document: CouncilDocument, left_out: tuple[Problem, ...]) -> Checked:
    try:
        council, of_council = read_council(document)
    except CspDocsError as error:
        raise TemplateError((*left_out, *_not_said(error.findings, left_out))) from None
    blocks, problems = compose(document, council)
    if len(council.editions) > 1:
        from csp_docs.compose.assembled import saying_editions

        blocks = saying_editions(blocks, council)
    look = theme_of(council.theme)
    look = look.for_publication() if blocks.publication else look
    theme = with_cover_look(blocks, with_room_for(blocks, blocks.marking, look))
    found = _not_said((*of_council, *problems), left_out)
    files = tuple(format_.value for format_ in council.files)
    return Checked(blocks, theme, (*left_out, *found, *owed(document, blocks)), files, council.checks)


def _not_said(findings: Iterable[Problem], left_out: tuple[Problem, ...]) -> Iterator[Problem]:
    """Yield the findings but for files that do not exist because their names are damaged, which is an error already."""
    damaged = {problem.path for problem in errors_in(left_out)}
    return (found for found in findings if found.code not in _NOT_FOUND or found.path not in damaged)
