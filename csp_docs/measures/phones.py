"""Words before a telephone number, in English and Welsh: texts and labels know by the same words what a number is."""

from __future__ import annotations

import re

LINES = (
    "tel|(?:tele|free|text|mini|car|pay)?phone|(?:help|hot|land|care|advice|crisis|info|information|phone|text)[\\s-]?line"
    "|switchboard|minicom|typetalk|relay\\suk|sms|whatsapp|signal|telegram|fax|mobile|cell|pager|bleep"
    "|ext|extension|(?:tele|rhad)?ffôn|teleffon|symudol|ffacs|estyniad|switsfwrdd"
    "|(?:ll|l)inell(?:au)?\\s(?:g|ch|ngh)(?:ymorth|yngor)|(?:ll|l)inell\\s(?:ffôn|argyfwng|uniongyrchol)"
)
"""What a number is for: it says of whatever follows that it is a number."""
CALLS = (
    "call|ring|dial|text|contact|line|direct\\sdial|emergency|emergencies|out[\\s-]of[\\s-]hours|reception"
    "|ffoniwch|galwch|deialwch|tecst|tecstiwch|testun|neges\\sdestun|cysylltwch|(?:ll|l)inell|argyfwng"
)
"""Words that may be before a number, and before much else."""
_LABEL = re.compile(rf"(?:^|\s)(?:(?P<line>{LINES})s?|{CALLS})(?:\s(?:numbers?|no|us|ni|ar|free))*$", re.IGNORECASE)
_NUMBER = re.compile(r"[\s(+*]*\d[\d\s()/.+–-]*\d")
_FIGURES = re.compile(r"\d")
_ONE = re.compile(r"[+]?[\s(]*\d(?:[\s().-]*\d){2,14}")
"""One number: what has a "/" or a dash in it may be two."""
_SIGNS = re.compile(r"[\s().-]")


def is_phone(label: str, text: str) -> bool:
    """Tell whether a text next to a label, such as "Helpline" or "Text us", is a telephone number.

    Below "Helpline" all figures are; below "Text", which says less, only what begins with a number is.
    """
    found = _LABEL.search(label)
    return bool(found and (_FIGURES.search(text) if found["line"] else _NUMBER.match(text)))


def is_number(text: str) -> bool:
    """Tell whether a text is nothing but the digits and the signs of a telephone number."""
    return bool(_NUMBER.fullmatch(text.strip()))


def tel(text: str) -> str:
    """Return the address at which a telephone calls a number (RFC 3966); empty if a text is not one number alone.

    >>> tel("01530 454555"), tel("+44 (0)1530 454555"), tel("01530 454555/6")
    ('tel:01530454555', 'tel:+441530454555', '')
    """
    number = text.strip().replace("(0)", "") if text.strip().startswith("+") else text.strip()
    return f"tel:{_SIGNS.sub('', number)}" if _ONE.fullmatch(number) else ""
