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
from csp_docs.model import Month
from csp_docs.text.expressions import Expression, Scope, check, evaluate, split
from csp_docs.text.expressions.faults import ExpressionError

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
            "title if flag == 2",
            '"{{ title if flag == 2 }}": it has no value',
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
        ("1 / 0", '"{{ 1 / 0 }}": it divides by 0', 'print words in that case: {{ a / b if b else "n/a" }}'),
        (
            "share + 1",
            '"{{ share + 1 }}": the text "88%" is not a count',
            "calculate with counts; percentages and pounds are printed words: "
            "{{ measures.….difference }} compares them",
        ),
        *(
            (
                compared,
                f'"{{{{ {compared} }}}}" compares values of different kinds, or a value that is missing',
                "compare counts with counts and texts with texts; percentages and pounds are printed words: "
                "{{ measures.….rag }} and {{ measures.….change }} compare them",
            )
            for compared in ("share > 85", "'up' if missing < 2 else 'down'", "date >= 2013", "1 in 2")
        ),
        ("title.x.y", '"{{ title.x.y }}": there is no part "x"', "print the value itself"),
    ],
)
def test_mistakes_are_told_in_plain_words(source: str, fact: str, hint: str) -> None:
    assert refusal(source) == (fact, hint)


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
