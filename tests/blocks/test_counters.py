"""Patterns of printed numbers: a council shows the first number, the rest follow."""

import pytest

from csp_docs.blocks.counters import NumberPattern


@pytest.mark.parametrize(
    ("pattern", "counts", "printed"),
    [
        ("1.0", (3,), "3.0"),
        ("1.", (12,), "12."),
        ("1", (1,), "1"),
        ("Section 1:", (4,), "Section 4:"),
        ("1.1", (2, 10), "2.10"),
        ("1.1.1", (2, 1, 3), "2.1.3"),
        ("1.1", (2, 1, 3), "1.3"),
        ("(a)", (26,), "(z)"),
        ("(a)", (27,), "(aa)"),
        ("A", (28,), "BB"),
        ("(i)", (14,), "(xiv)"),
        ("I.", (1994,), "MCMXCIV."),
    ],
)
def test_a_pattern_prints_the_next_numbers_as_the_first(pattern: str, counts: tuple[int, ...], printed: str) -> None:
    assert NumberPattern.parse(pattern).format(*counts) == printed


@pytest.mark.parametrize("text", ["", "Section", "2", "a and b", "no"])
def test_a_text_that_shows_no_first_number_is_no_pattern(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        NumberPattern.parse(text)
