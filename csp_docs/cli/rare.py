"""Commands that are loaded when they are asked for, so that the others begin as quickly as without them."""

from __future__ import annotations

from importlib import import_module

import click

_RARE = ("council", "new", "schema", "topics")
"""Commands in a module of their own, which has their name."""
_OLD = {"councils": "csp-docs council list"}
"""Commands of earlier versions, and what to write now."""


class Commands(click.Group):
    """All commands of ``csp-docs``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in alphabetical order."""
        return sorted([*super().list_commands(ctx), *_RARE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name. Raises UsageError for one of an earlier version."""
        if cmd_name in _OLD:
            raise click.UsageError(f'the command "{cmd_name}" has a new name: write `{_OLD[cmd_name]}`', ctx)
        if cmd_name in _RARE:
            command: click.Command = getattr(import_module(f"csp_docs.cli.{cmd_name}"), cmd_name)
            return command
        return super().get_command(ctx, cmd_name)
