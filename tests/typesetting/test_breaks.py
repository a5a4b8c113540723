"""Long words are divided after their own signs, and figures are not divided."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.typesetting.breaks import is_figure, parts, pieces

FIGURES = (
    "2,410", "£1,234,567.89", "−12.5%", "-149", "+149", "±2.5", "(1,204)", "1,204*", "£1.2m", "£5/hour", "5km/h", "3rd",
    "12:30", "12/05/2024", "24/7", "2011-14", "2011–14", "50–60%", "£1m–£2m", "(2011-14)", "01530-454545", "5\xa0km",
    "▲\xa0Amber", "CSP2024001", "12345678901234567890", "“12%”", "8.2/1,000",
)  # fmt: skip


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_is_one_part(figure: str) -> None:
    assert is_figure(figure)
    assert parts(figure) == [figure]


@pytest.mark.parametrize("word", ["crime", "anti-social", "Ward12", "COVID-19", "a.b@c.uk", "10-year-old"])
def test_other_words_are_not_figures(word: str) -> None:
    assert not is_figure(word)


@pytest.mark.parametrize(
    "divided",
    [
        "https://|www.|example.|gov.|uk/|crime-|2023-24.|ods?|id=|5&|x=|1#|top",
        "data_|and_|insight@|any-|town.|gov.|uk",
        "burglary/|robbery",
        "C:\\|plans\\|safer.|yaml",
        "uk/|2,410.50/12:30/|x",
        "/path",
        "e.|g.,",
        "partnership’s",
    ],
)
def test_a_word_is_divided_after_its_signs(divided: str) -> None:
    assert parts(divided.replace("|", "")) == divided.split("|")


@pytest.mark.parametrize(
    "divided", ["2011-|14", "50–|60%", "£1m–|£2m", "50%-|60%", "-14", "2,410", "Ward|12", "Confidence|10|b", "word"]
)
def test_what_is_still_too_wide_is_divided_at_the_dash_of_a_range_or_before_digits(divided: str) -> None:
    assert pieces(divided.replace("|", "")) == divided.split("|")


SIGNS_AND_WORDS = st.text(st.sampled_from("ab1290./-–_@?&=:,%£ é"), max_size=30).map(lambda text: text.replace(" ", ""))


@given(SIGNS_AND_WORDS)
def test_no_character_is_lost_and_no_number_divided(word: str) -> None:
    assert "".join(parts(word)) == word
    assert "".join(piece for part in parts(word) for piece in pieces(part)) == word
    assert not re.search(r"\d[.,:/-]?\0\d", "\0".join(parts(word)))
