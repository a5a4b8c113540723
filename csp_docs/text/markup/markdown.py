"""The Markdown of a text: CommonMark with footnotes, the parts that are refused, and the addresses for links.

Link reference definitions (``[name]: address``) are off, because words that only look like one would be lost.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from attrs import frozen
from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_block import StateBlock, blockquote, list_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

from csp_docs.errors import CspDocsError
from csp_docs.text.markup.lines import Heads, is_signed_figure

_DEEPEST_MARKS = 6
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,100}\]")
_HOST = r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?"
_ADDRESS = re.compile(rf"https?://{_HOST}(:\d+)?([/?#][!-~]*)?|mailto:[!-~]+@{_HOST}(\?[!-~]*)?", re.IGNORECASE)
_TYPED = {ord("’"): "'"}
"""What is before the @ has the sign of the keyboard where Word has made a curly apostrophe of it."""
_ENCODED = _TYPED | {ord(sign): f"%{ord(sign):02X}" for sign in "%#?/&="}
_SPACED_LINK = re.compile(r"(?<!\\)\[[^][\n]*\]\(\s*[^<()\s][^()\s]*[ ]+[^\"'()\s][^()\n]*\)")


@frozen
class Refusal:
    """A kind of Markdown that text must not contain, what its author can do, and how a file prints the signs."""

    name: str
    hint: str
    signs: str = ""

    def advice(self, *, in_file: bool) -> str:
        """Return what its author can do in a file, or in a script: there, backslashes would need more of them."""
        if in_file or not self.signs:
            return f"{self.hint}{self.signs}"
        return f'{self.hint}; to print the words as they are, write `literal("…")`'


_CODE = Refusal("code", "remove the backticks", ", or write a backslash before them")
_HTML = Refusal("HTML", "write plain words", "; to print the sign itself, write \\<")
_TAG = "; to print the signs themselves, write a backslash before the first"
REFUSED = {
    "heading": Refusal("a heading", "use a section's `title:`", _TAG),
    "blockquote": Refusal("a quotation", "use the block `quote:`", _TAG),
    "table": Refusal("a table", "use the block `table:`", _TAG),
    "image": Refusal("a picture", "use the block `figure:`", _TAG),
    "hr": Refusal("a line across the page", "use a section's `title:` or `page_break: yes`", _TAG),
    "code_block": Refusal("code (its lines are indented)", "begin the lines at the margin, or use `lines:`"),
    "fence": _CODE,
    "code_inline": _CODE,
    "html_block": _HTML,
    "html_inline": _HTML,
}


class TooDeepError(CspDocsError):
    """Marks are nested inside each other more deeply than any text needs."""


@lru_cache(maxsize=2048)
def parse(text: str, heads: Heads) -> SyntaxTreeNode:
    """Return the tree of ``text``; ``heads`` says what marks at the heads of its lines are.

    The text has only line feeds as line breaks. Raises TooDeepError.
    """
    tokens = _parser(heads).parse(text)
    if any(child.level > _DEEPEST_MARKS for token in tokens for child in token.children or ()):
        raise TooDeepError
    return SyntaxTreeNode(tokens)


def address(url: str) -> str | None:
    """Return the address percent-encoded (RFC 3986), or None if it is not an http, https or mailto address."""
    encoded = normalizeLink(_with_mailbox(url, _TYPED))
    return encoded if _ADDRESS.fullmatch(encoded) and not _CONTROL.search(url) else None


def mailto(email: str) -> str | None:
    """Return the address of a link to ``email``, percent-encoded (RFC 6068), or None if it cannot be one.

    >>> mailto("sean.o’brien&son@leafshire.gov.uk")
    "mailto:sean.o'brien%26son@leafshire.gov.uk"
    """
    return address(_with_mailbox(f"mailto:{email}", _ENCODED))


def _with_mailbox(url: str, signs: dict[int, str]) -> str:
    """Return an address of email with the ``signs`` before its @ replaced; another address as it is."""
    local, at, rest = url.partition("@")
    scheme, colon, local = local.partition(":")
    return f"{scheme}:{local.translate(signs)}@{rest}" if at and colon and scheme.lower() == "mailto" else url


def markers(node: SyntaxTreeNode) -> str:
    """Return the words of a list whose items are all empty. They only look like a list, as "2013." alone does."""
    return " ".join(f"{item.info}{item.markup}" for item in node.children)


def first_line(item: SyntaxTreeNode) -> str:
    """Return the first line of an item of a list, without bullets; "" if it does not begin with words."""
    begins = item.children[0] if item.children else None
    return begins.children[0].content.split("\n")[0] if begins and begins.type == "paragraph" else ""


def footnote_trouble(node: SyntaxTreeNode, *, given: bool, marked: bool) -> tuple[str, str] | None:
    """Return what is wrong with a footnote, and a hint. Its label may be ``given`` already or not ``marked``."""
    if given:
        return "is given twice", "give each footnote its own mark"
    if not marked:
        return "has no mark in the text", "put the mark in the text, or remove the footnote"
    if [child.type for child in node.children] != ["paragraph"]:
        return "is not one paragraph", "write a footnote as one paragraph"
    if any(inner.type == "footnote_ref" for inner in node.walk()):
        return "contains another footnote", "put that one in the text"
    return None


def spaced_links(text: str) -> list[str]:
    """Return what looks like links, with a space in the address: Markdown does not read these as links."""
    return [link[0] for link in _SPACED_LINK.finditer(text)]


class _CommonMark(MarkdownIt):
    """A parser that keeps addresses as they are written. They are checked when their expressions are filled in."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (the library's name)
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        return True


@cache
def _parser(heads: Heads) -> MarkdownIt:
    parser = _made(heads)
    parser.parse("a")  # its lists of rules are made now: threads that make them at the same time would miss some
    return parser


def _made(heads: Heads) -> MarkdownIt:
    parser = _CommonMark("commonmark")
    footnote_plugin(parser, inline=False, move_to_end=False)
    parser.inline.ruler.at("footnote_ref", _footnote_ref)
    parser.core.ruler.at("text_join", _text_join)
    if heads is Heads.WORDS:
        parser.block.ruler.enableOnly(["footnote_def", "paragraph"])
        return parser
    parser.block.ruler.at("blockquote", _quotation, {"alt": ["paragraph", "list"]})
    parser.block.ruler.at("list", _list, {"alt": ["paragraph"]})
    parser.enable("table").disable("reference")
    return parser if heads is Heads.LISTS else parser.disable(["list", "code"])


def _quotation(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for quotations, only where a space follows the sign: ">90%" is a figure."""
    sign = state.bMarks[start] + state.tShift[start]
    return state.src[sign + 1 : sign + 2] in ("", " ", "\n") and blockquote(state, start, end, silent)


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for lists, but in an item of one line, such as "- - 5", a sign before a figure makes no other list."""
    mark = state.bMarks[start] + state.tShift[start]
    is_inside = bool(state.src[state.src.rfind("\n", 0, mark) + 1 : mark].strip())
    is_one_line = start + 1 >= end or state.isEmpty(start + 1) or state.sCount[start + 1] < state.blkIndent
    if is_inside and is_one_line and is_signed_figure(state.src, mark):
        return False
    return list_block(state, start, end, silent)


def _text_join(state: StateCore) -> None:
    """Join words with their neighbours. The library's rule also joins characters after a backslash, and entities."""
    for token in state.tokens:
        token.children = token.children and _joined(token.children)


def _joined(tokens: list[Token]) -> list[Token]:
    joined = tokens[:0]
    for token in tokens:
        if token.type == "text_special" and token.info == "escape" and len(token.content) > 1:
            token.type = "text"  # a backslash that is only a word
        if joined and joined[-1].type == token.type == "text":
            joined[-1].content += token.content
        else:
            joined.append(token)
    return joined


def _footnote_ref(state: StateInline, silent: bool) -> bool:
    """The footnote rule, used only where there is a mark. It would search all the text for the end of each "[^"."""
    return bool(_FOOTNOTE.match(state.src, state.pos)) and footnote_ref(state, silent, always_match=True)
