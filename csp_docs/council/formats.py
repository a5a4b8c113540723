"""How a council prints dates, the characters of its texts, and the files that it publishes."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any

from attrs import Attribute, field

from csp_docs.errors import Code
from csp_docs.model.values import AS_TYPED, ModelError, words
from csp_docs.records import record

_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class DateStyle(Enum):
    """``plain`` is "23 July 2013", ``ordinal`` "23rd July 2013", ``dd/mm/yyyy`` "23/07/2013".

    ``weekday`` is "Tuesday 23 July 2013", ``weekday_day`` "Tuesday 23 July".
    """

    PLAIN = "plain"
    ORDINAL = "ordinal"
    SLASHES = "dd/mm/yyyy"
    WEEKDAY = "weekday"
    WEEKDAY_DAY = "weekday_day"


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


def _guid(_: object, attribute: Attribute[Any], given: str | dict[str, str]) -> None:
    ids = given.items() if isinstance(given, dict) else [("", given)] if given else []
    for name, value in ids:
        if not _GUID.fullmatch(value):
            what = f'label of "{name}"' if name else "tenant"
            hint = "copy it from Microsoft Purview"
            fact = f'the id of the {what} must be 8-4-4-4-12 digits and letters a to f, not "{value}"'
            raise ModelError(Code.WRONG_LABEL, fact, hint, (attribute.name,))


@record(kw_only=True)
class Sensitivity:
    """Word's sensitivity labels: the ``site`` (the id of the tenant), and the id of the label of each marking.

    Word and Outlook read them from the properties ``MSIP_Label_…`` of a file (Microsoft Information Protection SDK,
    "Label metadata in the MIP SDK").
    """

    site: str = field(default="", metadata=AS_TYPED, validator=_guid)
    labels: dict[str, str] = field(factory=dict, converter=words, validator=_guid)
