"""DuckDB with limits: it reads one folder, loads nothing from anywhere, and keeps to its share of the memory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from csp_docs.errors import to_install

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 2,
    "memory_limit": "512MB",
    "preserve_insertion_order": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
"""Two threads count five million rows in seconds, and each additional thread needs its own buffers."""


def connected(folder: Path) -> DuckDBPyConnection:
    """Return a database in memory that reads only files of ``folder``, and puts there what does not fit in memory.

    Raises ModuleNotFoundError without DuckDB.
    """
    try:
        import duckdb
    except ModuleNotFoundError:
        raise ModuleNotFoundError(f"police data needs DuckDB: {to_install('data')}") from None
    database = duckdb.connect(":memory:", config=_SETTINGS)
    database.execute("SET enable_progress_bar = false")
    database.execute("SET temp_directory = ?", [str(folder / "spilt")])
    database.execute("SET allowed_directories = ?", [[str(folder)]])
    database.execute("SET enable_external_access = false")
    database.execute("SET lock_configuration = true")
    return database
