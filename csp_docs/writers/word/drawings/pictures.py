"""Pictures: the unchanged file, in a separate part, shown in a line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Figure, Picture
from csp_docs.writers.word.drawings.drawings import Size, d, embedded, frame, inline, preset
from csp_docs.writers.word.file.elements import Xml

if TYPE_CHECKING:
    from csp_docs.writers.word.story import Story


def picture_run(story: Story, figure: Figure, picture: Picture, size: Size) -> Xml:
    """Return the run that shows ``picture``, ``size`` large."""
    number = story.media.number()
    return d("w:r", shown(figure, size, number, story.media.id(picture)))


def shown(figure: Figure, size: Size, number: int, relationship: str) -> Xml:
    """Return ``w:drawing`` with the picture that has this ``relationship``."""
    names = d("pic:nvPicPr", d("pic:cNvPr", id=number, name=f"Picture {number}"), d("pic:cNvPicPr"))
    fill = d("pic:blipFill", embedded(relationship), d("a:stretch", d("a:fillRect")))
    shape = d("pic:spPr", frame((0, 0), size), preset("rect"))
    return inline(figure, size, number, "Picture", d("pic:pic", names, fill, shape))
