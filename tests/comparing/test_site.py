"""The folder of a site: its chapters, one after the other, and its page with the whole document are compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from csp_docs import CspDocsError, load, render
from csp_docs.api import numbered
from csp_docs.cli import main
from csp_docs.comparing.compared import Comparison, compared
from csp_docs.writers.html.site.chapters import A_TO_Z, INDEX, SEARCH, WHOLE
from csp_docs.writers.html.site.pages import site_files
from csp_docs.writers.words import fingerprint

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
EXAMPLES = [Path(__file__).parents[2] / "examples" / f"{name}.yaml" for name in ("plan", "cabinet_report")]


@pytest.fixture(params=EXAMPLES, ids=lambda path: str(path.stem))
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The folder of the site of an example, with its Word file beside it."""
    document = load(request.param)
    blocks, theme = numbered(document)
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "a.docx").write_bytes(render(document, "docx"))
    for name, content in site_files(blocks, theme, fingerprint(blocks), address="", files={}).items():
        (folder / name).write_bytes(content)
    return folder


def chapters(site: Path) -> Iterator[Path]:
    return (page for page in sorted(site.glob("*.html")) if page.name not in (A_TO_Z, WHOLE, SEARCH))


def with_word(site: Path, *, index: bool = False) -> Comparison:
    return compared([str(site.parent / "a.docx"), str(site / INDEX if index else site)])


@pytest.mark.parametrize("index", [False, True], ids=["folder", "index"])
def test_a_site_says_the_same_as_the_word_file_and_as_its_page_with_all(site: Path, index: bool) -> None:
    found = with_word(site, index=index)
    assert [pair.differences for pair in found.pairs] == [(), ()]
    assert [Path(pair.other.file).name for pair in found.pairs] == [INDEX if index else "site", WHOLE]
    assert not any(reading.edited for reading in found.readings)
    assert len({reading.fingerprint for reading in found.readings}) == 1


def test_a_word_more_is_found_in_each_chapter_with_its_page(site: Path) -> None:
    for page in chapters(site):
        before = page.read_text(encoding="utf-8")
        page.write_text(before.replace("</h1>", " 47</h1>", 1), encoding="utf-8")
        found = with_word(site)
        changed, whole = found.pairs
        assert any("47" in one.other.words and page.name in one.other.place for one in changed.differences)
        assert whole.same
        assert [reading.edited for reading in found.readings] == [False, True, False]
        page.write_text(before, encoding="utf-8")


def test_what_is_put_in_is_found_although_it_is_marked_as_added(site: Path) -> None:
    page = site / INDEX
    content = page.read_text(encoding="utf-8")
    page.write_text(content.replace("</main>", "<p data-added>Free <a href='a'>parking</a></p></main>"))
    [difference] = with_word(site).pairs[0].differences
    assert "Free parking" in difference.other.words


def test_a_change_in_the_page_with_all_is_found(site: Path) -> None:
    page = site / WHOLE
    page.write_text(page.read_text(encoding="utf-8").replace("</main>", "<p>Free parking</p></main>"))
    assert [pair.same for pair in with_word(site).pairs] == [True, False]


def test_a_site_without_one_of_its_chapters_is_refused(site: Path) -> None:
    last = [page for page in chapters(site) if page.name != INDEX][-1]
    last.unlink()
    result = CliRunner().invoke(main, ["same", str(site), str(site.parent / "a.docx")], catch_exceptions=False)
    assert result.exit_code == 2
    assert f'the site is incomplete: a page leads to "{last.name}"' in result.stderr


@pytest.mark.parametrize("target", ["index.html", "../secret.html"])
def test_pages_that_lead_in_a_circle_or_out_of_the_folder_are_refused(tmp_path: Path, target: str) -> None:
    for name in (INDEX, WHOLE):
        (tmp_path / name).write_text(f'<!doctype html><main><p>Aims <a rel="next" href="{target}">Next</a></p></main>')
    with pytest.raises(CspDocsError, match="the pages of the site have no order"):
        compared([str(tmp_path)])
