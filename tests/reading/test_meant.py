"""The keys of a block, or of one of its items, without the name of the block: the hint names the block."""

from __future__ import annotations

import pytest
from attrs import NOTHING, fields

from csp_docs import LoadError, loads
from csp_docs.model.reach import types_of
from csp_docs.reading.blocks import BLOCKS
from csp_docs.reading.meant import meant

HEAD = "kind: highlight_report\ncouncil: {council: {name: A}}\ntitle: T\n"
ITEMS = {
    "{risk: X, likelihood: 3, impact: 3}": '"- risks: [{risk: …, likelihood: …, impact: …}]"',
    "{risk: X}": '"- risks: [{risk: …}]"',
    "{action: Do, owner: X, due: 2026-01}": '"- actions: [{action: …, owner: …, due: …}]"',
    "{name: M, previous: 3, current: 4}": '"- performance: {measures: [{name: …, previous: …, current: …}]}"',
    "{measures: [{name: M, current: 1}]}": '"- performance: {measures: …}"',
    "{columns: [a], rows: [[b]]}": '"- table: {columns: …, rows: …}"',
    "{rows: [[b]]}": '"- table: {rows: …}"',
    "{type: bar, categories: [a], series: {s: [1]}, unit: x}": '"- chart: {type: …, categories: …, series: …, …}"',
    "{file: x.png, alt: y}": '"- figure: {file: …, alt: …}"',
    "{owner: X, what: y}": '"- pending: {owner: …, what: …}"',
}


def hint(yaml: str) -> str:
    with pytest.raises(LoadError) as caught:
        loads(HEAD + yaml)
    return caught.value.problems[0].hint


@pytest.mark.parametrize("key", ["risks", "issues", "position", "next_steps"])
@pytest.mark.parametrize("item", ITEMS)
def test_the_keys_say_which_block_is_meant(key: str, item: str) -> None:
    assert f"write {ITEMS[item]}" in hint(f"{key}:\n  - {item}")
    assert f"write {ITEMS[item]}" in hint(f"sections: [{{title: A, content: [{item}]}}]")


@pytest.mark.parametrize(
    "item", ["{foo: x, bar: y}", "{table: x, caption: y}", "{id: x}", "{caption: x}", "{foo: x, bar: y, risk: z}"]
)
def test_keys_that_say_nothing_have_no_hint_of_their_own(item: str) -> None:
    assert "name the block" not in hint(f"position:\n  - {item}")


def test_one_item_where_a_list_is_needed() -> None:
    assert hint("risks: {risk: Do, likelihood: 1}") == 'name the block: write "- risks: [{risk: …, likelihood: …}]"'
    assert "name the block" not in hint("risks: {table: {rows: []}}")


def test_a_block_among_the_keys() -> None:
    block = 'write it in the content of a section, as "- actions: …"'
    assert block in hint("actions: [{action: Do}]")
    assert block in hint("sections: [{title: A, actions: [{action: Do}]}]")


@pytest.mark.parametrize("name", [name for name, cls in BLOCKS.items() if len(types_of(cls)) > 1])
def test_the_keys_that_a_block_needs_name_it(name: str) -> None:
    needed = [field.name for field in fields(BLOCKS[name]) if field.default is NOTHING]
    assert f'"- {name}: {{' in meant(needed, BLOCKS) or len(needed) < 2
