"""Numbers and references are set once, for every writer."""

import pytest
from attrs import evolve

from csp_docs.blocks import (
    Appendix,
    Block,
    Caption,
    Contents,
    Diagram,
    DiagramItem,
    DiagramKind,
    Document,
    Embedded,
    Figure,
    Grid,
    GridCell,
    Landscape,
    Listing,
    Note,
    Numbering,
    Paragraph,
    Reference,
    Section,
    Table,
    Text,
    walk,
)
from csp_docs.blocks.counters import NumberPattern
from csp_docs.errors import Code, Severity
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.contents import with_pages
from csp_docs.typesetting.keeps import with_keeps
from csp_docs.typesetting.numbering import resolve
from csp_docs.typesetting.sizes import figure_size
from csp_docs.typesetting.widths import with_widths
from csp_docs.writers.text import render_text
from tests.sample import TABLE, document, t
from tests.uncoded import uncoded

THEME = Theme()
COUNCIL = Numbering(headings=(NumberPattern.parse("1.0"),), paragraphs=NumberPattern.parse("1.1"))


def para(text: str = "Words.") -> Paragraph:
    return Paragraph(t(text), numbered=True)


def numbered(*blocks: Block, style: Numbering = COUNCIL) -> str:
    resolved, problems = resolve(Document("T", "en-GB", "C", "", blocks, style, ("T",), "Page {page}"), THEME)
    assert problems == ()
    return render_text(resolved).split("author: C\n", 1)[1]


def test_the_sample_is_numbered_as_its_numbers_say() -> None:
    assert resolve(document(), THEME) == (with_keeps(with_widths(document(), THEME)[0], THEME), ())


def test_paragraphs_count_within_their_heading_and_through_its_subsections() -> None:
    inner = Section(t("Inner"), (para(),))
    assert numbered(Section(t("A"), (para(), inner, para())), Section(t("B"), (para(),))) == (
        "section 1.0 A\n  p 1.1 Words.\n  section Inner\n    p 1.2 Words.\n  p 1.3 Words.\n"
        "section 2.0 B\n  p 2.1 Words.\n"
    )


def test_an_unnumbered_heading_takes_no_number_and_gives_none_to_its_paragraphs() -> None:
    assert numbered(
        Section(t("A"), (para(),)), Section(t("Note"), (para(),), numbered=False), Section(t("B"), (para(),))
    ) == ("section 1.0 A\n  p 1.1 Words.\nsection Note\n  p Words.\nsection 2.0 B\n  p 2.1 Words.\n")


def test_each_level_has_its_own_pattern() -> None:
    style = Numbering(headings=(NumberPattern.parse("1."), NumberPattern.parse("1.1")))
    inner = (Section(t("X"), ()), Section(t("Y"), ()))
    assert numbered(Section(t("A"), inner), Section(t("B"), inner), style=style) == (
        "section 1. A\n  section 1.1 X\n  section 1.2 Y\nsection 2. B\n  section 2.1 X\n  section 2.2 Y\n"
    )


def test_nothing_counts_within_a_heading_that_has_no_number() -> None:
    style = Numbering((NumberPattern.parse("1."), NumberPattern.parse("1.1")), NumberPattern.parse("1.1.1"))
    inner = (Section(t("X"), (para(),)),)
    assert numbered(Section(t("N"), inner, numbered=False), Section(t("A"), inner), para(), style=style) == (
        "section N\n  section X\n    p Words.\nsection 1. A\n  section 1.1 X\n    p 1.1.1 Words.\np Words.\n"
    )


def test_continuous_paragraphs_count_on_and_restart_where_the_house_style_says() -> None:
    style = Numbering(paragraphs=NumberPattern.parse("1."), continuous=True)
    assert numbered(
        Section(t("A"), (para(), para())), Section(t("B"), (para(),)), Section(t("C"), (para(),), restart=True),
        style=style,
    ) == (
        "section A\n  p 1. Words.\n  p 2. Words.\nsection B\n  p 3. Words.\nsection C\n  p 1. Words.\n"
    )  # fmt: skip


def test_an_appendix_counts_afresh_and_the_body_goes_on_behind_it() -> None:
    body, inside = Section(t("A"), (para(),)), Section(t("X"), (para(),))
    appendices = (Appendix(t("One"), (inside,), prefix="Appendix ", suffix=": "), Appendix(t("Two"), (inside,)))
    assert numbered(body, *appendices, body) == (
        "section 1.0 A\n  p 1.1 Words.\n"
        "appendix Appendix A: One\n  section 1.0 X\n    p 1.1 Words.\n"
        "appendix BTwo\n  section 1.0 X\n    p 1.1 Words.\n"
        "section 2.0 A\n  p 2.1 Words.\n"
    )


def test_references_print_what_they_lead_to_also_ahead_and_in_lower_case() -> None:
    first = Paragraph((Reference("strategy"), Text(", "), Reference("tab-crime", lower=True)))
    out = numbered(first, TABLE, Appendix(t("S"), (), id="strategy", prefix="Appendix "))
    assert out.startswith("p [Appendix\u00a0A](#strategy), [table\u00a01](#tab-crime)\n")


def test_references_print_the_number_alone_where_the_author_writes_the_word() -> None:
    first = Paragraph((Text("o Dabl "), Reference("tab-crime", number=True), Reference("strategy", number=True)))
    out = numbered(first, TABLE, Appendix(t("S"), (), id="strategy", prefix="Appendix "))
    assert out.startswith("p o Dabl [1](#tab-crime)[A](#strategy)\n")


def test_references_print_numbers_of_paragraphs_and_where_asked_of_headings() -> None:
    first = Paragraph((Reference("cost"), Text(", "), Reference("aims", number=True), Text(", "), Reference("aims")))
    section = Section(t("Aims"), (para(), evolve(para("Much."), id="cost")), id="aims")
    out = numbered(first, Section(t("One"), ()), section)
    assert out.startswith("p [2.2](#cost), [2.0](#aims), [Aims](#aims)\n")


@pytest.mark.parametrize("reference", [Reference("cost"), Reference("aims", number=True)])
def test_what_nobody_numbers_has_no_number_to_refer_to(reference: Reference) -> None:
    words = evolve(para(), id="cost")
    blocks = (Paragraph((reference,)), Section(t("Aims"), (words,), id="aims", numbered=False))
    _, (problem,) = resolve(Document("T", "en-GB", "C", "", blocks, COUNCIL, ("T",), ""), THEME)
    assert problem.fact == f'"{reference.target}" has no number to refer to'


def test_lists_of_captions_go_series_by_series_and_leave_embedded_documents_out() -> None:
    def drawn(word: str, title: str) -> Figure:
        frame = Diagram(DiagramKind.STEPS, (DiagramItem("a"),))
        return Figure(frame, alt="a", caption=Caption(word, (*t(title), Note(t("Not listed.")))))

    inner = evolve(document(), blocks=(drawn("Figure", "Inner"),))
    blocks = (
        Contents(t("Figures"), of=Listing.FIGURES),
        Contents(t("Tables"), of=Listing.TABLES),
        drawn("Map", "North"),
        Grid((GridCell((drawn("Figure", "Trend"),)),)),
        Landscape((TABLE, drawn("Map", "South"))),
        Appendix(t("The plan"), (Embedded(inner),), prefix="Appendix "),
    )
    assert numbered(*blocks).splitlines()[:6] == [
        "list of figures Figures",
        "  Map\u00a01: North",
        "  Map\u00a02: South",
        "  Figure\u00a01: Trend",
        "list of tables Tables",
        "  Table\u00a01: Recorded crime by area",
    ]


def test_words_that_differ_in_capitals_alone_are_one_series_as_they_are_for_word() -> None:
    drawn = [Figure(Diagram(DiagramKind.STEPS, (DiagramItem("a"),)), alt="a", caption=Caption(word, t("Town")))
             for word in ("Map", "Plan", "map")]  # fmt: skip
    lines = numbered(Contents(t("Figures"), of=Listing.FIGURES), *drawn).splitlines()
    assert lines[1:4] == ["  Map\u00a01: Town", "  map\u00a02: Town", "  Plan\u00a01: Town"]


def test_a_list_of_captions_holds_all_that_count_in_its_series() -> None:
    assert TABLE.caption is not None
    table = evolve(TABLE, caption=evolve(TABLE.caption, word="Figure"))
    frame = Figure(Diagram(DiagramKind.STEPS, (DiagramItem("a"),)), alt="a", caption=Caption("Figure", t("Steps")))
    lines = numbered(Contents(t("Figures"), of=Listing.FIGURES), table, frame).splitlines()
    assert lines[1:3] == ["  Figure\u00a01: Recorded crime by area", "  Figure\u00a02: Steps"]


@pytest.mark.parametrize("listing", [Listing.FIGURES, Listing.TABLES])
def test_a_list_of_nothing_is_told(listing: Listing) -> None:
    blocks = (Contents(t("List"), of=listing),)
    _, [problem] = resolve(Document("T", "en-GB", "C", "", blocks, COUNCIL, ("T",), ""), THEME)
    assert (problem.code, problem.severity) == (Code.EMPTY_CONTENTS, Severity.WARNING)
    assert f"there is no {listing.value[:-1]} that the list could name" in problem.fact


def test_a_reference_that_leads_nowhere_and_an_id_used_twice_are_problems() -> None:
    blocks = (Paragraph((Reference("tab-crim"),)), TABLE, TABLE)
    _, problems = resolve(Document("T", "en-GB", "C", "", blocks, COUNCIL, ("T",), ""), THEME)
    assert [uncoded(problem) for problem in problems] == [
        'the id "tab-crime" is used twice\n  hint: give each thing its own id',
        'nothing has the id "tab-crim"\n  hint: did you mean "tab-crime"? known ids: tab-crime',
    ]


def test_captions_count_by_their_word_and_notes_by_their_place() -> None:
    note, again = Note(t("Once.")), Note(t("Once."), repeated=True)
    table = Table(TABLE.head, TABLE.groups, TABLE.aligns, caption=TABLE.caption)
    out = numbered(
        Paragraph(
            (note, Note(t("Twice."))),
        ),
        table,
        Paragraph((again,)),
        table,
    )
    assert "[^1: Once.][^2: Twice.]" in out
    assert out.count("p [^1]") == 1
    assert ("caption: Table 1:" in out, "caption: Table 2:" in out) == (True, True)


def test_column_widths_follow_the_words_when_the_author_gives_none() -> None:
    resolved, _ = resolve(
        Document("T", "en-GB", "C", "", (Table(TABLE.head, TABLE.groups, TABLE.aligns),), COUNCIL, (), ""), THEME
    )
    (table,) = resolved.blocks
    assert isinstance(table, Table)
    assert [round(width, 2) for width in table.widths] == [0.23, 0.2, 0.57]


def inside(*blocks: Block, numbering: Numbering = COUNCIL) -> Embedded:
    return Embedded(Document("Inner", "en-GB", "C", "", blocks, numbering, ("Inner",), "Page {page}"))


def figure(caption: str = "", name: str = "") -> Figure:
    return Figure(
        Diagram(DiagramKind.STEPS, (DiagramItem("One"), DiagramItem("Two"))),
        alt="One, two",
        caption=Caption("Figure", t(caption)) if caption else None,
        id=name,
    )


def test_a_document_inside_an_appendix_is_numbered_for_itself() -> None:
    plan = inside(Section(t("Aims"), (para(), Section(t("Deeper"), (para(),)))), figure("Steps"))
    assert (
        numbered(
            figure("Before"),
            Section(t("Body"), (para(),)),
            Appendix(t("The plan"), (plan,), prefix="Appendix ", suffix=" – "),
            Appendix(t("Another"), (figure("Behind"),), prefix="Appendix ", suffix=" – "),
        ).splitlines()
        == GOLDEN_EMBEDDED.splitlines()
    )


GOLDEN_EMBEDDED = """\
figure
  steps
    One
    Two
  size: 451 × {height} pt
  alt: One, two
  caption: Figure 1: Before
section 1.0 Body
  p 1.1 Words.
appendix Appendix A – The plan
  embedded
    document: Inner
    language: en-GB
    author: C
    section 1.0 Aims
      p 1.1 Words.
      section Deeper
        p 1.2 Words.
    figure
      steps
        One
        Two
      size: 451 × {height} pt
      alt: One, two
      caption: Figure 1: Steps
appendix Appendix B – Another
  figure
    steps
      One
      Two
    size: 451 × {height} pt
    alt: One, two
    caption: Figure 2: Behind
""".format(height=round(figure_size(figure(), THEME)[1]))


def test_ids_of_a_document_inside_are_its_own_and_notes_run_on() -> None:
    note = Paragraph((Note(t("A note.")),))
    leads = Paragraph((Reference("aims"),))
    plan = inside(Section(t("Aims"), (note, leads), id="aims"))
    outer = Section(t("Our aims"), (note, leads), id="aims")
    document_ = Document("T", "en-GB", "C", "", (outer, Appendix(t("Plan"), (plan,))), COUNCIL, ("T",), "Page {page}")
    resolved, problems = resolve(document_, THEME)
    assert problems == ()
    assert walk.ids(resolved.blocks) == ["aims", "1/aims"]
    inlines = walk.every_inline(resolved.blocks)
    assert [(one.target, one.text) for one in inlines if isinstance(one, Reference)] == [
        ("aims", "Our aims"),
        ("1/aims", "Aims"),
    ]
    assert [one.number for one in inlines if isinstance(one, Note)] == [1, 2]


def test_a_grid_and_a_landscape_page_give_their_own_width_to_figures() -> None:
    shown, picture = figure(), evolve(figure(), width=1.0)
    blocks = (picture, Grid((GridCell((picture,)),)), Landscape((picture,)))
    resolved, _ = resolve(Document("T", "en-GB", "C", "", blocks, COUNCIL, ("T",), "Page {page}"), THEME)
    widths = [block.size[0] for block in walk.every_block(resolved.blocks) if isinstance(block, Figure)]
    text, turned = THEME.page.text_width, THEME.page.turned().text_width
    assert shown.width == 0
    assert widths == pytest.approx([text, (text - THEME.grid_gutter) / 2, turned])


def test_the_contents_list_headings_to_their_level_with_those_of_appendices_and_documents_inside() -> None:
    plan = inside(Contents(t("Contents"), 2), Section(t("Aims"), (Section(t("Deeper"), (para(),)),)))
    body = Section(t("Body"), (para(), Section(t("Below"), (Section(t("Not listed"), (para(),)),))))
    blocks = (
        Contents(t("Contents"), 2),
        Section((Text("Foreword"), Note(t("Left out."))), (para(),), numbered=False),
        body,
        Appendix(t("The plan"), (plan,), id="plan", prefix="Appendix ", suffix=" – "),
    )
    resolved, _ = resolve(Document("T", "en-GB", "C", "", blocks, COUNCIL, ("T",), "Page {page}"), THEME)
    outer, inner = (block.entries for block in walk.every_block(resolved.blocks) if isinstance(block, Contents))
    assert [(entry.level, entry.number, walk.words(entry.title)) for entry in outer] == [
        (1, "", "Foreword"),
        (1, "1.0", "Body"),
        (2, "", "Below"),
        (1, "Appendix A –", "The plan"),
        (2, "1.0", "Aims"),
    ]
    assert [(entry.level, walk.words(entry.title)) for entry in inner] == [(1, "Aims"), (2, "Deeper")]
    assert set(walk.ids(resolved.blocks)) >= {entry.target for entry in (*outer, *inner)}
    pages = {name: page for page, name in enumerate(walk.ids(resolved.blocks), 1)}
    shown = next(block for block in with_pages(resolved, pages).blocks if isinstance(block, Contents))
    assert [entry.page for entry in shown.entries] == [pages[entry.target] for entry in outer]
