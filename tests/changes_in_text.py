"""Changes of a text that change what it says: of words, figures, signs and their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from attrs import frozen

SIGNS = (
    (r"(?<=\d),(?=\d)", "."), (r"(?<=\d)\.(?=\d)", ""), (r"£", "$"), (r"£", ""), (r"%", ""), (r"\.(?=\s|$)", "?"),
    (r"(?<![\w.,−–-])(?=\d)", "−"), (r"(?<=[a-z]) (?=[a-z])", ", "), (r"(?<=\w)-(?=\w)", "/"), (r"²", "³"),
    (r"\[x\]", "[c]"), (r"’", ""),
)  # fmt: skip
"""Signs, and what is in their place after a change that says something else."""


@frozen
class Change:
    """A text before and after a change of a ``kind``."""

    kind: str
    before: str
    after: str

    @property
    def words(self) -> str:
        """What is new in the text, in short."""
        at = next((n for n, (a, b) in enumerate(zip(self.before, self.after, strict=False)) if a != b), 0)
        start = max(at - 15, 0)
        return f"{self.kind}: {self.before[start : start + 60]!r} → {self.after[start : start + 60]!r}"


def changed(text: str, random: Random) -> Change | None:
    """Return a change of a text; None if it cannot be made."""
    kind = random.choice([*KINDS])
    after = KINDS[kind](text, random)
    if not after.strip() or "".join(text.split()) == "".join(after.split()):
        return None
    return Change(kind, text, after)


def _another_digit(text: str, random: Random) -> str:
    digits = [found.start() for found in re.finditer(r"\d", text)]
    if not digits:
        return text
    at = random.choice(digits)
    return f"{text[:at]}{(int(text[at]) + random.randint(1, 9)) % 10}{text[at + 1 :]}"


def _another_sign(text: str, random: Random) -> str:
    found = [(match, new) for sign, new in SIGNS for match in re.finditer(sign, text)]
    if not found:
        return text
    match, new = random.choice(found)
    return f"{text[: match.start()]}{new}{text[match.end() :]}"


def _in_words(change: Callable[[list[str], int, Random], list[str]]) -> Callable[[str, Random], str]:
    def made(text: str, random: Random) -> str:
        words = text.split(" ")
        at = random.randrange(len(words))
        return " ".join(change(words, at, random)) if re.fullmatch(r"\w{2,}", words[at]) else text

    return made


KINDS: dict[str, Callable[[str, Random], str]] = {
    "another word": _in_words(
        lambda words, at, random: [*words[:at], random.choice(("councils", "never", "100", "Wards")), *words[at + 1 :]]
    ),
    "another digit": _another_digit,
    "another sign": _another_sign,
    "words in another order": _in_words(
        lambda words, at, _: [*words[:at], *words[at : at + 2][::-1], *words[at + 2 :]]
    ),
    "a word less": _in_words(lambda words, at, _: [*words[:at], *words[at + 1 :]]),
    "a word twice": _in_words(lambda words, at, _: [*words[: at + 1], *words[at:]]),
}
