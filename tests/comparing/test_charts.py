"""The numbers of charts are compared across formats: data with data, and data with what a drawing prints."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csp_docs.api import check, numbered
from csp_docs.comparing import html, pdf, word
from csp_docs.comparing.compared import pair
from csp_docs.comparing.drawn import charts
from csp_docs.comparing.reading import Charted, Reading
from csp_docs.errors import Severity
from csp_docs.model import Chart
from csp_docs.output.printing import Printing
from tests import changed_words
from tests.writers.test_charts_alike import charts as any_chart
from tests.writers.test_charts_alike import plan

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
AREAS = ("", "Ashby", "Bramley", "Coalford")


def reading(file: str, *found: Charted) -> Reading:
    return Reading(file, file, (), (), (), charts=found)


def data(*numbers: str, named: str = "Thefts", also: tuple[tuple[str, ...], ...] = ()) -> Charted:
    return Charted("Thefts", "page 1", (AREAS, (named, *numbers), *also))


def drawn(*texts: str, description: str = "Thefts") -> Charted:
    return Charted(description, "page 1", drawn=texts)


def found(one: Charted, other: Charted) -> list[tuple[str, str]]:
    files = reading("Word", one), reading("PDF", other)
    return [(one.first.words, one.other.words) for one in charts.unequal(*files)]


@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(any_chart())
def test_the_numbers_of_a_chart_are_the_same_in_all_formats(chart: Chart) -> None:
    document = plan(chart)
    if any(one.severity is Severity.ERROR for one in check(document)):
        return
    built = Printing(*numbered(document))
    files = word.read("Word", built.word()), pdf.read("PDF", built.pdf()), html.read("page", built.html())
    for first, other in ((0, 1), (0, 2), (1, 2)):
        assert pair(files[first], files[other]).differences == ()


@pytest.mark.parametrize("seed", range(1))
def test_each_number_that_is_changed_in_a_chart_is_found(seed: int) -> None:
    assert changed_words.missed(changed_words.in_drawings(seed, 12)) == []


@given(st.decimals(-(10**6), 10**6, places=2), st.sampled_from(["{}", "£{}", "{}%"]))
def test_a_number_in_a_cell_is_read_whatever_is_around_it(number: Decimal, around: str) -> None:
    shown = f"{'−' if number < 0 else ''}{around.format(f'{abs(number):,}')}"
    assert Decimal(charts.number_in(shown)) == number


def test_columns_are_compared_in_order_with_their_names() -> None:
    assert found(data("18", "27", "36"), data("18", "36", "27")) == [("27 36", "36 27")]
    assert found(data("18", "27", "36"), data("18", "27", "36", named="Fires")) == [("Thefts", "Fires")]
    assert found(data("18", "27", "36"), data("18", "27", "36")) == []


def test_a_target_that_only_one_file_has_as_data_is_left_out() -> None:
    target = ("Goal", "30")
    assert found(data("18", "27", "36", also=(target,)), data("18", "27", "36")) == []
    assert found(data("18", "27", "36", also=(target,)), data("18", "27", "36", also=(("Goal", "40"),))) != []


PRINTED = {
    "all numbers": "18 27 36 Ashby Bramley Coalford",
    "an axis": "0 10 20 30 40 Ashby Bramley Coalford",
    "both": "0 10 20 30 40 18 27 36",
    "an axis with little room": "0 40 Ashby",
    "shares": "Ashby 22.2% Bramley 33.3% Coalford 44.4%",
    "rounded": "18.0 27 36",
}


@pytest.mark.parametrize("text", PRINTED.values(), ids=PRINTED)
def test_what_a_drawing_prints_is_data_shares_of_it_or_an_axis(text: str) -> None:
    assert found(data("18", "27", "36"), drawn(text)) == []


@pytest.mark.parametrize(
    ("text", "other", "instead"),
    [
        ("18 72 36", "72", "27"),
        ("18 27 27", "27", "36"),
        ("0 10 20 30 40 18 27 37", "37", "36"),
        ("18 27.5 36", "27.5", "27"),
        ("0 10 20 30 40 18 27 36 37", "37", ""),
    ],
)
def test_a_number_that_is_printed_and_is_not_data_is_a_difference(text: str, other: str, instead: str) -> None:
    assert found(data("18", "27", "36"), drawn(text)) == [(instead, other)]
    assert found(drawn(text), data("18", "27", "36")) == [(other, instead)]


WIDE, NARROW = "0 10 20 30 40 Ashby Bramley Coalford", "Thefts Ashby 18 Bramley 27 Coalford 36"


@pytest.mark.parametrize("of_two", ["data", "drawing"])
@pytest.mark.parametrize(("changed", "was"), [("72", "27"), ("Westley", "Bramley"), ("Fires", "Thefts")])
def test_one_change_in_a_chart_is_one_difference_with_both_values(of_two: str, changed: str, was: str) -> None:
    right = evolve(data("18", "27", "36"), drawn=(WIDE, NARROW), description="By ward")
    columns = tuple(tuple(one.replace(was, changed) for one in column) for column in right.columns)
    texts = tuple(text.replace(was, changed) for text in right.drawn)
    wrong = evolve(right, columns=columns) if of_two == "data" else evolve(right, drawn=texts)
    others = [evolve(right, drawn=()), *([evolve(right, columns=(), drawn=(NARROW,))] if changed != "Westley" else [])]
    for other in others:
        assert [(a.casefold(), b.casefold()) for a, b in found(other, wrong)] == [(was.casefold(), changed.casefold())]
        assert [(a.casefold(), b.casefold()) for a, b in found(wrong, other)] == [(changed.casefold(), was.casefold())]


def test_words_of_a_drawing_that_are_said_of_the_chart_are_expected() -> None:
    own = Charted(
        "Thefts by ward. The axis does not start at 0", "", data("18", "27", "36").columns, (), "Figure 1: Wards"
    )
    assert (
        found(own, drawn("Wards THEFTS The axis does not start at 0 Ash\u00adby 18", description=own.description)) == []
    )


def test_numbers_in_names_and_in_sentences_of_the_description_are_words() -> None:
    named = Charted("Thefts. The axis does not start at 0", "page 1", (AREAS, ("Of 2024", "18", "27", "36")))
    text = "The axis does not start at 0 2024 18 27 36"
    assert found(named, drawn(text, description=named.description)) == []


def test_what_one_of_the_files_does_not_print_is_counted() -> None:
    files = reading("Word", data("18", "27", "36")), reading("PDF", drawn("18"))
    assert pair(*files).but_for == ("2 numbers of charts that one of the files does not print (page 1)",)


def test_charts_are_known_by_their_descriptions() -> None:
    assert found(data("18", "27", "36"), drawn("99", description="Fires")) == []
