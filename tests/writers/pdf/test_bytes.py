"""The same document gives the same bytes on every machine, and leaves reportlab as it was."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from attrs import evolve
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics

from csp_docs.blocks import Align, HeaderCell, RowGroup, Table
from csp_docs.theme.theme import Theme
from tests import sample, tagtree
from tests.printing import render_pdf
from tests.sample import p, t

ROOT = Path(__file__).parents[3]
SCRIPT = """
import hashlib
from tests.sample import document
from csp_docs.theme.theme import Theme
from tests.printing import render_pdf
print(hashlib.sha256(render_pdf(document(), Theme())).hexdigest())
"""


@pytest.mark.parametrize(("zone", "seed"), [("Pacific/Auckland", "1"), ("America/Lima", "2")])
def test_other_zones_and_hash_seeds_give_the_same_bytes(zone: str, seed: str) -> None:
    environment = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed}
    run = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert run.stdout.decode().strip() == hashlib.sha256(render_pdf(sample.document(), Theme())).hexdigest()


def test_the_second_rendering_gives_the_same_bytes() -> None:
    assert render_pdf(sample.document(), Theme()) == render_pdf(sample.document(), Theme())


def test_eight_documents_in_eight_threads_are_as_if_each_was_alone() -> None:
    given = [evolve(sample.document(), blocks=(*sample.SECTIONS[:1], long_table(n))) for n in range(8)]
    alone = [render_pdf(each, Theme()) for each in given]
    with ThreadPoolExecutor(len(given)) as threads:
        together = list(threads.map(lambda each: render_pdf(each, Theme()), given))
    assert together == alone
    tables = [list(tagtree.read(data).root.all("Table"))[-1] for data in together]
    assert [len(list(table.all("TR"))) for table in tables] == [121 + n for n in range(8)]
    assert min(len(table.pages) for table in tables) > 2


def long_table(number: int) -> Table:
    """Return a table over several pages, with signs that no other has."""
    rows = tuple(((p(f"row {n}"),), (p(chr(0xC0 + number) * n),)) for n in range(120 + number))
    head = ((HeaderCell(t("Row")), HeaderCell(t(f"Number {number}"))),)
    return Table(head, (RowGroup(rows),), (Align.LEFT, Align.LEFT))


def test_other_content_gives_another_file_id() -> None:
    other = evolve(sample.document(), subject="Another report")
    assert _file_id(render_pdf(other, Theme())) != _file_id(render_pdf(sample.document(), Theme()))


def _file_id(data: bytes) -> bytes:
    return data[data.rindex(b"/ID[") :][:40]


def test_reportlab_is_left_as_it_was() -> None:
    before = dict(vars(rl_config)), set(pdfmetrics.getRegisteredFontNames())
    render_pdf(sample.document(), Theme())
    assert before == (dict(vars(rl_config)), set(pdfmetrics.getRegisteredFontNames()))
