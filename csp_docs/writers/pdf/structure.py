"""The tag tree: what screen readers read, in reading order (ISO 32000-1, 14.7 and 14.8).

The tree is built from the block tree before anything is placed, so that reading order does not depend on pages.
Painting then adds the place of its words to each leaf.
"""

from __future__ import annotations

from collections.abc import Iterator

from csp_docs.writers.pdf.objects import Objects, text_string


class Content:
    """A leaf: painted words of one element, by page (from 0) and number on that page (MCID)."""

    __slots__ = ("element", "marks")

    def __init__(self, element: Element) -> None:
        self.element = element
        self.marks: tuple[tuple[int, int], ...] = ()

    def written(self, page: int, pages: list[int]) -> str:
        """Return the leaf as a kid of its element, which is on ``page``; empty if nothing of it was painted."""
        return " ".join(
            [
                str(mark) if where == page else f"<</Type/MCR/Pg {pages[where]} 0 R/MCID {mark}>>"
                for where, mark in self.marks
            ]
        )


class Annotation:
    """A link's active area on one page; ``number`` is its object in the file."""

    __slots__ = ("link", "number", "page", "rectangle")

    def __init__(self, page: int, rectangle: tuple[float, float, float, float], link: Link) -> None:
        self.page, self.rectangle, self.link, self.number = page, rectangle, link, 0

    def written(self, page: int, pages: list[int]) -> str:  # noqa: ARG002 (of all kids)
        """Return the area as a kid of its element."""
        return f"<</Type/OBJR/Pg {pages[self.page]} 0 R/Obj {self.number} 0 R>>"


class Anchor:
    """A place that links and bookmarks lead to: placing sets the page (from 0), painting sets the height."""

    __slots__ = ("page", "top")

    def __init__(self) -> None:
        self.page, self.top = -1, 0.0


class Element:
    """A structure element; ``attributes`` are written as they are (``/O/Table/Scope/Row``).

    ``alt`` describes what is seen, and ``actual`` has the words that are meant by it (ISO 32000-1, 14.9.3 and 14.9.4);
    either is read instead of the content of the element. ``number`` is its object in the file.
    """

    __slots__ = ("actual", "alt", "attributes", "id", "kids", "language", "number", "parent", "tag")

    def __init__(
        self,
        tag: str,
        parent: Element | None = None,
        attributes: str = "",
        language: str = "",
        id: str = "",  # noqa: A002
        alt: str = "",
        actual: str = "",
    ) -> None:
        self.tag, self.parent, self.attributes = tag, parent, attributes
        self.language, self.id, self.alt, self.actual, self.number = language, id, alt, actual, 0
        self.kids: list[Element | Content | Annotation] = []

    def child(
        self,
        tag: str,
        attributes: str = "",
        language: str = "",
        id: str = "",  # noqa: A002
        alt: str = "",
        actual: str = "",
    ) -> Element:
        """Return a new last child."""
        child = Element(tag, self, attributes, language, id, alt, actual)
        self.kids.append(child)
        return child

    def content(self) -> Content:
        """Return a new leaf for the next content of this element."""
        if not (self.kids and isinstance(self.kids[-1], Content)):
            self.kids.append(Content(self))
        leaf = self.kids[-1]
        assert isinstance(leaf, Content)  # noqa: S101
        return leaf

    def written(self, page: int, pages: list[int]) -> str:  # noqa: ARG002 (of all kids)
        """Return the element as a kid of the one above it."""
        return f"{self.number} 0 R"

    def walk(self) -> Iterator[Element]:
        """Yield this element and all elements below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]


class Link:
    """The target of a Link element: a place in the document or an address; ``contents`` is read aloud."""

    __slots__ = ("anchor", "contents", "element", "url")

    def __init__(self, element: Element, contents: str, anchor: Anchor | None = None, url: str = "") -> None:
        self.element, self.contents, self.anchor, self.url = element, contents, anchor, url


def write_tree(
    objects: Objects, elements: list[Element], areas: list[Annotation], pages: list[int], leaves: list[list[Content]]
) -> int:
    """Return the number of the StructTreeRoot object.

    ``elements`` has all elements in reading order, and ``areas`` those of their links; ``pages`` has object numbers,
    and ``leaves`` has the leaves of each page.
    """
    tree = objects.reserve()
    for element in elements:
        element.number = objects.reserve()
    for element in elements:
        objects.put(element.number, _element(element, tree, pages))
    parents = "\n".join(_parents(areas, leaves))
    ids = sorted((element.id, element.number) for element in elements if element.id)
    names = "".join(f"{text_string(name)}{number} 0 R " for name, number in ids)
    id_tree = f"/IDTree<</Names[{names}]>>" if ids else ""
    body = f"<</Type/StructTreeRoot/K {elements[0].number} 0 R/ParentTree<</Nums[{parents}]>>{id_tree}>>"
    objects.put(tree, body)
    return tree


def _parents(areas: list[Annotation], leaves: list[list[Content]]) -> Iterator[str]:
    """Yield the entries of the parent tree: one for each page, then one for each link's area, in their orders."""
    for page, contents in enumerate(leaves):
        yield f"{page}[{' '.join([f'{content.element.number} 0 R' for content in contents])}]"
    for key, area in enumerate(areas, len(leaves)):
        yield f"{key} {area.link.element.number} 0 R"


def _element(element: Element, tree: int, pages: list[int]) -> str:
    page = _first_page(element)
    kids = " ".join([text for kid in element.kids if (text := kid.written(page, pages))])
    body = f"<</Type/StructElem/S/{element.tag}/P {element.parent.number if element.parent else tree} 0 R"
    if page >= 0:
        body += f"/Pg {pages[page]} 0 R"
    if kids:
        body += f"/K[{kids}]"
    if element.attributes:
        body += f"/A<<{element.attributes}>>"
    if element.language:
        body += f"/Lang{text_string(element.language)}"
    if element.id:
        body += f"/ID{text_string(element.id)}"
    if element.alt:
        body += f"/Alt{text_string(element.alt)}"
    if element.actual:
        body += f"/ActualText{text_string(element.actual)}"
    return f"{body}>>"


def _first_page(element: Element) -> int:
    for kid in element.kids:
        if isinstance(kid, Content) and kid.marks:
            return kid.marks[0][0]
    return -1
