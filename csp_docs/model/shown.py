"""How parts of the model show themselves as Python, in few words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from reprlib import Repr
from typing import Any

from attrs import Factory, fields, has

_MADE: Any = type(Factory(dict))
_ITEMS, _LEVELS, _LETTERS = 4, 4, 60


class _Short(Repr):
    """Shows values in few words. A text that knows its place is shown as a text; what is left out is an ellipsis."""

    def __init__(self, usual: Callable[[object], str], levels: int = _LEVELS) -> None:
        super().__init__()
        self.usual = usual
        self.maxtuple = self.maxlist = self.maxdict = _ITEMS
        self.maxlevel, self.maxstring, self.maxother, self.fillvalue = levels, _LETTERS, _LETTERS, "…"

    def repr1(self, x: Any, level: int) -> str:
        if isinstance(x, str):
            return self.repr_str(x, level)
        if not has(type(x)):
            return super().repr1(x, level)
        shows: Any = type(x).__repr__
        if shows is not self.usual:
            return repr(x)
        given = ", ".join(self._given(x, level)) if level > 0 else "…"
        return f"{type(x).__name__}({given})"

    def _given(self, x: Any, level: int) -> Iterator[str]:
        """Yield what is not as usual in a part of the model."""
        for field in fields(type(x)):
            value = getattr(x, field.name)
            if field.init and field.repr and value != _usual(field.default):
                show = field.repr if callable(field.repr) else None
                yield f"{field.name}={show(value) if show else self.repr1(value, level - 1)}"


def _usual(default: Any) -> Any:
    """Return the value that a field has if it is not given."""
    return default.factory() if isinstance(default, _MADE) else default


def in_few_words(part: object, usual: Callable[[object], str], levels: int = _LEVELS) -> str:
    """Return a part of the model as Python: what is as usual is left out, and what is long is shortened.

    What is deeper than so many ``levels`` is an ellipsis. Classes whose ``__repr__`` is not the ``usual`` one are shown
    as that says.
    """
    return _Short(usual, levels).repr(part)
