"""The reduce step's pages at work, in several processes where the system can fork them.

Forked processes have the catalogue without its being sent; elsewhere sending it would cost more than it gains.
"""

import multiprocessing
import sys
from collections.abc import Iterator, Sequence
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


def write_across_pages(editions: Sequence[Surroundings], output: Path, jobs: int) -> Iterator[Written]:
    """In the order of `MAKERS`, each for all languages, whatever the number of processes."""
    global _given  # noqa: PLW0603 - what a forked process is to find
    _given = (tuple(editions), output)
    tasks = [(maker, edition) for maker in range(len(MAKERS)) for edition in range(len(editions))]
    if jobs <= 1 or sys.platform != "linux":
        yield from map(_run, tasks)
        return
    with ProcessPoolExecutor(min(jobs, len(tasks)), multiprocessing.get_context("fork")) as pool:
        yield from pool.map(_run, tasks)


_given: tuple[tuple[Surroundings, ...], Path] | None = None


def _run(task: tuple[int, int]) -> Written:
    if _given is None:
        raise RuntimeError("nothing was given to make pages of")
    editions, output = _given
    maker, edition = task
    around = editions[edition]
    files, size = [], 0
    for page in MAKERS[maker](around):
        write_file(output, page.path, page.data)
        files.append((page.path, page.source))
        size += len(page.data)
    return Written(tuple(files), size, tuple(around.links.take().items()))
