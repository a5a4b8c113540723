"""Plans for the tests of the Word writer: one inside a report, and a way to make small ones."""

from typing import Any

from attrs import evolve

from csp_docs.blocks import (
    Appendix,
    BlankPage,
    Block,
    Callout,
    Contents,
    Document,
    Embedded,
    Landscape,
    List,
    Numbering,
    PageBreak,
    Quote,
    Section,
)
from csp_docs.blocks.counters import NumberPattern
from csp_docs.blocks.walk import ids
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.contents import with_pages
from csp_docs.typesetting.numbering import resolve
from tests.plan_sample import COVER, WIDE, embedded, plan
from tests.sample import p, t


def resolved(*blocks: Block, **changes: Any) -> Document:
    """Return the sample plan with other ``blocks``, numbered."""
    document, problems = resolve(evolve(plan(), blocks=blocks, **changes), Theme())
    assert not problems
    return with_pages(document, dict.fromkeys(ids(document.blocks), 7))


def nested() -> Document:
    """Return a report whose paragraphs have numbers, with a plan in it that has none, with a document in that."""
    numbering = Numbering(
        (NumberPattern.parse("1.0"),), NumberPattern.parse("1.1"), appendices=NumberPattern.parse("1")
    )
    listed = Callout((p("first"), List(((p("one"),), (p("two"),)))), t("Listed"))
    boxes = listed, Callout((p("all"),), t("Note")), Quote((p("words"),), t("a resident"))
    inner = evolve(plan(), blocks=(*plan().blocks[4:], Section(t("Boxes"), (*boxes, List(((p("point"),),))))))
    around = Appendix(t("The plan"), (Embedded(inner),), prefix="Appendix ", suffix=": ")
    again = Appendix(t("The same in Welsh"), (Embedded(embedded()),), prefix="Appendix ", suffix=": ")
    first = Section(t("Report"), (evolve(p("One"), numbered=True), *boxes))
    return resolved(first, around, again, Section(t("End"), (evolve(p("Two"), numbered=True),)), numbering=numbering)


def odd_places() -> Document:
    """Return a plan whose pages begin and end where nobody would have them."""
    landscape, contents = Landscape((WIDE,)), Contents(t("Contents"))
    in_table = evolve(embedded(), blocks=(contents, Section(t("One"), (evolve(WIDE, id=""),))))
    turned = evolve(embedded(), blocks=(Landscape((evolve(WIDE, id=""),)),))
    same, nothing = evolve(plan(), blocks=(p("words"),)), evolve(plan(), blocks=())
    appendices = (Appendix(t("Plan"), (Embedded(one),), prefix="Annex ") for one in (in_table, turned, same, nothing))
    blocks = PageBreak(), COVER, COVER, Landscape(()), Callout((evolve(landscape, blocks=(p("words"),)),)), landscape
    return resolved(
        *blocks, List(((p("item"), Landscape((p("wide"),))),)), BlankPage(t("empty")), contents, *appendices
    )
