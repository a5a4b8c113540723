"""The command ``csp-docs council``: what templates there are, and what their papers look like."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from csp_docs.cli import TO, Wanted, build_document
from csp_docs.cli.findings import findings_of, listed, reported
from csp_docs.errors import Problem, Severity


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
    done = [reported(work) for work in works]
    sys.exit(0 if all(done) else 1)


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
