"""What ``ref`` takes: an id, and true or false; anything else is refused with a hint that is right."""

from __future__ import annotations

import pytest

from csp_docs import Table, check, highlight_report
from csp_docs.output.checked import checked
from csp_docs.writers.text import render_text

TABLE = Table(["a"], [["b"]], id="t", caption="C")


@pytest.mark.parametrize(
    ("values", "printed"),
    [('"t"', "Table\xa01"), ('"t", lower=true', "table\xa01"), ('"t", true', "table\xa01"), ("'t '", "Table\xa01")],
)
def test_a_reference_is_printed(values: str, printed: str) -> None:
    document = highlight_report("T", council="harborough").position(f"See {{{{ ref({values}) }}}}.", TABLE).build()
    assert f"See [{printed}](#t)." in render_text(checked(document).blocks)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ("", "ref needs an id in quotation marks"),
        ("measures", "ref needs an id in quotation marks"),
        ("true", "ref needs an id in quotation marks"),
        ('"t", lower="no"', 'lower must be true or false, not the text "no"'),
        ('"t", "lower"', 'lower must be true or false, not the text "lower"'),
        ('"t", number=1', "number must be true or false, not 1"),
        ("2", 'nothing has the id "2"'),
    ],
)
def test_what_is_no_reference_is_refused(values: str, told: str) -> None:
    [finding] = check(highlight_report("T", council="harborough").position(f"See {{{{ ref({values}) }}}}.", TABLE))
    assert told in finding.fact
    assert 'write {{ ref("the-id") }}' in finding.hint or "known ids: t" in finding.hint
