"""Maps of areas, shaded by a number for each area. The library decides how to draw them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from os import PathLike
from typing import Any, Protocol, TypeAlias

from attrs import Attribute, field

from csp_docs.errors import Code
from csp_docs.model.checked import model_record
from csp_docs.model.measures import Amount, AmountLike, in_unit, to_amount
from csp_docs.model.values import IN_FILE, AreaFile, Markdown, ModelError, file_shown, path, said, some

FEWEST_CLASSES, MOST_CLASSES = 2, 6
"""Readers cannot tell more shades of one colour apart."""
_MOST_RANKED = 100

NumbersLike: TypeAlias = Mapping[str, AmountLike]


class Geographic(Protocol):
    """What says itself as GeoJSON, such as a frame of geopandas (https://gist.github.com/sgillies/2217756)."""

    @property
    def __geo_interface__(self) -> Mapping[str, Any]:
        """Its features."""


AreasLike: TypeAlias = str | PathLike[str] | bytes | bytearray | memoryview | Mapping[str, Any] | Geographic


def area_file(value: AreasLike) -> AreaFile:
    """Return the path of a GeoJSON file as a text, or the content of one. Raises ModelError."""
    if isinstance(value, str) and value.lstrip().startswith("{"):
        fact, hint = "the text of GeoJSON is not the name of a file", "give it as bytes: `text.encode()`"
        raise ModelError(Code.WRONG_TYPE, fact, hint, ("areas",))
    if isinstance(value, str | PathLike):
        return path(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value)
    features = value if isinstance(value, Mapping) else getattr(value, "__geo_interface__", value)
    try:
        return json.dumps(features, default=_plain).encode()
    except (TypeError, ValueError, RecursionError) as error:
        hint = "give a file of GeoJSON, its content, or an object with `__geo_interface__`"
        raise ModelError(Code.NOT_GEOJSON, f"the areas are not GeoJSON: {error}", hint, ("areas",)) from None


def _plain(value: Any) -> Any:
    """Return a number of numpy as one of Python, and a day as a text."""
    if hasattr(value, "item"):
        return value.item()
    if hasattr(value, "isoformat"):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not a value of JSON")


def _numbers(value: NumbersLike) -> dict[str, Amount]:
    if not isinstance(value, Mapping):
        raise ModelError(
            Code.WRONG_TYPE, "the values of a map are not areas with numbers", "write `E01025770: 31` for each area"
        )
    found = dict[str, Amount]()
    for key, number in value.items():
        try:
            found[key] = to_amount(number) or Amount(None)
        except ModelError as error:
            raise ModelError(error.code, error.fact, error.hint, (key,)) from None
    return found


@model_record
class AreaMap:
    """A map of areas, each shaded by the class of its number; ``[x]`` is one that is missing.

    ``areas`` is a GeoJSON file of polygons in longitude and latitude (WGS 84), in the document's folder or below it. A
    script may give its content as bytes, GeoJSON as a mapping, or an object with ``__geo_interface__``.
    ``key`` is the property that names an area in ``values`` (without it, the feature's id). ``name`` is the property
    that is printed (without it, the key). Areas without a value are hatched, or left out with ``values_only``. Each of
    the ``classes`` has the same number of areas, as far as equal numbers allow. The ``top`` areas have their ranks on
    the map and are listed in a ``table``. ``label`` is as for a ``Figure``.
    """

    areas: AreaFile = field(converter=area_file, validator=said, repr=file_shown)
    values: dict[str, Amount] = field(converter=_numbers, validator=some, metadata=IN_FILE)
    key: str = field(default="", kw_only=True)
    name: str = field(default="", kw_only=True)
    values_only: bool = field(default=False, kw_only=True)
    classes: int = field(default=5, kw_only=True)
    unit: str = field(default="", kw_only=True)
    top: int = field(default=10, kw_only=True)
    table: bool = field(default=True, kw_only=True)
    id: str = field(default="", kw_only=True)
    caption: Markdown = field(default="", kw_only=True)
    source: Markdown = field(default="", kw_only=True)
    alt: Markdown = field(default="", kw_only=True)
    label: Markdown = field(default="", kw_only=True)

    @classes.validator
    def _few_classes(self, _: Attribute[Any], classes: int) -> None:
        if not FEWEST_CLASSES <= classes <= MOST_CLASSES:
            raise ModelError(
                Code.OUT_OF_RANGE,
                f"a map cannot have {classes} classes",
                f"give {FEWEST_CLASSES} to {MOST_CLASSES}",
                ("classes",),
            )

    @top.validator
    def _short_table(self, _: Attribute[Any], top: int) -> None:
        if not 0 <= top <= _MOST_RANKED:
            hint = f"give the number of areas with a rank, {_MOST_RANKED} at most"
            raise ModelError(Code.OUT_OF_RANGE, f"a map cannot rank {top} areas", hint, ("top",))

    def __attrs_post_init__(self) -> None:
        if all(amount.value is None for amount in self.values.values()):
            raise ModelError(Code.NO_NUMBER, "a map has no numbers", "give one number or more", ("values",))
        for key, amount in self.values.items():
            if amount.value is not None and (amount.unit or self.unit) != self.value_unit:
                fact = f"a number is written {in_unit(amount.unit)}, but the map is {in_unit(self.value_unit)}"
                raise ModelError(Code.MIXED_UNITS, fact, "write all numbers of a map in one unit", ("values", key))

    @property
    def value_unit(self) -> str:
        """The unit of all numbers: ``unit`` or, without it, the sign in the numbers."""
        return self.unit or next(amount.unit for amount in self.values.values() if amount.value is not None)
