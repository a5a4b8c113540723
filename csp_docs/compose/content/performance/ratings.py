"""How many measures have each rating, and what is wrong with ratings that are set by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from csp_docs import blocks as b
from csp_docs.blocks import Inlines
from csp_docs.compose.content.tables import caption_of
from csp_docs.compose.context import Context
from csp_docs.errors import Code
from csp_docs.measures import calculated as measures
from csp_docs.model import Measure, Rag


def counts_in_words(found: Sequence[Measure], context: Context) -> str:
    """Return how many measures have each rating: "4 green, 2 amber, 1 not rated"."""
    counts = measures.ratings(found, context.council.measures)
    return ", ".join(f"{count} {_inside(_word(level, context))}" for level, count in counts.items())


def summary(caption: str, groups: Mapping[str, Sequence[Measure]], context: Context) -> b.Table:
    """Return a table with the counts of ratings: a row for each group, and one for all measures."""
    found = [measure for group in groups.values() for measure in group]
    levels = [*measures.ratings(found, context.council.measures)]
    heads = [context.term("rag_priority"), context.term("rag_count"), *(_word(level, context) for level in levels)]

    def row(title: Inlines, group: Sequence[Measure]) -> tuple[b.Blocks, ...]:
        counts = measures.ratings(group, context.council.measures)
        numbers = (len(group), *(counts.get(level, 0) for level in levels))
        return (b.Paragraph(title),), *((b.Paragraph((b.Text(str(number)),)),) for number in numbers)

    rows = [row(context.inlines(title) or context.words("rag_others"), group) for title, group in groups.items()]
    return b.Table(
        head=(tuple(b.HeaderCell((b.Text(head),)) for head in heads),),
        groups=(b.RowGroup(tuple(rows)),),
        aligns=(b.Align.LEFT, *[b.Align.RIGHT] * (len(heads) - 1)),
        row_headers=True,
        totals=(row(context.words("rag_all"), found),),
        caption=caption_of(caption, context.term("table"), context),
    )


def reasons_by_hand(found: Sequence[Measure], context: Context) -> list[Inlines]:
    """Return the notes with the reasons of ratings that are set by hand."""
    by_hand = b.Text(f" ({context.term('rag_by_hand')}): ")
    inlines = context.inlines
    return [(*inlines(m.name), by_hand, *inlines(m.rag.reason)) for m in found if m.rag and m.rag.reason]


def warn_of_ratings(found: Sequence[Measure], context: Context) -> None:
    """Warn of ratings that are set by hand, without a reason, where the figures give another."""
    for measure in found:
        by_target = measures.rating_by_target(measure, context.council.measures)
        given = measure.rag
        if not given or given.reason or not isinstance(by_target, Rag) or given.level in (Rag.BLUE, Rag.GREY):
            continue
        if given.level is not by_target:
            fact = f'"{measure.name}" is rated {given.level.value} by hand, but its figures give {by_target.value}'
            hint = "remove `rag`, or say why: `rag: {level: …, reason: …}`"
            context.warn(Code.RATED_OTHERWISE, fact, hint, measure.name)


def _word(level: Rag | None, context: Context) -> str:
    return context.term(f"rag_{level.value}" if level else "rag_none")


def _inside(word: str) -> str:
    """Return a word as it is inside a sentence."""
    return word[:1].lower() + word[1:]
