"""Numbers, once for all writers: headings, paragraphs, captions, appendices, footnotes; then cross references.

A writer never counts: it prints what stands here, or sets up Word's own lists so that they count to the same.
"""

from __future__ import annotations

from attrs import define, evolve, field

from csp_docs import blocks as b
from csp_docs import walk
from csp_docs.blocks import Block, Blocks, Document, Inline, Inlines, Numbering
from csp_docs.columns import column_widths
from csp_docs.errors import Origin, Problem
from csp_docs.names import did_you_mean
from csp_docs.theme import Theme


def resolve(document: Document, theme: Theme) -> tuple[Document, tuple[Problem, ...]]:
    """Return ``document`` with all numbers, widths and references in place.

    The problems are references that lead nowhere and ids that are used twice.
    """
    counter = _Counter(document.numbering, theme)
    numbered = counter.blocks(document.blocks)
    references = _References(counter.targets, counter.problems)
    resolved = references.blocks(numbered)
    return evolve(document, blocks=resolved), tuple(counter.problems)


@define
class _Level:
    """The counts of headings and paragraphs; an appendix starts with fresh ones.

    ``above`` says of each heading that stands over the place whether it has a number.
    """

    headings: list[int] = field(factory=list)
    paragraphs: int = 0
    above: list[bool] = field(factory=list)


@define
class _Counter:
    """Walks the tree once, in reading order, and counts."""

    style: Numbering
    theme: Theme
    targets: dict[str, str] = field(factory=dict)
    problems: list[Problem] = field(factory=list)
    at: _Level = field(factory=_Level)
    appendices: int = 0
    captions: dict[str, int] = field(factory=dict)
    notes: dict[Inlines, int] = field(factory=dict)
    last_note: int = 0

    def blocks(self, blocks: Blocks) -> Blocks:
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        match block:
            case b.Section() if block.title:
                return self.section(block)
            case b.Section():
                self.target(block.id, "", block.origin)
            case b.Appendix():
                return self.appendix(block)
            case b.Paragraph() if block.numbered:
                return self.below(evolve(block, number=self.paragraph_number()))
            case b.Table():
                return self.table(block)
        return self.below(block)

    def below(self, block: Block) -> Block:
        return walk.rebuilt(block, self.blocks, self.inlines)

    def section(self, section: b.Section) -> Block:
        numbered = evolve(section, number=self.heading_number(section))
        if section.restart:
            self.at.paragraphs = 0
        self.target(section.id, walk.words(section.title), section.origin)
        self.at.above.append(bool(numbered.number))
        resolved = self.below(numbered)
        self.at.above.pop()
        return resolved

    def heading_number(self, section: b.Section) -> str:
        """Return the printed number of a heading; none where a heading that it counts within has none."""
        depth = len(self.at.above)
        pattern = self.style.headings[depth] if depth < len(self.style.headings) else None
        if not pattern or not section.numbered or not all(self.at.above[depth - pattern.parents :]):
            return ""
        counts = [*self.at.headings, *[0] * (depth + 1)][: depth + 1]
        counts[-1] += 1
        self.at.headings = counts
        if self.style.paragraphs and depth < self.style.paragraphs.parents:
            self.at.paragraphs = 0
        return pattern.format(*counts)

    def paragraph_number(self) -> str:
        """Return the printed number of the next paragraph; none where a heading that it counts within has none."""
        pattern = self.style.paragraphs
        if not pattern or self.at.above[: pattern.parents] != [True] * pattern.parents:
            return ""
        self.at.paragraphs += 1
        return pattern.format(*self.at.headings[: pattern.parents], self.at.paragraphs)

    def appendix(self, appendix: b.Appendix) -> Block:
        self.appendices += 1
        label = appendix.label or self.style.appendices.format(self.appendices)
        self.target(appendix.id, f"{appendix.prefix}{label}".strip().replace(" ", "\u00a0"), appendix.origin)
        around, self.at = self.at, _Level()
        resolved = self.below(evolve(appendix, label=label))
        self.at = around
        return resolved

    def table(self, table: b.Table) -> Block:
        caption = table.caption
        if caption:
            number = self.captions[caption.word] = self.captions.get(caption.word, 0) + 1
            caption = evolve(caption, number=number)
        self.target(table.id, f"{caption.word}\u00a0{caption.number}" if caption else "", table.origin)
        return self.below(evolve(table, caption=caption, widths=table.widths or column_widths(table, self.theme)))

    def inlines(self, inlines: Inlines) -> Inlines:
        return tuple(walk.inline_rebuilt(self.note(inline), self.inlines) for inline in inlines)

    def note(self, inline: Inline) -> Inline:
        if not isinstance(inline, b.Note):
            return inline
        if not inline.repeated:
            self.last_note += 1
            self.notes[inline.inlines] = self.last_note
        return evolve(inline, number=self.notes[inline.inlines])

    def target(self, name: str, printed: str, origin: Origin | None) -> None:
        if name in self.targets:
            self.problems.append(Problem(f'the id "{name}" is used twice', "give each thing an id of its own", origin))
        elif name:
            self.targets[name] = printed


@define
class _References:
    """Puts the printed words into every cross reference."""

    targets: dict[str, str]
    problems: list[Problem]

    def blocks(self, blocks: Blocks) -> Blocks:
        return tuple(walk.rebuilt(block, self.blocks, self.inlines) for block in blocks)

    def inlines(self, inlines: Inlines) -> Inlines:
        return tuple(walk.inline_rebuilt(self.reference(inline), self.inlines) for inline in inlines)

    def reference(self, inline: Inline) -> Inline:
        if not isinstance(inline, b.Reference):
            return inline
        printed = self.targets.get(inline.target)
        if not printed:
            self.problems.append(self.missing(inline))
            return inline
        return evolve(inline, text=printed[:1].lower() + printed[1:] if inline.lower else printed)

    def missing(self, reference: b.Reference) -> Problem:
        name = reference.target
        if name in self.targets:
            return Problem(f'"{name}" has no number to refer to', "give it a caption or a title", reference.origin)
        hint = did_you_mean(name, self.targets, "known ids") if self.targets else "no id is given yet"
        return Problem(f'nothing has the id "{name}"', hint, reference.origin)
