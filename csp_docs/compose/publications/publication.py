"""What publications have in common: pages before the body, the body in the author's order, appendices."""

from __future__ import annotations

from functools import partial
from itertools import takewhile

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.access import saying_access
from csp_docs.compose.appendices import appendices, back_matter
from csp_docs.compose.assembled import assembled
from csp_docs.compose.context import Composed, PublicationContext
from csp_docs.compose.numbering import numbering
from csp_docs.compose.patterns import style_of
from csp_docs.compose.publications.front import front_pages, paged
from csp_docs.compose.scope import scope_of
from csp_docs.compose.sections import sections
from csp_docs.compose.unprinted import not_printed, warn_of_unprinted
from csp_docs.council.layouts import CoverField, FrontPage, parts_of
from csp_docs.council.template import CouncilTemplate
from csp_docs.measures import formats
from csp_docs.model import ModelPart, Publication
from csp_docs.text.expressions import Scope, names_in


def publication_scope(given: Publication, council: CouncilTemplate) -> Scope:
    """Return what ``{{ }}`` can use in a publication."""
    language, style = given.language.value, council.formats.date.value
    return scope_of(given, council, period=given.period and formats.period(given.period, language, style))


def publication(context: PublicationContext, opening: Blocks = ()) -> Composed:
    """Return the publication as blocks, in the council's layout, and all problems in its texts.

    ``opening`` comes before the author's sections.
    """
    front = front_pages(context)
    added = appendices(context)
    lists, body = _split(sections(context.document.sections, context))
    before = paged(_with_lists(front, lists), if_needed=True)
    whole = paged((before, opening + body + added + back_matter(context, added)))
    composed = assembled(context, saying_access(whole, context), numbering(context), context.document.date)
    context.printed.add("sections")
    warn_of_unprinted(context, partial(_unprinted, context))
    return composed, tuple(context.problems)


def _unprinted(context: PublicationContext, name: str) -> tuple[str, str]:
    """Return the fact about what nothing prints, and a hint for the layout or for the author."""
    kind, (head, _, part) = context.document.kind.replace("_", " "), name.partition(".")
    if head == "partnership":
        return not_printed(name), f"write {{{{ {name} }}}} in a text, or remove it"
    style = style_of(head, context)
    if style and part == "title":  # every item must have one
        or_else = ", or remove `heading`, which replaces it" if "heading" in names_in(style.heading) else ""
        return not_printed(name), f"write {{{{ title }}}} in a pattern of the layout{or_else}"
    if style and part == "heading":
        return not_printed(name), "write {{ heading }} in a pattern of the layout, or remove it"
    if style and part in parts_of(style.kind) and part not in style.fields:
        return not_printed(name), f'add "{part}" to the `parts` that the layout gives these items'
    if head == "cover_picture":
        return not_printed(name), "add `cover_style: picture` to the layout, or remove it"
    if name in {page.value for page in FrontPage}:
        return not_printed(name), f"add `{name}` to the layout's `front`"
    if name in {field.value for field in CoverField}:
        return not_printed(name), "add it to the layout's `cover`, and `cover` to its `front`"
    if head in {part.value for part in ModelPart}:
        return f'the {kind} does not print its "{name}"', f"add `generate: {head}` to the sections"
    return f'a {kind} has no place for "{name}"', "write it in the text, or remove it"


def _split(body: Blocks) -> tuple[Blocks, Blocks]:
    """Return the contents and lists of captions at the start of the body, and the rest of it."""
    lists = tuple(takewhile(lambda block: isinstance(block, b.Contents), body))
    return lists, body[len(lists) :]


def _with_lists(front: tuple[Blocks, ...], lists: Blocks) -> tuple[Blocks, ...]:
    """Return the pages before the body; lists follow the contents, or begin a new page."""
    if not any(isinstance(page[-1], b.Contents) for page in front):
        return (*front, lists) if lists else front
    return tuple(page + lists if isinstance(page[-1], b.Contents) else page for page in front)
