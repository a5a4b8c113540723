"""The directive ``commands``: the help of each command of ``csp-docs``, as the command itself prints it."""

from __future__ import annotations

from collections.abc import Iterator

import click
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from csp_docs.cli import main


def helps() -> Iterator[tuple[str, str]]:
    """Yield the name of each command with its help, as a terminal of 80 columns shows it."""
    with click.Context(main, info_name="csp-docs", terminal_width=80, **main.context_settings) as around:
        yield from _helps(main, around)


def _helps(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    """Yield the help of a command, and of the commands below it."""
    yield context.command_path, command.get_help(context)
    for name in command.list_commands(context) if isinstance(command, click.Group) else ():
        if below := command.get_command(context, name):
            with click.Context(below, context, info_name=name, terminal_width=80) as inside:
                yield from _helps(below, inside)


class Commands(SphinxDirective):
    """A section with the help of each command."""

    def run(self) -> list[nodes.Node]:
        """Return a section for each command."""
        return [self._section(name, words) for name, words in helps()]

    def _section(self, name: str, words: str) -> nodes.Node:
        title = nodes.title(name, "", nodes.literal(name, name))
        section = nodes.section("", title, names=[nodes.fully_normalize_name(name)])
        self.state.document.note_implicit_target(section, section)
        section += nodes.literal_block(words, words, language="text")
        return section


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the directive."""
    app.add_directive("commands", Commands)
    return {"parallel_read_safe": True}
