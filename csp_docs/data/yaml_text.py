"""Model to YAML: the topics of a strategic assessment as an author would write them, to be edited by hand.

``load`` reads what is written here to equal objects.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

import attrs
import yaml

from csp_docs.model import (
    Amount,
    AreaMap,
    Chart,
    ChartTarget,
    ColumnGroup,
    Measure,
    Performance,
    PerformanceColumn,
    Table,
    Topic,
)
from csp_docs.model.measures import NOT_AVAILABLE
from csp_docs.reading.blocks import BLOCK_NAMES

_WIDTH, _SHORT = 110, 40
_NULL = "tag:yaml.org,2002:null"


class _Line(list[Any]):
    """A list that is written on one line: the cells of a row, the numbers of a series."""


class _Keys(dict[str, Any]):
    """Keys that are written on one line: a measure, a column, the numbers of areas."""


class _Dumper(yaml.SafeDumper):
    """Writes texts without quotes if they do not need them: the format takes everything but null as text."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 (PyYAML calls it so)
        """Indent lists below their key."""
        super().increase_indent(flow, indentless=False)


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, words) for tag, words in resolvers if tag == _NULL]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_Dumper.add_representer(_Line, lambda dumper, line: dumper.represent_sequence("tag:yaml.org,2002:seq", line, True))


_Dumper.add_representer(_Keys, lambda dumper, keys: dumper.represent_mapping("tag:yaml.org,2002:map", keys, True))


def yaml_text(keys: Mapping[str, Any], topics: Iterable[Topic] = ()) -> str:
    """Return a document: ``keys`` with texts, lists and mappings for values, and the topics after them."""
    whole = {**keys, "topics": [_fields(topic) for topic in topics]}
    return yaml.dump(whole, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)


def _fields(value: Any) -> dict[str, Any]:
    """Return the keys of an object: its fields, without empty ones and defaults."""
    given = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
    defaults = {field.name: field.default for field in attrs.fields(type(value))}
    return {name: _plain(part) for name, part in given.items() if part != {} and part != defaults[name]}


def _plain(value: object) -> Any:
    """Return a value as texts, lists and mappings. Raises TypeError for what topics made from figures do not hold."""
    match value:
        case Enum():
            return str(value.value)
        case Amount():
            return _amount(value)
        case bool():
            return "yes" if value else "no"
        case str() | int() | float():
            return str(value)
        case tuple():
            return _listed([_plain(item) for item in value])
        case Mapping():
            return _named({str(name): _plain(part) for name, part in value.items()})
        case AreaMap() | Chart() | Performance() | Table():
            return {BLOCK_NAMES[type(value)]: _fields(value)}
        case Measure() | PerformanceColumn() | ChartTarget() | ColumnGroup():
            return _Keys(_fields(value))
    raise TypeError(f"{type(value).__name__} is not part of topics that are made from figures")


def _listed(items: list[Any]) -> list[Any]:
    """Return a list; short texts, such as cells and numbers, are written on one line."""
    return _Line(items) if all(map(_is_short, items)) else items


def _named(parts: dict[str, Any]) -> dict[str, Any]:
    """Return names with values; short ones, such as the numbers of areas, are written on one line."""
    return _Keys(parts) if all(map(_is_short, parts.values())) else parts


def _is_short(item: object) -> bool:
    return isinstance(item, str) and len(item) <= _SHORT


def _amount(amount: Amount) -> str:
    if amount.value is None:
        return NOT_AVAILABLE
    figures = f"{abs(amount.value):f}"
    return ("-" if amount.value < 0 else "") + (f"£{figures}" if amount.unit == "£" else f"{figures}{amount.unit}")
