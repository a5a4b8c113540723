"""The small fixed parts of a Word file: settings, colours and fonts, the rules above footnotes."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

from lxml import etree

from csp_docs.blocks import Document
from csp_docs.comparing.words import PROPERTY
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file import trees
from csp_docs.writers.word.file.elements import Xml, root, run, to_bytes, w
from csp_docs.writers.word.file.measures import SLOTS
from csp_docs.writers.word.file.paragraphs import paragraph

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_ANY_PROPERTY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""What Word calls the set of properties that anybody may add to."""

_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}
"""The settings that Word writes for a new document: without mode 15 it opens the file as a file of Word 2007."""

_MAPPING = {
    "bg1": "light1",
    "t1": "dark1",
    "bg2": "light2",
    "t2": "dark2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hyperlink": "hyperlink",
    "followedHyperlink": "followedHyperlink",
}


def settings_part(document: Document) -> bytes:
    """Return the settings part."""
    uri = "http://schemas.microsoft.com/office/word"
    modes = (w("compatSetting", name=name, uri=uri, val=value) for name, value in _COMPATIBILITY.items())
    settings = root(
        "w:settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("autoHyphenation", val=0),  # divided words are harder to read, and the PDF has none
        w("characterSpacingControl", val="doNotCompress"),
        w("footnotePr", w("footnote", id=-1), w("footnote", id=0)),
        w("compat", *modes),
        w("themeFontLang", val=document.language),
        w("clrSchemeMapping", **_MAPPING),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )
    return to_bytes(settings)


def footnotes_part(notes: list[Xml]) -> Xml:
    """Return the root of the footnotes part: the two rules that Word expects, then ``notes``."""
    rules = (_note_rule(number, kind) for number, kind in enumerate(("separator", "continuationSeparator"), -1))
    return root("w:footnotes", *rules, *notes)


def _note_rule(number: int, kind: str) -> Xml:
    return w("footnote", paragraph("FootnoteSeparator", [run((), w(kind))]), type=kind, id=number)


def font_table_part(theme: Theme) -> bytes:
    """Return the font table, which gives a fallback for a missing font."""
    hints = w("charset", val="00"), w("family", val="swiss"), w("pitch", val="variable")
    return to_bytes(root("w:fonts", w("font", *hints, name=theme.fonts.word)))


@lru_cache(maxsize=16)
def theme_part(theme: Theme) -> bytes:
    """Return the theme part: the fonts and colours that Word offers to authors."""
    whole = _a("theme", name="Council")
    elements = _add(whole, "themeElements")
    _colours(_add(elements, "clrScheme", name="Council"), theme)
    fonts = _add(elements, "fontScheme", name="Council")
    for kind in ("majorFont", "minorFont"):
        font = _add(fonts, kind)
        for script, face in (("latin", theme.fonts.word), ("ea", ""), ("cs", "")):
            _add(font, script, typeface=face)
    _formats(_add(elements, "fmtScheme", name="Council"))
    return trees.to_bytes(whole)


UNDATED = date(2000, 1, 1)
"""The date in the properties of a document without one: a clock would give different bytes each time."""


@cache
def extended_properties_part() -> bytes:
    """Return the application's properties: they name Word, so that its layout rules apply."""
    whole = etree.Element(f"{{{EXTENDED}}}Properties", nsmap={None: EXTENDED})  # type: ignore[dict-item]
    for name, text in (("Application", "csp_docs"), ("AppVersion", "1.0000")):
        etree.SubElement(whole, f"{{{EXTENDED}}}{name}").text = text
    return trees.to_bytes(whole)


def custom_properties_part(words: str, document: Document) -> bytes:
    """Return the properties that Word shows as custom: the fingerprint of the ``words`` (ECMA-376 part 1, 22.3).

    The sensitivity label of ``document`` is among them. Word keeps them when somebody changes the file, so that
    `csp-docs same` can say that it was changed.
    """
    whole = etree.Element(f"{{{CUSTOM}}}Properties", nsmap={None: CUSTOM, "vt": _TYPES})  # type: ignore[dict-item]
    for place, (name, value) in enumerate({PROPERTY: words, **_label(document)}.items(), 2):
        given = {"fmtid": _ANY_PROPERTY, "pid": str(place), "name": name}
        etree.SubElement(etree.SubElement(whole, f"{{{CUSTOM}}}property", given), f"{{{_TYPES}}}lpwstr").text = value
    return trees.to_bytes(whole)


def _label(document: Document) -> dict[str, str]:
    """Return the properties of a sensitivity label (Microsoft Information Protection SDK, label metadata)."""
    label, day = document.label, document.date or UNDATED
    if not label:
        return {}
    given = {"Enabled": "true", "SetDate": f"{day:%Y-%m-%d}T00:00:00Z", "Method": "Privileged", "Name": label.name}
    site = {"SiteId": label.site} if label.site else {}
    return {f"MSIP_Label_{label.id}_{name}": value for name, value in {**given, **site, "ContentBits": "1"}.items()}


def _colours(scheme: etree._Element, theme: Theme) -> None:
    for slot, colour in SLOTS.items():
        _add(_add(scheme, slot), "srgbClr", val=theme.colour(colour))


def _formats(scheme: etree._Element) -> None:
    """Return fills, lines and effects: the schema requires three of each, although no drawing here uses them."""
    for name in ("fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst"):
        group = _add(scheme, name)
        for _ in range(3):
            if name == "effectStyleLst":
                _add(_add(group, "effectStyle"), "effectLst")
            else:
                holder = _add(group, "ln", w="6350") if name == "lnStyleLst" else group
                _add(_add(holder, "solidFill"), "schemeClr", val="phClr")


def _a(tag: str, **attributes: str) -> etree._Element:
    return etree.Element(f"{{{DRAWING}}}{tag}", attributes, nsmap={"a": DRAWING})


def _add(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{DRAWING}}}{tag}", attributes)
