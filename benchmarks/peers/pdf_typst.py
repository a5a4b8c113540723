"""Typst by its Python package, as PDF/UA-1; the chart is drawn, as packages for charts need the network."""

from __future__ import annotations

import json
import re

import typst

TYPE_CHECKING = False  # that of ``typing`` would import it, and the whole process is timed
if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.blocks import Block, Chart, Cover, Document, Run, Table

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#~$@=+\-/'\"])")
LOOKS = """#set document(title: %s, author: %s)
#set page(paper: "a4", margin: 2.5cm, footer: context align(center, text(10pt)[Page #counter(page).display()]))
#set text(font: "Liberation Sans", size: 12pt, lang: "en", region: "GB")
#set par(spacing: 1.1em, leading: 0.55em)
#set table(stroke: 0.5pt)
#show table: set text(10.5pt)
#show heading.where(level: 1): set text(16pt)
#show heading.where(level: 2): set text(13pt)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure: set block(breakable: true)
#let bars(cats, vals) = block(width: 16cm, height: 7.5cm, {
  let top = calc.max(..vals); let n = cats.len(); let w = 16cm / n
  for (i, v) in vals.enumerate() {
    let h = 6cm * v / top
    place(dx: w * i + w * 0.15, dy: 6.5cm - h, rect(width: w * 0.7, height: h, fill: rgb("#1d70b8")))
    place(dx: w * i, dy: 6.1cm - h, block(width: w, align(center, text(9pt)[#v])))
    place(dx: w * i, dy: 6.7cm, block(width: w, align(center, text(9pt, cats.at(i)))))
  }
  place(dy: 6.5cm, line(length: 16cm, stroke: 0.5pt))
})
"""


def build(document: Document, out: str) -> None:
    """Write the document as PDF."""
    source = LOOKS % (_quoted(document["title"]), _quoted(document["author"]))
    source += "\n".join(map(_block, document["blocks"]))
    typst.compile(source.encode(), output=out, pdf_standards=["ua-1"])


def _block(block: Block) -> str:
    match block["kind"]:
        case "title":
            return "#title()\n"
        case "page_break":
            return "#pagebreak()\n"
        case "contents":
            return f"#outline(title: {_quoted(block['title'])}, depth: 2, indent: 1em)\n"
        case "heading":
            return f"{'=' * block['level']} {_plain(block['text'])}\n"
        case "paragraph":
            return _words(block["runs"]) + "\n"
        case "bullets":
            return "".join(f"- {_words(item)}\n" for item in block["items"])
        case "numbered":
            return "".join(f"{number}. {_words(item)}\n" for number, item in enumerate(block["items"], block["start"]))
        case "cover":
            return _cover(block)
        case "table":
            return _table(block)
        case "chart":
            return _chart(block)


def _cover(block: Cover) -> str:
    cells = ", ".join(f"[*{_plain(label)}*], [{_plain(text)}]" for label, text in block["rows"])
    return f"#table(columns: (30%, 70%), {cells})\n"


def _table(block: Table) -> str:
    widths = ", ".join(f"{width}%" for width in block["widths"])
    header = ", ".join(f"[*{_plain(text)}*]" for text in block["header"])
    cells = ", ".join(f"[{_plain(text)}]" for row in block["rows"] for text in row)
    align = "(c, r) => if 0 < c and c < 4 { right } else { left }"
    table = f"table(columns: ({widths}), align: {align}, table.header({header}), {cells})"
    return f"#figure(caption: [{_plain(block['caption'])}], {table})\n"


def _chart(block: Chart) -> str:
    categories, values = ", ".join(map(_quoted, block["categories"])), ", ".join(map(str, block["values"]))
    words = f"caption: [{_plain(block['title'])}], alt: {_quoted(block['alt'])}"
    return f"#figure(kind: image, {words}, bars(({categories}), ({values})))\n"


def _words(runs: Iterable[Run]) -> str:
    return "".join(
        f"#strong[{_plain(words)}]" if strong else f"#emph[{_plain(words)}]" if emphasised else _plain(words)
        for words, strong, emphasised in runs
    )


def _plain(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
