"""Runs a command and tells what it took."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class CommandFailed(Exception):  # noqa: N818 - it says what happened, like `ContentProblems`
    """A measured command did not end well; the text is what it printed."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one run took."""

    seconds: float
    cpu_seconds: float
    """User and system, of all its processes."""
    peak_bytes: int
    """Resident memory of its largest process at the worst moment; several processes are not added up."""


def run_measured(command: Sequence[str], *, cwd: Path) -> Taken:
    """Raises `CommandFailed`."""
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        printed = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        # `Popen` would otherwise wait for a process that is gone.
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandFailed(f"{' '.join(command)}\n{printed.decode(errors='replace')}")
    # Linux counts in KiB.
    return Taken(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
