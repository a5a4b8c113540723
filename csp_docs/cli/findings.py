"""What a command found: on the error stream in words, or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import click
from attrs import evolve

from csp_docs.errors import Code, CspDocsError, Origin, Problem, Severity, errors_in, in_order, visible

Work: TypeAlias = Callable[[list[Problem]], None]
"""What a command does; its findings are added to the list, and so are the errors that it raises."""
FILE = click.Path(path_type=Path)
SHAPE = click.option(
    "--format", "shape", default="text", type=click.Choice(("text", "json")), help="How to print findings."
)
STRICT = click.option("--strict", is_flag=True, help="Exit with 1 if there are warnings too.")
PUBLIC = click.option("--public", is_flag=True, help="The edition for the public, without what is exempt.")
LANGUAGE = click.option(
    "--language",
    "languages",
    multiple=True,
    type=click.Choice(("cy-GB", "en-GB")),
    help="A language to write an edition in; the default is what the document or its council names.",
)


def say(text: str, *, err: bool = False) -> None:
    """Print a text, on the error stream if ``err``, with nothing in it that a terminal would obey."""
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)  # what shows the progress on this line is drawn anew below it
    click.echo("\n".join(map(visible, text.split("\n"))), err=err)


def reported(work: Work) -> bool:
    """Return whether ``work`` was done without an error; its findings go to the error stream, errors first."""
    found = findings_of(work)
    errors = in_order(errors_in(found))
    for finding in (*errors, *(finding for finding in found if finding not in errors)):
        say(as_text(finding), err=True)
    return not errors


def findings_of(work: Work) -> tuple[Problem, ...]:
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


def as_text(finding: Problem) -> str:
    """Return a finding in words; one that is not an error begins with its severity."""
    return str(finding) if finding.severity is Severity.ERROR else f"{finding.severity.value}: {finding}"


def placed(file: Path, findings: Iterable[Problem]) -> Iterator[Problem]:
    """Yield ``findings``; one about a file that cannot be read has the file, and no line."""
    for finding in findings:
        yield finding if finding.file else evolve(finding, origin=Origin(str(file), 0, 0, finding.path))


def as_json(finding: Problem) -> dict[str, str | int | None]:
    """Return a finding as values of JSON, which are null where it has none."""
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


def print_findings(by_file: Mapping[Path, tuple[Problem, ...]], shape: str, *, strict: bool) -> bool:
    """Print what was found in files, as text or JSON; return whether there is no error or, if ``strict``, warning."""
    found = in_order(chain(*by_file.values()))
    if shape == "json":
        import json

        shown = in_order(finding for file, findings in by_file.items() for finding in placed(file, findings))
        say(json.dumps([as_json(finding) for finding in shown], ensure_ascii=False, indent=2))
    else:
        for finding in found:
            say(as_text(finding))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return not any(finding.severity in failing for finding in found)


def listed(titles: Mapping[str, str]) -> None:
    """Print names with what each of them means, below each other."""
    width = max(map(len, titles))
    for name, title in titles.items():
        say(f"{name:{width}}  {title}".rstrip())
