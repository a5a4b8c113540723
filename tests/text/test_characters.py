"""What happens to characters that cannot be printed."""

import unicodedata
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.errors import DocumentWarning, Located, Origin, origin_of
from csp_docs.text.characters import CharacterError, clean

HERE = Origin("plan.yaml", 3, 5, "title")


@pytest.mark.parametrize(
    "text", ["", "plain", "tab\tand\nline", "Llŷn – ‘quoted’ £5 😀", "soft\u00adhyphen", "no\u00a0break"]
)
def test_clean_text_comes_back_as_it_is(text: str) -> None:
    assert clean(text) is text


@pytest.mark.parametrize("mark", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_break_becomes_a_newline(mark: str) -> None:
    assert clean(f"one{mark}two") == "one\ntwo"


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x07", "U+0007"),
        ("\x7f", "U+007F"),
        ("\x9b", "U+009B"),
        ("\ufeff", "U+FEFF (zero width no-break space)"),
        ("\u202e", "U+202E (right-to-left override)"),
        ("\u2066", "U+2066 (left-to-right isolate)"),
        ("\uffff", "U+FFFF"),
        ("\U0001fffe", "U+1FFFE"),
    ],
)
def test_what_cannot_be_printed_is_left_out_with_a_warning(character: str, name: str) -> None:
    with pytest.warns(DocumentWarning) as caught:
        assert clean(f"a{character}b{character}", HERE) == "ab"
    assert [str(warning.message) for warning in caught] == [
        f"plan.yaml:3:5: left out characters that cannot be printed: {name}"
    ]


def test_one_warning_names_all_characters_of_a_text() -> None:
    with pytest.warns(DocumentWarning) as caught:
        clean("\x01\x02\x01\x03\x04\x05\x06")
    assert [str(warning.message) for warning in caught] == [
        "left out characters that cannot be printed: U+0001, U+0002, U+0003, U+0004, U+0005 and others"
    ]


def test_cleaned_text_still_knows_its_place() -> None:
    assert origin_of(clean(Located.at("a\r\nb", HERE))) == HERE


@pytest.mark.parametrize(("text", "name"), [("No\x07te\0", "U+0000"), ("Note\ud83d", "U+D83D")])
def test_damaged_text_is_refused(text: str, name: str) -> None:
    with pytest.raises(CharacterError) as error:
        clean(text, HERE)
    assert str(error.value) == (
        f'plan.yaml:3:5: title: the character {name} stands after "Note" and cannot be printed\n'
        "  hint: delete it, or save the file as UTF-8 again"
    )
    assert error.value.problem.origin == HERE


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DocumentWarning)
        try:
            cleaned = clean(text)
        except CharacterError:
            return
    assert clean(cleaned) is cleaned
    assert not {unicodedata.category(character) for character in set(cleaned) - set("\t\n")} & {"Cc", "Cs"}


def test_a_letter_with_its_accent_behind_it_is_one_character() -> None:
    assert clean("Cafe\u0301 Pwllheli w\u0302") == "Café Pwllheli ŵ"
