"""Document skeletons: complete documents that come with csp_docs, for authors to fill in."""

from __future__ import annotations

from csp_docs.council.shipped import shipped
from csp_docs.errors import Code, CspDocsError, Problem, did_you_mean
from csp_docs.reading.tree import read


def names() -> dict[str, str]:
    """Return the skeletons, in alphabetical order: the name of each with its title."""
    return {path.stem: str(read(path)["title"]) for path in sorted(shipped("documents").glob("*.yaml"))}


def content(name: str) -> bytes:
    """Return the file of the skeleton called ``name``. Raises CspDocsError for an unknown name."""
    known = names()
    if name not in known:
        fact = f'there is no document skeleton "{name}"'
        raise CspDocsError([Problem(Code.UNKNOWN_SKELETON, fact, did_you_mean(name, known, "skeletons"))])
    return (shipped("documents") / f"{name}.yaml").read_bytes()
