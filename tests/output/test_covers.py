"""The title of a cover is as large as its lines look well."""

import pytest

from csp_docs.blocks import Cover, CoverLine, CoverRole, Document, Numbering, Text
from csp_docs.output.covers import with_cover_look
from csp_docs.theme.theme import Theme


@pytest.mark.parametrize(
    ("title", "size"),
    [
        ("Safer Harborough", 38),
        ("Strategic Assessment 2010/11", 38),
        ("Partnership Plan for Burglary", 38),
        ("The Internationalisation", 38),
        ("A Counterproductive Misunderstanding", 22),
        ("Community Reassurance", 34),
        ("Antidisestablishmentarianisms Unquestionably", 22),
    ],
)
def test_a_title_is_in_the_largest_size_in_which_no_word_looks_lone(title: str, size: float) -> None:
    cover = Cover((CoverLine(CoverRole.TITLE, (Text(title),)),))
    document = Document(title, "en-GB", "", "", (cover,), Numbering(), (), "")
    assert with_cover_look(document, Theme()).cover.title.size == size
