"""The command ``csp-docs topics``: a draft assessment from street files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from csp_docs.cli.findings import FILE, reported, say
from csp_docs.cli.judged import write_document
from csp_docs.errors import Problem


@click.command()
@click.option("--data", required=True, multiple=True, type=FILE, help="Street files: a folder, a file or a zip.")
@click.option("--area", required=True, help="The district that the topics are about.")
@click.option("--peer", "peers", multiple=True, help="A district to compare it with; you can repeat this option.")
@click.option(
    "--target", "targets", multiple=True, help='A target for 12 months: "Burglary=-5%"; you can repeat this option.'
)
@click.option("--populations", type=FILE, help="A CSV file with the columns LSOA code, LSOA name, Population.")
@click.option("--ons", type=FILE, help="An ONS table as CSV: recorded crime by partnership.")
@click.option("--ons-period", default="", help='The period of the ONS table: "the year ending December 2024".')
@click.option("--shapes", type=FILE, help="The areas of maps: a GeoJSON file in the folder of the output or below.")
@click.option(
    "--shapes-key", default="", help="The property of the areas that has their LSOA codes; the default is their id."
)
@click.option(
    "--shapes-name",
    default="",
    help="The property that has their names; the default is the one that matches the street files.",
)
@click.option("--council", default="", help="The name or the file of a council template.")
@click.option("-o", "--output", default="topics.yaml", type=FILE, help="The file to write; the default is topics.yaml.")
def topics(output: Path, **given: Any) -> None:
    """Write a draft strategic assessment, with topics made from street files of data.police.uk."""
    if not reported(lambda found: _topics(output, found, **given)):
        sys.exit(1)
    say(str(output))


def _topics(output: Path, found: list[Problem], **given: Any) -> None:
    from csp_docs.data.draft import draft

    try:
        text, findings = draft(output, **given)
    except ModuleNotFoundError as error:
        raise click.ClickException(str(error)) from error
    found += findings
    write_document(text, output, found, "csp-docs topics … -o FILE")
