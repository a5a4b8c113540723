"""Where to find the files that come with csp_docs: council templates and document skeletons."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def shipped(folder: str) -> Path:
    """Return a folder of the templates (``councils``, ``documents``): in the package, or next to it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "templates"
    return (inside if inside.is_dir() else package.parent / "templates") / folder


def content(path: Path) -> bytes:
    """Return the content of a shipped file."""
    return path.read_bytes()
