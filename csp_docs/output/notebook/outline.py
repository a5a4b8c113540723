"""The outline of a document that is being written: what is in it, what is missing, and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import fields

from csp_docs.checks import findings as missing_in
from csp_docs.errors import Problem, Severity, in_order
from csp_docs.model import Access, Appendix, CouncilDocument, Generated, Section
from csp_docs.model.sections import SectionItem
from csp_docs.model.values import without_backslashes
from csp_docs.theme.colours import Colours
from csp_docs.writers.html.elements import NOTHING, Html, h, joined
from csp_docs.writers.html.page.fragment import boxed

_SHOWN = ("title", "sections", "appendices")
_MOST = 10
"""How many findings of a kind are shown."""
_HEADINGS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.NOTE: "Notes"}


def outline_html(document: CouncilDocument, findings: Iterable[Problem]) -> Html:
    """Return the outline of a document, with ``findings`` in words; those that say what is missing are first."""
    kind = document.kind.replace("_", " ").capitalize()
    head = h("p", kind, class_="kind"), h("p", without_backslashes(document.title) or "(no title)", class_="heading")
    parts = *_sections(document.sections), *map(_appendix, document.appendices)
    inside = h("div", *head, _list(_others(document)), _list(parts), class_="about")
    missing = [finding for finding in missing_in(document) if finding.severity is Severity.ERROR]
    others = [finding for finding in findings if _said(finding) not in set(map(_said, missing))]
    return boxed(Colours(), inside, _findings("Missing", missing), findings_html(others))


def findings_html(findings: Iterable[Problem]) -> Html:
    """Return findings in words, errors first; nothing without any."""
    found = in_order(findings)
    return joined(
        _findings(heading, [finding for finding in found if finding.severity is severity])
        for severity, heading in _HEADINGS.items()
    )


def _findings(heading: str, found: Sequence[Problem]) -> Html:
    if not found:
        return NOTHING
    more = [f"and {len(found) - _MOST} more"] if len(found) > _MOST else []
    listed = _list([*map(_finding, found[:_MOST]), *more])
    return h("div", h("p", heading, class_="heading"), listed, class_="about")


def _finding(finding: Problem) -> Html:
    place = f"{finding.origin}: " if finding.origin and str(finding.origin) else ""
    hint = h("span", h("br"), finding.hint, class_="hint") if finding.hint else NOTHING
    return h("span", f"{place}{finding.fact} [{finding.code}]", hint)


def _said(finding: Problem) -> tuple[str, str]:
    return str(finding.code), finding.fact


def _others(document: CouncilDocument) -> Iterator[str]:
    """Yield what else the document says, and of lists how many items are in each."""
    for field in fields(type(document)):
        value = getattr(document, field.name)
        if field.name not in _SHOWN and "setting" not in field.metadata and value and value != Access():
            name = field.name.replace("_", " ").capitalize()
            yield f"{name}: {len(value)}" if isinstance(value, tuple | dict) else name


def _sections(sections: Iterable[SectionItem]) -> Iterator[Html]:
    for item in sections:
        below = _list(_sections(item.sections)) if isinstance(item, Section) else NOTHING
        yield h("span", _title(item)) + _id(item.id) + below


def _title(item: SectionItem) -> str:
    return without_backslashes(item.title) or (
        item.generate.replace("_", " ") if isinstance(item, Generated) else "(without a title)"
    )


def _appendix(item: Appendix) -> Html:
    inner = item.document
    below = _sections(inner.sections if inner else item.sections)
    return h("span", f"Appendix: {without_backslashes(item.title)}") + _id(item.id) + _list(below)


def _id(name: str) -> Html:
    return h("span", f" ({name})", class_="kind") if name else NOTHING


def _list(items: Iterable[str]) -> Html:
    listed = [h("li", item) for item in items]
    return h("ul", *listed) if listed else NOTHING
