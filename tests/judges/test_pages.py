"""The judge of places finds words that cannot be read where they are."""

from __future__ import annotations

from attrs import evolve

from csp_docs.theme.theme import Page as Paper
from tests.judges.pages import Expected, Page, Word, faults

PAPER = Paper(width=600, height=800, left=70, right=70, top=70, bottom=70)
EXPECTED = Expected(PAPER, frozenset({"Page"}))
NOTES = ("1Seethestrategyofthecouncil.", "2Asamendedin2006,section17.")
NOTED = evolve(EXPECTED, notes=NOTES)


def line(text: str, top: float, left: float = 70) -> list[Word]:
    """Words of one line, six points a letter, with a space between them."""
    words = list[Word]()
    for word in text.split():
        words.append(Word(word, left, top, left + 6 * len(word), top + 14))
        left += 6 * len(word) + 3
    return words


def found(*words: Word, expected: Expected = EXPECTED) -> list[str]:
    return faults([Page(600, 800, words)], expected)


def test_lines_below_each_other_and_page_numbers_are_faultless() -> None:
    text = [word for top in range(70, 700, 14) for word in line("To cut crime", top)]
    assert found(*text, *line("Page 2", 760, 470)) == []


def test_words_over_each_other_are_found() -> None:
    cells = [*line("Burglary", 100), *line("1,204", 103, 80)]
    assert found(*cells) == ['page 1: "Burglary" and "1,204" are over each other at (70, 103)']


def test_words_beyond_a_side_are_found() -> None:
    assert found(*line("Crime", 100, 60)) == ['page 1: "Crime" is beyond a side of the text at (60, 100)']
    assert found(*line("Crime", 100, 510)) == ['page 1: "Crime" is beyond a side of the text at (510, 100)']


def test_words_in_the_head_or_the_foot_that_do_not_belong_there_are_found() -> None:
    text = line("Crime", 400)
    assert found(*text, *line("fell", 20)) == ['page 1: "fell" is above or below the text at (70, 20)']
    assert found(*text, *line("fell", 725)) == ['page 1: "fell" is above or below the text at (70, 725)']
    assert found(*text, *line("Page", 725)) == ['page 1: "Page" is above or below the text at (70, 725)']


def test_a_turned_page_is_as_wide_as_the_paper_is_high() -> None:
    words = (*line("Crime", 100, 690), *line("Page 2", 560, 600))
    assert faults([Page(800, 600, words)], EXPECTED) == []


def test_a_page_with_nothing_but_its_foot_is_found() -> None:
    assert found(*line("Page 2", 760, 470)) == ["page 1: there is nothing to read"]


def test_notes_below_the_text_are_faultless() -> None:
    notes = [*line("1 See the strategy of the council.", 650), *line("2 As amended in 2006, section 17.", 664)]
    assert found(*line("Crime fell.", 70), *notes, expected=NOTED) == []


def test_text_below_a_note_is_found() -> None:
    notes = [*line("1 See the strategy of the council.", 600), *line("2 As amended in 2006, section 17.", 614)]
    [fault] = found(*notes, *line("Crime fell.", 650), expected=NOTED)
    assert fault == 'page 1: something else than notes is below the note "1Seethestrategyofthe"'


def test_a_note_that_is_on_no_page_is_found() -> None:
    notes = line("1 See the strategy of the council.", 650)
    assert found(*notes, expected=NOTED) == ['the note "2Asamendedin2006,sec" is nowhere']
