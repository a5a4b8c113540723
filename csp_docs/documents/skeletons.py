"""Document skeletons: a complete document of each kind, for authors to fill in, in the words of their council."""

from __future__ import annotations

import re
from pathlib import Path

from csp_docs.council.merged import template_for
from csp_docs.council.shipped import content, shipped
from csp_docs.documents.fitted import fitted
from csp_docs.documents.kinds import KINDS
from csp_docs.errors import Code, CspDocsError, Problem, did_you_mean

_USUAL = {"council": {"name": "Anytown District Council"}}
_OLD = {"three-year-plan": "plan"}
"""Skeletons of earlier versions, and the kind to name now."""
_ABOUT = re.compile(r"(# .*\n)+")


def summary(kind: str) -> str:
    """Return the sentence with which a skeleton begins: what this kind of document is for."""
    comment = _ABOUT.match(_text(kind))
    words = re.sub(r"\s*# |\n", " ", comment[0]) if comment else ""
    return words.strip().partition(". ")[0].rstrip(".")


def skeleton(kind: str, file: Path, council: str = "") -> str:
    """Return the skeleton of a ``kind``, to be written to ``file``, with the keys that a council prints.

    Raises CspDocsError for an unknown kind, and for a council without a template.
    """
    if kind not in KINDS:
        raise CspDocsError([_unknown(kind)])
    template = template_for(council or _USUAL, file)
    about, _, rest = _text(kind).partition("\n\n")
    how = content(shipped("documents") / "head.txt").decode().replace("NAME.yaml", file.name)
    return "\n".join([about, how, *fitted(rest.splitlines(), KINDS[kind], template, council)]).rstrip() + "\n"


def _unknown(kind: str) -> Problem:
    hint = f"write `csp-docs new {_OLD[kind]}`" if kind in _OLD else did_you_mean(kind, KINDS, "known kinds")
    return Problem(Code.UNKNOWN_SKELETON, f'there is no document skeleton "{kind}"', hint)


def _text(kind: str) -> str:
    return content(shipped("documents") / f"new_{kind}.yaml").decode()
