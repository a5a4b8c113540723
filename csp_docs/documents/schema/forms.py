"""Schemas of the values that the types of the model do not describe: as ``csp_docs.reading.shapes`` reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Protocol, TypeAlias, get_args

from csp_docs.blocks import Align
from csp_docs.compose.content.looked_up import DERIVED
from csp_docs.council.files import names as shipped_names
from csp_docs.council.files import usual_terms
from csp_docs.council.formats import Sensitivity
from csp_docs.council.layouts.report import Part
from csp_docs.council.layouts.rows import CoverRow, HeaderLine
from csp_docs.council.template import CouncilTemplate, Look, council_for
from csp_docs.documents.schema import values
from csp_docs.documents.schema.values import Schema, any_of, choice, keys, listed, names
from csp_docs.model import (
    Access,
    Amount,
    AreaMap,
    CabinetReport,
    Chart,
    CouncilDocument,
    Figure,
    Generated,
    HighlightReport,
    KeyDecision,
    Language,
    ListOf,
    Meeting,
    Month,
    Pending,
    Performance,
    PerformanceColumn,
    Period,
    Rag,
    Report,
    ScrutinyReport,
    Table,
    Year,
)
from csp_docs.model.content import ModelList
from csp_docs.model.dates import DayOrWords
from csp_docs.model.lists import ListItem
from csp_docs.model.reach import marked, types_of
from csp_docs.model.registers import COMPARING, HIGHEST, ColumnField, Level, MeasureField, RatingOrWords
from csp_docs.model.report import MeetingDay
from csp_docs.model.sections import ModelPart
from csp_docs.model.tables import Across, Band, BandRow, TableRow, TotalRow, Totals
from csp_docs.model.values import Markdown
from csp_docs.reading.csv.filled import MeasureColumns
from csp_docs.theme.colours import Colours


class Types(Protocol):
    """What the forms here need of the schemas of types."""

    def of(self, kind: Any) -> Schema:
        """Return the schema of values of a type."""

    def usual(self, cls: type, name: str) -> Schema:
        """Return the schema of a field by its type."""

    def keys_of(self, cls: type) -> Schema:
        """Return the schema of the keys of a class, without its short form."""

    def words(self, heading: str, key: str) -> str:
        """Return what the docs say of a key below a heading."""

    def refer(self, name: str, make: Callable[[], Schema]) -> Schema:
        """Return a reference to a definition, which is made when it is first asked for."""


Form: TypeAlias = Callable[[Types], Schema]


def in_both(types: Types, schema: Schema) -> Schema:
    """Return a schema of what may be given once, or for each language."""
    given = {name: values.described(schema, types.words("Languages", name)) for name in ("en", "cy")}
    return any_of(schema, {**keys(given), "minProperties": 1})


def some_words(types: Types) -> Schema:
    """Return the schema of words that are not empty."""
    return types.refer("WordsNotEmpty", lambda: words(types, values.SAID))


def words(types: Types, text: Schema = values.SCALAR) -> Schema:
    """Return the schema of words: a text, in both languages, or with a language of its own."""
    texts = {name: values.described(values.SCALAR, types.words("Languages", name)) for name in ("text", "language")}
    return any_of(in_both(types, text), {"title": "words in another language", **keys(texts, texts)})


def _row(types: Types, *others: type) -> Schema:
    cells = types.refer("Cells", lambda: listed(types.of(ListItem)))
    return in_both(types, any_of(cells, *map(types.of, others)))


def _totals(types: Types) -> Schema:
    row = types.refer("TotalRow", lambda: types.of(TotalRow))
    return any_of(types.of(Markdown), in_both(types, listed(row)))


def _meeting_day(types: Types) -> Schema:
    return any_of(values.DATE, values.TO_BE_CONFIRMED, types.of(Pending))


def _performance_column(types: Types) -> Schema:
    """Return the schema of a column, which may be written by its field: `change: {on: baseline}`."""
    whole = types.keys_of(PerformanceColumn)
    rest = keys({name: part for name, part in whole["properties"].items() if name != "field"})
    said = types.words("Measures and performance tables", "field")
    compared = keys({field.value: values.described(rest, said) for field in COMPARING})
    return any_of(types.of(ColumnField), whole, {**compared, "minProperties": 1, "maxProperties": 1})


def _column_field(types: Types) -> Schema:
    return any_of(choice(field.value for field in MeasureField), types.of(str))


def _level(types: Types) -> Schema:
    """Return the schema of a likelihood or an impact: a score, or the council's word for one."""
    return any_of(choice([*_SCORES, *map(str, _SCORES)]), in_both(types, values.WITH_LETTERS))


def _rating_or_words(types: Types) -> Schema:
    return any_of(types.of(Rag), in_both(types, values.WITH_LETTERS))


_SCORES = range(1, HIGHEST + 1)
OF_TYPES: tuple[tuple[Callable[[Any], bool], Form], ...] = (
    (lambda kind: kind == MeetingDay, _meeting_day),
    (lambda kind: kind == DayOrWords | None, lambda types: in_both(types, values.DAY_OR_WORDS)),
    (lambda kind: {date, Month, Year} <= set(get_args(kind)), lambda _: values.DAY),
    (lambda kind: kind is Period, lambda _: values.PERIOD),
    (lambda kind: kind is Amount, lambda _: values.AMOUNT),
    (lambda kind: kind is Access, lambda types: any_of(types.keys_of(Access), choice(["open"]))),
    (lambda kind: kind in (Level, Level | None), _level),
    (lambda kind: kind == RatingOrWords, _rating_or_words),
    (lambda kind: kind is PerformanceColumn, _performance_column),
    (lambda kind: kind == ColumnField, _column_field),
    (lambda kind: kind == TableRow, lambda types: _row(types, Band, Across)),
    (lambda kind: kind == BandRow, lambda types: _row(types, Across)),
    (lambda kind: kind == Totals, _totals),
)
"""The forms of types, the first that fits. Those of blocks and documents are in ``csp_docs.documents.schema.types``."""


def _terms(types: Types) -> Schema:
    """Return the schema of printed words; what the docs do not say of one, the default template prints."""
    found = {name: types.words("Terms", name) or f"Printed: {_once(usual)}" for name, usual in usual_terms().items()}
    return keys({name: values.described(types.of(str), said) for name, said in sorted(found.items())})


def _once(usual: Any) -> str:
    return str(usual if isinstance(usual, str) else usual["en"])


def _colours(types: Types) -> Schema:
    found = {name: types.words("Theme", name) for name in types_of(Colours)}
    colour = types.refer("Colour", lambda: in_both(types, values.COLOUR))
    return keys({name: values.described(colour, said) for name, said in found.items()})


def _document_keys_of_council(name: str) -> Form:
    return lambda types: types.of(types_of(CouncilTemplate)[name])


def _columns_of_file(types: Types) -> Schema:
    """Return the schema of columns that are chosen from a file: names, or printed names with names."""
    column = types.refer("ColumnOfFile", lambda: any_of(types.of(str), names(types.of(str))))
    return any_of(in_both(types, listed(column)), names(types.of(str)))


def _columns_of_table(types: Types) -> Schema:
    usual = types.usual(Table, "columns")
    said = {name: types.words("Rows across all columns", name) for name in ("column", "rating", "sum", "band")}
    parts = dict.fromkeys(("rating", "sum", "band"), values.YES_OR_NO) | {"column": types.of(str)}
    kept = keys({name: values.described(parts[name], said[name]) for name in said}, ["column"])
    return any_of(usual, in_both(types, listed(kept)), _columns_of_file(types))


def _measures_of_file(types: Types) -> Schema:
    return any_of(types.usual(Performance, "measures"), types.of(MeasureColumns))


def _highlight_reports(types: Types) -> Schema:
    """Return the schema of highlight reports inside a scrutiny report, which has some of their keys itself."""
    whole = types.keys_of(HighlightReport)
    kept = {
        name: part for name, part in whole["properties"].items() if name not in marked(HighlightReport, "of_the_whole")
    }
    return in_both(types, listed({**whole, "properties": kept}))


def _or_columns(cls: type, name: str) -> Form:
    return lambda types: any_of(types.usual(cls, name), _columns_of_file(types))


def _or_column(cls: type, name: str) -> Form:
    return lambda types: any_of(types.usual(cls, name), types.of(str))


def _names_of(enum: Any) -> Form:
    return lambda types: in_both(types, choice(member.value for member in enum))


def _or_text(names: Callable[[], Iterable[str]]) -> Form:
    """Return the form of a text that often is one of ``names``, which editors offer, or another."""
    return lambda types: any_of(choice(sorted(names())), types.of(str))


def _printed_names() -> set[str]:
    """Return what the rows and parts of layouts for reports can print, without the fields of a council's own."""
    parts = {"meeting.body", "meeting.date", "council.name", "partnership.name"}
    kinds = (CabinetReport, ScrutinyReport, HighlightReport)
    return parts.union(DERIVED, *({*types_of(kind)} - {*marked(kind, "setting"), "fields"} for kind in kinds))


def _implications(types: Types) -> Schema:
    """Return the schema of implications: those of the default template, which editors offer, or a council's own."""
    content = types.usual(CabinetReport, "implications")
    usual = council_for(CouncilDocument(title="Implications", council={"council": {"name": "Anytown"}}))
    named = {part.field: part.label for part in usual.layouts.cabinet_report.implications if part.field}
    known = {name: values.described(content["additionalProperties"], f"{label}.") for name, label in named.items()}
    return {**content, "properties": known}


OF_FIELDS: dict[tuple[type, str], Form] = {
    (AreaMap, "values"): _or_column(AreaMap, "values"),
    (Chart, "categories"): _or_column(Chart, "categories"),
    (Chart, "lower"): _or_columns(Chart, "lower"),
    (Chart, "series"): _or_columns(Chart, "series"),
    (Chart, "upper"): _or_columns(Chart, "upper"),
    (CoverRow, "field"): _or_text(_printed_names),
    (CouncilDocument, "layouts"): _document_keys_of_council("layouts"),
    (CouncilDocument, "partnership"): _document_keys_of_council("partnership"),
    (CouncilDocument, "status"): lambda types: any_of(
        types.of(types_of(CouncilDocument)["status"]), {"type": "string"}
    ),
    (CabinetReport, "recommendations"): lambda types: in_both(
        types, any_of(listed(types.of(Markdown), 1), values.SAID)
    ),
    (CouncilDocument, "title"): some_words,
    (CouncilTemplate, "extends"): _or_text(shipped_names),
    (CouncilTemplate, "editions"): lambda types: any_of(
        {**listed(types.of(Language)), "uniqueItems": True}, types.of(Language)
    ),
    (Meeting, "body"): some_words,
    (Sensitivity, "site"): lambda _: values.GUID,
    (Sensitivity, "labels"): lambda _: names(values.GUID),
    (CouncilDocument, "terms"): lambda types: types.refer("Terms", lambda: _terms(types)),
    (CouncilDocument, "theme"): _document_keys_of_council("theme"),
    (CouncilTemplate, "terms"): lambda types: types.refer("Terms", lambda: _terms(types)),
    (Figure, "width"): lambda _: values.WIDTH,
    (Generated, "generate"): _names_of(ModelPart),
    (ListOf, "name"): _names_of(ModelList),
    (Look, "colours"): lambda types: types.refer("Colours", lambda: _colours(types)),
    (Part, "field"): _or_text(_printed_names),
    (Performance, "measures"): _measures_of_file,
    (Report, "implications"): _implications,
    (ScrutinyReport, "highlight_reports"): _highlight_reports,
    (Table, "align"): lambda types: in_both(types, listed(_names_of(Align)(types))),
    (Table, "columns"): _columns_of_table,
}
"""The forms of single fields that take more, or less, than their types say."""


def _one_or_more(*keys: str) -> Schema:
    return {"anyOf": [{"required": [key]} for key in keys]}


_GROUND = _one_or_more("exempt", "confidential")
OF_KEYS: dict[type, Schema] = {
    Access: {"dependencies": {"reason": _GROUND, "public_reason": _GROUND}},
    CoverRow: _one_or_more("field", "heading", "text", "row"),
    HeaderLine: _one_or_more("text", "field"),
    KeyDecision: _one_or_more("financial", "community", "key"),
}
"""What classes ask of their keys together: one of several, or one with another."""
