"""Navigation of a page: links to its headings and to other pages, which say nothing that the document does not say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from csp_docs.comparing.heads import Known
from csp_docs.comparing.html.around import HEADINGS, outermost, words
from csp_docs.comparing.html.terms import TERMS
from csp_docs.comparing.words import canonical

_SIZE = re.compile(r"\s*\(\w+, [\d.,]+ [KMG]B\)$")
_LONGEST = 80


class Navigation:
    """What navigation may say: the headings and titles of the pages of a document, and the usual terms."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        pages = list(roots)
        named = ["".join(map(str, one.itertext())) for root in pages for one in root.iter("title", *HEADINGS)]
        named += [words(one) for root in pages for one in root.iter(*HEADINGS)]
        self._known = Known((), [*TERMS, *named, *(part for name in named for part in name.split(" – "))])

    def only_leads(self, element: etree._Element) -> bool:
        """Tell whether all words in an element are those of links, of headings and of the form of a search."""
        parts = [one for one in element.iter("a", "form", "button", *HEADINGS) if _is_part(one)]
        said = "".join(canonical(words(one)) for one in outermost(parts, element))
        return canonical(words(element)) == said

    def unknown(self, element: etree._Element) -> list[str]:
        """Return what navigation says that is neither a title or heading of the pages nor a usual term, to be named."""
        said = dict.fromkeys(map(_entry, element.iter("a", "label", "button", *HEADINGS)))
        fresh = " · ".join(one for one in said if any(map(str.isalnum, one)) and not self._known.is_made_of(one))
        shown = f"{fresh[:_LONGEST].rstrip()}…" if len(fresh) > _LONGEST else fresh
        return [f'the navigation "{shown}"'] if fresh else []


def _is_part(element: etree._Element) -> bool:
    return element.tag != "form" or element.get("role") == "search"


def _entry(element: etree._Element) -> str:
    """Return what an entry says, but for the kind and size of the file that it leads to."""
    return _SIZE.sub("", words(element))
