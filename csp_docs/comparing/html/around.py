"""What is around the words of a page: its head, foot and navigation, and contents that repeat its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from csp_docs.comparing.reading import Pieces
from csp_docs.comparing.words import canonical

if TYPE_CHECKING:
    from csp_docs.comparing.html.navigation import Navigation

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARTS = frozenset({"main", "article", "section", "aside", "p", "li", "td", "th", "dd", "figure", "blockquote"})
_LANDMARKS = frozenset({"header", "footer", "nav"})
_ROLES = frozenset({"banner", "contentinfo", "navigation"})
_USUAL = frozenset({"contents", "notes", "footnotes", "endnotes", "cynnwys", "nodiadau", "troednodiadau"})
_SKIP = re.compile(r"skip to\b|neidio\b", re.IGNORECASE)
_BACK = frozenset({"back", "return", "jump", "up", "to", "the", "content", "text", "note", "footnote", "reference"})
_WORD = re.compile(r"\w")
_LEADS = frozenset({"a", "nav", "button", "form", "select", "script", "style", "svg", "template", "noscript"})
RUNNING = frozenset({"running-head", "running-foot"})
"""Classes of running heads and feet."""


class Around:
    """Tells what is not one of the words of a page. With a main part, the head and foot of the page are not.

    In a page of a site, neither is what csp_docs added to it only to lead to other pages.
    """

    def __init__(self, root: etree._Element, found: Pieces, navigation: Navigation, *, of_site: bool = False) -> None:
        self.found, self.of_site, self.navigation = found, of_site, navigation
        self.has_main = next(root.iter("main"), None) is not None
        self.headings = {canonical(words(one)) for one in root.iter(*HEADINGS) if _is_plain(one)} - {""}

    def is_around(self, element: etree._Element, tag: str, role: str) -> bool:
        """Tell whether an element is the head, foot or navigation of the page, or repeats its headings."""
        if self.of_site and element.get("data-added") is not None and _only_leads(element):
            self.found.but_for += self.navigation.unknown(element)
            return True
        navigation = tag == "nav" or role == "navigation"
        if navigation and role == "doc-toc":
            return False
        if navigation or tag in _LANDMARKS or role in _ROLES:
            of_page = not any(above.tag in _PARTS for above in element.iterancestors())
            if of_page and self.has_main and not navigation:
                self.found.heads.append("\n".join(_said(element)))
                return True
            return navigation and (self._leads(element) if of_page else self._repeats(element))
        return tag == "a" and self.has_main and self._skips(element)

    def heading_of(self, element: etree._Element) -> bool:
        """Tell whether a heading only names contents or notes; another one is named among what is not compared."""
        said = words(element)
        if said.lower() not in _USUAL and _WORD.search(said):
            self.found.but_for.append(f'the heading "{said}" of contents or notes')
        return True

    def _leads(self, element: etree._Element) -> bool:
        """Tell whether navigation has no words but those of links; what the document does not say is named."""
        leads = self.navigation.only_leads(element)
        self.found.but_for += self.navigation.unknown(element) if leads else []
        return leads

    def _repeats(self, element: etree._Element) -> bool:
        """Tell whether all that contents say is a heading of the page."""
        entries, names = list(element.iter("a")), list(element.iter(*HEADINGS))
        said = canonical(words(element))
        own = "".join(canonical(words(one)) for one in outermost([*names, *entries], element))
        if said != own or any(canonical(words(one)) not in self.headings for one in entries):
            return False
        return all(self.heading_of(one) for one in names)

    def _skips(self, element: etree._Element) -> bool:
        """Tell whether an element is the link that leads past what is before the main part."""
        if not str(element.get("href")).startswith("#") or not _SKIP.match(words(element)):
            return False
        return not any(above.tag == "main" for above in element.iterancestors())


def only_leads_back(element: etree._Element) -> bool:
    """Tell whether a link from a note to its mark says no more than that."""
    return all(word in _BACK or word.isdecimal() for word in re.findall(r"\w+", words(element).lower()))


def _said(element: etree._Element) -> Iterator[str]:
    """Yield the words of a head or foot, but for navigation."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEADS and child.get("hidden") is None:
            yield from _said(child)
        yield child.tail or ""


def _only_leads(element: etree._Element) -> bool:
    """Tell whether all words in an element are those of links, and of the form of a search."""
    leads = (one for one in element.iter("a", "form") if one.tag == "a" or one.get("role") == "search")
    links = "".join(canonical(words(one)) for one in leads)
    return bool(links) and canonical(words(element)) == links


def _is_plain(heading: etree._Element) -> bool:
    """Tell whether a heading is shown, and not one of navigation itself."""
    around = (heading, *heading.iterancestors())
    return not any(one.tag == "nav" or one.get("hidden") is not None or one.get("style") for one in around)


def outermost(some: list[etree._Element], within: etree._Element) -> Iterator[etree._Element]:
    """Yield elements in their order in a page, but for those in others of them."""
    chosen = set(some)
    for one in within.iter():
        if one in chosen and chosen.isdisjoint(one.iterancestors()):
            yield one


def words(element: etree._Element) -> str:
    """Return the words in an element, but for raised ones, which are marks of notes."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag != "sup":
            parts.append(words(child))
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())
