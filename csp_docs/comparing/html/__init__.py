"""The words of a web page: what its main part shows, also where it is folded up."""

from __future__ import annotations

from lxml import etree
from lxml import html as parsing

from csp_docs.comparing.html.page import Page
from csp_docs.comparing.reading import Pieces, Reading, reading, refused
from csp_docs.comparing.words import META

_ALWAYS = ("navigation and scripts", "line breaks and spacing")
_OUTSIDE_MAIN = "the head and foot of the page"
_DEEPEST = 200
_MOST_ELEMENTS = 2_000_000


def read(file: str, content: bytes) -> Reading:
    """Return the words of a web page. Raises CspDocsError if it cannot be read."""
    root = _parsed(file, content)
    stated = "".join(str(meta.get("content")) for meta in root.iter("meta") if meta.get("name") == META)
    mains = [main for main in root.iter("main") if main.get("hidden") is None]
    found = Pieces()
    page = Page(root, found)
    for part in root.iter("body"):
        page.read(part)
    if not any(piece.text.strip() for piece in (*found.text, *found.notes)):
        fact = "the web page has no words in it; a script may write them when it is opened"
        raise refused(file, fact, "save the page from a browser as it is shown, and compare that file")
    always = (*_ALWAYS, _OUTSIDE_MAIN) if mains else _ALWAYS
    return reading(file, "web page", found, stated.strip(), always)


def _parsed(file: str, content: bytes) -> etree._Element:
    """Return the tree of a page. The parser asks the network for nothing, and puts in no entities of the page."""
    parser = parsing.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding=_encoding(content))
    try:
        root = parsing.document_fromstring(content, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise refused(file, f"the web page cannot be read: {error}", "open it in a browser and save it again") from None
    depth = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > _DEEPEST or count > _MOST_ELEMENTS:
            raise refused(
                file, "the web page is nested too deeply or too long", "open it in a browser and save it again"
            )
    return root


def _encoding(content: bytes) -> str | None:
    """Return the encoding of a page that does not say it: UTF-8 if it is that; None where it says it itself."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None if b"charset" in content[:4096].lower() else "cp1252"
    return "utf-8"
