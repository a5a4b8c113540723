"""Descriptions are compared picture by picture: one change is one difference, wherever it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from csp_docs.comparing.compared import pair
from csp_docs.comparing.reading import Piece, Reading

CHART = "Bar chart of offences. {} fell from 2,024 to 1,719, the largest fall of the five"
GIVEN = tuple(CHART.format(name) for name in ("Theft", "Burglary", "Robbery", "Arson"))
CHANGES: dict[str, tuple[Callable[[str], str], str | None, str | None]] = {
    "a word more": (lambda one: f"X {one}", "", "X"),
    "another word": (lambda one: one.replace("fell", "rose"), "fell", "rose"),
    "a digit": (lambda one: one.replace("1,719", "1,720"), "1,719,", "1,720,"),
    "a word less": (lambda one: one.replace("largest ", ""), "largest", ""),
    "all words": (lambda _: "A photograph", None, "A photograph"),
    "the words of another": (lambda _: GIVEN[-1] + " again", None, None),
}


def reading(*described: str) -> Reading:
    pieces = tuple(Piece(words, f"picture {at}") for at, words in enumerate(described, 1))
    return Reading("a", "Word", (), (), pieces)


@pytest.mark.parametrize("at", range(len(GIVEN) - 1))
@pytest.mark.parametrize("name", CHANGES)
def test_one_change_in_one_description_is_found_in_its_picture(name: str, at: int) -> None:
    change, was, now = CHANGES[name]
    found = pair(reading(*GIVEN), reading(*GIVEN[:at], change(GIVEN[at]), *GIVEN[at + 1 :])).differences
    assert {one.other.place for one in found} <= {f"picture {at + 1}", "at the end"}
    assert was is None or [(one.first.words, one.other.words) for one in found] == [(was, now)]
    assert found


@pytest.mark.parametrize("at", range(len(GIVEN)))
def test_a_picture_more_is_one_difference(at: int) -> None:
    more = reading(*GIVEN[:at], "A photograph", *GIVEN[at:])
    for files in ((reading(*GIVEN), more), (more, reading(*GIVEN))):
        [found] = pair(*files).differences
        assert {found.first.words, found.other.words} == {"", "A photograph"}


def test_descriptions_that_are_divided_into_other_pieces_say_the_same() -> None:
    assert pair(reading("A map", "of crime"), reading("A map of crime")).same
