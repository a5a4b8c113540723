"""What is set apart from the text: pending words, quotations, grids, signatures."""

from __future__ import annotations

import pytest
from attrs import evolve

from csp_docs.blocks import Callout, Grid, GridCell, Paragraph, Quote, Signature, Strong, Text
from tests.sample import p, t
from tests.tagtree import Tag
from tests.writers.pdf.making import THEME, lines, read, table
from tests.writers.pdf.things import PENDING, coloured, figure, painted, picture

PAGE = THEME.page
SIGNATURE = Signature(
    t("NAME"), (t("ROLE"), t("BODY")), figure(picture(40, 60), alt="portrait"), figure(picture(60, 20), alt="hand")
)


def names(tag: Tag) -> list[str]:
    return [kid.name for kid in tag.kids if isinstance(kid, Tag)]


def test_pending_words_stand_on_a_light_ground_on_every_line() -> None:
    owed = evolve(PENDING, text="words that somebody owes " * 12)
    block = Paragraph((Text("before "), owed, Text(" after")))
    lights = coloured(THEME.colours.pending, block)
    letters = [char for char in painted("char", block) if char["text"] in "wodye"]
    assert len(lights) == 5
    bare = [char["text"] for char in letters if not any(_holds(light, char) for light in lights)]
    assert "".join(bare) == "eoee"  # of "before" and "after"


def test_pending_words_are_heard_once_and_no_others_are_highlighted() -> None:
    block = Paragraph((Text("before "), Strong((PENDING,)), Text(" after")))
    [paragraph] = read(block).root.all("P")
    assert paragraph.text() == "before [photograph] after"
    assert list(paragraph.all("Span")) == []
    assert coloured(THEME.colours.pending, p("before after")) == []


def test_a_quotation_is_told_and_ends_with_whose_words_it_holds() -> None:
    [quote] = read(Quote((p("one"), p("two")), t("A resident"))).root.all("BlockQuote")
    assert [tag.text() for tag in quote.all("P")] == ["one", "two", "– A resident"]


def test_a_quotation_stands_beside_a_rule() -> None:
    block = Quote((p("one"), p("two")), t("A resident"))
    [bar] = [rect for rect in coloured(THEME.colours.rule, block) if rect["height"] > 20]
    letters = [char for char in painted("char", block) if char["text"] in "on–t"]
    first = min(char["x0"] for char in letters) - bar["x0"]
    assert first == pytest.approx(THEME.quote_indent, abs=0.1)
    assert bar["width"] == pytest.approx(THEME.quote_bar, abs=0.01)
    assert bar["top"] <= letters[0]["top"]
    assert letters[-1]["bottom"] <= bar["bottom"] + 0.01


def test_whose_words_they_are_stands_on_the_page_of_the_last_line() -> None:
    seen = set()
    for above in range(25, 44):
        quote = Quote((p("one"), lines("words", 2)), t("A resident"))
        [*_, last, whose] = next(read(lines("filler", above), quote).root.all("BlockQuote")).all("P")
        assert last.pages == whose.pages
        seen |= whose.pages
    assert seen == {0, 1}


def test_a_quotation_inside_a_callout_keeps_the_shade_of_the_callout() -> None:
    block = Callout((p("first"), Quote((p("quoted"),)), p("last")))
    shades = coloured(THEME.colours.shade, block)
    assert len(shades) == 1
    assert all(_holds(shades[0], char) for char in painted("char", block) if char["text"] in "fquoted")


@pytest.mark.parametrize(
    ("above", "inside"), [(above, 40) for above in range(36, 44)] + [(1, n) for n in range(36, 44)]
)
def test_no_part_of_a_callout_is_without_words(above: int, inside: int) -> None:
    blocks = lines("filler", above), Callout((lines("Q", 2), *(p("Q") for _ in range(2)), lines("Q", inside - 6)))
    letters = [char for char in painted("char", *blocks) if char["text"] == "Q"]
    shades = coloured(THEME.colours.shade, *blocks)
    assert shades
    assert all(any(_holds(shade, letter) for letter in letters) for shade in shades)


def test_a_grid_is_read_row_by_row_and_is_no_table() -> None:
    cells = tuple(GridCell((p(f"text {word}"),), t(f"title {word}")) for word in ("one", "two", "three"))
    root = read(Grid(cells)).root
    assert [[tag.text() for tag in cell.all("P")] for cell in root.all("Div")] == [
        ["title one", "text one"],
        ["title two", "text two"],
        ["title three", "text three"],
    ]
    assert list(root.all("Table")) == []


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_the_columns_of_a_grid_are_equally_wide_with_a_gutter_between_them(columns: int) -> None:
    letters = "abcd"[:columns]
    chars = painted("char", Grid(tuple(GridCell((p(f"{one}{one} " * 60),)) for one in letters), columns=columns))
    pitch = (PAGE.text_width + THEME.grid_gutter) / columns
    for place, letter in enumerate(letters):
        found = [char for char in chars if char["text"] == letter]
        assert min(c["x0"] for c in found) == pytest.approx(PAGE.left + place * pitch, abs=0.1)
        assert max(c["x1"] for c in found) <= PAGE.left + (place + 1) * pitch - THEME.grid_gutter
        assert min(c["top"] for c in found) == min(c["top"] for c in chars)


def test_a_row_of_a_grid_stays_on_one_page() -> None:
    seen = set()
    for above in range(25, 44, 2):
        grid = Grid((GridCell((lines("cell", 7),), t("TITLE")), GridCell((p("beside"),))))
        first, second = read(lines("filler", above), grid).root.all("Div")
        assert first.pages == second.pages
        assert len(first.pages) == 1
        seen |= first.pages
    assert seen == {0, 1}


def test_a_row_that_no_page_holds_goes_on_without_losing_a_word() -> None:
    long, short = read(Grid((GridCell((lines("cell", 120),)), GridCell((p("beside"),))))).root.all("Div")
    assert len(long.pages) > 1
    assert long.text().split() == [f"cell{n}" for n in range(1, 121)]
    assert short.text() == "beside"


def test_tables_and_notes_stand_in_grids() -> None:
    root = read(Grid((GridCell((table(2),)), GridCell((p("beside"),))))).root
    assert [tag.text() for tag in root.all("TD")] == ["cell0", "cell0", "cell1", "cell1"]


def test_an_empty_grid_or_quotation_is_no_error() -> None:
    assert read(Grid(()), Quote(()), p("text")).pages == ["text"]


def test_a_signature_is_heard_after_its_pictures() -> None:
    [group] = read(SIGNATURE).root.all("Div")
    assert names(group) == ["Figure", "Figure", "P", "P", "P"]
    assert [tag.attributes["Alt"] for tag in group.all("Figure")] == ["portrait", "hand"]
    assert [line.text() for line in group.all("P")] == ["NAME", "ROLE", "BODY"]
    bold = {char["text"]: "Bold" in char["fontname"] for char in painted("char", SIGNATURE)}
    assert (bold["N"], bold["R"]) == (True, False)


def test_a_signature_stays_on_one_page_with_the_line_above_it() -> None:
    seen = set()
    for above in range(18, 44, 2):
        lead, group = list(read(lines("filler", above), p("Signed:"), SIGNATURE).root.all("P", "Div"))[1:3]
        assert group.pages == lead.pages
        assert len(group.pages) == 1
        seen |= group.pages
    assert seen == {0, 1}


def test_a_signature_without_pictures_is_its_words() -> None:
    [group] = read(Signature(t("NAME"), ())).root.all("Div")
    assert names(group) == ["P"]


def _holds(rect: dict[str, float], char: dict[str, float]) -> bool:
    return (
        rect["x0"] <= char["x0"] and char["x1"] <= rect["x1"]
        and rect["top"] - 1 <= char["top"] and char["bottom"] <= rect["bottom"] + 1
    )  # fmt: skip
