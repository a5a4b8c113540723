"""Answers "Which communities are most affected?": street files cannot answer it, and the text says so."""

from __future__ import annotations

from csp_docs.data.answers.subject import Subject
from csp_docs.data.words import crimes
from csp_docs.model.content import ContentItem


def communities(subject: Subject) -> tuple[ContentItem, ...]:
    """Return that it cannot be answered, and who could answer it."""
    what = crimes(subject.kind)
    return (
        f"The street files of data.police.uk say nothing of the people who suffer {what} or commit them, so they "
        "cannot tell which communities are most affected. The police and the partners hold victims' ages, sex and "
        "ethnicity, and surveys of residents.",
    )
