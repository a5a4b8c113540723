"""The command ``csp-docs new``: files for authors to fill in."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from csp_docs.cli.findings import listed, reported, say
from csp_docs.cli.judged import with_schema, write_document
from csp_docs.cli.new_council import council
from csp_docs.documents import skeletons
from csp_docs.documents.kinds import KINDS
from csp_docs.documents.writing.names import check_name
from csp_docs.errors import Problem


class _Kinds(click.Group):
    """A command for each kind of document."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the kinds, and all else that can be new."""
        return [*KINDS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command for a kind, which says what it is for."""
        return super().get_command(ctx, cmd_name) or (_of_kind(cmd_name) if cmd_name in KINDS else None)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return what is asked for; report what cannot be new."""
        if not self.get_command(ctx, args[0]):
            reported(partial(_skeleton, args[0], Path(), ""))
            sys.exit(1)
        return super().resolve_command(ctx, args)


@click.group(cls=_Kinds, invoke_without_command=True)
@click.pass_context
def new(context: click.Context) -> None:
    """Write a new document or council template for you to fill in; without a kind, list the kinds."""
    if not context.invoked_subcommand:
        about = {kind: skeletons.summary(kind) for kind in KINDS}
        listed(about | {"council": "A template for a council: how its papers are printed"})


new.add_command(council)


def _of_kind(kind: str) -> click.Command:
    """Return the command that writes the skeleton of a kind."""
    file = click.Argument(("file",), required=False, type=click.Path(dir_okay=False, path_type=Path))
    council = click.Option(("--council",), default="", help="The name or the file of a council template.")
    about = f"{skeletons.summary(kind)}.\n\nIt is written to FILE; the default is {kind}.yaml."
    return click.Command(kind, params=[file, council], callback=partial(_write, kind), help=about)


def _write(kind: str, file: Path | None, council: str) -> None:
    target = file or Path(f"{kind}.yaml")
    if not reported(lambda found: _skeleton(kind, target, council, found)):
        sys.exit(1)
    say(str(target))


def _skeleton(kind: str, file: Path, council: str, found: list[Problem]) -> None:
    def write(text: str) -> None:
        write_document(text, file, found, f"csp-docs new {kind} FILE")

    if kind in KINDS:
        check_name(file, f"csp-docs new {kind} paper.yaml")
    with_schema(skeletons.skeleton(kind, file, council), file, kind, write)
