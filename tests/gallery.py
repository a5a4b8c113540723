"""The pictures of ``docs/gallery``: ``python -m tests.gallery`` makes them, and ``test_gallery`` compares them.

Each paper of the folder shows one kind of block, on its last page; the other pictures are pages of the examples. The
picture of the tutorial shows the paper that its readers have made. A sheet shows the first pages of a council's papers.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
from attrs import frozen
from PIL import Image, ImageChops

import csp_docs
from csp_docs.council.files import facts
from csp_docs.documents.kinds import KINDS
from csp_docs.documents.samples import samples

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "gallery"
SHEETS = FOLDER / "councils"
DOTS = 60
"""Dots to the inch: small pictures, whose words can be read."""
SHEET_DOTS = 36
"""Dots to the inch on the sheets of councils, which show how papers look, not what they say."""
GAP = 8
FOOT = round(DOTS * 2.3 / 2.54)
MARGIN = 12
COLOURS = 48
SMALLER = 4
"""How many dots are compared as one: another version of poppler draws the edges of letters otherwise."""
LAST = 0
PAGES = {
    "plan": {"cover": 1, "contents": 2, "priority": 8},
    "cabinet_report": {"first-page": 1, "paragraphs": 3},
    "scrutiny_report": {"first-page": 1, "figures": 2, "highlights": 5},
    "highlight_report": {"page": 1},
    "quarterly_scorecard": {"quarters": 2},
    "strategic_assessment": {"summary": 3, "table": 5, "charts": 6},
}


TUTORIAL = ROOT / "docs" / "pictures" / "tutorial.png"
FILE = re.compile(r"^```yaml\n(# ([\w-]+\.yaml)\n.*?)^```$", re.DOTALL | re.MULTILINE)


@frozen
class Picture:
    """A picture of the gallery, and the page that it shows."""

    name: str
    source: Path
    page: int = LAST
    """The whole page of this number, or what is above the foot of the last one."""

    @property
    def file(self) -> Path:
        """Where the picture is kept."""
        return FOLDER / f"{self.name}.png"


def pictures() -> Iterator[Picture]:
    """Yield the pictures of the gallery, by their names."""
    for source in papers():
        yield Picture(source.stem, source)
    for kind, pages in PAGES.items():
        for name, page in pages.items():
            yield Picture(f"{kind}-{name}", ROOT / "examples" / f"{kind}.yaml", page)


def tutorial(folder: Path) -> Picture:
    """Return the first page of the paper that readers of the tutorial have at its end, written to a folder."""
    for text, name in FILE.findall((ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")):
        (folder / name).write_text(text, encoding="utf-8")
    return Picture("tutorial", folder / "report.yaml", 1)


def councils() -> list[str]:
    """Return the names of the templates of councils, which have a sheet each."""
    return [name for name, known in facts().items() if known]


def sheet(council: str) -> Image.Image:
    """Return the first pages of a council's sample papers, one of each kind, in its first language, side by side."""
    papers = [next(samples(kind, ROOT / "paper.yaml", council, []))[1] for kind in KINDS]
    pages = [_page(csp_docs.render(paper, "pdf"), "1", SHEET_DOTS) for paper in papers]
    width, height = pages[0].size
    whole = Image.new("RGB", (len(pages) * (width + GAP) + GAP, height + 2 * GAP), "#9AA3AD")
    for place, page in enumerate(pages):
        whole.paste(page, (GAP + place * (width + GAP), GAP))
    return whole


def papers() -> list[Path]:
    """Return the papers that show blocks."""
    return sorted(path for path in FOLDER.glob("*.yaml") if path.stem != "council")


def drawn(picture: Picture, pdf: bytes) -> Image.Image:
    """Return a picture as it is made from the PDF of its paper."""
    page = str(picture.page or len(pikepdf.open(BytesIO(pdf)).pages))
    image = _page(pdf, page, DOTS)
    return image if picture.page else _above_the_foot(image)


def _page(pdf: bytes, page: str, dots: int) -> Image.Image:
    """Return a page of a PDF as a picture."""
    command = ["pdftoppm", "-r", str(dots), "-f", page, "-l", page, "-singlefile", "-png", "-"]
    made = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    return Image.open(BytesIO(made)).convert("RGB")


def pdf_of(source: Path) -> bytes:
    """Return the PDF of a paper."""
    return csp_docs.render(csp_docs.load(source), "pdf")


def difference(one: Image.Image, other: Image.Image) -> int:
    """Return how much two pictures differ where they differ most, from 0 to 255; 255 if their sizes differ."""
    if any(abs(a - b) > SMALLER for a, b in zip(one.size, other.size, strict=True)):
        return 255
    small = [image.convert("L").crop((0, 0, *one.size)).reduce(SMALLER) for image in (one, other)]
    return max(ImageChops.difference(*small).tobytes())


def _above_the_foot(page: Image.Image) -> Image.Image:
    """Cut off the foot of a page, and what is empty above it."""
    body = page.crop((0, 0, page.width, page.height - FOOT))
    white = Image.new("RGB", body.size, "white")
    _, _, _, bottom = ImageChops.difference(body, white).getbbox() or (0, 0, 0, body.height)
    return body.crop((0, 0, body.width, min(bottom + MARGIN, body.height)))


def main() -> None:
    """Make all pictures anew."""
    for old in FOLDER.rglob("*.png"):
        old.unlink()
    for picture in pictures():
        drawn(picture, pdf_of(picture.source)).quantize(COLOURS).save(picture.file, optimize=True)
    for council in councils():
        sheet(council).quantize(COLOURS).save(SHEETS / f"{council}.png", optimize=True)
    with tempfile.TemporaryDirectory() as folder:
        page = tutorial(Path(folder))
        drawn(page, pdf_of(page.source)).quantize(COLOURS).save(TUTORIAL, optimize=True)


if __name__ == "__main__":
    main()
