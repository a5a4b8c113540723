"""Makes the template of docxtpl, which is not timed: main(FILE.docx)."""

from __future__ import annotations

from docx.document import Document

from benchmarks.peers import word_look

COLUMNS = 5


def main(file: str) -> None:
    """Write the template."""
    document = word_look.blank()
    document.add_heading("{{ title }}", 0)
    _rows(document, "cover", ["{{ row[0] }}", "{{ row[1] }}"], [30, 70], [])
    word_look.page_break(document)
    word_look.contents(document, "Contents")
    word_look.page_break(document)
    document.add_paragraph("{%p for block in blocks %}")
    _blocks(document)
    document.add_paragraph("{%p endfor %}")
    document.save(file)


def _blocks(document: Document) -> None:
    """Add what is printed for each block."""
    document.add_paragraph("{%p if block.kind == 'paragraph' %}")
    document.add_paragraph("{{r block.words }}")
    for level in (1, 2):
        document.add_paragraph(f"{{%p elif block.kind == 'heading' and block.level == {level} %}}")
        document.add_heading("{{ block.text }}", level)
    for kind, style in (("bullets", "List Bullet"), ("numbered", "List Number")):
        document.add_paragraph(f"{{%p elif block.kind == '{kind}' %}}")
        document.add_paragraph("{%p for item in block.items_of %}")
        document.add_paragraph("{{r item }}", style=style)
        document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p elif block.kind == 'table' %}")
    document.add_paragraph("{{ block.caption }}", style="Caption")
    cells, header = ([f"{{{{ {name}[{at}] }}}}" for at in range(COLUMNS)] for name in ("row", "block.header"))
    _rows(document, "block.rows", cells, [40, 15, 15, 15, 15], [header])
    document.add_paragraph("{%p elif block.kind == 'chart' %}")
    document.add_paragraph("{{ block.image }}")
    document.add_paragraph("{{ block.title }}", style="Caption")
    document.add_paragraph("{%p endif %}")


def _rows(document: Document, source: str, cells: list[str], widths: list[int], header: list[list[str]]) -> None:
    """Add a table with a row for each of ``source``."""
    empty = [""] * (len(cells) - 1)
    rows = [*header, [f"{{%tr for row in {source} %}}", *empty], cells, ["{%tr endfor %}", *empty]]
    word_look.table(document, rows, widths, head=bool(header))
