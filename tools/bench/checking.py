"""How long reading targets and running each check takes, in this process: `python -m tools.bench.checking [CONTENT]`.

Without a folder, on invented disclosures. Processor seconds are given for 150,000 rows, the size of a large province.
"""

import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from generator.analyse.disclosure import DisclosureFacts
from generator.build.checking import check_disclosures, open_content
from generator.checks.catalogue import CHECKS
from generator.checks.check import run_checks
from generator.readings import read_target
from tools.bench.corpus import Size, write_corpus

ROWS = 150_000


def load(content: Path) -> list[DisclosureFacts]:
    opened = open_content(content)
    checked = check_disclosures(content, opened.found.disclosures, opened.shared)
    return [each.facts for _, each in checked if each.facts is not None]


def measure(disclosures: Sequence[DisclosureFacts]) -> dict[str, float]:
    """Name of the work → processor seconds for `ROWS` rows, the longest first."""
    rows = sum(facts.indicator_count for facts in disclosures)
    took = {"reading": _timed(_read, disclosures)}
    took |= {check.id: _timed(partial(run_checks, checks=(check,)), disclosures) for check in CHECKS}
    return {name: seconds / rows * ROWS for name, seconds in sorted(took.items(), key=lambda each: -each[1])}


def _read(facts: DisclosureFacts) -> Iterable[object]:
    """Each text with a blank behind it, which loading has not read and the reader does not remember yet."""
    return (read_target(f"{row.printed.target} ") for project in facts.projects for row in project.indicators)


def _timed(
    work: Callable[[DisclosureFacts], Iterable[object]], disclosures: Sequence[DisclosureFacts]
) -> float:
    start = time.process_time()
    for facts in disclosures:
        deque(work(facts), maxlen=0)
    return time.process_time() - start


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        if not sys.argv[1:]:
            write_corpus(Path(folder), Size())
        took = measure(load(Path(*sys.argv[1:2] or [folder])))
    print(f"processor seconds for {ROWS:,} rows: {sum(took.values()):.1f}")
    for name, seconds in took.items():
        print(f"{name:10}{seconds:8.2f}")


if __name__ == "__main__":
    main()
