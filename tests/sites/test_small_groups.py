"""Rows about one to four persons, and the money printed beside them, stand in their document and nowhere else."""

import csv
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from building import SITES, build

from generator import addresses

_HEXI = "townships/130324/hexi/2024/disclosure.yaml"
_FAMILY = {
    "id": "payment",
    "zh": "补助",
    "en": "Payment",
    "definition": "补助的标准和人数。",
    "definition_en": "Whom is paid, and how much.",
    "names": ["补助标准", "补助人数", "补助总额"],
}
_TARGETS = (
    ("补助人数", "3人"),
    ("补助标准", "417元/人"),
    ("补助总额", "每人417元，共1251元"),
)


@pytest.fixture(scope="module")
def invented_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two townships, one of which prints a group of three with its rate."""
    folder = tmp_path_factory.mktemp("small")
    content = Path(shutil.copytree(SITES / "valid/two/content", folder / "content"))
    change(content / _HEXI, _add_group)
    change(content / "vocabulary/indicators.yaml", lambda families: families.append(_FAMILY))
    build(content, folder / "site", is_strict=False)
    return folder / "site"


def _add_group(disclosure: dict[str, Any]) -> None:
    disclosure["projects"][1]["indicators"] = [
        {"level1": "产出指标", "level2": "数量指标", "name": name, "target": target, "line": str(line)}
        for line, (name, target) in enumerate(_TARGETS, start=31)
    ]
    disclosure["projects"][1]["budget"]["total"] = "0.13"
    disclosure["expected"]["indicators"] = "5"


def change(path: Path, edit) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    edit(data)
    path.write_text(
        yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_style='"'), encoding="utf-8"
    )


def kept_cells(site: Path) -> dict[str, list[str]]:
    """Project → the targets that stay in its document, from what the site itself says of its rows."""
    kept: dict[str, list[str]] = {}
    for path in sorted((site / "projects").glob("*/index.json")):
        rows = json.loads(path.read_text(encoding="utf-8"))["indicators"]
        if any(row["derived"]["is_small_group"] for row in rows):
            kept[path.parent.name] = [
                row["target"] for row in rows if row["derived"]["is_small_group"] or _is_money(row["reading"])
            ]
    return kept


def _is_money(reading: dict[str, Any]) -> bool:
    return any(clause["kind"] == "money" for clause in (reading, *reading["further"]))


def gathered(site: Path, pattern: str, kept: dict[str, list[str]]) -> Iterator[Path]:
    """The files that are neither of the documents with such rows, nor whole datasets, nor columns of chosen projects."""
    own = {f"projects/{project}/" for project in kept}
    own |= {addresses.address("disclosure", *_disclosure(project)).strip("/") + "/" for project in kept}
    for path in site.rglob(pattern):
        address = path.relative_to(site).as_posix().removeprefix("en/")
        if not address.startswith(("data/", "compare/", *own)):
            yield path


def _disclosure(project: str) -> tuple[str, str]:
    return addresses.split_disclosure_id(addresses.disclosure_of(project))


def shows(text: str, project: str, kept: dict[str, list[str]]) -> list[str]:
    return [target for target in kept[project] if re.search(rf"(?<![\d.,]){re.escape(target)}(?!次)", text)]


def found_in_pages(site: Path, kept: dict[str, list[str]]) -> list[tuple[str, str, list[str]]]:
    return [
        (path.relative_to(site).as_posix(), project, shown)
        for path in gathered(site, "index.html", kept)
        for entry in _entries(path)
        for project in kept
        if entry.select(f'a[href*="/projects/{project}/"]')
        if (shown := shows(entry.get_text(), project, kept))
    ]


def _entries(path: Path) -> Iterator[Tag]:
    """The innermost rows and items of lists."""
    soup = BeautifulSoup(path.read_bytes(), "html.parser")
    return (entry for entry in soup.select("main tr, main li") if not entry.select("tr, li"))


def found_in_files(site: Path, kept: dict[str, list[str]]) -> list[tuple[str, str, list[str]]]:
    entries = [
        (path, row)
        for path in gathered(site, "*.csv", kept)
        for row in csv.reader(path.read_text(encoding="utf-8").splitlines())
    ]
    entries += [
        (path, row)
        for path in gathered(site, "*.json", kept)
        for row in _leaves(json.loads(path.read_text(encoding="utf-8")))
    ]
    return [
        (path.relative_to(site).as_posix(), project, shown)
        for path, row in entries
        for project in kept
        if any(project in cell for cell in row) and (shown := shows("\n".join(row), project, kept))
    ]


def _leaves(value: Any) -> Iterator[list[str]]:
    """The texts of each innermost record."""
    if isinstance(value, dict):
        yield [text for text in value.values() if isinstance(text, str)]
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _leaves(each)


def test_the_shipped_documents_have_such_rows(shipped_site):
    kept = kept_cells(shipped_site)

    assert kept["130324-shuangwang-2024-09"] == ["1人", "2400元"]
    assert kept["130208-unnamed-town-2024-09"] == ["≥3人", "≤249元/季度"]


def test_they_stand_on_no_page_across_townships(shipped_site):
    assert found_in_pages(shipped_site, kept_cells(shipped_site)) == []


def test_they_stand_in_no_file_beside_a_page_across_townships(shipped_site):
    assert found_in_files(shipped_site, kept_cells(shipped_site)) == []


def test_of_an_invented_group_neither_count_nor_rate_is_gathered(invented_site):
    kept = kept_cells(invented_site)

    assert kept == {"130324-hexi-2024-03": [target for _, target in _TARGETS]}
    assert found_in_pages(invented_site, kept) == []
    assert found_in_files(invented_site, kept) == []


def test_the_page_says_how_many_are_left_out(invented_site):
    page = BeautifulSoup((invented_site / "indicators/payment/index.html").read_bytes(), "html.parser")

    assert "另有 3 行涉及的人数少于 5 人" in page.main.get_text()


def test_their_own_page_and_the_datasets_have_them(invented_site):
    own = (invented_site / "projects/130324-hexi-2024-03/index.html").read_text(encoding="utf-8")
    data = (invented_site / "data/indicators.csv").read_text(encoding="utf-8")

    for _, target in _TARGETS:
        assert target in own
        assert target in data
