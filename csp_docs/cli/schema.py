"""The command ``csp-docs schema``: what an editor needs to help while somebody types."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from csp_docs.cli.findings import reported, say


@click.command()
@click.argument("name", required=False)
@click.option("--next-to", "file", type=click.Path(dir_okay=False, path_type=Path), help="The YAML file of an editor.")
def schema(name: str | None, file: Path | None) -> None:
    """Print the JSON Schema NAME, of a kind of document or of templates, or list the schemas without NAME.

    With --next-to FILE, write it to the folder .csp-docs next to that file, where editors find it, and print the line
    with which the file has to begin.
    """
    from csp_docs.documents.schema import shipped
    from csp_docs.output.files import write_whole

    if not name:
        if file:
            raise click.UsageError("--next-to needs the name of a schema: csp-docs schema plan --next-to plan.yaml")
        say("\n".join(shipped.names()))
        return

    def work(_: object) -> None:
        if not file:
            click.echo(shipped.content(name), nl=False)
            return
        file.parent.stat()  # no folder is made but that of the schema
        write_whole(shipped.next_to(file, name))
        say(shipped.first_line(name))

    sys.exit(0 if reported(work) else 1)
