"""Words that are put before the first words of a text."""

from __future__ import annotations

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Inlines, walk


def run_in(label: Inlines, blocks: Blocks) -> Blocks:
    """Return blocks with a label in bold run in before their first words."""
    colon = () if walk.words(label).endswith((":", ";", "?", ".")) else (b.Text(":"),)
    return led_in((b.Strong((*label, *colon)),), blocks) if label else blocks


def led_in(words: Inlines, blocks: Blocks) -> Blocks:
    """Return blocks with ``words`` before their first words; in a list, before those of each item."""
    match blocks:
        case (b.Paragraph() as first, *rest) if words:
            return (_led(words, first), *rest)
    return (b.Paragraph(words), *blocks) if words else blocks


def _led(words: Inlines, paragraph: b.Paragraph) -> b.Paragraph:
    return evolve(paragraph, inlines=(*words, b.Text(" "), *paragraph.inlines))
