"""Writes the schemas that are shipped, from the model and the tables of the docs: ``make schemas``."""

from __future__ import annotations

from pathlib import Path

from csp_docs.council.shipped import shipped
from csp_docs.documents.schema.files import files

DOCS = Path(__file__).parents[2] / "docs"


def main() -> None:
    """Write the schemas."""
    for name, content in files(DOCS).items():
        (shipped("schemas") / name).write_bytes(content)


if __name__ == "__main__":
    main()
