"""Bold and italic where two styles say so: Word would turn them off again.

Bold and italic are toggle properties: if the style of a paragraph and the style of a run in it both have one, the run
does not (ECMA-376 part 1, 17.7.3). A property that the run has itself always counts. Table styles of this writer do not
have any.
"""

from __future__ import annotations

from lxml import etree

from csp_docs.writers.word.file.elements import run_properties, w, w_name

_TOGGLES = ("b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "vanish")
_OFF = ("0", "false")
_PARAGRAPH, _RUN, _STYLE = w_name("p"), w_name("r"), w_name("style")
_PARAGRAPH_STYLE, _RUN_STYLE = f"{w_name('pPr')}/{w_name('pStyle')}", f"{w_name('rPr')}/{w_name('rStyle')}"
_BASED, _VALUE = w_name("basedOn"), w_name("val")


def keep_on(styles: etree._Element, *roots: etree._Element) -> None:
    """Give each run in ``roots`` the toggle properties that its own style and that of its paragraph both have."""
    on = _on(styles)
    for root in roots:
        for paragraph in root.iter(_PARAGRAPH):
            if around := on.get(_value(paragraph, _PARAGRAPH_STYLE)):
                for run in paragraph.iter(_RUN):
                    _keep_on(run, around & on.get(_value(run, _RUN_STYLE), frozenset()))


def _keep_on(run: etree._Element, both: frozenset[str]) -> None:
    missing = [tag for tag in _TOGGLES if tag in both and run[0].find(w_name(tag)) is None]
    if missing:
        run[0] = run_properties([*run[0], *map(w, missing)])


def _on(styles: etree._Element) -> dict[str, frozenset[str]]:
    """Return the toggle properties that each style has, by itself or from those that it is based on."""
    by_id = {style.get(w_name("styleId"), ""): style for style in styles.iter(_STYLE)}

    def on(id_: str) -> frozenset[str]:
        style = by_id.get(id_)
        if style is None:
            return frozenset()
        based = on(_value(style, _BASED))
        return frozenset(tag for tag in _TOGGLES if _has(style, tag, tag in based))

    return {id_: on(id_) for id_ in by_id}


def _has(style: etree._Element, tag: str, based: bool) -> bool:
    own = style.find(f"{w_name('rPr')}/{w_name(tag)}")
    return based if own is None else own.get(_VALUE) not in _OFF


def _value(element: etree._Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else found.get(_VALUE, "")
