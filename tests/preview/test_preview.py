"""The preview: what is shown after each change of a file, and to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from csp_docs.errors import CspDocsError
from csp_docs.preview import building
from csp_docs.preview.server import listening
from tests.preview.served import PLAN, Served, served, written

EVIL = '<script>alert("1")</script>'


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Served]:
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    with served(file) as one:
        yield one


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview that no test changes."""
    file = tmp_path_factory.mktemp("unchanged") / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    with served(file) as one:
        yield one


def test_the_web_page_the_pages_and_the_pdf_of_a_document_are_shown(plan: Served) -> None:
    assert "Burglary fell by 11%." in plan.text("web.html")
    assert plan.ask("document.pdf").body.startswith(b"%PDF-1.7")
    pictures = re.findall(r'<img src="(page-\d+\.png\?1)" alt="([^"]*)" width="595" height="842"', plan.text())
    assert [alt for _, alt in pictures] == [f"Page {at} of {len(pictures)}" for at in range(1, len(pictures) + 1)]
    with Image.open(BytesIO(plan.ask(pictures[0][0]).body)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1191, 1684))


def test_the_preview_follows_the_document(plan: Served) -> None:
    plan.save(PLAN.replace("11%", "12%"))
    assert "Burglary fell by 12%." in plan.text("web.html")
    assert 'src="web.html?2"' in plan.text()


@pytest.mark.parametrize(
    ("name", "content", "item"),
    [
        ("rows.csv", "Offence,Number\nBurglary,12\n", "table: {caption: C, data: rows.csv}"),
        ("anytown.yaml", "extends: harborough\ncouncil: {name: Anytown District Council}\n", "Text."),
        ("areas.geojson", "", "map: {caption: C, areas: areas.geojson, data: rows.csv}"),
    ],
    ids=["csv", "template", "geojson"],
)
def test_the_preview_follows_the_files_that_a_document_names(name: str, content: str, item: str, plan: Served) -> None:
    text = PLAN.replace("Burglary fell by 11%.", item)
    plan.save(text.replace("council: harborough", f"council: {name}") if name == "anytown.yaml" else text)
    assert any(name in finding for finding in plan.findings())
    written(plan.file.parent / name, content)
    plan.wait(3)
    assert not any(f"no file {name}" in finding for finding in plan.findings())
    (plan.file.parent / name).unlink()
    plan.wait(4)
    assert any(name in finding for finding in plan.findings())


@pytest.mark.parametrize(
    ("broken", "found"),
    [
        (PLAN[:90], "plan.yaml:6:"),
        (PLAN.replace("period", "perod"), "plan.yaml:4:1 CSP201 4 perod: 2026-2029"),
        ("", "CSP102"),
        (PLAN.replace("Burglary", "{{"), "plan.yaml:8:"),
        (PLAN.replace("Burglary", "\N{OLD ITALIC LETTER A}"), "CSP907"),
    ],
    ids=["half saved", "unknown key", "empty", "expression", "writer"],
)
def test_errors_are_at_their_line_and_the_last_good_pages_stay(broken: str, found: str, plan: Served) -> None:
    plan.save(broken)
    assert any(found in finding for finding in plan.findings())
    page = plan.text()
    assert page.count("Old: from ") == 2
    assert "The pages are from " in page
    assert "Burglary fell by 11%." in plan.text("web.html")
    plan.save(PLAN.replace("11%", "12%"))
    assert "Old: from " not in plan.text()
    assert "Burglary fell by 12%." in plan.text("web.html")


def test_a_document_with_errors_from_the_beginning_has_no_pages(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text("kind: plan\n", encoding="utf-8")
    with served(file) as plan:
        assert "There are no pages yet." in plan.text()
        assert [plan.ask(name).status for name in ("web.html", "document.pdf", "page-1.png")] == [404, 404, 404]
        plan.save(PLAN)
        assert "Up to date" in plan.text()


def test_errors_come_before_warnings_and_notes(plan: Served) -> None:
    pending = 'status: draft\nsections:\n  - title: \'{{ pending("Police", "the title") }}\'\n    content: [Text.]\n'
    plan.save(PLAN[: PLAN.index("sections")] + pending + "perod: 2\n")
    kinds = [finding.split()[0] for finding in plan.findings()]
    assert kinds == sorted(kinds, key=["Error", "Warning", "Note"].index)


def test_a_defect_does_not_end_the_preview(plan: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(building, "printed", lambda *_: [][1])
        plan.save(PLAN.replace("11%", "12%"))
    assert "IndexError in test_preview.py" in plan.findings()[0]
    plan.save(PLAN.replace("11%", "13%"))
    assert "Burglary fell by 13%." in plan.text("web.html")


def test_the_words_of_a_document_stay_words(plan: Served) -> None:
    escaped = EVIL.replace("<", r"\<")
    plan.save(PLAN.replace("Safer Anytown", f"'Safer {escaped}'").replace("period", f"'{EVIL}'"))
    plan.save(PLAN.replace("Safer Anytown", f"'Safer {escaped}'"))
    plan.save(PLAN.replace("period", f"'{EVIL}'"))
    for text in (plan.text(), plan.text("web.html")):
        assert EVIL not in text
    assert "<h1>Safer &lt;script&gt;" in plan.text()
    assert any(EVIL in finding for finding in plan.findings())


def test_the_public_edition_can_be_shown(tmp_path: Path) -> None:
    file = tmp_path / "report.yaml"
    file.write_text(
        "kind: cabinet_report\ncouncil: harborough\ntitle: T\nmeeting: {body: Cabinet, date: 2026-03-01}\n"
        "recommendations: [note the report]\nsections:\n  - {title: Open, content: [Everybody]}\n"
        "  - {title: Closed, content: [Nobody], access: {exempt: [3]}}\n",
        encoding="utf-8",
    )
    with served(file, public=True) as report:
        assert "Everybody" in report.text("web.html")
        assert "Nobody" not in report.text("web.html")


class TestGuard:
    """Who is answered."""

    @pytest.mark.parametrize(
        "host", ["example.com", "example.com:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.example.com:{port}", ""]
    )
    def test_another_host_is_refused(self, host: str, unchanged: Served) -> None:
        answer = unchanged.ask(headers={"Host": host.format(port=unchanged.server.port)})
        assert (answer.status, b"Anytown" in answer.body) == (403, False)

    @pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
    def test_this_computer_is_answered_by_both_of_its_names(self, host: str, unchanged: Served) -> None:
        own = f"{host}:{unchanged.server.port}"
        assert unchanged.ask(headers={"Host": own}).status == 200
        assert unchanged.ask(headers={"Host": own, "Origin": f"http://{own}"}).status == 200

    @pytest.mark.parametrize(
        "origin", ["http://example.com", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1", "http://localhost"]
    )
    def test_another_origin_is_refused(self, origin: str, unchanged: Served) -> None:
        answer = unchanged.ask(headers={"Origin": origin.format(port=unchanged.server.port)})
        assert (answer.status, b"Anytown" in answer.body) == (403, False)

    @pytest.mark.parametrize("path", ["/", "/page.js", "/wrong/", "/wrong/web.html", "/wrong/events"])
    def test_without_the_token_nothing_is_found(self, path: str, unchanged: Served) -> None:
        answer = unchanged.ask(path)
        assert (answer.status, answer.body) == (404, b"Not Found")

    @pytest.mark.parametrize(
        "path", ["plan.yaml", "../plan.yaml", "%2e%2e/plan.yaml", "page.html", "..%2fplan.yaml", "page-0.png",
                 "page-99.png", "page--1.png", "page-1.png/../../plan.yaml"],
    )  # fmt: skip
    def test_no_address_is_that_of_a_file(self, path: str, unchanged: Served) -> None:
        assert unchanged.ask(path).status == 404

    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
    def test_nothing_can_be_sent(self, method: str, unchanged: Served) -> None:
        assert unchanged.ask(method=method).status == 405

    @pytest.mark.parametrize("path", ["", "web.html", "page-1.png", "page.js", "events", "none", "/"])
    def test_every_answer_says_what_a_browser_may_do_with_it(self, path: str, unchanged: Served) -> None:
        headers = unchanged.ask(path).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; ")
        assert headers["Referrer-Policy"] == "no-referrer"  # the token must not leave the computer
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"  # no copies on the disk

    def test_the_web_page_of_a_document_runs_nothing(self, unchanged: Served) -> None:
        policy = unchanged.ask("web.html").headers["Content-Security-Policy"]
        assert "script-src" not in policy
        assert "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox" in policy
        assert re.findall(r'sandbox="([^"]*)"', unchanged.text()) == [policy.partition("sandbox ")[2]]

    def test_each_preview_has_its_own_token(self, unchanged: Served) -> None:
        with served(unchanged.file) as other:
            assert len(other.server.token) == 32
            assert other.server.token != unchanged.server.token

    def test_only_this_computer_can_connect(self, unchanged: Served) -> None:
        assert unchanged.server.socket.getsockname()[0] == "127.0.0.1"

    def test_a_port_that_is_in_use_is_a_finding(self, unchanged: Served) -> None:
        with pytest.raises(CspDocsError, match=f"the port {unchanged.server.port} cannot be used: .* \\[CSP820\\]"):
            listening(unchanged.server.port)


def test_nothing_is_written_to_the_disk(plan: Served) -> None:
    plan.save(PLAN.replace("11%", "12%"))
    plan.ask("page-1.png")
    assert [path.name for path in plan.file.parent.iterdir()] == ["plan.yaml"]
