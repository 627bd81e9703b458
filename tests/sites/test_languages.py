"""A site in two languages: the same pages in both, each leading to the other, Chinese marked as Chinese in English."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from building import SITES, THEME, build, read_tree

from generator.build import BuildOptions, build_site
from generator.problems import OutsideError

BILINGUAL = SITES / "valid/bilingual/content"
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
STANDS_ONCE = ("data/", "static/")

Site = dict[str, BeautifulSoup]


def read_pages(content: Path, output: Path) -> Site:
    """Path → page of every HTML file."""
    build(content, output)
    return {
        path: BeautifulSoup(data, "html.parser")
        for path, data in read_tree(output).items()
        if path.endswith(".html")
    }


@pytest.fixture(scope="module")
def bilingual(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return read_pages(BILINGUAL, tmp_path_factory.mktemp("bilingual") / "site")


@pytest.fixture
def shipped(shipped_pages: Site) -> Site:
    return shipped_pages


@pytest.fixture(params=["bilingual", "shipped"])
def site(request: pytest.FixtureRequest) -> Site:
    pages: Site = request.getfixturevalue(request.param)
    return pages


def split(site: Site) -> tuple[Site, Site]:
    """The Chinese pages and the English ones, without the prefix."""
    english = {path.removeprefix("en/"): page for path, page in site.items() if path.startswith("en/")}
    chinese = {path: page for path, page in site.items() if not path.startswith("en/")}
    return chinese, english


def alternates(page: BeautifulSoup) -> dict[str, str]:
    return {str(link["hreflang"]): str(link["href"]) for link in page.select("head link[hreflang]")}


def address(page: BeautifulSoup) -> str:
    return str(page.select_one("link[rel=canonical]")["href"])


def links_to_pages(page: BeautifulSoup) -> Iterator[Tag]:
    for link in page.select('a[href^="/"]:not(.languages a)'):
        if not str(link["href"])[1:].startswith(STANDS_ONCE) and "." not in str(link["href"]):
            yield link


def test_both_languages_have_the_same_pages(site: Site):
    chinese, english = split(site)

    assert sorted(chinese) == sorted(english)


def test_datasets_and_twins_stand_once(tmp_path: Path):
    build(BILINGUAL, tmp_path / "site")

    english = [path for path in read_tree(tmp_path / "site") if path.startswith("en/")]

    columns = "en/compare/"  # of comparisons; they are parts of a page
    others = [
        path for path in english if not path.endswith((".html", ".svg")) and not path.startswith(columns)
    ]
    assert others == ["en/feed.xml"]


def test_each_page_says_its_language(site: Site):
    chinese, english = split(site)

    assert {page.html["lang"] for page in chinese.values()} == {"zh-CN"}
    assert {page.html["lang"] for page in english.values()} == {"en"}


def test_a_page_and_its_counterpart_name_each_other(site: Site):
    chinese, english = split(site)

    for path, page in chinese.items():
        expected = {
            "zh-CN": address(page),
            "en": address(english[path]),
            "x-default": address(page),
        }
        assert alternates(page) == alternates(english[path]) == expected, path


def test_the_switch_keeps_the_page(site: Site):
    chinese, english = split(site)

    for path in chinese.keys() - {"404.html"}:
        folder = f"/{path.removesuffix('index.html')}"
        (to_english,) = chinese[path].select(".languages a")
        (to_chinese,) = english[path].select(".languages a")
        assert (to_english["href"], to_english["lang"]) == (f"/en{folder}", "en")
        assert (to_chinese["href"], to_chinese["lang"]) == (folder, "zh-CN")


def test_links_stay_in_the_language(site: Site):
    _, english = split(site)

    for path, page in english.items():
        leaving = [link["href"] for link in links_to_pages(page) if not link["href"].startswith("/en/")]
        assert not leaving, path


def test_an_english_page_links_to_the_one_twin(bilingual: Site):
    page = bilingual["en/projects/130324-hexi-2024-01/index.html"]

    twin = page.select_one('link[type="application/json"]')

    assert twin["href"] == "/projects/130324-hexi-2024-01/index.json"


def test_chinese_on_english_pages_is_marked(site: Site):
    """A string of ours that was not translated has no mark either, and shows up here."""
    _, english = split(site)

    for path, page in english.items():
        texts = [text for text in page.body.find_all(string=HAN) if text.parent.name != "script"]
        languages = {str(text): text.find_parent(lang=True)["lang"] for text in texts}
        unmarked = [text for text, language in languages.items() if language != "zh-CN"]
        assert not [text for text in unmarked if '"search_' not in text and text.strip()], path


def test_charts_have_words_and_stand_in_each_language(shipped_site: Path):
    charts = {path for path in read_tree(shipped_site) if path.endswith(".svg")}

    chinese = {path for path in charts if not path.startswith(("en/", "static/"))}
    assert chinese
    assert {path.removeprefix("en/") for path in charts if path.startswith("en/")} == chinese


def test_an_overview_in_english_is_shown_in_english(bilingual: Site):
    overview = bilingual["en/townships/130324-hexi/2024/index.html"].select_one(".overview")

    assert overview.get_text().strip() == "The document has one project, of 2.50 万元line 12. See about."
    assert "lang" not in overview.attrs
    assert overview.select_one('a[href="/en/about/"]')


def test_an_overview_without_english_is_shown_in_chinese_and_said_to_be(shipped: Site):
    section = shipped["en/townships/130324-shuangwang/2024/index.html"].select_one("#overview")

    assert section.select_one(".overview")["lang"] == "zh-CN"
    assert "This part is in Chinese only." in section.get_text()


def test_a_page_without_english_is_shown_in_chinese_and_said_to_be(bilingual: Site):
    article = bilingual["en/method/index.html"].article

    assert article.select_one("[lang=zh-CN] p").get_text() == "一句话。"
    assert "This part is in Chinese only." in article.get_text()


def test_a_cell_with_a_label_holds_one_thing(shipped: Site):
    """On a phone such a cell is a grid of its label and what it holds: sentences with Chinese would fall apart."""
    parts = {
        (path, cell.get_text()): len([part for part in cell.children if str(part).strip()])
        for path, page in shipped.items()
        for cell in page.select(".plain:not(.rows) td[data-label]")
    }

    assert len(parts) > 500
    assert {cell for cell, count in parts.items() if count > 1} == set()


def test_a_moved_address_leads_on_in_each_language(tmp_path: Path):
    build(BILINGUAL, tmp_path / "site")

    rules = (tmp_path / "site/_redirects").read_text().splitlines()

    assert "/projects/hexi-1 /projects/130324-hexi-2024-01/ 301!" in rules
    assert "/en/projects/hexi-1 /en/projects/130324-hexi-2024-01/ 301!" in rules
    assert rules[-1] == "/en/* /en/404.html 404"


def test_a_moved_address_is_named_in_the_language_of_the_page(bilingual: Site):
    page = bilingual["en/projects/hexi-1/index.html"]

    assert page.h1.get_text() == "This page has moved to /en/projects/130324-hexi-2024-01/"
    assert [link.get_text() for link in page.select("main a")] == ["/en/projects/130324-hexi-2024-01/"]


def test_a_code_leads_to_the_project_in_the_language_of_the_page(bilingual: Site, tmp_path: Path):
    build(BILINGUAL, tmp_path / "site")

    rules = (tmp_path / "site/_redirects").read_text().splitlines()

    project = bilingual["en/projects/130324-hexi-2024-01/index.html"]
    assert project.select_one("a.code")["href"] == "/en/code/13032424P00442810250G/"
    page = bilingual["en/code/13032424P00442810250G/index.html"]
    assert (
        page.select_one("meta[http-equiv=refresh]")["content"] == "0; url=/en/projects/130324-hexi-2024-01/"
    )
    assert "/code/13032424P00442810250G /projects/130324-hexi-2024-01/ 301!" in rules
    assert "/en/code/13032424P00442810250G /en/projects/130324-hexi-2024-01/ 301!" in rules
    assert rules[-2] == "/en/code/* /en/search/?q=:splat 302"


def test_a_site_in_one_language_has_nothing_of_another(tmp_path: Path):
    content = tmp_path / "content"
    shutil.copytree(BILINGUAL, content)
    site_file = content / "site.yaml"
    site_file.write_text(site_file.read_text().replace("  - en\n", ""))

    pages = read_pages(content, tmp_path / "site")

    assert not [path for path in read_tree(tmp_path / "site") if path.startswith("en")]
    assert not [path for path, page in pages.items() if alternates(page) or page.select(".languages")]


def test_chinese_pages_are_the_same_with_and_without_english(tmp_path: Path):
    """But for the switch and the alternates."""
    with_english, _ = split(read_pages(BILINGUAL, tmp_path / "both"))
    content = tmp_path / "content"
    shutil.copytree(BILINGUAL, content)
    (content / "site.yaml").write_text((content / "site.yaml").read_text().replace("  - en\n", ""))
    alone, _ = split(read_pages(content, tmp_path / "one"))

    for page in with_english.values():
        for only_there in page.select(".languages, link[hreflang]"):
            only_there.decompose()

    assert {path: page.get_text().split() for path, page in with_english.items()} == {
        path: page.get_text().split() for path, page in alone.items()
    }


def test_english_can_be_the_first_language(tmp_path: Path):
    content = tmp_path / "content"
    shutil.copytree(BILINGUAL, content)
    site_file = content / "site.yaml"
    site_file.write_text(site_file.read_text().replace("  - zh-CN\n  - en\n", "  - en\n  - zh-CN\n"))

    pages = read_pages(content, tmp_path / "site")

    assert pages["about/index.html"].h1.get_text() == "About"
    assert pages["zh/about/index.html"].h1.get_text() == "关于"


def test_a_theme_without_the_words_of_a_language_is_refused(tmp_path: Path):
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    (theme / "locales/en.yaml").unlink()
    options = BuildOptions(
        content=BILINGUAL, output=tmp_path / "site", theme=theme, jobs=1, with_search=False
    )

    with pytest.raises(OutsideError) as error:
        build_site(options)

    assert "locales/en.yaml" in error.value.message("en")
