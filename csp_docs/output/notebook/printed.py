"""Documents and parts of them as they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve

from csp_docs.errors import Code, CspDocsError, Origin, Problem, errors_in
from csp_docs.model import Appendix, CouncilDocument, Plan, Section
from csp_docs.model.content import BLOCKS
from csp_docs.model.sections import SectionItem
from csp_docs.output.checked import checked
from csp_docs.output.notebook.outline import findings_html, outline_html
from csp_docs.writers.html.elements import NOTHING, Html, h, joined
from csp_docs.writers.html.page.fragment import blocks_fragment, document_fragment

_NO_COUNCIL = {"council": {"name": "Council"}}
_OF_THE_DOCUMENT = {
    Code.EXPRESSION_WITHOUT_VALUE,
    Code.PART_NOT_GIVEN,
    Code.PART_NOT_OF_KIND,
    Code.UNKNOWN_MEASURE,
    Code.UNKNOWN_NAME,
    Code.UNKNOWN_REFERENCE,
}
"""What only the document around a part can say."""
_LEFT_OUT = "References and values that only the document knows are left out here."


def html_of(part: object) -> str:
    """Return a document, or a part of one, as it is printed; a part that is not printed on its own as Python."""
    match part:
        case CouncilDocument():
            return document_html(part)
        case Section():
            return _part_html("sections[0]", sections=(part,))
        case Appendix():
            return _part_html("appendices[0]", appendices=(part,))
    if isinstance(part, BLOCKS):
        block: Any = part
        return _part_html("sections[0].content[0]", sections=(Section("", (block,)),))
    return h("pre", repr(part))


def document_html(document: CouncilDocument) -> str:
    """Return a document with what was found in it; only its outline if it has errors."""
    try:
        found = checked(document)
    except CspDocsError as error:
        return outline_html(document, error.findings)
    if errors_in(found.findings):
        return outline_html(document, found.findings)
    return document_fragment(found.blocks, found.theme, findings_html(found.findings))


def _part_html(path: str, sections: tuple[SectionItem, ...] = (), appendices: tuple[Appendix, ...] = ()) -> str:
    """Return a part in a document that says nothing else, where its ``path`` is this."""
    found = checked(Plan("Document", council=_NO_COUNCIL, sections=sections, appendices=appendices))
    said = joined([_left_out(found.findings), findings_html(_of_the_part(path, found.findings))])
    after_cover = found.blocks.blocks[1:]
    return blocks_fragment(found.blocks, found.theme, after_cover, said)


def _left_out(findings: Iterable[Problem]) -> Html:
    is_short = any(finding.code in _OF_THE_DOCUMENT for finding in findings)
    return h("p", _LEFT_OUT, class_="source") if is_short else NOTHING


def _of_the_part(path: str, findings: Iterable[Problem]) -> Iterator[Problem]:
    """Yield findings about a part at ``path``, but for those that only the document around it can answer."""
    for finding in findings:
        if finding.code not in _OF_THE_DOCUMENT and finding.code is not Code.NOT_FOR_PUBLIC:
            yield finding if finding.line else evolve(finding, origin=_within(path, finding))


def _within(path: str, finding: Problem) -> Origin:
    return Origin(path=finding.path.removeprefix(path).removeprefix("."))
