"""Mistakes: each file of `invalid/` changes the site `valid/one` and names every problem this must give.

A problem is given as `file:line:column code path`. `UPDATE_EXPECTED=1` writes the problems of each case anew; they
are to be read before they are committed.
"""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import SITES, build, read_tree
from click.testing import CliRunner

from generator.build import validate_content
from generator.cli import main
from generator.problems import CATALOGUE

CASES = {path.stem: yaml.safe_load(path.read_text()) for path in sorted((SITES / "invalid").glob("*.yaml"))}
ONLY_WHEN_BUILT = {"dead-link", "address-taken"}
each_case = pytest.mark.parametrize("name", CASES)


@pytest.fixture(scope="session")
def good_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("good") / "site"
    build(SITES / "valid/one/content", output)
    return output


@pytest.fixture
def content(name: str, tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(SITES / "valid/one/content", folder)
    for step in CASES[name]["steps"]:
        take_step(folder, step)
    return folder


def take_step(folder: Path, step: dict[str, Any]):
    match step:
        case {"delete": path}:
            (folder / path).unlink()
        case {"write": path, "text": text}:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        case {"append": path, "text": text}:
            (folder / path).write_bytes((folder / path).read_bytes() + text.encode())
        case {"link": path, "to": target}:
            (folder / path).symlink_to(target)
        case {"pad": path, "bytes": count}:
            (folder / path).write_bytes((folder / path).read_bytes() + b"#" * count)
        case {"change": path, "from": old, "to": new}:
            data = (folder / path).read_bytes()
            assert data.count(old.encode()) == 1, step
            changed = data.replace(old.encode(), new.encode(step.get("encoding", "utf-8")))
            (folder / path).write_bytes(changed)
        case _:
            raise ValueError(step)


@each_case
def test_a_build_shows_every_problem_and_leaves_the_good_site(
    name: str, content: Path, good_site: Path, tmp_path: Path
):
    before = read_tree(good_site)
    report = tmp_path / "report.json"
    options = ["--output", good_site, "--report", report, "--no-search", "--strict", "--jobs", "1"]

    result = CliRunner().invoke(main, ["--lang", "en", "build", "--content", content, *map(str, options)])

    problems = json.loads(report.read_bytes())["problems"]
    if os.environ.get("UPDATE_EXPECTED"):
        write_problems(name, [reference(problem) for problem in problems])
    assert [reference(problem) for problem in problems] == CASES[name]["problems"]
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == len(problems) + 1
    assert all(problem["hint"]["en"] in result.stderr for problem in problems)
    assert read_tree(good_site) == before


@each_case
def test_validating_shows_the_same_problems(name: str, content: Path):
    expected = [problem for problem in CASES[name]["problems"] if problem.split()[1] not in ONLY_WHEN_BUILT]

    found = [reference(problem.as_json()) for problem in validate_content(content).problems]

    assert found == expected


@each_case
def test_every_problem_reads_well_in_both_languages(content: Path):
    for problem in validate_content(content).problems:
        for language in ("zh", "en"):
            text = problem.as_text(language)

            assert problem.file in text
            assert f"[{problem.code}]" in text
            assert "{" not in problem.hint(language)
            assert text.isprintable()


def test_every_code_has_a_case():
    shown = {problem.split()[1] for case in CASES.values() for problem in case["problems"]}

    assert shown == set(CATALOGUE)


def reference(problem: dict[str, Any]) -> str:
    place = ":".join(str(problem[key]) for key in ("file", "line", "column") if problem[key])
    return " ".join(part for part in (place, problem["code"], problem["path"]) if part)


def write_problems(name: str, problems: list[str]):
    CASES[name]["problems"] = problems
    path = SITES / "invalid" / f"{name}.yaml"
    head, _, _ = path.read_text(encoding="utf-8").partition("problems:\n")
    path.write_text(f"{head}problems:\n" + "".join(f"  - {line}\n" for line in problems), encoding="utf-8")
