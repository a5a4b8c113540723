"""SVG files as pictures: what is drawn of them, and what is refused."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest
from PIL import Image

from csp_docs import render
from csp_docs.blocks import Picture, Vector
from csp_docs.errors import CspDocsError
from csp_docs.model import CabinetReport, Figure, Section
from csp_docs.reading.pictures import picture_or_drawing
from tests.small import small_report

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 80">'


def drawn(inside: str, head: str = HEAD) -> Vector:
    found = picture_or_drawing(f"{head}{inside}</svg>".encode(), "the crest", (400.0, 400.0))
    assert isinstance(found, Vector)
    return found


@pytest.mark.parametrize(
    ("inside", "steps"),
    [
        ('<path d="M1 2h3v4H1z"/>', [("M", 1, 2), ("L", 4, 2), ("L", 4, 6), ("L", 1, 6), ("Z",)]),
        ('<path d="m1,2 3,0 l0,4"/>', [("M", 1, 2), ("L", 4, 2), ("L", 4, 6)]),
        ('<rect x="1" y="2" width="3" height="4"/>', [("M", 1, 2), ("L", 4, 2), ("L", 4, 6), ("L", 1, 6), ("Z",)]),
        ('<polygon points="1,2 4,2 4,6"/>', [("M", 1, 2), ("L", 4, 2), ("L", 4, 6), ("Z",)]),
        ('<path transform="translate(1 2) scale(3)" d="M0 0L1 1"/>', [("M", 1, 2), ("L", 4, 5)]),
        ('<path d="M0 0c1 0 2 1 2 2s1 2 2 2"/>', [("M", 0, 0), ("C", 1, 0, 2, 1, 2, 2), ("C", 2, 3, 3, 4, 4, 4)]),
        ('<path d="M0 0Q3 0 3 3"/>', [("M", 0, 0), ("C", 2, 0, 3, 1, 3, 3)]),
    ],
)
def test_outlines_are_lines_and_curves(inside: str, steps: list[tuple[str | float, ...]]) -> None:
    [shape] = drawn(inside).shapes
    assert [
        tuple(round(part, 3) if isinstance(part, float) else part for part in step) for step in shape.steps
    ] == steps


@pytest.mark.parametrize("path", ["M10 5A5 5 0 1 1 10 4.99", "M10 5a5 5 0 11 0-.01"])
def test_an_arc_stays_on_its_circle(path: str) -> None:
    """The flags of an arc may be written without spaces (SVG 1.1, 8.3.9)."""
    [shape] = drawn(f'<path d="{path}"/>').shapes
    ends = [step[-2:] for step in shape.steps if step[0] == "C"]
    assert len(ends) >= 4
    middle = 5.0
    assert all(
        ((float(x) - middle) ** 2 + (float(y) - middle) ** 2) ** 0.5 == pytest.approx(5, abs=0.02) for x, y in ends
    )


@pytest.mark.parametrize(
    ("inside", "fill", "stroke"),
    [
        ('<path d="M0 0L9 9L0 9z" fill="red"/>', "FF0000", ""),
        ('<path d="M0 0L9 9L0 9z" style="fill:none;stroke:#0a0"/>', "", "00AA00"),
        ('<style>.a{fill:#123456}</style><path class="a" d="M0 0L9 9L0 9z"/>', "123456", ""),
        ('<g fill="blue"><path d="M0 0L9 9L0 9z"/></g>', "0000FF", ""),
        ('<g color="#010203"><path d="M0 0L9 9L0 9z" fill="currentColor"/></g>', "010203", ""),
        ('<linearGradient id="g"><stop stop-color="#000"/><stop stop-color="#fefefe"/></linearGradient>'
         '<path d="M0 0L9 9L0 9z" fill="url(#g)"/>', "7F7F7F", ""),
        ('<defs><path id="p" d="M0 0L9 9L0 9z" fill="red"/></defs><use xlink:href="#p" x="1"/>', "FF0000", ""),
    ],
)  # fmt: skip
def test_colours_are_found_where_they_are_given(inside: str, fill: str, stroke: str) -> None:
    [shape] = drawn(inside).shapes
    assert (shape.fill, shape.stroke) == (fill, stroke)


ENTITY = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + HEAD
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + HEAD
SHAPE = '<path d="M0 0L9 9L0 9z"/>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (ENTITY + SHAPE + "</svg>", "declares entities"),
        (OUTSIDE + SHAPE + "<desc>&a;</desc></svg>", "declares entities"),
        (HEAD + SHAPE + "<script>alert(1)</script></svg>", "has a script"),
        (HEAD + SHAPE + "<defs><script/></defs></svg>", "has a script"),
        (HEAD + '<image xlink:href="http://example.org/a.png"/></svg>', "has a picture inside it"),
        (HEAD + '<use xlink:href="other.svg#a"/></svg>', "shows something from another file"),
        (HEAD + "<text>Anytown</text></svg>", "has letters as text"),
        (HEAD + '<path d="M0 0L9 9z" opacity="0.5"/></svg>', "see through"),
        (HEAD + '<path d="M0 0L9 9z" mask="url(#a)"/></svg>', "mask"),
        (HEAD + '<path d="M0 0L9 9z" fill="nocolour"/></svg>', "which is not known"),
        (HEAD + "</svg>", "shows nothing"),
        (HEAD + "<g>", "is damaged"),
        ("<svg>" + SHAPE + "</svg>", "how large"),
        ("<html></html>", "is not PNG, JPEG or SVG"),
        (HEAD + "<g>" * 80 + SHAPE + "</g>" * 80 + "</svg>", "too many groups"),
        (HEAD + "<g id='g'><use xlink:href='#g'/></g></svg>", "too many groups"),
    ],
    ids=lambda value: value if len(value) < 40 else "",
)
def test_what_cannot_be_printed_safely_is_refused(content: str, said: str) -> None:
    with pytest.raises(CspDocsError, match=said) as caught:
        picture_or_drawing(content.encode(), "the crest", (400.0, 400.0))
    assert all(finding.hint for finding in caught.value.findings)


RED = f'{HEAD}<path fill="#ff0000" fill-rule="evenodd" d="M0 0H100V80H0z M20 20H80V60H20z"/></svg>'.encode()


def paper() -> CabinetReport:
    figure = Figure(file=RED, alt="A red frame")
    return small_report(sections=[Section("A", [figure])])


def test_the_pdf_has_lines_and_curves_and_no_image() -> None:
    with pikepdf.open(BytesIO(render(paper(), "pdf"))) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
        assert "/XObject" not in pdf.pages[0].Resources
    assert b"f*" in content
    assert b"1 0 0 rg" in content


def test_word_has_the_drawing_and_the_same_as_a_picture() -> None:
    with ZipFile(BytesIO(render(paper(), "docx"))) as file:
        body = file.read("word/document.xml").decode()
        drawing = file.read("word/media/drawn1.svg").decode()
        picture = Image.open(BytesIO(file.read("word/media/picture1.png"))).convert("RGBA")
    assert "svgBlip" in body
    assert 'descr="A red frame"' in body
    assert 'fill="#FF0000"' in drawing
    wide, high = picture.size
    assert picture.getpixel((wide // 20, high // 2)) == (255, 0, 0, 255)
    assert picture.getchannel("A").getpixel((wide // 2, high // 2)) == 0


def test_the_web_page_has_the_shapes_and_their_description() -> None:
    page = render(paper(), "html").decode()
    assert 'role="img" aria-label="A red frame"' in page
    assert 'fill="#FF0000" fill-rule="evenodd"' in page


def test_pictures_of_pixels_are_read_as_before() -> None:
    content = BytesIO()
    Image.new("RGB", (40, 40), "red").save(content, "PNG")
    assert isinstance(picture_or_drawing(content.getvalue(), "the crest", (400.0, 400.0)), Picture)
