"""The tag tree: what screen readers read, in reading order (ISO 32000-1, 14.7 and 14.8).

The tree is built from the block tree before anything is placed, so that reading order does not depend on pages.
Painting then adds the place of its words to each leaf.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from csp_docs.writers.pdf.objects import Objects, text_string


@define(eq=False, repr=False)
class Content:
    """A leaf: painted words of one element, by page (from 0) and number on that page (MCID)."""

    element: Element
    marks: list[tuple[int, int]] = field(factory=list)


@define(eq=False, repr=False)
class Annotation:
    """A link's active area on one page; ``number`` is its object in the file."""

    page: int
    rectangle: tuple[float, float, float, float]
    link: Link
    number: int = 0


@define(eq=False, repr=False)
class Anchor:
    """A place that links and bookmarks lead to: placing sets the page (from 0), painting sets the height."""

    page: int = -1
    top: float = 0


@define(eq=False, repr=False)
class Element:
    """A structure element; ``attributes`` are written as they are (``/O/Table/Scope/Row``).

    ``alt`` is read instead of the content of the element.
    """

    tag: str
    parent: Element | None = None
    attributes: str = ""
    language: str = ""
    id: str = ""
    alt: str = ""
    kids: list[Element | Content | Annotation] = field(factory=list, init=False)
    number: int = field(default=0, init=False)

    def child(
        self, tag: str, attributes: str = "", language: str = "", id: str = "", alt: str = ""  # noqa: A002
    ) -> Element:  # fmt: skip
        """Return a new last child."""
        child = Element(tag, self, attributes, language, id, alt)
        self.kids.append(child)
        return child

    def content(self) -> Content:
        """Return a new leaf for the next content of this element."""
        if not (self.kids and isinstance(self.kids[-1], Content)):
            self.kids.append(Content(self))
        leaf = self.kids[-1]
        assert isinstance(leaf, Content)  # noqa: S101
        return leaf

    def walk(self) -> Iterator[Element]:
        """Yield this element and all elements below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]


@define(eq=False, repr=False)
class Link:
    """The target of a Link element: a place in the document or an address; ``contents`` is read aloud."""

    element: Element
    contents: str
    anchor: Anchor | None = None
    url: str = ""


def write_tree(objects: Objects, elements: list[Element], pages: list[int], leaves: list[list[Content]]) -> int:
    """Return the number of the StructTreeRoot object.

    ``elements`` has all elements in reading order, ``pages`` has object numbers, and ``leaves`` has the leaves of each
    page.
    """
    tree = objects.reserve()
    for element in elements:
        element.number = objects.reserve()
    for element in elements:
        objects.put(element.number, _element(element, tree, pages))
    parents = "\n".join(_parents(elements, leaves))
    ids = sorted((element.id, element.number) for element in elements if element.id)
    names = "".join(f"{text_string(name)}{number} 0 R " for name, number in ids)
    id_tree = f"/IDTree<</Names[{names}]>>" if ids else ""
    body = f"<</Type/StructTreeRoot/K {elements[0].number} 0 R/ParentTree<</Nums[{parents}]>>{id_tree}>>"
    objects.put(tree, body)
    return tree


def annotation_keys(elements: list[Element], first: int) -> Iterator[tuple[int, Annotation]]:
    """Yield each annotation with its key in the parent tree; keys follow those of the pages."""
    found = (kid for element in elements for kid in element.kids if isinstance(kid, Annotation))
    return enumerate(found, first)


def _parents(elements: list[Element], leaves: list[list[Content]]) -> Iterator[str]:
    for page, contents in enumerate(leaves):
        yield f"{page}[{' '.join(f'{content.element.number} 0 R' for content in contents)}]"
    for key, annotation in annotation_keys(elements, len(leaves)):
        yield f"{key} {annotation.link.element.number} 0 R"


def _element(element: Element, tree: int, pages: list[int]) -> str:
    page = _first_page(element)
    parent = element.parent.number if element.parent else tree
    kids = " ".join(text for kid in element.kids for text in _kid(kid, page, pages))
    entries = (
        f"/Pg {pages[page]} 0 R" if page >= 0 else "",
        f"/K[{kids}]" if kids else "",
        f"/A<<{element.attributes}>>" if element.attributes else "",
        f"/Lang{text_string(element.language)}" if element.language else "",
        f"/ID{text_string(element.id)}" if element.id else "",
        f"/Alt{text_string(element.alt)}" if element.alt else "",
    )
    return f"<</Type/StructElem/S/{element.tag}/P {parent} 0 R{''.join(entries)}>>"


def _first_page(element: Element) -> int:
    return next((page for kid in element.kids if isinstance(kid, Content) for page, _ in kid.marks), -1)


def _kid(kid: Element | Content | Annotation, page: int, pages: list[int]) -> Iterator[str]:
    if isinstance(kid, Element):
        yield f"{kid.number} 0 R"
    elif isinstance(kid, Annotation):
        yield f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {kid.number} 0 R>>"
    else:
        for where, mark in kid.marks:
            yield str(mark) if where == page else f"<</Type/MCR/Pg {pages[where]} 0 R/MCID {mark}>>"
