"""Explains PyYAML's messages to people who do not know the syntax of YAML."""

from __future__ import annotations

import re

from yaml import MarkedYAMLError

from csp_docs.errors import Code, Origin, Problem

_QUOTE = "put a text in quotes if it contains ': ' or ' #', or begins with one of: * & ! | > % @ [ { \""
_INSIDE = "inside double quotes, write \\\" for a quotation mark, and inside single quotes '' for an apostrophe"
_WHOLE = f"put the whole text in quotes; {_INSIDE}; begin keys and items in the same column as the first one"
_COLUMN = f"begin keys, and the items of a list, in the same column as the first one; {_QUOTE}"
_BRACKET = "separate values with commas and close the bracket; quote a text that begins with [ or {"
_ESCAPE = "write \\\\ for a backslash, or put the text in single quotes, where backslashes are plain"
_UNKNOWN = "the text breaks the rules of YAML here"

# Each has a sign in PyYAML's message, the fact and the hint. The first that fits is used.
_CAUSES = (
    ("found character '\\\\t'", "a line begins with a tab", "indent with spaces, not with tabs"),
    (
        "found character '([|>])'",
        'a text inside brackets begins with "{0}"',
        "put the text in quotes: {0} has its meaning only outside [ ] and {{ }}",
    ),
    (
        "found character ['\"](.)['\"] that",
        "a text without quotes begins with {0}",
        "put a text that begins with this character in quotes",
    ),
    (
        "mapping values are not",
        "a colon and a space are in a place where no key can be",
        "put a text with ': ' in quotes, or begin the key in the column of the other keys",
    ),
    (
        "sequence entries are not",
        'a "- " is in a place where no list can begin',
        'begin the list on a new line; put a text that begins with "- " in quotes',
    ),
    ("mapping keys are not", 'a text begins with "? "', "put a text that begins with a question mark in quotes"),
    ("scanning an alias", 'a text without quotes begins with "*"', "put a text that begins with * in quotes"),
    ("scanning an anchor", 'a text without quotes begins with "&"', "put a text that begins with & in quotes"),
    (
        "(?:scanning|parsing) a tag|tag handle|non-specific tag",
        'a text without quotes begins with "!"',
        "put a text that begins with ! in quotes",
    ),
    ("directive|YAML document", 'a line begins with "%"', "put a text that begins with % in quotes"),
    ("quoted scalar, found unexpected", "a quotation mark is not closed", "close the quotation mark that opens here"),
    (
        "unknown escape character ['\"](.+)['\"]$",
        "a text in double quotes has a backslash before {0}, which has no meaning",
        _ESCAPE,
    ),
    ("expected escape sequence", "an escape in a text in double quotes is not complete", _ESCAPE),
    (
        "scanning a block scalar",
        'a text begins with "|" or ">", and more is in the same line',
        "begin the text in the next line, or put a text that begins with | or > in quotes",
    ),
    ("but (?:found|got) '<scalar>'", "there are words after the end of a value", _WHOLE),
    ("but (?:found|got) '[]}]'", "a bracket is closed that was not opened", "remove it, or put the text in quotes"),
    (
        "flow sequence, expected .* got '{'",
        "the brackets [ ] are not closed before an expression",
        "separate values with commas and close the bracket; put a text with {{ }} in quotes",
    ),
    ("flow.* but found '<stream end>'", "the file ends before a bracket is closed", _BRACKET),
    ("parsing a flow sequence", "the brackets [ ] of a list are not closed, or a comma is missing", _BRACKET),
    ("parsing a flow mapping", "the brackets { } of a mapping are not closed, or a comma is missing", _BRACKET),
    ("parsing a flow node", "a value is missing inside brackets", _BRACKET),
    ("could not find expected ':'", "a line has a key without a colon", "write a colon and a space after the key"),
    ("block mapping, expected <block end>", "a key or an item is not in the column of the keys before it", _COLUMN),
    ("block collection, expected <block end>", "a line is not in the column of the items before it", _COLUMN),
    ("document start", "there is text after the end of the document", _COLUMN),
)


_VALUE_AS_COMMENT = re.compile(r"[ \t]*(?P<value>#[^\W_][^\s,}\]]*)")
"""A comment without a space after its sign, where a value should be: "#5B2A86"."""
_COMMENT_IN_BRACKETS = re.compile(rf"(?:[:,][ \t]+|[\[{{]){_VALUE_AS_COMMENT.pattern}")
_IN_COMMENT = re.compile(r"(?:^|\s)#")


def swallowed(source: str, at: int) -> str:
    """Return the hint for a comment that begins ``at`` a place where a value should be; empty if there is none."""
    found = _VALUE_AS_COMMENT.match(source, at)
    return _quoted_value(found) if found else ""


def _swallowed_in_brackets(source: str) -> str:
    """Return the hint for the first comment that takes the place of a value, and of the brackets after it."""
    for found in _COMMENT_IN_BRACKETS.finditer(source):
        line = source[source.rfind("\n", 0, found.start()) + 1 : found.start("value")]
        if sum(map(line.count, "[{")) > sum(map(line.count, "]}")) and not _IN_COMMENT.search(line):
            return _quoted_value(found)
    return ""


def _quoted_value(found: re.Match[str]) -> str:
    return f'a # after a space begins a comment: put the value in quotes, "{found["value"]}"'


def syntax_problem(error: MarkedYAMLError, file: str, source: str) -> Problem:
    """Return a parser's error in plain words with its place, and a hint about the usual cause."""
    what = ", ".join(part for part in (error.context, error.problem) if part)
    fact, hint = _explained(what)
    # The error is at the end of the file, but the author needs the place where the quote or bracket was opened.
    is_open = ("quoted scalar" in what or "flow" in what) and "'<scalar>'" not in what
    opened = error.context_mark if is_open else None
    mark = opened or error.problem_mark or error.context_mark
    if "flow" in what:
        hint = _swallowed_in_brackets(source) or hint
    origin = Origin(file, mark.line + 1, mark.column + 1) if mark else Origin(file, 1, 1)
    return Problem(Code.NOT_YAML, f"this is not YAML: {fact}", hint, origin)


def _explained(what: str) -> tuple[str, str]:
    for sign, fact, hint in _CAUSES:
        if found := re.search(sign, what, re.DOTALL):
            return (fact.format(*found.groups()), hint.format(*found.groups())) if found.groups() else (fact, hint)
    return _UNKNOWN, _QUOTE
