"""The command ``csp-docs``. Exit 0: done; 1: the document has problems; 2: wrong usage."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from csp_docs.errors import CheckError, CspDocsError, DocumentWarning, LoadError

if TYPE_CHECKING:
    from csp_docs.blocks import Document

FORMATS = ("docx", "pdf")
_FILE = click.Path(path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="csp-docs")
def main() -> None:
    """Write council documents as Word and as accessible PDF."""


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--to", "formats", multiple=True, type=click.Choice(FORMATS), help="A format; both without it.")
@click.option("--out", default=".", type=click.Path(file_okay=False, path_type=Path), help="The folder to write to.")
def build(files: tuple[Path, ...], formats: tuple[str, ...], out: Path) -> None:
    """Build documents from YAML FILES, in this folder or the one given."""
    if len({file.stem for file in files}) < len(files):
        raise click.UsageError("two of the files have the same name, so one document would replace the other")
    failed = [file for file in files if not _reported(partial(_build, file, formats or FORMATS, out))]
    sys.exit(1 if failed else 0)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def pending(files: tuple[Path, ...]) -> None:
    """List what is pending in YAML FILES: who still owes what, with its line and its due date."""
    from csp_docs.checks.pending import owed

    composed: list[Document] = []
    failed = [file for file in files if not _reported(partial(_compose, file, composed))]
    for owner, items in (listed := owed(composed)).items():
        click.echo(owner)
        for item in items:
            place, due = f"{item.origin}  " if item.origin else "", f" (due {item.due})" if item.due else ""
            click.echo(f"  {place}{item.what}{due}")
    if composed and not listed:
        click.echo("Nothing is pending.")
    sys.exit(1 if failed else 0)


@main.command()
def councils() -> None:
    """List the council templates that can be named."""
    from csp_docs.council.template import names

    _listed({name: council for name, council in names().items() if council})


@main.command()
@click.argument("name", required=False)
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
def new(name: str | None, file: Path | None) -> None:
    """Write the document skeleton NAME to FILE (NAME.yaml without it), or list the skeletons that there are."""
    from csp_docs.documents import skeletons

    if not name:
        _listed(skeletons.names())
        return
    target = file or Path(f"{name}.yaml")
    if not _reported(partial(skeletons.write, name, target)):
        sys.exit(1)
    click.echo(str(target))


@main.command()
@click.option("--data", required=True, multiple=True, type=_FILE, help="Street files: a folder, a file or a zip.")
@click.option("--area", required=True, help="The district that the topics are about.")
@click.option("--peer", "peers", multiple=True, help="A district to compare it with; may be given again.")
@click.option("--target", "targets", multiple=True, help='A target for 12 months: "Burglary=-5%"; may be given again.')
@click.option("--populations", type=_FILE, help="A CSV file: LSOA code, LSOA name, Population.")
@click.option("--ons", type=_FILE, help="A table of ONS, as CSV: recorded crime by partnership.")
@click.option("--ons-period", default="", help='Its period: "the year ending December 2024".')
@click.option("--shapes", type=_FILE, help="The areas of maps: GeoJSON, in the folder of the output or below.")
@click.option("--shapes-key", default="", help="The property of the areas that has their LSOA codes.")
@click.option("--shapes-name", default="", help="The property with their names; found by itself without it.")
@click.option("--council", default="", help="A council template, by its name or its file.")
@click.option("-o", "--output", default="topics.yaml", type=_FILE, help="The file to write; topics.yaml without it.")
def topics(output: Path, **given: Any) -> None:
    """Write a strategic assessment to be finished by hand, whose topics are made of street files of data.police.uk."""
    if not _reported(partial(_topics, output, **given)):
        sys.exit(1)
    click.echo(str(output))


def _topics(output: Path, **given: Any) -> None:
    from csp_docs.data.draft import draft
    from csp_docs.documents.skeletons import write_new

    try:
        text = draft(output, **given)
    except ModuleNotFoundError as error:
        raise click.ClickException(str(error)) from error
    _judge_new(text, output)
    write_new(output, text.encode(), "csp-docs topics … -o FILE")


def _judge_new(text: str, file: Path) -> None:
    """Refuse a document that could not be built. Raises LoadError: nobody has the file yet to look up its lines."""
    from csp_docs.documents.load import loads
    from csp_docs.output import numbered

    try:
        numbered(loads(text, str(file)))
    except CspDocsError as error:
        raise LoadError(evolve(problem, origin=None) for problem in error.problems) from error


def _listed(titles: dict[str, str]) -> None:
    width = max(map(len, titles))
    for name, title in titles.items():
        click.echo(f"{name:{width}}  {title}".rstrip())


def _build(file: Path, formats: tuple[str, ...], out: Path) -> None:
    from csp_docs.documents.load import load
    from csp_docs.output import save

    for path in save(load(file), *(out / f"{file.stem}.{name}" for name in dict.fromkeys(formats))):
        click.echo(str(path))


def _compose(file: Path, composed: list[Document]) -> None:
    from csp_docs.compose import compose
    from csp_docs.council.template import council_for
    from csp_docs.documents.load import load

    document = load(file)
    blocks, problems = compose(document, council_for(document))
    if problems:
        raise CheckError(problems)
    composed.append(blocks)


def _reported(work: Callable[[], None]) -> bool:
    """Return whether ``work`` was done; its warnings and problems go to the error stream."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", DocumentWarning)
        try:
            work()
        except CspDocsError as error:
            click.echo(str(error), err=True)
            return False
        except OSError as error:
            file = f"{error.filename}: " if error.filename else ""
            click.echo(f"{file}{error.strerror}", err=True)
            return False
        finally:
            for warning in caught:
                click.echo(f"warning: {warning.message}", err=True)
    return True
