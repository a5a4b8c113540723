"""Errors, warnings and notes, worded for the person who wrote the document."""

from csp_docs.errors.codes import Code
from csp_docs.errors.exceptions import (
    CheckError,
    CspDocsError,
    DocumentWarning,
    LoadError,
    RenderError,
    TemplateError,
    keeping,
    to_install,
)
from csp_docs.errors.nearest import did_you_mean, key_meant, listed, nearest
from csp_docs.errors.problems import (
    Located,
    LocatedDate,
    LocatedNumber,
    Origin,
    Problem,
    Severity,
    errors_in,
    file_of,
    in_order,
    language_of,
    origin_of,
)
from csp_docs.errors.visible import visible

__all__ = [
    "CheckError",
    "Code",
    "CspDocsError",
    "DocumentWarning",
    "LoadError",
    "Located",
    "LocatedDate",
    "LocatedNumber",
    "Origin",
    "Problem",
    "RenderError",
    "Severity",
    "TemplateError",
    "did_you_mean",
    "errors_in",
    "file_of",
    "in_order",
    "keeping",
    "key_meant",
    "language_of",
    "listed",
    "nearest",
    "origin_of",
    "to_install",
    "visible",
]
