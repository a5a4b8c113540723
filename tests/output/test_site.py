"""A site is a folder: all of it is written or nothing, and pages of chapters that are gone do not stay."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from csp_docs.cli import main

PLAN = """\
kind: plan
council: {council: {name: Anytown Borough Council}}
title: Safer streets
sections:
  - {title: Aims, content: [Less crime.]}
  - {title: Actions, content: [More wardens.]}
"""
CLOSED = PLAN + "  - {title: Prices, content: [The price is secret.], access: {exempt: [3]}}\n"
EVERY = ["a-to-z.html", "actions.html", "aims.html", "index.html", "search.html", "whole.html"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def build(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["build", "plan.yaml", "--to", "site", *arguments], catch_exceptions=False)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_site_is_a_folder_with_its_first_page_named(folder: Path) -> None:
    result = build("--out", "out")
    assert (result.exit_code, result.stdout) == (0, "out/plan-site/index.html\n")
    assert result.stderr == (
        "note: the site has no sitemap, because its address is not known [CSP816]\n"
        "  hint: to get one, name it with --address\n"
    )
    assert names(folder / "out") == ["plan-site"]
    assert names(folder / "out" / "plan-site") == EVERY


def test_the_whole_document_is_in_a_site_once(folder: Path) -> None:
    build("--to", "html", "--to", "docx")
    assert names(folder / "plan-site") == sorted([*EVERY, "plan.docx"])
    index = (folder / "plan-site/index.html").read_text(encoding="utf-8")
    assert "plan.html" not in index
    assert (folder / "plan.html").read_bytes() == (folder / "plan-site/whole.html").read_bytes()


def test_a_site_with_an_address_has_a_sitemap(folder: Path) -> None:
    result = build("--address", "https://www.anytown.gov.uk/plan")
    assert (result.exit_code, result.stderr) == (0, "")
    assert b"<loc>https://www.anytown.gov.uk/plan/aims.html</loc>" in (folder / "plan-site/sitemap.xml").read_bytes()


@pytest.mark.parametrize(
    "address", ["www.anytown.gov.uk", "javascript:alert(1)", 'https://a.uk/"><script>', "https://a b"]
)
def test_an_address_that_is_not_one_is_refused(address: str, folder: Path) -> None:
    result = build("--address", address)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "is not that of a website [CSP815]" in result.stderr
    assert names(folder) == ["plan.yaml"]


def test_an_address_without_a_site_is_refused(folder: Path) -> None:
    result = CliRunner().invoke(main, ["build", "plan.yaml", "--to", "html", "--address", "https://www.anytown.gov.uk"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--address is that of a site: add --to site" in result.stderr
    assert names(folder) == ["plan.yaml"]


def test_the_other_formats_are_next_to_a_site_and_in_it(folder: Path) -> None:
    assert build("--to", "pdf", "--to", "docx").exit_code == 0
    assert names(folder) == ["plan-site", "plan.docx", "plan.pdf", "plan.yaml"]
    for name in ("plan.pdf", "plan.docx"):
        assert (folder / name).read_bytes() == (folder / "plan-site" / name).read_bytes()


def test_pages_of_chapters_that_are_gone_are_removed_and_no_others(folder: Path) -> None:
    build()
    (folder / "plan-site/mine.html").write_text("<!doctype html><title>Mine</title>", encoding="utf-8")
    (folder / "plan.yaml").write_text(PLAN.replace("Actions", "Plans"), encoding="utf-8")
    build()
    assert names(folder / "plan-site") == [
        "a-to-z.html",
        "aims.html",
        "index.html",
        "mine.html",
        "plans.html",
        "search.html",
        "whole.html",
    ]


def test_other_files_that_a_site_had_before_are_removed_and_no_others(folder: Path) -> None:
    """They may have words that are not for the public now."""
    build("--to", "pdf", "--to", "docx", "--address", "https://www.anytown.gov.uk")
    (folder / "plan-site/mine.pdf").write_bytes(b"%PDF-1.7")
    assert {"plan.pdf", "plan.docx", "sitemap.xml"} < set(names(folder / "plan-site"))
    build()
    assert names(folder / "plan-site") == sorted([*EVERY, "mine.pdf"])


@pytest.mark.parametrize("page", ["index.html", "aims.html"])
def test_a_page_that_somebody_else_wrote_is_not_replaced(page: str, folder: Path) -> None:
    own = folder / "plan-site" / page
    own.parent.mkdir()
    own.write_text("<!doctype html><title>Mine</title>", encoding="utf-8")
    result = build()
    assert (result.exit_code, result.stdout) == (1, "")
    assert f'"plan-site/{page}" is a page that csp_docs did not write, and was not changed [CSP904]' in result.stderr
    assert own.read_text(encoding="utf-8") == "<!doctype html><title>Mine</title>"
    assert names(own.parent) == [page]


def test_nothing_is_written_if_one_page_cannot_be(folder: Path) -> None:
    (folder / "plan-site/aims.html").mkdir(parents=True)
    result = build()
    assert result.exit_code == 1
    assert "CSP903" in result.stderr
    assert names(folder / "plan-site") == ["aims.html"]


def test_the_public_edition_has_a_folder_of_its_own(folder: Path) -> None:
    (folder / "plan.yaml").write_text(CLOSED, encoding="utf-8")
    build()
    build("--public")
    whole, public = (folder / name for name in ("plan-site", "plan-public-site"))
    assert "prices-exempt.html" in names(whole)
    assert not [name for name in names(public) if "prices" in name]
    assert all(b"secret" not in path.read_bytes() for path in public.iterdir())
