"""Word files as other programs may write them, made of the XML of their parts."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PREFIXES = (
    f'xmlns:w="{_MAIN}" '
    f'xmlns:r="{_TYPES}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def word_file(body: str, *, strict: bool = False, **parts: str) -> bytes:
    """Return a Word file with the content of its body, and of ``parts`` (``styles``, ``numbering``, ``footnotes``)."""
    document = f"<w:document {PREFIXES}><w:body>{body}</w:body></w:document>"
    files = {"word/document.xml": document} | {
        f"word/{kind}.xml": f"<w:{kind} {PREFIXES}>{content}</w:{kind}>" for kind, content in parts.items()
    }
    files["_rels/.rels"] = relationships({"officeDocument": "word/document.xml"})
    files["word/_rels/document.xml.rels"] = relationships({kind: f"{kind}.xml" for kind in parts})
    purl = "http://purl.oclc.org/ooxml"
    for old, new in ((_MAIN, f"{purl}/wordprocessingml/main"), (_TYPES, f"{purl}/officeDocument/relationships")):
        files = {name: text.replace(old, new) if strict else text for name, text in files.items()}
    return zipped(files)


def relationships(targets: dict[str, str]) -> str:
    """Return a part of relationships, by the last word of their types."""
    of = "http://schemas.openxmlformats.org/package/2006/relationships"
    each = (f'<Relationship Id="r{kind}" Type="{_TYPES}/{kind}" Target="{to}"/>' for kind, to in targets.items())
    return f'<Relationships xmlns="{of}">{"".join(each)}</Relationships>'


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return out.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a zip file by their names."""
    with ZipFile(BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def p(*content: str, style: str = "", num: tuple[int, int] | None = None) -> str:
    """Return a paragraph of words, or of markup where it begins with a bracket."""
    inside = "".join(one if one.startswith("<") else r(one) for one in content)
    numbered = f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{numbered}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, result: str) -> str:
    """Return a field with its result."""
    turn = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return f"{turn('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{turn('separate')}{r(result)}{turn('end')}"


def levels(*patterns: tuple[str, str], extra: str = "") -> str:
    """Return the levels of a list, each by its kind of figures and its pattern."""
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(patterns)
    )


def lists(*abstracts: str, nums: str = "") -> str:
    """Return the content of the part of lists: each abstract list with a list of the same number, and ``nums``."""
    whole = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{one}</w:abstractNum>' for at, one in enumerate(abstracts, 1)
    )
    own = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(1, len(abstracts) + 1)
    )
    return whole + own + nums
