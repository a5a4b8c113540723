"""The public functions: they raise errors and issue warnings; everything below them returns findings as values."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import IO, TYPE_CHECKING, Any, ParamSpec, TypeVar

from csp_docs.blocks import Document
from csp_docs.council.files import names
from csp_docs.documents.kinds import KINDS
from csp_docs.documents.load import UNNAMED, read_file, read_keys, read_text
from csp_docs.documents.writing import keys_of, yaml_of
from csp_docs.errors import (
    CheckError,
    Code,
    CspDocsError,
    DocumentWarning,
    LoadError,
    Problem,
    RenderError,
    Severity,
    errors_in,
    in_order,
)
from csp_docs.model import CouncilDocument, Language
from csp_docs.model.choices import FormatName, LanguageName
from csp_docs.model.document import Builder, document_of
from csp_docs.model.values import file_name, named
from csp_docs.output.checked import Checked, checked, written_as
from csp_docs.output.files import keep_sources, printed
from csp_docs.output.formats import FORMATS, YAML, known_format
from csp_docs.output.targets import targets_of, write_to
from csp_docs.theme.theme import Theme

if TYPE_CHECKING:
    from csp_docs.comparing.compared import Comparison

P = ParamSpec("P")
T = TypeVar("T")


def load(path: str | os.PathLike[str], *, language: LanguageName | None = None) -> CouncilDocument:
    """Return the document that a YAML file describes, an object of the class that its ``kind`` names.

    A file with texts in English and Welsh describes two editions: ``language`` is the one to load, "en-GB" or "cy-GB";
    the default is the one that the file names. Raises ModelError for another language.
    The documents that its appendices name are loaded with it. Files of appendices and pictures must be in the file's
    folder or below. Raises LoadError with every problem of all these files; issues a DocumentWarning for what was left
    out of them.

    >>> load("plan.yaml").title
    'Safer Anytown'
    """
    return _settled(read_file, path, named(Language, language).value if language else "")


def loads(text: str, name: str = UNNAMED, *, folder: str | os.PathLike[str] = "") -> CouncilDocument:
    r"""Return the document that a YAML text describes, as if it was in the file ``name``, in ``folder``.

    Raises LoadError with every problem, and issues a DocumentWarning for what was left out.

    >>> loads("kind: plan\ntitle: Safer Anytown\ncouncil: harborough\n").kind
    'plan'
    """
    if not isinstance(text, str):
        fact = f"the document must be a text, not {type(text).__name__}"
        raise LoadError([Problem(Code.WRONG_TYPE, fact, "decode bytes as UTF-8, or read a file with `load`")])
    within = file_name(folder)
    return _settled(read_text, text, str(Path(within, file_name(name) or UNNAMED)) if within else name)


def check(
    document: CouncilDocument | Builder, *, folder: str | os.PathLike[str] = "", public: bool = False
) -> list[Problem]:
    """Return all findings about a document, in the order of its file: errors, warnings and notes.

    A document without errors can be built, unless its font lacks a character or a file cannot be written. A document
    with errors does not raise anything. What was left out while its file was read is not in the document any more:
    ``load`` issues warnings for that, and ``csp-docs check`` lists it with all else. ``folder`` is as for ``save``.
    With ``public``, the findings are about the public edition.

    >>> [str(problem) for problem in check(load("plan.yaml"))]
    []
    """
    given, within = document_of(document), file_name(folder)
    try:
        return list(in_order(checked(given, within, public=public).findings))
    except CspDocsError as error:
        return list(in_order(error.findings))


def render(
    document: CouncilDocument | Builder,
    format: FormatName,  # noqa: A002 - the word that a caller expects
    *,
    folder: str | os.PathLike[str] = "",
    public: bool = False,
) -> bytes:
    """Return the bytes of a document in a ``format``: the same for the same document.

    The formats are "docx", "pdf", "html", "xlsx" (its tables and charts), "csv" (the same in a zip) and "yaml".

    ``folder`` is as for ``save``. The ``public`` edition leaves out what is not for the public; its place says why.
    Raises CspDocsError with all problems; issues a DocumentWarning for each warning.

    >>> render(load("plan.yaml"), "pdf")[:8]
    b'%PDF-1.7'
    """
    [content] = _contents(document_of(document), [(known_format(format), None)], file_name(folder), public)
    return content


def save(
    document: CouncilDocument | Builder,
    *targets: str | os.PathLike[str] | IO[bytes],
    format: FormatName | None = None,  # noqa: A002 - the word that a caller expects
    folder: str | os.PathLike[str] = "",
    public: bool = False,
) -> tuple[Path, ...]:
    """Return the files written: one for each path, in the format of its ending.

    The endings are ``.docx``, ``.pdf``, ``.html``, ``.xlsx`` (a workbook of its tables and charts), ``.zip`` (the same
    as CSV) and ``.yaml``. A file that is open for writing bytes needs ``format``, which may also be given for paths
    with other endings.

    Names of files in a script (pictures, areas, a council's template) are relative to ``folder``, for example
    ``Path(__file__).parent``. Without it, they are relative to the working folder, or to the one in which the script
    named them. They may lead to any file; what a YAML file names stays in its own folder.

    The ``public`` edition leaves out what is not for the public; its place says why. Choose another path for it than
    for the whole edition. YAML is what ``dumps`` returns, whether the document can be printed yet or not.

    Raises CspDocsError with all problems; no file is written then. Issues a DocumentWarning for each warning.

    >>> [path.name for path in save(load("plan.yaml"), "plan.docx", "plan.pdf")]
    ['plan.docx', 'plan.pdf']
    """
    given, within, wanted = document_of(document), file_name(folder), targets_of(targets, format)
    keep_sources(given, tuple(target.path for target in wanted if target.path and target.format != YAML))
    contents = _contents(given, [(target.format, target.folder) for target in wanted], within, public)
    return write_to(dict(zip(wanted, contents, strict=True)))


def dumps(document: CouncilDocument | Builder, *, folder: str | os.PathLike[str] = "") -> str:
    """Return a document as the YAML that an author would write by hand: ``loads`` reads it to an equal document.

    Of a document that was loaded from a file, what did not change is as it is in the file, with its comments. Names of
    files in a script are relative to ``folder``, for which the text is meant. Raises CspDocsError for what YAML cannot
    hold: a picture that is given as bytes, and a file in another folder.

    >>> print(dumps(plan("Safer Anytown", council="harborough", period="2026-2029").contents()), end="")
    kind: plan
    council: harborough
    title: Safer Anytown
    period: 2026-2029
    contents: yes
    """
    return render(document, "yaml", folder=folder).decode()


def to_dict(document: CouncilDocument | Builder, *, folder: str | os.PathLike[str] = "") -> dict[str, Any]:
    """Return a document as the keys and values that its YAML would have, without what is as usual.

    Values are texts, whole numbers, True and False, lists and mappings, so that they can be sent as JSON. ``folder``
    and errors are as for ``dumps``.

    >>> to_dict(plan("Safer Anytown", council="harborough", period="2026-2029"))
    {'kind': 'plan', 'council': 'harborough', 'title': 'Safer Anytown', 'period': '2026-2029'}
    """
    return _settled(keys_of, document_of(document), file_name(folder))


def from_dict(keys: Mapping[str, Any], *, folder: str | os.PathLike[str] = "") -> CouncilDocument:
    """Return the document that keys with values describe, such as those of ``to_dict``, JSON or another YAML reader.

    They may be from somebody else: what they name must be in ``folder`` or below it, as for a file there. Raises
    LoadError with every problem, and issues a DocumentWarning for what was left out.

    >>> from_dict({"kind": "plan", "title": "Safer Anytown", "council": "harborough", "date": date(2026, 3, 1)}).date
    datetime.date(2026, 3, 1)
    """
    return _settled(read_keys, keys, file_name(folder))


def kinds() -> dict[str, type[CouncilDocument]]:
    """Return the kinds of document: the name of each with its class.

    >>> sorted(kinds())
    ['cabinet_report', 'highlight_report', 'plan', 'scrutiny_report', 'strategic_assessment']
    """
    return dict(KINDS)


def councils() -> dict[str, str]:
    """Return the councils whose templates come with csp_docs: the name of each template with that of its council.

    >>> councils()["harborough"]
    'Harborough District Council'
    """
    return names()


def compare(*paths: str | os.PathLike[str]) -> Comparison:
    """Return whether files say the same: Word files, PDFs and web pages of any origin, each compared with the first.

    The folder of a site counts as two files: its pages, one after the other, and its page with the whole document.

    The result is ``same`` or has ``pairs`` with their first ``differences``, each with its place in both files. The
    ``readings`` say what is not compared in each file (docs/same.md), and whether it was ``edited``: then its words do
    not have the fingerprint that it was written with. Raises CspDocsError with all files that cannot be read.

    >>> word, pdf = save(load("plan.yaml"), "plan.docx", "plan.pdf")
    >>> compare(word, pdf).same
    True
    """
    from csp_docs.comparing.compared import compared

    if len(paths) < 2:
        fact = f"files are compared with each other, and {len(paths)} is named"
        raise CspDocsError([Problem(Code.NOT_COMPARED, fact, 'name two or more: compare("report.docx", "report.pdf")')])
    return compared([file_name(path) for path in paths])


def numbered(
    document: CouncilDocument | Builder, *, folder: str | os.PathLike[str] = "", public: bool = False
) -> tuple[Document, Theme]:
    """Return a document as blocks with their numbers, and the council's theme, for your own writer.

    ``folder`` is as for ``save``. The ``public`` edition has none of the blocks and words that are not for the public.
    Raises CspDocsError with all problems; issues a DocumentWarning for each warning.
    """
    found = _checked(document, folder, public)
    return found.blocks, found.theme


def _contents(
    document: CouncilDocument, wanted: Sequence[tuple[str, Path | None]], folder: str, public: bool
) -> list[bytes]:
    """Return a document in the formats that are ``wanted``, each with the folder of its file if it will be in one."""
    pages = [name for name, _ in wanted if name != YAML]
    made = printed(_checked(document, folder, public, pages), pages) if pages else {}
    if public and len(pages) < len(wanted):
        hint = "YAML holds the whole document: choose another format"
        raise RenderError([Problem(Code.NOT_FOR_YAML, "the public edition cannot be written as YAML", hint)])
    return [made[name] if name in made else _settled(yaml_of, document, folder, home) for name, home in wanted]


def _checked(
    document: CouncilDocument | Builder, folder: str | os.PathLike[str], public: bool, formats: Iterable[str] = FORMATS
) -> Checked:
    return _settled(_without_errors, document_of(document), file_name(folder), public, formats)


def _without_errors(
    document: CouncilDocument, folder: str, public: bool, formats: Iterable[str]
) -> tuple[Checked, tuple[Problem, ...]]:
    found = written_as(checked(document, folder, public=public), formats)
    if errors_in(found.findings):
        raise CheckError(found.findings)
    return found, found.findings


def _settled(work: Callable[P, tuple[T, tuple[Problem, ...]]], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what ``work`` makes; the warnings that it returns, or raises with errors, are issued."""
    try:
        made, findings = work(*args, **kwargs)
    except CspDocsError as error:
        with suppress(DocumentWarning):  # raised if filters turn warnings into errors: the errors matter more
            _issue(error.findings)
        raise
    _issue(findings)
    return made


def _issue(findings: Iterable[Problem]) -> None:
    """Issue a DocumentWarning for each warning among ``findings``, at the line of the caller of this package.

    Each is issued with an empty registry: otherwise Python would drop a warning that is like an earlier one.
    """
    caller = _caller()
    module = str(caller.f_globals.get("__name__", ""))
    for finding in dict.fromkeys(findings):
        if finding.severity is Severity.WARNING:
            warnings.warn_explicit(
                DocumentWarning(finding), DocumentWarning, caller.f_code.co_filename, caller.f_lineno, module, {}
            )


def _caller() -> FrameType:
    """Return the place in a script from which this package was called."""
    frame = sys._getframe()
    while frame.f_back and str(frame.f_globals.get("__name__", "")).partition(".")[0] == __package__:
        frame = frame.f_back
    return frame
