"""Numbers in the styles of Word (ECMA-376 part 1, 17.18.59): 3, 03, c, iii, 3rd."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_SIGNS = "*†‡§"
_MOST_FIGURES = 9
_LARGEST = 10_000
"""Above it, letters and Roman figures would be endless: the figure itself is printed."""


def whole(given: str | None, otherwise: int = 0) -> int:
    """Return a whole number of a file; ``otherwise`` if it has none, or one that is longer than any count.

    >>> whole("12"), whole("nine", 1), whole("9" * 5000, 1)
    (12, 1, 1)
    """
    is_count = bool(given and given.removeprefix("-").isdecimal()) and len(given or "") <= _MOST_FIGURES
    return int(given or 0) if is_count else otherwise


def printed(count: int, style: str) -> str:
    """Return ``count`` in a style of Word; in figures if the style is not known."""
    if style == "none":
        return ""
    if not 0 < count < _LARGEST:
        return str(count)
    match style:
        case "lowerLetter" | "upperLetter":
            return _cased(_repeated("abcdefghijklmnopqrstuvwxyz", count), style)
        case "lowerRoman" | "upperRoman":
            return _cased(_roman(count), style)
        case "decimalZero":
            return f"{count:02}"
        case "ordinal":
            return f"{count}{_ending(count)}"
        case "chicago":
            return _repeated(_SIGNS, count)
        case _:
            return str(count)


def _cased(number: str, style: str) -> str:
    return number.upper() if style.startswith("upper") else number


def _repeated(signs: str, count: int) -> str:
    """Return the sign of a count; after the last one come all of them twice: y, z, aa, bb."""
    times, at = divmod(count - 1, len(signs))
    return signs[at] * (times + 1)


def _roman(count: int) -> str:
    out = ""
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        out += letters * times
    return out


def _ending(count: int) -> str:
    if count % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
