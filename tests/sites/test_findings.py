"""Findings on the way to the site: where they are published, and what an editor's word changes."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from building import SITES, build

from generator.build import validate_content

pytestmark = pytest.mark.usefixtures("one_check")
M01 = "130324-hexi-2024-01-m01"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SITES / "valid/two/content", tmp_path / "content"))


def build_data(content: Path, **options) -> Path:
    build(content, content.parent / "site", **options)
    return content.parent / "site/data"


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def say(content: Path, word: str):
    text = f'- {{finding: {M01}, word: {word}, reason: 已对照, date: "2026-02-28"}}\n'
    (content / "findings.yaml").write_text(text, encoding="utf-8")


def counts(data: Path) -> tuple[str, str]:
    [project] = [row for row in read_rows(data / "projects.csv") if M01.startswith(row["project_id"])]
    return project["finding_count"], project["confirmation_count"]


def test_a_confirmation_is_counted_apart(content):
    (content / "findings.yaml").unlink()

    data = build_data(content)

    assert [row["outcome"] for row in read_rows(data / "findings.csv")] == ["agrees"]
    assert counts(data) == ("0", "1")


def test_a_difference_is_a_finding(content):
    disclosure = content / "townships/130324/hexi/2024/disclosure.yaml"
    disclosure.write_text(disclosure.read_text().replace('other: "1.00"', 'other: "1.50"'))

    data = build_data(content)

    assert [row["outcome"] for row in read_rows(data / "findings.csv")] == ["differs"]
    assert counts(data) == ("1", "0")


def test_an_editors_word_stands_beside_the_finding(content):
    say(content, "explained")

    [row] = json.loads((build_data(content) / "findings.json").read_bytes())

    assert (row["finding_id"], row["word"], row["word_reason"]) == (M01, "explained", "已对照")
    assert (row["word_date"], row["word_role"]) == ("2026-02-28", "")


def test_a_withdrawn_finding_is_neither_published_nor_counted(content):
    say(content, "withdrawn")

    data = build_data(content)

    assert read_rows(data / "findings.csv") == []
    assert counts(data) == ("0", "0")


def test_printed_facts_and_their_lines_are_lists_of_one_length(content):
    [row] = json.loads((build_data(content) / "findings.json").read_bytes())

    assert row["facts"] == ["财政资金：2.00", "其他资金：1.00", "预算数：3.00"]
    assert row["lines"] == ["5", "5", "5"]


def test_the_report_counts_findings_by_rule_and_outcome(content):
    report = build(content, content.parent / "site")

    assert report.as_json()["findings"]["M01"] == {"agrees": 1}


def test_findings_do_not_depend_on_the_number_of_processes(content):
    alone = (build_data(content, jobs=1) / "findings.csv").read_bytes()

    assert (build_data(content, jobs=3) / "findings.csv").read_bytes() == alone


def test_a_word_on_an_unknown_finding_names_those_near_to_it(content):
    words = (content / "findings.yaml").read_text(encoding="utf-8").replace(M01, f"{M01}0")
    (content / "findings.yaml").write_text(words, encoding="utf-8")

    [problem] = validate_content(content).problems

    assert problem.code == "unknown-finding"
    assert M01 in problem.hint("en")
