"""The Word writer: real styles, lists, fields and notes, as if made by hand; the same bytes on every machine."""

from __future__ import annotations

from csp_docs.blocks import Document
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.blocks.body import write_body
from csp_docs.writers.word.drawings.drawings import document_root
from csp_docs.writers.word.file import parts
from csp_docs.writers.word.file.elements import to_bytes, w
from csp_docs.writers.word.file.package import Package
from csp_docs.writers.word.pages.pages import Pages
from csp_docs.writers.word.story import Story
from csp_docs.writers.word.styles.spaced import SpacedStyles
from csp_docs.writers.word.stylesheet import Given, styles_of


def render_docx(document: Document, theme: Theme, words: str) -> bytes:
    """Return ``document`` (with its numbers) as a Word file (ISO/IEC 29500, transitional).

    Word itself numbers headings, paragraphs, lists, captions and notes, and gets the same numbers as ``document``.
    The file carries the fingerprint of its ``words``.
    """
    story, pages, spaced = Story(document, theme), Pages(document, theme), SpacedStyles()
    body = spaced.applied(document_root(w("body", *write_body(story, pages))))  # one copy at a time: it is long
    notes = spaced.applied(parts.footnotes_part(story.notes))
    of_documents, contents = tuple(story.lists.of_documents), tuple(story.contents.items())
    heads, spaces = tuple(story.heads.items()), tuple(spaced.found.items())
    given = Given(
        document.numbering,
        document.language,
        theme,
        of_documents,
        contents,
        heads,
        spaces,
        story.has_small_tables,
    )
    styles = styles_of(given)
    package = Package(styles.part_in(body), story.links)
    package.add("styles", styles.part)
    package.add("numbering", to_bytes(story.lists.part()))
    package.add("settings", parts.settings_part(document))
    package.add("fontTable", parts.font_table_part(theme))
    package.add("theme", parts.theme_part(theme), name="theme/theme1")
    package.add("footnotes", styles.part_in(notes), story.note_links)
    if story.comments.written:
        package.add("comments", to_bytes(story.comments.part()))
    package.add_pictures(story.media)
    package.add_charts(story.media)
    for part in pages.parts.parts:
        package.add(part.kind, part.content, name=part.name, id=part.id)
    package.describe(document, parts.extended_properties_part(), parts.custom_properties_part(words, document))
    return package.to_bytes()
