"""What is before the body: the cover of a publication, the masthead of a report."""

from __future__ import annotations

from csp_docs.blocks import Align, Cover, CoverLine, CoverRole, HeadLook, Inlines, Logo, Masthead
from csp_docs.writers.html.elements import NOTHING, Html, h, joined
from csp_docs.writers.html.inlines import written
from csp_docs.writers.html.story import Story


def cover(story: Story, given: Cover) -> Html:
    """Return the cover: its lines in their order, then its picture."""
    lines = [_logo(story, given.logo)] if given.logo else []
    lines += [_line(story, line) for line in given.lines]
    if given.picture:
        from csp_docs.writers.html.blocks.figures import content_html

        lines.append(content_html(story, given.picture))
    return h("header", joined(lines), class_=f"cover {given.ground.value}")


def masthead(story: Story, given: Masthead) -> Html:
    """Return the lines that say who wrote the paper and who it is for, and its title."""
    logo = _logo(story, given.logo) if given.logo else NOTHING
    lines = [h("p", written(story, line), class_=_looks(look)) for line, look in given.looked]
    heading = title(story, given.title) if given.title else NOTHING
    if given.title_align is not Align.LEFT:
        heading = h("div", heading, class_=given.title_align.value)
    return h("header", logo, joined(lines), heading, class_="masthead")


def _looks(look: HeadLook) -> str | None:
    names = [*([] if look.align is Align.LEFT else [look.align.value]), *([] if look.bold else ["plain"])]
    return " ".join(names) or None


def _logo(story: Story, logo: Logo) -> Html:
    from csp_docs.writers.html.blocks.figures import content_html

    side = "" if logo.align is Align.LEFT else f" {logo.align.value}"
    return h("div", content_html(story, logo.figure), class_=f"logo{side}")


def title(story: Story, inlines: Inlines) -> Html:
    """Return the title of a document: the one heading of level 1, if no other title was before it."""
    if story.titles:
        return h("p", written(story, inlines), class_="title")
    story.titles.append(inlines)
    return h("h1", written(story, inlines))


def _line(story: Story, line: CoverLine) -> Html:
    if line.role is CoverRole.TITLE:
        return title(story, line.inlines)
    return h("p", written(story, line.inlines), class_=line.role.value)
