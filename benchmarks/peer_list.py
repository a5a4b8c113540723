"""The peers: what a user might pick instead of csp_docs, and what each of them does of the same document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

NODE_SCRIPT = Path(__file__).parent / "peers" / "word_docx_npm.mjs"
MANY = "import sys; from benchmarks.many import main; main(*sys.argv[1:])"


@dataclass(frozen=True)
class Does:
    """What becomes of the parts of the document that not every library can write."""

    chart: str
    contents: str
    access: str
    left_out: str = "nothing"


@dataclass(frozen=True)
class Peer:
    """A library: the package that has its version, the module and the function that use it, and what it does.

    The module of a library for Node.js is empty, and the function says how its contents are filled in.
    """

    name: str
    ending: str
    package: str
    module: str
    function: str
    does: Does

    def command(self, python: str, node_modules: Path, folder: Path, files: list[Path]) -> list[str]:
        """Return the command that writes a document for each of ``files`` to ``folder``, in one process."""
        if not self.module:
            return ["node", str(NODE_SCRIPT), str(node_modules), self.function, str(folder), *map(str, files)]
        return [python, "-c", MANY, self.module, self.function, str(folder), self.ending, *map(str, files)]


FIELD = "filled in by Word when it opens the file"
WORD = "headings, lists and header rows are Word's own"
OURS = {
    "pdf": Does("its own", "with page numbers", "PDF/UA-1 and PDF/A-2a"),
    "docx": Does("Word's own", "with page numbers", WORD),
}
"""What csp_docs does."""
PEERS = [
    Peer("typst", "pdf", "typst", "pdf_typst", "build", Does("drawn by its user", "with page numbers", "PDF/UA-1")),
    Peer("weasyprint", "pdf", "weasyprint", "pdf_weasyprint", "build",
         Does("an SVG of its user", "with page numbers", "PDF/UA-1")),
    Peer("platypus", "pdf", "reportlab", "pdf_platypus", "build",
         Does("its own", "with page numbers", "none", "tags, embedded fonts")),
    Peer("docxtpl", "docx", "docxtpl", "word_docxtpl", "build",
         Does("none", FIELD, WORD, "the chart, page numbers of contents, lists that start again")),
    Peer("docxtpl-picture", "docx", "docxtpl", "word_docxtpl", "build_with_picture",
         Does("a picture", FIELD, WORD, "page numbers of contents, lists that start again, words for the picture")),
    Peer("python-docx", "docx", "python-docx", "word_python_docx", "build",
         Does("a picture", FIELD, WORD, "page numbers of contents")),
    Peer("docx-npm", "docx", "docx", "", "field", Does("Word's own", FIELD, WORD, "page numbers of contents")),
    Peer("docx-npm-pages", "docx", "docx", "", "pages", Does("Word's own", "with page numbers, estimated", WORD)),
]  # fmt: skip
