"""Small resolved reports in every house style of numbering, and what a reader sees of their numbers."""

from collections.abc import Iterator
from typing import Any

from csp_docs.blocks import Appendix, Block, Blocks, Document, List, Numbering, Paragraph, Reference, Section, Text
from csp_docs.blocks.counters import NumberPattern
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.numbering import resolve
from tests.sample import TABLE, t


def _style(headings: tuple[str, ...], paragraphs: str = "", **others: Any) -> Numbering:
    patterns = tuple(NumberPattern.parse(pattern) if pattern else None for pattern in headings)
    return Numbering(patterns, NumberPattern.parse(paragraphs) if paragraphs else None, **others)


HOUSE_STYLES = {
    "1.0 and 1.1": _style(("1.0",), "1.1", appendices=NumberPattern.parse("1")),
    "three levels and 1.1": _style(("1.", "1.1", "1.1.1"), "1.1"),
    "Section 1: and continuous": _style(("Section 1:",), "1.", continuous=True),
    "two levels and continuous": _style(("1.", "1.1"), "1.", continuous=True),
    "continuous alone": _style((), "1.", continuous=True),
    "headings alone": _style(("1.", "1.1")),
    "second level alone": _style(("", "A.")),
    "roman, letters and 1.1": _style(("I.", "(a)"), "1.1"),
    "letters and 1.1": _style(("A.",), "1.1"),
    "two levels and 1.1.1": _style(("1.", "1.1"), "1.1.1"),
    "nothing": _style(()),
}


def _numbered(words: str) -> Paragraph:
    return Paragraph(t(words), numbered=True)


def _section(title: str, *blocks: Block, **others: Any) -> Section:
    return Section(t(title), blocks, **others)


def _appendix(title: str, *blocks: Block, **others: Any) -> Appendix:
    return Appendix(t(title), blocks, prefix="Appendix ", suffix=": ", **others)


DEEP = _section("Deep", _section("Deeper", _numbered("c")), _numbered("d"))
BLOCKS: Blocks = (
    _section("One", _numbered("a"), _numbered("b"), DEEP),
    _section("Apart", _numbered("e"), numbered=False),
    _section("Two", _section("Two one", _numbered("f")), _section("Afresh", _numbered("g"), restart=True), TABLE),
    _section("Three", _numbered("h"), List(((Paragraph(t("item")),),), NumberPattern.parse("(i)"), start=4)),
    _appendix("First", _numbered("j"), _section("Aim", _numbered("k"), _section("Sub", _numbered("l"))), id="first"),
    _appendix("Typed", _section("Aim", _numbered("m"), numbered=False), _section("End", _numbered("n")), label="X9"),
    _appendix("Afresh", _numbered("p"), _section("Again", _numbered("r"), restart=True)),
    _appendix("Third", _section("Aim", _numbered("o")), id="third"),
    _section("Back", _numbered("q"), Paragraph((Reference("first"), Text(" and "), Reference("third")))),
)  # fmt: skip


def report(numbering: Numbering) -> Document:
    """Return a report with sections, restarts, and appendices whose labels are counted and typed."""
    document = Document(
        "Report", "en-GB", "Council", "Subject", BLOCKS, numbering, ("Report",), "Page {page} of {pages}"
    )
    resolved, problems = resolve(document, Theme())
    assert not problems
    return resolved


def printed(blocks: Blocks) -> Iterator[str]:
    """Yield headings and numbered paragraphs as resolved: number, then words."""
    for block in blocks:
        match block:
            case Section(title=(Text(words),)):
                yield f"{block.number} {words}".strip()
                yield from printed(block.blocks)
            case Appendix(title=(Text(words),)):
                yield f"{block.prefix}{block.label}{block.suffix}{words}"
                yield from printed(block.blocks)
            case Paragraph(inlines=(Text(words),)) if block.numbered:
                yield f"{block.number} {words}".strip()
