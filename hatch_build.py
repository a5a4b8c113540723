"""Build step: the four static faces of Arimo and their measures, from the variable fonts of ``fontpkg-arimo``."""

from __future__ import annotations

import json
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
        """Make the files that do not exist yet and name them as artifacts of the build."""
        make_files(Path(self.root) / DATA)
        build_data["artifacts"] += [f"/{DATA.as_posix()}/*.ttf", f"/{DATA.as_posix()}/*.json"]


def make_files(folder: Path) -> None:
    """Write each face and its measures into ``folder``, except those that exist."""
    for style, source, weight in FACES:
        face, measures = (folder / f"Arimo-{style}{ending}" for ending in (".ttf", ".json"))
        if not face.exists():
            make_face(source, weight, face)
        if not measures.exists():
            measure_face(face, measures)


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


def measure_face(source: Path, target: Path) -> None:
    """Write to ``target`` the characters of the face in ``source``, their glyphs and widths, in units of the font."""
    from fontTools.ttLib import TTFont

    with TTFont(source) as face:
        names, advances, look = face.getBestCmap(), face["hmtx"], face["OS/2"]
        measures = {
            "units": face["head"].unitsPerEm,
            "ascent": look.sTypoAscender,
            "descent": -look.sTypoDescender,
            "characters": "".join(map(chr, names)),
            "glyphs": [face.getGlyphID(name) for name in names.values()],
            "widths": [advances[name][0] for name in names.values()],
        }
    unfinished = target.with_suffix(".part")
    unfinished.write_text(json.dumps(measures, ensure_ascii=False), encoding="utf-8")
    unfinished.replace(target)
