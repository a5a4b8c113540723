"""The command ``csp-docs``. Exit 0: done; 1: the document has problems; 2: wrong usage."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

import click
from attrs import evolve

from csp_docs.errors import Code, CspDocsError, LoadError, Origin, Problem, Severity, errors_in, in_order, visible
from csp_docs.output.formats import FORMATS, USUAL

Work: TypeAlias = Callable[[list[Problem]], None]
"""What a command does; its findings are added to the list, and so are the errors that it raises."""
_FILE = click.Path(path_type=Path)
_NEW_OBJECTS = 100_000
"""After how many new objects Python looks for garbage: modules and documents are large, and hardly any of it is."""
_PUBLIC = click.option("--public", is_flag=True, help="The edition for the public, without what is exempt.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="csp-docs")
def main() -> None:
    """Write council documents as Word and as accessible PDF."""
    gc.set_threshold(_NEW_OBJECTS)


@main.command()
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option(
    "--to", "formats", multiple=True, type=click.Choice(list(FORMATS)), help="A format; the default is Word and PDF."
)
@click.option(
    "--out",
    default=".",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write to; the default is the current one.",
)
@_PUBLIC
def build(files: tuple[Path, ...], formats: tuple[str, ...], out: Path, public: bool) -> None:
    """Build Word and PDF documents from YAML FILES.

    The files of the edition for the public have names that end with "-public".
    """
    if len({file.stem for file in files}) < len(files):
        raise click.UsageError("two of the files have the same name, so one document would replace the other")
    failed = [file for file in files if not _reported(partial(_build, file, formats or USUAL, out, public))]
    sys.exit(1 if failed else 0)


@main.command()
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--format", "shape", default="text", type=click.Choice(("text", "json")), help="How to print findings.")
@click.option("--strict", is_flag=True, help="Exit with 1 if there are warnings too.")
@_PUBLIC
def check(files: tuple[Path, ...], shape: str, strict: bool, public: bool) -> None:
    """List the errors and warnings in YAML FILES, and what is pending, without building them."""
    by_file = {file: _findings(partial(_check, file, public)) for file in files}
    found = in_order(chain(*by_file.values()))
    if shape == "json":
        import json

        placed = in_order(finding for file, findings in by_file.items() for finding in _placed(file, findings))
        _say(json.dumps([_as_json(finding) for finding in placed], ensure_ascii=False, indent=2))
    else:
        for finding in found:
            _say(_as_text(finding))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    sys.exit(1 if any(finding.severity in failing for finding in found) else 0)


@main.command()
@click.argument("files", nargs=-1, required=True, type=_FILE)
def pending(files: tuple[Path, ...]) -> None:
    """List what is pending in YAML FILES by owner, with lines and due dates."""
    from csp_docs.checks.pending import by_owner

    owed: list[Problem] = []
    composed = [_reported(partial(_compose, file, owed)) for file in files]
    for owner, items in (listed := by_owner(owed)).items():
        _say(owner)
        for item in items:
            place, due = f"{item.origin}  " if item.origin else "", f" (due {item.due})" if item.due else ""
            _say(f"  {place}{item.what}{due}")
    if any(composed) and not listed:
        _say("Nothing is pending.")
    sys.exit(0 if all(composed) else 1)


@main.command()
def councils() -> None:
    """List the council templates that documents can use."""
    from csp_docs.council.files import names

    _listed({name: council for name, council in names().items() if council})


@main.command()
@click.argument("name", required=False)
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
def new(name: str | None, file: Path | None) -> None:
    """Write the document skeleton NAME to FILE (the default is NAME.yaml), or list the skeletons without NAME."""
    from csp_docs.documents import skeletons
    from csp_docs.output.files import write_new

    if not name:
        _listed(skeletons.names())
        return
    target = file or Path(f"{name}.yaml")
    if not _reported(lambda _: write_new(target, skeletons.content(name), f"csp-docs new {name} FILE")):
        sys.exit(1)
    _say(str(target))


@main.command()
@click.option("--data", required=True, multiple=True, type=_FILE, help="Street files: a folder, a file or a zip.")
@click.option("--area", required=True, help="The district that the topics are about.")
@click.option("--peer", "peers", multiple=True, help="A district to compare it with; you can repeat this option.")
@click.option(
    "--target", "targets", multiple=True, help='A target for 12 months: "Burglary=-5%"; you can repeat this option.'
)
@click.option("--populations", type=_FILE, help="A CSV file with the columns LSOA code, LSOA name, Population.")
@click.option("--ons", type=_FILE, help="An ONS table as CSV: recorded crime by partnership.")
@click.option("--ons-period", default="", help='The period of the ONS table: "the year ending December 2024".')
@click.option("--shapes", type=_FILE, help="The areas of maps: a GeoJSON file in the folder of the output or below.")
@click.option(
    "--shapes-key", default="", help="The property of the areas that has their LSOA codes; the default is their id."
)
@click.option(
    "--shapes-name",
    default="",
    help="The property that has their names; the default is the one that matches the street files.",
)
@click.option("--council", default="", help="The name or the file of a council template.")
@click.option(
    "-o", "--output", default="topics.yaml", type=_FILE, help="The file to write; the default is topics.yaml."
)
def topics(output: Path, **given: Any) -> None:
    """Write a draft strategic assessment, with topics made from street files of data.police.uk."""
    if not _reported(lambda found: _topics(output, found, **given)):
        sys.exit(1)
    _say(str(output))


def _topics(output: Path, found: list[Problem], **given: Any) -> None:
    from csp_docs.data.draft import draft
    from csp_docs.output.files import write_new

    try:
        text, findings = draft(output, **given)
    except ModuleNotFoundError as error:
        raise click.ClickException(str(error)) from error
    found += findings
    _judge_new(text, output, found)
    write_new(output, text.encode(), "csp-docs topics … -o FILE")


def _judge_new(text: str, file: Path, found: list[Problem]) -> None:
    """Refuse a document that could not be built. Raises LoadError without lines, as there is no file yet."""
    from csp_docs.documents.load import read_text
    from csp_docs.output.checked import checked

    try:
        document, findings = read_text(text, str(file))
        findings += checked(document).findings
    except CspDocsError as error:
        findings = error.findings
    if errors_in(findings):
        raise LoadError(evolve(finding, origin=None) for finding in findings)
    found += (finding for finding in findings if finding.severity is Severity.WARNING)


def _listed(titles: dict[str, str]) -> None:
    width = max(map(len, titles))
    for name, title in titles.items():
        _say(f"{name:{width}}  {title}".rstrip())


def _build(file: Path, formats: tuple[str, ...], out: Path, public: bool, found: list[Problem]) -> None:
    from csp_docs.documents.load import read_file
    from csp_docs.output.checked import checked
    from csp_docs.output.files import keep_sources, write

    document, findings = read_file(file)
    found += findings
    complete = checked(document, public=public)
    found += complete.findings
    if not errors_in(found):
        stem = f"{file.stem}-public" if public else file.stem
        targets = tuple(out / f"{stem}{FORMATS[name].ending}" for name in dict.fromkeys(formats))
        keep_sources(document, targets)
        write(complete, targets)
        for target in targets:
            _say(str(target))


def _check(file: Path, public: bool, found: list[Problem]) -> None:
    from csp_docs.documents.load import read_file
    from csp_docs.output.checked import checked

    document, findings = read_file(file)
    found += findings
    found += checked(document, public=public).findings


def _compose(file: Path, owed: list[Problem], found: list[Problem]) -> None:
    """Add what is pending in a file to ``owed``, and all that prevents it from being composed to ``found``."""
    from csp_docs.checks.pending import Owed
    from csp_docs.documents.load import read_file
    from csp_docs.output.checked import composed

    document, findings = read_file(file)
    found += findings
    given = composed(document).findings
    found += (finding for finding in given if not isinstance(finding, Owed))
    if not errors_in(found):
        owed += (finding for finding in given if isinstance(finding, Owed))


def _say(text: str, *, err: bool = False) -> None:
    """Print a text, on the error stream if ``err``, with nothing in it that a terminal would obey."""
    click.echo("\n".join(map(visible, text.split("\n"))), err=err)


def _reported(work: Work) -> bool:
    """Return whether ``work`` was done without an error; its findings go to the error stream, errors first."""
    found = _findings(work)
    errors = in_order(errors_in(found))
    for finding in (*errors, *(finding for finding in found if finding not in errors)):
        _say(_as_text(finding), err=True)
    return not errors


def _findings(work: Work) -> tuple[Problem, ...]:
    """Return what ``work`` finds, each finding once."""
    found: list[Problem] = []
    try:
        work(found)
    except CspDocsError as error:
        found += error.findings
    except OSError as error:
        file = f"{error.filename}: " if error.filename else ""
        found.append(Problem(Code.SYSTEM_REFUSED, f"{file}{error.strerror}"))
    return tuple(dict.fromkeys(found))


def _as_text(finding: Problem) -> str:
    return str(finding) if finding.severity is Severity.ERROR else f"{finding.severity.value}: {finding}"


def _placed(file: Path, findings: Iterable[Problem]) -> Iterator[Problem]:
    """Yield ``findings``; one about a file that cannot be read has the file, and no line."""
    for finding in findings:
        yield finding if finding.file else evolve(finding, origin=Origin(str(file), 0, 0, finding.path))


def _as_json(finding: Problem) -> dict[str, str | int | None]:
    return {
        "code": str(finding.code),
        "severity": finding.severity.value,
        "file": finding.file or None,
        "line": finding.line,
        "column": finding.column,
        "path": finding.path or None,
        "fact": finding.fact,
        "hint": finding.hint or None,
    }
