"""The numbers of headings, paragraphs, captions, appendices and footnotes, then references and contents.

They are set once for all writers. A writer does not count: it prints the numbers set here, or sets up Word's own lists
so that they give the same numbers.
"""

from __future__ import annotations

from typing import Any, TypeVar

from attrs import define, evolve, field

from csp_docs import blocks as b
from csp_docs.blocks import Block, Blocks, Document, Inline, Inlines, Numbering, walk
from csp_docs.blocks.counters import NumberPattern
from csp_docs.errors import Code, Origin, Problem, origin_of
from csp_docs.theme.theme import Page, Theme
from csp_docs.typesetting.contents import with_entries
from csp_docs.typesetting.editions import open_words, public_edition
from csp_docs.typesetting.keeps import with_keeps
from csp_docs.typesetting.labels import at_margin, too_deep
from csp_docs.typesetting.references import References, Target
from csp_docs.typesetting.sizes import figure_size, picture_size
from csp_docs.typesetting.widths import with_widths

B = TypeVar("B", bound=Block)


def resolve(document: Document, theme: Theme, *, public: bool = False) -> tuple[Document, tuple[Problem, ...]]:
    """Return ``document`` with all its numbers, sizes, references and contents, and with what is kept together.

    The ``public`` edition leaves out what is not for the public. Its numbers are those of the whole document.

    The problems are references without a target or to words that are not for the public, ids or labels that are used
    twice, and tables with figures that the page cannot hold; other tables that are too wide for the page and contents
    without entries are warnings.
    """
    problems: list[Problem] = []
    numbered = _resolved(document, theme, _Notes(), problems)
    fitted, too_wide = with_widths(public_edition(numbered) if public else numbered, theme)
    resolved, empty = with_entries(with_keeps(fitted, theme))
    if any(isinstance(block, b.PageBreak) and block.if_needed for block in walk.in_flow(resolved.blocks)):
        from csp_docs.typesetting.rooms.parts import with_needed_breaks  # few documents have such breaks

        resolved = with_needed_breaks(resolved, theme)
    return resolved, (*problems, *too_wide, *empty)


def _resolved(document: Document, theme: Theme, notes: _Notes, problems: list[Problem], prefix: str = "") -> Document:
    """Return one document of a file with its own numbering; ``prefix`` makes its ids unique in the file."""
    closed = document.withheld is not None
    counter = _Counter(document.numbering, theme, notes, problems, prefix, closed)
    numbered = counter.blocks(document.blocks)
    numbering = evolve(document.numbering, deeper=tuple(counter.deeper.values())) if counter.deeper else counter.style
    blocks = References(counter.targets, problems, prefix, closed).blocks(numbered)
    return evolve(document, blocks=blocks, numbering=numbering)


@define
class _Notes:
    """The count of footnotes, which continues through all documents of a file."""

    numbers: dict[Inlines, int] = field(factory=dict)
    last: int = 0

    def copied(self) -> _Notes:
        """Return the same count, to count on separately."""
        return _Notes(dict(self.numbers), self.last)


@define
class _Level:
    """The counts of headings and paragraphs, and of those within the last paragraph; they start again in an appendix.

    ``above`` says for each heading around the place whether it has a number.
    """

    headings: list[int] = field(factory=list)
    paragraphs: int = 0
    above: list[bool] = field(factory=list)
    within: list[int] = field(factory=list)

    def copied(self) -> _Level:
        """Return the same counts, to count on separately."""
        return _Level([*self.headings], self.paragraphs, [*self.above], [*self.within])


@define
class _Counter:
    """Walks the tree once, in reading order, and counts. ``closed`` says whether this is not for the public."""

    style: Numbering
    theme: Theme
    notes: _Notes
    problems: list[Problem]
    prefix: str
    closed: bool
    targets: dict[str, Target] = field(factory=dict)
    at: _Level = field(factory=_Level)
    appendices: int = 0
    labels: set[str] = field(factory=set)
    captions: dict[str, int] = field(factory=dict)
    deeper: dict[int, NumberPattern] = field(factory=dict)

    def blocks(self, blocks: Blocks) -> Blocks:
        return walk.mapped(self.block, blocks)

    def block(self, block: Block) -> Block:
        match block:
            case b.Paragraph():
                return self.paragraph(block) if block.numbered or block.id else self.below(block)
            case b.Section() if block.title:
                return self.section(block)
            case b.Section():
                self.target(block.id, "", block.origin)
                return self.below(block, id=self.own(block.id))
            case b.Appendix():
                return self.appendix(block)
            case b.Table():
                return self.table(block)
            case b.Figure():
                return self.figure(block)
            case b.Signature():
                return self.signature(block)
            case b.Landscape():
                return self.within(block, self.theme.page.turned())
            case b.Grid():
                return self.within(block, self.theme.page.column(self.theme.grid_gutter, block.columns))
            case b.Part():
                return self.part(block)
            case b.Embedded():
                return self.embedded(block)
        return self.below(block)

    def below(self, block: B, **changes: Any) -> B:
        return walk.rebuilt(block, self.blocks, self.inlines, **changes)

    def section(self, section: b.Section) -> Block:
        number = self.heading_number(section)
        if section.restart:
            self.at.paragraphs = 0
        if section.id:
            words, public = walk.words(section.title), self.public(section.title)
            self.target(section.id, words, section.origin, number, public)
        over = bool(self.style.paragraphs) and len(self.at.above) < self.style.parents.start
        self.at.above.append(bool(number))
        resolved = self.below(section, number=number, over=over, id=self.own(section.id))
        self.at.above.pop()
        return resolved

    def heading_number(self, section: b.Section) -> str:
        """Return the printed number of a heading; empty if a heading that it counts within has no number."""
        depth = len(self.at.above)
        pattern = self.style.headings[depth] if depth < len(self.style.headings) else None
        if not pattern or not section.numbered or not all(self.at.above[depth - pattern.parents :]):
            return ""
        counts = [*self.at.headings, *[0] * (depth + 1)][: depth + 1]
        counts[-1] += 1
        self.at.headings = counts
        if self.style.paragraphs and depth < self.style.parents.stop:
            self.at.paragraphs = 0
        return pattern.format(*counts)

    def paragraph_number(self) -> str:
        """Return the printed number of the next paragraph; empty if a heading that it counts within has no number."""
        pattern = self.style.paragraphs
        if not pattern or self.at.above[self.style.parents] != [True] * pattern.parents:
            return ""
        self.at.paragraphs += 1
        self.at.within = []
        return pattern.format(*self.at.headings[self.style.parents], self.at.paragraphs)

    def number_within(self, marker: NumberPattern, depth: int, at: Origin | None) -> str:
        """Return the printed number of a paragraph that counts within the one above it; empty if that has none."""
        above = (*self.at.headings[self.style.parents], self.at.paragraphs)
        if not self.at.paragraphs or depth > len(self.at.within) + 1:
            self.problems.append(too_deep(marker, (*above, *self.at.within) if self.at.paragraphs else (), at))
            return ""
        self.at.within = [*self.at.within, 0][:depth]
        self.at.within[-1] += 1
        counts = (*above, *self.at.within)
        return self.deeper.setdefault(depth, marker).format(*counts)

    def paragraph(self, paragraph: b.Paragraph) -> Block:
        marker, own = paragraph.marker, self.style.paragraphs
        depth = marker.parents - own.parents if marker and own else 0
        if marker and depth:
            number = self.number_within(marker, depth, paragraph.origin)
        else:
            number = self.paragraph_number() if paragraph.numbered else ""
        self.target(paragraph.id, number.rstrip("."), paragraph.origin, number)
        return self.below(paragraph, number=number, depth=depth, id=self.own(paragraph.id))

    def appendix(self, appendix: b.Appendix) -> Block:
        self.appendices += 1
        label = appendix.label or self.style.appendices.format(self.appendices)
        if label in self.labels:
            at = origin_of(appendix.label) or appendix.origin
            self.problems.append(
                Problem(
                    Code.LABEL_TWICE, f'two appendices have the label "{label}"', "give one of them another label", at
                )
            )
        self.labels.add(label)
        self.target(appendix.id, f"{appendix.prefix}{label}".strip().replace(" ", "\u00a0"), appendix.origin, label)
        around, self.at = self.at, _Level()
        resolved = self.below(appendix, label=label, id=self.own(appendix.id))
        self.at = around
        return evolve(resolved, blocks=at_margin(resolved.blocks)) if self.style.paragraphs else resolved

    def table(self, table: b.Table) -> Block:
        caption = self.caption(table)
        return self.below(evolve(table, caption=caption, id=self.own(table.id)))

    def figure(self, figure: b.Figure) -> Block:
        size = figure_size(figure, self.theme)
        return self.below(evolve(figure, caption=self.caption(figure), size=size, id=self.own(figure.id)))

    def caption(self, block: b.Table | b.Figure) -> b.Caption | None:
        """Return the caption with its number in its series, which is also what references print."""
        if not block.caption:
            self.target(block.id, "", block.origin)
            return None
        series = block.caption.word.casefold()  # Word counts "Map" and "map" as one
        number = self.captions[series] = self.captions.get(series, 0) + 1
        caption = evolve(block.caption, number=number)
        self.target(block.id, caption.label, block.origin, str(number))
        return caption

    def signature(self, signature: b.Signature) -> Block:
        heights = {"portrait": self.theme.portrait_height, "signature": self.theme.signature_height}
        figures = {name: getattr(signature, name) for name in heights}
        sized = {
            name: figure and evolve(figure, size=picture_size(figure, heights[name]))
            for name, figure in figures.items()
        }
        return evolve(
            signature,
            **sized,
            name=self.inlines(signature.name),
            lines=tuple(self.inlines(line) for line in signature.lines),
        )

    def within(self, block: b.Landscape | b.Grid, page: Page) -> Block:
        """Number blocks on another kind of page, or in a column: figures and tables fit its width."""
        around, self.theme = self.theme, evolve(self.theme, page=page)
        resolved = self.below(block)
        self.theme = around
        return resolved

    def part(self, part: b.Part) -> Block:
        """Number a part; the notice in its place counts on from the same numbers, and changes none after it."""
        apart = evolve(
            self, notes=self.notes.copied(), at=self.at.copied(), captions=dict(self.captions), problems=[], targets={}
        )
        notice = part.notice and apart.blocks(part.notice)
        around, self.closed = self.closed, part.notice is not None
        numbered = self.below(evolve(part, notice=notice))
        self.closed = around
        return numbered

    def public(self, title: Inlines) -> str:
        """Return the title that a reference from a part for the public prints; empty if there is none."""
        hidden = [inline for inline in title if isinstance(inline, b.Closed)]
        named = all(inline.named for inline in hidden)
        return walk.words(open_words(title)) if named and (hidden or not self.closed) else ""

    def embedded(self, embedded: b.Embedded) -> Block:
        """Number a document inside an appendix separately; its ids have a prefix of their own."""
        prefix = f"{self.prefix}{self.appendices}/"
        return evolve(embedded, document=_resolved(embedded.document, self.theme, self.notes, self.problems, prefix))

    def own(self, name: str) -> str:
        """Return an id that is unique in the file."""
        return f"{self.prefix}{name}" if name and self.prefix else name

    def inlines(self, inlines: Inlines) -> Inlines:
        return walk.mapped(self.inline, inlines)

    def inline(self, inline: Inline) -> Inline:
        return walk.inline_rebuilt(self.note(inline) if isinstance(inline, b.Note) else inline, self.inlines)

    def note(self, note: b.Note) -> b.Note:
        if not note.repeated:
            self.notes.last += 1
            self.notes.numbers[note.inlines] = self.notes.last
        return evolve(note, number=self.notes.numbers[note.inlines])

    def target(
        self, name: str, printed: str, origin: Origin | None, number: str = "", public: str | None = None
    ) -> None:
        if name in self.targets:
            place = origin or self.targets[name].origin  # an appendix that the document adds itself has no origin
            self.problems.append(
                Problem(Code.ID_TWICE, f'the id "{name}" is used twice', "give each thing its own id", place)
            )
        elif name:
            self.targets[name] = Target(printed, number.rstrip("."), origin, printed if public is None else public)
