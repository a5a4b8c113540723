"""The words of web pages: what their main part shows."""

from __future__ import annotations

import pytest

from csp_docs.comparing import html
from csp_docs.comparing.reading import Reading
from csp_docs.errors import CspDocsError


def read(body: str, head: str = "<meta charset=utf-8>") -> Reading:
    return html.read("a.html", f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())


PAGES = {
    "blocks are apart, words in a line are not": (
        "<p>20<b>13</b><i>a</i></p><div>b<p>c</p>d</div>", ["2013a", "b", "c", "d"],
    ),
    "only the main part": ("<header>Site</header><main><h1>T</h1></main><footer>Foot</footer>", ["T"]),
    "visible words around the main part": (
        "<a href=#m>Skip to the document</a><header>Site</header><aside>a</aside><main id=m>b</main><p>c</p>"
        "<footer>Foot</footer>",
        ["a", "b", "c"],
    ),
    "contents that repeat the headings": (
        "<main><nav><h2>Contents</h2><a href=#a>1. Aims</a></nav><h2 id=a>1. Aims</h2></main>", ["1. Aims"],
    ),
    "contents with other words": (
        "<main><nav><h2>Contents</h2><a href=#a>Aims</a><p>but</p></nav><h2 id=a>Aims</h2></main>",
        ["Contents", "Aims", "but", "Aims"],
    ),
    "contents that repeat a hidden heading": ("<main><nav><a href=#a>a</a></nav><h2 hidden>a</h2>b</main>", ["a", "b"]),
    "a way back with words": ("<main>a<a role=doc-backlink>↩</a><a role=doc-backlink>Rose</a></main>", ["aRose"]),
    "no navigation but contents": ("<nav><a>Home</a></nav><nav role=doc-toc><a>1. Aims</a></nav>", ["1. Aims"]),
    "nothing hidden": (
        "<p hidden>a</p><p style='display: none'>b</p><script>c</script><style>d</style><template>e</template>"
        "<span class='visually-hidden'>f</span><p>g</p>",
        ["g"],
    ),
    "what is folded up": ("<details><summary>More</summary><p>text</p></details>", ["More", "text"]),
    "deleted words": ("<p>It is <del>old</del><ins>new</ins></p>", ["It is new"]),
    "numbers of lists": (
        "<ol start=3><li>a<ol type=a><li>b<li>c</ol><li value=9>d<li>e</ol>", ["3. a", "a. b", "b. c", "9. d", "10. e"],
    ),
    "lists without numbers": (
        "<ul><li>a</ul><ol role=list><li>1. b</ol><ol style='list-style: none'><li>c</ol>", ["a", "1. b", "c"],
    ),
    "lists that count down": ("<ol reversed><li>a<li>b</ol>", ["2. a", "1. b"]),
    "cells": ("<table><caption>T</caption><tr><th>a<th>1<tr><td>b<td>2</table>", ["T", "a", "1", "b", "2"]),
    "entities": ("<p>Fire &amp; Rescue&nbsp;&pound;5 &#8211; now</p>", ["Fire & Rescue £5 – now"]),
    "line breaks": ("<p>a<br>b</p>", ["a b"]),
    "a raised figure": ("<p>10<sup>2</sup>.</p>", ["10 2 ."]),
    "the mark of a note is a word": ("<p>2013<sup><a role=doc-noteref>1</a></sup>.</p>", ["2013 1 ."]),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_the_words_of_a_page(name: str) -> None:
    body, expected = PAGES[name]
    assert [" ".join(piece.text.split()) for piece in read(body).text] == expected


@pytest.mark.parametrize(
    "shown",
    ["<nav>{}</nav>", "<button>{}</button>", "<textarea>{}</textarea>", "<select><option>{}</select>", "<rt>{}</rt>",
     "<output>{}</output>", "<dialog open>{}</dialog>", "<input value={}>", "<header>{}</header>",
     "<footer>{}</footer>", "<p>a <span class=running-head>{}</span></p>",
     "<aside>{}</aside></main><aside>b</aside><main>"],
)  # fmt: skip
def test_words_that_are_shown_in_the_main_part_are_read(shown: str) -> None:
    assert "Rose" in " ".join(piece.text for piece in read(f"<main><p>a</p>{shown.format('Rose')}</main>").text)


@pytest.mark.parametrize("unseen", ["<dialog>{}</dialog>", "<input type=hidden value={}>", "<datalist>{}</datalist>"])
def test_words_that_are_not_shown_are_not_read(unseen: str) -> None:
    assert [piece.text for piece in read(f"<main><p>a</p>{unseen.format('Rose')}</main>").text] == ["a"]


def test_headings_of_notes_are_named_unless_they_only_say_what_is_below_them() -> None:
    notes = "<main><p>a</p><section role=doc-endnotes><h2>{}</h2><ol><li>b</ol></section></main>"
    assert [read(notes.format(said)).but_for for said in ("Footnotes", "Crime rose")] == [
        (),
        ('the heading "Crime rose" of contents or notes',),
    ]


def test_notes_and_descriptions_come_after_the_text() -> None:
    found = read(
        "<section role=doc-endnotes><h2>Notes</h2><ol><li>A note <a role=doc-backlink>back</a></ol></section>"
        "<figure><svg role=img aria-labelledby='t d'><title id=t>Crime</title><desc id=d>It fell</desc>"
        "<text>11</text></svg><figcaption>Figure 1</figcaption><details><summary>Numbers</summary>11</details></figure>"
        "<img alt='A map' src=x><img alt='' src=y>"
    )
    assert [piece.text for piece in found.text] == ["Figure 1"]
    assert [piece.text.strip() for piece in found.notes] == ["A note"]
    assert [piece.text for piece in found.descriptions] == ["Crime It fell", "A map"]


def test_a_place_is_a_paragraph_or_a_cell_below_a_heading() -> None:
    found = read("<p>a</p><h2>Aims</h2><p>b</p><table><tr><th>c<tr><td>d<td><p>e<p>f</table><p>g</p>")
    below = ', below "Aims"'
    assert [piece.place.removesuffix(below) for piece in found.text] == [
        "paragraph 1", 'heading "Aims"', "paragraph 1", "table 1, row 1, cell 1", "table 1, row 2, cell 1",
        "table 1, row 2, cell 2", "table 1, row 2, cell 2", "paragraph 2",
    ]  # fmt: skip


def test_the_place_of_a_note_is_its_number() -> None:
    notes = "<section role=doc-endnotes><h2>Notes</h2><ol><li>a<ul><li>b</ul><li>c</ol></section>"
    found = read(f"<p>text</p>{notes}<p role=doc-footnote>d</p>")
    assert [(piece.text, piece.place) for piece in found.notes] == [
        ("a", "note 1"), ("b", "note 1"), ("c", "note 2"), ("d", "note 3"),
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_letters_are_read_in_their_encoding(encoding: str) -> None:
    named = "utf-8" if encoding == "utf-16" else encoding
    page = f"<html><head><meta charset={named}></head><body><p>Café – £5</p></body></html>"
    assert html.read("a.html", page.encode(encoding)).text[0].text == "Café – £5"


def test_a_page_that_a_script_writes_is_refused() -> None:
    with pytest.raises(CspDocsError, match="no words in it; a script may write them"):
        read("<script>document.write('a')</script>")


TWO_STATES = {
    "a box": ("<input type=checkbox checked>", "<input type=checkbox>"),
    "a choice": ("<input type=radio>a<input type=radio checked>b", "<input type=radio checked>a<input type=radio>b"),
    "a list that opens": (
        "<select><option>a<option selected>b</select>",
        "<select><option selected>a<option>b</select>",
    ),
    "the first of a list": ("<select><option>a<option>b</select>", "<select><option>b<option>a</select>"),
    "a field": ("<input value=a>", "<input value=b>"),
}


@pytest.mark.parametrize("name", TWO_STATES)
def test_what_is_ticked_chosen_and_entered_counts(name: str) -> None:
    one, other = (read(f"<main><p>Rose {state}</p></main>") for state in TWO_STATES[name])
    assert [piece.text for piece in one.text] != [piece.text for piece in other.text]


@pytest.mark.parametrize(
    "inside", ["<iframe srcdoc='&lt;p>a'></iframe>", "<embed src=a.pdf>", "<object data=a.pdf></object>"]
)
def test_what_is_shown_from_another_file_is_named(inside: str) -> None:
    assert len(read(f"<main><p>Rose</p>{inside}</main>").but_for) == 1


def test_what_is_not_compared_is_listed() -> None:
    found = dict(read("<p>a</p><noscript>b</noscript><select><option>c<option>d</select><img src=e>").left_out)
    assert found["words for browsers without scripts"] == found["options that are not chosen"] == 1
    assert found["pictures themselves"] == found["where links inside the document lead"] == 0
