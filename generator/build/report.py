"""What a build did: counts, seconds and bytes per stage, problems."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Stage:
    name: str
    seconds: float
    bytes: int
    """Written by it; 0 where it writes nothing or does not know."""


@dataclass(slots=True)
class BuildReport:
    """Grows while the build goes on."""

    counts: dict[str, int] = field(default_factory=dict)
    stages: list[Stage] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()
    findings: dict[str, dict[str, int]] = field(default_factory=dict)
    """Rule → outcome → how many."""

    @contextmanager
    def stage(self, name: str) -> Iterator["StageMeter"]:
        meter, start = StageMeter(), time.perf_counter()
        yield meter
        self.stages.append(Stage(name, time.perf_counter() - start, meter.bytes))

    def as_json(self) -> dict[str, object]:
        return {
            "counts": self.counts,
            "stages": [
                {"name": stage.name, "seconds": round(stage.seconds, 4), "bytes": stage.bytes}
                for stage in self.stages
            ],
            "findings": self.findings,
            "problems": [problem.as_json() for problem in self.problems],
        }


@dataclass(slots=True)
class StageMeter:
    bytes: int = 0
