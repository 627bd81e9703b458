"""What holds of every build: the same content gives the same bytes, and nothing is published by half."""

import json
import shutil
from pathlib import Path

import pytest
from building import REPOSITORY, SITES, build, read_tree

from generator.build import ContentProblems
from generator.problems import OutsideError, UserError
from generator.search import index as search_index

TWO = SITES / "valid/two/content"


def test_building_twice_gives_the_same_bytes(tmp_path: Path):
    build(TWO, tmp_path / "first", with_search=True)

    build(TWO, tmp_path / "second", with_search=True)

    assert read_tree(tmp_path / "first") == read_tree(tmp_path / "second")


def test_building_again_over_a_site_gives_the_same_bytes(tmp_path: Path):
    build(SITES / "valid/one/content", tmp_path / "site")
    build(TWO, tmp_path / "site")

    build(TWO, tmp_path / "fresh")

    assert read_tree(tmp_path / "site") == read_tree(tmp_path / "fresh")


def test_several_processes_give_the_same_bytes_as_one(tmp_path: Path):
    build(TWO, tmp_path / "one", jobs=1)

    build(TWO, tmp_path / "two", jobs=2)

    assert read_tree(tmp_path / "one") == read_tree(tmp_path / "two")


def test_the_shipped_content_gives_the_same_bytes_in_one_process_and_in_two(
    shipped_site: Path, tmp_path: Path
):
    build(REPOSITORY / "content", tmp_path / "two", jobs=2)

    assert read_tree(shipped_site) == read_tree(tmp_path / "two")


def test_a_page_holds_no_path_of_the_machine(tmp_path: Path):
    build(TWO, tmp_path / "site")

    site = read_tree(tmp_path / "site")

    assert not [
        path for path, data in site.items() if str(tmp_path).encode() in data or str(TWO).encode() in data
    ]


def test_another_base_url_changes_every_link(tmp_path: Path):
    build(TWO, tmp_path / "site", base_url="https://other.example/deep/er/")

    page = (tmp_path / "site/projects/130324-hexi-2024-01/index.html").read_text(encoding="utf-8")

    assert 'href="/deep/er/townships/130324-hexi/"' in page
    assert "https://other.example/deep/er/projects/130324-hexi-2024-01/" in page
    assert "/sub/" not in page
    assert "tiny.example/sub" not in page


def test_a_warning_stops_only_a_strict_build(tmp_path: Path):
    content = copy_with_a_warning(tmp_path)

    report = build(content, tmp_path / "site", is_strict=False)

    assert [problem.code for problem in report.problems] == ["line-order"]
    with pytest.raises(ContentProblems):
        build(content, tmp_path / "strict")
    assert not (tmp_path / "strict").exists()


def copy_with_a_warning(folder: Path) -> Path:
    shutil.copytree(SITES / "valid/one/content", folder / "content")
    path = folder / "content/townships/130324/hexi/2024/disclosure.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('line: "24"', 'line: "19"'), encoding="utf-8")
    return folder / "content"


def test_a_missing_search_binary_leaves_the_good_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    build(TWO, tmp_path / "site")
    before = read_tree(tmp_path / "site")
    monkeypatch.setattr(search_index, "find_binary", lambda: str(tmp_path / "nowhere"))

    with pytest.raises(OutsideError, match="--no-search") as caught:
        build(TWO, tmp_path / "site", with_search=True)

    assert caught.value.exit_status == 3
    assert read_tree(tmp_path / "site") == before


def test_a_content_folder_that_is_not_there_is_wrong_use(tmp_path: Path):
    with pytest.raises(UserError, match="--content") as caught:
        build(tmp_path / "nowhere", tmp_path / "site")

    assert caught.value.exit_status == 2


def test_a_correction_stands_beside_the_printed_value(tmp_path: Path):
    build(TWO, tmp_path / "site")

    twin = json.loads((tmp_path / "site/projects/130324-hexi-2024-01/index.json").read_bytes())

    assert twin["indicators"][0]["target"] == "≥30入"
    assert twin["indicators"][0]["corrections"][0]["corrected"] == "≥30人"


def test_a_code_of_one_project_leads_on_and_a_shared_one_names_all(tmp_path: Path):
    build(TWO, tmp_path / "site")

    redirects = (tmp_path / "site/_redirects").read_text()
    page = (tmp_path / "site/code/13032424P00442810250G/index.html").read_text(encoding="utf-8")

    assert "/code/13032423P00442810250A" in redirects
    assert "13032424P00442810250G" not in redirects
    assert "/projects/130324-hexi-2024-01/" in page
    assert "/projects/130324-hexi-2024-03/" in page


def test_a_moved_address_leads_on(tmp_path: Path):
    build(TWO, tmp_path / "site")

    page = (tmp_path / "site/projects/130324-hexi-2024-1/index.html").read_text(encoding="utf-8")

    assert 'href="/sub/projects/130324-hexi-2024-01/"' in page
