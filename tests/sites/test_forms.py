"""Forms that lack a column, or have more than the six of Hebei, on their way to a page."""

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from generator.cli import main

SITE = Path(__file__).parent / "valid" / "one" / "content"
DISCLOSURE = "townships/130324/hexi/2024/disclosure.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SITE, tmp_path / "content"))


def change(content: Path, old: str, new: str):
    path = content / DISCLOSURE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def build(content: Path, output: Path) -> BeautifulSoup:
    """The page of the first project."""
    options = ["--output", str(output), "--no-search", "--strict", "--jobs", "1"]
    result = CliRunner().invoke(main, ["build", "--content", str(content), *options])
    assert result.exit_code == 0, result.stderr
    page = output / "projects" / "130324-hexi-2024-01" / "index.html"
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


def test_a_form_without_level_1_says_so(content: Path, tmp_path: Path):
    change(content, "level1: 产出指标", 'level1: ""')

    page = build(content, tmp_path / "site")

    assert "文件未载一级指标" in page.select_one("tr.group").text


def test_the_results_of_a_self_evaluation_stand_beside_the_target(content: Path, tmp_path: Path):
    change(
        content,
        "        target: ≥95%\n",
        "        target: ≥95%\n        actual: 实际一百\n        score: 九十九\n",
    )

    page = build(content, tmp_path / "site")

    targets = [cell.text for cell in page.select(".targets th + td") if "≥95%" in cell.text]
    assert "实际完成值 实际一百" in targets[0]
    assert "得分 九十九" in targets[0]
