"""Walking the content folder."""

import shutil
from pathlib import Path

import pytest

from generator.load.content import find_content

SITE = Path(__file__).parents[1] / "sites" / "valid" / "one" / "content"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SITE, tmp_path / "content"))


@pytest.mark.parametrize(
    "name", [".DS_Store", "pages/about.md~", "pages/.about.md.swp", "townships/Thumbs.db"]
)
def test_what_desktops_and_editors_leave_behind_is_passed_over(content: Path, name: str):
    (content / name).write_bytes(b"\x00")

    assert find_content(content) == find_content(SITE)


@pytest.mark.parametrize(
    "name", ["notes.txt", "pages/about.markdown", "townships/130324/hexi/2024/disclosure.yml"]
)
def test_any_other_file_is_a_problem(content: Path, name: str):
    (content / name).write_bytes(b"\x00")

    assert [(problem.code, problem.file) for problem in find_content(content).problems] == [
        ("file-unexpected", name)
    ]
