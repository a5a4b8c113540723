"""A lint of Word files: what schemas cannot say about structure, and what Word's accessibility checker looks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from lxml import etree

from tests.docx_file import NAMESPACES, W, WordFile, find_all, strings, text, value

_STORIES = re.compile(r"word/(document|header\d*|footer\d*|footnotes|comments)\.xml$")
_BAD_LINK_WORDS = re.compile(r"(click here|here|more|read more|link|this)|https?://\S{40,}", re.IGNORECASE)


def faults(data: bytes) -> list[str]:
    """Return everything that is wrong with the file."""
    file = WordFile(data)
    stories = {name: file.root(name) for name in file.parts if _STORIES.match(name)}
    in_stories = (f"{name}: {fault}" for name, root in stories.items() for rule in STORY_RULES for fault in rule(root))
    return [*in_stories, *(fault for rule in FILE_RULES for fault in rule(file))]


def _fields(root: etree._Element) -> Iterator[str]:
    for holder in [root, *root.iter(W + "tc")]:
        kinds = Counter(strings(holder, ".//w:fldChar/@w:fldCharType"))
        if len({kinds["begin"], kinds["separate"], kinds["end"]}) > 1:
            yield f"a field is cut off: {dict(kinds)}"
    if strings(root, ".//w:fldChar/@w:dirty"):
        yield "a field asks to be updated, so that Word questions the reader"


def _cells(root: etree._Element) -> Iterator[str]:
    for cell in root.iter(W + "tc"):
        if cell[-1].tag != W + "p":
            yield "a cell does not end in a paragraph"
    for body in find_all(root, ".//w:tbl"):
        following = body.getnext()
        if following is not None and following.tag == W + "tbl":
            yield "two tables touch, so that Word joins them"


def _columns(root: etree._Element) -> Iterator[str]:
    for table in root.iter(W + "tbl"):
        widths = [int(width) for width in strings(table, "w:tblGrid/w:gridCol/@w:w")]
        if sum(widths) != int(strings(table, "w:tblPr/w:tblW/@w:w")[0]):
            yield "the columns are not as wide as their table"
        for row in table.iterfind("w:tr", NAMESPACES):
            yield from _row(row, widths)


def _row(row: etree._Element, widths: list[int]) -> Iterator[str]:
    at = 0
    for cell in row.iterfind("w:tc", NAMESPACES):
        span = int(value(cell, "w:tcPr/w:gridSpan") or 1)
        if int(strings(cell, "w:tcPr/w:tcW/@w:w")[0]) != sum(widths[at : at + span]):
            yield f"a cell is not as wide as its columns: {text(cell)!r}"
        at += span
    if at != len(widths):
        yield f"a row spans {at} of {len(widths)} columns: {text(row)!r}"


_FOR_LAYOUT = {"LayoutTable", "CalloutBox", "QuoteBox"}
"""The styles of tables that hold no data."""


def _table_headers(root: etree._Element) -> Iterator[str]:
    for table in root.iter(W + "tbl"):
        if value(table, "w:tblPr/w:tblStyle") in _FOR_LAYOUT:
            yield from _no_data(table)
            continue
        header = find_all(table, "w:tr[1]/w:trPr/w:tblHeader") or strings(table, "w:tblPr/w:tblLook[@w:firstColumn='1']/@w:val")  # fmt: skip # noqa: E501
        if not header:
            yield "a table has neither header row nor header column"
        if not find_all(table, "w:tblPr/w:tblCaption|w:tblPr/w:tblDescription"):
            yield "a table has no words for those who cannot see it"


def _no_data(table: etree._Element) -> Iterator[str]:
    if find_all(table, "w:tr/w:trPr/w:tblHeader|w:tblPr/w:tblCaption") or strings(table, "w:tblPr/w:tblLook/@*[.='1'][contains(name(), 'first')]"):  # fmt: skip # noqa: E501
        yield "a table that sets out the page says that it holds data"


def _alternatives(root: etree._Element) -> Iterator[str]:
    for drawing in find_all(root, ".//wp:docPr"):
        decorative = bool(find_all(drawing, ".//adec:decorative[@val='1']"))
        if decorative == bool((drawing.get("descr") or "").strip()):
            yield f"{drawing.get('name')} has no alternative text, or one though it is decorative"


def _link_words(root: etree._Element) -> Iterator[str]:
    for link in root.iter(W + "hyperlink"):
        if not text(link).strip() or _BAD_LINK_WORDS.fullmatch(text(link).strip()):
            yield f"a link has no words of its own: {text(link)!r}"


STORY_RULES: tuple[Callable[[etree._Element], Iterator[str]], ...] = (
    _fields,
    _cells,
    _columns,
    _table_headers,
    _alternatives,
    _link_words,
)


def _bookmarks(file: WordFile) -> Iterator[str]:
    starts, ends = strings(file.body, "//w:bookmarkStart/@w:id"), strings(file.body, "//w:bookmarkEnd/@w:id")
    if sorted(starts) != sorted(ends) or len(set(starts)) != len(starts):
        yield "the ends of bookmarks do not pair"
    names = strings(file.body, "//w:bookmarkStart/@w:name")
    yield from (f"bookmark {name} stands twice" for name, count in Counter(names).items() if count > 1)
    yield from (f"bad name of a bookmark: {name}" for name in names if not re.fullmatch(r"[^\W\d]\w{0,39}", name))
    wanted = strings(file.body, "//w:hyperlink/@w:anchor")
    codes = (re.match(r" (?:NOTE|PAGE)?REF (\S+)", code) for code in strings(file.body, "//w:instrText/text()"))
    wanted += [found[1] for found in codes if found]
    yield from (f"nothing is called {name}" for name in wanted if name not in names)


def _relationships(file: WordFile) -> Iterator[str]:
    for name in file.parts:
        folder, _, base = name.rpartition("/")
        used = set(re.findall(rb' r:(?:id|embed)="([^"]+)"', file.parts[name]))
        known = set(re.findall(rb' Id="([^"]+)"', file.parts.get(f"{folder}/_rels/{base}.rels", b"")))
        yield from (f"{name}: no relationship {one.decode()}" for one in used - known)


def _style_names(file: WordFile) -> Iterator[str]:
    used = {style for name in file.parts if _STORIES.match(name) for style in _used_styles(file.root(name))}
    yield from (f"there is no style {name}" for name in sorted(used - set(map(str, file.styles))))
    based = {id_: value(style, "w:basedOn") for id_, style in file.styles.items()}
    yield from (f"{id_} is based on a missing style" for id_, base in based.items() if base and base not in based)


def _used_styles(root: etree._Element) -> list[str]:
    return strings(root, "//w:pStyle/@w:val|//w:rStyle/@w:val|//w:tblStyle/@w:val")


def _headings(file: WordFile) -> Iterator[str]:
    above = 0
    for paragraph in file.paragraphs():
        levels = (value(properties, "w:outlineLvl") for properties in file.style_chain(paragraph))
        level = next((int(level) + 1 for level in levels if level), 0)
        if 0 < level <= 9:  # level 10 is that of text (ECMA-376 part 1, 17.3.1.20)
            if level > above + 1:
                yield f"heading {text(paragraph)!r} of level {level} below level {above}"
            if not text(paragraph).strip():
                yield "a heading without words"
            above = level


def _blanks(file: WordFile) -> Iterator[str]:
    blank = 0
    for block in find_all(file.body, "w:body/*"):
        empty = block.tag == W + "p" and not text(block).strip() and not find_all(block, ".//wp:docPr")
        blank = blank + 1 if empty else 0
        if blank > 1:
            yield "empty paragraphs make space"
        if re.search(r"[ \u00a0]{4,}", text(block)):
            yield f"blanks make space: {text(block)!r}"


def _said_about(file: WordFile) -> Iterator[str]:
    core = file.parts["docProps/core.xml"].decode()
    yield from (f"no {name} in the properties" for name in ("dc:title", "dc:language", "dc:creator") if f"<{name}>" not in core)  # fmt: skip # noqa: E501
    if not strings(file.root("word/styles.xml"), "//w:docDefaults//w:lang/@w:val"):
        yield "no language"
    settings = file.root("word/settings.xml")
    if find_all(settings, "//w:updateFields|//w:documentProtection"):
        yield "the settings question or bar the reader"


def _drawings(file: WordFile) -> Iterator[str]:
    stories = (file.root(name) for name in file.parts if _STORIES.match(name))
    ids = Counter(id_ for root in stories for id_ in strings(root, "//wp:docPr/@id|//wps:cNvPr/@id"))
    yield from (f"drawing {id_} stands {count} times" for id_, count in ids.items() if count > 1)


def _comments(file: WordFile) -> Iterator[str]:
    part = file.root("word/comments.xml") if "word/comments.xml" in file.parts else None
    written = strings(part, "//w:comment/@w:id") if part is not None else []
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        if strings(file.body, f"//w:{mark}/@w:id") != written:
            yield f"not every comment has its {mark}, in the order of the text"
    for name in file.parts:
        if _STORIES.match(name) and name != "word/document.xml" and find_all(file.root(name), "//w:commentReference"):
            yield f"{name}: a comment where Word shows none"


def _sizes(file: WordFile) -> Iterator[str]:
    """Find small type; the line of the rule above footnotes holds no words."""
    words = "//w:style[not(@w:styleId='FootnoteSeparator')]//w:sz/@w:val | //w:docDefaults//w:sz/@w:val"
    sizes = strings(file.root("word/styles.xml"), words)
    yield from (f"type of {int(size) / 2} points" for size in sizes if int(size) < 24)


FILE_RULES: tuple[Callable[[WordFile], Iterator[str]], ...] = (
    _bookmarks,
    _relationships,
    _style_names,
    _headings,
    _blanks,
    _said_about,
    _drawings,
    _comments,
    _sizes,
)
