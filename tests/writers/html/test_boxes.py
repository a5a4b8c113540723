"""Several outputs of a notebook on one page: each has the looks that are its own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from csp_docs import Bullets, Callout, Table, plan

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ACCENTS = {"#7A1F5C", "#0B5D3B", "#5B2A86"}
_COLOURS = "() => [...document.querySelectorAll('.csp-docs h2')].map((one) => getComputedStyle(one).color)"
_SHARED = "() => [...document.querySelectorAll('.csp-docs td')].map((one) => getComputedStyle(one).borderBottomWidth)"


def paper(accent: str) -> Any:
    document = plan("Safer Anytown", council="harborough", period="2026-2029").section("Crime", "It fell.")
    return document.theme(colours={"accent": accent}).build()


def looks(shown: Any) -> str:
    [name] = re.findall(r'class="csp-docs (csp-docs-\w+)', shown._repr_html_())
    return str(name)


@pytest.fixture
def together(tmp_path: Path) -> Path:
    page = tmp_path / "notebook.html"
    outputs = [*map(paper, sorted(ACCENTS)), Bullets(["a"]), Table(["Ward"], [["Ashby"]]), Bullets(["a"])]
    page.write_text("".join(one._repr_html_() for one in outputs), encoding="utf-8")
    return page


def test_each_output_keeps_the_colours_of_its_council(browser: Browser, together: Path) -> None:
    page = browser.new_page()
    page.goto(together.as_uri())
    wanted = [f"rgb({', '.join(str(int(accent[at : at + 2], 16)) for at in (1, 3, 5))})" for accent in sorted(ACCENTS)]
    assert page.evaluate(_COLOURS) == wanted
    assert page.evaluate(_SHARED) == ["1px"]
    page.close()


def test_outputs_with_the_same_looks_share_them() -> None:
    assert looks(paper("#7A1F5C")) == looks(paper("#7A1F5C")) != looks(paper("#0B5D3B"))


def test_an_output_has_the_rules_of_what_is_in_it_alone() -> None:
    shown: tuple[Any, ...] = (Table(["Ward"], [["Ashby"]]), Callout(["Call 999."]))
    table, box = (one._repr_html_() for one in shown)
    assert "thead th" in table
    assert ".callout" not in table
    assert ".callout" in box
    assert "thead th" not in box
