"""The logo or crest of the council."""

from __future__ import annotations

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.compose.context import Context
from csp_docs.council.layouts import LogoPlace
from csp_docs.errors import CspDocsError, Origin, origin_of
from csp_docs.reading.folder import Folder
from csp_docs.reading.pictures import picture_or_drawing, read_picture
from csp_docs.theme.theme import POINTS_PER_CM

_ALIGNS = {LogoPlace.LEFT: b.Align.LEFT, LogoPlace.CENTRE: b.Align.CENTRE, LogoPlace.RIGHT: b.Align.RIGHT}


def logo(context: Context) -> b.Logo | None:
    """Return the logo that the template gives, where the layout wants it; None, and a problem, if it cannot be read."""
    given, place, page = context.council.council.logo, context.layout.logo, context.theme.page
    if place is LogoPlace.NO:
        return None
    room = page.text_width, given.height * POINTS_PER_CM
    try:
        if isinstance(given.file, bytes):
            shown = picture_or_drawing(given.file, "the logo", room)
        else:
            shown = read_picture(given.file, Folder.of(given.file), room)
    except CspDocsError as error:
        place_of_file = origin_of(given.file) or Origin(path="council.council.logo")
        context.problems.extend(evolve(found, origin=found.origin or place_of_file) for found in error.findings)
        return None
    scale = min(room[0] / shown.width, room[1] / shown.height)
    alt = context.bare(given.alt) or context.plain(context.council.council.name)
    return b.Logo(shown, alt, (shown.width * scale, shown.height * scale), _ALIGNS[place])
