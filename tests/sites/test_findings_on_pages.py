"""Findings that are about more than one project, on the pages that they concern."""

import json
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from building import REPOSITORY, SITES, build

CODE = "13032423P00442810250A"
LANGUAGES = "languages:\n  - zh-CN\n  - en\n"
HEXI, BEICHENG = "130324-hexi-2023-01", "000000-beicheng-2024-01"


@pytest.fixture(scope="module")
def one_code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two townships print one code for projects of different titles."""
    folder = tmp_path_factory.mktemp("across")
    content = Path(shutil.copytree(SITES / "valid/two/content", folder / "content"))
    site = content / "site.yaml"
    site.write_text(site.read_text(encoding="utf-8") + LANGUAGES, encoding="utf-8")
    disclosure = content / "townships/000000/beicheng/2024/disclosure.yaml"
    text = disclosure.read_text(encoding="utf-8")
    disclosure.write_text(
        text.replace("    name: 人民武装\n", f"    code: {CODE}\n    name: 人民武装\n"), "utf-8"
    )
    build(content, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shipped") / "site"
    build(REPOSITORY / "content", folder)
    return folder


def read(site: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((site / path / "index.html").read_bytes(), "html.parser")


def across(page: BeautifulSoup) -> BeautifulSoup:
    [item] = page.select('#checks-differs + ul > li[id$="c05-across"]')
    return item


@pytest.mark.parametrize("folder", ["", "en/"])
@pytest.mark.parametrize(("own", "other"), [(HEXI, BEICHENG), (BEICHENG, HEXI)])
def test_a_finding_across_documents_leads_from_each_project_to_the_other(one_code, folder, own, other):
    item = across(read(one_code, f"{folder}projects/{own}"))

    assert item.p.a["href"] == f"/sub/{folder}projects/{other}/"
    assert CODE in item.p.get_text()
    assert {word in item.get_text() for word in ("人民武装", "武装工作经费")} == {True}


def test_the_twins_of_both_projects_have_the_finding(one_code):
    twins = [
        json.loads((one_code / f"projects/{project}/index.json").read_bytes()) for project in (HEXI, BEICHENG)
    ]

    found = [
        [each["finding_id"] for each in twin["findings"] if "across" in each["finding_id"]] for twin in twins
    ]
    assert found[0] == found[1]
    assert len(found[0]) == 1


def test_a_project_that_no_other_document_names_has_no_such_finding(one_code):
    assert "across" not in (one_code / "projects/130324-hexi-2024-01/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["", "en/"])
def test_findings_about_a_whole_document_stand_on_its_page_and_are_named_on_its_projects(shipped, folder):
    project = read(shipped, f"{folder}projects/130111-qiema-2021-01")
    document = read(shipped, f"{folder}townships/130111-qiema/2021")

    [link] = project.select('.checks a[href$="#checks"]')
    assert link["href"] == f"/{folder}townships/130111-qiema/2021/#checks"
    items = document.select("section:has(> #checks) > ul > li")
    assert link.parent.get_text().split()[-1] == str(len(items))
    assert len(items) > 10
    assert all(item.select(f'a[href^="/{folder}checks/"]') for item in items)
    assert all(item.select('.printed-facts a[href*="/source/#L"]') for item in items)


def test_a_document_about_which_nothing_was_found_has_no_such_part(one_code):
    document = read(one_code, "townships/130324-hexi/2023")

    assert document.select("#checks") == []
