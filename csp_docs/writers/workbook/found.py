"""The tables and charts of a document in their order, each with the place where it is."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from csp_docs.blocks import Appendix, Blocks, Document, Embedded, Figure, Part, Section, Table, walk
from csp_docs.records import record


@record
class Place:
    """Where something is: below which ``headings``, from the outermost on, and on pages with which ``marking``.

    ``appendix`` is the label of an appendix with a document that has numbers of its own; its title is a heading.
    """

    headings: tuple[str, ...]
    marking: str
    appendix: str = ""

    def below(self, heading: str) -> Place:
        """Return the place below another heading."""
        return evolve(self, headings=(*self.headings, heading)) if heading else self


@record
class Found:
    """A table or a figure, and its place; ``repeated`` is the table that has the numbers of a chart once more."""

    block: Table | Figure
    place: Place
    repeated: Table | None = None


def found_in(document: Document) -> Iterator[Found]:
    """Yield all tables and figures of a document and of those inside it, in reading order.

    A table that has nothing but the numbers of a chart is with that chart, so that they are not there twice.
    """
    every = tuple(_below(document.blocks, Place((), document.marking)))
    charts = {_chart(found) for found in every if isinstance(found.block, Figure) and found.block.id}
    tables = {_chart(found): found.block for found in every if isinstance(found.block, Table)}
    for found in every:
        if isinstance(found.block, Figure):
            yield evolve(found, repeated=tables.get(_chart(found)) if _chart(found) in charts else None)
        elif _chart(found) not in charts:
            yield found


def _chart(found: Found) -> tuple[str, str]:
    """Return the id of a figure, or of the chart whose numbers a table has; those of appendices are their own."""
    block = found.block
    return found.place.appendix, block.id if isinstance(block, Figure) else block.numbers_of


def _below(blocks: Blocks, place: Place) -> Iterator[Found]:
    for block in blocks:
        match block:
            case Table() | Figure():
                yield Found(block, place)
            case Embedded(document=inner):
                yield from _below(inner.blocks, evolve(place, headings=(inner.title,), marking=inner.marking))
            case Part():
                yield from _below(block.blocks, evolve(place, marking=block.marking))
            case Section():
                yield from _below(block.blocks, place.below(walk.words(block.title)))
            case Appendix():
                yield from _below(block.blocks, _in_appendix(block, place))
            case _:
                yield from _below(_inside(block), place)


def _in_appendix(appendix: Appendix, place: Place) -> Place:
    label = f"{appendix.prefix}{appendix.label}"
    numbered_apart = any(isinstance(block, Embedded) for block in walk.in_flow(appendix.blocks))
    return evolve(place, headings=(walk.words(appendix.title),), appendix=label if numbered_apart else place.appendix)


def _inside(block: object) -> Blocks:
    """Return all blocks directly inside a block of another kind."""
    inside: list[Blocks] = []

    def on_blocks(below: Blocks) -> Blocks:
        inside.append(below)
        return below

    walk.rebuilt(block, on_blocks)
    return tuple(block for below in inside for block in below)
