"""What a process uses: time of the processor, which a busy machine changes least, and memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from functools import partial
from pathlib import Path
from signal import SIGXCPU
from tempfile import TemporaryFile
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
_LEFT_OUT = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
"""Both sides may keep what they compile, and import what is installed."""
_UNITS_OF_A_MEBIBYTE = 2**20 if sys.platform == "darwin" else 2**10


class Used(NamedTuple):
    """The seconds of the processor (user and system) of a process, and the most memory that it had at a time."""

    seconds: float
    mebibytes: float


class TooSlowError(Exception):
    """A process took longer than it may."""


def used_by(command: list[str], limit: int = resource.RLIM_INFINITY) -> Used:
    """Run a command and return what it used. Raises TooSlowError after ``limit`` seconds of processor time."""
    limited = partial(resource.setrlimit, resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
    with TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, cwd=ROOT, env=ENVIRONMENT, preexec_fn=limited)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode == -SIGXCPU:
            raise TooSlowError
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)}\n{said.read().decode()[-2000:]}")
    return Used(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _UNITS_OF_A_MEBIBYTE)
