"""The command ``csp-docs new council``: a template, begun from options or from answers to questions."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from csp_docs.blocks import CoverGround
from csp_docs.cli.findings import reported, say
from csp_docs.cli.judged import with_schema
from csp_docs.council.colours import colour_problems
from csp_docs.council.nations import Nation
from csp_docs.documents.begun import NUMBERS, Choices, file_for, template
from csp_docs.documents.schema.shipped import COUNCIL
from csp_docs.output.files import write_new

_COMMAND = "csp-docs new council NAME FILE"
F = TypeVar("F", bound=Callable[..., Any])
_FILE = click.Path(dir_okay=False, path_type=Path)


def _colour(value: str) -> str:
    """Return a colour that can be read on white. Raises BadParameter for any other, so that it is asked for again."""
    found = value if value.startswith("#") or not value else f"#{value}"
    for problem in colour_problems({"accent": found}) if found else ():
        raise click.BadParameter(f"{problem.fact}: {problem.hint}")
    return found


def _question(option: str, words: str, kind: Any, usual: str = "") -> Callable[[F], F]:
    """Return an option; a terminal is asked for it where it is not given."""

    def answered(_: click.Context, _option: click.Parameter, value: Any) -> Any:
        if value is not None or not _is_asked():
            return usual if value is None else value
        return click.prompt(words, default=usual, type=kind, show_default=bool(usual), err=True)

    choices = f": {', '.join(kind.choices)}" if isinstance(kind, click.Choice) else ""
    return click.option(option, type=kind, callback=answered, help=f"{words}{choices}.", metavar="TEXT")


def _is_asked() -> bool:
    """Tell whether somebody is there to answer."""
    return sys.stdin.isatty()


@click.command()
@click.argument("name")
@click.argument("file", required=False, type=_FILE)
@_question("--kind", "Kind of council, such as district, borough or county", str)
@_question("--nation", "Nation", click.Choice([nation.value for nation in Nation]), Nation.ENGLAND.value)
@_question("--name-cy", "Name in Welsh editions", str)
@_question("--website", "Address of the website", str)
@_question("--accent", 'Colour of headings and covers, such as "#00539F"', _colour)
@_question("--logo", "File of the logo: PNG, JPEG or SVG", str)
@_question("--cover", "Look of covers", click.Choice([ground.value for ground in CoverGround]), CoverGround.BAND.value)
@_question("--paragraphs", "Numbers of paragraphs in reports", click.Choice(list(NUMBERS)), next(iter(NUMBERS)))
def council(name: str, file: Path | None, **given: str) -> None:
    """Begin a template for the council NAME: who it is, and how its papers are printed.

    It is written to FILE; the default is named after the council. A terminal is asked for what no option gives.
    """

    def write(_: object) -> None:
        target = file_for(name, file)
        text = template(Choices(name=name, **given), target)
        with_schema(text, target, COUNCIL, lambda whole: write_new(target, whole.encode(), _COMMAND))
        say(str(target))
        say(f"To see what it looks like: csp-docs council preview {target}", err=True)

    sys.exit(0 if reported(write) else 1)
