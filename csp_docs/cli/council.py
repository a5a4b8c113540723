"""The command ``csp-docs council``: what templates there are, and what their papers look like."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import click

from csp_docs.cli import TO, Wanted, build_document
from csp_docs.cli.findings import FILE, SHAPE, STRICT, findings_of, listed, print_findings, reported, say
from csp_docs.errors import Problem, Severity, did_you_mean, errors_in


@click.group()
def council() -> None:
    """See the templates of councils, and try your own."""


@council.command("list")
def list_() -> None:
    """List the council templates that documents can use by their names, each with the kind of its council."""
    from csp_docs.council.files import facts

    titles = {name: f"{known['name']} ({known['kind']})" if known else "" for name, known in facts().items()}
    listed({name: title or "What all other templates extend" for name, title in titles.items()})


@council.command()
@click.argument("template", metavar="NAME|FILE")
@click.option("--kind", default="", metavar="KIND", help="Only how documents of this kind are laid out.")
def show(template: str, kind: str) -> None:
    """Print all that the council template NAME or FILE comes to.

    It is a template itself. Comments say where each value is from, and what each key means. Mistakes are reported too.
    """
    sys.exit(0 if reported(partial(_show, template, kind)) else 1)


@council.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@SHAPE
@STRICT
def check(files: tuple[Path, ...], shape: str, strict: bool) -> None:
    """List what is wrong with council templates, each in one of the FILES.

    These are mistakes, colours that cannot be read, and words without Welsh if the council prints Welsh too. Notes say
    what each layout does not print.
    """
    by_file = {file: findings_of(partial(_check, file)) for file in files}
    sys.exit(0 if print_findings(by_file, shape, strict=strict) else 1)


@council.command()
@click.argument("template", metavar="NAME|FILE")
@TO
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write to; the default is named after the template.",
)
def preview(template: str, formats: tuple[str, ...], out: Path | None) -> None:
    """Build a paper of every kind with sample words, in the look of the council template NAME or FILE."""
    from csp_docs.documents.kinds import KINDS

    folder = out or Path(f"{Path(template).stem}-preview")
    wanted = Wanted(formats, folder, "", public=False)
    works = [partial(_sample, kind, Path(template), wanted) for kind in KINDS]
    sys.exit(0 if reported(lambda found: found.extend(chain(*map(findings_of, works)))) else 1)


def _show(template: str, kind: str, found: list[Problem]) -> None:
    from csp_docs.documents.kinds import KINDS
    from csp_docs.documents.shown import mistakes, shown

    if kind and kind not in KINDS:
        raise click.UsageError(f'the kind "{kind}" is not known: {did_you_mean(kind, KINDS, "known kinds")}')
    say(shown(template, found, kind).rstrip())
    found += mistakes(template)


def _check(file: Path, found: list[Problem]) -> None:
    """Find what is wrong with a template: in itself, and where it prints a paper of each kind."""
    from csp_docs.documents.kinds import KINDS
    from csp_docs.documents.template_checks import template_problems, to_mend

    found += to_mend(template_problems(file), file)
    if not errors_in(found):
        found += to_mend(chain(*(_printed_problems(kind, file) for kind in KINDS)), file)


def _printed_problems(kind: str, template: Path) -> Iterator[Problem]:
    """Yield what is found when a paper of a kind is printed, and is not about the paper itself."""
    from csp_docs.documents.samples import samples
    from csp_docs.output.checked import checked

    paper = _paper(kind, template)
    every = findings_of(
        lambda own: own.extend(
            finding
            for _, document in samples(kind, paper, template.name, own)
            for finding in checked(document).findings
        )
    )
    return (finding for finding in every if finding.file != str(paper))


def _paper(kind: str, template: Path) -> Path:
    """Return the file of a sample paper. There is no such file, but its folder is that of the template."""
    return template.parent / f"{template.stem}-{kind}.yaml"


def _sample(kind: str, template: Path, wanted: Wanted, found: list[Problem]) -> None:
    """Build a paper of a kind. Notes are not for a council that looks at its template, and are left out."""
    from csp_docs.documents.samples import samples

    file, every = _paper(kind, template), list[Problem]()
    for ending, document in samples(kind, file, template.name, every):
        every += findings_of(partial(build_document, document, f"{file.stem}{ending}", wanted))
    found += (finding for finding in every if finding.severity is not Severity.NOTE)
