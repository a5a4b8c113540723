"""The benchmarks work: no time or memory is asserted here."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from benchmarks import report
from benchmarks.as_yaml import as_keys
from benchmarks.document import document
from benchmarks.peer_list import NODE_SCRIPT, PEERS, Peer
from benchmarks.stage_clock import STAGES, Clock, Stage
from benchmarks.timing import ROOT, Used
from csp_docs.api import check, loads
from csp_docs.errors import Severity


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the neutral document as JSON and as YAML."""
    folder = tmp_path_factory.mktemp("neutral")
    given = document(1)
    (folder / "0.json").write_text(json.dumps(given), encoding="utf-8")
    (folder / "0.yaml").write_text(yaml.safe_dump(as_keys(given), sort_keys=False), encoding="utf-8")
    return folder


def test_the_neutral_document_builds_with_nothing_but_notes(folder: Path) -> None:
    loaded = loads((folder / "0.yaml").read_text(encoding="utf-8"))
    assert [found for found in check(loaded) if found.severity is not Severity.NOTE] == []


def test_a_longer_document_repeats_the_blocks_with_other_places_and_figures() -> None:
    one, two = document(1)["blocks"], document(2)["blocks"]
    body, more = two[5 : len(one)], two[len(one) :]
    assert one == two[: len(one)]
    assert [block["kind"] for block in more] == [block["kind"] for block in body]
    texts = [{json.dumps(block) for block in blocks if block["kind"] == "paragraph"} for blocks in (body, more)]
    assert len(texts[0] & texts[1]) < len(texts[0]) / 3


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_build_calls_all_stages(ending: str, folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.stage_clock", ending, str(folder / "0.yaml"), str(tmp_path)]
    said = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout.splitlines()
    assert {stage.name for stage in STAGES if ending in stage.formats} <= json.loads(said[-1]).keys()


def test_a_stage_whose_function_has_another_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="composed_as_before"):
        Clock().watch(Stage("model to blocks", "csp_docs.compose", "composed_as_before"))


def test_a_stage_does_not_count_the_stages_inside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    times = iter(range(1, 9))
    monkeypatch.setattr("time.process_time", lambda: next(times))
    clock.timed("outer", clock.timed("inner", lambda: None))()
    assert (clock.seconds["outer"], clock.seconds["inner"]) == (2, 1)


@pytest.mark.parametrize("peer", [peer for peer in PEERS if peer.module], ids=lambda peer: peer.name)
def test_a_peer_writes_the_document_if_it_is_installed(peer: Peer, folder: Path, tmp_path: Path) -> None:
    for package in [peer.package.removeprefix("python-"), *(["matplotlib"] if peer.does.chart == "a picture" else [])]:
        pytest.importorskip(package)
    if peer.module == "word_docxtpl":
        importlib.import_module("benchmarks.peers.word_template").main(str(tmp_path / "template.docx"))
    command = peer.command(sys.executable, Path(), tmp_path, [folder / "0.json"])
    subprocess.run(command, cwd=ROOT, check=True)
    assert (tmp_path / f"0.{peer.ending}").read_bytes()


def test_each_peer_has_its_script() -> None:
    scripts = [ROOT / "benchmarks" / "peers" / f"{peer.module}.py" for peer in PEERS if peer.module]
    assert [script for script in (*scripts, NODE_SCRIPT) if not script.exists()] == []


def test_the_tables_show_medians_of_ratios_and_what_is_too_slow() -> None:
    peer = PEERS[0]
    turns = [(Used(1, 50), Used(2, 100)), (Used(3, 60), Used(2, 100)), (Used(3, 60), Used(1, 110))]
    found = [report.Comparison(peer, 1, turns, [(0.3, 0.1)], 2048, 4096), report.Comparison(peer, 10, [], [], 0, 0)]
    lines = report.tables(found, 60).splitlines()
    assert lines[2] == "| typst | pdf | **1.50** (3.00 / 2.00) | over 60 s | **3.00** | - | - |"
    assert "| pdf, MiB | 60 | - | - |" in lines
