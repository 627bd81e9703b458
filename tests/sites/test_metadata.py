"""What pages say of themselves in results, in shared links and to machines."""

import json
import shutil
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from building import REPOSITORY, SITES, build, read_tree

Pages = dict[str, BeautifulSoup]
BASE = "https://deep.example/sub"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped content, in a folder of its host."""
    folder = tmp_path_factory.mktemp("shipped") / "site"
    build(REPOSITORY / "content", folder, base_url=BASE)
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    """Path → page of every page that is to be listed."""
    parsed = {
        path: BeautifulSoup(data, "html.parser")
        for path, data in read_tree(site).items()
        if path.endswith(".html")
    }
    return {path: page for path, page in parsed.items() if not page.select_one('meta[content="noindex"]')}


def meta(page: BeautifulSoup, name: str) -> str:
    return str(page.select_one(f'meta[name="{name}"], meta[property="{name}"]')["content"])


def nodes(page: BeautifulSoup, kind: str) -> list[dict]:
    (block,) = page.select('head script[type="application/ld+json"]')
    said = json.loads(block.string)
    assert all(node["@context"] == "https://schema.org" for node in said)
    return [node for node in said if node["@type"] == kind]


def test_every_title_is_there_once(pages: Pages):
    titles = Counter(page.title.get_text() for page in pages.values())

    assert [title for title, count in titles.items() if count > 1] == []


def test_every_description_is_there_once_and_short(pages: Pages):
    descriptions = Counter(meta(page, "description") for page in pages.values())

    assert [text for text, count in descriptions.items() if count > 1] == []
    assert [text for text in descriptions if not 8 <= len(text) <= 150] == []


def test_a_project_says_where_and_how_much(pages: Pages):
    chinese = pages["projects/130324-shuangwang-2024-08/index.html"]
    english = pages["en/projects/130324-shuangwang-2024-08/index.html"]

    assert chinese.title.get_text() == "服务群众专项经费 · 卢龙县双望镇2024年 · 乡镇绩效目标公开数据"
    assert meta(chinese, "description").startswith("预算数207.21万元，绩效指标 7 行，")
    assert english.title.get_text() == "服务群众专项经费 · 双望镇, Lulong County, 2024 · Township Targets"
    assert meta(english, "description").startswith("Budget 207.21 万元 (10,000 yuan); 7 indicator rows. ")


LOCALES = {"zh-CN": "zh_CN", "en": "en_GB"}


def test_a_shared_link_says_the_same_as_the_page(pages: Pages):
    for path, page in pages.items():
        assert meta(page, "og:description") == meta(page, "description"), path
        assert meta(page, "og:title") in page.title.get_text(), path
        assert meta(page, "og:url") == page.find("link", rel="canonical")["href"], path
        assert (meta(page, "og:type"), meta(page, "og:locale")) == ("website", LOCALES[page.html["lang"]]), (
            path
        )


def test_the_way_to_a_page_is_the_one_it_shows(pages: Pages):
    for path, page in pages.items():
        trails = nodes(page, "BreadcrumbList")
        if path in {"index.html", "en/index.html"}:
            assert trails == []
            continue
        (trail,) = trails
        *steps, own = trail["itemListElement"]
        assert "item" not in own, path
        shown = [(link.get_text(), link["href"]) for link in page.select(".crumbs a")]
        if shown:
            assert [(step["name"], urlsplit(step["item"]).path) for step in steps] == shown, path


def test_every_step_of_a_way_is_a_page(pages: Pages, site: Path):
    urls = {
        item["item"]
        for page in pages.values()
        for trail in nodes(page, "BreadcrumbList")
        for item in trail["itemListElement"][:-1]
    }

    assert all(url.startswith(f"{BASE}/") for url in urls)
    assert [url for url in urls if not (site / url.removeprefix(f"{BASE}/") / "index.html").is_file()] == []


def test_the_home_page_says_how_to_search(pages: Pages):
    (chinese,) = nodes(pages["index.html"], "WebSite")
    (english,) = nodes(pages["en/index.html"], "WebSite")

    target = chinese["potentialAction"]["target"]["urlTemplate"]
    assert target == f"{BASE}/search/?q={{search_term_string}}"
    assert english["potentialAction"]["target"]["urlTemplate"].startswith(f"{BASE}/en/search/?q=")
    assert (chinese["name"], english["name"]) == ("乡镇绩效目标公开数据", "Township Targets")


def test_the_data_page_describes_the_data(pages: Pages):
    (dataset,) = nodes(pages["data/index.html"], "Dataset")

    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert dataset["temporalCoverage"] == "2021/2024"
    assert [place["name"] for place in dataset["spatialCoverage"]] == [
        "河北省石家庄市栾城区",
        "河北省秦皇岛市卢龙县",
        "河北省保定市定州市",
        "河北省唐山市丰润区",
    ]
    assert "73 个预算项目、480 行绩效指标" in dataset["description"]


def test_every_download_is_there_with_its_size(pages: Pages, site: Path):
    (dataset,) = nodes(pages["data/index.html"], "Dataset")

    for file in dataset["distribution"]:
        path = site / file["contentUrl"].removeprefix(f"{BASE}/")
        assert file["contentSize"] == f"{path.stat().st_size} B"


def test_a_township_is_an_office_where_its_name_is_known(pages: Pages):
    (office,) = nodes(pages["townships/130324-shuangwang/index.html"], "GovernmentOrganization")
    unnamed = nodes(pages["townships/130208-unnamed-town/index.html"], "GovernmentOrganization")

    assert office["name"] == "双望镇"
    assert office["areaServed"]["name"] == "河北省秦皇岛市卢龙县双望镇"
    assert unnamed == []


def test_pages_that_lead_on_are_not_to_be_listed(tmp_path: Path):
    build(SITES / "valid/two/content", tmp_path / "site")

    for path in (
        "404.html",
        "code/13032423P00442810250A/index.html",
        "projects/130324-hexi-2024-1/index.html",
    ):
        page = BeautifulSoup((tmp_path / "site" / path).read_bytes(), "html.parser")
        assert meta(page, "robots") == "noindex", path
        assert not page.select('meta[property="og:title"], script[type="application/ld+json"]'), path


def test_projects_of_one_name_in_one_document_are_told_apart(tmp_path: Path):
    content = tmp_path / "content"
    shutil.copytree(SITES / "valid/two/content", content)
    document = content / "townships/130324/hexi/2024/disclosure.yaml"
    document.write_text(document.read_text(encoding="utf-8").replace("name: 应急物资", "name: 武装工作经费"))

    build(content, tmp_path / "site")

    assert [read_title(tmp_path / "site", f"130324-hexi-2024-0{number}") for number in (1, 3)] == [
        "武装工作经费（项目 1）· 卢龙县河西镇2024年 · 两镇",
        "武装工作经费（项目 3）· 卢龙县河西镇2024年 · 两镇",
    ]


def read_title(site: Path, project: str) -> str:
    page = (site / "projects" / project / "index.html").read_bytes()
    return BeautifulSoup(page, "html.parser").title.get_text()
