"""Where links lead is compared, in each pair of formats: their words may be the same, and their addresses not."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from csp_docs.comparing import html, pdf, word
from csp_docs.comparing.addresses import target
from csp_docs.comparing.compared import pair
from csp_docs.comparing.reading import Reading
from tests.comparing.pdf_sample import at, element, marked, pdf_file
from tests.comparing.word_sample import PREFIXES, field, p, r, relationships, zipped

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PLACE, PLAN, MAIL, CALL = "#aims", "https://www.gov.uk/plan", "mailto:a@b.gov.uk", "tel:+44 116 496 0123"
ADDRESSES = (PLAN, MAIL, CALL)


def in_word(*addresses: str, as_fields: bool = False) -> Reading:
    """Return what is read in a Word file with a link to each address, and one to a place in the file."""
    link = '<w:hyperlink r:id="x{}"><w:r><w:t>here</w:t></w:r></w:hyperlink>'
    inside = [
        field(f'HYPERLINK "{one}" \\o "tip"', "here") if as_fields else link.format(number)
        for number, one in enumerate(addresses)
    ]
    body = p("See ", *inside, '<w:hyperlink w:anchor="aims"><w:r><w:t>Aims</w:t></w:r></w:hyperlink>')
    each = (
        f'<Relationship Id="x{number}" Type="{_KIND}/hyperlink" Target="{one}" TargetMode="External"/>'
        for number, one in enumerate(addresses)
    )
    of = "http://schemas.openxmlformats.org/package/2006/relationships"
    files = {
        "word/document.xml": f"<w:document {PREFIXES}><w:body>{body}</w:body></w:document>",
        "_rels/.rels": relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{of}">{"".join(each)}</Relationships>',
    }
    return word.read("Word", zipped(files))


def in_page(*addresses: str) -> Reading:
    inside = "".join(f"<a href='{one}'>here</a>" for one in addresses)
    return html.read("page", f"<html><main><p>See {inside}<a href='{PLACE}'>Aims</a></p></main></html>".encode())


def in_pdf(*addresses: str, tagged: bool = True, lines: int = 1) -> Reading:
    """Return what is read in a PDF with the same links, each on so many lines."""
    annotations = [
        f"<</Type/Annot/Subtype/Link/Rect[50 {600 - 20 * number} 90 {612 - 20 * number}]/A<</S/URI/URI({one})>>>>"
        for number, one in enumerate(addresses)
        for _ in range(lines)
    ] + ["<</Type/Annot/Subtype/Link/Rect[50 500 90 512]/Dest[3 0 R/Fit]>>"]
    words = [*(["here"] * len(addresses)), "Aims"]
    page = marked("P", 0, at(700, "See")) + "".join(
        marked("Link", n, at(700, one, x=80 + 30 * n)) for n, one in enumerate(words, 1)
    )
    own = (range(50 + lines * n, 50 + lines * (n + 1)) for n in range(len(addresses)))
    named = [
        f"{n} {' '.join(f'<</Type/OBJR/Obj {number} 0 R>>' for number in numbers)}" for n, numbers in enumerate(own, 1)
    ]
    tree = element("P", f"0 {''.join(element('Link', one) for one in [*named, str(len(words))])}")
    listed = " ".join(f"{50 + number} 0 R" for number in range(len(annotations)))
    return pdf.read("PDF", pdf_file([page], tree if tagged else "", objects=annotations, annotations=listed))


FORMATS: dict[str, Callable[..., Reading]] = {
    "Word": in_word,
    "fields of Word": lambda *given: in_word(*given, as_fields=True),
    "web page": in_page,
    "PDF": in_pdf,
    "PDF with links on two lines": lambda *given: in_pdf(*given, lines=2),
    "PDF without tags": lambda *given: in_pdf(*given, tagged=False),
}
PAIRS = [*permutations(FORMATS, 2)]


@pytest.mark.parametrize(("first", "other"), PAIRS)
def test_links_to_the_same_addresses_are_the_same(first: str, other: str) -> None:
    found = pair(FORMATS[first](*ADDRESSES), FORMATS[other](*ADDRESSES))
    assert (found.differences, found.but_for) == ((), ())


@pytest.mark.parametrize("number", range(len(ADDRESSES)))
@pytest.mark.parametrize(("first", "other"), PAIRS)
def test_an_address_that_was_changed_is_found(first: str, other: str, number: int) -> None:
    changed = (*ADDRESSES[:number], f"{ADDRESSES[number]}1", *ADDRESSES[number + 1 :])
    [found] = pair(FORMATS[first](*ADDRESSES), FORMATS[other](*changed)).differences
    assert found.part == "targets of links"
    assert (found.first.words, found.other.words) == (target(ADDRESSES[number]), target(changed[number]))


def test_addresses_that_were_swapped_are_found_where_links_have_an_order() -> None:
    for first, other in permutations(("Word", "web page", "PDF"), 2):
        assert not pair(FORMATS[first](*ADDRESSES), FORMATS[other](MAIL, PLAN, CALL)).same


def test_a_link_that_only_one_file_has_is_found_unless_its_words_are_its_address() -> None:
    page = "<html><main><p>See {}</p></main></html>".format
    plain = html.read("a", page("www.gov.uk a@b.gov.uk here").encode())
    for link, same in (
        ("<a href='https://www.gov.uk/'>www.gov.uk</a> a@b.gov.uk here", True),
        ("www.gov.uk <a href='mailto:a@b.gov.uk'>a@b.gov.uk</a> here", True),
        ("<a href='https://www.example.com'>www.gov.uk</a> a@b.gov.uk here", False),
        ("www.gov.uk a@b.gov.uk <a href='https://www.gov.uk'>here</a>", False),
    ):
        assert pair(plain, html.read("b", page(link).encode())).same is same


def test_a_print_without_any_links_is_named() -> None:
    found = pair(in_word(PLAN, MAIL), in_pdf(tagged=False))
    assert "where 2 links lead, as PDF has no links" in found.but_for


def test_links_of_notes_have_the_addresses_of_their_own_part() -> None:
    notes = f'<w:footnote w:id="2"><w:p>{r("Note ")}<w:hyperlink r:id="x0">{r("here")}</w:hyperlink></w:p></w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    own = relationships({}).replace(
        "></R", f'><Relationship Id="x0" Type="{_KIND}/hyperlink" Target="{PLAN}" TargetMode="External"/></R'
    )
    files = {
        "word/document.xml": f"<w:document {PREFIXES}><w:body>{p('a', mark)}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {PREFIXES}>{notes}</w:footnotes>",
        "_rels/.rels": relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relationships({"footnotes": "footnotes.xml"}),
        "word/_rels/footnotes.xml.rels": own,
    }
    assert [one.target for one in word.read("a", zipped(files)).links] == [PLAN]


ALIKE = [
    ("HTTPS://WWW.Gov.UK", "https://www.gov.uk/"),
    ("https://www.gov.uk/a%20b", "https://www.gov.uk/a b".replace(" ", "%20")),
    ("https://ex\u00e4mple.org/caf\u00e9", "https://xn--exmple-cua.org/caf%C3%A9"),
    ("tel:+44 (0)116-496", "tel:+440116496"),
    ("mailto:Jo@X.gov.uk", "mailto:jo@x.gov.uk"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_addresses_that_lead_to_one_place_are_the_same(one: str, other: str) -> None:
    assert target(one) == target(other) != ""


@pytest.mark.parametrize("inside", ["#aims", "page.html", "", "javascript:alert(1)", "../a.pdf", "file:///c:/a.docx"])
def test_addresses_inside_the_document_or_next_to_it_do_not_count(inside: str) -> None:
    assert target(inside) == ""
