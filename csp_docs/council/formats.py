"""How a council prints dates, the characters of its texts, and the files that it publishes."""

from __future__ import annotations

from enum import Enum

from csp_docs.records import record


class DateStyle(Enum):
    """``plain`` is "23 July 2013", ``ordinal`` "23rd July 2013"."""

    PLAIN = "plain"
    ORDINAL = "ordinal"


@record(kw_only=True)
class Formats:
    """How dates are printed."""

    date: DateStyle = DateStyle.PLAIN


class FileFormat(Enum):
    """The formats of files that ``csp-docs build`` can write."""

    WORD = "docx"
    PDF = "pdf"
    HTML = "html"
    WORKBOOK = "xlsx"
    CSV = "csv"


class Typography(Enum):
    """``typographic`` prints straight quotation marks, hyphens of ranges and the like as a printer sets them."""

    TYPOGRAPHIC = "typographic"
    AS_TYPED = "as_typed"
