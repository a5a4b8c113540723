"""Say which documents an earlier commit printed otherwise: ``python -m tests.same COMMIT [FILE…]``.

Each file is built as Word and PDF by the code of the commit and by that of this folder. Exit 0: all are byte for byte
the same; 1: the files named differ, or one of the two did not build them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent.parent
EXAMPLES = sorted((HERE / "examples").glob("*.yaml"))


def main(commit: str, files: list[Path]) -> int:
    """Build ``files`` with both, and list those that differ."""
    with TemporaryDirectory() as room:
        earlier, before, after = (Path(room) / name for name in ("earlier", "before", "after"))
        git("worktree", "add", "--detach", str(earlier), commit)
        try:
            copy_fonts(earlier)
            with ThreadPoolExecutor() as both:
                said = list(both.map(built, (earlier, HERE), (before, after), (files, files)))
        finally:
            git("worktree", "remove", "--force", str(earlier))
        names = {path.name for folder in (before, after) for path in folder.iterdir()}
        different = sorted(name for name in names if read(before / name) != read(after / name))
    if said[0] != said[1]:
        different.append(f"what is reported:\n--- before\n{said[0]}\n--- after\n{said[1]}")
    print("\n".join(different) or f"{len(names)} files are byte for byte the same.")
    return 1 if different else 0


def copy_fonts(tree: Path) -> None:
    """Give ``tree`` the fonts of this folder, which git does not keep: they are made at installation."""
    target = next(tree.rglob("sRGB.icc")).parent
    for font in HERE.glob("csp_docs/**/Arimo-*.*"):
        shutil.copy(font, target)


def built(tree: Path, out: Path, files: list[Path]) -> str:
    """Build ``files`` into ``out`` with the code of ``tree``, and return what it reports wherever it is."""
    out.mkdir()
    named = [str(file.resolve()) for file in files]
    command = [sys.executable, "-m", "csp_docs", "build", *named, "--out", str(out)]
    run = subprocess.run(
        command, cwd=out.parent, env=os.environ | {"PYTHONPATH": str(tree)}, capture_output=True, text=True
    )
    return run.stderr.replace(str(tree / "templates"), "templates")


def read(file: Path) -> bytes | None:
    """Return what ``file`` holds; None where it was not written."""
    return file.read_bytes() if file.exists() else None


def git(*arguments: str) -> None:
    """Run git in this folder."""
    subprocess.run(["git", *arguments], cwd=HERE, check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], list(map(Path, sys.argv[2:])) or EXAMPLES))
