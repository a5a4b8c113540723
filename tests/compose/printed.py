"""What a report prints with a layout of the test's own, as text."""

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


def printed(layout: dict[str, Any], **report: Any) -> str:
    """Return the blocks of a small report, printed by ``layout`` and nothing else."""
    with warnings.catch_warnings():
        # Most layouts here print one thing only, and so not what every small report has.
        warnings.filterwarnings("ignore", ".*does not print .(recommendations|meeting).")
        document, _ = numbered(small_report(layouts={"cabinet_report": {**PLAIN, **layout}}, **report))
    head = f"author: {document.author}\n" + (f"marking: {document.marking}\n" if document.marking else "")
    return render_text(document).split(head)[1]
