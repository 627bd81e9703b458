"""The map step at work: reads a disclosure's files, makes its products, writes them where the build says.

The same code runs in this process or in several; what goes between processes is small.
"""

import multiprocessing
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.analyse.gathered import Portion
from generator.analyse.summary import DisclosureSummary
from generator.build.checking import read_input
from generator.build.noted import NotedFindings
from generator.build.step import check_input, make_disclosure
from generator.datasets.files import Chunk
from generator.load.content import DisclosureFiles, Shared
from generator.output import write_file
from generator.pages.theme import Theme, open_renderers
from generator.problems import Problem
from generator.questions.years import DisclosureOfYear, of_year
from generator.search import make_light_copy


@dataclass(frozen=True, slots=True)
class Setup:
    """What every worker needs; picklable."""

    content: Path
    shared: Shared
    theme: Theme
    base_url: str
    output: Path
    light_copies: Path | None
    """Where the search's light copies go; None without search."""


@dataclass(frozen=True, slots=True)
class Task:
    files: DisclosureFiles
    is_first_year: bool
    has_other_years: bool = False
    """Whether other disclosures of the township are published, with which this one is compared."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one disclosure."""

    problems: tuple[Problem, ...]
    summary: DisclosureSummary | None = None
    findings: NotedFindings = field(default_factory=NotedFindings)
    chunks: tuple[Chunk, ...] = ()
    portions: Mapping[str, Portion[Any]] = field(default_factory=dict)
    year: DisclosureOfYear | None = None
    """Only where the township has other years."""
    written: tuple[tuple[str, str], ...] = ()
    """Each output's path with the content file it is made of."""
    bytes: int = 0
    linked: tuple[tuple[str, str], ...] = ()
    """Each internal address that was linked, with the first page that did."""


class Worker:
    """One process's tools: a renderer for each language, with its compiled templates."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.renderers = open_renderers(setup.theme, setup.shared.site, setup.base_url)

    def run(self, task: Task) -> Done:
        setup = self.setup
        given = read_input(setup.content, task.files, is_first_year=task.is_first_year)
        if isinstance(given, list):
            return Done(tuple(given))
        checked = check_input(given, setup.shared)
        if checked.facts is None:
            return Done(checked.problems)
        made = make_disclosure(
            checked.facts,
            given,
            results=checked.results,
            vocabulary=setup.shared.vocabulary,
            renderers=self.renderers,
            base_url=setup.base_url,
        )
        written, size = [], 0
        for output in made.outputs:
            write_file(setup.output, output.path, output.data)
            written.append((output.path, output.source))
            size += len(output.data)
        if setup.light_copies is not None:
            for record in made.records:
                write_file(setup.light_copies, *make_light_copy(record))
        findings = NotedFindings()
        findings.add(checked.results)
        return Done(
            checked.problems,
            made.summary,
            findings,
            made.chunks,
            made.portions,
            of_year(checked.facts) if task.has_other_years else None,
            tuple(written),
            size,
            tuple(link for renderer in self.renderers for link in renderer.links.take().items()),
        )


def run_tasks(setup: Setup, tasks: Sequence[Task], jobs: int) -> Iterator[Done]:
    """The results in the order of the tasks, whatever the number of processes."""
    _start(setup)
    if jobs <= 1 or len(tasks) <= 1:
        yield from map(_run, tasks)
        return
    # Forked processes share the compiled templates and the vocabulary with this one.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(min(jobs, len(tasks)), context, _ensure_started, (setup,)) as pool:
        yield from pool.map(_run, tasks, chunksize=2)


_worker: Worker | None = None


def _start(setup: Setup) -> None:
    global _worker  # noqa: PLW0603 - a process of a pool has no other place for its tools
    _worker = Worker(setup)


def _ensure_started(setup: Setup) -> None:
    if _worker is None:
        _start(setup)


def _run(task: Task) -> Done:
    if _worker is None:
        raise RuntimeError("the worker was not started")
    return _worker.run(task)
