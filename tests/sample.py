"""A small numbered document with every kind of node in it, for the tests of the writers."""

from datetime import date

from csp_docs.blocks import (
    Align,
    Appendix,
    Block,
    Callout,
    Caption,
    Document,
    Emphasis,
    Fact,
    FactHeading,
    FactRow,
    Facts,
    HeaderCell,
    Heard,
    InLanguage,
    Inlines,
    LineBreak,
    Lines,
    Link,
    List,
    Masthead,
    Note,
    Numbering,
    PageBreak,
    Paragraph,
    Reference,
    RowGroup,
    Section,
    Strong,
    Table,
    Text,
)
from csp_docs.blocks.counters import NumberPattern


def t(text: str) -> Inlines:
    return (Text(text),)


def p(text: str, number: str = "") -> Paragraph:
    return Paragraph(t(text), numbered=bool(number), number=number)


COVER = Facts(
    rows=(
        FactRow((Fact(t("Title of report"), (Paragraph((Strong(t("Safer Streets")),)),)),)),
        FactRow((Fact(t("Key decision"), (Lines((t("a) Financial: No"), t("b) Community: Yes"))),)),)),
        FactHeading(t("Implications")),
        FactRow((Fact(t("Legal"), (p("None"),)), Fact(t("Staff"), (p("None"),)))),
        FactRow((Fact(t("Consultees"), (List(((p("Leicestershire Police"),), (p("Fire & Rescue"),))),)),)),
        FactRow((Fact((), (p("Not exempt from publication"),)),)),
    ),
    summary="Cover sheet of the report",
)

TABLE = Table(
    head=(
        (HeaderCell(()), HeaderCell(t("Recorded crime"), span=2)),
        (HeaderCell(t("Area")), HeaderCell(t("2012/13")), HeaderCell(t("2013/14"))),
    ),
    groups=(
        RowGroup(((((p("Coalville"),), (p("1,204"),), (p("1,180"),))), ((p("Ashby"),), (p("611"),), ())), t("Towns")),
        RowGroup((((p("Measham"),), (p("95"),), (p("88"),)),), t("Villages")),
    ),
    aligns=(Align.LEFT, Align.RIGHT, Align.RIGHT),
    row_headers=True,
    totals=(((p("Total"),), (p("1,910"),), (p("1,268"),)),),
    widths=(0.5, 0.25, 0.25),
    caption=Caption("Table", t("Recorded crime by area"), 1),
    notes=(t("Figures are provisional."),),
    source=t("Leicestershire Police"),
    id="tab-crime",
)

SECTIONS: tuple[Block, ...] = (
    Section(
        t("Introduction"),
        (
            Paragraph(
                (
                    Text("The Act of 1998 asks for a "),
                    Strong((Text("strategy"), Emphasis(t(" every three years")))),
                    Text(". See "),
                    Link(t("the Act"), "https://www.legislation.gov.uk/ukpga/1998/37/contents"),
                    Text(", "),
                    Reference("strategy", text="Appendix\u00a01"),
                    Text(" and "),
                    Reference("tab-crime", text="Table\u00a01"),
                    Text(
                        ".",
                    ),
                    Note((Text("As amended in "), Emphasis(t("2006")), Text(".")), 1),
                    LineBreak(),
                    InLanguage(t("Croeso"), "cy-GB"),
                ),
                numbered=True,
                number="1.1",
            ),
            p("The partners are:", "1.2"),
            List(
                (
                    (p("the district"),),
                    (p("the county"), List(((p("adult care"),), (p("highways"),)))),
                    (p("the police"),),
                )
            ),
            List(((p("first"),), (p("second"),)), NumberPattern.parse("(a)"), start=3),
            Section(t("Funding"), (p("The commissioner gives £12,000.", "1.3"), TABLE)),
        ),
        number="1.0",
    ),
    Section(
        t("Background"),
        (
            p("Crime fell by 11%.", "2.1"),
            Lines((t("Team leader, full time"), t("Co-ordinator, full time"))),
            Callout((p("This part is not built yet."),), t("Please note")),
            PageBreak(),
            p("A paragraph without a number."),
        ),
        number="2.0",
    ),
    Section(t("Closing words"), (p("Unnumbered section."),), numbered=False),
    Appendix(
        t("The strategy"),
        (Section(t("Aims"), (p("To cut crime.", "1.1"),), number="1.0"),),
        id="strategy",
        prefix="Appendix ",
        label="1",
        suffix=" – ",
    ),
)


def document() -> Document:
    return Document(
        title="Safer Streets",
        language="en-GB",
        author="Example District Council",
        subject="Cabinet report",
        blocks=(Masthead((t("EXAMPLE DISTRICT COUNCIL"), t("CABINET – 23 JULY 2013"))), COVER, *SECTIONS),
        numbering=Numbering(
            headings=(NumberPattern.parse("1.0"),),
            paragraphs=NumberPattern.parse("1.1"),
            appendices=NumberPattern.parse("1"),
        ),
        foot=("Safer Streets",),
        page_label="Page {page} of {pages}",
        date=date(2013, 7, 23),
        heard=Heard("none", "Box:", "Back to note {number} in the text"),
    )
