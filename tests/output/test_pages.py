"""Pages of a PDF as pictures, for whoever asks for them at the same time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError
from typing import Any

import pypdfium2
import pytest

from csp_docs import Plan, Section, render
from csp_docs.output.pages import opened, picture
from csp_docs.preview.pictures import Pages
from tests.small import COUNCIL

PLAN = Plan("Safer streets", council=COUNCIL, sections=[Section("Part", ["Words."])])
PDF = render(PLAN, "pdf")


@pytest.mark.parametrize("of", [lambda: Pages(PDF).picture(0), PLAN.preview], ids=["preview", "notebook"])
def test_only_one_thread_has_a_pdf_open(of: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Two threads that had one open would meet at the barrier."""
    barrier, met = Barrier(2), list[int]()
    document = pypdfium2.PdfDocument

    def waiting(pdf: bytes) -> Any:
        try:
            met.append(barrier.wait(0.3))
        except BrokenBarrierError:  # nobody came
            barrier.reset()
        return document(pdf)

    monkeypatch.setattr(pypdfium2, "PdfDocument", waiting)
    with ThreadPoolExecutor(2) as threads:
        assert all(made.result() for made in [threads.submit(of), threads.submit(of)])
    assert met == []


def test_after_a_file_that_is_not_a_pdf_others_can_be_opened() -> None:
    with pytest.raises(pypdfium2.PdfiumError), opened(b"words"):
        pass
    with opened(PDF) as pdf:
        assert picture(pdf[0], 1).startswith(b"\x89PNG")
