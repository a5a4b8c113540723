"""docxtpl with the template of word_template.py: numbered lists cannot start again, and it has no charts of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage, RichText

from benchmarks.blocks import Block, Chart, Document, Run

TEMPLATE = "template.docx"
"""The file of the template, in the folder of the output."""


def build(document: Document, out: str) -> None:
    """Write the document as Word, without the chart."""
    _build(document, out, lambda _template, _block: "")


def build_with_picture(document: Document, out: str) -> None:
    """Write the document as Word, with a picture of the chart."""
    from benchmarks.peers.picture_of_chart import picture_of

    _build(document, out, lambda template, block: InlineImage(template, picture_of(block), width=Cm(16)))


def _build(document: Document, out: str, picture: Callable[[DocxTemplate, Chart], Any]) -> None:
    template = DocxTemplate(f"{out.rpartition('/')[0]}/{TEMPLATE}")
    names: dict[str, Any] = {"title": document["title"], "blocks": []}
    for block in document["blocks"]:
        match block["kind"]:
            case "cover":
                names["cover"] = block["rows"]
            case "chart":
                names["blocks"].append({**block, "image": picture(template, block)})
            case _:
                names["blocks"].append(_block(block))
    template.render(names, autoescape=True)
    template.save(out)


def _block(block: Block) -> dict[str, Any]:
    match block["kind"]:
        case "paragraph":
            return {"kind": "paragraph", "words": _words(block["runs"])}
        case "bullets" | "numbered":
            return {"kind": block["kind"], "items_of": [_words(item) for item in block["items"]]}
    return {**block}


def _words(runs: Iterable[Run]) -> RichText:
    text = RichText()
    for words, strong, emphasised in runs:
        text.add(words, bold=strong, italic=emphasised)
    return text
