"""Say which changes of the library the tests do not notice: ``python -m tests.mutants --seed 1 --count 120``.

Changes are drawn evenly from the rooms below, and in each from the kinds of change; the same seed draws the same ones
while the library is the same. For each, the tests run that reach its line; those that take long may take a minute, and
the result says how many had no time. Exit 0: at most one in twenty outlives them; 1: more do.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

import click

from tests.mutants import contexts as recorded
from tests.mutants.changes import changes
from tests.mutants.equivalent import EQUIVALENT
from tests.mutants.trial import Place, Tried, copy, tried

HERE = Path(__file__).parents[2]
MOST_OUTLIVED = 0.05
ROOMS = {
    "measures": ("measures/*", "model/numbers"),
    "typesetting": ("typesetting/*",),
    "pdf pages": ("writers/pdf/pages/*",),
    "pdf blocks": ("writers/pdf/blocks/*",),
    "pdf type": ("writers/pdf/type/*",),
    "word styles": ("writers/word/styles/*",),
    "word blocks": ("writers/word/blocks/*",),
    "reading": ("reading/**/*",),
    "text": ("text/**/*",),
    "errors": ("errors/problems", "errors/exceptions"),
    "tables of measures": ("compose/content/performance/*",),
}
Drawable = dict[str, list[Place]]


@click.command()
@click.option("--seed", default=1, help="Another seed draws other changes.")
@click.option("--count", default=120, help="How many changes to make.")
@click.option("--workers", default=1, help="How many run at the same time.")
@click.option("--contexts", "kept", type=click.Path(path_type=Path), help="Keep what tests reach in this file.")
@click.option("--room", "only", type=click.Choice(list(ROOMS)), help="Draw from this room only.")
def main(seed: int, count: int, workers: int, kept: Path | None, only: str | None) -> None:
    """Change lines of the library one at a time, and list the changes that the tests do not notice."""
    with TemporaryDirectory() as room:
        file = kept or Path(room, "contexts.json")
        if not file.exists():
            recorded.record(HERE, file, workers)
        contexts = recorded.read(file)
        if moved := contexts.changed_since(HERE):
            raise click.ClickException(f"{file} is not up to date with {', '.join(moved)}: delete it and run again")
        places = list(islice(drawn(random.Random(seed), [only] if only else list(ROOMS)), count))
        found = list(_tried(places, [copy(HERE, Path(room, f"tree-{n}")) for n in range(workers)], contexts))
    outlived = [one for one in found if not one.caught]
    click.echo(f"\n{len(found)} changes: {len(found) - len(outlived)} caught, {len(outlived)} outlived the tests")
    click.echo("\n".join(map(str, outlived)))
    sys.exit(len(outlived) > MOST_OUTLIVED * len(found))


def drawn(chance: random.Random, rooms: list[str]) -> Iterator[Place]:
    """Yield changes, one of each room in turn, until one room has no more."""
    left = {room: _drawable(room) for room in rooms}
    for room in cycle(rooms):
        if not (kinds := sorted(kind for kind, places in left[room].items() if places)):
            return
        places = left[room][chance.choice(kinds)]
        yield places.pop(chance.randrange(len(places)))


def _drawable(room: str) -> Drawable:
    """Return the changes of a room, by their kind."""
    found: Drawable = defaultdict(list)
    for pattern in ROOMS[room]:
        for path in sorted((HERE / "csp_docs").glob(f"{pattern}.py")):
            for change in changes(path.read_text(encoding="utf-8")):
                place = Place(path.relative_to(HERE).as_posix(), change)
                if place.name not in EQUIVALENT:
                    found[change.kind].append(place)
    return found


def _tried(places: list[Place], trees: list[Path], contexts: recorded.Contexts) -> Iterator[Tried]:
    """Yield what becomes of each change, in their order; each worker has a tree of its own."""
    free = SimpleQueue[Path]()
    for tree in trees:
        free.put(tree)

    def one(place: Place) -> Tried:
        tree = free.get()
        try:
            return tried(place, tree, contexts)
        finally:
            free.put(tree)

    with ThreadPoolExecutor(len(trees)) as pool:
        for found in pool.map(one, places):
            click.echo(found)
            yield found


if __name__ == "__main__":
    main()
