"""The look of documents: one set of measures for all writers, so that Word and PDF break lines and pages alike.

All lengths are in points. Only tables that are ``small`` have text below 12 pt (guidance on accessible documents).
"""

from __future__ import annotations

from attrs import evolve

from csp_docs.records import record
from csp_docs.theme.colours import Colours
from csp_docs.theme.metrics import TWIPS, Fonts, in_twips

POINTS_PER_CM = 72 / 2.54


@record
class TextStyle:
    """The look of text with one role; ``leading`` is the distance from line to line.

    ``rule`` names the colour of the rule below a heading; if it is empty, there is no rule.
    """

    size: float
    leading: float
    bold: bool = False
    colour: str = "text"
    before: float = 0
    after: float = 0
    rule: str = ""


@record
class Page:
    """Paper and margins; the default gives lines of about 70 characters on A4."""

    width: float = 595.28
    height: float = 841.89
    left: float = 2.54 * POINTS_PER_CM
    right: float = 2.54 * POINTS_PER_CM
    top: float = 2.2 * POINTS_PER_CM
    bottom: float = 2.3 * POINTS_PER_CM
    usual_top: float = 0  # the top margin of pages whose head needs no more, if this is another page

    @property
    def text_width(self) -> float:
        """The width between the margins, in whole twips, so that lines are as long in Word as in the PDF."""
        return (in_twips(self.width) - in_twips(self.left) - in_twips(self.right)) / TWIPS

    @property
    def text_height(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom

    def narrowed(self, left: float) -> Page:
        """Return the page with text that begins ``left`` points further to the right."""
        return evolve(self, left=self.left + left)

    def column(self, gutter: float, columns: int = 2) -> Page:
        """Return the page with text as wide as one of several ``columns`` with a ``gutter`` between them."""
        return evolve(self, right=self.right + (self.text_width + gutter) * (1 - 1 / columns))

    def turned(self) -> Page:
        """Return the page turned sideways; the margins stay where they are on the screen."""
        return evolve(self, width=self.height, height=self.width)


LEADING = 17
"""Body leading: 12 pt Arial at 1.42 of the size."""
_SMALL = {"size": 10.0, "leading": 13.0}  # words in small tables


@record
class CoverLook:
    """The look of a cover page: text on a tint with a bar at the left edge, and details at the foot of the text area.

    ``logo`` is the place for a logo, at the top left of the text area; the first line begins ``top`` points down.
    """

    logo: tuple[float, float] = (4.5 * POINTS_PER_CM, 2.5 * POINTS_PER_CM)
    top: float = 2.5 * POINTS_PER_CM + 40
    body: TextStyle = TextStyle(18, 24, bold=True, colour="accent", after=14)
    title: TextStyle = TextStyle(38, 46, bold=True, colour="accent", before=14, after=12)
    smaller_titles: tuple[TextStyle, ...] = tuple(
        TextStyle(*size, bold=True, colour="accent", before=14, after=12) for size in ((34, 41), (28, 34), (22, 28))
    )
    """The next sizes of a title that is too long, or has a single word in its last line."""
    rule: tuple[float, float] = (6 * POINTS_PER_CM, 3)
    """The length and thickness of the rule below the title."""
    below_rule: float = 18
    subtitle: TextStyle = TextStyle(20, 27, before=6, after=8)
    strapline: TextStyle = TextStyle(16, 23, before=24, after=10)
    detail: TextStyle = TextStyle(14, 19, bold=True, before=3, after=3)
    """A line of the block at the foot."""
    statement: TextStyle = TextStyle(14, 20, before=28, after=8)
    tint: str = "shade"
    accent: str = "accent"
    """The colours of the ground, and of the bar and the rule."""
    bar: float = 44
    """The width of the bar, which is as high as the paper."""
    picture: float = 0
    """The height of a picture at the top of the paper; ``tallest_picture`` is the greatest."""
    logo_top: float = 0
    tallest_picture: float = 330

    def reversed(self) -> CoverLook:
        """Return the look with white text on the accent colour, without a bar."""
        roles = ("body", "title", "subtitle", "strapline", "detail", "statement")
        styles = {role: evolve(getattr(self, role), colour="white") for role in roles}
        smaller = tuple(evolve(title, colour="white") for title in self.smaller_titles)
        return evolve(self, **styles, smaller_titles=smaller, tint="accent", accent="white", bar=0)


@record
class Watermark:
    """The word that marks a draft, slanted across the middle of the page: its size, and its angle in degrees."""

    size: float = 120
    angle: float = 45
    colour: str = "watermark"


@record
class ChartLook:
    """Lines and columns of charts. ``gap`` is the space between two categories, as a share of the width of a column."""

    line: float = 2.25
    marker: float = 7
    """The width and height of the markers of a line."""
    gap: float = 0.6
    axis: float = 0.75
    """The thickness of the axis and the grid."""
    target: float = 1.5
    """The thickness of a target's line."""
    interval: float = 1.25
    """The thickness of the lines that show a confidence interval."""


@record
class Theme:
    """Everything that a writer needs to know about the look of a document."""

    fonts: Fonts = Fonts()
    colours: Colours = Colours()
    publication: bool = False
    page: Page = Page()
    body: TextStyle = TextStyle(12, LEADING, after=9)
    headings: tuple[TextStyle, ...] = (
        TextStyle(16, 21, bold=True, colour="accent", before=22, after=8),
        TextStyle(14, 19, bold=True, colour="accent", before=20, after=6),
        TextStyle(12, LEADING, bold=True, colour="accent", before=14, after=4),
        TextStyle(12, LEADING, bold=True, colour="text", before=12, after=4),
        TextStyle(12, LEADING, colour="accent", before=12, after=4),
    )
    publication_headings: tuple[TextStyle, ...] = (
        TextStyle(24, 29, bold=True, colour="accent", before=30, after=10, rule="accent"),
        TextStyle(17, 22, bold=True, colour="accent", before=22, after=6),
        TextStyle(14, 19, bold=True, colour="accent", before=16, after=4),
        TextStyle(12, LEADING, bold=True, colour="text", before=12, after=4),
        TextStyle(12, LEADING, colour="accent", before=12, after=4),
    )
    """The headings of publications, which residents read; ``headings`` are those of papers for a meeting."""
    heading_rule: tuple[float, float] = (4, 1)
    """The distance of the rule below a heading from the words, and its thickness."""
    title: TextStyle = TextStyle(20, 25, bold=True, colour="accent", before=6, after=12)
    """The title of a report, below its masthead; the title of a publication is on its cover."""
    masthead: TextStyle = TextStyle(14, 18, bold=True, colour="accent", after=4)
    below_logo: float = 10
    list_item: TextStyle = TextStyle(12, LEADING, after=4)
    item_spaces: tuple[float, float] = (2, 8)
    """The space between the paragraphs of an item that has several, and below it."""
    cell: TextStyle = TextStyle(12, 15.5, after=4.5)
    """Text in cells. The space below it is the same as their padding, to which Word adds that of the last paragraph."""
    label: TextStyle = TextStyle(12, 15.5, bold=True, after=3)
    caption: TextStyle = TextStyle(12, 15.5, before=12, after=6)  # only its label ("Table 1:") is bold
    source: TextStyle = TextStyle(12, 15, colour="note", before=4)  # each note and source below a table or a figure
    note: TextStyle = TextStyle(12, 15, before=3)
    note_rule: TextStyle = TextStyle(11, 12.75, colour="rule")
    """The line with the rule above notes. Word makes it 1.149 times its size high, with the rule in its middle."""
    furniture: TextStyle = TextStyle(12, 15)
    number_width: float = 1.5 * POINTS_PER_CM
    list_indent: float = 21  # of the words of all lists, so that they are aligned: it has room for "10." and "(a)"
    bullet_hang: float = 12
    """How far a bullet is before its words: if it was further, programs that read the page took the two for columns."""
    cell_padding: tuple[float, float] = (6, 4.5)
    """The space at the sides of a cell, and above and below its words."""
    cell_right: float = 6
    """The space at the right of a cell: less than at the left in tables with many columns."""
    narrow_rights: tuple[tuple[int, float], ...] = ((6, 1), (9, 0))
    """A table with so many columns or more has this space at the right of its cells; the last that applies counts."""
    figure_gap: float = 8
    """The space at the right of a column of figures before a column of words, besides that at the sides of cells."""
    rule: float = 0.5
    total_rule: float = 0.75
    """The thickness of the rules between the rows of a table, and above a total, which is in the colour of text."""
    below_table: float = 14
    """The space below tables, and below a figure that has neither caption nor source."""
    whole_table: int = 8
    """A table with up to this number of rows below its header is kept on one page, unless they are ``tall``."""
    tall_share: float = 0.45
    """Content that takes more than this share of the text's height is tall: two may need more than a page."""
    short_share: float = 1 / 3
    """An appendix that takes no more than this share of the text's height follows what is above it on the page."""
    apart: float = 12
    """The space above and below what is set apart from the text: callouts, quotations and grids; and above tables and
    figures without a caption, and the rule above notes."""
    below_heading: float = 6
    """The least space between a heading and a table or a figure right below it, which belongs to it."""
    below_ruled: float = 14
    """The same for a heading with a rule, which would look double with the rule of the table."""
    callout_padding: float = 10
    callout_bar: float = 4
    quote: TextStyle = TextStyle(12, LEADING, after=6)
    quote_bar: float = 2
    """The width of the rule at the left of a quotation, which is ``quote_indent`` before its words."""
    quote_indent: float = 14
    grid_gutter: float = 18
    """The space between the columns of a grid."""
    chart_shape: float = 0.56
    """The height of a chart, as a share of its width."""
    chart: ChartLook = ChartLook()
    frame_height: float = 105
    """The least height of an empty frame: a page of a draft has room for several, and is not half empty."""
    frame_rule: float = 1
    """The thickness of the rules around an empty frame, inside its edges."""
    figure_share: float = 0.7
    """The share of the text's height that a figure may have; its caption and what introduces it need the rest."""
    portrait_height: float = 110
    signature_height: float = 44
    cover: CoverLook = CoverLook()
    inner_cover: CoverLook | None = None
    """The look of covers of documents inside the document, if it is different."""
    contents: tuple[TextStyle, ...] = (
        TextStyle(12, LEADING, bold=True, before=4, after=4),
        TextStyle(12, LEADING, after=2),
    )
    """The entries of the contents by level; deeper ones look like the last."""
    contents_caption: TextStyle = TextStyle(12, LEADING, after=2)
    """The entries of lists of figures and tables."""
    contents_indent: float = 18
    """The indent of each level of the contents."""
    watermark: Watermark = Watermark()
    fact_label: float = 0.27

    @property
    def tallest_figure(self) -> float:
        """The height that a figure may have."""
        return self.figure_share * self.page.text_height

    @property
    def tall(self) -> float:
        """The height from which rows are tall: they may be split, and headers are not repeated."""
        return self.tall_share * self.page.text_height

    @property
    def short(self) -> float:
        """The height up to which an appendix is short: it does not begin a new page."""
        return self.short_share * self.page.text_height

    def appendix(self, level: int, *, together: bool) -> TextStyle:
        """The style of an appendix's heading: that of its ``level``, at the top of a page unless it is ``together``."""
        return self.heading(level) if together else evolve(self.heading(level), before=0)

    def heading(self, level: int) -> TextStyle:
        """The style of a heading; ``level`` counts from 1, and deeper levels look like the last."""
        return self.headings[min(level, len(self.headings)) - 1]

    def for_publication(self) -> Theme:
        """Return the theme of a publication: it has larger headings, and a rule below those that begin a chapter."""
        return evolve(self, publication=True, headings=self.publication_headings)

    def above_rows(self, heading: TextStyle) -> float:
        """The least space between a ``heading`` and a table or a figure right below it."""
        return self.below_ruled if heading.rule else self.below_heading

    @property
    def titles(self) -> tuple[TextStyle, TextStyle]:
        """The look of the title of the document, then that of titles of the other kind: of documents inside it."""
        return (self.cover.title, self.title) if self.publication else (self.title, self.cover.title)

    def for_table(self, columns: int, *, small: bool = False) -> Theme:
        """Return the theme of the cells of a table: many columns are closer together, and words may be small."""
        narrow = [right for least, right in self.narrow_rights if columns >= least]
        theme = evolve(self, cell_right=narrow[-1]) if narrow else self
        roles = ("body", "cell", "label") if small else ()
        return evolve(theme, **{role: evolve(getattr(self, role), **_SMALL) for role in roles})

    @property
    def cell_sides(self) -> float:
        """The space at both sides of a cell together."""
        return self.cell_padding[0] + self.cell_right

    def contents_entry(self, level: int) -> TextStyle:
        """The style of an entry of the contents; ``level`` counts from 1."""
        return self.contents[min(level, len(self.contents)) - 1]

    def colour(self, name: str) -> str:
        """The six hexadecimal digits of the colour called ``name``, of its tint, or of words on it."""
        return self.colours.named(name)
