"""Which characters may be printed. Characters that cannot be printed never reach a writer."""

from __future__ import annotations

import re
import unicodedata

from csp_docs.errors import Code, Located, Origin, Problem, Severity, origin_of

_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BAD = re.compile("[\0\ud800-\udfff]")
# C0 and C1 controls; marks that change the direction of the text, so that readers see another order than is stored
# (Unicode TR 36, "Bidirectional text spoofing"); the byte order mark and other obsolete format controls;
# noncharacters, which XML 1.0 cannot contain.
_DROPPED = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_ANY = re.compile("|".join(pattern.pattern for pattern in (_BREAK, _BAD, _DROPPED)))


def is_clean(text: str) -> bool:
    """Tell whether ``clean`` would return ``text``, and so each piece of it, unchanged."""
    return (is_shown(text) or not any(map(_ANY.match, set(text)))) and unicodedata.is_normalized("NFC", text)


def is_shown(text: str) -> bool:
    """Tell whether ``text`` has lines of characters that are seen or are spaces, as most texts do. It is quick."""
    return text.replace("\n", "").isprintable()


def clean(text: str, origin: Origin | None = None) -> tuple[str, tuple[Problem, ...]]:
    r"""Return ``text`` with only characters that can be printed, and what was left out of it.

    Text that is already clean is returned unchanged. Line breaks of every kind become ``\n``, and a letter with accents
    after it becomes one character (NFC). Control characters are left out with a warning that names them. NUL and lone
    surrogates, which are signs of a damaged file, give an error. ``origin`` is where the text was written, if the text
    does not have its own place.
    """
    if not _ANY.search(text) and unicodedata.is_normalized("NFC", text):
        return text, ()
    place = origin or origin_of(text)
    cleaned = unicodedata.normalize("NFC", _DROPPED.sub("", _BAD.sub("", _BREAK.sub("\n", text))))
    return Located.at(cleaned, place) if place else cleaned, _left_out(text, place)


def _left_out(text: str, origin: Origin | None) -> tuple[Problem, ...]:
    if bad := _BAD.search(text):
        before = _ANY.sub("", text[: bad.start()])[-20:]
        fact = f'the character {_name(bad[0])} after "{before}" cannot be printed'
        return (Problem(Code.DAMAGED_CHARACTER, fact, "delete it, or save the file as UTF-8 again", origin),)
    if found := list(dict.fromkeys(_DROPPED.findall(text))):
        names = ", ".join(map(_name, found[:5])) + (" and others" if len(found) > 5 else "")
        fact = f"characters that cannot be printed were left out: {names}"
        return (Problem(Code.CHARACTERS_LEFT_OUT, fact, "delete them", origin, Severity.WARNING),)
    return ()


def _name(character: str) -> str:
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" ({name.lower()})" if name else "")
