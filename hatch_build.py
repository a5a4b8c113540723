"""Build step: the four static faces of Arimo, made from the variable fonts of the package ``fontpkg-arimo``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = Path("csp_docs/writers/pdf/data")
UPRIGHT, ITALIC = "Arimo[wght].ttf", "Arimo-Italic[wght].ttf"
FACES = (("Regular", UPRIGHT, 400), ("Bold", UPRIGHT, 700), ("Italic", ITALIC, 400), ("BoldItalic", ITALIC, 700))
LAYOUT_TABLES = ("GDEF", "GPOS", "GSUB", "gasp")
"""Tables that a PDF writer without kerning and ligatures does not need."""


class FontHook(BuildHookInterface[Any]):
    """Puts the fonts into the package before it is packed; hatchling finds this class by its base class."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Make the faces that do not exist yet and name them as artifacts of the build."""
        folder = Path(self.root) / DATA
        for style, source, weight in FACES:
            target = folder / f"Arimo-{style}.ttf"
            if not target.exists():
                make_face(source, weight, target)
        build_data["artifacts"].append(f"/{DATA.as_posix()}/*.ttf")


def make_face(source: str, weight: int, target: Path) -> None:
    """Write the static face of ``weight`` to ``target``: the same bytes on every machine."""
    import fontpkg_arimo
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    fonts = Path(fontpkg_arimo.__file__).parent / "files"
    variable = TTFont(fonts / source, recalcTimestamp=False)
    face = instancer.instantiateVariableFont(variable, {"wght": weight}, updateFontNames=True)
    for table in LAYOUT_TABLES:
        if table in face:
            del face[table]
    unfinished = target.with_suffix(".part")
    face.save(unfinished)
    unfinished.replace(target)
