"""The block tree: a closed set of nodes that say what a document holds, not how it looks.

``compose`` makes it, ``typesetting`` fills in its numbers, and every writer reads it. A writer has one ``match`` over
``Block`` and one over ``Inline``. Each ends in ``assert_never``, so that the type checker names a node that the writer
forgot.
"""

from __future__ import annotations

from typing import TypeAlias

from csp_docs.blocks.captions import Caption
from csp_docs.blocks.document import Document, Heard, Numbering, Web, Withheld, Workbook
from csp_docs.blocks.figures import (
    AreaMap,
    Chart,
    ChartKind,
    Diagram,
    DiagramItem,
    DiagramKind,
    Figure,
    FigureContent,
    Frame,
    MapArea,
    MatrixCell,
    Picture,
    PictureFormat,
    Point,
    Ring,
    RiskMatrix,
    Series,
    Target,
)
from csp_docs.blocks.inline import (
    Closed,
    Emphasis,
    InLanguage,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    Pending,
    Rating,
    RatingLevel,
    Reference,
    Strong,
    Text,
)
from csp_docs.blocks.node import Node
from csp_docs.blocks.structure import (
    Appendix,
    BlankPage,
    Contents,
    ContentsEntry,
    Cover,
    CoverGround,
    CoverLine,
    CoverRole,
    Embedded,
    Landscape,
    Listing,
    PageBreak,
    Part,
    Section,
)
from csp_docs.blocks.tables import (
    Across,
    Align,
    Fact,
    FactHeading,
    FactRow,
    Facts,
    HeaderCell,
    RowGroup,
    RowKeep,
    Table,
)
from csp_docs.blocks.text import Callout, Grid, GridCell, Lines, List, Masthead, Paragraph, Quote, Signature

Block: TypeAlias = (
    Paragraph | Lines | List | Quote | Callout | Grid | Facts | Table | Figure | Signature | Section | Appendix
    | Embedded | Masthead | Cover | Contents | Landscape | Part | BlankPage | PageBreak
)  # fmt: skip
Blocks: TypeAlias = tuple[Block, ...]

__all__ = [
    "Across",
    "Align",
    "Appendix",
    "AreaMap",
    "BlankPage",
    "Block",
    "Blocks",
    "Callout",
    "Caption",
    "Chart",
    "ChartKind",
    "Closed",
    "Contents",
    "ContentsEntry",
    "Cover",
    "CoverGround",
    "CoverLine",
    "CoverRole",
    "Diagram",
    "DiagramItem",
    "DiagramKind",
    "Document",
    "Embedded",
    "Emphasis",
    "Fact",
    "FactHeading",
    "FactRow",
    "Facts",
    "Figure",
    "FigureContent",
    "Frame",
    "Grid",
    "GridCell",
    "HeaderCell",
    "Heard",
    "InLanguage",
    "Inline",
    "Inlines",
    "Landscape",
    "LineBreak",
    "Lines",
    "Link",
    "List",
    "Listing",
    "MapArea",
    "Masthead",
    "MatrixCell",
    "Node",
    "Note",
    "Numbering",
    "PageBreak",
    "Paragraph",
    "Part",
    "Pending",
    "Picture",
    "PictureFormat",
    "Point",
    "Quote",
    "Rating",
    "RatingLevel",
    "Reference",
    "Ring",
    "RiskMatrix",
    "RowGroup",
    "RowKeep",
    "Section",
    "Series",
    "Signature",
    "Strong",
    "Table",
    "Target",
    "Text",
    "Web",
    "Withheld",
    "Workbook",
]
