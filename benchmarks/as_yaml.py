"""The neutral document in the format of csp_docs: python -m benchmarks.as_yaml FILE.json FILE.yaml (needs PyYAML)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from benchmarks.blocks import Block, Document, Run

MARKS = {(False, False): "", (True, False): "**", (False, True): "*", (True, True): "***"}


def as_keys(document: Document) -> dict[str, Any]:
    """Return the keys of the document's YAML file."""
    return {
        "kind": "plan",
        "council": council(document["author"]),
        "title": document["title"],
        "period": "2026-2029",
        "contents": "yes",
        "sections": list(sections(document["blocks"])),
    }


def council(name: str) -> dict[str, Any]:
    """Return a council that prints plans as plainly as the peers do: a title, contents, and nothing numbered."""
    plain = {
        "front": ["cover", "contents"],
        "cover": [{"field": "title"}],
        "contents": {"levels": 2},
        "numbering": {"headings": "no", "paragraphs": "no"},
    }
    return {
        "extends": "default",
        "council": {"name": name, "kind": "district"},
        "partnership": {"name": name.replace("District Council", "Community Safety Partnership")},
        "layouts": {"plan": plain},
    }


def sections(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Return the sections, each with its content; the cover table is a section of its own."""
    found: list[dict[str, Any]] = []
    content: list[Any] = []
    for block in blocks:
        if block["kind"] == "cover":
            facts = {"facts": dict(block["rows"])}
            found.append({"title": "About this report", "numbered": "no", "content": [facts]})
        elif block["kind"] == "heading":
            content = []
            section = {"title": block["text"], "content": content}
            into = found if block["level"] == 1 else found[-1].setdefault("sections", [])
            into.append(section)
        else:
            content += items(block)
    return found


def items(block: Block) -> list[Any]:
    """Return a block as an item of content; title, contents and page breaks are the council's."""
    match block["kind"]:
        case "paragraph":
            return [text(block["runs"])]
        case "bullets":
            return [{"bullets": [text(item) for item in block["items"]]}]
        case "numbered":
            return [{"numbered": {"start": block["start"], "items": [text(item) for item in block["items"]]}}]
        case "table":
            keys = {"caption": block["caption"], "columns": block["header"], "rows": block["rows"]}
            return [{"table": {**keys, "align": ["left", "right", "right", "right", "left"], "row_headers": "yes"}}]
        case "chart":
            series = {block["series"]: block["values"]}
            keys = {"caption": block["title"], "type": "column", "categories": block["categories"]}
            return [{"chart": {**keys, "series": series, "alt": block["alt"]}}]
    return []


def text(runs: Iterable[Run]) -> str:
    """Return runs as a text with marks."""
    return "".join(f"{mark}{words}{mark}" for words, *look in runs for mark in [MARKS[look[0], look[1]]])


def main(source: str, target: str) -> None:
    """Write the YAML file of a document."""
    document: Document = json.loads(Path(source).read_text(encoding="utf-8"))
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    with Path(target).open("w", encoding="utf-8") as file:
        yaml.dump(as_keys(document), file, dumper, allow_unicode=True, sort_keys=False, width=110)


if __name__ == "__main__":
    main(*sys.argv[1:])
