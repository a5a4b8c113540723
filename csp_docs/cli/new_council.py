"""The command ``csp-docs new council``: a template, begun from options or from answers to questions."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from csp_docs.blocks import CoverGround
from csp_docs.cli.findings import reported, say
from csp_docs.cli.judged import with_schema
from csp_docs.council.colours import colour_problems
from csp_docs.council.layouts import CoverStyle
from csp_docs.council.nations import Nation
from csp_docs.documents.begun import NUMBERS, Choices, file_for, template
from csp_docs.documents.schema.shipped import COUNCIL
from csp_docs.output.files import refuse_old, write_new

_COMMAND = "csp-docs new council NAME FILE"
F = TypeVar("F", bound=Callable[..., Any])
_FILE = click.Path(dir_okay=False, path_type=Path)
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_ADDRESS = re.compile(r"(?P<scheme>https?://)?[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?")
_PICTURES = (".png", ".jpg", ".jpeg", ".svg")


def _colour(value: str) -> str:
    """Return a colour that can be read on white. Raises BadParameter for any other, so that it is asked for again."""
    found = f"#{value}" if _HEX.fullmatch(value) else value
    for problem in colour_problems({"accent": found}) if found else ():
        raise click.BadParameter(f"{problem.fact}: {problem.hint}")
    return found


def _website(value: str) -> str:
    """Return the whole address of a website. Raises BadParameter for what does not look like one."""
    found = _ADDRESS.fullmatch(value)
    if value and not found:
        raise click.BadParameter(f'"{value}" is not the address of a website: write it as https://www.example.org')
    return f"https://{value}" if found and not found["scheme"] else value


def _logo(value: str) -> str:
    """Return the file of a logo. Raises BadParameter if there is no such picture."""
    if value and not value.lower().endswith(_PICTURES):
        raise click.BadParameter(f'"{value}" is not a PNG, JPEG or SVG file')
    folder = (click.get_current_context().params.get("file") or Path()).parent
    if value and not (Path(value).is_file() or (folder / value).is_file()):
        raise click.BadParameter(f'there is no file "{value}" in this folder, or in that of the template, "{folder}"')
    return value


def _question(
    option: str, words: str, kind: Any, usual: str = "", asked_if: Callable[[Mapping[str, Any]], bool] = bool
) -> Callable[[F], F]:
    """Return an option; a terminal is asked for it where it is not given, and if it is ``asked_if`` of those before."""

    def answered(context: click.Context, _option: click.Parameter, value: Any) -> Any:
        if value is not None or not (_is_asked() and asked_if(context.params)):
            return usual if value is None else value
        return click.prompt(words, default=usual, type=kind, show_default=bool(usual), err=True)

    choices = f": {', '.join(kind.choices)}" if isinstance(kind, click.Choice) else ""
    return click.option(option, type=kind, callback=answered, help=f"{words}{choices}.", metavar="TEXT")


def _is_asked() -> bool:
    """Tell whether somebody is there to answer."""
    return sys.stdin.isatty()


def _is_welsh(given: Mapping[str, Any]) -> bool:
    return given.get("nation") == Nation.WALES.value


def _fit(context: click.Context, _: click.Parameter, file: Path | None) -> Path | None:
    """Refuse a name that cannot be used, or a file that is there, before anything is asked."""
    if not reported(lambda _: refuse_old(file_for(context.params["name"], file), _COMMAND)):
        context.exit(1)
    return file


@click.command()
@click.argument("name")
@click.argument("file", required=False, type=_FILE, callback=_fit)
@_question("--kind", "Kind of council, such as district, borough or county", str)
@_question("--nation", "Nation", click.Choice([nation.value for nation in Nation]), Nation.ENGLAND.value)
@_question("--name-cy", "Name in Welsh editions", str, asked_if=_is_welsh)
@_question("--short-name", "Short name, such as ABC", str)
@_question("--partnership", "Name of the community safety partnership", str)
@_question("--website", "Address of the website", _website)
@_question("--accent", 'Colour of headings and covers, such as "#00539F"', _colour)
@_question("--logo", "File of the logo: PNG, JPEG or SVG", _logo)
@_question("--cover", "Look of covers", click.Choice([ground.value for ground in CoverGround]), CoverGround.BAND.value)
@_question(
    "--cover-sheet", "Look of the first page of reports", click.Choice([style.value for style in CoverStyle]), "table"
)
@_question(
    "--paragraphs",
    "Numbers of paragraphs in reports (continuous: headings have none)",
    click.Choice(list(NUMBERS)),
    next(iter(NUMBERS)),
)
@click.option("--preview", "is_shown", is_flag=True, help="Build a sample paper of every kind at once.")
def council(name: str, file: Path | None, is_shown: bool, **given: str) -> None:
    """Begin a template for the council NAME: who it is, and how its papers are printed.

    It is written to FILE; the default is named after the council. A terminal is asked for what no option gives.
    """
    target = file_for(name, file)

    def write(_: object) -> None:
        text = template(Choices(name=name, **given), target)
        with_schema(text, target, COUNCIL, lambda whole: write_new(target, whole.encode(), _COMMAND))
        say(str(target))

    if not reported(write):
        sys.exit(1)
    if not is_shown:
        say(f"To see what it looks like: csp-docs council preview {target}", err=True)
        return
    from csp_docs.cli.council import preview

    click.get_current_context().invoke(preview, template=str(target), formats=(), out=None)
