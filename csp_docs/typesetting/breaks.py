"""Where a word that is wider than its line is divided, for all writers; figures are not divided."""

from __future__ import annotations

import re

_NUMBER = r"[+\-−±~≈<>≤≥£$€#]*\d(?:[\d.,:/]|[-–—](?=\d))*[\xa0\u202f]?(?:%|‰|°|[^\W\d_]{1,10}(?:/\w{1,10})?)?"
_FIGURE = re.compile(rf"[(\[‘“\"']*{_NUMBER}(?:[-–—]{_NUMBER})*[*†)\].,;:!?’”\"']*")
"""A figure with its signs, commas and unit, or a range of two: "£1.2m", "−12.5%", "(1,204)", "2011-14", "£5/hour"."""
_SIGNS = r"/.\-–—_@?&=:#\\|"
_PLACES = re.compile(rf"(?<=[\w{_SIGNS}][{_SIGNS}])(?=[^\W_])(?!(?<=\d.)\d)")
"""After a sign, or several, with a letter or digit on either side: addresses, paths, words with hyphens."""
_AFTER_DASH = re.compile(r"(?<=[^\W_][-–—])(?=[£$€]?\d)|(?<=%[-–—])(?=[£$€]?\d)|(?<=[12]\d{3}/)(?=\d\d)")
_PERIOD = re.compile(r"[12]\d{3}[-–—/]\d\d(?:\d\d)?")
_BY_DIGITS = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_RATING = frozenset("●▲■")
_CODE = 16
"""A part of up to this number of characters is like a figure if half of them are digits, as in "CSP2024001"."""


def is_figure(word: str) -> bool:
    """Return whether ``word``, or a part of one, would be misread if a line ended inside it.

    >>> [is_figure(word) for word in ("2,410", "−12.5%", "2011-14", "CSP2024", "Ward12", "annual-return-2024")]
    [True, True, True, True, False, False]
    """
    if not _RATING.isdisjoint(word) or _FIGURE.fullmatch(word):
        return True
    digits = sum(map(str.isdecimal, word))
    return 0 < len(word) <= min(2 * digits, _CODE) and not _PLACES.search(word)


def parts(word: str) -> list[str]:
    """Return the parts of ``word`` (with no spaces) that a line may end between; a figure is one part.

    >>> parts("https://www.example.gov.uk/crime-2023-24.ods")
    ['https://', 'www.', 'example.', 'gov.', 'uk/', 'crime-', '2023-24.', 'ods']
    >>> parts("£12,000/year")
    ['£12,000/year']
    """
    return [word] if _FIGURE.fullmatch(word) else _split(_PLACES, word)


def periods(part: str) -> list[str]:
    """Return the pieces of a part that is a period of years, which is read well on two lines; other parts are whole.

    >>> periods("2019/20"), periods("2019-2020"), periods("12,345")
    (['2019/', '20'], ['2019-', '2020'], ['12,345'])
    """
    return pieces(part) if _PERIOD.fullmatch(part) else [part]


def pieces(part: str) -> list[str]:
    """Return the pieces of a part that is wider than its line: the figures of a range, or words and digits.

    >>> pieces("2011-14"), pieces("2019/20"), pieces("-14"), pieces("Ward12")
    (['2011-', '14'], ['2019/', '20'], ['-14'], ['Ward', '12'])
    """
    return _split(_AFTER_DASH if is_figure(part) else _BY_DIGITS, part)


def _split(places: re.Pattern[str], word: str) -> list[str]:
    return places.split(word) if places.search(word) else [word]
