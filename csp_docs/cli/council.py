"""The command ``csp-docs council``: what templates there are, and what their papers look like."""

from __future__ import annotations

import sys
from functools import partial
from itertools import chain
from pathlib import Path

import click

from csp_docs.cli import TO, Wanted, build_document
from csp_docs.cli.findings import findings_of, listed, reported, say
from csp_docs.errors import Problem, Severity, did_you_mean


@click.group()
def council() -> None:
    """See the templates of councils, and try your own."""


@council.command("list")
def list_() -> None:
    """List the council templates that documents can use by their names."""
    from csp_docs.council.files import names

    listed({name: title for name, title in names().items() if title})


@council.command()
@click.argument("template", metavar="NAME|FILE")
@click.option("--kind", default="", metavar="KIND", help="Only how documents of this kind are laid out.")
def show(template: str, kind: str) -> None:
    """Print all that the council template NAME or FILE comes to.

    It is a template itself. Comments say where each value is from, and what each key means.
    """
    sys.exit(0 if reported(partial(_show, template, kind)) else 1)


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
    from csp_docs.documents.shown import shown

    if kind and kind not in KINDS:
        raise click.UsageError(f'the kind "{kind}" is not known: {did_you_mean(kind, KINDS, "known kinds")}')
    say(shown(template, found, kind).rstrip())


def _sample(kind: str, template: Path, wanted: Wanted, found: list[Problem]) -> None:
    """Build a paper of a kind. Notes are not for a council that looks at its template, and are left out."""
    from csp_docs.documents.load import read_text
    from csp_docs.documents.samples import sample

    name = f"{template.stem}-{kind}"
    file = template.parent / f"{name}.yaml"  # there is no such file, but this is the folder of the template
    every = findings_of(
        lambda own: build_document(read_text(sample(kind, file, template.name), str(file))[0], name, wanted, own)
    )
    found += (finding for finding in every if finding.severity is not Severity.NOTE)
