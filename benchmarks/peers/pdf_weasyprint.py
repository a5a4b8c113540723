"""WeasyPrint: HTML with a style sheet for print, as PDF/UA-1; contents by target-counter, the chart as SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from weasyprint import HTML

from benchmarks.blocks import Block, Chart, Document, Heading, Run, Table

STYLE = """@page{size:A4;margin:2.5cm;@bottom-center{content:"Page " counter(page);font:10pt "Liberation Sans"}}
body{font:12pt/1.25 "Liberation Sans"}p{margin:0 0 6pt}h1{font-size:16pt}h2{font-size:13pt;margin:10pt 0 4pt}
.title{font-size:22pt;bookmark-level:none;font-weight:bold;margin:0 0 14pt}
table{width:100%;border-collapse:collapse;font-size:10.5pt;line-height:1.2}
td,th{border:.5pt solid;padding:3pt;vertical-align:top;text-align:left}
.number{text-align:right}caption{text-align:left;font-weight:bold}.new-page{break-before:page}li{margin-bottom:4pt}
nav a{color:#000;text-decoration:none;display:block}nav a::after{content:leader(".") target-counter(attr(href),page)}
nav .level2{margin-left:20pt;font-size:10.5pt}figure{margin:6pt 0}svg{width:16cm}"""


def build(document: Document, out: str) -> None:
    """Write the document as PDF."""
    HTML(string=_page(document)).write_pdf(out, pdf_variant="pdf/ua-1")


def _page(document: Document) -> str:
    head = f'<meta charset="utf-8"><title>{escape(document["title"])}</title><style>{STYLE}</style>'
    head += f'<meta name="author" content="{escape(document["author"])}">'
    body = "\n".join(_body(document["blocks"]))
    return f'<!DOCTYPE html><html lang="en-GB"><head>{head}</head><body>{body}</body></html>'


def _body(blocks: list[Block]) -> Iterator[str]:
    headings = [block for block in blocks if block["kind"] == "heading"]
    number, place = 0, ""
    for block in blocks:
        match block["kind"]:
            case "page_break":
                place = ' class="new-page"'
                continue
            case "contents":
                yield _contents(block["title"], headings, place)
            case "heading":
                yield f'<h{block["level"]} id="s{number}"{place}>{escape(block["text"])}</h{block["level"]}>'
                number += 1
            case _:
                yield _block(block)
        place = ""


def _contents(title: str, headings: Iterable[Heading], place: str) -> str:
    entries = "".join(
        f'<a class="level{heading["level"]}" href="#s{number}">{escape(heading["text"])}</a>'
        for number, heading in enumerate(headings)
    )
    return f"<nav{place}><p><b>{title}</b></p>{entries}</nav>"


def _block(block: Block) -> str:
    match block["kind"]:
        case "title":
            return f'<p class="title">{escape(block["text"])}</p>'
        case "paragraph":
            return f"<p>{_words(block['runs'])}</p>"
        case "bullets":
            return f"<ul>{_items(block['items'])}</ul>"
        case "numbered":
            return f'<ol style="counter-reset:list-item {block["start"] - 1}">{_items(block["items"])}</ol>'
        case "cover":
            row = '<tr><th scope="row" style="width:30%">{}</th><td>{}</td></tr>'
            return f"<table>{''.join(row.format(*map(escape, texts)) for texts in block['rows'])}</table>"
        case "table":
            return _table(block)
        case "chart":
            return _chart(block)
    raise ValueError(block["kind"])


def _items(items: Iterable[Iterable[Run]]) -> str:
    return "".join(f"<li>{_words(item)}</li>" for item in items)


def _table(block: Table) -> str:
    columns = "".join(f'<col style="width:{width}%">' for width in block["widths"])
    rows = "".join(_row("td", row) for row in block["rows"])
    head = f"<caption>{escape(block['caption'])}</caption><colgroup>{columns}</colgroup>"
    return f"<table>{head}<thead>{_row('th scope=col', block['header'])}</thead><tbody>{rows}</tbody></table>"


def _row(tag: str, texts: list[str]) -> str:
    kinds = ("", *[' class="number"'] * (len(texts) - 2), "")
    cells = (f"<{tag}{kind}>{escape(text)}</{tag[:2]}>" for kind, text in zip(kinds, texts, strict=True))
    return f"<tr>{''.join(cells)}</tr>"


def _chart(block: Chart) -> str:
    width, top = 600 / len(block["values"]), max(block["values"])
    bars = "".join(
        f'<rect x="{place + width * 0.15:.1f}" y="{250 - height:.1f}" width="{width * 0.7:.1f}" height="{height:.1f}" '
        f'fill="#1d70b8"/><text x="{place + width / 2:.1f}" y="{246 - height:.1f}">{value}</text>'
        f'<text x="{place + width / 2:.1f}" y="270">{escape(category)}</text>'
        for number, (category, value) in enumerate(zip(block["categories"], block["values"], strict=True))
        for place, height in [(number * width, 200 * value / top)]
    )
    alt, title = escape(block["alt"]), escape(block["title"])
    look = 'viewBox="0 0 600 290" font-family="Liberation Sans" font-size="12" text-anchor="middle"'
    words = f'<title>{alt}</title><text x="300" y="20">{title}</text>'
    axis = '<path d="M0 250H600" stroke="#000"/>'
    return f'<figure role="img" aria-label="{alt}"><svg {look}>{words}{bars}{axis}</svg></figure>'


def _words(runs: Iterable[Run]) -> str:
    return "".join(
        f"<b>{escape(words)}</b>" if strong else f"<i>{escape(words)}</i>" if emphasised else escape(words)
        for words, strong, emphasised in runs
    )
