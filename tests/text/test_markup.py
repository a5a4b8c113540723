"""Text as authors write it, and the nodes that it becomes."""

import re
import unicodedata
from collections.abc import Callable, Iterable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.blocks import Block, Emphasis, Inline, LineBreak, Link, List, Note, Paragraph, Reference, Strong, Text
from csp_docs.errors import Code, Located, Origin, Problem, Severity, errors_in
from csp_docs.text.expressions import Scope
from csp_docs.text.markup import Place, blocks, check, inlines, paragraphs, plain

HERE = Origin("plan.yaml", 3, 5, "sections[2]")
TAG = "to print the signs themselves, write a backslash before the first"
ADDRESS = "write the full address, beginning with https://, http:// or mailto:"
DAMAGED = "delete it, or save the file as UTF-8 again"


@attrs.frozen
class Council:
    name: str = "A *b* [c](d) <e> `f`"
    website: str = "https://www.example.gov.uk/a b"
    address: str = "1 High Street\nLeicester"


SCOPE = Scope(
    {
        "council": Council(),
        "marks": "**",
        "number": "1.",
        "words": (Text("so *"), Strong((Text("it"),))),
        "bell": "din\x07g",
        "nul": "a\0",
    },
    {"ref": lambda target, lower=False: Reference(target, lower)},
)


def dump(nodes: Iterable[Block | Inline]) -> str:
    return " ".join(map(_dump, nodes))


def _dump(node: Block | Inline) -> str:
    match node:
        case Text():
            return repr(node.text)
        case LineBreak():
            return "br"
        case Reference():
            return f"ref({node.target})"
        case Link():
            return f"a[{node.url}]({dump(node.inlines)})"
        case Note():
            return f"{'again' if node.repeated else 'note'}({dump(node.inlines)})"
        case Strong() | Emphasis():
            return f"{'b' if isinstance(node, Strong) else 'i'}({dump(node.inlines)})"
        case Paragraph():
            return f"{'1.1' if node.numbered else ''}p({dump(node.inlines)})"
        case List():
            marker = node.marker.format(node.start) if node.marker else "•"
            return f"{marker}[{' | '.join(map(dump, node.items))}]"
        case _:
            raise AssertionError(node)


def told(
    read: Callable[[str, Scope], tuple[Iterable[Block | Inline], tuple[Problem, ...]]], text: str
) -> tuple[Problem, ...]:
    """Return the errors of a text; one that has some gives no nodes but its references."""
    nodes, problems = read(text, SCOPE)
    errors = errors_in(problems)
    left = [one for node in nodes for one in (node.inlines if isinstance(node, Paragraph) else [node])]
    assert not errors or all(isinstance(one, Reference) for one in left)
    return errors


def problems(text: str) -> list[str]:
    return [f"{problem.fact} / {problem.hint}" for problem in told(blocks, Located.at(text, Origin("plan.yaml", 1, 1)))]


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("", ""),
        ("words", "p('words')"),
        ("one\ntwo\n\nthree", "p('one two') p('three')"),
        ("one  \ntwo\\\nthree", "p('one' br 'two' br 'three')"),
        ("**strong** *stressed* ***both***", "p(b('strong') ' ' i('stressed') ' ' i(b('both')))"),
        ("snake_case_word, R&D, 3 < 4 > 2", "p('snake_case_word, R&D, 3 < 4 > 2')"),
        ('&amp; &eacute; \\*not\\* \\# -- ... (c) "q"', "p('& é *not* # -- ... (c) “q”')"),
        ("www.example.uk https://example.uk", "p('www.example.uk https://example.uk')"),
        ("a\tb", "p('a b')"),
        (">90%", "p('>90%')"),
        ("Target:\n>90% or <5", "p('Target: >90% or <5')"),
        # links
        ("[site](<https://example.uk/é b>)", "p(a[https://example.uk/%C3%A9%20b]('site'))"),
        ("[**s** t](http://example.uk:80/#x)", "p(a[http://example.uk:80/#x](b('s') ' t'))"),
        ("<https://example.uk/é>", "p(a[https://example.uk/%C3%A9]('https://example.uk/é'))"),
        ("<a@example.uk> [us](mailto:a@b.uk)", "p(a[mailto:a@example.uk]('a@example.uk') ' ' a[mailto:a@b.uk]('us'))"),
        ("[name]: https://example.uk", "p('[name]: https://example.uk')"),
        # lists
        ("- one\n- two", "•[p('one') | p('two')]"),
        (
            "- one\n  - two\n    - three\n\n4. four\n5. five",
            "•[p('one') •[p('two') •[p('three')]]] 4.[p('four') | p('five')]",
        ),
        ("1) one\n\n   more", "1)[p('one') p('more')]"),
        ("1. Introduction", "1.[p('Introduction')]"),
        ("words\n- item", "p('words') •[p('item')]"),
        ("in\n2013. It", "p('in 2013. It')"),
        # what only looks like a list
        ("-", "p('-')"),
        ("*", "p('*')"),
        ("+", "p('+')"),
        ("12.", "p('12.')"),
        ("2013.", "p('2013.')"),
        ("2013.\n2014.", "p('2013. 2014.')"),
        ("- 2013.", "•[p('2013.')]"),
        ("**", "p('**')"),
        ("-5%", "p('−5%')"),
        ("#1", "p('#1')"),
        # footnotes
        (
            "a[^1] b[^x] c[^1]\n\n[^1]: n *m*\n[^x]: o",
            "p('a' note('n ' i('m')) ' b' note('o') ' c' again('n ' i('m')))",
        ),
        ("- a[^1]\n\n  [^1]: n\n      m\n- b", "•[p('a' note('n m')) | p('b')]"),
        ("[^not a mark]", "p('[^not a mark]')"),
        # expressions
        ("**{{ council.name }}**", "p(b('A *b* [c](d) <e> `f`'))"),
        ("{{ number }} {{ marks }}x{{ marks }}", "p('1. **x**')"),
        ("{{ '*a*' }}*b*", "p('*a*' i('b'))"),
        ("{{ council.address }}", "p('1 High Street Leicester')"),
        ("See {{ ref('fig-1') }}.", "p('See ' ref(fig-1) '.')"),
        ("[site]({{ council.website }})", "p(a[https://www.example.gov.uk/a%20b]('site'))"),
        ("- **On** {{ words }}.", "•[p(b('On') ' so *' b('it') '.')]"),
        ("[x](https://example.uk/{{ number }})", "p(a[https://example.uk/1.]('x'))"),
        ("\ue000 &#xE001; \ue0010\ue001 {{ number }}", "p('\\ue000 \\ue001 \\ue0010\\ue001 1.')"),
        ("\\{{ number }}", "p('\\\\1.')"),
    ],
)
def test_text_becomes_nodes(text: str, nodes: str) -> None:
    assert dump(blocks(text, SCOPE)[0]) == nodes
    assert check(text) == ()


def test_only_paragraphs_outside_lists_are_numbered() -> None:
    assert dump(blocks("one\n\n- two\n\n2013.", SCOPE, numbered=True)[0]) == "1.1p('one') •[p('two')] 1.1p('2013.')"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Title", [f'"# Title" is a heading, which is not allowed in text / use a section\'s `title:`; {TAG}']),
        ("Title\n===", [f'"Title" is a heading, which is not allowed in text / use a section\'s `title:`; {TAG}']),
        (
            "[site](https://example.uk/a b)",
            [
                'the address in "[site](https://example.uk/a b)" contains a space / '
                "write %20 for the space, or a backslash before the ["
            ],
        ),
        ("> words", [f'"> words" is a quotation, which is not allowed in text / use the block `quote:`; {TAG}']),
        ("![a map](m.png)", [f'"a map" is a picture, which is not allowed in text / use the block `figure:`; {TAG}']),
        ("![](m.png)", [f'"m.png" is a picture, which is not allowed in text / use the block `figure:`; {TAG}']),
        (
            "| a | b |\n|---|---|",
            [f'"| a | b |" is a table, which is not allowed in text / use the block `table:`; {TAG}'],
        ),
        (
            "* * *",
            [
                '"* * *" is a line across the page, which is not allowed in text / '
                f"use a section's `title:` or `page_break: yes`; {TAG}"
            ],
        ),
        (
            "a `b`",
            ['"b" is code, which is not allowed in text / remove the backticks, or write a backslash before them'],
        ),
        (
            "```\nb\n```",
            ['"```" is code, which is not allowed in text / remove the backticks, or write a backslash before them'],
        ),
        (
            "    words",
            [
                '"words" is code (its lines are indented), which is not allowed in text / '
                "begin the lines at the margin, or use `lines:`"
            ],
        ),
        (
            "to <the Chairman>",
            [
                '"<the Chairman>" is HTML, which is not allowed in text / '
                "write plain words; to print the sign itself, write \\<"
            ],
        ),
        (
            "<div>\nwords\n</div>",
            ['"<div>" is HTML, which is not allowed in text / write plain words; to print the sign itself, write \\<'],
        ),
        ("[a](javascript:alert\\(1\\))", [f'"javascript:alert(1)" is not an address for a link / {ADDRESS}']),
        ("[a](file:///etc/passwd)", [f'"file:///etc/passwd" is not an address for a link / {ADDRESS}']),
        ("[a](page.html)", [f'"page.html" is not an address for a link / {ADDRESS}']),
        ("[a](#x)", [f'"#x" is not an address for a link / {ADDRESS}']),
        ("[a](//example.uk)", [f'"//example.uk" is not an address for a link / {ADDRESS}']),
        ("[a]()", [f'"" is not an address for a link / {ADDRESS}']),
        (
            "[a](https://gov.uk@example.uk)",
            [f'"https://gov.uk@example.uk" is not an address for a link / {ADDRESS}'],
        ),
        ("[a](https://example.uk/&#10;x)", [f'"https://example.uk/ x" is not an address for a link / {ADDRESS}']),
        ("<ftp:a.uk>", [f'"ftp:a.uk" is not an address for a link / {ADDRESS}']),
        ("[a]({{ number }})", [f'"{{{{ number }}}}" is not an address for a link / {ADDRESS}']),
        ("[a]({{ ref('x') }})", [f"\"{{{{ ref('x') }}}}\" is not an address for a link / {ADDRESS}"]),
        ("[](https://a.uk)", ['the link to "https://a.uk" has no words / put them in the square brackets']),
        (
            '[a](https://a.uk "words")',
            ['the title "words" of a link cannot be printed / put its words in the text'],
        ),
        ("a[^9]", ['there is no footnote "[^9]" / write it below the text: [^9]: its words']),
        (
            "a\n\n[^1]: b",
            ['the footnote "[^1]" has no mark in the text / put the mark in the text, or remove the footnote'],
        ),
        (
            "a[^1]\n\n[^1]: b\n[^1]: c",
            ['the footnote "[^1]" is given twice / give each footnote its own mark'],
        ),
        (
            "a[^1]\n\n[^1]: b\n\n    c",
            ['the footnote "[^1]" is not one paragraph / write a footnote as one paragraph'],
        ),
        (
            "a[^1]\n\n[^1]: b[^1]",
            ['the footnote "[^1]" contains another footnote / put that one in the text'],
        ),
        ("- a\n-\n- b", ['an item is empty in the list that begins "- a" / give it words']),
        ("- - - - - - - a", ["lists are nested more than 6 deep / use sections or a table"]),
        ("*a " * 9 + "b*" * 9, ["marks such as * are nested too deeply / remove some of them"]),
        ("{% if a %}", ['"{%" is not allowed in text / use only {{ }}, without commands and comments']),
        (
            "No\0te",
            [f'the character U+0000 after "No" cannot be printed / {DAMAGED}'],
        ),
        (
            "{{ nul }}",
            [f'the character U+0000 after "a" cannot be printed / {DAMAGED}'],
        ),
        (
            "a" * 100_001,
            ["the text has 100,001 characters; the most is 100,000 / divide it into several texts"],
        ),
    ],
)
def test_what_text_may_not_hold(text: str, found: list[str]) -> None:
    assert problems(text) == found


def test_all_problems_of_a_text_are_told_at_once_with_its_place() -> None:
    text = Located.at("# {{ council.nam }}\n\nSee [a](b) {{ x }} and `c`[^1].", HERE)
    found = told(blocks, text)
    assert [problem.fact for problem in found] == [
        '"{{ council.nam }}": there is no part "nam"',
        '"{{ x }}": there is no name "x"',
        '"# {{ council.nam }}" is a heading, which is not allowed in text',
        '"b" is not an address for a link',
        '"c" is code, which is not allowed in text',
        'there is no footnote "[^1]"',
    ]
    assert {problem.origin for problem in found} == {HERE}
    assert str(found[0]).startswith('plan.yaml:3:5: sections[2]: "{{ council.nam }}": there is no part "nam" [CSP404]')


def test_check_finds_what_needs_no_scope() -> None:
    text = Located.at("{{ any.name }} {{ a * b }} [x]({{ address }}) [x](a) <b>", HERE)
    assert check(text) == (
        Problem(Code.NOT_AN_EXPRESSION, '"{{ a * b }}": the sign "*" is not allowed', "use +, - or /", HERE),
        Problem(Code.NOT_AN_ADDRESS, '"a" is not an address for a link', ADDRESS, HERE),
        Problem(
            Code.MARK_NOT_ALLOWED,
            '"<b>" is HTML, which is not allowed in text',
            "write plain words; to print the sign itself, write \\<",
            HERE,
        ),
    )


@pytest.mark.parametrize("text", ["a\0", "\ud800", "{{ a", "{{ '\\ud800' }}"])
def test_check_never_raises(text: str) -> None:
    assert all(problem.fact for problem in check(text))


def test_nodes_know_where_their_text_was_written() -> None:
    text = Located.at("- a **b** [c](https://d.uk) {{ ref('x') }}[^1]\n\n[^1]: e", HERE)
    found, _ = blocks(text, SCOPE)
    assert isinstance(found[0], List)
    paragraph = found[0].items[0][0]
    assert isinstance(paragraph, Paragraph)
    assert {node.origin for node in (*found, paragraph, *paragraph.inlines)} == {HERE}


def test_characters_from_values_and_entities_are_cleaned() -> None:
    text = Located.at("{{ bell }} &#x202E;a", HERE)
    nodes, left_out = blocks(text, SCOPE)
    assert dump(nodes) == "p('ding a')"
    assert [(problem.code, problem.severity, problem.origin) for problem in left_out] == [
        (Code.CHARACTERS_LEFT_OUT, Severity.WARNING, HERE)
    ] * 2


@pytest.mark.parametrize(
    ("text", "nodes", "words"),
    [
        ("", "", ""),
        ("A *title*\nof two lines", "'A ' i('title') ' of two lines'", "A title of two lines"),
        ("1. Introduction", "'1. Introduction'", "1. Introduction"),
        ("- a\n- b", "'- a - b'", "- a - b"),
        ("    indented", "'indented'", "indented"),
        ("2013.", "'2013.'", "2013."),
        ("a\\\nb", "'a' br 'b'", "a b"),
        ("Fraud[^1]\n\n[^1]: and\n    scams", "'Fraud' note('and scams')", "Fraud"),
        ("[{{ council.name }}](https://a.uk)", "a[https://a.uk]('A *b* [c](d) <e> `f`')", "A *b* [c](d) <e> `f`"),
    ],
)
def test_the_words_of_a_title(text: str, nodes: str, words: str) -> None:
    assert dump(inlines(text, SCOPE)[0]) == nodes
    assert plain(text, SCOPE) == (words, ())


@pytest.mark.parametrize(
    "line",
    [
        "- 149", "+ 149", "-149", "+149", "- £5", "+ 3.1%", "* x", "- x", "+ x", "# x", "###", "1. x", "2024. A year",
        "1) x", "> x", ">", "| x", "| a | b |", "```", "~~~ x", "===", "---", "***", "* * *", "- - x", "-", "2013.",
        "[x]: https://a.uk", "=",
    ],
)  # fmt: skip
def test_one_line_is_one_line(line: str) -> None:
    words = repr(re.sub("^-(?= ?£?[0-9])", "−", line))
    assert dump(paragraphs(line, SCOPE)[0]) == f"p({words})"
    assert dump(paragraphs(f"\n    {line}\n", SCOPE, numbered=True)[0]) == f"1.1p({words})"
    assert dump(inlines(line, SCOPE)[0]) == words
    assert dump(paragraphs(f"{line} x[^1]\n\n[^1]: y", SCOPE)[0]) == f"p({words[:-1]} x' note('y'))"
    assert check(line, Place.FIELD) == check(line, Place.LINE) == ()


@pytest.mark.parametrize("line", ["- 149", "+ 149", "- £5", "+ .5%", "- 5 officers left"])
def test_a_sign_before_a_figure_is_no_bullet_in_content(line: str) -> None:
    assert dump(blocks(line, SCOPE)[0]) == f"p('{line.replace('-', '−')}')"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- - 5", "- 5"), ("* - £5", "- £5"), ("+ + 5%", "+ 5%"), ("- - 5\n- - 6", "- 5|- 6"),
        ("- - 5 left\n", "- 5 left"),
        ("- + 5\n\n- - 6", "+ 5|- 6"),
    ],
)  # fmt: skip
def test_a_sign_before_a_figure_in_an_item_is_no_bullet(text: str, items: str) -> None:
    [found], problems = blocks(text, SCOPE)
    assert isinstance(found, List)
    assert [dump(item) for item in found.items] == [f"p({item.replace('-', '−')!r})" for item in items.split("|")]
    assert problems == ()


@pytest.mark.parametrize("text", ["- a\n- b", "1. a\n2. b", "words\n- a", "- a\n\n  b"])
def test_several_lines_make_lists_where_there_may_be_paragraphs(text: str) -> None:
    assert paragraphs(text, SCOPE) == blocks(text, SCOPE)
    assert "[" in dump(paragraphs(text, SCOPE)[0])


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Down\n- 149", ["- 149"]),
        ("- 3.1%\n- £2,000", ["- 3.1%"]),
        ("+ 149 since May\n+ 3 in June", ["+ 149 since May"]),
        ("- 149\n- of them new", []),
        ("- 5 officers\n- 3 cars", []),
        ("1. 149\n2. 150", []),
        ("* 149\n* 150", []),
        ("- 149", []),
        ("- - 149\n  - 150", ["- 149"]),
        ("- a\n- - 149\n  - 150", ["- 149"]),
    ],
)
def test_bullets_that_may_be_signs_are_reported(text: str, signs: list[str]) -> None:
    for read in (blocks, paragraphs):
        _, found = read(text, SCOPE)
        assert [problem.severity for problem in found] == [Severity.WARNING] * len(signs)
        assert [problem.fact for problem in found] == [
            f'the "{sign[0]}" of "{sign}" is printed as a bullet' for sign in signs
        ]
    assert check(text) == ()


def test_a_title_is_one_paragraph_without_blocks() -> None:
    assert [problem.fact for problem in told(inlines, "One\n\n# Two\n\nThree")] == [
        '"# Two" is a heading, which is not allowed in text',
        "there are 2 paragraphs where only one is allowed",
    ]


@pytest.mark.parametrize(
    "piece", ["[", "*", ">", "> ", "_", "`", "<", "![", "[^", "[](", "- ", "1. ", "{{", "{", "\\", "&#", "*a "]
)
def test_long_runs_of_marks_end(piece: str) -> None:
    assert told(blocks, piece * 10_000) or blocks(piece * 10_000, SCOPE)[0]
    assert told(inlines, piece * 10_000) or inlines(piece * 10_000, SCOPE)[0]


def test_a_megabyte_is_refused() -> None:
    assert [problem.fact for problem in check("words " * 200_000)] == [
        "the text has 1,200,000 characters; the most is 100,000"
    ]


def words_of(found: Iterable[Block | Inline]) -> str:
    """Return all that is printed, with the list's own markers."""
    out = ""
    for node in found:
        match node:
            case Text():
                out += node.text
            case Strong() | Emphasis() | Link() | Note() | Paragraph():
                out += words_of(node.inlines) + " "
            case List():
                out += "".join(f" {words_of(item)} " for item in node.items)
            case _:
                out += " "
    return out


@given(st.text())
def test_any_text_gives_nodes_or_problems(text: str) -> None:
    assert set(check(text)) == set(told(blocks, text))


MARKS = [
    *"ab *_-+.)>#|`~=\\\n\t[]()!<^:",
    "1",
    "  ",
    "    ",
    "\n\n",
    "{{ marks }}",
    "[^1]",
    "[^1]: ",
    "](https://a.uk)",
]


@given(st.lists(st.sampled_from(MARKS)).map("".join))
def test_marks_in_any_order_give_nodes_or_problems(text: str) -> None:
    assert set(check(text)) == set(told(blocks, text))
    assert all(problem.hint for problem in told(inlines, text))


@given(st.lists(st.sampled_from([*"abcdef *_-+.)>#|`~=\\\n\t!", "1", "  ", "    ", "\n\n"])))
def test_no_word_is_lost(pieces: list[str]) -> None:
    text = "".join(pieces)
    for read in (blocks, inlines):
        found, problems = read(text, SCOPE)
        if errors_in(problems):
            continue
        assert re.sub("[^a-f]", "", words_of(found)) == re.sub("[^a-f]", "", text)


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1), min_size=1))
def test_plain_words_survive(words: list[str]) -> None:
    assert plain(" ".join(words), SCOPE) == (unicodedata.normalize("NFC", " ".join(words)), ())
