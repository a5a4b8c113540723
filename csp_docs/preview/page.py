"""The page of the preview. All words of a document are escaped."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from csp_docs.preview.board import Shown

_LOADER = PackageLoader("csp_docs.preview", "pages")
_ENVIRONMENT = Environment(loader=_LOADER, autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def page(shown: Shown) -> str:
    """Return the page as HTML."""
    return _ENVIRONMENT.get_template("page.html").render(shown=shown, printed=shown.printed)


def file(name: str) -> str:
    """Return the style sheet or the script of the page."""
    return _LOADER.get_source(_ENVIRONMENT, name)[0]
