"""Where the files lie that come with csp_docs: council templates and document skeletons."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def shipped(folder: str) -> Path:
    """Return a folder of the templates (``councils``, ``documents``): in the package, or beside it in a checkout."""
    inside = Path(__file__).parent / "templates"
    return (inside if inside.is_dir() else Path(__file__).parents[1] / "templates") / folder
