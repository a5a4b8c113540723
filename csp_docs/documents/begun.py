"""A council template that is begun: a few lines that say who the council is and what it chose, with comments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from csp_docs.council.merged import template_for
from csp_docs.council.nations import Nation
from csp_docs.council.shipped import content, shipped
from csp_docs.documents.writing.layout import in_brackets
from csp_docs.documents.writing.names import check_name, refused, seen_from
from csp_docs.documents.writing.scalars import in_line
from csp_docs.errors import CspDocsError
from csp_docs.reading.tree import parse
from csp_docs.records import record
from csp_docs.text.literal import literal

NUMBERS = {"1.1": "1.", "continuous": "no", "no": "1."}
"""How paragraphs are numbered, each with the pattern of the headings: two counts of 1, 2, 3 would be mixed up."""
_NAMES = {"name": "name of the council", "name_cy": "Welsh name", "short_name": "short name"}
_MARKS = re.compile(r"[\\`*_\[{<]")
"""What would be more than text in the name of a council."""
_LINE = re.compile(r"(?P<indent> *)(?:# )?(?P<key>\w+): (?P<value>.*?)(?P<comment>  +# .*)?")
"""A line of the template, with a value or commented out."""
_LAYOUT = re.compile(r"  (?P<name>\w+):")
_COMMENT_AT = 42


@record(kw_only=True)
class Choices:
    """What a new template says. What is empty is left to the default template."""

    name: str
    name_cy: str = ""
    short_name: str = ""
    partnership: str = ""
    kind: str = ""
    nation: str = ""
    website: str = ""
    logo: str = ""
    accent: str = ""
    cover: str = "band"
    cover_sheet: str = "table"
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
        raise refused(f'the name of the council, "{name}", has no letters or digits', hint)
    found = file or Path(f"{slug}.yaml")
    check_name(found, "csp-docs new council NAME anytown.yaml")
    return found


def template(choices: Choices, file: Path) -> str:
    """Return the template with these choices, to be written to ``file``. Raises CspDocsError for one with an error."""
    usual = content(shipped("documents") / "new_council.txt").decode()
    values, layout, lines = _values(choices, file), "", list[str]()
    for line in usual.splitlines():
        if found := _LAYOUT.fullmatch(line):
            layout = found["name"]
        lines.append(_with_value(line, layout, values))
    text = "\n".join(lines).replace("NAME.yaml", file.name).replace("COUNCIL", " ".join(choices.name.split())) + "\n"
    try:
        tree, _ = parse(text, str(file))
        template_for(tree, file)
    except CspDocsError as error:  # its lines are of no use: there is no file yet
        raise CspDocsError(evolve(problem, origin=None) for problem in error.findings) from None
    return text


def _values(choices: Choices, file: Path) -> Mapping[str, str]:
    """Return the value of each key that is chosen, as YAML; those of a layout after its name and a dot."""
    facts = {key: _text(what, getattr(choices, key)) for key, what in _NAMES.items()}
    facts |= {key: getattr(choices, key) for key in ("kind", "nation", "website")}
    if choices.logo:
        facts["logo"] = _in_folder(file, choices.logo)
    found = {key: in_line(value) for key, value in facts.items() if value}
    if choices.name_cy and choices.nation == Nation.WALES.value:
        found["editions"] = "[cy-GB, en-GB]"
    if choices.partnership:
        found["partnership"] = in_brackets({"name": _text("name of the partnership", choices.partnership)})
    if choices.accent:
        found["theme"] = in_brackets({"colours": {"accent": choices.accent}})
    numbering = {"headings": NUMBERS[choices.paragraphs], "paragraphs": choices.paragraphs}
    covers = {f"{kind}.cover_style": choices.cover for kind in ("plan", "strategic_assessment")}
    sheets = {f"{kind}.cover_style": choices.cover_sheet for kind in ("cabinet_report", "scrutiny_report")}
    return found | covers | sheets | {"numbering": in_brackets(numbering)}


def _text(what: str, words: str) -> str:
    """Return words of a name that are printed as they are. Raises CspDocsError for several lines."""
    if any(map(str.isspace, words.replace(" ", ""))):
        raise refused(f"the {what} has a line break or a tab", "write it in one line, with spaces")
    return literal(words) if _MARKS.search(words) else words


def _in_folder(file: Path, logo: str) -> str:
    """Return the name of a logo as the template in ``file`` must write it. Raises CspDocsError if it cannot."""
    try:
        return seen_from(file.parent, logo, "logo")
    except CspDocsError as error:
        hint = f'copy it to the folder of the template, "{file.parent}", or below it'
        raise CspDocsError(evolve(problem, hint=hint, origin=None) for problem in error.findings) from None


def _with_value(line: str, layout: str, values: Mapping[str, str]) -> str:
    """Return a line with the value that is chosen for its key, in general or in a ``layout``."""
    found = _LINE.fullmatch(line)
    key = found["key"] if found else ""
    value = values.get(f"{layout}.{key}", values.get(key))
    if not found or value is None:
        return line
    written = f"{found['indent']}{key}: {value}"
    return f"{written:{_COMMENT_AT}}{found['comment'].strip()}" if found["comment"] else written
