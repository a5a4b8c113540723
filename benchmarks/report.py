"""The tables of a run, in Markdown."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from statistics import median

from benchmarks.peer_list import OURS, Peer
from benchmarks.timing import Used


@dataclass(frozen=True)
class Comparison:
    """A peer at one size: what csp_docs and the peer used in each turn, and the seconds of one more document.

    There are no turns if the peer took too long.
    """

    peer: Peer
    size: int
    turns: Sequence[tuple[Used, Used]]
    warm: Sequence[tuple[float, float]]
    our_bytes: int
    their_bytes: int

    def __str__(self) -> str:
        ratios = sorted(ours.seconds / theirs.seconds for ours, theirs in self.turns)
        spread = f"{median(ratios):.2f} [{ratios[0]:.2f} to {ratios[-1]:.2f}]" if ratios else "too slow"
        return f"{self.peer.name}, size {self.size}: {spread}"

    def whole(self, limit: int) -> str:
        """Return the ratio of the whole run, and the seconds of csp_docs and of the peer."""
        if not self.turns:
            return f"over {limit} s"
        ratio = median(ours.seconds / theirs.seconds for ours, theirs in self.turns)
        return f"**{ratio:.2f}** ({self.ours(0):.2f} / {self.theirs(0):.2f})"

    def more(self) -> str:
        """Return the ratio of one more document; less than a millisecond cannot be measured."""
        return f"**{median(ours / max(theirs, 0.001) for ours, theirs in self.warm):.2f}**" if self.warm else "-"

    def memory(self) -> str:
        """Return the mebibytes of csp_docs and of the peer."""
        return f"{self.ours(1):.0f} / {self.theirs(1):.0f}" if self.turns else "-"

    def files(self) -> str:
        """Return the kibibytes of the files of csp_docs and of the peer."""
        return f"{self.our_bytes / 1024:.0f} / {self.their_bytes / 1024:.0f}" if self.turns else "-"

    def ours(self, field: int) -> float:
        """Return the median of seconds (0) or mebibytes (1) that csp_docs used."""
        return median(ours[field] for ours, _ in self.turns)

    def theirs(self, field: int) -> float:
        """Return the median of seconds (0) or mebibytes (1) that the peer used."""
        return median(theirs[field] for _, theirs in self.turns)


GROWING: dict[str, Callable[[Comparison], float]] = {
    "seconds": lambda one: one.ours(0),
    "MiB": lambda one: one.ours(1),
    "KiB of the file": lambda one: one.our_bytes / 1024,
}
"""What grows with the length of a document."""


def machine(ours: str, node: Path, peers: Iterable[Peer]) -> str:
    """Return a line about the machine, and one about the versions."""
    processor = platform.processor() or platform.machine()
    if (info := Path("/proc/cpuinfo")).exists():
        names = [line for line in info.read_text(encoding="utf-8").splitlines() if line.startswith("model name")]
        processor = names[0].partition(": ")[2] if names else processor
    said = subprocess.run([ours, "--version"], capture_output=True, text=True, check=True).stdout.split()
    versions = {"csp_docs": said[-1]} | {peer.package: _version(peer, node) for peer in peers}
    return "\n\n".join([
        f"{processor}, {os.cpu_count()} cores; {platform.system()}, Python {platform.python_version()}.",
        f"Versions: {', '.join(f'{name} {number}' for name, number in versions.items())}.\n",
    ])  # fmt: skip


def _version(peer: Peer, node: Path) -> str:
    if peer.module:
        return version(peer.package)
    package = (node / "node_modules" / peer.package / "package.json").read_text(encoding="utf-8")
    return f"{json.loads(package)['version']} (npm)"


def tables(found: Sequence[Comparison], limit: int) -> str:
    """Return three tables: the peers, how csp_docs grows, and what each does."""
    return "\n".join([*_compared(found, limit), "", *_grown(found), "", *_done(found)])


def _compared(found: Sequence[Comparison], limit: int) -> Iterator[str]:
    sizes = sorted({one.size for one in found})
    columns = [f"{size}x" for size in sizes]
    largest = f"{sizes[-1]}x"
    yield from _head("peer", "format", *columns, "warm", f"MiB at {largest}", f"KiB of the file at {largest}")
    for of_peer in _by_peer(found):
        first, last = of_peer[0], of_peer[-1]
        yield _row(first.peer.name, first.peer.ending, *(one.whole(limit) for one in of_peer),
                   first.more(), last.memory(), last.files())  # fmt: skip


def _by_peer(found: Sequence[Comparison]) -> Iterator[list[Comparison]]:
    for peer in dict.fromkeys(one.peer for one in found):
        yield sorted((one for one in found if one.peer == peer), key=lambda one: one.size)


def _grown(found: Sequence[Comparison]) -> Iterator[str]:
    sizes = sorted({one.size for one in found})
    yield from _head("csp_docs", *(f"{size}x" for size in sizes), *(f"{b}x / {a}x" for a, b in pairwise(sizes)))
    for ending in dict.fromkeys(one.peer.ending for one in found):
        of_format = [one for one in found if one.peer.ending == ending and one.turns]
        for name, value in GROWING.items():
            numbers = [median([value(one) for one in of_format if one.size == size] or [0]) for size in sizes]
            factors = [f"{b / a:.1f}" if a and b else "-" for a, b in pairwise(numbers)]
            shown = [f"{number:,.{2 if name == 'seconds' else 0}f}" if number else "-" for number in numbers]
            yield _row(f"{ending}, {name}", *shown, *factors)


def _done(found: Sequence[Comparison]) -> Iterator[str]:
    yield from _head("", "chart", "contents", "accessibility", "leaves out")
    endings = dict.fromkeys(one.peer.ending for one in found)
    ours = {f"csp_docs, {ending}": OURS[ending] for ending in endings}
    for name, does in (ours | {one.peer.name: one.peer.does for one in found}).items():
        yield _row(name, does.chart, does.contents, does.access, does.left_out)


def _head(*names: str) -> Iterator[str]:
    yield _row(*names)
    yield f"|{'---|' * len(names)}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
