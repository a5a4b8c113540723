"""The styles that an officer finds: in the gallery are those that are applied by hand; others are hidden until used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from csp_docs.writers.word.file.elements import Xml, w

GALLERY = frozenset((
    "Normal", "BodyText", "NumberedParagraph", "ListBullet", "ListNumber", "TableText", "TableHeading", "TableFigure",
    "Callout", "Heading1", "Heading2", "Heading3", "Title", "Emphasis", "Strong", "Quote", "Caption",
))  # fmt: skip
"""The ids of the styles in the gallery."""

_LAST = 99
_BUILT_IN = 376
"""The number of styles that Word knows by name, since Word 2019."""


class BuiltIn(NamedTuple):
    """One of the styles that Word knows by name."""

    id: str
    name: str
    priority: int


HIDDEN = (w("semiHidden"), w("unhideWhenUsed"))
"""The properties of a style that is hidden until it is used."""


def visibility(id_: str) -> tuple[Xml, ...]:
    """Return the properties of a style that say whether it is in the gallery."""
    return (w("qFormat"),) if id_ in GALLERY else HIDDEN


def latent_styles(styles: Iterable[BuiltIn]) -> Xml:
    """Return what Word shows of its own styles: of those that the file does not have, none until it is used."""
    defaults = {"defLockedState": 0, "defUIPriority": _LAST, "defSemiHidden": 1, "defUnhideWhenUsed": 1}
    exceptions = (w("lsdException", name=style.name, **said) for style in styles if (said := _exception(style)))
    return w("latentStyles", *exceptions, **defaults, defQFormat=0, count=_BUILT_IN)


def _exception(style: BuiltIn) -> dict[str, int]:
    shown = {"semiHidden": 0, "unhideWhenUsed": 0, "qFormat": 1} if style.id in GALLERY else {}
    return {**({"uiPriority": style.priority} if style.priority != _LAST else {}), **shown}
