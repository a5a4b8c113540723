"""A council template that is begun: a few lines that say who the council is and what it chose, with comments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from csp_docs.council.merged import template_for
from csp_docs.council.shipped import content, shipped
from csp_docs.documents.writing.layout import in_brackets
from csp_docs.documents.writing.names import seen_from
from csp_docs.documents.writing.scalars import in_line
from csp_docs.errors import Code, CspDocsError, Problem
from csp_docs.reading.tree import parse
from csp_docs.records import record

NUMBERS = {"1.1": "1.", "continuous": "no", "no": "no"}
"""How paragraphs are numbered, each with the pattern of the headings that go with them."""
_ENDINGS = (".yaml", ".yml")
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\\\x00-\x1f]')
"""Signs that the name of a file cannot have on every computer."""
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""
_LINE = re.compile(r"(?P<indent> *)(?:# )?(?P<key>\w+): (?P<value>.*?)(?P<comment>  +# .*)?")
"""A line of the template, with a value or commented out."""
_COMMENT_AT = 42


@record(kw_only=True)
class Choices:
    """What a new template says. What is empty is left to the default template."""

    name: str
    name_cy: str = ""
    kind: str = ""
    nation: str = ""
    website: str = ""
    logo: str = ""
    accent: str = ""
    cover: str = "band"
    paragraphs: str = "1.1"


def file_for(name: str, file: Path | None = None) -> Path:
    """Return the file for the template of a council: the one that is given, or one named after the council.

    >>> print(file_for("Anytown & Otherton Borough Council"))
    anytown-otherton-borough-council.yaml

    Raises CspDocsError for a council without a name, for a name that a file cannot have on every computer, and for one
    by which documents cannot name the template.
    """
    slug = "-".join(re.findall(r"[^\W_]+", name.lower()))
    if not slug:
        hint = 'give its name: csp-docs new council "Anytown Borough Council"'
        raise _refused(f'the name of the council, "{name}", has no letters or digits', hint)
    found = file or Path(f"{slug}.yaml")
    if _NOT_IN_NAMES.search(found.name) or _DEVICES.fullmatch(found.name):
        hint = "use letters, digits and hyphens: anytown.yaml"
        raise _refused(f'"{found.name}" cannot be the name of a file on every computer', hint)
    if found.suffix not in _ENDINGS:
        hint = f'documents name the template by its file: write "{found.name}.yaml"'
        raise _refused(f'"{found}" is not the name of a YAML file', hint, Code.NOT_A_YAML_FILE)
    return found


def template(choices: Choices, file: Path) -> str:
    """Return the template with these choices, to be written to ``file``. Raises CspDocsError for one with an error."""
    usual = content(shipped("documents") / "new_council.txt").decode()
    values = _values(choices, file)
    lines = (_with_value(line, values) for line in usual.splitlines())
    text = "\n".join(lines).replace("NAME.yaml", file.name).replace("COUNCIL", " ".join(choices.name.split())) + "\n"
    try:
        tree, _ = parse(text, str(file))
        template_for(tree, file)
    except CspDocsError as error:  # its lines are of no use: there is no file yet
        raise CspDocsError(evolve(problem, origin=None) for problem in error.findings) from None
    return text


def _values(choices: Choices, file: Path) -> Mapping[str, str]:
    """Return the value of each key that is chosen, as YAML."""
    facts = {key: getattr(choices, key) for key in ("name", "name_cy", "kind", "nation", "website")}
    if choices.logo:
        facts["logo"] = seen_from(file.parent, choices.logo, "logo")
    found = {key: in_line(value) for key, value in facts.items() if value}
    if choices.accent:
        found["theme"] = in_brackets({"colours": {"accent": choices.accent}})
    numbering = {"headings": NUMBERS[choices.paragraphs], "paragraphs": choices.paragraphs}
    return found | {"cover_style": choices.cover, "numbering": in_brackets(numbering)}


def _with_value(line: str, values: Mapping[str, str]) -> str:
    """Return a line with the value that is chosen for its key."""
    found = _LINE.fullmatch(line)
    if not found or found["key"] not in values:
        return line
    written = f"{found['indent']}{found['key']}: {values[found['key']]}"
    return f"{written:{_COMMENT_AT}}{found['comment'].strip()}" if found["comment"] else written


def _refused(fact: str, hint: str, code: Code = Code.UNFIT_NAME) -> CspDocsError:
    return CspDocsError([Problem(code, fact, hint)])
