"""What a report prints with a layout of the test's own, as text."""

import re
import warnings
from typing import Any

from csp_docs.api import numbered
from csp_docs.writers.text import render_text
from tests.small import small_report

PLAIN = {
    "header": [],
    "cover": [],
    "parts": [{"field": "sections"}],
    "numbering": {"headings": "no", "paragraphs": "no"},
}
ASKED = "What is asked"
"""A part that is added, because every layout must print the recommendations."""
_ADDED = re.compile(rf"^masthead\n  title: .*\n(?!  )|^  title: .*\n|^section .*{ASKED}\n(?:  .*\n)+", re.M)
"""What each report prints, and the part that is added."""


def printed(layout: dict[str, Any], **report: Any) -> str:
    """Return the blocks of a small report, printed by ``layout`` and nothing else."""
    whole = {**PLAIN, **layout}
    if "recommendations" not in str(whole):
        whole["parts"] = [*whole["parts"], {"field": "recommendations", "label": ASKED}]
    with warnings.catch_warnings():
        # Most layouts here print one thing only, and so not what every small report has.
        warnings.filterwarnings("ignore", ".*does not print .meeting.")
        document, _ = numbered(small_report(layouts={"cabinet_report": whole}, **report))
    head = f"author: {document.author}\n" + (f"marking: {document.marking}\n" if document.marking else "")
    return _ADDED.sub("", render_text(document).split(head)[1])
