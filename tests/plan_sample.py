"""A small resolved plan: cover, contents, turned pages, and an appendix that is a whole other document."""

from collections.abc import Iterable
from datetime import date

from csp_docs.blocks import (
    Align,
    Appendix,
    BlankPage,
    Block,
    Callout,
    Caption,
    Contents,
    Cover,
    CoverLine,
    CoverRole,
    Document,
    Embedded,
    HeaderCell,
    Landscape,
    List,
    Note,
    Numbering,
    PageBreak,
    Paragraph,
    Reference,
    RowGroup,
    Section,
    Table,
    Text,
)
from csp_docs.blocks.counters import NumberPattern
from csp_docs.blocks.walk import ids
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.contents import with_pages
from csp_docs.typesetting.numbering import resolve
from tests.sample import p, t

SENTENCE = "The partnership meets every quarter and looks at what residents tell police and councils. "


def _numbered(words: str) -> Paragraph:
    return Paragraph(t(words), numbered=True)


def _table(
    caption: str, columns: Iterable[str], rows: Iterable[Iterable[str]], id_: str = "", word: str = "Table"
) -> Table:
    head = tuple(HeaderCell(t(column)) for column in columns)
    cells = tuple(tuple((p(cell),) for cell in row) for row in rows)
    return Table((head,), (RowGroup(cells),), (Align.LEFT,) * len(head), caption=Caption(word, t(caption)), id=id_)


COVER = Cover(
    (
        CoverLine(CoverRole.BODY, t("Anytown Community Safety Partnership")),
        CoverLine(CoverRole.TITLE, t("Community Safety Plan")),
        CoverLine(CoverRole.SUBTITLE, t("Working together for a safer district")),
        CoverLine(CoverRole.DETAIL, t("2024 to 2027")),
        CoverLine(CoverRole.DETAIL, t("Draft for consultation")),
        CoverLine(
            CoverRole.STATEMENT,
            t("Our vision is a district where everybody is safe at home, at work and in town. " * 2),
        ),
    )
)

WIDE = _table(
    "Actions for three years",
    ("Action", "Lead", "First year", "Second year", "Third year", "How we shall know"),
    (
        ("Visit every victim of burglary", "Police", "120 visits", "140 visits", "160 visits", "Fewer burglaries"),
        ("Open a safe place in each town", "District council", "2 places", "4 places", "6 places", "Places in use"),
        ("Train staff of shops", "Fire and rescue", "40 staff", "60 staff", "60 staff", "Training records"),
    ),
    "actions",
)

SECTIONS: tuple[Block, ...] = (
    Section(
        t("What we shall do"),
        (
            Paragraph(
                (
                    Text("See "),
                    Reference("actions"),
                    Text(" and "),
                    Reference("welsh"),
                    Text("."),
                    Note(t("As agreed in May.")),
                )
            ),
            p(SENTENCE * 6),
            Section(t("Safer homes"), (p(SENTENCE * 5), List(((p("locks and lights"),), (p("advice at the door"),))))),
            Section(t("Safer streets"), (p(SENTENCE * 5),)),
            Callout(
                (p("Call 101 in every other case:"), List(((p("by day"),), (p("by night"),)))), t("In danger, call 999")
            ),
        ),
    ),
    Section(
        t("How we shall know"),
        (
            p(SENTENCE * 2),
            Landscape((WIDE,)),
            p("Each quarter the partnership reads these figures."),
            _table("Burglaries", ("Year", "Homes"), (("2022", "310"), ("2023", "284"))),
        ),
    ),
)

LAST = Appendix(
    t("Who the partners are"),
    (
        Section(t("Bodies named in the Act"), (p(SENTENCE * 2),)),
        _table("Partners", ("Body", "Seat"), (("County council", "1"), ("Fire and rescue", "1"))),
    ),
    prefix="Appendix ",
    suffix=" – ",
)


def embedded() -> Document:
    """Return the document in another language that an appendix holds, not numbered yet."""
    return Document(
        title="Cynllun y Cyngor",
        language="cy-GB",
        author="Cyngor Anytown",
        subject="Cynllun",
        blocks=(
            Cover(
                (
                    CoverLine(CoverRole.BODY, t("Cyngor Anytown")),
                    CoverLine(CoverRole.TITLE, t("Cynllun y Cyngor")),
                    CoverLine(CoverRole.DETAIL, t("2024")),
                )
            ),
            Contents(t("Cynnwys"), levels=3),
            PageBreak(),
            Section(
                t("Cyflwyniad"),
                (
                    _numbered("Mae'r cyngor yn cyfarfod bob mis."),
                    Paragraph((Text("Gweler "), Reference("ffigurau"), Text("."), Note(t("Cyhoeddwyd yn 2024.")))),
                    Section(t("Diogelwch"), (_numbered("Cartrefi diogel."),)),
                ),
            ),
            Section(
                t("Ffigurau"),
                (
                    _numbered("Mae'r ffigurau isod."),
                    _table("Lladradau", ("Blwyddyn", "Cartrefi"), (("2022", "310"),), "ffigurau"),
                ),
            ),
            Landscape((_table("Camau", ("Cam", "Pwy", "Pryd"), (("Ymweld", "Heddlu", "Mai"),)),)),
            Appendix(t("Cysylltiadau"), (_numbered("Ffoniwch y cyngor."),), prefix="Atodiad ", suffix=": "),
        ),
        numbering=Numbering(
            headings=(NumberPattern.parse("1.0"),),
            paragraphs=NumberPattern.parse("1.1"),
            appendices=NumberPattern.parse("1"),
        ),
        foot=("Cynllun y Cyngor",),
        page_label="Tudalen {page} o {pages}",
        marking="SWYDDOGOL",
    )


def plan() -> Document:
    """Return the plan as it is composed: without numbers, sizes and entries."""
    return Document(
        title="Community Safety Plan 2024 to 2027",
        language="en-GB",
        author="Anytown Community Safety Partnership",
        subject="Community safety plan",
        blocks=(
            COVER,
            BlankPage(t("This page is left blank")),
            Section(t("Foreword"), (p(SENTENCE * 4), p(SENTENCE * 3)), numbered=False),
            PageBreak(),
            Contents(t("Contents"), levels=2),
            PageBreak(),
            *SECTIONS,
            LAST,
            Appendix(
                t("The plan of the town council"),
                (Embedded(embedded()),),
                id="welsh",
                prefix="Appendix ",
                suffix=" – ",
            ),
            Appendix(t("Words explained"), (p(SENTENCE),), prefix="Appendix ", suffix=" – "),
        ),
        numbering=Numbering(
            headings=(NumberPattern.parse("1."), NumberPattern.parse("1.1")),
            appendices=NumberPattern.parse("A"),
        ),
        foot=("Community Safety Plan 2024 to 2027",),
        page_label="Page {page} of {pages}",
        date=date(2024, 5, 1),
        marking="Draft",
        watermark="Draft",
    )


def document(theme: Theme | None = None) -> Document:
    """Return the plan with its numbers and entries; the pages of the entries are made up."""
    resolved, problems = resolve(plan(), theme or Theme())
    assert not problems, problems
    return with_pages(resolved, {name: page for page, name in enumerate(ids(resolved.blocks), 3)})
