"""Who signs: a portrait and a signature above the name, all on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Signature, Strong
from csp_docs.render.word.elements import w
from csp_docs.render.word.figures import write_content
from csp_docs.render.word.lists import joined

if TYPE_CHECKING:
    from csp_docs.render.word.writer import BodyWriter


def write_signature(writer: BodyWriter, signature: Signature) -> None:
    """Write the pictures there are, then the name over its lines."""
    for figure in (signature.portrait, signature.signature):
        if figure:
            write_content(writer, figure, keep=True, left=writer.zone.indent)
            writer.flow.end_with(writer.story.theme.cell.after)
    writer.text(joined(((Strong(signature.name),), *signature.lines)), w("keepLines"))
