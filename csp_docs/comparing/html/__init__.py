"""The words of web pages: what their main parts show, also where they are folded up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree
from lxml import html as parsing

from csp_docs.comparing.html.navigation import Navigation
from csp_docs.comparing.html.page import Page
from csp_docs.comparing.reading import NEVER, Piece, Pieces, Reading, reading, refused
from csp_docs.comparing.words import META

_ALWAYS = ("navigation and scripts", "line breaks and spacing", *NEVER)
_OUTSIDE_MAIN = "the head and foot of the page"
_SAVE = "open it in a browser and save it again"
_DEEPEST = 200
_MOST_ELEMENTS = 2_000_000


def read(file: str, content: bytes) -> Reading:
    """Return the words of a web page. Raises CspDocsError if it cannot be read."""
    root = parsed(file, content)
    page = Page(root, Pieces(), Navigation([root]))
    page.read()
    return _reading(file, [page.root], page.found, _stated(page.root))


def read_site(file: str, pages: Mapping[str, etree._Element], whole: Reading) -> Reading:
    """Return the words of the pages of a site as those of one page.

    Contents, which the first page has, are read where ``whole`` has them, the same document on one page.
    """
    found, navigation = Pieces(), Navigation(pages.values())
    several = [Page(root, found, navigation, name) for name, root in pages.items()]
    for page in several:
        page.read()
    found.text[:] = _with_contents(found.text, several[0].contents, [piece.text for piece in whole.text])
    return _reading(file, [page.root for page in several], found, whole.stated)


def _with_contents(text: list[Piece], contents: list[tuple[int, int]], whole: list[str]) -> list[Piece]:
    """Return the text of a site with its contents where the whole document has them."""
    moved = [text[begin:end] for begin, end in contents]
    for begin, end in reversed(contents):
        del text[begin:end]
    for one in moved:
        place = _place_in(text, [piece.text for piece in one], whole)
        text[place:place] = one
    return text


def _place_in(text: list[Piece], said: list[str], whole: list[str]) -> int:
    """Return where contents belong: after the words that are before them in the whole document."""
    place = next((at for at in range(len(whole)) if whole[at : at + len(said)] == said), 0)
    before = whole[place - 1] if place else None
    after = (at for at, piece in enumerate(text, 1) if piece.text == before)
    return min(after, key=lambda at: abs(at - place), default=place)


def _reading(file: str, roots: Sequence[etree._Element], found: Pieces, stated: str) -> Reading:
    if not any(piece.text.strip() for piece in (*found.text, *found.notes)):
        fact = "the web page has no words in it; a script may write them when it is opened"
        raise refused(file, fact, "save the page from a browser as it is shown, and compare that file")
    mains = (main for root in roots for main in root.iter("main"))
    always = (*_ALWAYS, _OUTSIDE_MAIN) if any(main.get("hidden") is None for main in mains) else _ALWAYS
    return reading(file, "web page", found, stated, always)


def _stated(root: etree._Element) -> str:
    """Return the fingerprint that a page carries, or nothing."""
    return "".join(str(meta.get("content")) for meta in root.iter("meta") if meta.get("name") == META).strip()


def parsed(file: str, content: bytes) -> etree._Element:
    """Return the tree of a page. The parser asks the network for nothing, and puts in no entities of the page.

    Pictures inside the page may be large: only the size of the file is limited, when it is opened.
    """
    parser = parsing.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, encoding=_encoding(content), huge_tree=True
    )
    try:
        root = parsing.document_fromstring(content, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise refused(file, f"the web page cannot be read: {error}", _SAVE) from None
    depth = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > _DEEPEST or count > _MOST_ELEMENTS:
            raise refused(file, "the web page is nested too deeply or too long", _SAVE)
    _check_whole(file, parser)
    return root


def _check_whole(file: str, parser: parsing.HTMLParser) -> None:
    """Raise CspDocsError if the parser left out something of a page: it says so only in its log."""
    stopped = next(iter(parser.error_log.filter_from_level(etree.ErrorLevels.FATAL)), None)
    if stopped is not None:
        raise refused(file, f"the web page cannot be read whole: line {stopped.line}: {stopped.message}", _SAVE)


def _encoding(content: bytes) -> str | None:
    """Return the encoding of a page that does not say it: UTF-8 if it is that; None where it says it itself."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None if b"charset" in content[:4096].lower() else "cp1252"
    return "utf-8"
