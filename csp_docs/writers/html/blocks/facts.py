"""Facts: lists of labels and values, which need no columns on a narrow screen."""

from __future__ import annotations

from itertools import groupby

from csp_docs.blocks import Fact, FactHeading, FactRow, Facts
from csp_docs.writers.html.blocks.lists import Flow
from csp_docs.writers.html.blocks.place import Place
from csp_docs.writers.html.blocks.tables import cell_content, cell_look
from csp_docs.writers.html.elements import Html, h, joined
from csp_docs.writers.html.inlines import written
from csp_docs.writers.html.story import Story


def facts_html(story: Story, place: Place, given: Facts, flow: Flow) -> Html:
    """Return a cover sheet: a list, or several between the headings and values that have no labels."""
    inside = [part for row in given.rows for part in _parts(row)]
    runs = [_run(story, place.inside(), kind, list(run), flow) for kind, run in groupby(inside, _kind)]
    return h("div", joined(runs), class_="facts", role="group", aria_label=given.summary or None)


def _parts(row: FactRow | FactHeading) -> tuple[Fact | FactHeading, ...]:
    return row.facts if isinstance(row, FactRow) else (row,)


def _kind(part: Fact | FactHeading) -> str:
    if isinstance(part, FactHeading):
        return "heading"
    return "listed" if part.label else "alone"


def _run(story: Story, place: Place, kind: str, parts: list[Fact | FactHeading], flow: Flow) -> Html:
    made = [_part(story, place, part, flow) for part in parts]
    return h("dl", joined(made)) if kind == "listed" else joined(made)


def _part(story: Story, place: Place, part: Fact | FactHeading, flow: Flow) -> Html:
    if isinstance(part, FactHeading):
        return h("p", h("strong", written(story, part.title)), class_="fact-heading")
    value = cell_content(story, place, part.blocks, flow)
    if not part.label:
        return h("div", value, class_=cell_look("fact-alone", part.blocks))
    return h("div", h("dt", written(story, part.label)), h("dd", value, class_=cell_look(None, part.blocks)))
