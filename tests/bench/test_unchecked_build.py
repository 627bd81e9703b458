"""The build that `make bench` compares the real one with."""

import csv
import json
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
CONTENT = REPOSITORY / "tests/sites/valid/one/content"


def test_it_makes_the_site_without_readings_and_findings(tmp_path):
    options = ["--content", CONTENT, "--output", tmp_path / "site", "--report", tmp_path / "report.json"]
    command = [sys.executable, "-m", "tools.bench.unchecked_build", "build", "--no-search", "--jobs", "2"]

    subprocess.run([*command, *map(str, options)], cwd=REPOSITORY, check=True)

    report = json.loads((tmp_path / "report.json").read_bytes())
    with (tmp_path / "site/data/indicators.csv").open(encoding="utf-8", newline="") as file:
        kinds = {row["kind"] for row in csv.DictReader(file)}
    assert kinds == {"blank"}
    assert not any(report["findings"].values())
    assert report["counts"]["projects"] == 1
