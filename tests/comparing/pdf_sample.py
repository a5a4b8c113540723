"""PDFs as other programs may write them, made of their objects."""

from __future__ import annotations

from collections.abc import Sequence

HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def pdf_file(
    pages: Sequence[str],
    tree: str = "",
    fonts: str = "",
    objects: Sequence[str] = (),
    form: str = "",
    annotations: str = "",
) -> bytes:
    """Return a PDF of pages with these content streams.

    Object 1 is the catalogue, 2 the tree of pages, 3 the first page; the pages' streams follow them. ``tree`` has the
    kids of the one element Document of the tag tree; more ``objects`` have the numbers from 50 on. ``form`` is the
    content of the form /X; ``annotations`` are on each page.
    ``fonts`` are in the resources after /F, which is Helvetica.
    """
    count = len(pages)
    found = {
        1: "<</Type/Catalog/Pages 2 0 R" + ("/MarkInfo<</Marked true>>/StructTreeRoot 40 0 R>>" if tree else ">>"),
        2: f"<</Type/Pages/Count {count}/Kids[{' '.join(f'{3 + at} 0 R' for at in range(count))}]>>",
    }
    shared = f"/Resources<</Font<</F {HELVETICA}{fonts}>>/XObject<</X 45 0 R>>>>/MediaBox[0 0 600 800]"
    for at, content in enumerate(pages):
        found[3 + at] = (
            f"<</Type/Page/Parent 2 0 R{shared}/Contents {3 + count + at} 0 R/StructParents {at}"
            f"/Annots[{annotations}]>>"
        )
        found[3 + count + at] = stream(content)
    if tree:
        found[40] = "<</Type/StructTreeRoot/K 41 0 R/RoleMap<</Body/P/Chapter/H1>>>>"
        found[41] = f"<</Type/StructElem/S/Document/P 40 0 R/K[{tree}]>>"
    found[45] = stream(form, f"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F {HELVETICA}>>>>")
    return written(found | dict(enumerate(objects, 50)))


def stream(content: str, more: str = "") -> str:
    """Return a stream object."""
    return f"<<{more}/Length {len(content.encode('latin-1'))}>>stream\n{content}\nendstream"


def written(objects: dict[int, str]) -> bytes:
    """Return a file of numbered objects; the first is its catalogue."""
    out, places = b"%PDF-1.7\n", {}
    for number, body in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    size = max(objects) + 1
    rows = "".join(f"{places[at]:010} 00000 n \n" if at in places else "0000000000 65535 f \n" for at in range(size))
    end = f"xref\n0 {size}\n{rows}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out + end.encode("ascii")


def at(y: float, text: str, x: float = 50, size: float = 12) -> str:
    """Return the operators that paint a text."""
    return f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n"


def marked(tag: str, number: int, content: str, more: str = "") -> str:
    """Return marked content."""
    return f"/{tag} <</MCID {number}{more}>> BDC\n{content}EMC\n"


def element(tag: str, kids: str, more: str = "") -> str:
    """Return an element of the tag tree on the first page."""
    return f"<</S/{tag}/P 41 0 R/Pg 3 0 R/K[{kids}]{more}>>"
