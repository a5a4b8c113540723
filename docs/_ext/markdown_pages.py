"""Each page as Markdown next to its web page, and ``llms.txt``, which lists them: for programs that read text.

The form of the list is that of https://llmstxt.org. What directives write from the code is written out.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import commands
import public_names
from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

import csp_docs

_INCLUDE = re.compile(r"```\{include\} (\S+)\n.*?```\n", re.DOTALL)
_PUBLIC = re.compile(r"```\{public\} (\w+)\n```\n")
_OF_THE_ROOT = re.compile(r"(\]\((?:\.\./)*)\.\./(?:(CONTRIBUTING|CHANGELOG)|(benchmarks)/README)\.md")
"""Links from docs/ to pages of the folder around it, which are pages of their own here."""
_FROM_THE_ROOT = re.compile(r"\]\((?:\.\./)?docs/")
_ENTRY = re.compile(r"^(?:(.+) <)?([^\s<>]+)>?$", re.MULTILINE)
_PARTS = re.compile(r"```\{toctree\}\n:caption: (.+)\n(?::.*\n)*\n((?:.+\n)+)```")


def markdown(page: Path) -> str:
    """Return the text of a page, with what its directives write from other files and from the code."""
    text = _INCLUDE.sub(lambda found: _FROM_THE_ROOT.sub("](", _words(page.parent / found[1])), _words(page))
    text = _PARTS.sub("", text)
    text = _PUBLIC.sub(lambda found: "\n\n".join(map(_described, public_names.grouped()[found[1]])) + "\n", text)
    return _inside(text).replace("```{commands}\n```\n", "\n".join(_helps()))


def _words(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _inside(text: str) -> str:
    """Return a page with its links to pages of the folder around docs/ as links to pages here."""
    return _OF_THE_ROOT.sub(lambda found: f"{found[1]}{(found[2] or found[3]).lower()}.md", text)


def _read(app: Sphinx, name: str, source: list[str]) -> None:
    source[0] = _inside(source[0])


def _described(name: str) -> str:
    """Return what the code says of a public name: its signature and its docstring."""
    found = public_names.value_of(name)
    signature = str(inspect.signature(found)) if callable(found) and not isinstance(found, type) else ""
    return f"### `{name}{signature}`\n\n{inspect.getdoc(found) or ''}"


def _helps() -> Iterator[str]:
    for name, words in commands.helps():
        yield f"## `{name}`\n\n```text\n{words}\n```\n"


def _written(app: Sphinx, error: Exception | None) -> None:
    """Write the Markdown of each page and the list of them, next to the web pages."""
    if error or app.builder.name != "html":
        return
    for name in app.env.found_docs:
        target = Path(app.outdir, f"{name}.md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(markdown(Path(app.env.doc2path(name))), encoding="utf-8")
    Path(app.outdir, "llms.txt").write_text("\n".join(_listed(app)), encoding="utf-8")


def _listed(app: Sphinx) -> Iterator[str]:
    index = _words(Path(app.srcdir, "index.md"))
    yield f"# {app.config.project}\n\n> {csp_docs.__doc__.splitlines()[0]}\n"
    for part, names in _PARTS.findall(index):
        yield f"## {part}\n"
        for title, name in _ENTRY.findall(names):
            yield f"- [{title or app.env.titles[name].astext()}]({name}.md)"
        yield ""


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the files when the web pages are ready; what has no colours of its own is shown as it is."""
    app.connect("source-read", _read)
    for language in ("csv", "mermaid"):
        app.add_lexer(language, TextLexer)
    app.connect("build-finished", _written)
    return {"parallel_read_safe": True}
