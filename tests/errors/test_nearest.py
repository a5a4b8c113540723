"""Hints for misspelt names: right among many names, and quick."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.errors import did_you_mean, listed, nearest
from csp_docs.errors.nearest import _names, key_meant

MANY = [f"{part}-{number}" for part in ("burglary", "robbery", "theft") for number in range(1000)]
FEW = ["title", "sections", "council", "appendices"]


@pytest.mark.parametrize(
    ("name", "known", "where", "said"),
    [
        ("titel", FEW, "docs", 'did you mean "title"? keys: appendices, council, sections, title'),
        ("x", FEW, "docs", "keys: appendices, council, sections, title"),
        ("x", [], "", "keys: none"),
        ("x", MANY, "", "keys: burglary-0, burglary-1, burglary-10, burglary-100, burglary-101 and 2,995 more"),
    ],
)
def test_a_hint_has_the_closest_name_and_all_of_a_few(name: str, known: list[str], where: str, said: str) -> None:
    assert did_you_mean(name, known, "keys", where) == said


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("items", ["cells", "columns"], "cells"),
        ("name", ["column", "rating", "sum"], "column"),
        ("name", ["title", "column"], "title"),
        ("header", ["front", "running_head"], "running_head"),
        ("footer", ["front", "running_foot"], "running_foot"),
    ],
)
def test_other_words_that_people_use_for_keys_are_understood(word: str, known: list[str], meant: str) -> None:
    assert key_meant(word, known, "keys", "").startswith(f'did you mean "{meant}"?')


def test_a_hint_of_many_names_has_the_nearest_and_says_where_all_are() -> None:
    hint = did_you_mean("robery-77", MANY, "keys", "docs/format.md")
    assert hint.startswith('did you mean "robbery-77"? keys: robbery-77, robbery-')
    assert hint.endswith(" and 2,995 more (docs/format.md lists them all)")
    assert hint.count(",") == 5  # five names, and a comma in the number


def test_a_list_without_a_misspelt_name_has_the_first_few() -> None:
    assert listed(FEW) == "title, sections, council, appendices"
    assert listed(map(str, range(30)), "docs") == "0, 1, 2, 3, 4 and 25 more (docs lists them all)"


@given(st.sampled_from(MANY), st.integers(0, 6), st.sampled_from(["", "x", "xy", "yx"]))
def test_a_name_with_one_slip_is_found_among_thousands(name: str, at: int, slip: str) -> None:
    before, wrong, after = name[:at], name[at], name[at + 1 :]
    slipped = {"": before + after, "x": f"{before}x{after}", "xy": f"{before}x{wrong}{after}"}.get(slip)
    slipped = slipped or before + after[:1] + wrong + after[1:]  # two characters are swapped
    [found, *_] = nearest(slipped, MANY)
    assert alike(found, slipped) >= alike(name, slipped)


def alike(name: str, other: str) -> float:
    return SequenceMatcher(None, name, other).ratio()


@pytest.mark.parametrize("count", [100, 1_000, 10_000])
def test_few_names_are_compared_however_many_there_are(count: int) -> None:
    known = tuple(f"i{number}" for number in range(count))
    assert len(_names(known).near("j77")) < 60
