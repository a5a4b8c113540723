"""Blocks with pages of their own: covers, contents, landscape and blank pages, documents inside appendices."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from csp_docs.blocks import BlankPage, Contents, Cover, CoverRole, Embedded, Landscape, Part, Picture
from csp_docs.theme.theme import CoverLook, Theme
from csp_docs.typesetting.contents import has_contents
from csp_docs.typesetting.titles import Balanced, balanced
from csp_docs.writers.word.blocks.contents import write_contents
from csp_docs.writers.word.blocks.figures import write_logo
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.language import set_language, written_in
from csp_docs.writers.word.file.measures import narrowed, twips
from csp_docs.writers.word.pages.pages import PageKind
from csp_docs.writers.word.styles.page_styles import above_middle, cover_look, cover_style, frame_at_foot

if TYPE_CHECKING:
    from csp_docs.writers.word.blocks.writer import BodyWriter


def write_pages(writer: BodyWriter, block: Cover | Contents | Landscape | Part | BlankPage | Embedded) -> None:
    """Write a block with pages of its own."""
    match block:
        case Cover():
            _cover(writer, block)
        case Contents():
            write_contents(writer, block)
        case Landscape():
            _landscape(writer, block)
        case Part():
            _part(writer, block)
        case BlankPage():
            _blank_page(writer, block)
        case Embedded():
            _embedded(writer, block)
        case _:
            assert_never(block)


def _cover(writer: BodyWriter, cover: Cover) -> None:
    """Write a cover; the next block begins on a new page."""
    pages = writer.pages
    around, pages.wanted = pages.wanted, pages.wanted._replace(cover=True)
    theme, inside = writer.story.theme, bool(writer.story.shift)
    look = cover_look(theme, inside=inside)
    above = 0.0
    if cover.logo:
        write_logo(writer, cover.logo, "CoverLogo", *_above_logo(look, theme))
        above = look.logo_top + cover.logo.size[1]
    begins = [w("spacing", before=twips(look.top - above))]
    for line in cover.lines:
        framed = line.role is CoverRole.DETAIL
        place = [frame_at_foot(theme)] if framed else begins
        style, title = cover_style(line.role, theme, inside=inside), line.role is CoverRole.TITLE
        room = theme.page.text_width
        words, narrower = balanced(line.inlines, look.title, room) if title else Balanced(line.inlines)
        writer.flow.paragraph(style, writer.inlines(words), *narrowed(place, narrower))
        begins = begins if framed else []
        if title:
            writer.flow.paragraph("EmbeddedCoverRule" if inside and theme.inner_cover else "CoverRule", [])
    _close_cover(writer, cover, look)
    pages.wanted, writer.flow.new_page = around, True


def _above_logo(look: CoverLook, theme: Theme) -> list[Xml]:
    """Return the space above the logo of a cover if that of its style is for the other kind of cover."""
    return [] if look.logo_top == theme.cover.logo_top else [w("spacing", before=twips(look.logo_top))]


def _close_cover(writer: BodyWriter, cover: Cover, look: CoverLook) -> None:
    """Write the paragraph that places the frame of the details and the picture, and ends the section."""
    if cover.lines[-1:] != cover.details[-1:] and not look.picture:
        return
    last = writer.flow.thin_paragraph()
    if look.picture and cover.picture and isinstance(cover.picture.content, Picture):
        from csp_docs.writers.word.drawings.pictures import cover_run

        size = writer.story.theme.page.width, look.picture
        last.content.append(cover_run(writer.story, cover.picture, cover.picture.content, size))


def _landscape(writer: BodyWriter, landscape: Landscape) -> None:
    """Write blocks on landscape pages; the next block begins on a new page."""
    pages = writer.pages
    around, pages.wanted = pages.wanted, pages.wanted._replace(turned=True)
    measure = pages.wanted.theme(writer.story.theme).page.text_width
    writer._replace(measure=measure).blocks(landscape.blocks)
    pages.wanted, writer.flow.new_page = around, True


def _part(writer: BodyWriter, part: Part) -> None:
    """Write a part with its own access on pages with its marking; the next block begins on a new page."""
    pages = writer.pages
    if part.marking == pages.wanted.furniture.marking:
        writer.blocks(part.blocks)
        return
    around, pages.wanted = pages.wanted, pages.wanted.marked(part.marking)
    writer.blocks(part.blocks)
    pages.wanted, writer.flow.new_page = around, True


def _blank_page(writer: BodyWriter, blank: BlankPage) -> None:
    """Write words in the middle of a page, by space above them; a page that is turned has less than the style says."""
    theme = writer.story.theme
    down = above_middle(writer.pages.wanted.theme(theme))
    turned = [] if down == above_middle(theme) else [w("spacing", before=twips(down))]
    writer.flow.new_page = True
    writer.flow.paragraph("BlankPage", writer.inlines(blank.inlines), *turned)
    writer.flow.new_page = True


def _embedded(writer: BodyWriter, embedded: Embedded) -> None:
    """Write another document inside an appendix; the heading of the appendix is already on its first page."""
    document, around = embedded.document, writer.story
    story, elements = around.inside(document), writer.flow.elements
    writer.pages.wanted = PageKind.of(document)
    begun, notes = len(elements), len(story.notes)
    writer._replace(story=story, zone=story.zones.page, level=0, appendix=False).blocks(document.blocks)
    languages = document.language, around.document.language
    elements[begun:] = [written_in(element, *languages) for element in elements[begun:]]
    story.notes[notes:] = [set_language(note, *languages) for note in story.notes[notes:]]
    if has_contents(document):
        start, end = story.bookmark(story.range, [])
        elements.insert(begun, start)
        writer.flow.end_in_paragraph().content.append(end)
