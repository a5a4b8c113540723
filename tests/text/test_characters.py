"""What happens to characters that cannot be printed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csp_docs.errors import Code, Located, Origin, Severity, origin_of
from csp_docs.reading.source import readable
from csp_docs.text.characters import clean, is_clean, is_shown

HERE = Origin("plan.yaml", 3, 5, "title")


@pytest.mark.parametrize(
    "text", ["", "plain", "tab\tand\nline", "Llŷn – ‘quoted’ £5 😀", "soft\u00adhyphen", "no\u00a0break"]
)
def test_clean_text_comes_back_as_it_is(text: str) -> None:
    cleaned, problems = clean(text)
    assert cleaned is text
    assert problems == ()


@pytest.mark.parametrize("mark", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_break_becomes_a_newline(mark: str) -> None:
    assert clean(f"one{mark}two") == ("one\ntwo", ())


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
    cleaned, [problem] = clean(f"a{character}b{character}", HERE)
    assert cleaned == "ab"
    assert problem.fact == f"characters that cannot be printed were left out: {name}"
    assert (problem.code, problem.severity, problem.origin) == (Code.CHARACTERS_LEFT_OUT, Severity.WARNING, HERE)


def test_one_warning_names_all_characters_of_a_text() -> None:
    _, [problem] = clean("\x01\x02\x01\x03\x04\x05\x06")
    assert problem.fact == (
        "characters that cannot be printed were left out: U+0001, U+0002, U+0003, U+0004, U+0005 and others"
    )


def test_cleaned_text_still_knows_its_place() -> None:
    assert origin_of(clean(Located.at("a\r\nb", HERE))[0]) == HERE


@pytest.mark.parametrize(("text", "name"), [("No\x07te\0", "U+0000"), ("Note\ud83d", "U+D83D")])
def test_damaged_text_is_refused(text: str, name: str) -> None:
    _, [problem] = clean(text, HERE)
    assert str(problem) == (
        f'plan.yaml:3:5: title: the character {name} after "Note" cannot be printed [CSP401]\n'
        "  hint: delete it, or save the file as UTF-8 again"
    )
    assert (problem.origin, problem.severity) == (HERE, Severity.ERROR)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    cleaned, _ = clean(text)
    assert clean(cleaned)[0] is cleaned
    assert clean(cleaned)[1] == ()
    assert not {unicodedata.category(character) for character in set(cleaned) - set("\t\n")} & {"Cc", "Cs"}


def test_a_letter_with_its_accent_behind_it_is_one_character() -> None:
    assert clean("Cafe\u0301 Pwllheli w\u0302") == ("Café Pwllheli ŵ", ())


@pytest.mark.parametrize("text", ["plain", "Llŷn", "e\u0301", "a\r\nb", "Note\0", "a\u202eb"])
def test_only_text_that_comes_back_as_it_is_is_clean(text: str) -> None:
    assert is_clean(text) == (clean(text)[0] is text)


def test_characters_that_are_shown_are_never_left_out() -> None:
    """Texts are judged as a whole first. That leaves out the look at each character, which must not find more."""
    shown = [character for character in map(chr, range(0x110000)) if is_shown(character)]
    assert [character for character in shown if clean(character)[1]] == []
    assert [character for character in shown if readable(character, "plan.yaml", []) != character] == []
