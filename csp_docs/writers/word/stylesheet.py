"""The styles part: all looks of the document, from the theme, so that an officer can change each in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from attrs import evolve

from csp_docs.blocks import Align, Numbering
from csp_docs.theme.theme import TextStyle, Theme
from csp_docs.typesetting.labels import text_column
from csp_docs.typesetting.places import COVER_HEAD_SIDES, FOOT_RULE
from csp_docs.typesetting.titles import head_line
from csp_docs.writers.word.blocks.layout_tables import layout_style
from csp_docs.writers.word.file.elements import Xml, paragraph_properties, root, run_properties, to_bytes, w
from csp_docs.writers.word.file.measures import indent, justified, rule, shading, twips
from csp_docs.writers.word.pages.flow import THIN
from csp_docs.writers.word.styles import numbering as lists
from csp_docs.writers.word.styles.box_styles import box, box_styles, rule_at_left, words_in_boxes
from csp_docs.writers.word.styles.character_styles import character_styles
from csp_docs.writers.word.styles.diagram_styles import diagram_styles
from csp_docs.writers.word.styles.gallery import HIDDEN, BuiltIn, latent_styles
from csp_docs.writers.word.styles.numbered_styles import heading_stops, heading_variant, numbered_styles, tabs
from csp_docs.writers.word.styles.numbering import DocumentLists
from csp_docs.writers.word.styles.page_styles import page_styles
from csp_docs.writers.word.styles.spaced import SpacedStyle, named
from csp_docs.writers.word.styles.style import HEADING_LEVELS, ParagraphStyle, elements, number_reference, resolved
from csp_docs.writers.word.styles.table_style import cell_styles, small_styles, table_styles
from csp_docs.writers.word.styles.toggles import Toggles, keep_on, toggles_of
from csp_docs.writers.word.styles.zones import STYLED_DEPTHS, callout_edge, list_style


class Given(NamedTuple):
    """What the styles of a file are made from.

    ``numbering`` is that of its own document; ``of_documents`` has the lists of each document in it, its own first.
    ``contents`` has the width of the numbers in the contents, in points, by level. ``heads`` has the alignment of the
    styles of lines at the head of reports. ``spaced`` are styles that the text needs, with their ids. ``small`` is
    whether there are tables with small words.
    """

    numbering: Numbering
    language: str
    theme: Theme
    of_documents: tuple[DocumentLists, ...]
    contents: tuple[tuple[int, float], ...]
    heads: tuple[tuple[str, Align], ...]
    spaced: tuple[tuple[SpacedStyle, str], ...]
    small: bool


class Styles(NamedTuple):
    """The styles of a file: the part that holds them, and which of them make words bold or italic."""

    part: bytes
    toggles: Toggles

    def part_in(self, xml: Xml) -> bytes:
        """Return the bytes of another part, ``xml``, in these styles."""
        return to_bytes(keep_on(self.toggles, xml))


@lru_cache(maxsize=16)
def styles_of(given: Given) -> Styles:
    """Return the styles of a file.

    They are kept, because documents of one council and kind often have the same.
    """
    styles = _styles(given)
    return Styles(to_bytes(styles), toggles_of(styles))


def _styles(given: Given) -> Xml:
    theme, words = given.theme, character_styles(given.theme)
    paragraphs = resolved(_aligned(_paragraph_styles(given), dict(given.heads)))
    paragraphs |= {style.id: style for style in named(given.spaced, paragraphs)}
    built_in = [BuiltIn(one.id, one.name, one.priority) for one in paragraphs.values() if not one.own]
    built_in += (BuiltIn(one.id, one.name, one.priority) for one in words if not one.own)
    return root(
        "w:styles",
        _defaults(given.language),
        latent_styles(built_in),
        *elements(paragraphs, theme),
        *(one.element() for one in words),
        *table_styles(theme),
        layout_style(),
        *box_styles(theme),
        w("style", w("name", val="No List"), w("uiPriority", val=99), *HIDDEN, type="numbering", default=1,
          styleId="NoList"),
    )  # fmt: skip


def _paragraph_styles(given: Given) -> Iterator[ParagraphStyle]:
    numbering, theme, of_documents = given.numbering, given.theme, given.of_documents
    yield from _text_styles(numbering, theme)
    yield from _heading_styles(of_documents[0], theme)
    for one in of_documents:
        yield from numbered_styles(one, of_documents[0], theme)
    yield from _table_styles(theme)
    yield from _list_styles(numbering, theme)
    if given.small:
        yield from small_styles(theme)
    yield from _figure_styles(theme)
    yield from page_styles(of_documents, given.contents, theme)
    yield from _furniture_styles(theme)
    for one in of_documents[1:]:
        if one.column != of_documents[0].column:
            yield from _moved(one, theme)


def _aligned(styles: Iterable[ParagraphStyle], heads: Mapping[str, Align]) -> Iterator[ParagraphStyle]:
    """Yield ``styles``; those of ``heads`` are aligned as the lines of the document that have them."""
    for style in styles:
        inherited = heads.get(style.based, Align.LEFT)
        align = heads.get(style.id, inherited)
        yield style if align is inherited else style._replace(properties=(*style.properties, justified(align)))


def _defaults(language: str) -> Xml:
    latin, others = {"asciiTheme": "minorHAnsi", "hAnsiTheme": "minorHAnsi"}, {"eastAsiaTheme": "minorEastAsia"}
    fonts = w("rFonts", **latin, **others, cstheme="minorBidi")
    proofing = w("lang", val=language, eastAsia="en-GB", bidi="ar-SA")
    return w(
        "docDefaults",
        w("rPrDefault", run_properties([fonts, proofing])),
        w("pPrDefault", paragraph_properties([w("widowControl")])),
    )


def _text_styles(numbering: Numbering, theme: Theme) -> Iterator[ParagraphStyle]:
    column = text_column(numbering, theme)
    thin = w("spacing", after=0, line=twips(THIN), lineRule="exact")
    yield ParagraphStyle("Normal", "Normal", look=theme.body, priority=0)
    yield ParagraphStyle("BodyText", "Body Text", properties=_at(column), priority=1)
    yield ParagraphStyle("Separator", "Separator", properties=(thin,), own=True)
    yield ParagraphStyle("Masthead", "Masthead", look=theme.masthead, following="BodyText", priority=10, own=True,
                         properties=(w("keepNext"), w("keepLines")), heading=True)  # fmt: skip
    plain = head_line(theme, bold=False)
    yield ParagraphStyle("MastheadPlain", "Masthead Plain", "Masthead", plain, priority=10, own=True)
    yield from _callout_styles(column, theme)
    yield from _quote_styles(column, theme)
    yield from words_in_boxes(theme)


def _callout_styles(column: float, theme: Theme) -> Iterator[ParagraphStyle]:
    properties = (box(theme), shading(theme, "shade"), _inside_box(column, theme))
    yield ParagraphStyle("Callout", "Callout", following="BodyText", properties=properties, priority=5, own=True)
    title, keep = evolve(theme.body, bold=True, after=theme.cell.after), (w("keepNext"),)
    yield ParagraphStyle("CalloutHeading", "Callout Heading", "Callout", title, "Callout", keep, 5, own=True)


def _quote_styles(column: float, theme: Theme) -> Iterator[ParagraphStyle]:
    place = rule_at_left(theme), indent(column + theme.quote_indent)
    yield ParagraphStyle("Quote", "Quote", look=theme.quote, following="BodyText", properties=place, priority=29)
    keep = (w("keepLines"),)
    yield ParagraphStyle("QuoteSource", "Quote Source", "Quote", None, "BodyText", keep, 29, own=True)


def _at(column: float) -> tuple[Xml, ...]:
    """Return the indent of text that begins at ``column``: none at the margin, where Normal begins."""
    return (indent(column),) if column else ()


def _inside_box(column: float, theme: Theme) -> Xml:
    left = twips(callout_edge(column, theme))
    return w("ind", left=left, right=twips(theme.callout_padding + theme.rule), firstLine=0)  # for the rule, too


def _moved(document_lists: DocumentLists, theme: Theme) -> Iterator[ParagraphStyle]:
    """Yield the styles of an embedded document whose text begins elsewhere: like the usual ones, but for the edge."""
    prefix, column, name = document_lists.prefix, document_lists.column, f"Embedded {document_lists.place}"
    quote, callout = indent(column + theme.quote_indent), _inside_box(column, theme)
    edges = {
        **({"Body Text": indent(column)} if column else {}),  # at the margin text is Normal
        **dict.fromkeys(("Quote", "Quote Source"), quote),
        **dict.fromkeys(("Callout", "Callout Heading"), callout),
    }
    for words, edge in edges.items():
        id_ = words.replace(" ", "")
        below = f"{prefix}Callout" if words == "Callout Heading" else "BodyText"
        yield ParagraphStyle(f"{prefix}{id_}", f"{name} {words}", id_, None, below, (edge,), own=True)
    for level in range(document_lists.shift + 1, HEADING_LEVELS + 1):
        plain = number_reference(0), indent(column)
        words = f"{name} Heading {level} Unnumbered"
        yield heading_variant(f"{prefix}Heading{level}Unnumbered", words, level, "BodyText", *plain)


def _heading_styles(document_lists: DocumentLists, theme: Theme) -> Iterator[ParagraphStyle]:
    """Yield the heading styles: without a number, headings are aligned with the text; others begin at the margin."""
    numbering, column = document_lists.numbering, document_lists.column
    patterns = numbering.headings
    below = "NumberedParagraph" if document_lists.numbering.paragraphs else "BodyText"
    for level in range(1, HEADING_LEVELS + 1):
        numbered = level <= len(patterns) and patterns[level - 1] is not None
        number = number_reference(document_lists.headings, level - 1) if numbered else None
        stops = tabs(heading_stops(document_lists, level, level, theme))
        place = (number, *stops) if number else _at(0 if level <= numbering.parents.start else column)
        yield _heading(level, below, place, theme)
        if numbered:
            name, plain = f"Heading {level} Unnumbered", (number_reference(0), indent(column))
            yield heading_variant(f"Heading{level}Unnumbered", name, level, "BodyText", *plain)


def _heading(level: int, below: str, place: tuple[Xml, ...], theme: Theme) -> ParagraphStyle:
    properties = (w("keepNext"), w("keepLines"), *place, w("outlineLvl", val=level - 1))
    look = theme.heading(level)
    return ParagraphStyle(f"Heading{level}", f"heading {level}", "Normal", look, below, properties, 9, heading=True)


def _list_styles(numbering: Numbering, theme: Theme) -> Iterator[ParagraphStyle]:
    column = text_column(numbering, theme)
    yield from _lists("List", "Normal", theme.list_item, column, (lists.BULLETS, lists.NUMBERS), theme)
    yield from _lists("Table", "TableText", theme.cell, 0, (lists.CELL_BULLETS, lists.CELL_NUMBERS), theme)


def _lists(
    word: str, based: str, look: TextStyle, left: float, tied: tuple[int, int], theme: Theme
) -> Iterator[ParagraphStyle]:
    for depth in range(STYLED_DEPTHS):
        bullet, number = (number_reference(each, depth) for each in tied)
        continued = indent(left + theme.list_indent * (depth + 1))
        for kind, place in (("Bullet", bullet), ("Number", number), ("Continue", continued)):
            name = f"{word} {kind} {depth + 1}" if depth else f"{word} {kind}"
            yield ParagraphStyle(list_style(word, kind, depth), name, based, look, "", (place,), 2, word != "List")


def _table_styles(theme: Theme) -> Iterator[ParagraphStyle]:
    yield from cell_styles(theme)
    keep = w("keepNext"), w("keepLines")
    yield ParagraphStyle("Caption", "caption", "Normal", theme.caption, "BodyText", keep, 35)
    yield ParagraphStyle("TableNote", "Table Note", look=theme.source, following="BodyText", priority=36, own=True)
    yield ParagraphStyle("FootnoteText", "footnote text", look=theme.note, properties=(w("keepLines"),))
    yield ParagraphStyle("FootnoteSeparator", "Footnote Separator", look=theme.note_rule, own=True)


def _figure_styles(theme: Theme) -> Iterator[ParagraphStyle]:
    words = evolve(theme.body, before=0, after=0)
    keep, below = (w("keepNext"),), evolve(words, after=theme.below_logo)
    yield ParagraphStyle("Logo", "Logo", look=below, following="Masthead", properties=keep, priority=10, own=True)
    above = evolve(words, before=theme.cover.logo_top)
    yield ParagraphStyle("CoverLogo", "Cover Logo", look=above, following="BodyText", priority=10, own=True)
    yield ParagraphStyle("Figure", "Figure", look=words, following="BodyText", priority=34, own=True)
    yield from diagram_styles(theme)
    yield ParagraphStyle("GridHeading", "Grid Heading", look=theme.label, following="Normal", priority=5, own=True)
    yield ParagraphStyle("CommentText", "annotation text", look=theme.note)


def _furniture_styles(theme: Theme) -> Iterator[ParagraphStyle]:
    right = w("tabs", w("tab", val="right", pos=twips(theme.page.text_width)))
    line = w("pBdr", rule("top", theme, "rule", space=FOOT_RULE))
    yield ParagraphStyle("Header", "header", look=theme.furniture, properties=(right,))
    marking = evolve(theme.furniture, bold=True)
    yield ParagraphStyle("Marking", "Marking", "Header", marking, own=True)
    if theme.cover.tint == "accent":
        white = evolve(marking, colour="white")
        beyond = twips(COVER_HEAD_SIDES)
        ground = (shading(theme, "accent"), w("ind", left=-beyond, right=-beyond, firstLine=beyond))
        words = evolve(theme.furniture, colour="white")
        yield ParagraphStyle("CoverHeader", "Cover Header", "Header", words, properties=ground, own=True)
        yield ParagraphStyle("CoverMarking", "Cover Marking", "Marking", white, properties=ground, own=True)
    yield ParagraphStyle("Footer", "footer", look=theme.furniture, properties=(right,))
    yield ParagraphStyle("RunningFoot", "Running Foot", "Footer", properties=(line,), own=True)
