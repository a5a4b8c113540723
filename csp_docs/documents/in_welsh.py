"""Welsh words for sample papers: sentences in place of sentences, and a few words in place of a few."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import cycle
from typing import Any

from attrs import evolve, fields, has

from csp_docs.documents.editions import is_words
from csp_docs.errors import Located, Origin, origin_of
from csp_docs.model import CouncilDocument
from csp_docs.model.reach import types_of
from csp_docs.model.values import Markdown
from csp_docs.records import record

_A_FEW = (
    "Geiriau enghreifftiol",
    "Testun i ddangos yr olwg",
    "Geiriau yn lle'r rhai go iawn",
    "Enghraifft o destun",
)
_SENTENCES = (
    "Mae'r geiriau hyn yn dangos sut olwg sydd ar y papur.",
    "Bydd awdur y papur yn ysgrifennu'r geiriau go iawn yma.",
    "Enghraifft yw'r frawddeg hon, ac nid oes ystyr arall iddi.",
)
_LOOKED_UP = re.compile(r"\{\{.*?\}\}")
_WORD = re.compile(r"[^\W\d_]{3}")
"""The letters of a word: the number of a version may have one too, V1."""


def in_welsh(document: CouncilDocument) -> CouncilDocument:
    """Return a sample paper with Welsh in place of all its words. Numbers, and what texts look up, are the same."""
    words = _Words(cycle(_A_FEW), cycle(_SENTENCES))
    partnership = words.value(document.partnership, words=True)
    whole: CouncilDocument = evolve(words.part(document), partnership=partnership)
    return whole


@record
class _Words:
    """Where the next words come from."""

    a_few: Iterator[str]
    sentences: Iterator[str]

    def part(self, part: Any) -> Any:
        """Return an object of the model in Welsh."""
        words = {name for name, of in types_of(type(part)).items() if is_words(of)}
        values = {field.name: getattr(part, field.name) for field in fields(type(part)) if field.init}
        changed = {name: self.value(value, words=name in words) for name, value in values.items()}
        return evolve(part, **{**changed, **self.named(part, changed)})

    def named(self, part: Any, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the values whose keys are words too, in Welsh, with numbers that tell them apart."""
        known = types_of(type(part))
        named = {name: value for name, value in values.items() if value and known.get(name) == dict[str, Markdown]}
        return {
            name: {f"{next(self.a_few)} {number}": text for number, text in enumerate(value.values(), 1)}
            for name, value in named.items()
        }

    def value(self, value: Any, *, words: bool) -> Any:
        """Return the value of a field; its texts are other ones if they are ``words``."""
        match value:
            case str():
                return self.text(value) if words and _WORD.search(_LOOKED_UP.sub("", value)) else value
            case tuple():
                return tuple([self.value(part, words=words) for part in value])
            case dict():
                return {key: self.value(part, words=words) for key, part in value.items()}
        return self.part(value) if has(type(value)) else value

    def text(self, text: str) -> Located:
        """Return Welsh words that are about as long as a text, in its place, with what the text looks up."""
        is_sentence = text.endswith((".", "!", "?"))
        written = next(self.sentences if is_sentence else self.a_few)
        while is_sentence and len(written) < len(text) - len(_SENTENCES[0]):
            written += f" {next(self.sentences)}"
        looked_up = ", ".join(_LOOKED_UP.findall(text))
        return Located.at(f"{written} ({looked_up})" if looked_up else written, origin_of(text) or Origin())
