"""Schemas of plain values. YAML reads `2014` as a number and `true` as a truth, where the format reads texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]

_NUMBER = r"[-+\u2212]?\d+(\.\d+)?"
_FIGURE = r"([-+\u2212]?£?|£[-\u2212])(\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?"
_MONTH_AND_DAY = r"(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d)"
_DAY = rf"[12]\d{{3}}(-(0[1-9]|1[0-2]|{_MONTH_AND_DAY}))?"
_PERIOD = rf"[12]\d{{3}}\s?[-–]\s?[12]\d{{3}}|[12]\d{{3}}/\d{{2}}|[12]\d{{3}}(-{_MONTH_AND_DAY})?|{_DAY}\s*/\s*{_DAY}"
_WORDS = "^([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Oo][Nn]|[Oo][Ff][Ff])$"
_WORDS_FOR_YES = "^([Yy][Ee][Ss]|[Tt][Rr][Uu][Ee]|[Oo][Nn])$"


def _written(pattern: str, hint: str) -> Schema:
    """Return the schema of a text in one form, with what editors say of another."""
    return {"type": "string", "pattern": f"^({pattern})$", "patternErrorMessage": hint}


SCALAR: Schema = {"type": ["string", "number", "boolean"]}
"""A text, whatever YAML takes it for."""
YES_OR_NO: Schema = {"anyOf": [{"enum": ["yes", "no"]}, {"type": "boolean"}, {"type": "string", "pattern": _WORDS}]}
YES: Schema = {"anyOf": [{"enum": ["yes", True]}, {"type": "string", "pattern": _WORDS_FOR_YES}]}
WHOLE: Schema = {"anyOf": [{"type": "integer"}, _written(r"[-+\u2212]?\d+", "write a whole number, such as 3")]}
NUMBER: Schema = {"anyOf": [{"type": "number"}, _written(_NUMBER, "write only figures, such as 12000 or -1.5")]}
AMOUNT: Schema = {
    "anyOf": [
        {"type": "number"},
        _written(
            rf"\s*({_FIGURE}|\[x\])\s*", "write a number such as 2778, 88% or £12,000; [x] is one that is missing"
        ),
        {"type": "array", "items": {"const": "x"}, "minItems": 1, "maxItems": 1},
    ]
}
_YEAR: Schema = {"type": "integer", "minimum": 1000, "maximum": 2999}
DATE: Schema = {
    **_written(rf"\d{{4}}-({_MONTH_AND_DAY})", "write year, month and day in figures: 2014-02-11"),
    "format": "date",
}
DAY: Schema = {"anyOf": [_YEAR, _written(_DAY, "write a date as 2014-02-11, 2014-02 or 2014")]}
_LETTER = "[A-Za-zÀ-ÖØ-öø-ÿŴŵŶŷ]"
WITH_LETTERS: Schema = {"type": "string", "pattern": _LETTER}
DAY_OR_WORDS: Schema = {"anyOf": [_YEAR, {"type": "string", "pattern": rf"^({_DAY})$|{_LETTER}"}]}
TO_BE_CONFIRMED: Schema = {
    "type": "string",
    "pattern": r"^\s*(([Dd]ate )?[Tt]o [Bb]e [Cc]onfirmed|[Tt][Bb][Cc])\s*$",
}
PERIOD: Schema = {"anyOf": [_YEAR, _written(rf"\s*({_PERIOD})\s*", "write a period as 2011-2014 or 2013/14")]}
COLOUR: Schema = {
    "anyOf": [_written("#?[0-9A-Fa-f]{6}", 'write six hexadecimal digits: "#00539F"'), {"type": "integer"}]
}
SAID: Schema = {**SCALAR, "pattern": r"\S"}
"""A text that is not empty."""
GUID: Schema = _written("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "copy the id from Microsoft Purview")
WIDTH: Schema = _written(r"(100|[1-9]\d)\s?%", "write a share of the width of the text, 10% to 100%")


def any_of(*schemas: Schema) -> Schema:
    """Return a schema that takes what one of several takes."""
    several = [one for schema in schemas for one in (schema["anyOf"] if schema.keys() == {"anyOf"} else [schema])]
    return {"anyOf": several} if len(several) > 1 else several[0]


def within(number: Schema, least: float, most: float) -> Schema:
    """Return the schema of a number with limits; one in quotation marks is only looked at by ``check``."""
    plain, *others = number["anyOf"]
    return {"anyOf": [{**plain, "minimum": least, "maximum": most}, *others]}


def choice(names: Iterable[object]) -> Schema:
    """Return the schema of words to choose from; YAML may read `no` as a truth."""
    return {"enum": list(names)}


def listed(items: Schema, fewest: int = 0) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": items, **({"minItems": fewest} if fewest else {})}


def keys(properties: Mapping[str, Schema], needed: Iterable[str] = ()) -> Schema:
    """Return the schema of keys with values: these keys, and no others."""
    required = list(needed)
    return {
        "type": "object",
        "properties": dict(properties),
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def names(values: Schema, fewest: int = 0) -> Schema:
    """Return the schema of an author's own names with values."""
    return {"type": "object", "additionalProperties": values, **({"minProperties": fewest} if fewest else {})}


def described(schema: Schema, words: str) -> Schema:
    """Return a schema with the words that an editor shows."""
    return {"description": words, **schema} if words else schema
