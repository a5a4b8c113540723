"""The differences between two texts: each is found, and shown in whole words."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs.comparing.differences import Difference, differences
from csp_docs.comparing.reading import Piece
from csp_docs.comparing.stream import Stream
from csp_docs.comparing.words import LINE_END_HYPHEN, canonical

TEXT = "Over the past year crime in the district fell by 11% and burglary of homes rose from 153 to 253 offences"


def found(one: str, other: str, *, certain: bool = False) -> list[Difference]:
    streams = (Stream((Piece(text, "here"),), certain=certain) for text in (one, other))
    return list(differences("text", *streams))


CHANGES = {
    "a word": (TEXT.replace("burglary", "theft"), ("burglary", "theft")),
    "a digit": (TEXT.replace("153", "158"), ("153", "158")),
    "an order": (TEXT.replace("153 to 253", "253 to 153"), ("153 to 253", "253 to 153")),
    "a word less": (TEXT.replace("past ", ""), ("past", "")),
    "a word more": (TEXT.replace("rose", "rose again"), ("", "again")),
    "the end": (TEXT.replace(" offences", ""), ("offences", "")),
    "the beginning": (f"Well {TEXT}", ("", "Well")),
    "digits of two numbers": (TEXT.replace("153 to", "15 3 to"), ("153", "15 3")),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_shown_in_whole_words(name: str) -> None:
    changed, words = CHANGES[name]
    [difference] = found(TEXT, changed)
    assert (difference.first.words, difference.other.words) == words


def test_a_difference_has_words_around_it() -> None:
    [difference] = found(TEXT, TEXT.replace("11%", "12%"))
    assert (difference.first.before, difference.first.after) == (
        "in the district fell by",
        "and burglary of homes rose",
    )


def test_a_hyphen_at_the_end_of_a_line_may_only_divide_a_word() -> None:
    line = f"the neigh{LINE_END_HYPHEN}\nbourhood and anti{LINE_END_HYPHEN}\nsocial acts"
    for read in ("the neighbourhood and anti-social acts", "the neigh-bourhood and antisocial acts"):
        assert found(line, read) == found(read, line) == []
    assert len(found(line, "the neighbourhood and anti-social acts", certain=True)) == 1


words = st.lists(st.sampled_from(["a", "the", "crime", "11", "1", "to", "Safer", "-"]), max_size=60)


@settings(max_examples=300)
@given(words, words)
def test_texts_differ_exactly_if_differences_are_found(one: list[str], other: list[str]) -> None:
    same = canonical(" ".join(one)) == canonical(" ".join(other))
    assert bool(found(" ".join(one), " ".join(other))) is not same


def test_long_texts_with_nothing_in_common_are_compared_soon() -> None:
    random = Random(1)
    one, other = (" ".join(f"{letter}{random.random()}" for _ in range(9_000)) for letter in "ab")
    [difference] = found(one, other)
    assert difference.first.words.split()[0] == one.split()[0]
