"""Document skeletons: a complete document of each kind, for authors to fill in, in the words of their council."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from csp_docs.council.merged import DEFAULT, template_for
from csp_docs.council.nations import LAWS
from csp_docs.council.shipped import content, shipped
from csp_docs.council.template import CouncilTemplate
from csp_docs.documents.fitted import fitted
from csp_docs.documents.kinds import KINDS
from csp_docs.errors import Code, CspDocsError, Problem, did_you_mean
from csp_docs.model import Language

_OLD = {"three-year-plan": "plan"}
"""Skeletons of earlier versions, and the kind to name now."""
_ABOUT = re.compile(r"(# .*\n)+")
_PENDING = re.compile(r"""'(?P<before>[^']*)\{\{ pending\("(?P<owner>[^"]*)", "(?P<what>[^"]*)"\) \}\}'""")
_ALONE = re.compile(rf"(?P<begin> *(?:- )*)(?:(?P<key>\w+:) )?{_PENDING.pattern}")
"""A line that has only one text that is pending."""
_OF_ALL = re.compile(r" {2}(?:- | {2})name: | +phone: |report_number: ")
"""Lines with the name of a person, or a number: they are the same in all languages."""
_IN_WELSH = {Language.ENGLISH: "", Language.WELSH: ", in Welsh"}


def summary(kind: str) -> str:
    """Return the sentence with which a skeleton begins: what this kind of document is for."""
    comment = _ABOUT.match(_text(f"new_{kind}.yaml"))
    words = re.sub(r"\s*# |\n", " ", comment[0]) if comment else ""
    return words.strip().partition(". ")[0].rstrip(".")


def skeleton(kind: str, file: Path, council: str = "") -> str:
    """Return the skeleton of a ``kind``, to be written to ``file``, with the keys that a council prints.

    What authors write is pending, in each language in which the council prints editions. Raises CspDocsError for an
    unknown kind, and for a council without a template.
    """
    if kind not in KINDS:
        raise CspDocsError([_unknown(kind)])
    template = template_for(council or DEFAULT, file)
    council = "" if council == DEFAULT else council  # it does not name the council of a document
    text = _filled(_text(f"new_{kind}.yaml"), {"# ACCESS\n": _text("access.txt")})
    about, _, rest = _filled(text, _law(template)).partition("\n\n")
    how = _filled(_text("head.txt"), {"NAME.yaml": file.name})
    lines = _in_languages(fitted(rest.splitlines(), KINDS[kind], template, council), template.editions)
    return "\n".join([about, how, *lines]).rstrip() + "\n"


def _law(template: CouncilTemplate) -> Mapping[str, str]:
    """Return what comments say of the law of the council's nation."""
    nation = template.council.nation
    words = {"SCHEDULE": f"schedule_{nation.value}", "PARTNERSHIP_LAW": f"partnership_law_{nation.value}"}
    numbers = {"FIRST": str(LAWS[nation].first), "LAST": str(LAWS[nation].last)}
    return {name: template.terms[term] for name, term in words.items()} | numbers


def _in_languages(lines: Iterable[str], editions: tuple[Language, ...]) -> Iterator[str]:
    """Yield lines that ask for each text in all languages of the ``editions``, if there are several."""
    for line in lines:
        if len(editions) < 2 or _OF_ALL.match(line):
            yield line
        elif alone := _ALONE.fullmatch(line):
            yield from _below(alone, _asked(alone, editions))
        else:
            yield _PENDING.sub(lambda found: f"{{{', '.join(_asked(found, editions))}}}", line)


def _asked(pending: re.Match[str], editions: Iterable[Language]) -> Iterator[str]:
    """Yield what is pending in each language of the editions, as a key with its value."""
    for language in editions:
        what = pending["what"] + _IN_WELSH[language]
        text = f'{pending["before"]}{{{{ pending("{pending["owner"]}", "{what}") }}}}'
        yield f"{language.value[:2]}: '{text}'"


def _below(line: re.Match[str], asked: Iterable[str]) -> Iterator[str]:
    """Yield a key, or the dash of an item, with the languages of its text below each other."""
    begin, key = line["begin"], line["key"]
    space = " " * len(begin) + ("  " if key else "")
    if key:
        yield f"{begin}{key}"
    for number, text in enumerate(asked):
        yield f"{space if number or key else begin}{text}"


def _filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with ``values`` in place of their names."""
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def _unknown(kind: str) -> Problem:
    hint = f"write `csp-docs new {_OLD[kind]}`" if kind in _OLD else did_you_mean(kind, KINDS, "known kinds")
    return Problem(Code.UNKNOWN_SKELETON, f'there is no document skeleton "{kind}"', hint)


def _text(name: str) -> str:
    return content(shipped("documents") / name).decode()
