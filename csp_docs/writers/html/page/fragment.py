"""A document as a part of somebody else's page, such as a notebook: its styles and ids are its own."""

from __future__ import annotations

import re
from hashlib import sha256

from markupsafe import Markup

from csp_docs.blocks import Blocks, Document
from csp_docs.theme.colours import Colours
from csp_docs.theme.theme import Theme
from csp_docs.writers.html.blocks.body import flow
from csp_docs.writers.html.blocks.parts import marking
from csp_docs.writers.html.blocks.place import Place
from csp_docs.writers.html.elements import Html, h, joined
from csp_docs.writers.html.page.notes import notes_html
from csp_docs.writers.html.page.page import front_html
from csp_docs.writers.html.page.scoped import scoped_sheet
from csp_docs.writers.html.story import Story

BOX = "csp-docs"
"""The class of the box that all of it is in."""
# Quotation marks in words are escaped, so these are attributes: ids, and what leads to them.
_NAMES = re.compile(r' (id|headers|aria-labelledby)="([^"]+)"')
_LINKS = re.compile(r' href="#|(?<==")url\(#')


def document_fragment(document: Document, theme: Theme, first: Html) -> Html:
    """Return a complete document, with its numbers, below what is ``first``: its beginning, its text and its notes."""
    story = Story.of(document, theme)
    front, rest = front_html(story, document.blocks)
    text = h("div", flow(story, Place(), rest), notes_html(story), class_="text")
    whole = first, marking(document.marking), front, text
    return boxed(theme.colours, *whole, language=document.language, name=document.title)


def blocks_fragment(document: Document, theme: Theme, blocks: Blocks, first: Html) -> Html:
    """Return ``blocks`` of a document, with their numbers, below what is ``first``."""
    story = Story.of(document, theme)
    text = h("div", flow(story, Place(), blocks), notes_html(story), class_="text")
    return boxed(theme.colours, first, text, language=document.language)


def boxed(colours: Colours, *content: Html, language: str = "en-GB", name: str = "") -> Html:
    """Return ``content`` in a box in which the looks of a page hold; nothing around it changes.

    A box with a ``name`` is not higher than a screen: the keyboard can scroll it.
    """
    inside = _with_own_names(joined(content))
    own, sheet = scoped_sheet(colours, BOX, f'{inside}<div class="whole">')
    style = Markup(f"<style>{sheet}</style>")  # noqa: S704 (from files of this package, and colours)
    if not name:
        return h("div", style, inside, class_=f"{BOX} {own}", lang=language)
    looks = f"{BOX} {own} whole"
    return h("div", style, inside, class_=looks, lang=language, role="region", aria_label=name, tabindex=0)


def _with_own_names(content: Html) -> Html:
    """Return ``content`` with ids that nothing else on the page has, unless it is the same."""
    own = f"csp-{sha256(content.encode()).hexdigest()[:8]}-"

    def named(found: re.Match[str]) -> str:
        return f' {found[1]}="{" ".join(own + name for name in found[2].split())}"'

    return Markup(_LINKS.sub(lambda found: f"{found[0]}{own}", _NAMES.sub(named, content)))  # noqa: S704 (as it was)
