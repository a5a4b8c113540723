"""Pictures that a script gives as content, or as figures of drawing libraries.

No such library is imported: a figure is known by the method that its library saves it with.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from os import PathLike
from typing import Any, Protocol, TypeAlias, cast

from csp_docs.errors import Code
from csp_docs.model.values import ModelError, a

_DOTS = 200
"""The dots per inch of a figure: sharp on paper, also when it is enlarged to the width of the text."""
_SCREEN = 100
"""About as many dots per inch as plotly thinks that a screen has."""


class SavedAsFigure(Protocol):
    """A figure of matplotlib, or a grid of seaborn."""

    def savefig(self, *args: Any, **kwargs: Any) -> Any:
        """Save it."""


class InFigure(Protocol):
    """Axes of matplotlib, as seaborn and the plots of pandas return them."""

    def get_figure(self, *args: Any, **kwargs: Any) -> Any:
        """Return the figure that they are in."""


class MadeImage(Protocol):
    """A figure of plotly."""

    def to_image(self, *args: Any, **kwargs: Any) -> Any:
        """Return it as a picture."""


class Saved(Protocol):
    """A chart of altair, or an image of Pillow."""

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save it."""


Drawn: TypeAlias = SavedAsFigure | InFigure | MadeImage | Saved
"""What drawing libraries make."""
PictureLike: TypeAlias = str | PathLike[str] | bytes | bytearray | memoryview | BytesIO | Drawn
"""What a script may give as the file of a picture."""


def content_of(value: bytearray | memoryview | BytesIO | Drawn) -> bytes:
    """Return the content of a picture, which is saved as PNG if it is a figure. Raises ModelError.

    The same figure gives the same bytes.
    """
    if isinstance(value, bytearray | memoryview):
        return bytes(value)
    if isinstance(value, BytesIO):
        return value.getvalue()
    for method, saved in _SAVED.items():
        if not isinstance(value, type) and callable(getattr(value, method, None)):
            return _content(value, saved)
    return cast(bytes, value)  # the field refuses what is not


def _content(figure: Any, saved: Callable[[Any], Any]) -> bytes:
    """Return a figure as PNG, as its library saves it. Raises ModelError with what the library says if it cannot."""
    try:
        content = saved(figure)
    except ModelError:
        raise
    except Exception as error:  # a library may raise any exception, and often says in it what to install
        said = (str(error).strip().splitlines() or [type(error).__name__])[0]
        library = type(figure).__module__.partition(".")[0]
        fact = f"{a(type(figure).__name__)} of {library} cannot be saved as PNG: {said}"
        hint = f"install what {library} needs for PNG, or save the picture as a file and give its name"
        raise ModelError(Code.PICTURE_UNREADABLE, fact, hint) from error
    if not isinstance(content, bytes):
        fact = f"{a(type(figure).__name__)} was not saved as bytes"
        raise ModelError(Code.PICTURE_UNREADABLE, fact, "save it as PNG, and give the name of the file")
    return content


def _savefig(figure: SavedAsFigure) -> bytes:
    """Return a figure of matplotlib with all that is drawn, as notebooks show it, without the library's version."""
    content = BytesIO()
    figure.savefig(content, format="png", dpi=_DOTS, bbox_inches="tight", metadata={"Software": None})
    return content.getvalue()


def _of_axes(axes: InFigure) -> bytes:
    return content_of(axes.get_figure())


def _to_image(figure: MadeImage) -> Any:
    return figure.to_image(format="png", scale=_DOTS / _SCREEN)


def _save(chart: Saved) -> bytes:
    """Return a chart of altair, which takes ``ppi``, or an image of Pillow, which ignores it."""
    content = BytesIO()
    chart.save(content, format="png", ppi=_DOTS)
    return content.getvalue()


_SAVED: dict[str, Callable[[Any], Any]] = {
    "savefig": _savefig,
    "get_figure": _of_axes,
    "to_image": _to_image,
    "save": _save,
}
"""How figures are saved, by the method that one has; figures of matplotlib have the first two."""
