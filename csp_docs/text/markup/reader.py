"""Reads one text: turns Markdown's tree into nodes, fills in the values of expressions and collects problems."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs
from markdown_it.tree import SyntaxTreeNode

from csp_docs.blocks import (
    Blocks,
    Emphasis,
    InLanguage,
    Inlines,
    LineBreak,
    Link,
    List,
    Note,
    Paragraph,
    Reference,
    Strong,
    Text,
)
from csp_docs.blocks.counters import NumberPattern
from csp_docs.errors import Code, Origin, Problem, Severity, origin_of
from csp_docs.text.characters import clean
from csp_docs.text.expressions import UNKNOWN, Expression, Value, ValueOf
from csp_docs.text.expressions.faults import ExpressionError
from csp_docs.text.markup.lines import Heads, may_be_sign
from csp_docs.text.markup.markdown import (
    REFUSED,
    TooDeepError,
    address,
    first_line,
    footnote_trouble,
    markers,
    parse,
    spaced_links,
)
from csp_docs.text.markup.slots import Slots, cut
from csp_docs.text.markup.values import FLAT, as_printed, placed
from csp_docs.text.typography import Exact, typeset

_DEEPEST_LIST = 6
_ATTRIBUTES = re.compile(r"(?<!\\)\[[^][\n]+\]\{[.#\w][^{}\n]*\}")
_LANGUAGE = re.compile(r"(?<!\\)\[([^][\n]+)\]\{lang=([a-z]{2,3}(?:-[A-Z]{2})?)\}")
_LANGUAGE_LINK = "csp-lang:"
"""The address that words in another language get, so that Markdown reads their marks as those of a link."""
_WHOLE = {"cy": "cy-GB", "en": "en-GB"}
"""The names of languages that editions have."""


@attrs.define
class Reader:
    """Turns the tree of one text into nodes, and collects its problems."""

    slots: Slots
    origin: Origin | None
    as_typed: bool
    values: tuple[Value, ...] = ()
    nodes: tuple[Inlines, ...] = ()
    problems: list[Problem] = attrs.field(factory=list)
    footnotes: dict[str, Inlines] = attrs.field(factory=dict)
    marked: set[str] = attrs.field(factory=set)
    lines: list[str] = attrs.field(init=False)

    @lines.default
    def _lines(self) -> list[str]:
        return self.slots.text.split("\n")

    @classmethod
    def of(cls, text: str, value_of: ValueOf, *, as_typed: bool) -> Reader:
        """Return the reader of ``text`` with its expressions calculated. If one has no end, nothing is read.

        With ``as_typed``, no character is replaced by one that is better print.
        """
        origin, (cleaned, problems) = origin_of(text), clean(text)
        try:
            reader = cls(cut(cleaned), origin, as_typed, problems=list(problems))
        except ExpressionError as error:
            return cls(
                cut(""), origin, as_typed, problems=[*problems, Problem(error.code, error.fact, error.hint, origin)]
            )
        reader.values = tuple(reader._value(expression, value_of) for expression in reader.slots.expressions)
        reader.nodes = tuple(as_printed(value, origin) for value in reader.values)
        return reader

    def problem(self, code: Code, fact: str, hint: str) -> None:
        """Record a problem of the text."""
        self.problems.append(Problem(code, fact, hint, self.origin))

    def references(self) -> Blocks:
        """Return only the references of the text: where they lead is looked up later, whatever else is wrong here."""
        found = tuple(value for value in self.values if isinstance(value, Reference))
        return (Paragraph(found, origin=self.origin),) if found else ()

    def _value(self, expression: Expression, value_of: ValueOf) -> Value:
        try:
            value = value_of(expression)
        except ExpressionError as error:
            self.problem(error.code, error.fact, error.hint)
            return UNKNOWN
        return placed(value, self.origin, self._clean)

    def _clean(self, text: str) -> str:
        cleaned, problems = clean(text, self.origin)
        self.problems += problems
        return cleaned

    # -------------------------------------------------------------------------------------------- blocks

    def document(self, heads: Heads, *, numbered: bool) -> Blocks:
        """Return the paragraphs of the text and, where they are allowed, its lists."""
        text = _LANGUAGE.sub(rf"[\1]({_LANGUAGE_LINK}\2)", self.slots.text)
        try:
            tree = parse(text, heads)
        except TooDeepError:
            self.problem(Code.MARKS_TOO_DEEP, "marks such as * are nested too deeply", "remove some of them")
            return ()
        for link in spaced_links(self.slots.text):
            written = _short(self.slots.written(link))
            self.problem(
                Code.NOT_AN_ADDRESS,
                f'the address in "{written}" contains a space',
                "write %20 for the space, or a backslash before the [",
            )
        for marked in _ATTRIBUTES.finditer(text):
            fact = f'"{_short(self.slots.written(marked[0]))}" has attributes in braces'
            hint = "write only the words, or their language: [Cymraeg]{lang=cy}"
            self.problem(Code.MARK_NOT_ALLOWED, fact, hint)
        if "[^" in self.slots.text:
            self._read_footnotes(tree)
        return self._blocks(tree.children, numbered=numbered)

    def _blocks(self, nodes: Sequence[SyntaxTreeNode], depth: int = 0, *, numbered: bool = False) -> Blocks:
        return tuple(block for node in nodes for block in self._block(node, depth, numbered))

    def _block(self, node: SyntaxTreeNode, depth: int, numbered: bool) -> Blocks:
        match node.type:
            case "paragraph":
                return (Paragraph(self._words(node.children[0].children), numbered, origin=self.origin),)
            case "bullet_list" | "ordered_list" if all(not item.children for item in node.children):
                return (Paragraph(self._set(self._text(markers(node))), numbered, origin=self.origin),)
            case "bullet_list" | "ordered_list":
                return self._list(node, depth)
            case "footnote_reference":  # printed where its mark is
                return ()
        self._refuse(node)
        return ()

    def _list(self, node: SyntaxTreeNode, depth: int) -> Blocks:
        if depth == _DEEPEST_LIST:
            self.problem(
                Code.MARKS_TOO_DEEP,
                f"lists are nested more than {_DEEPEST_LIST} deep",
                "use sections or a table",
            )
            return ()
        items = tuple(self._blocks(item.children, depth + 1) for item in node.children)
        if any(all(child.type == "footnote_reference" for child in item.children) for item in node.children):
            self.problem(
                Code.EMPTY_ITEM, f'an item is empty in the list that begins "{self._quoted(node)}"', "give it words"
            )
        if node.type == "bullet_list":
            self._warn_of_signs(node)
            return (List(items, origin=self.origin),)
        marker = NumberPattern.parse(f"1{node.markup}")
        return (List(items, marker, int(node.attrs.get("start", 1)), origin=self.origin),)

    def _warn_of_signs(self, node: SyntaxTreeNode) -> None:
        """Warn of bullets that may be meant as signs, because figures are all that is in the list."""
        items = [_short(self.slots.written(f"{item.markup} {first_line(item)}")) for item in node.children]
        if all(map(may_be_sign, items)):
            fact = f'the "{node.markup}" of "{items[0]}" is printed as a bullet'
            hint = f"if it is a sign, write a backslash before it: \\{node.markup}"
            self.problems.append(Problem(Code.SIGN_OR_BULLET, fact, hint, self.origin, Severity.WARNING))

    # ------------------------------------------------------------------------------------------- inlines

    def _words(self, nodes: Sequence[SyntaxTreeNode]) -> Inlines:
        """Return a whole paragraph."""
        return self._set(self._inlines(nodes))

    def _set(self, inlines: Inlines) -> Inlines:
        return typeset(inlines, as_typed=self.as_typed)

    def _inlines(self, nodes: Sequence[SyntaxTreeNode]) -> Inlines:
        return tuple(inline for node in nodes for inline in self._inline(node))

    def _inline(self, node: SyntaxTreeNode) -> Inlines:
        match node.type:
            case "text":
                return self._text(node.content)
            case "text_special":  # a character after a backslash, or an entity
                return (Exact(self._clean(node.content).translate(FLAT), origin=self.origin),)
            case "softbreak":
                return self._text(" ")
            case "hardbreak":
                return (LineBreak(origin=self.origin),)
            case "strong":
                return (Strong(self._inlines(node.children), origin=self.origin),)
            case "em":
                return (Emphasis(self._inlines(node.children), origin=self.origin),)
            case "link":
                return self._link(node)
            case "footnote_ref":
                return self._note(node)
        self._refuse(node)
        return ()

    def _text(self, content: str) -> Inlines:
        """Return words and the values in their slots."""
        return tuple(
            inline
            for part in self.slots.filled(content, self.nodes)
            for inline in (self._typed(part) if isinstance(part, str) else part)
        )

    def _typed(self, words: str) -> Inlines:
        return (Text(words.translate(FLAT), origin=self.origin),) if words else ()

    def _link(self, node: SyntaxTreeNode) -> Inlines:
        words, written = self._inlines(node.children), self.slots.written(str(node.attrs["href"]))
        if written.startswith(_LANGUAGE_LINK):
            language = written.removeprefix(_LANGUAGE_LINK)
            return (InLanguage(words, _WHOLE.get(language, language), origin=self.origin),)
        url = self._address(str(node.attrs["href"]))
        if url is None:
            hint = "write the full address, beginning with https://, http:// or mailto:"
            self.problem(Code.NOT_AN_ADDRESS, f'"{_short(written)}" is not an address for a link', hint)
        if node.attrs.get("title"):
            title = self.slots.written(str(node.attrs["title"]))
            self.problem(
                Code.WRONG_LINK, f'the title "{_short(title)}" of a link cannot be printed', "put its words in the text"
            )
        if not any(not isinstance(inline, Text) or inline.text.strip() for inline in words):
            self.problem(
                Code.WRONG_LINK, f'the link to "{_short(written)}" has no words', "put them in the square brackets"
            )
        if any(isinstance(inline, Link | Reference) for inline in words):
            self.problem(
                Code.WRONG_LINK, f'the link to "{_short(written)}" holds another link', "remove the inner link"
            )
        return (Link(words, url, origin=self.origin),) if url else words

    def _address(self, href: str) -> str | None:
        parts = list(self.slots.filled(href, self.values))
        return address("".join(map(str, parts))) if all(isinstance(part, str) for part in parts) else None

    # ----------------------------------------------------------------------------------------- footnotes

    def _read_footnotes(self, tree: SyntaxTreeNode) -> None:
        marks = {node.meta["label"] for node in tree.walk() if node.type == "footnote_ref"}
        for node in tree.walk():
            if node.type == "footnote_reference":
                self._read_footnote(node, marks)

    def _read_footnote(self, node: SyntaxTreeNode, marks: set[str]) -> None:
        label = node.meta["label"]
        name = f'footnote "[^{_short(self.slots.written(label))}]"'
        if trouble := footnote_trouble(node, given=label in self.footnotes, marked=label in marks):
            self.problem(Code.WRONG_FOOTNOTE, f"the {name} {trouble[0]}", trouble[1])
        else:
            self.footnotes[label] = self._words(node.children[0].children[0].children)
        self.footnotes.setdefault(label, ())

    def _note(self, node: SyntaxTreeNode) -> Inlines:
        label = node.meta["label"]
        if label not in self.footnotes:
            mark = f"[^{_short(self.slots.written(label))}]"
            self.problem(
                Code.WRONG_FOOTNOTE, f'there is no footnote "{mark}"', f"write it below the text: {mark}: its words"
            )
            return ()
        repeated = label in self.marked
        self.marked.add(label)
        return (Note(self.footnotes[label], repeated=repeated, origin=self.origin),)

    # ----------------------------------------------------------------------------------------- refusals

    def _refuse(self, node: SyntaxTreeNode) -> None:
        refusal = REFUSED[node.type]
        fact = f'"{self._quoted(node)}" is {refusal.name}, which is not allowed in text'
        in_file = bool(self.origin and self.origin.file)
        self.problem(Code.MARK_NOT_ALLOWED, fact, refusal.advice(in_file=in_file))

    def _quoted(self, node: SyntaxTreeNode) -> str:
        line = self.lines[node.map[0]] if node.map else node.content or str(node.attrs.get("src"))
        return _short(self.slots.written(line))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:39]}…"
