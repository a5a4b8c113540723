"""From a model to files: checked, composed, numbered, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from errno import EISDIR
from pathlib import Path

from csp_docs.blocks import Document
from csp_docs.checks import findings
from csp_docs.checks.pending import pending_in_final
from csp_docs.compose import compose
from csp_docs.council.template import council_for, theme_of
from csp_docs.errors import CheckError, Problem, RenderError, did_you_mean
from csp_docs.model import CouncilDocument
from csp_docs.model.document import Builder, document_of
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.contents import has_contents, with_pages
from csp_docs.typesetting.margins import with_room_for
from csp_docs.typesetting.numbering import resolve

Writer = Callable[[Document, Theme], bytes]


def numbered(document: CouncilDocument) -> tuple[Document, Theme]:
    """Return the block tree with its numbers, and the council's looks. Raises CspDocsError with all problems."""
    council = council_for(document)
    composed, problems = compose(document, council)
    look = theme_of(council.theme)
    theme = with_room_for(composed, look.for_publication() if composed.publication else look)
    resolved, unresolved = resolve(composed, theme)
    found = [*findings(document), *pending_in_final(document, composed), *problems, *unresolved]
    if found:
        raise CheckError(found)
    return resolved, theme


def save(document: CouncilDocument | Builder, *paths: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Return the files written: one for each path, in the format of its ending (``.docx``, ``.pdf``).

    Raises CspDocsError with all problems; then no file is written or changed.
    """
    targets = tuple(map(Path, paths))
    if not targets:
        raise RenderError([Problem("no file is named to write to", 'name one or more, such as "report.pdf"')])
    writers = [_writer(target) for target in targets]
    blocks, theme = numbered(document_of(document))
    write_whole({target: writer(blocks, theme) for target, writer in zip(targets, writers, strict=True)})
    return targets


def write_whole(files: dict[Path, bytes]) -> None:
    """Write files so that each appears whole or not at all: every one beside its place first, then renamed.

    Raises RenderError where one cannot be written.
    """
    waiting = {target: target.with_name(f".{target.name}.{os.getpid()}") for target in files}
    try:
        for target, data in files.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir():
                raise IsADirectoryError(EISDIR, "a folder has this name", str(target))
            waiting[target].write_bytes(data)
        for target, beside in waiting.items():
            beside.replace(target)
    except OSError as error:
        fact = f'"{target}" cannot be written: {error.strerror or error}'
        raise RenderError([Problem(fact, "choose another folder with --out, or free its name")]) from error
    finally:
        for beside in waiting.values():
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _word(document: Document, theme: Theme) -> bytes:
    """Return the Word file; the page numbers that its contents show come from the layout of the PDF."""
    from csp_docs.render.word import render_docx

    if has_contents(document):
        from csp_docs.render.pdf import page_map

        document = with_pages(document, page_map(document, theme))
    return render_docx(document, theme)


def _writer(target: Path) -> Writer:
    """Return the writer of a file's format; its libraries are loaded only now."""
    match target.suffix.lower():
        case ".docx":
            return _word
        case ".pdf":
            from csp_docs.render.pdf import render_pdf

            return render_pdf
    hint = did_you_mean(target.suffix, (".docx", ".pdf"), "formats")
    raise RenderError([Problem(f'no format is written to "{target.name}"', hint)])
