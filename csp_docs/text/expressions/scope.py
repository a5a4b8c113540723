"""An expression as it is written, and the names that it may use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

import attrs

from csp_docs.blocks import Inline, Inlines

Value: TypeAlias = str | Inline | Inlines
ValueOf: TypeAlias = "Callable[[Expression], Value]"


@attrs.frozen
class Scope:
    """The names that expressions may use: values, and functions that they may call.

    Expressions may read the public fields of attrs classes and the keys of mappings. A function is called with what
    the author wrote, and raises ExpressionError or ValueError if that is wrong. ``used`` collects the names that
    expressions use, each with its parts: ``meeting.date``. With ``as_typed``, the characters of texts are printed as
    they are typed. The names ``withheld`` are not among them, because they are not for the public. ``elsewhere`` has
    names that only a layout can print, each with the name of a field by which it does.
    """

    names: Mapping[str, object]
    functions: Mapping[str, Callable[..., object]]
    as_typed: bool = False
    used: set[str] = attrs.field(factory=set, eq=False, repr=False)
    withheld: frozenset[str] = frozenset()
    elsewhere: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen
class Expression:
    """One ``{{ }}`` of a text; ``source`` is what is inside the braces."""

    source: str

    def __str__(self) -> str:
        return f"{{{{ {' '.join(self.source.split())} }}}}"
