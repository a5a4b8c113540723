"""Two names, or two numbers, that changed places in one drawing are found; orders of other programs are not."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest

from csp_docs.comparing.compared import pair
from csp_docs.comparing.drawn.diagrams import swapped
from csp_docs.comparing.reading import Charted, Reading

NAMES, NUMBERS = ("Ashby", "Bramley", "Coalford", "Denton"), ("18", "27", "36", "54")
DATA = Charted("Thefts", "page 1", (("", *NAMES), ("Thefts", *NUMBERS)))
TWO = Charted("Thefts", "page 1", (("", *NAMES[:2]), ("May", "18", "27"), ("June", "30", "36")))
ALIKE = Charted("Thefts", "page 1", (("", "North", "2024"), ("North", "18", "27"), ("South", "30", "44")))
LINES = Charted("Thefts", "page 1", (("", "2023", "2024"), ("North", "18", "27"), ("South", "30", "44")))


def found(data: Charted, text: str) -> tuple[list[set[str]], tuple[str, ...]]:
    """Return what is found between data and a drawing of it, whichever of the files is the first."""
    files = Reading("a", "Word", (), (), (), charts=(data,)), Reading("b", "PDF", (), (), (), charts=(
        Charted(data.description, "page 1", drawn=(text,)),))  # fmt: skip
    one, other = pair(*files), pair(*reversed(files))
    said = [{frozenset((each.first.words, each.other.words)) for each in way.differences} for way in (one, other)]
    assert said[0] == said[1]
    return [set(each) for each in said[0]], tuple(each for each in one.but_for if "order" in each)


RIGHT = {
    "numbers, then names": (DATA, "18 27 36 54 Ashby Bramley Coalford Denton"),
    "from the last on": (DATA, "54 36 27 18 Denton Coalford Bramley Ashby"),
    "names from the last on, with an axis": (DATA, "0 20 40 60 Denton Coalford Bramley Ashby"),
    "each name with its number": (DATA, "Coalford 36 Ashby 18 Denton 54 Bramley 27"),
    "shares of a pie": (DATA, "Denton 40% Ashby 13.3% Coalford 26.7% Bramley 20%"),
    "an axis of which all numbers are data": (DATA, "18 27 36 Ashby Bramley Coalford Denton"),
    "series by series": (TWO, "18 27 30 36 Ashby Bramley May June"),
    "category by category": (TWO, "May June 18 30 27 36 Ashby Bramley"),
    "some names only": (DATA, "0 20 40 60 Ashby Coalford"),
    "names at the ends of lines, the highest first": (LINES, "0 20 40 60 South North 2023 2024"),
    "a name of a series and of a category": (ALIKE, "South North 0 20 40 60 2024"),
    "names of lines in a legend": (LINES, "North South 0 20 40 60 2023 2024"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_orders_in_which_programs_print_charts_are_the_same(name: str) -> None:
    assert found(*RIGHT[name]) == ([], ())


@pytest.mark.parametrize(
    "name", [name for name in RIGHT if not any(word in name for word in ("axis", "some", "and of"))]
)
def test_each_two_names_or_numbers_that_changed_places_are_found(name: str) -> None:
    data, text = RIGHT[name]
    words = text.split()
    ambiguous = name in ("series by series", "category by category")  # inner numbers: the other of the two orders
    for numbers in (True, False):
        places = [at for at, word in enumerate(words) if word[0].isdigit() is numbers and word not in ("0", "20", "60")]
        for one, other in combinations(places, 2):
            changed = list(words)
            changed[one], changed[other] = changed[other], changed[one]
            if "40" in changed and changed[one].isdigit() and "lines" in name:
                continue
            differences, order = found(data, " ".join(changed))
            assert differences or order or (ambiguous and {changed[one], changed[other]} == {"27", "30"}), changed


@pytest.mark.parametrize("order", [one for one in permutations(range(4)) if one not in ((0, 1, 2, 3), (3, 2, 1, 0))])
def test_names_in_another_order_are_found_or_named(order: tuple[int, ...]) -> None:
    differences, named = found(DATA, f"0 20 40 60 {' '.join(NAMES[at] for at in order)}")
    moved = sum(at != place for place, at in enumerate(order))
    assert differences or named
    if moved == 2:
        first, other = (NAMES[at] for place, at in enumerate(order) if at != place)
        assert differences == [{f"{first} … {other}", f"{other} … {first}"}]


def test_two_numbers_that_changed_places_are_shown_with_their_places() -> None:
    differences, _ = found(DATA, "27 18 36 54 Ashby Bramley Coalford Denton")
    assert differences == [{"27 … 18", "18 … 27"}]


def test_a_name_that_the_description_has_and_the_data_has_not_is_found() -> None:
    data = Charted("By ward. Ashby, 18; Bramley, 27.", "page 1", (("", "Ashby", "Brandon"), ("Thefts", "18", "27")))
    assert found(data, "18 27 Ashby Bramley")[0] == [{"Bramley", "Brandon"}]


BOXES = "Ask first Listen Act then"
DIAGRAMS = {
    "the same": (BOXES, True),
    "divided in another way": ("Ask\nfirst Lis\u00adten Act then", True),
    "two that changed places": ("Act then Listen Ask first", False),
    "two next to each other": ("Listen Ask first Act then", False),
    "another word": ("Ask first Listen Act never", False),
    "a word less": ("Ask Listen Act then", False),
    "no words, as in a picture": ("", True),
}


@pytest.mark.parametrize("name", DIAGRAMS)
def test_diagrams_with_one_description_have_the_same_words_in_one_order(name: str) -> None:
    text, same = DIAGRAMS[name]
    one, other = (
        Reading(kind, kind, (), (), (), (("words in drawings and charts, unless both files are of one format", 1),),
                charts=(Charted("How", "page 1", drawn=(words,)),))
        for kind, words in (("Word", BOXES), ("PDF", text))
    )  # fmt: skip
    result = pair(one, other)
    assert result.same is same
    assert ("the words and numbers in a drawing or chart, which were not compared" in result.but_for) is (text == "")


def test_a_whole_order_that_is_another_is_named_and_no_difference() -> None:
    one, other = (Reading(kind, kind, (), (), (), charts=(Charted("How", "page 1", drawn=(words,)),)) for kind, words in
                  (("Word", "Ask Listen Act Go Stay"), ("PDF", "Stay Go Act Listen Ask")))  # fmt: skip
    assert (pair(one, other).same, pair(one, other).but_for) == (
        True,
        ("the order of the words in a drawing or chart",),
    )


@pytest.mark.parametrize(("one", "other", "expected"), [
    ("abcd", "cbad", True), ("abcd", "bacd", True), ("abcd", "dabc", True), ("abcde", "edcba", False),
    ("abcd", "abcx", False), ("abcd", "abc", False),
])  # fmt: skip
def test_two_parts_that_changed_places(one: str, other: str, expected: bool) -> None:
    assert swapped(one, other) is expected
