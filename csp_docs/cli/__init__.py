"""The command ``csp-docs``. Exit 0: done; 1: the document has problems, or files differ; 2: wrong usage."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from csp_docs.cli.findings import FILE, LANGUAGE, PUBLIC, SHAPE, STRICT, findings_of, print_findings, reported, say
from csp_docs.cli.rare import Commands
from csp_docs.errors import Problem, errors_in
from csp_docs.output.formats import FORMATS, ending_of, format_of
from csp_docs.records import record

if TYPE_CHECKING:
    from csp_docs.model import CouncilDocument
    from csp_docs.output.sites import Site

_NEW_OBJECTS = 300_000
"""After how many new objects Python looks for garbage: modules and documents are large, and hardly any of it is."""
_SITE = "site"
"""What is a folder of web pages, not a file."""


class _FormatName(click.Choice[str]):
    """The name of a format, which may be one that another package adds."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return value if value not in self.choices and format_of(value) else super().convert(value, param, ctx)


TO = click.option(
    "--to",
    "formats",
    multiple=True,
    type=_FormatName([*FORMATS, _SITE]),
    help="A format; the default is what the council publishes, Word and PDF.",
)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="csp-docs")
def main() -> None:
    """Write council documents as Word, accessible PDF, web pages and workbooks."""
    gc.set_threshold(_NEW_OBJECTS)
    atexit.register(gc.freeze)  # at its end Python looks for garbage in all modules, which took a fifth of a short run


@main.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@TO
@click.option(
    "--out",
    default=".",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write to; the default is the current one.",
)
@click.option("--address", default="", help="The address where a site will be published, for its sitemap.")
@LANGUAGE
@click.option("--watch", "is_followed", is_flag=True, help="Build again whenever a file changes, until Ctrl-C.")
@PUBLIC
def build(
    files: tuple[Path, ...],
    formats: tuple[str, ...],
    out: Path,
    address: str,
    languages: tuple[str, ...],
    is_followed: bool,
    public: bool,
) -> None:
    """Build Word documents, PDF documents, web pages and workbooks from YAML FILES.

    The files of the edition for the public have names that end with "-public", those of editions in several languages
    with "-cy" and "-en". A site is a folder with a page for each
    chapter, and with the files in the other formats that you name.
    """
    if len({file.stem for file in files}) < len(files):
        raise click.UsageError("two of the files have the same name, so one document would replace the other")
    if address and _SITE not in formats:
        raise click.UsageError("--address is that of a site: add --to site")
    wanted = Wanted(formats, out, address, public, languages)
    works = {str(file): partial(reported, partial(_build, file, wanted)) for file in files}
    if is_followed:
        from csp_docs.cli.following import follow

        follow(works)
        return
    with _progress(works) as shown:
        failed = [file for file in shown if not works[file]()]
    sys.exit(1 if failed else 0)


@main.command()
@click.argument("file", type=FILE)
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="The port; the default is any that is free.")
@click.option("--open/--no-open", "is_opened", default=True, help="Whether to open the browser; the default is yes.")
@PUBLIC
def preview(file: Path, port: int, is_opened: bool, public: bool) -> None:
    """Show the YAML FILE in the browser while you write: its web page, its pages and all that is found.

    The preview changes whenever the file is saved, or another file that it names. Nothing is written to the disk.
    """
    from csp_docs.cli.following import show

    sys.exit(0 if reported(lambda _: show(file, port, is_opened=is_opened, public=public)) else 1)


@main.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@SHAPE
@STRICT
@LANGUAGE
@PUBLIC
def check(files: tuple[Path, ...], shape: str, strict: bool, languages: tuple[str, ...], public: bool) -> None:
    """List the errors and warnings in YAML FILES, and what is pending, without building them."""
    by_file = {file: findings_of(partial(_check, file, public, languages)) for file in files}
    sys.exit(0 if print_findings(by_file, shape, strict=strict) else 1)


@main.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
def pending(files: tuple[Path, ...]) -> None:
    """List what is pending in YAML FILES by owner, with lines and due dates."""
    from csp_docs.checks.pending import by_owner

    owed: list[Problem] = []
    composed = [reported(partial(_compose, file, owed)) for file in files]
    for owner, items in (listed := by_owner(owed)).items():
        say(owner or "No owner named")
        for item in items:
            place, due = f"{item.origin}  " if item.origin else "", f" (due {item.due})" if item.due else ""
            say(f"  {place}{item.what}{due}")
    if any(composed) and not listed:
        say("Nothing is pending.")
    sys.exit(0 if all(composed) else 1)


@main.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--format", "shape", default="text", type=click.Choice(("text", "json")), help="How to print the result.")
def same(files: tuple[Path, ...], shape: str) -> None:
    """Tell whether FILES say the same: Word files, PDFs and web pages, each compared with the first.

    Exit 0 if they do, 1 if they differ, 2 if a file cannot be read.
    """
    from csp_docs.comparing import report
    from csp_docs.comparing.compared import Comparison, compared

    if len(files) < 2:
        raise click.UsageError("name two or more files to compare")
    found = list[Comparison]()
    if not reported(lambda _: found.append(compared(list(map(str, files))))):
        sys.exit(2)
    say(report.as_json(found[0]) if shape == "json" else report.as_text(found[0]))
    sys.exit(0 if found[0].same else 1)


def _progress(files: Collection[str]) -> AbstractContextManager[Iterable[str]]:
    """Return the files; a terminal shows how many of them are done."""
    if len(files) == 1 or not sys.stderr.isatty():
        return nullcontext(files)
    return click.progressbar(files, label="Building", item_show_func=_name, file=sys.stderr)


def _name(file: str | None) -> str | None:
    return Path(file).name if file else None


@record
class Wanted:
    """What ``build`` is asked for."""

    formats: tuple[str, ...]
    out: Path
    address: str
    public: bool
    languages: tuple[str, ...] = ()


def _build(file: Path, wanted: Wanted, found: list[Problem]) -> None:
    from csp_docs.documents.load import read_editions

    editions, findings = read_editions(file, wanted.languages)
    found += findings
    for ending in tuple(editions):  # nothing here holds a document while it is written
        build_document(editions.pop(ending), f"{file.stem}{ending}", wanted, found)


def build_document(document: CouncilDocument, name: str, wanted: Wanted, found: list[Problem]) -> None:
    """Write a document to files with this ``name``, and say which, unless something is wrong; add all to ``found``."""
    from csp_docs.output.checked import checked, written_as
    from csp_docs.output.files import keep_sources, write

    complete = checked(document, public=wanted.public)
    names = dict.fromkeys(wanted.formats or complete.files)
    complete = written_as(complete, names)
    found += complete.findings
    if errors_in(found):
        return
    stem = f"{name}-public" if wanted.public else name
    site = _site(wanted, stem, found) if names.pop(_SITE, _SITE) is None else None
    targets = tuple(wanted.out / f"{stem}{ending_of(format_)}" for format_ in names)
    keep_sources(document, targets)
    del document  # it needs much memory, and pages are made of blocks
    write(complete, targets, site)
    for target in (*targets, *([site.folder / "index.html"] if site else [])):
        say(str(target))


def _site(wanted: Wanted, stem: str, found: list[Problem]) -> Site:
    """Return the site that is written, and add what is noted of it to ``found``."""
    from csp_docs.output.sites import site_at, site_notes

    found += site_notes(wanted.address)
    return site_at(wanted.out / f"{stem}-site", wanted.address)


def _check(file: Path, public: bool, languages: tuple[str, ...], found: list[Problem]) -> None:
    from csp_docs.documents.load import read_editions
    from csp_docs.output.checked import checked

    editions, findings = read_editions(file, languages)
    found += findings
    for document in editions.values():
        found += checked(document, public=public).findings


def _compose(file: Path, owed: list[Problem], found: list[Problem]) -> None:
    """Add what is pending in a file to ``owed``, and all that prevents it from being composed to ``found``."""
    from csp_docs.checks.pending import Owed
    from csp_docs.documents.load import read_file
    from csp_docs.output.checked import composed

    document, findings = read_file(file)
    found += findings
    given = composed(document).findings
    found += (finding for finding in given if not isinstance(finding, Owed))
    if not errors_in(found):
        owed += (finding for finding in given if isinstance(finding, Owed))
