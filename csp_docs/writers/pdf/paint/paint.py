"""The content stream of a page: every operator is in a leaf of the tag tree or in an artifact."""

from __future__ import annotations

from csp_docs.blocks import Picture
from csp_docs.theme.theme import Theme
from csp_docs.writers.pdf.objects import compressed, operands
from csp_docs.writers.pdf.paint.images import Image
from csp_docs.writers.pdf.structure import Annotation, Content
from csp_docs.writers.pdf.type.embed import Subset
from csp_docs.writers.pdf.type.fonts import Face

LAYOUT = "/Artifact<</Type/Layout>>BDC"
HEADER = "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
FOOTER = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
WATERMARK = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC"


class Resources:
    """The faces and pictures that a document has used so far; equal pictures are stored once."""

    def __init__(self) -> None:
        self.subsets: dict[Face, Subset] = {}
        self.images: dict[Picture, Image] = {}

    def subset(self, face: Face) -> Subset:
        """Return the part of ``face`` that is embedded."""
        subset = self.subsets.get(face)
        if subset is None:
            subset = self.subsets[face] = Subset(face, f"F{len(self.subsets) + 1}")
        return subset

    def image(self, picture: Picture) -> Image:
        """Return ``picture`` as a resource with its name on pages."""
        image = self.images.get(picture)
        if image is None:
            image = self.images[picture] = Image(f"Im{len(self.images) + 1}", picture)
        return image


class Painter:
    """Paints one page; ``leaves`` has the leaves that its marked content belongs to, in the order of their numbers.

    ``content`` is the compressed content stream, after the page has ended.
    """

    def __init__(self, theme: Theme, resources: Resources, page: int) -> None:
        self.theme, self.left, self.resources, self.page = theme, theme.page.left, resources, page
        self.operators: list[str] = []
        self.content = b""
        self.leaves: list[Content] = []
        self.annotations: list[Annotation] = []
        self.artifact = ""
        self._mark: Content | str | None = None
        self._subset: Subset | None = None
        self._size = 0.0
        self._colour = ""

    def text(self, x: float, y: float, face: Face, size: float, text: str) -> None:
        """Show ``text``; ``x`` from the left margin, ``y`` from the bottom of the page."""
        subset, font = self._subset, ""
        if subset is None or subset.face is not face or size != self._size:
            subset, self._size = self.resources.subset(face), size
            self._subset = subset
            font = f"/{subset.resource} {size:g} Tf "
        self.operators.append(f"BT {font}{x + self.left:.2f} {y:.2f} Td{subset.string(text)}Tj ET")

    def end(self) -> None:
        """End the page; of its operators, only their compressed stream is kept."""
        self.mark(None)
        self.content = compressed("\n".join(self.operators).encode("latin-1"))
        self.operators.clear()

    def rule(self, x: float, y: float, width: float, thickness: float) -> None:
        """Paint a horizontal rule in the colour of rules, or in the colour of text if it is not thin."""
        if not thickness:
            return
        self.mark(self.artifact or LAYOUT)
        self.colour(self.theme.colours.text if thickness > self.theme.rule else self.theme.colours.rule)
        self.rectangle(x, y - thickness / 2, width, thickness)

    def line(self, x: float, y: float, width: float, thickness: float) -> None:
        """Draw a horizontal line in the colour of rules, where it belongs to what was painted before it."""
        x, colour = x + self.left, operands(self.theme.colours.rule)
        self.operators.append(f"{colour} RG {thickness:g} w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S")

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        """Fill a rectangle in the current colour."""
        self.operators.append(f"{x + self.left:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def shape(self, path: str, matrix: tuple[float, ...]) -> None:
        """Paint a path in the current colour, moved and turned by ``matrix`` (from the page's corner)."""
        self.operators.append(f"q {' '.join(f'{value:.3f}' for value in matrix)} cm\n{path}\nQ")

    def colour(self, colour: str) -> None:
        """Fill and write in ``colour`` (six hexadecimal digits) from now on."""
        if colour != self._colour:
            self._colour = colour
            self.operators.append(f"{operands(colour)} rg")

    def mark_content(self, content: Content | None) -> None:
        """Let what is painted from now on belong to ``content``, or to the page's decoration if there is none."""
        self.mark(self.artifact or content or LAYOUT)

    def mark(self, mark: Content | str | None) -> None:
        """Let what is painted from now on belong to a leaf, or to an artifact with the opening operator ``mark``."""
        if mark is self._mark:
            return
        if self._mark is not None:
            self.operators.append("EMC")
        self._mark = mark
        if isinstance(mark, str):
            self.operators.append(mark)
        elif mark is not None:
            number = len(self.leaves)
            self.leaves.append(mark)
            mark.marks += ((self.page, number),)
            self.operators.append(f"/{mark.element.tag}<</MCID {number}>>BDC")
