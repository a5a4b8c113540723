"""The command ``csp-docs council``: what templates there are."""

from __future__ import annotations

import click

from csp_docs.cli.findings import listed


@click.group()
def council() -> None:
    """See the templates of councils, and try your own."""


@council.command("list")
def list_() -> None:
    """List the council templates that documents can use by their names."""
    from csp_docs.council.files import names

    listed({name: title for name, title in names().items() if title})
