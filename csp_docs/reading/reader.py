"""Reads values by the types of their fields, with a hook for each kind of type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias, TypeGuard

from csp_docs.errors import Code
from csp_docs.reading.faults import Refused, refused
from csp_docs.reading.tree import NoValue

Hook: TypeAlias = Callable[["Reader", Any, Any], Any]
Fits: TypeAlias = Callable[[Any], bool]


class Reader:
    """Reads values by the types of their fields, for an edition in one language (``en`` or ``cy``)."""

    def __init__(
        self, language: str, of_types: Mapping[Any, Hook], hooks: Sequence[tuple[Fits, Hook]], of_class: Hook
    ) -> None:
        self.language = language
        self._of_class = of_class
        self._hooks = hooks
        self._of_types = {kind: partial(hook, self) for kind, hook in of_types.items()}

    def read(self, value: object, kind: Any) -> Any:
        """Return ``value`` as a ``kind``. Raises Refused."""
        if isinstance(value, NoValue):
            raise Refused
        hook = self._of_types.get(kind) or self._hook(kind)
        return hook(value, kind)

    def _hook(self, kind: Any) -> partial[Any]:
        """Return the reader for values of ``kind``: the first hook that fits."""
        found = next(hook for fits, hook in self._hooks if fits(kind))
        self._of_types[kind] = made = partial(found, self)
        return made

    def read_class(self, value: object, cls: type) -> Any:
        """Return the mapping ``value`` as an object of ``cls``, without its special forms. Raises Refused."""
        return self._of_class(self, value, cls)

    def edition(self, value: object) -> Any:
        """Return the text or list in the edition's language, if ``value`` is in several. Raises Refused."""
        if in_languages(value):
            if self.language not in value:
                fact = f'the text for "{self.language}" is missing, and there is only "{next(iter(value))}"'
                raise refused(Code.LANGUAGE_MISSING, fact, f'add "{self.language}: …"', at=value)
            value = value[self.language]
        if isinstance(value, NoValue):
            raise Refused
        return value


def in_languages(value: object) -> TypeGuard[Mapping[str, Any]]:
    """Tell whether a value is a mapping of languages."""
    return isinstance(value, Mapping) and bool(value) and value.keys() <= {"en", "cy"}
