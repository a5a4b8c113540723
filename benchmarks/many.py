"""Builds documents with one peer in one process: main(PEER, FUNCTION, FOLDER, ENDING, FILE.json …).

Nothing is imported here that the peers themselves do not need, because their whole process is timed.
"""

import importlib
import json


def main(peer: str, function: str, folder: str, ending: str, *files: str) -> None:
    """Write each of the documents to ``folder``, as 0.ENDING, 1.ENDING and so on."""
    build = getattr(importlib.import_module(f"benchmarks.peers.{peer}"), function)
    for number, file in enumerate(files):
        with open(file, encoding="utf-8") as source:  # noqa: PTH123 (see above)
            document = json.load(source)
        build(document, f"{folder}/{number}.{ending}")
