"""csp_docs and what a user might pick instead, on the same words, turn about: make bench.

Needs the packages of the peers; csp_docs is installed from its wheel, as they are, in another environment:
``python -m benchmarks.compare --ours FOLDER/bin/csp-docs [--node FOLDER] [--sizes 1 10] [--peers typst] [--turns 3]``.

A whole run is one document in one process, with start and imports. "Warm" is one more document in a running process.
Ratios are csp_docs' time divided by the peer's, taken pair by pair, so that they hold when the machine's speed changes;
each figure is the median of all turns. Progress goes to the error stream, the tables in Markdown to the output.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import report
from benchmarks.peer_list import PEERS, Peer
from benchmarks.report import Comparison
from benchmarks.timing import TooSlowError, Used, used_by


def main() -> None:
    """Compare with each peer that is there, and print the tables."""
    options = arguments()
    wanted = [peer for peer in PEERS if peer.name in options.peers]
    peers = [
        peer for peer in wanted if peer.module or (shutil.which("node") and (options.node / "node_modules").exists())
    ]
    if peers != wanted:
        said = ", ".join(peer.name for peer in wanted if peer not in peers)
        print(f"Node.js or its package docx is not installed, so the table is without {said}.", file=sys.stderr)
    with TemporaryDirectory() as folder:
        bench = Bench(options, Path(folder))
        found = [bench.compared(peer, size) for size in sorted(options.sizes) for peer in peers]
    print(report.machine(options.ours, options.node, peers))
    print(report.tables(found, options.limit))


def arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = [peer.name for peer in PEERS]
    parser.add_argument("--ours", required=True, help="the command csp-docs")
    parser.add_argument("--node", type=Path, default=Path(), help="the folder with node_modules")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10, 100], help="1 has about 20 pages")
    parser.add_argument("--peers", nargs="+", default=names, choices=names, metavar="PEER", help=", ".join(names))
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--warm", type=int, default=8, help="how many more documents; 0 leaves the figure out")
    parser.add_argument("--limit", type=int, default=120, help="seconds that a process of a peer may take")
    return parser.parse_args()


@dataclass
class Bench:
    """A run: its options, the folder of its documents and of what is made of them, and the peers that are too slow."""

    options: argparse.Namespace
    folder: Path
    slow: set[Peer] = field(default_factory=set)

    def compared(self, peer: Peer, size: int) -> Comparison:
        """Return the figures for a peer and a size; those of the smallest size include what is warm."""
        first = size == min(self.options.sizes)
        self.make_documents(size, 1 + self.options.warm if first else 1)
        turns: list[tuple[Used, Used]] = []
        warm: list[tuple[float, float]] = []
        try:
            if first:
                self.turn(peer, size, 1)  # so that files are in memory and compiled
            for _ in range(0 if peer in self.slow else self.options.turns):
                turns.append(self.turn(peer, size, 1))
                if first and self.options.warm:
                    warm.append(self.more(turns[-1], self.turn(peer, size, 1 + self.options.warm)))
        except TooSlowError:
            self.slow.add(peer)
            turns.clear()
        found = Comparison(peer, size, turns, warm, self.bytes_of("ours", peer), self.bytes_of(peer.name, peer))
        print(found, file=sys.stderr, flush=True)
        return found

    def make_documents(self, size: int, count: int) -> None:
        """Make the documents of a size that do not exist yet, as JSON for the peers and as YAML for csp_docs."""
        folder = self.folder / str(size)
        if folder.exists():
            return
        folder.mkdir()
        for number in range(count):
            json, yaml = folder / f"{number}.json", folder / f"{number}.yaml"
            for module, *words in (("document", str(size), str(json), str(number)), ("as_yaml", str(json), str(yaml))):
                used_by([sys.executable, "-m", f"benchmarks.{module}", *words])

    def turn(self, peer: Peer, size: int, count: int) -> tuple[Used, Used]:
        """Return what csp_docs and the peer use to write ``count`` documents."""
        documents = [self.folder / str(size) / str(number) for number in range(count)]
        yaml, json = ([file.with_suffix(ending) for file in documents] for ending in (".yaml", ".json"))
        ours = [self.options.ours, "build", *map(str, yaml), "--to", peer.ending, "--out", str(self.output("ours"))]
        theirs = peer.command(sys.executable, self.options.node, self.output(peer.name), json)
        return used_by(ours), used_by(theirs, self.options.limit)

    def more(self, one: tuple[Used, Used], many: tuple[Used, Used]) -> tuple[float, float]:
        """Return the seconds of one more document, of csp_docs and of the peer."""
        ours, theirs = (
            (all_.seconds - first.seconds) / self.options.warm for first, all_ in zip(one, many, strict=True)
        )
        return ours, theirs

    def output(self, name: str) -> Path:
        """Return the folder of what csp_docs or a peer writes, with the template of docxtpl in it."""
        folder = self.folder / name
        if not folder.exists():
            folder.mkdir()
            make = "import sys; from benchmarks.peers.word_template import main; main(sys.argv[1])"
            used_by([sys.executable, "-c", make, str(folder / "template.docx")])
        return folder

    def bytes_of(self, name: str, peer: Peer) -> int:
        """Return the size of the first file."""
        file = self.folder / name / f"0.{peer.ending}"
        return file.stat().st_size if file.exists() else 0


if __name__ == "__main__":
    main()
