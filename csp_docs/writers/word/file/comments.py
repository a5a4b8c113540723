"""Comments on words that wait for something: they say what somebody still owes."""

from __future__ import annotations

from attrs import define, field
from lxml import etree

from csp_docs.blocks import Document, Pending
from csp_docs.writers.word.file.elements import paragraph_properties, run, text_content, w

_LONGEST_INITIALS = 9
"""The longest initials: Word does not open a file with longer ones."""


@define(eq=False, repr=False)
class Comments:
    """The comments of one file, in reading order."""

    written: list[etree._Element] = field(factory=list)

    def on(self, content: list[etree._Element], pending: Pending, document: Document) -> list[etree._Element]:
        """Return ``content`` with a comment that says who owes ``pending``."""
        number = len(self.written)
        self.written.append(_comment(number, pending.comment, document))
        reference = run([w("rStyle", val="CommentReference")], w("commentReference", id=number))
        return [w("commentRangeStart", id=number), *content, w("commentRangeEnd", id=number), reference]

    def part(self) -> etree._Element:
        """Return the root of the comments part."""
        return w("comments", *self.written)


def _comment(number: int, words: str, document: Document) -> etree._Element:
    style = paragraph_properties([w("pStyle", val="CommentText")])
    label = run([w("rStyle", val="CommentReference")], w("annotationRef"))
    paragraph = w("p", style, label, run((), *text_content(words)))
    dated = {"date": f"{document.date}T00:00:00Z"} if document.date else {}
    return w("comment", paragraph, id=number, author=document.author, initials=_initials(document.author), **dated)


def _initials(author: str) -> str:
    return "".join(word[0] for word in author.split())[:_LONGEST_INITIALS]
