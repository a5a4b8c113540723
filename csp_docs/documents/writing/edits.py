"""Changes to the text of a YAML file: what did not change keeps its words, its comments and its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import Any

import yaml
from attrs import define, field
from yaml import CollectionNode, MappingNode, Node, SequenceNode

from csp_docs.documents.writing.layout import after_key, in_brackets, item, listed, pair

_LONGEST = 80
"""The most characters of a new text inside brackets."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def edited(source: str, before: Mapping[str, Any], after: Mapping[str, Any], language: str) -> str:
    """Return ``source``, whose keys are those ``before``, with the keys ``after``.

    Comments are kept, but for those inside what is new or left out. A text of several languages is changed in
    ``language``. Whoever calls this must read the result: a file may say things in ways that are not found here.
    """
    editor = _Editor(source, language[:2])
    root: Any = yaml.compose(source, Loader=_LOADER)
    editor.mapping(root, before, after)
    in_order = sorted(editor.edits, key=lambda edit: edit[:2])
    for start, end, text in in_order[::-1]:
        source = source[:start] + text + source[end:]
    return source


@define
class _Editor:
    """Collects ``edits``: where a piece of the source begins and ends, and what takes its place."""

    source: str
    language: str
    edits: list[tuple[int, int, str]] = field(factory=list)

    def mapping(self, node: MappingNode, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """Change the keys of a mapping that has a line for each."""
        pairs = _pairs(node)
        last: Node = node
        for name, value in after.items():
            key, old = pairs.get(name, (node, None))
            if before.get(name) != value and old:
                self.value(key, old, before.get(name), value)
            elif before.get(name) != value:
                self.add(node, last, [*pair(name, value, _column(node))])
            last = old or last
        for name in before.keys() - after.keys():
            self.remove(*pairs[name])

    def items(self, node: SequenceNode, before: list[Any], after: list[Any]) -> None:
        """Change the items of a list that has a line for each."""
        same = SequenceMatcher(None, [*map(json.dumps, before)], [*map(json.dumps, after)], autojunk=False)
        for kind, start, end, first, last in same.get_opcodes():
            if kind == "equal":
                continue
            both = min(end - start, last - first)
            for old, new in zip(range(start, start + both), range(first, first + both), strict=True):
                self.item(node.value[old], before[old], after[new])
            above = node.value[start + both - 1] if start + both else node
            for value in after[first + both : last]:
                self.add(node, above, [*listed(value, _column(node))])
            for gone in node.value[start + both : end]:
                self.remove(gone, gone)

    def value(self, key: Node, node: Node, before: Any, after: Any) -> None:
        """Change the value of a key."""
        if self.inside(node, before, after):
            return
        first, *lines = after_key(after, _column(key), key.end_mark.column + 1)
        colon = self.source.index(":", key.end_mark.index) + 1
        self.replace(colon, node, first, lines, _column(key))

    def item(self, node: Node, before: Any, after: Any) -> None:
        """Change an item of a list."""
        if not self.inside(node, before, after):
            first, *lines = item(after, _column(node))
            self.replace(node.start_mark.index, node, first, lines, _column(node))

    def inside(self, node: Node, before: Any, after: Any) -> bool:
        """Change what is inside a value; False if the value must be written anew."""
        pairs = _pairs(node)
        if {self.language} <= pairs.keys() <= {"en", "cy"}:
            return self.one_of(node, *pairs[self.language], before, after)
        if isinstance(before, list) and isinstance(after, list) and pairs.keys() == {"bullets"}:
            return self.one_of(node, *pairs["bullets"], before, after)
        if isinstance(node, CollectionNode) and not _has_lines(node):
            found = _in_brackets(node, before, after)
            self.edits += found or []
            return bool(found)
        if isinstance(node, MappingNode) and self.is_mapping(pairs, before, after):
            self.mapping(node, before, after)
        elif isinstance(node, SequenceNode) and self.is_list(node, before, after):
            self.items(node, before, after)
        else:
            return False
        return True

    def is_mapping(self, pairs: Mapping[str, tuple[Node, Node]], before: Any, after: Any) -> bool:
        """Tell whether the keys of a mapping can be changed one by one: the first of them must stay."""
        if not (isinstance(before, dict) and isinstance(after, dict) and before.keys() <= pairs.keys()):
            return False
        gone = before.keys() - after.keys()
        return next(iter(pairs)) not in gone and all(self.begins_line(pairs[name][0]) for name in gone)

    def is_list(self, node: SequenceNode, before: Any, after: Any) -> bool:
        """Tell whether the items of a list can be changed one by one: a list in the line of another must not shrink."""
        if not (isinstance(before, list) and isinstance(after, list) and len(node.value) == len(before) and after):
            return False
        return len(after) >= len(before) or self.begins_line(node)

    def one_of(self, around: Node, key: Node, node: Node, before: Any, after: Any) -> bool:
        """Change one value of a mapping whose other values are not the document's."""
        if not _has_lines(around):
            self.edits.append((node.start_mark.index, node.end_mark.index, in_brackets(after)))
        else:
            self.value(key, node, before, after)
        return True

    def replace(self, start: int, node: Node, first: str, lines: list[str], indent: int) -> None:
        """Replace what is between ``start`` and the end of a node. A comment after it stays in its first line."""
        end = self.end(node)
        rest = self.source[end : self.end_of_line(end)] if lines else ""
        self.edits.append((start, end + len(rest), _below([first + rest, *lines], indent)))

    def add(self, around: Node, above: Node, lines: list[str]) -> None:
        """Add lines below a part of a list or mapping, or as its first if nothing is above them."""
        indent = _column(around)
        if above is around:
            start = around.start_mark.index
            self.edits.append((start, start, _below([*lines, ""], indent) + " " * indent))
        else:
            end = self.end_of_line(self.end(above))
            space = [""] if not indent and len(lines) > 1 else []
            self.edits.append((end, end, _below(["", *space, *lines], indent)))

    def remove(self, start: Node, end: Node) -> None:
        """Remove the lines of a key or an item; the comments above it stay."""
        line = self.source.rfind("\n", 0, start.start_mark.index) + 1
        self.edits.append((line, self.end_of_line(self.end(end)) + 1, ""))

    def begins_line(self, node: Node) -> bool:
        """Tell whether only spaces are before a node in its line."""
        at = node.start_mark.index
        return not self.source[self.source.rfind("\n", 0, at) + 1 : at].strip()

    def end(self, node: Node) -> int:
        """Return the place after the last character of a node."""
        while _has_lines(node):
            node = node.value[-1][1] if isinstance(node, MappingNode) else node.value[-1]
        return len(self.source[: node.end_mark.index].rstrip())

    def end_of_line(self, at: int) -> int:
        end = self.source.find("\n", at)
        return len(self.source) if end < 0 else end


def _has_lines(node: Node) -> bool:
    """Tell whether a node is a list or mapping with a line for each of its parts."""
    return isinstance(node, CollectionNode) and not node.flow_style


def _pairs(node: Node) -> dict[str, tuple[Node, Node]]:
    """Return the keys of a mapping, each with the nodes of the key and of its value; nothing for another node."""
    return {key.value: (key, value) for key, value in node.value} if isinstance(node, MappingNode) else {}


def _in_brackets(node: Node, before: Any, after: Any) -> list[tuple[int, int, str]] | None:
    """Return the edits of a value inside brackets or braces; None if it must be written anew."""
    pairs, found = _pairs(node), list[tuple[int, int, str]]()
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys() <= pairs.keys():
        below = [
            _in_brackets(pairs[name][1], before[name], after[name]) for name in after if before[name] != after[name]
        ]
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after) == len(node.value):
        parts = zip(node.value, before, after, strict=True)
        below = [_in_brackets(part, old, new) for part, old, new in parts if old != new]
    elif isinstance(node, CollectionNode) or isinstance(after, dict | list) or len(str(after)) > _LONGEST:
        return None
    else:
        return [(node.start_mark.index, node.end_mark.index, in_brackets(after))]
    for edits in below:
        if edits is None:
            return None
        found += edits
    return found


def _column(node: Node) -> int:
    return int(node.start_mark.column)


def _below(lines: Iterable[str], indent: int) -> str:
    """Return lines of which all but the first are indented."""
    first, *others = lines
    return "\n".join([first, *(" " * indent + line if line else "" for line in others)])
