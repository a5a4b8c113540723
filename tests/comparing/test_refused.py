"""Files that cannot be compared, or may be made to do harm, are refused in plain words."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path
from random import Random

import pikepdf
import pytest

from csp_docs.comparing import compared, files, html
from csp_docs.errors import CspDocsError
from tests.comparing.pdf_sample import at, element, marked, pdf_file, written
from tests.comparing.word_sample import p, relationships, word_file, zipped

WORD, PDF = word_file(p("Crime fell")), pdf_file([marked("P", 0, at(700, "Crime fell"))], element("P", "0"))
PAGE = b"<!doctype html><html><body><main><p>Crime <b>fell</b></p></main></body></html>"
GOOD = {"docx": WORD, "pdf": PDF, "html": PAGE}


def encrypted() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(PDF)) as file:
        file.save(out, encryption=pikepdf.Encryption(user="a", owner="b"))
    return out.getvalue()


def with_document(document: str) -> bytes:
    return zipped({"_rels/.rels": relationships({"officeDocument": "d.xml"}), "d.xml": document})


def circle() -> bytes:
    """Return a PDF in which an element of the tag tree is inside itself."""
    return pdf_file([marked("P", 0, at(700, "a"))], "50 0 R", objects=["<</S/P/P 41 0 R/Pg 3 0 R/K[0 50 0 R]>>"])


def forms() -> bytes:
    """Return a PDF with forms in forms, which paint more than anybody can read."""
    fonts = "/Resources<</XObject<</X {} 0 R>>>>"
    each = [f"<</Type/XObject/Subtype/Form/BBox[0 0 1 1]{fonts.format(51 + n)}/Length 60>>stream\n{'/X Do ' * 10}\nendstream" for n in range(9)]  # fmt: skip # noqa: E501
    last = "<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Length 0>>stream\n\nendstream"
    return pdf_file(["/X Do"], objects=[*each, last]).replace(b"/X 45 0 R", b"/X 50 0 R")


ENTITIES = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY b "{}">]><w:document xmlns:w="w"><w:body>&x;</w:body></w:document>'  # fmt: skip # noqa: E501
REFUSED = {
    "empty": (b"", "the file is empty"),
    "a text": (b"Crime fell", "is not a Word file, a PDF or a web page"),
    "an old Word file": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
        "protected by a password, or is a Word file",
    ),
    "half a Word file": (WORD[: len(WORD) // 2], "its parts cannot be unpacked"),
    "a zip of something else": (zipped({"a.txt": "a"}), "has no Word document in it"),
    "external entities": (with_document(ENTITIES.format("b")), "declares entities"),
    "broken XML": (with_document("<w:document>"), "is not XML that can be read"),
    "deep XML": (with_document("<a>" * 5000 + "</a>" * 5000), "is not XML that can be read"),
    "an encrypted PDF": (encrypted(), "protected by a password"),
    "half a PDF": (PDF[:60], "the PDF"),
    "a PDF without pages": (written({1: "<</Type/Catalog>>"}), "the PDF"),
    "tags in a circle": (circle(), "nested too deeply or in a circle"),
    "forms in forms": (forms(), "paints too much to be read"),
    "comments without an end": (pdf_file(["%" * 5000]), "has no words in it"),
    "a deep web page": (b"<!doctype html><html><body>" + b"<div>" * 9000 + b"a", "nested too deeply|cannot be read"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_is_refused_in_plain_words(name: str, tmp_path: Path) -> None:
    content, fact = REFUSED[name]
    file = tmp_path / "given"
    file.write_bytes(content)
    with pytest.raises(CspDocsError, match=fact) as refused:
        compared.read(str(file))
    [problem] = refused.value.problems
    assert problem.fact.startswith(f"{file}: ")
    assert problem.hint


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    for name, fact in (("none.docx", "does not exist"), (".", "this is a folder without the pages")):
        with pytest.raises(CspDocsError, match=fact):
            compared.read(str(tmp_path / name))


def test_all_files_that_cannot_be_read_are_reported_together(tmp_path: Path) -> None:
    with pytest.raises(CspDocsError) as refused:
        compared.compared([str(tmp_path / name) for name in ("a.docx", "b.pdf")])
    assert len(refused.value.problems) == 2


def test_a_zip_that_grows_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_PART", 100_000)
    bomb = tmp_path / "a.docx"
    bomb.write_bytes(word_file(p("a" * 200_000)))
    with pytest.raises(CspDocsError, match="unpacked, the file is larger than"):
        compared.read(str(bomb))


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1000)
    large = tmp_path / "a.html"
    large.write_bytes(PAGE + b" " * 1000)
    with pytest.raises(CspDocsError, match="the file is larger than"):
        compared.read(str(large))


LARGE = b"a" * 11_000_000
BEFORE_THE_END = {
    "a large picture": b"<img alt='' src='data:image/png;base64," + LARGE + b"'>",
    "a long text": b"<p>" + LARGE + b"</p>",
    "a long script": b"<script>" + LARGE + b"</script>",
    "a deep element": b"<div>" * 150 + b"a" + b"</div>" * 150,
    "a deeper element": b"<div>" * 300 + b"a" + b"</div>" * 300,
    "the deepest element": b"<div>" * 3000 + b"a" + b"</div>" * 3000,
    "NUL": b"<p>a\0b</p>",
    "other encodings": b"<p>\xff\xc3\x80\xd8\x00\xa0</p>",
    "broken entities": b"<p>&#xd800;&#0;&nosuch;</p>",
    "broken tags": b"</p></table><p <b></i><td><a href='",
}


@pytest.mark.parametrize("charset", [b"utf-8", b"shift_jis", b"windows-1252", b"none"])
@pytest.mark.parametrize("name", BEFORE_THE_END)
def test_a_web_page_is_read_to_its_end_or_refused(name: str, charset: bytes) -> None:
    page = b"<!doctype html><html><meta charset=%s><body>%s'><p>The end</p></body></html>"
    with suppress(CspDocsError):
        found = html.read("a.html", page % (charset, BEFORE_THE_END[name]))
        assert "The end" in [piece.text.strip() for piece in found.text]


def test_the_only_limit_of_a_picture_in_a_web_page_is_the_size_of_the_file() -> None:
    pages = (PAGE.replace(b"<b>", BEFORE_THE_END["a large picture"] + b"<b>" + word) for word in (b"", b"steeply "))
    one, other = (html.read("a.html", page) for page in pages)
    assert [difference.other.words for difference in compared.pair(one, other).differences] == ["steeply"]


@pytest.mark.parametrize("kind", GOOD)
def test_a_damaged_file_is_read_or_refused(kind: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    random, file = Random(kind), tmp_path / f"a.{kind}"
    for _ in range(150):
        file.write_bytes(_damaged(GOOD[kind], random))
        with suppress(CspDocsError):  # and no other error
            compared.read(str(file))
    assert caplog.records == []


def _damaged(content: bytes, random: Random) -> bytes:
    """Return a file in which bytes are changed, left out or repeated: in a Word file, those of an unpacked part."""
    if content.startswith(b"PK") and random.random() < 0.8:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            parts = {name: file.read(name) for name in file.namelist()}
        name = random.choice(sorted(parts))
        parts[name] = _damaged_bytes(parts[name], random)
        return zipped(parts)
    return _damaged_bytes(content, random)


def _damaged_bytes(content: bytes, random: Random) -> bytes:
    start = random.randrange(len(content))
    end = min(start + random.randint(1, 40), len(content))
    kind = random.randrange(3)
    middle = content[start:end] * 2 if kind == 0 else random.randbytes(end - start) if kind == 1 else b""
    return content[:start] + middle + content[end:]
