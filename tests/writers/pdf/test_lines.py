"""Words that need no care are set together, and lie where they would lie if each were set with care."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs.writers.pdf.structure import Element
from csp_docs.writers.pdf.type import lines
from csp_docs.writers.pdf.type.fonts import load_family
from csp_docs.writers.pdf.type.lines import FORCED_BREAK, break_lines
from csp_docs.writers.pdf.type.shapes import Run

WORDS = (
    "",
    "a",
    "the",
    "crime",
    "partnership",
    "re-use",
    "non-statutory",
    "2011-14",
    "co\u00adoperation",
    "one\u200btwo",
)
LONG = "https://www.example.gov.uk/documents/community_safety/strategy"

texts = st.lists(st.sampled_from((*WORDS, LONG)), max_size=30).map(" ".join)
runs = st.lists(st.tuples(texts | st.just(FORCED_BREAK), st.booleans(), st.sampled_from((7.8, 12.0, 16.0))), max_size=4)


def broken(given: list[tuple[str, bool, float]], width: float, first: float) -> tuple[list[object], list[float]]:
    """The text of each piece with its line and its run, and where the pieces begin and how wide they are."""
    content, family = Element("P").content(), load_family("Arimo")
    made = [Run(text, family.face(bold), size, "", content) for text, bold, size in given]
    pieces = [(line, piece) for line, members in enumerate(break_lines(made, width, first)) for piece in members]
    texts = [(line, made.index(piece.run), piece.text) for line, piece in pieces]
    return [*texts], [measure for _, piece in pieces for measure in (piece.x, piece.width)]


@given(given=runs, width=st.floats(30, 500), first=st.sampled_from((0, 20)))
@settings(max_examples=300)
def test_whole_words_lie_where_they_would_lie_if_each_were_set_with_care(
    given: list[tuple[str, bool, float]], width: float, first: float
) -> None:
    texts, measures = broken(given, width, first)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines._Setter, "take_whole", lambda *given: given[3])
        texts_alone, measures_alone = broken(given, width, first)
    assert texts == texts_alone
    assert measures == pytest.approx(measures_alone)


FILLED = {
    "words": ("the crime partnership ", ["the crime partnership ", "next"]),
    "one word": ("partnership ", ["partnership ", "next"]),
    "many": ("a " * 60, ["a " * 60, "next"]),
    "parts of a word": ("mmm" * 3 + " ", ["mmm", "mmm", "mmm ", "next"]),
}
"""What is before the word "next", and the lines in the room of the first of them."""


@pytest.mark.parametrize("careful", [True, False])
@pytest.mark.parametrize("name", FILLED)
def test_a_line_is_filled_to_its_last_point(name: str, careful: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if careful:
        monkeypatch.setattr(lines._Setter, "take_whole", lambda *given: given[3])
    before, expected = FILLED[name]
    wide = broken([(expected[0], False, 1000.0)], 1e9, 0)[1][1]  # in this size widths are whole numbers
    near = (wide - lines._TOLERANCE + step * 1e-12 for step in range(-9, 9))
    room = next(room for room in near if room + lines._TOLERANCE == wide)
    exact, short = (broken([(f"{before}next", False, 1000.0)], each, 0)[0] for each in (room, room - lines._TOLERANCE))
    assert exact == [(line, 0, text) for line, text in enumerate(expected)]
    assert short != exact


def test_most_words_need_no_care(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of words that are set one by one grows with the lines, not with the words."""
    calls, add_word = [], lines._Setter.add_word
    monkeypatch.setattr(lines._Setter, "add_word", lambda *given: calls.append(given) or add_word(*given))  # type: ignore[func-returns-value]
    texts, _ = broken([("the crime partnership " * 200, False, 12.0)], 400, 0)
    assert (len(texts) > 40, len(calls)) == (True, 2)
