"""Pictures, which are in the page itself."""

from __future__ import annotations

from base64 import b64encode

from csp_docs.blocks import Picture
from csp_docs.typesetting.sizes import POINTS_PER_PIXEL
from csp_docs.writers.html.elements import Html, h


def picture_html(picture: Picture, size: tuple[float, float], alt: str) -> Html:
    """Return a picture of ``size`` in points; it becomes smaller where there is less room."""
    data = f"data:image/{picture.format.value};base64,{b64encode(picture.data).decode()}"
    width, height = (max(1, round(side / POINTS_PER_PIXEL)) for side in size)
    return h("img", src=data, alt=alt, width=width, height=height)
