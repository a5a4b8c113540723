"""The widths that every writer shares are those of the font that the PDF embeds."""

import string

import pytest

from csp_docs.theme import metrics
from csp_docs.writers.pdf.type.fonts import load_family


@pytest.mark.parametrize("bold", [False, True])
def test_the_listed_widths_are_the_fonts(bold: bool) -> None:
    face = load_family("Arimo").face(bold=bold)
    signs = (
        string.ascii_letters
        + string.digits
        + string.punctuation
        + " £–—‘’“”•…€é−●▲■↑↓→←™‰°©®½¼¾²³·×÷±≥≤≈§†æœßØÆŒŵŷŴîïâÉ"
    )
    widths = {sign: metrics.width(sign, bold=bold) for sign in signs}
    assert widths == pytest.approx({sign: face.width(sign) for sign in signs}, abs=0.001)


def test_a_line_is_shortened_at_a_word_and_a_text_wrapped_into_lines() -> None:
    assert metrics.shortened("Community safety strategy", 9) == "Community…"
    assert metrics.shortened("Short", 9) == "Short"


@pytest.mark.parametrize(
    ("text", "whole", "printed"),
    [
        ("A plan for the town", "A plan for the", "A plan…"),
        ("A plan and a map", "A plan and a", "A plan…"),
        ("A plan – the map", "A plan – the", "A plan…"),
        ("A plan: the map", "A plan: the", "A plan…"),
        ("The NHS and the town", "The NHS and", "The NHS…"),
    ],
)
def test_a_line_is_not_cut_after_a_small_word_or_a_sign(text: str, whole: str, printed: str) -> None:
    assert metrics.shortened(text, metrics.width(f"{whole}…")) == printed
    assert metrics.wrapped("Exempt from publication today", 9) == ["Exempt from", "publication today"]
