"""The reduce step's pages at work, in several processes where the system can fork them.

Forked processes have the catalogue without its being sent; elsewhere sending it would cost more than it gains.
"""

import multiprocessing
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from generator.output import write_file
from generator.pages.across import MAKERS, Surroundings


@dataclass(frozen=True, slots=True)
class Written:
    """What one maker wrote."""

    files: tuple[tuple[str, str], ...]
    """Each output's path with what it is made of."""
    bytes: int
    linked: tuple[tuple[str, str], ...]
    """Each internal address that was linked, with the first page that did."""


def write_across_pages(around: Surroundings, output: Path, jobs: int) -> Iterator[Written]:
    """In the order of `MAKERS`, whatever the number of processes."""
    global _given  # noqa: PLW0603 - what a forked process is to find
    _given = (around, output)
    if jobs <= 1 or sys.platform != "linux":
        yield from map(_run, range(len(MAKERS)))
        return
    with ProcessPoolExecutor(min(jobs, len(MAKERS)), multiprocessing.get_context("fork")) as pool:
        yield from pool.map(_run, range(len(MAKERS)))


_given: tuple[Surroundings, Path] | None = None


def _run(index: int) -> Written:
    if _given is None:
        raise RuntimeError("nothing was given to make pages of")
    around, output = _given
    files, size = [], 0
    for page in MAKERS[index](around):
        write_file(output, page.path, page.data)
        files.append((page.path, page.source))
        size += len(page.data)
    return Written(tuple(files), size, tuple(around.links.take().items()))
