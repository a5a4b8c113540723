"""The elements of a Word file by their local names: transitional and strict files differ in their namespaces."""

from __future__ import annotations

from lxml import etree


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: etree._Element, name: str) -> list[etree._Element]:
    """Return the children with a name."""
    return [child for child in element if local(child) == name]


def first(element: etree._Element, *names: str) -> etree._Element | None:
    """Return the first element that ``names`` lead to, one below the other; None if there is none."""
    for name in names:
        for child in element:
            if local(child) == name:
                element = child
                break
        else:
            return None
    return element


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute in the namespace of the element, or without one; empty if it is not given."""
    namespace = str(element.tag).rpartition("}")[0]
    return element.get(f"{namespace}}}{name}") or element.get(name) or "" if namespace else element.get(name) or ""


def value(element: etree._Element, name: str | None, of: str = "val") -> str:
    """Return an attribute of the child called ``name``, or of the element itself; empty if it is not given."""
    found = element if name is None else first(element, name)
    return "" if found is None else attribute(found, of)


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a property that is on or off is on: it is, if it is there without a value."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off", "none")


def relationship_of(element: etree._Element) -> str:
    """Return the id of the relationship to the part that an element shows; empty if it has none."""
    return next((str(value) for name, value in element.items() if str(name).endswith("}id")), "")
