"""The printed words of cross references, once everything has its number."""

from __future__ import annotations

from functools import cached_property

from attrs import define, evolve

from csp_docs import blocks as b
from csp_docs.blocks import Block, Blocks, Inline, Inlines, walk
from csp_docs.errors import Code, Origin, Problem, did_you_mean
from csp_docs.records import record


@record
class Target:
    """What references to a thing print: its words, or its ``number`` as Word prints it: without a full stop.

    Those from a part for the public print the ``public`` words.
    """

    printed: str
    number: str
    origin: Origin | None
    public: str


@define
class References:
    """Puts the printed words into every cross reference. ``closed`` says whether this is not for the public."""

    targets: dict[str, Target]
    problems: list[Problem]
    prefix: str
    closed: bool

    @cached_property
    def given(self) -> tuple[str, ...]:
        """The ids of the document; the id that an appendix gets without one has a "#"."""
        return tuple(target for target in self.targets if "#" not in target)

    def blocks(self, blocks: Blocks) -> Blocks:
        """Return ``blocks`` with their references in place."""
        return walk.mapped(self.block, blocks)

    def block(self, block: Block) -> Block:
        """Return a block with its references in place; an embedded document already has them."""
        match block:
            case b.Embedded():
                return block
            case b.Part():
                inside = evolve(self, closed=block.notice is not None)
                part = walk.rebuilt(block, inside.blocks, inside.inlines)
                return walk.changed(part, notice=block.notice and self.blocks(block.notice))
        return walk.rebuilt(block, self.blocks, self.inlines)

    def inlines(self, inlines: Inlines) -> Inlines:
        """Return ``inlines`` with their references in place."""
        return walk.mapped(lambda inline: walk.inline_rebuilt(self.reference(inline), self.inlines), inlines)

    def reference(self, inline: Inline) -> Inline:
        """Return a reference with its words; any other inline unchanged."""
        if not isinstance(inline, b.Reference):
            return inline
        target = self.targets.get(inline.target)
        words = target and (target.printed if self.closed else target.public)
        printed = target and (target.number if inline.number else words)
        if not printed:
            self.problems.append(self.missing(inline))
            return inline
        text = printed[:1].lower() + printed[1:] if inline.lower else printed
        return evolve(inline, text=text, target=f"{self.prefix}{inline.target}")

    def missing(self, reference: b.Reference) -> Problem:
        """Return why a reference has no words."""
        name = reference.target
        if name in self.targets and self.targets[name].printed and not reference.number and not self.closed:
            fact = f'a part for the public would print the title of "{name}", which is not for the public'
            hint = f'give it a `public_title`, or write `ref("{name}", number=true)`'
            return Problem(Code.TAKEN_FROM_CLOSED, fact, hint, reference.origin)
        if name in self.targets:
            fact, hint = (
                f'"{name}" has no number to refer to',
                "give it a caption or a title, or have the template number it",
            )
            if reference.number and self.targets[name].printed:
                hint = f'write `ref("{name}")`, or have the template number it'
            return Problem(Code.NOTHING_TO_REFER_TO, fact, hint, reference.origin)
        known = self.given
        hint = did_you_mean(name, known, "known ids") if known else "the document does not have any ids yet"
        return Problem(Code.UNKNOWN_REFERENCE, f'nothing has the id "{name}"', hint, reference.origin)
