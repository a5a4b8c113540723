"""Every heading is in the contents, whatever it is in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve

from csp_docs.blocks import Blocks, Contents, Landscape, Part, Section, walk
from csp_docs.typesetting.contents import with_entries
from tests.sample import document, p, t

HEADING = Section(t("A heading"), (p("Words."),), id="heading")


@pytest.mark.parametrize(
    "around",
    [
        lambda blocks: blocks,
        lambda blocks: (Landscape(blocks),),
        lambda blocks: (Part(blocks, "Not for publication", None),),
        lambda blocks: (Section(t("Around it"), blocks),),
    ],
    ids=["alone", "landscape", "part", "section"],
)
def test_a_heading_is_listed_wherever_it_is(around: Callable[[Blocks], Blocks]) -> None:
    given = evolve(document(), blocks=(Contents(t("Contents"), 3), *around((HEADING,))))
    found, problems = with_entries(given)
    [contents] = [block for block in found.blocks if isinstance(block, Contents)]
    assert "heading" in {entry.target for entry in contents.entries}
    assert "A heading" in {walk.words(entry.title) for entry in contents.entries}
    assert problems == ()
