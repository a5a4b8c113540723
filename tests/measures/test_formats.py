"""Dates and numbers as they are printed."""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from csp_docs.compose.measured import measured
from csp_docs.measures import formats
from csp_docs.measures.calculated import Rules
from csp_docs.model import Measure, Month, Period, Year

DAY = date(2013, 7, 23)


@pytest.mark.parametrize(
    ("language", "style", "printed"),
    [
        ("en-GB", "plain", "23 July 2013"),
        ("en-GB", "ordinal", "23rd July 2013"),
        ("cy-GB", "plain", "23 Gorffennaf 2013"),
        ("cy-GB", "ordinal", "23ain Gorffennaf 2013"),
    ],
)
def test_longdate(language: str, style: str, printed: str) -> None:
    assert formats.longdate(DAY, language, style) == printed


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en-GB", "1st 2nd 3rd 4th 11th 12th 13th 20th 21st 22nd 23rd 30th 31st"),
        ("cy-GB", "1af 2il 3ydd 4ydd 11eg 12fed 13eg 20fed 21ain 22ain 23ain 30ain 31ain"),
    ],
)
def test_ordinals(language: str, printed: str) -> None:
    days = [date(2013, 7, number) for number in (1, 2, 3, 4, 11, 12, 13, 20, 21, 22, 23, 30, 31)]
    assert " ".join(formats.longdate(day, language, "ordinal").split()[0] for day in days) == printed


def test_a_date_may_lack_its_day_or_its_month() -> None:
    assert formats.longdate(Month(2011, 2), "en-GB", "ordinal") == "February 2011"
    assert formats.longdate(Month(2011, 2), "cy-GB") == "Chwefror 2011"
    assert formats.longdate(Year(2011), "en-GB") == "2011"


@pytest.mark.parametrize(
    ("written", "english", "welsh"),
    [
        ("2011-2014", "2011 to 2014", "2011 i 2014"),
        ("2013/14", "2013/14", "2013/14"),
        ("2019", "2019", "2019"),
        ("2019-02/2019-02", "February 2019", "Chwefror 2019"),
        ("2019-01/2019-12", "January to December 2019", "Ionawr i Ragfyr 2019"),
        ("2018-04/2019-03", "April 2018 to March 2019", "Ebrill 2018 i Fawrth 2019"),
        ("2019-01/2019-07", "January to July 2019", "Ionawr i Orffennaf 2019"),
        ("2019-01/2019-11", "January to November 2019", "Ionawr i Dachwedd 2019"),
        ("2019-01/2019-08", "January to August 2019", "Ionawr i Awst 2019"),
        ("2013-04-01/2014-03-31", "1 April 2013 to 31 March 2014", "1 Ebrill 2013 i 31 Mawrth 2014"),
        ("2019-04-01/2019-06-30", "1 April to 30 June 2019", "1 Ebrill i 30 Mehefin 2019"),
    ],
)
def test_periods(written: str, english: str, welsh: str) -> None:
    assert formats.period(Period.parse(written), "en-GB") == english
    assert formats.period(Period.parse(written), "cy-GB") == welsh


def test_the_days_of_a_period_are_printed_in_the_councils_style() -> None:
    period = Period.parse("2019-04-01/2019-06-30")
    assert formats.period(period, "en-GB", "ordinal") == "1st April to 30th June 2019"


def test_numbers_in_words() -> None:
    assert [formats.number_word(number, "en-GB") for number in (1, 2, 21)] == ["One", "Two", "Twenty-one"]
    assert [formats.number_word(number, "cy-GB") for number in (1, 2, 3)] == ["Un", "Dau", "Tri"]


@pytest.mark.parametrize(("language", "printed"), [("en-GB", "Tuesday"), ("cy-GB", "Dydd Mawrth")])
def test_weekday(language: str, printed: str) -> None:
    assert formats.weekday(DAY, language) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (12000, "£12,000"),
        ("£12,000", "£12,000"),
        (Decimal("12.5"), "£12.50"),
        (Decimal("12.005"), "£12.01"),
        ("12.00", "£12"),
        (-500, "−£500"),
        ("\N{MINUS SIGN}£500", "−£500"),
        ("£-500", "−£500"),
        (Decimal("-0.001"), "£0"),
        (Decimal("1E+3"), "£1,000"),
        (0, "£0"),
    ],
)
def test_money(value: formats.Number, printed: str) -> None:
    assert formats.money(value) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (1234, "1,234"),
        (-1234567, "−1,234,567"),
        ("1234567.50", "1,234,567.50"),
        (Decimal("-0.5"), "−0.5"),
        (" 12 ", "12"),
        (Decimal("1E+3"), "1,000"),
    ],
)
def test_number(value: formats.Number, printed: str) -> None:
    assert formats.number(value) == printed


@pytest.mark.parametrize(("value", "printed"), [(85, "85%"), ("85%", "85%"), (Decimal("-12.5"), "−12.5%")])
def test_percent(value: formats.Number, printed: str) -> None:
    assert formats.percent(value) == printed


@pytest.mark.parametrize(
    ("previous", "current", "printed"),
    [
        (326, 261, "down 19.9%"),
        (1000, 1032, "up 3.2%"),
        ("1,000", "£1,032", "up 3.2%"),
        (2000, 2001, "up 0.1%"),  # 0.05 %: half away from zero
        (2000, 1999, "down 0.1%"),
        (10000, 10001, "up less than 0.1%"),
        (20000, 19999, "down less than 0.1%"),
        (5, 5, "no change"),
        (0, 0, "no change"),
        (0, 3, "n/a"),
        (-4, 2, "up 150.0%"),
        (1, 40, "up 3,900.0%"),
    ],
)
def test_change_from_the_earlier_to_the_later(previous: formats.Number, current: formats.Number, printed: str) -> None:
    assert formats.change(previous, current) == printed


@pytest.mark.parametrize(
    ("previous", "current", "english", "welsh"),
    [
        ("80%", "88%", "up 8\u00a0pp", "i fyny 8\u00a0pp"),
        ("88.5%", "80%", "down 8.5\u00a0pp", "i lawr 8.5\u00a0pp"),
        ("0%", "3%", "up 3\u00a0pp", "i fyny 3\u00a0pp"),
        ("12.25%", "12.2%", "down 0.05\u00a0pp", "i lawr 0.05\u00a0pp"),
        ("3%", "3.0%", "no change", "dim newid"),
        ("-2%", "2%", "up 4\u00a0pp", "i fyny 4\u00a0pp"),
    ],
)
def test_the_change_of_percentages_is_in_points_as_that_of_measures(
    previous: str, current: str, english: str, welsh: str
) -> None:
    assert (formats.change(previous, current), formats.change(previous, current, "cy-GB")) == (english, welsh)
    for language, words in (("en-GB", english), ("cy-GB", welsh)):
        measure = Measure("Satisfied", current, previous)
        assert measured(measure, Rules(), lambda name, **_: name, language).change == words


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: formats.change("80%", 88), '"80%" and "88" cannot be compared: one of them is a percentage'),
        (lambda: formats.change("£10", "12%"), '"£10" and "12%" cannot be compared: one of them is a percentage'),
        (lambda: formats.money("85%"), '"85%" has the sign %, which would be lost: use percent'),
        (lambda: formats.percent("£85"), '"£85" has the sign £, which would be lost: use money'),
        (lambda: formats.number("85%"), '"85%" has the sign %, which would be lost: use money or percent'),
        (lambda: formats.number("-£85"), '"-£85" has the sign £, which would be lost: use money or percent'),
    ],
    ids=["percent and count", "money and percent", "money", "percent", "number of percent", "number of money"],
)
def test_no_sign_is_lost(call: Callable[[], str], told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        call()


@pytest.mark.parametrize(("current", "printed"), [(80, "i lawr 20.0%"), (120, "i fyny 20.0%"), (100, "dim newid")])
def test_change_in_welsh(current: int, printed: str) -> None:
    assert formats.change(100, current, "cy-GB") == printed


@pytest.mark.parametrize(
    "value", ["", "many", "1,2", "1e9", "--5", "-£-5", "١٢", None, True, float("inf"), Decimal("NaN")]
)
def test_what_is_no_number(value: formats.Number) -> None:
    with pytest.raises(ValueError, match=r"is not a number$"):
        formats.money(value)


def test_what_is_no_date_style_or_language() -> None:
    with pytest.raises(ValueError, match=r'^"soon" is not a date$'):
        formats.longdate("soon", "en-GB")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r'^there is no date style "short": use plain, ordinal, dd/mm/yyyy, '):
        formats.longdate(DAY, "en-GB", "short")
    with pytest.raises(ValueError, match=r'^there are no words for the language "fr-FR": use en-GB or cy-GB$'):
        formats.weekday(DAY, "fr-FR")


def test_libraries_are_imported_when_needed() -> None:
    code = "import sys; import csp_docs.measures.formats; sys.exit(bool({'babel', 'num2words'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
