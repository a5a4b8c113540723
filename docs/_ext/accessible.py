"""What Sphinx and Furo leave to be desired in their pages, for those who use a screen reader.

axe-core names each: headings without a level, lists that are not lists, landmarks without
names, headers of tables without words, and tables that scroll but not with the keyboard.
"""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx

_SIGNATURE = re.compile(r"<dt class=\"sig .*?</dt>", re.DOTALL)
_PARAMETERS = {"<dl>": "<span>", "</dl>": "</span>", "<dd>": '<span class="parameter-line">', "</dd>": "</span>"}
_NAMED = {
    '<p class="caption" role="heading">': '<p class="caption" role="heading" aria-level="2">',
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="All pages">',
    '<aside class="toc-drawer">': '<aside class="toc-drawer" aria-label="This page">',
    '<th class="head"><p></p></th>': "<td></td>",
    '<div class="table-wrapper colwidths-auto docutils container">': (
        '<div class="table-wrapper colwidths-auto docutils container" role="group" aria-label="Table" tabindex="0">'
    ),
}


def _mended(page: str) -> str:
    """Return a page with names and levels; the parameters of a signature are not a list inside a term of a list."""
    for now, better in _NAMED.items():
        page = page.replace(now, better)
    return _SIGNATURE.sub(lambda found: _replaced(found[0]), page)


def _replaced(signature: str) -> str:
    for now, better in _PARAMETERS.items():
        signature = signature.replace(now, better)
    return signature


def _written(app: Sphinx, error: Exception | None) -> None:
    if error or app.builder.name != "html":
        return
    for file in Path(app.outdir).glob("**/*.html"):
        file.write_text(_mended(file.read_text(encoding="utf-8")), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Mend the pages when they are written."""
    app.connect("build-finished", _written)
    return {"parallel_read_safe": True}
