"""Whatever a node holds is walked, and a node that nothing changes stays itself."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest

from csp_docs import blocks as b
from csp_docs.blocks import walk
from tests.sample import document

INSTEAD = {(b.Part, "notice"), (b.Contents, "notice")}
"""What is not walked: the public edition has it in the place of what is."""


def test_every_block_has_its_parts_in_the_table() -> None:
    assert set(get_args(b.Block)) <= walk.PARTS.keys()


@pytest.mark.parametrize("kind", walk.PARTS, ids=lambda kind: kind.__name__)
def test_every_part_that_holds_words_or_blocks_is_walked(kind: type) -> None:
    holding = {"Inlines", "Blocks", *(one.__name__ for one in walk.PARTS)}
    typed = {name for name, words in kind.__annotations__.items() if holding & set(re.findall(r"\w+", words))}
    walked = {name for name, _ in walk.PARTS[kind]} - {"content"}
    assert walked == {name for name in typed if (kind, name) not in INSTEAD}


def test_every_inline_that_holds_inlines_is_walked() -> None:
    inside = b.Text("inside")
    for kind in get_args(b.Inline):
        if kind.__annotations__.get("inlines") == "Inlines":
            others = {b.Link: ("https://example.org",), b.InLanguage: ("cy-GB",), b.Closed: ((),)}
            around = kind((inside,), *others.get(kind, ()))
            assert walk.inlines_in((around,)) == [around, inside]
            emptied: Any = walk.inline_rebuilt(around, lambda _: ())
            assert emptied.inlines == ()


def test_a_node_that_nothing_changes_stays_itself() -> None:
    whole = document()

    def on_blocks(blocks: b.Blocks) -> b.Blocks:
        return walk.mapped(on_block, blocks)

    def on_block(block: b.Block) -> b.Block:
        return walk.rebuilt(block, on_blocks, on_inlines)

    def on_inlines(inlines: b.Inlines) -> b.Inlines:
        return walk.mapped(lambda inline: walk.inline_rebuilt(inline, on_inlines), inlines)

    assert walk.rebuilt(whole, on_blocks, on_inlines) is whole


def test_only_what_is_changed_is_made_again() -> None:
    first, second, third = (b.Paragraph((b.Text(words),)) for words in "abc")

    def changed(block: b.Paragraph) -> b.Paragraph:
        return walk.changed(block, id="new") if block is second else block

    assert walk.mapped(changed, ()) == ()
    found = walk.mapped(changed, (first, second, third))
    assert found == (first, b.Paragraph((b.Text("b"),), id="new"), third)
    assert found[0] is first
    assert found[2] is third


def test_what_is_in_a_box_a_list_or_a_cell_is_not_in_the_flow() -> None:
    words = b.Paragraph((b.Text("words"),))
    flowing = b.Section((), (b.Landscape((words,)), b.Callout((b.PageBreak(),)), b.List(((b.PageBreak(),),))))
    assert [type(block) for block in walk.in_flow((flowing,))] == [
        b.Section, b.Landscape, b.Paragraph, b.Callout, b.List,
    ]  # fmt: skip
