"""The looks of a box in somebody else's page, such as a notebook: only the rules that it needs, under its own name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

from csp_docs.theme.colours import Colours
from csp_docs.writers.html.page.looks import own_colours, sheets

_DARK_PAGE = ':is([data-jp-theme-light="false"], .vscode-dark, [data-theme="dark"], [theme="dark"], .dark) & {'
"""What JupyterLab, VS Code, marimo, Colab and pages of Sphinx say where they are dark."""
_WHOLE_PAGE = re.compile(r"(?<![\w.#-])(:root|html|body)(?=\s*\{)")
_IF_DARK = re.compile(r"@media screen and \(prefers-color-scheme: dark\) ?\{")
_SCOPED = ("notebook", "page", "blocks")
_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULES = re.compile(r"(?P<head>[^{}]+)\{(?P<inside>[^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")
_OF_STATE = re.compile(r"::?[\w-]+(?:\([^()]*\))?|\[[^]]*\]")
"""What a selector asks of an element besides its name and its classes."""
_NAMES = re.compile(r"\.?[a-zA-Z][\w-]*")
_TAGS = re.compile(r"<([a-z]\w*)")
_CLASSES = re.compile(r' class="([^"]*)"')


def scoped_sheet(colours: Colours, box: str, content: str) -> tuple[str, str]:
    """Return the class of a box with this ``content``, and its style sheet, which is dark where the page around it is.

    The class begins with ``box``. Boxes share one if all their looks are the same: otherwise the last box of a page
    would give its colours to all others. The rules are nested in one for the class, which is named three times so that
    they come before those of the page.
    """
    used = {*_TAGS.findall(content), *(f".{name}" for given in _CLASSES.findall(content) for name in given.split())}
    needed = "".join(_needed(_WHOLE_PAGE.sub("&", _plain(_SCOPED)), used))
    rules = _IF_DARK.sub(_DARK_PAGE, _WHOLE_PAGE.sub("&", own_colours(colours)) + needed)
    name = f"{box}-{sha256(rules.encode()).hexdigest()[:8]}"
    return name, f"{f'.{name}' * 3}{{{rules}}}"


@cache
def _plain(names: tuple[str, ...]) -> str:
    """Return style sheets without comments, in one line."""
    return " ".join(_COMMENTS.sub("", sheets(names)).split())


def _needed(rules: str, used: set[str]) -> Iterator[str]:
    """Yield the rules that may hold where these names of elements and classes are used."""
    for rule in _RULES.finditer(rules):
        head, inside = rule["head"].strip(), rule["inside"].strip()
        if head.startswith("@"):
            inside = "".join(_needed(inside, used))
            if inside:
                yield f"{head}{{{inside}}}"
        elif any(used.issuperset(_NAMES.findall(one)) for one in _OF_STATE.sub("", head).split(",")):
            yield f"{head}{{{inside}}}"
