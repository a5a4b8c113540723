"""Checks of a template's printed words: they must be known and not empty, and use the right placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from csp_docs.council.nations import Nation
from csp_docs.errors import Code, Problem, did_you_mean, origin_of

_PLACEHOLDERS = {
    "access_confidential": ("{section}",),
    "access_exempt": ("{paragraphs}", "{schedule}"),
    "access_part": ("{access}",),
    "chart_interval": ("{level}",),
    "chart_no_figure": ("{names}",),
    "chart_no_interval": ("{names}",),
    "heard_note": ("{number}",),
    "left_out_confidential": ("{part}", "{section}"),
    "left_out_exempt": ("{part}", "{paragraphs}", "{schedule}"),
    "measure_change_on": ("{on}",),
    "measure_difference_on": ("{on}",),
    "measure_direction_on": ("{on}",),
    "note_small_base": ("{base}",),
    "page": ("{page}", "{pages}"),
    "pending": ("{owner}", "{what}"),
    "pending_comment": ("{owner}", "{what}"),
    "pending_due": ("{due}",),
    "web_found": ("{count}", "{words}"),
    "web_instead": ("{index}", "{whole}"),
    "web_nothing": ("{words}",),
    "web_numbers": ("{figure}",),
    "workbook_note": ("{number}",),
    "workbook_see_notes": ("{notes}",),
}


def unknown_terms(terms: Mapping[str, str], usual: Mapping[str, str]) -> Iterator[Problem]:
    """Find words that are not among the ``usual`` ones of the default template."""
    for name in terms:
        if name not in usual:
            fact, hint = f'the printed word "{name}" is not known', did_you_mean(name, usual, where="docs/councils.md")
            yield Problem(Code.UNKNOWN_WORD, fact, hint, origin_of(name))


def term_problems(terms: Mapping[str, str], usual: Mapping[str, str]) -> Iterator[Problem]:
    """Find words with unknown placeholders, and words that are empty where the ``usual`` ones are not."""
    for name, word in terms.items():
        yield from _wrong_placeholders(word, _PLACEHOLDERS.get(name, ()))
        if not name.startswith("access_") and len(re.split(r"\n[ \t]*\n", word.strip())) > 1:
            fact, hint = f'the printed word "{name}" has several paragraphs', "write it as one: remove the empty lines"
            yield Problem(Code.SEVERAL_PARAGRAPHS, fact, hint, origin_of(word))
    for name, word in terms.items():
        if usual.get(name) and not word.strip():  # such as the heading of the contents
            fact = f'the printed word "{name}" is empty'
            yield Problem(Code.EMPTY_WORD, fact, "give it words, or leave it out", origin_of(word))


def law_problems(terms: Mapping[str, str], nation: Nation) -> Iterator[Problem]:
    """Find markings that cite the Schedule of another nation than the council's."""
    own = terms[f"schedule_{nation.value}"]
    others = {terms[f"schedule_{other.value}"] for other in Nation} - {own}
    for name in ("access_exempt", "left_out_exempt"):
        for cited in sorted(others):
            if cited in terms[name]:
                fact = f'the printed word "{name}" cites {cited}, but the nation of the council is {nation.value}'
                hint = 'write "{schedule}" in its place, or correct the `nation` of the council'
                yield Problem(Code.OTHER_LAW, fact, hint, origin_of(terms[name]))


def _wrong_placeholders(word: str, known: tuple[str, ...]) -> Iterator[Problem]:
    rest = word
    for placeholder in known:
        rest = rest.replace(placeholder, "")
    if "{" in rest or "}" in rest:
        fact = f'the printed word "{word}" has a placeholder that is not known'
        hint = f"it may have {' and '.join(known)}" if known else "remove the braces"
        yield Problem(Code.UNKNOWN_PLACEHOLDER, fact, hint, origin_of(word))
