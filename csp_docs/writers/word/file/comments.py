"""Comments on words that wait for something: they say what somebody still owes."""

from __future__ import annotations

from csp_docs.blocks import Document, Pending
from csp_docs.writers.word.file.elements import Xml, root, run, text_content, w
from csp_docs.writers.word.file.paragraphs import paragraph

_LONGEST_INITIALS = 9
"""The longest initials: Word does not open a file with longer ones."""


class Comments:
    """The comments of one file, in reading order."""

    def __init__(self) -> None:
        self.written: list[Xml] = []

    def on(self, content: list[Xml], pending: Pending, document: Document) -> list[Xml]:
        """Return ``content`` with a comment that says who owes ``pending``."""
        number = len(self.written)
        self.written.append(_comment(number, pending.comment, document))
        reference = run([w("rStyle", val="CommentReference")], w("commentReference", id=number))
        return [w("commentRangeStart", id=number), *content, w("commentRangeEnd", id=number), reference]

    def part(self) -> Xml:
        """Return the root of the comments part."""
        return root("w:comments", *self.written)


def _comment(number: int, words: str, document: Document) -> Xml:
    label = run([w("rStyle", val="CommentReference")], w("annotationRef"))
    written = paragraph("CommentText", [label, run((), *text_content(words))])
    dated = {"date": f"{document.date}T00:00:00Z"} if document.date else {}
    return w("comment", written, id=number, author=document.author, initials=_initials(document.author), **dated)


def _initials(author: str) -> str:
    return "".join(word[0] for word in author.split())[:_LONGEST_INITIALS]
