"""What is looked at rather than read, in one document: pictures, diagrams, frames, quotations, grids, a signature."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw

from csp_docs.blocks import (
    Align,
    Block,
    Blocks,
    Caption,
    Diagram,
    DiagramItem,
    DiagramKind,
    Document,
    Figure,
    Frame,
    Grid,
    GridCell,
    HeaderCell,
    List,
    Note,
    Numbering,
    Paragraph,
    Pending,
    Picture,
    PictureFormat,
    Quote,
    Reference,
    RowGroup,
    Section,
    Signature,
    Table,
    Text,
)
from csp_docs.blocks.counters import NumberPattern
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.numbering import resolve
from tests.sample import p, t


def picture(format_: PictureFormat, width: int = 320, height: int = 200) -> Picture:
    """Return a small picture of hills."""
    image = Image.new("RGB", (width, height), "#CFE3F2")
    draw = ImageDraw.Draw(image)
    draw.ellipse((-width // 4, height // 2, width * 3 // 4, height * 2), fill="#5E8C61")
    draw.ellipse((width // 3, height * 2 // 3, width * 5 // 4, height * 2), fill="#3F6B45")
    written = BytesIO()
    image.save(written, format_.value.upper())
    return Picture(written.getvalue(), format_, width, height)


def _bullets(*words: str) -> List:
    return List(tuple((p(item),) for item in words))


def _steps(kind: DiagramKind, *words: str) -> Diagram:
    return Diagram(kind, tuple(map(DiagramItem, words)))


OWED = Pending(
    text="[Satisfaction figures to follow]",
    comment="Leicestershire County Council owes satisfaction figures by 1 June 2011.",
    owner="Leicestershire County Council",
    what="satisfaction figures",
    due="1 June 2011",
)
PHOTO, SCAN = picture(PictureFormat.JPEG), picture(PictureFormat.PNG, 240, 60)
PHOTO_FIGURE = Figure(
    PHOTO,
    alt="Hills above the town",
    caption=Caption("Figure", t("The district")),
    source=t("Source: the council"),
    id="fig-photo",
)
DECORATION = Figure(SCAN, decorative=True, width=0.5)
FRAME = Figure(Frame(OWED), caption=Caption("Figure", t("Satisfaction with the police")), id="fig-frame")
STEPS = Figure(
    _steps(DiagramKind.STEPS, "Scan", "Analyse the problem", "Respond", "Assess"),
    alt="Four steps, from scanning to assessing",
    caption=Caption("Figure", t("How we solve problems")),
    id="fig-steps",
)
CYCLE = Figure(_steps(DiagramKind.CYCLE, "Assess need", "Plan", "Deliver", "Review"), alt="A cycle of four", width=0.8)
_GROUPS = (
    DiagramItem("Delivery group", (DiagramItem("Anti-social behaviour"), DiagramItem("Domestic abuse"))),
    DiagramItem("Scrutiny"),
)
TREE = Figure(
    Diagram(DiagramKind.TREE, (DiagramItem("Partnership", _GROUPS),)),
    alt="Two groups answer to the partnership",
    source=t("Source: terms of reference"),
)
QUOTE = Quote(
    (
        p("I feel safer on my street than I did three years ago, and so do my neighbours. " * 2),
        _bullets("The wardens know us.", "The lights work."),
        p("That is all we ever asked for."),
    ),
    t("A resident of Lutterworth"),
)
GRID = Grid(
    (
        GridCell((p("Fewer burglaries in the villages, and fewer thefts from sheds."),), t("Burglary")),
        GridCell((p("Calm streets:"), _bullets("wardens", "youth work")), t("Anti-social behaviour")),
        GridCell((Figure(PHOTO, "Hills above the town"),), t("Country lanes")),
        GridCell((p("Without a title. " * 8),)),
        GridCell((p("The last one stands alone."),), t("Roads")),
    )
)
SIGNATURE = Signature(
    t("Cllr Jo Smith"),
    (t("Chair of the partnership"), t("Example District Council")),
    portrait=Figure(picture(PictureFormat.PNG, 90, 120), "Portrait of Jo Smith"),
    signature=Figure(SCAN, "Signature of Jo Smith"),
)
TABLE = Table(
    head=((HeaderCell(t("Area")), HeaderCell(t("Score"))),),
    groups=(RowGroup((((p("Coalville"),), (Paragraph((OWED,)),)),)),),
    aligns=(Align.LEFT, Align.LEFT),
    caption=Caption("Table", (Text("Scores, "), OWED)),
)
BLOCKS: Blocks = (
    Section(
        (Text("Pictures, "), OWED),
        (
            Paragraph((Text("See "), Reference("fig-photo"), Text(", "), Reference("fig-steps"), Text(" and "), OWED)),
            PHOTO_FIGURE,
            p("Words between figures."),
            DECORATION,
            p("Words below a picture without a caption."),
            FRAME,
            Paragraph((Text("A note"), Note((Text("From the survey: "), OWED)), Text(" has pending words."))),
            TABLE,
        ),
    ),
    Section(t("Diagrams"), (p("Before."), STEPS, p("Between."), CYCLE, TREE, p("After."))),
    Section(
        t("Words set apart"),
        (p("They said:"), QUOTE, Quote((p("I agree."),)), p("We work on:"), GRID, p("Signed:"), SIGNATURE),
    ),
)
NUMBERED_HEADINGS = Numbering((NumberPattern.parse("1."),))
NUMBERED_PARAGRAPHS = Numbering((NumberPattern.parse("1.0"),), NumberPattern.parse("1.1"))


def figures_document(*blocks: Block, numbering: Numbering = NUMBERED_HEADINGS) -> Document:
    """Return a resolved document of ``blocks``, of all of them when none are given."""
    plain = Document(
        title="Plan",
        language="en-GB",
        author="Example District Council",
        subject="Plan",
        blocks=blocks or BLOCKS,
        numbering=numbering,
        foot=("Plan",),
        page_label="Page {page} of {pages}",
        date=date(2011, 4, 1),
    )
    resolved, problems = resolve(plain, Theme())
    assert not problems
    return resolved
