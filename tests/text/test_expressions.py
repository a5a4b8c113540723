"""What {{ }} may say, and what it may never do."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.blocks import Emphasis, Reference, Text
from csp_docs.errors import Code
from csp_docs.measures import formats
from csp_docs.model import Month, Status, Year
from csp_docs.text.expressions import Expression, Scope, check, evaluate, split
from csp_docs.text.expressions.faults import ExpressionError
from csp_docs.text.reckoning import Missing

SYNTAX = 'write a name (council.name), a function (longdate(date)) or words in straight quotation marks ("words")'


@attrs.frozen
class Council:
    name: str = "North West Leicestershire"
    website: str = "https://www.example.gov.uk"
    email: str | None = None
    _secret: str = "hidden"


def ref(target: str, lower: bool = False) -> Reference:
    return Reference(target, lower)


def longdate(day: date | Month) -> str:
    return formats.longdate(day, "en-GB")


NAMES: Mapping[str, object] = {
    "council": Council(),
    "date": date(2013, 7, 23),
    "title": "Community *Safety*",
    "empty": "",
    "missing": None,
    "heading": (Text("Streets "), Emphasis((Text("at night"),))),
    "nothing": (),
    "month": Month(2011, 2),
    "flag": True,
    "share": "88%",
    "cost": Decimal("12.50"),
    "measures": {"burglary": {"current": 261, "previous": 326}, "domestic-abuse": {"current": 5}, "_hidden": 1},
}
COMPARED = Scope(
    {
        **NAMES,
        "five": "5",
        "words": ("5", "five"),
        "year": Year(2013),
        "stage": Status.DRAFT,
        "lacking": Missing("the measure has no current"),
    },
    {},
)
SCOPE = Scope(NAMES, {"ref": ref, "longdate": longdate, "change": formats.change, "money": formats.money})


def refusal(source: str) -> tuple[str, str]:
    with pytest.raises(ExpressionError) as error:
        evaluate(source, SCOPE)
    return error.value.fact, error.value.hint


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("council.name", "North West Leicestershire"),
        (" council.name | upper ", "NORTH WEST LEICESTERSHIRE"),
        ("longdate(date) | upper", "23 JULY 2013"),
        ("title", "Community *Safety*"),
        ("date", "23 July 2013"),
        ("month", "February 2011"),
        ("heading", (Text("Streets "), Emphasis((Text("at night"),)))),
        ("cost", "12.50"),
        ("measures.burglary.current", "261"),
        ('measures["domestic-abuse"].current', "5"),
        ("change(measures.burglary.previous, measures.burglary.current)", "down 19.9%"),
        ("measures.burglary.previous - measures.burglary.current", "65"),
        ("measures.burglary.current - measures.burglary.previous", "−65"),
        ("measures.burglary.current / 7", "37.29"),
        ("cost / 3 + 1", "5.17"),
        ("-cost / 2", "−6.25"),
        ("6 / 3", "2"),
        ("200 / 2", "100"),
        ("1 / 8", "0.13"),
        ("cost + 0.5", "13.00"),
        ('"up" if measures.burglary.current > measures.burglary.previous else "down"', "down"),
        ("money(12000)", "£12,000"),
        ("'}} and {% %}'", "}} and {% %}"),
        ('ref("fig")', Reference("fig")),
        ('ref("fig", lower=true)', Reference("fig", lower=True)),
    ],
)
def test_what_an_expression_gives(source: str, value: object) -> None:
    assert evaluate(source, SCOPE) == value


@pytest.mark.parametrize(
    ("source", "fact", "hint"),
    [
        (
            "concil.name",
            '"{{ concil.name }}": there is no name "concil"',
            'did you mean "council"? '
            "names: cost, council, date, empty, flag, heading, measures, missing, month, nothing, share, title",
        ),
        (
            "council.nam",
            '"{{ council.nam }}": there is no part "nam"',
            'did you mean "name"? parts: email, name, website',
        ),
        (
            "longdat(date)",
            '"{{ longdat(date) }}": there is no function "longdat"',
            'did you mean "longdate"? functions: change, longdate, money, ref',
        ),
        (
            "longdate",
            '"{{ longdate }}": "longdate" is a function',
            "write longdate(…) with its values in the brackets",
        ),
        ("title.name", '"{{ title.name }}": there is no part "name"', "print the value itself"),
        ("title | lower", '"{{ title | lower }}": there is no filter "lower"', "use the filter upper, or none"),
        ("date | upper", '"{{ date | upper }}": the filter upper changes only text', "remove it"),
        (
            "council",
            '"{{ council }}": its value is not text or a number',
            "name one of its parts: name, website, email",
        ),
        ("flag", '"{{ flag }}": its value is not text or a number', ""),
        ("empty", '"{{ empty }}": it has no value', "give it one, or leave the expression out"),
        ("nothing", '"{{ nothing }}": its value is not text or a number', ""),
        ("heading | upper", '"{{ heading | upper }}": the filter upper changes only text', "remove it"),
        ("missing", '"{{ missing }}": it has no value', "give it one, or leave the expression out"),
        ("council.email", '"{{ council.email }}": it has no value', "give it one, or leave the expression out"),
        (
            "title if flag == false",
            '"{{ title if flag == false }}": it has no value',
            "give it one, or leave the expression out",
        ),
        ("council name", '"{{ council name }}" cannot be read', SYNTAX),
        ("“words”", '"{{ “words” }}" cannot be read', SYNTAX),
        ("", '"{{ }}" cannot be read', SYNTAX),
        ('money("lots")', '"{{ money("lots") }}" cannot be calculated: "lots" is not a number', ""),
        *(
            (call, f'"{{{{ {call} }}}}": a function has too few or too many values in its brackets', "give it: day")
            for call in ("longdate()", "longdate(1, 2)", "longdate(month=1)")
        ),
        ("1 + none", '"{{ 1 + none }}": a part of it has no value', "give it one, or leave the expression out"),
        ("none - 1", '"{{ none - 1 }}": a part of it has no value', "give it one, or leave the expression out"),
        ("-none", '"{{ -none }}": a part of it has no value', "give it one, or leave the expression out"),
        ("1 / 0", '"{{ 1 / 0 }}": it divides by 0', 'print words in that case: {{ a / b if b else "n/a" }}'),
        (
            "share + 1",
            '"{{ share + 1 }}": the text "88%" is not a count',
            "calculate with counts; percentages and pounds are printed words: "
            "{{ measures.….difference }} compares them",
        ),
        ("title.x.y", '"{{ title.x.y }}": there is no part "x"', "print the value itself"),
    ],
)
def test_mistakes_are_told_in_plain_words(source: str, fact: str, hint: str) -> None:
    assert refusal(source) == (fact, hint)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("five == 5", True), ("5 == five", True), ("five != 5", False), ("five < 12", True), ("1 < five < 4", False),
        ("five == '5.0'", True), ("'9' < '12'", True), ("'£9,500' < '£12,000'", True), ("'9%' > '88%'", False),
        ("share == '88%'", True), ("title == 'Community *Safety*'", True), ("title == '5'", False),
        ("'Safety' in title", True), ("'theft' in measures", False), ("'five' in words", True), ("5 in words", True),
        ("cost == 12.5", True), ("cost / 125 == 0.1", True), ("measures.burglary.current == '[x]'", False),
        ("date == '2013-07-23'", True), ("date < '2014-01-01'", True), ("month == '2011-02'", True),
        ("year == 2013", True), ("2014 > year", True), ("year == '2013'", True), ("stage == 'draft'", True),
        ("flag == true", True), ("missing == none", True), ("five != none", True), ("none == missing", True),
    ],
)  # fmt: skip
def test_values_are_compared_whatever_their_kinds(condition: str, holds: bool) -> None:
    assert evaluate(f'"yes" if {condition} else "no"', COMPARED) == ("yes" if holds else "no")


@pytest.mark.parametrize(
    ("condition", "fact"),
    [
        ("share > 85", 'the number 85 cannot be compared with the text "88%"'),
        ("share == 88", 'the number 88 cannot be compared with the text "88%"'),
        ("five == 'many' or cost == 'many'", 'the number 12.50 cannot be compared with the text "many"'),
        ("share == '£88'", 'the text "88%" cannot be compared with the text "£88"'),
        ("title < 'Z'", 'the text "Community *Safety*" cannot be compared with the text "Z"'),
        ("measures.burglary.current < '[x]'", 'the number 261 cannot be compared with the text "[x]"'),
        ("date >= 2013", "a date cannot be compared with the number 2013"),
        ("date == month", "a date cannot be compared with a date"),
        ("date == 'July'", '"July" is not a date'),
        ("flag == 1", "an answer, yes or no, cannot be compared with the number 1"),
        ("flag == 'yes'", 'an answer, yes or no, cannot be compared with the text "yes"'),
        ("stage == 'drft'", '"drft" is not one of the values that it is compared with'),
        ("1 in 2", "the number 1 cannot be compared with the number 2"),
        ("1 in measures", "the number 1 cannot be compared with a dict"),
        ("words == title", 'several values cannot be compared with the text "Community *Safety*"'),
        ("missing < 2", "a part of it has no value"),
        ("missing == 2", "a part of it has no value"),
        ("missing > none", "a part of it has no value"),
        ("measures.unknown == 2", 'there is no part "unknown"'),
        ("lacking == 2", "the measure has no current"),
    ],
)
def test_no_comparison_of_unlike_values_is_quietly_false(condition: str, fact: str) -> None:
    source = f'"yes" if {condition} else "no"'
    with pytest.raises(ExpressionError) as error:
        evaluate(source, COMPARED)
    assert error.value.fact == f'"{_quoted(source)}": {fact}'


def _quoted(source: str) -> str:
    words = f"{{{{ {source} }}}}"
    return words if len(words) <= 60 else f"{words[:59]}…"


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_number_is_compared_alike_as_a_text_and_as_a_number(one: int, other: int) -> None:
    names = {"one": one, "other": other, "text": str(one), "grouped": f"{other:,}"}
    for sign in ("==", "!=", "<", "<=", ">", ">="):
        found = {
            evaluate(f'"yes" if {left} {sign} {right} else "no"', Scope(names, {}))
            for left in ("one", "text")
            for right in ("other", "grouped")
        }
        assert len(found) == 1


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("year.year", "2013"), ("month.year - 1", "2010"), ("1 + year.year", "2014"),
        ("year.year - month.year", "2"), ("2024", "2024"), ("1200 + 300", "1,500"), ("-1200.5", "−1,200.5"),
        ("cost + 2000", "2,012.50"), ("-(cost + 2000)", "−2,012.50"), ("9000 / 7", "1,285.71"),
    ],
)  # fmt: skip
def test_what_is_calculated_has_commas_and_years_have_none(source: str, value: str) -> None:
    assert evaluate(source, COMPARED) == value


@pytest.mark.parametrize(
    "source",
    [
        "''.__class__.__mro__",
        "council.__class__",
        "council._secret",
        "measures._hidden",
        "measures['__class__']",
        'council|attr("__class__")',
        "longdate.__globals__",
        "longdate(date).__class__",
        "ref('x').__init__.__globals__",
        "'{0.__class__}'.format(council)",
        "title.upper()",
        "', '.join(title)",
        "measures.items()",
        "lipsum()",
        "cycler('a')",
        "joiner()",
        "range(9)",
        "dict()",
        "namespace()",
        "self",
        "self._TemplateReference__context",
        "loop",
        "caller()",
        "super()",
        "__builtins__",
        "title is defined",
        "[title]",
        "{'a': title}",
        "(title, title)",
        "title[0:1]",
        "money(*[1])",
        "money(**measures)",
        "money(value=1, value=2)",
        '"a" * 10**9',
        '("x"~"y")*3',
        "9 ** 9 ** 9",
        "'%1000000000d' % 1",
        "7 // 2",
        "title ~ ref('x')",
        "1e999",
        "(" * 400,
        "1+" * 200 + "1",
        "'" + "a" * 600 + "'",
    ],
)
def test_hostile_expressions_are_refused(source: str) -> None:
    assert refusal(source)[0].startswith('"{{')


def test_long_results_are_refused() -> None:
    scope = Scope({"long": "a" * 10_001}, {})
    with pytest.raises(ExpressionError) as error:
        evaluate("long", scope)
    assert error.value.fact == '"{{ long }}": its value has more than 10,000 characters'


def test_a_sum_has_twenty_signs_at_most() -> None:
    assert evaluate("1" + " + 1" * 20, SCOPE) == "21"
    fact, _ = refusal("1" + " + 1" * 21)
    assert fact.endswith("it is nested too deeply")


def test_a_function_words_its_own_refusal() -> None:
    def pending() -> str:
        raise ExpressionError(Code.UNKNOWN_NAME, "nobody owes this", "name an owner")

    with pytest.raises(ExpressionError) as error:
        evaluate("pending()", Scope({}, {"pending": pending}))
    assert (error.value.fact, error.value.hint) == ('"{{ pending() }}": nobody owes this', "name an owner")
    assert error.value.code is Code.UNKNOWN_NAME
    assert [(problem.code, problem.hint) for problem in error.value.problems] == [(Code.UNKNOWN_NAME, "name an owner")]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("no expression { here } }}\n", ["no expression { here } }}\n"]),
        ("a {{ b }} c", ["a ", Expression(" b "), " c"]),
        ("{{ '}}' }}{{x}}", [Expression(" '}}' "), Expression("x")]),
        ("{{ a\n.b }}\n", [Expression(" a\n.b "), "\n"]),
    ],
)
def test_a_text_and_its_expressions(text: str, parts: list[object]) -> None:
    assert split(text) == parts


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("{% for a in b %}", '"{%" is not allowed in text'),
        ("{% raw %}{{ x }}{% endraw %}", '"{%" is not allowed in text'),
        ("{# note #}", '"{#" is not allowed in text'),
        ("{# note", '"{#" is not allowed in text'),
        ("{{ council.name", '"{{ council.name" is not closed'),
        ("{{ 'words }}", 'the expression after "{{" cannot be read'),
        ("{{ a $ b }}", 'the expression after "{{ a" cannot be read'),
    ],
)
def test_a_text_that_cannot_be_taken_apart(text: str, fact: str) -> None:
    with pytest.raises(ExpressionError) as error:
        split(text)
    assert error.value.fact == fact


def test_syntax_is_checked_without_a_scope() -> None:
    check("{{ anything.at.all | upper }} and {{ any_function(1) }}")
    with pytest.raises(ExpressionError, match=r'^"{{ a \* 2 }}": the sign "\*" is not allowed$'):
        check("{{ fine }} and {{ a * 2 }}")


PIECES = [*"ab1 ._|()[]{}'\"+-*~,=:\\", "council", "title", "if ", "else ", "upper", "ref", "not "]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_expression_gives_a_value_or_is_refused(source: str) -> None:
    try:
        value = evaluate(source, SCOPE)
    except ExpressionError:
        return
    assert isinstance(value, (str, Reference))


@pytest.mark.parametrize("sign", ["*", "**", "%", "//", "~"])
def test_a_sign_that_is_not_allowed_is_named(sign: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        evaluate(f"2 {sign} 3", Scope({}, {}))
    assert caught.value.fact == f'"{{{{ 2 {sign} 3 }}}}": the sign "{sign}" is not allowed'
