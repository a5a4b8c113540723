"""Explains PyYAML's messages to people who do not know the syntax of YAML."""

from __future__ import annotations

from yaml import MarkedYAMLError

from csp_docs.errors import Code, Origin, Problem

_QUOTE = "put a text in quotes if it contains ': ' or ' #', or begins with one of: * & ! | > % @ [ { \""
_BLOCK = "texts with | or > cannot be inside { } or [ ]: put the text in quotes, or write its key on a separate line"
_INNER_QUOTE = (
    'a quotation mark inside quotes ends the text: use the other kind of quotation marks around it, "it\'s", '
    "or put \\ before it inside double quotes"
)
_HINTS = {
    "mapping values are not": "put a text with ': ' in quotes, or begin the key in the column of the other keys",
    "'\\t'": "indent with spaces, not with tabs",
    "character '|' that": _BLOCK,
    "character '>' that": _BLOCK,
    "cannot start any token": "put a text that begins with this character in quotes",
    "while scanning an alias": "put a text that begins with * in quotes",
    "while scanning an anchor": "put a text that begins with & in quotes",
    "while scanning a quoted scalar": "close the quotation mark that opens here",
    "but got '{'": "separate values with commas and close the bracket; put a text with {{ }} in quotes",
    "while parsing a flow": "separate values with commas and close the bracket; quote a text that begins with [ or {",
    "could not find expected ':'": "write a colon and a space after the key",
    "block end": "begin keys, and the items of a list, in the same column as the first one; " + _QUOTE,
}


def syntax_problem(error: MarkedYAMLError, file: str) -> Problem:
    """Return a parser's error with its place, and a hint about the usual cause."""
    what = ", ".join(part for part in (error.context, error.problem) if part)
    hint = next((hint for sign, hint in _HINTS.items() if sign in what), _QUOTE)
    after_quote = "'<scalar>'" in what and _after_quote(error)
    hint = _INNER_QUOTE if after_quote else hint
    # The error is at the end of the file, but the author needs the place where the quote or bracket was opened.
    opened = error.context_mark if "quoted scalar" in what or ("flow" in what and not after_quote) else None
    mark = opened or error.problem_mark or error.context_mark
    origin = Origin(file, mark.line + 1, mark.column + 1) if mark else Origin(file, 1, 1)
    return Problem(Code.NOT_YAML, f"this is not YAML: {what}", hint, origin)


def _after_quote(error: MarkedYAMLError) -> bool:
    """Tell whether a parser stopped directly after a quotation mark."""
    mark = error.problem_mark
    before = mark.buffer[: mark.pointer] if mark and mark.buffer else ""
    return before.endswith(("'", '"'))
