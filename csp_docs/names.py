"""Help with misspelt names."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str], what: str = "known names") -> str:
    """Return a hint: the nearest known name, if one is near, and all that are known."""
    names = sorted(known)
    near = get_close_matches(name, names, n=1)
    guess = f'did you mean "{near[0]}"? ' if near else ""
    return f"{guess}{what}: {', '.join(names) or 'none'}"
