"""The styles part: all looks of the document, from the theme, so that an officer can change each in one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from attrs import evolve

from csp_docs.blocks import Numbering
from csp_docs.theme.theme import TextStyle, Theme
from csp_docs.typesetting.labels import text_column
from csp_docs.writers.word.blocks.callouts import box
from csp_docs.writers.word.blocks.layout_tables import layout_style
from csp_docs.writers.word.blocks.quotes import rule_at_left
from csp_docs.writers.word.file.elements import Xml, paragraph_properties, root, run_properties, to_bytes, w
from csp_docs.writers.word.file.measures import indent, rule, shading, twips
from csp_docs.writers.word.styles import numbering as lists
from csp_docs.writers.word.styles.numbered_styles import heading_variant, numbered_styles
from csp_docs.writers.word.styles.numbering import DocumentLists
from csp_docs.writers.word.styles.page_styles import page_styles
from csp_docs.writers.word.styles.style import HEADING_LEVELS, ParagraphStyle, number_reference
from csp_docs.writers.word.styles.table_style import table_styles
from csp_docs.writers.word.styles.toggles import Toggles, keep_on, toggles_of
from csp_docs.writers.word.styles.zones import STYLED_DEPTHS, callout_edge, list_style


class Styles(NamedTuple):
    """The styles of a file: the part that holds them, and which of them make words bold or italic."""

    part: bytes
    toggles: Toggles

    def part_in(self, xml: Xml) -> bytes:
        """Return the bytes of another part, ``xml``, in these styles."""
        return to_bytes(keep_on(self.toggles, xml))


@lru_cache(maxsize=16)
def styles_of(numbering: Numbering, language: str, theme: Theme, of_documents: tuple[DocumentLists, ...]) -> Styles:
    """Return the styles; ``of_documents`` has the lists of each document in the file, its own first.

    They are kept, because documents of one council and kind have the same.
    """
    styles = _styles(numbering, language, theme, of_documents)
    return Styles(to_bytes(styles), toggles_of(styles))


def _styles(numbering: Numbering, language: str, theme: Theme, of_documents: Sequence[DocumentLists]) -> Xml:
    paragraphs = (
        *_text_styles(numbering, theme),
        *_heading_styles(of_documents[0], theme),
        *(style for one in of_documents for style in numbered_styles(one, theme)),
        *_list_styles(numbering, theme),
        *_table_styles(theme),
        *_figure_styles(theme),
        *page_styles(of_documents, theme),
        *_furniture_styles(theme),
    )
    return root(
        "w:styles",
        _defaults(language),
        *(style.element(theme) for style in paragraphs),
        *_character_styles(theme),
        *table_styles(theme),
        layout_style(),
        w("style", w("name", val="No List"), w("uiPriority", val=99), w("semiHidden"), type="numbering", default=1,
          styleId="NoList"),
    )  # fmt: skip


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
    yield ParagraphStyle("Normal", "Normal", look=theme.body, priority=0)
    yield ParagraphStyle("BodyText", "Body Text", properties=(indent(column),), priority=1)
    yield ParagraphStyle("Masthead", "Masthead", look=theme.masthead, following="Masthead", priority=10, own=True,
                         properties=(w("keepNext"), w("keepLines")))  # fmt: skip
    yield from _callout_styles(column, theme)
    yield from _quote_styles(column, theme)


def _callout_styles(column: float, theme: Theme) -> Iterator[ParagraphStyle]:
    properties = (box(theme), shading(theme.colours.shade), _inside_box(column, theme))
    yield ParagraphStyle("Callout", "Callout", look=theme.body, properties=properties, priority=5, own=True)
    title, keep = evolve(theme.body, bold=True, after=theme.cell.after), (w("keepNext"),)
    yield ParagraphStyle("CalloutHeading", "Callout Heading", "Callout", title, "Callout", keep, 5, own=True)
    item = evolve(theme.body, after=theme.callout_item_after)
    yield ParagraphStyle("CalloutList", "Callout List", "Callout", item, priority=5, own=True)


def _quote_styles(column: float, theme: Theme) -> Iterator[ParagraphStyle]:
    place = rule_at_left(theme), indent(column + theme.quote_indent)
    yield ParagraphStyle("Quote", "Quote", look=theme.quote, properties=place, priority=29)
    keep = (w("keepLines"),)
    yield ParagraphStyle("QuoteSource", "Quote Source", "Quote", None, "BodyText", keep, 29, own=True)


def _inside_box(column: float, theme: Theme) -> Xml:
    left = twips(callout_edge(column, theme))
    return w("ind", left=left, right=twips(theme.callout_padding), firstLine=0)


def _heading_styles(document_lists: DocumentLists, theme: Theme) -> Iterator[ParagraphStyle]:
    """Yield the heading styles: without a number, headings are aligned with the text; others begin at the margin."""
    patterns, column = document_lists.numbering.headings, document_lists.column
    below = "NumberedParagraph" if document_lists.numbering.paragraphs else "BodyText"
    for level in range(1, HEADING_LEVELS + 1):
        numbered = level <= len(patterns) and patterns[level - 1] is not None
        number = number_reference(document_lists.headings, level - 1) if numbered else indent(column)
        yield _heading(level, below, number, theme)
        if numbered:
            name, plain = f"Heading {level} Unnumbered", (number_reference(0), indent(column))
            yield heading_variant(f"Heading{level}Unnumbered", name, level, "BodyText", *plain)


def _heading(level: int, below: str, place: Xml, theme: Theme) -> ParagraphStyle:
    properties = (w("keepNext"), w("keepLines"), place, w("outlineLvl", val=level - 1))
    look = theme.heading(level)
    return ParagraphStyle(f"Heading{level}", f"heading {level}", "Normal", look, below, properties, 9)


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
    heading = evolve(theme.label, after=theme.cell.after)
    yield ParagraphStyle("TableText", "Table Text", look=theme.cell, priority=3, own=True)
    yield ParagraphStyle("TableHeading", "Table Heading", "TableText", heading, priority=3, own=True)
    keep = w("keepNext"), w("keepLines")
    yield ParagraphStyle("Caption", "caption", "Normal", theme.caption, "BodyText", keep, 35)
    yield ParagraphStyle("TableNote", "Table Note", look=theme.source, priority=36, own=True)
    yield ParagraphStyle("FootnoteText", "footnote text", look=theme.note, properties=(w("keepLines"),))
    yield ParagraphStyle("FootnoteSeparator", "Footnote Separator", look=theme.note_rule, own=True)


def _figure_styles(theme: Theme) -> Iterator[ParagraphStyle]:
    words = evolve(theme.body, before=0, after=0)
    yield ParagraphStyle("Figure", "Figure", look=words, following="Caption", priority=34, own=True)
    yield ParagraphStyle("DiagramText", "Diagram Text", look=words, priority=34, own=True)
    yield ParagraphStyle("GridHeading", "Grid Heading", look=theme.label, following="Normal", priority=5, own=True)
    yield ParagraphStyle("CommentText", "annotation text", look=theme.note)


def _furniture_styles(theme: Theme) -> Iterator[ParagraphStyle]:
    right = w("tabs", w("tab", val="right", pos=twips(theme.page.text_width)))
    line = w("pBdr", rule("bottom", theme.colours.rule, space=4))
    yield ParagraphStyle("Header", "header", look=theme.furniture, properties=(right,))
    yield ParagraphStyle("RunningHead", "Running Head", "Header", properties=(line,), own=True)
    marking = evolve(theme.furniture, bold=True, after=theme.cell.after)
    yield ParagraphStyle("Marking", "Marking", "Header", marking, own=True)
    yield ParagraphStyle("Footer", "footer", look=theme.furniture, properties=(right,))


def _character_styles(theme: Theme) -> Iterator[Xml]:
    yield w("style", w("name", val="Default Paragraph Font"), w("uiPriority", val=1), w("semiHidden"),
            type="character", default=1, styleId="DefaultParagraphFont")  # fmt: skip
    yield _character("Strong", "Strong", (w("b"), w("bCs")))
    yield _character("Emphasis", "Emphasis", (w("i"), w("iCs")))
    for name in ("Hyperlink", "FollowedHyperlink"):
        yield _character(name, name, (w("color", val=theme.colours.link), w("u", val="single")))
    yield _character("CommentReference", "annotation reference", ())
    yield _character("FootnoteReference", "footnote reference", (w("vertAlign", val="superscript"),))


def _character(id_: str, name: str, properties: tuple[Xml, ...]) -> Xml:
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val="DefaultParagraphFont"),
        w("uiPriority", val=22),
        w("qFormat"),
        run_properties(properties),
        type="character",
        styleId=id_,
    )
