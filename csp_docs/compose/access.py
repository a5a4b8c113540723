"""What is not for the public: how it is marked in the whole edition, and what the public edition has in its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Inlines
from csp_docs.compose.context import Context
from csp_docs.council.nations import LAWS
from csp_docs.errors import Code, origin_of
from csp_docs.measures.formats import and_before, soft_mutated
from csp_docs.model import Access, CouncilDocument, Language, Status

C = TypeVar("C", bound=Context)
_AFTER_O = re.compile(r"\b(?:o|dan)\s+\{(\w+)\}", re.IGNORECASE)
_ON_COVER = "the access of the paper"
_INTEREST = "the public interest in the paper"
"""Noted as printed when a row of the cover sheet says it."""


def inside(access: Access | None, context: C, at: str) -> C:
    """Return the context of the content of a part with ``access``, which begins ``at`` a text."""
    if access is None:
        return context
    if not access.closed:
        if context.closed and not access.marking:
            fact = "a part of something that is not for the public is marked as open"
            hint = "only an appendix of a document can be open when the document is not: remove `access` here"
            context.problem(Code.OPEN_INSIDE_CLOSED, fact, hint, at)
        return context
    check_paragraphs(access, context, at)
    return context.for_closed()


def check_paragraphs(access: Access, context: Context, at: str) -> None:
    """Note a problem for each paragraph that the law of the council's nation does not have."""
    law, nation = LAWS[context.council.council.nation], context.council.council.nation.value.replace("_", " ").title()
    for number in access.exempt:
        if not law.first <= number <= law.last:
            fact = f"there is no paragraph {number} in {schedule(context)}, which applies in {nation}"
            hint = (
                f"give paragraphs from {law.first} to {law.last}, or name the `nation` of the council in its template"
            )
            context.problem(Code.WRONG_PARAGRAPH, fact, hint, number if origin_of(number) else at)


def marking(access: Access, context: Context) -> str:
    """Return why something is not for the public, in the council's words on one line; empty if it is."""
    return " – ".join(grounds("access", access, context)).replace("\n", " – ")


def access_of_paper(context: Context) -> str:
    """Return the access of the whole paper: why it is not for the public, why parts of it are not, or that it is.

    Empty for a paper that is for the public if its council has no words for that.
    """
    context.printed.add(_ON_COVER)
    own, parts = context.document.access, part_marking(context)
    return "\n".join(grounds("access", own, context)) or parts or context.term("access_open")


def protective(access: Access, context: Context) -> str:
    """Return the protective marking, each line of which ends with a line break; empty if there is none."""
    lines = (context.plain(line).strip() for line in access.marking.splitlines())
    return "".join(f"{line}\n" for line in most_marked(lines))


def most_marked(lines: Iterable[str]) -> Iterator[str]:
    """Yield each line of a protective marking once; not one that another says with more words.

    >>> list(most_marked(["OFFICIAL", "COMMERCIAL", "OFFICIAL – SENSITIVE"]))
    ['COMMERCIAL', 'OFFICIAL – SENSITIVE']
    """
    given = list(dict.fromkeys(filter(None, lines)))
    words = {line: tuple(re.findall(r"\w+", line.casefold())) for line in given}
    for line, own in words.items():
        if not any(len(own) < len(other) and other[: len(own)] == own for other in words.values()):
            yield line


def in_lines(words: str) -> Inlines:
    """Return words with breaks between their lines."""
    return tuple(inline for line in words.splitlines() for inline in (b.LineBreak(), b.Text(line)))[1:]


def on_pages(access: Access, context: Context) -> str:
    """Return the marking of pages: the protective one, the word for a draft, and why they are not for the public."""
    draft = context.term("draft") if context.document.status is Status.DRAFT else ""
    return protective(access, context) + " – ".join(filter(None, [draft, marking(access, context)]))


def grounds(name: str, access: Access, context: Context) -> Iterator[str]:
    """Yield the council's words called ``name`` for each ground why something is not for the public."""
    if access.confidential:
        yield _with_law(f"{name}_confidential", context, section=_section(context))
    if access.exempt:
        words = {"paragraphs": _paragraphs(access, context), "schedule": schedule(context)}
        yield _with_law(f"{name}_exempt", context, **words)


def _with_law(name: str, context: Context, **words: str) -> str:
    """Return a term with ``words`` of the law in it; in Welsh, with a soft mutation after "o" and "dan"."""
    if context.document.language is Language.WELSH:
        mutated = _AFTER_O.findall(context.council.terms[name])
        words = {key: soft_mutated(value) if key in mutated else value for key, value in words.items()}
    return context.term(name, **words)


def _paragraphs(access: Access, context: Context) -> str:
    numbers = [str(number) for number in sorted(access.exempt)]
    joining = and_before(numbers[-1], context.term("and"), context.document.language.value)
    listed = f" {joining} ".join(filter(None, [", ".join(numbers[:-1]), numbers[-1]]))
    return f"{context.term('paragraph' if len(numbers) == 1 else 'paragraphs')} {listed}"


def schedule(context: Context) -> str:
    """Return the Schedule that lists what is exempt, by the law of the council's nation."""
    return context.term(f"schedule_{context.council.council.nation.value}")


def _section(context: Context) -> str:
    return context.term(f"confidential_{context.council.council.nation.value}")


def part_marking(context: Context) -> str:
    """Return why parts of a document are not for the public; empty if all are, or if nothing of it is."""
    whole = Access() if context.document.access.closed else _of_parts(context)
    each = grounds("access", whole, context)  # each begins a sentence, after that of "access_part"
    reasons = ". ".join(each).replace("\n", " ")
    return context.term("access_part", access=reasons) if reasons else ""


def _of_parts(context: Context) -> Access:
    """Return all grounds why parts of a document are not for the public."""
    found = context.document.closed_parts
    numbers = tuple({number for access in found for number in access.exempt})
    return Access(numbers, confidential=any(access.confidential for access in found))


def notice_for_list(context: Context) -> Blocks:
    """Return what the public edition has in place of contents or a list of which all entries are left out."""
    access = _of_parts(context)
    return notice(access, context.words("this_section"), context) if access.closed else ()


def reason_of_paper(context: Context, without: Collection[str]) -> Blocks:
    """Return why the whole paper is not for the public, without the reasons that other rows print."""
    access = context.document.access
    said = described(access, context)
    if "access.reason" in without:
        access = evolve(access, reason="")
    if "access.public_reason" in without:
        access = evolve(access, public_reason="")
    context.printed.update(("access.public_reason", _INTEREST))
    return said + reasons(access, context) + weighed(access, context)


def saying_access(blocks: Blocks, context: Context) -> Blocks:
    """Return the blocks of a document whose first page says that parts of it are not for the public, if no row does.

    The first page of one that is not for the public says why in the words for the public, and that the public interest
    was weighed, if no row does.
    """
    access, words = context.document.access, "" if _ON_COVER in context.printed else part_marking(context)
    lines = [(b.Text(words),)] if words else _for_public(access, context)
    context.printed.add("access.public_reason")
    return on_first_page(lines, blocks)


def _for_public(access: Access, context: Context) -> list[Inlines]:
    """Return the lines for the public on why the whole paper is not for it, without those that a row prints."""
    lines = [context.inlines(access.public_reason)] if "access.public_reason" not in context.printed else []
    return [*lines, *(() if _INTEREST in context.printed else interest(access, context))]


def on_first_page(lines: Iterable[Inlines], blocks: Blocks) -> Blocks:
    """Return blocks with lines on the cover, or below the title at the top of the page."""
    said = tuple(filter(None, lines))
    match blocks:
        case _ if not said:
            return blocks
        case (b.Cover() as cover, *rest):
            added = (b.CoverLine(b.CoverRole.STATEMENT, words) for words in said)
            return (evolve(cover, lines=(*cover.lines, *added)), *rest)
        case (b.Masthead() as masthead, *rest):
            return (masthead, b.Masthead(said), *rest)
    return (b.Masthead(said), *blocks)


def title_by_access(title: str, access: Access | None, context: Context) -> Inlines:
    """Return the title of a part with ``access``, which says so if it is not for the public."""
    if not (access and access.closed):
        return context.inlines(title)
    words = context.for_closed().inlines(title)
    return (closed_words(words, access, context), suffix(access, context))


def closed_words(words: Inlines, access: Access, context: Context) -> b.Closed:
    """Return the words of a title or name, and what the public edition has in their place."""
    public = context.for_public().bare(access.public_title) or context.term("not_public")
    return b.Closed(words, (b.Text(public),), named=bool(access.public_title))


def described(access: Access, context: Context) -> Blocks:
    """Return what the law says is exempt under the paragraphs of an access that has no reason of its own."""
    nation = context.council.council.nation
    law, numbers = LAWS[nation], () if access.reason else sorted(access.exempt)
    known = (number for number in numbers if law.described and law.first <= number <= law.last)
    words = (context.term(f"exempt_{nation.value}_{number}") for number in known)
    return tuple(b.Paragraph((b.Text(f"{said[:1].upper()}{said[1:]}."),)) for said in words)


def reasons(access: Access, context: Context) -> Blocks:
    """Return why something is not for the public: in the council's words, and in those for the public."""
    given = (reason for reason in (access.reason, access.public_reason) if reason)
    return tuple(block for reason in given for block in context.paragraphs(reason))


def notice(access: Access, subject: Inlines, context: Context) -> Blocks:
    """Return what the public edition prints in place of a part."""
    said = context.for_public().paragraphs(access.public_reason) if access.public_reason else ()
    return (b.Paragraph(tuple(_left_out(access, subject, context))), *said, *weighed(access, context))


def withheld(given: CouncilDocument, context: Context) -> b.Withheld | None:
    """Return what the public edition has of a document that is not for the public; None for one that is."""
    access = given.access
    if not access.closed:
        return None
    check_paragraphs(access, context, given.title)
    words = context.for_public().bare(access.public_title) or context.term("not_public")
    head = b.Masthead((context.inlines(context.council.council.name),))
    said = notice(access, (b.Text(context.term("this_paper")),), context)
    blocks = (head, b.Section((b.Text(words),), said, numbered=False))
    return b.Withheld(words, blocks, on_pages(Access(), context), suffix(access, context))


def suffix(access: Access, context: Context) -> b.Text:
    """Return what is printed after a title that is not for the public: " (exempt)"."""
    return b.Text(f" ({word_for(access, context)})")


def word_for(access: Access, context: Context) -> str:
    """Return the council's word for something that is not for the public: "exempt" or "confidential"."""
    return context.term("confidential" if access.confidential else "exempt")


def _left_out(access: Access, subject: Inlines, context: Context) -> Iterator[b.Inline]:
    for place, sentence in enumerate(grounds("left_out", access, context)):
        before, _, after = sentence.partition("{part}")
        yield b.Text(f" {before}" if place else before)
        yield from subject
        yield b.Text(after)


def weighed(access: Access, context: Context) -> Blocks:
    """Return a paragraph on the public interest, if the law asks for it to be weighed under one of the paragraphs."""
    return tuple(map(b.Paragraph, interest(access, context)))


def interest(access: Access, context: Context) -> tuple[Inlines, ...]:
    """Return the sentence on the public interest, if the law asks for it to be weighed under one of the paragraphs."""
    unlisted = LAWS[context.council.council.nation].weighed.isdisjoint(access.exempt)
    return () if unlisted else (context.words("public_interest"),)
