"""The directive ``public``: what the code says of the public names of a group."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from operator import attrgetter
from typing import Any, get_args

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import csp_docs
from csp_docs import builders, data
from csp_docs.model import CouncilDocument
from csp_docs.model.content import ContentItem

_BLOCKS = frozenset(get_args(ContentItem))
_MODULES = {"api": "functions", "errors": "errors", "text": "content"}


def grouped() -> Mapping[str, list[str]]:
    """Return the public names by group, each in the order of the alphabet."""
    steps = [f"builders.{name}" for name in builders.__all__ if name.endswith("Builder")]
    readings = [f"data.{room}.read" for room in data.__all__ if room != "topics"]
    found: dict[str, list[str]] = {"steps": steps, "police": ["data.topics", *readings]}
    for name in csp_docs.__all__:
        if name != "__version__":
            found.setdefault(_group(name), []).append(name)
    return found


def _group(name: str) -> str:
    """Return the group of a public name, by what it is and by the room that it is from."""
    value = getattr(csp_docs, name)
    room, *rest = value.__module__.split(".")[1:]
    if room == "builders":
        return "builders" if rest[0] == name else "content"
    if room != "model":
        return _MODULES[room]
    if issubclass(value, ValueError):
        return "errors"
    if issubclass(value, CouncilDocument):
        return "documents"
    if issubclass(value, enum.Enum):
        return "choices"
    return "blocks" if value in _BLOCKS else "parts"


class Public(SphinxDirective):
    """The public names of a group, with what their docstrings say."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return what autodoc writes of each name."""
        lines = [line for name in grouped()[self.arguments[0]] for line in (*_reference(name), "")]
        return self.parse_text_to_nodes("\n".join(["```{eval-rst}", *lines, "```"]))


def value_of(name: str) -> Any:
    """Return what has a public name."""
    return attrgetter(name)(csp_docs)


def _reference(name: str) -> list[str]:
    value = value_of(name)
    lines = [f".. auto{'class' if isinstance(value, type) else 'function'}:: csp_docs.{name}"]
    if isinstance(value, type) and issubclass(value, enum.Enum):
        lines += ["   :undoc-members:"]
    if name.startswith("builders.") or (isinstance(value, type) and issubclass(value, CouncilDocument)):
        lines += ["   :inherited-members:"]
    return lines


def _signature(app: Sphinx, what: str, name: str, value: object, options: object, signature: str, returns: str) -> Any:
    """Return how a class is called: choices are not called, and what is left out is empty."""
    if isinstance(value, type) and issubclass(value, enum.Enum):
        return "", None
    return signature and signature.replace("=NOTHING", "={}").replace(" = NOTHING", " = {}"), returns


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the directive."""
    app.add_directive("public", Public)
    app.connect("autodoc-process-signature", _signature)
    return {"parallel_read_safe": True}
