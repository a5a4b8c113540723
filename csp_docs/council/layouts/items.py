"""The layout of parts that are generated from the model: the heading of each item, and its parts in order."""

from __future__ import annotations

from typing import Any, ClassVar

import attrs
from attrs import Attribute

from csp_docs.council.layouts.rows import once
from csp_docs.errors import Code, did_you_mean
from csp_docs.model.values import SHORT_FORM, Markdown, ModelError, items
from csp_docs.records import record
from csp_docs.text.expressions import names_in


@record(kw_only=True)
class ItemPart:
    """A part of a priority, a theme, an achievement or a topic, below ``label``. Without a label it has no heading.

    ``lead_in`` is printed before the first words of the part, and of each item when the part is a list.
    """

    field: str = attrs.field(metadata=SHORT_FORM)
    label: Markdown = ""
    lead_in: Markdown = ""


def parts_of(kind: type) -> tuple[str, ...]:
    """Return the names of the parts that a priority, a theme or another ``kind`` may have, in their usual order."""
    return tuple(field.name for field in attrs.fields(kind) if "naming" not in field.metadata)


def _parts(value: list[ItemPart] | tuple[ItemPart, ...]) -> tuple[ItemPart, ...]:
    return items(value, ItemPart)


def shows_title(_: object, attribute: Attribute[Any], pattern: str) -> None:
    """Refuse a pattern that prints only the number of an item, not its title: an attrs validator."""
    if names_in(pattern) <= {"number", "number_word"}:  # other names are reported where they are not known
        fact = f'the pattern "{pattern}" does not print the title'
        raise ModelError(Code.NO_PLACE_FOR, fact, "write {{ title }} in it", (attribute.name,))


@record(kw_only=True)
class ItemStyle:
    """The heading of each item of a ``kind``, and its parts in order."""

    kind: ClassVar[type]

    heading: Markdown = attrs.field(default="{{ heading }}", validator=shows_title)
    parts: tuple[ItemPart, ...] = attrs.field(converter=_parts)

    @property
    def fields(self) -> frozenset[str]:
        """The names of the parts that are printed."""
        return frozenset(part.field for part in self.parts)

    @parts.default
    def _all(self) -> tuple[ItemPart, ...]:
        return tuple(ItemPart(field=name) for name in parts_of(self.kind))

    @parts.validator
    def _known(self, _: Attribute[Any], parts: tuple[ItemPart, ...]) -> None:
        known = parts_of(self.kind)
        once("parts", ((part.field,) for part in parts))
        for position, part in enumerate(parts):
            if part.field not in known:
                hint = did_you_mean(part.field, known, "known parts")
                raise ModelError(
                    Code.UNKNOWN_PART, f'the part "{part.field}" is not known', hint, ("parts", position, "field")
                )
