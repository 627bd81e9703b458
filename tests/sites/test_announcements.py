"""The site map, the feeds, robots and security.txt: what machines are told apart from the pages."""

import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from building import SITES, build

from generator.pages import sitemap

ADDRESS = "https://two.example"
DOCUMENT = "townships/130324/hexi/2024/disclosure.yaml"
XML = {
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "atom": "http://www.w3.org/2005/Atom",
}


def make_site(folder: Path, content: str = "bilingual", **changed: str) -> Path:
    """`changed`: lines put before `money_unit` of the document, or before `licence` of `site.yaml`."""
    shutil.copytree(SITES / "valid" / content / "content", folder / "content")
    for name, mark, path in (
        ("document", "money_unit:", DOCUMENT),
        ("site", "licence:", "site.yaml"),
    ):
        if name in changed:
            file = folder / "content" / path
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(mark, changed[name] + mark, 1), encoding="utf-8")
    build(folder / "content", folder / "site", base_url=ADDRESS)
    return folder / "site"


def read_xml(site: Path, name: str) -> ET.Element:
    return ET.parse(site / name).getroot()


def listed(site: Path, name: str = "sitemap.xml") -> dict[str, ET.Element]:
    urls = read_xml(site, name).findall("map:url", XML)
    return {url.findtext("map:loc", namespaces=XML): url for url in urls}


def pages_to_list(site: Path) -> set[str]:
    return {
        f"{ADDRESS}/{path.relative_to(site).as_posix().removesuffix('index.html')}"
        for path in site.rglob("*.html")
        if 'content="noindex"' not in path.read_text(encoding="utf-8")
    }


@pytest.mark.parametrize("content", ["one", "two", "bilingual"])
def test_the_site_map_names_every_page_to_list_and_no_other(tmp_path, content):
    site = make_site(tmp_path, content)

    assert set(listed(site)) == pages_to_list(site)


def test_every_page_of_the_site_map_names_its_languages_as_the_page_does(tmp_path):
    site = make_site(tmp_path)

    for url, entry in listed(site).items():
        page = site / url.removeprefix(f"{ADDRESS}/") / "index.html"
        links = BeautifulSoup(page.read_bytes(), "html.parser").select("head link[hreflang]")
        named = {link.get("hreflang"): link.get("href") for link in entry.findall("xhtml:link", XML)}
        assert named == {link["hreflang"]: link["href"] for link in links}, url
        assert len(named) == 3


def test_a_site_in_one_language_names_no_others(tmp_path):
    site = make_site(tmp_path, "one")

    assert b"xhtml:link" not in (site / "sitemap.xml").read_bytes()


def test_pages_have_the_day_of_the_last_change_they_show(tmp_path):
    site = make_site(
        tmp_path, document='added: "2026-03-01"\nchanges:\n  - {date: "2026-04-02", text: 更正}\n'
    )

    days = {
        url.removeprefix(ADDRESS): entry.findtext("map:lastmod", namespaces=XML)
        for url, entry in listed(site).items()
    }

    for address in (
        "/",
        "/en/",
        "/projects/130324-hexi-2024-01/",
        "/townships/130324-hexi/",
        "/townships/130324-hexi/2024/source/",
        "/years/2024/",
    ):
        assert days[address] == "2026-04-02", address
    assert days["/about/"] is None


def test_where_one_day_is_not_known_what_shows_all_has_none(tmp_path):
    site = make_site(tmp_path, "two", document='added: "2026-03-01"\n')

    days = {url: entry.findtext("map:lastmod", namespaces=XML) for url, entry in listed(site).items()}

    assert days[f"{ADDRESS}/projects/130324-hexi-2024-01/"] == "2026-03-01"
    assert days[f"{ADDRESS}/townships/130324-hexi/"] is None
    assert days[f"{ADDRESS}/"] is None


def test_a_large_site_map_is_split_and_has_an_index(tmp_path, monkeypatch):
    monkeypatch.setattr(sitemap, "MOST_URLS", 20)

    site = make_site(tmp_path)

    parts = [
        place.text.removeprefix(f"{ADDRESS}/")
        for place in read_xml(site, "sitemap.xml").findall("map:sitemap/map:loc", XML)
    ]
    urls = [url for part in parts for url in listed(site, part)]
    assert len(parts) > 1
    assert max(len(listed(site, part)) for part in parts) == 20
    assert sorted(urls) == sorted(pages_to_list(site))


def test_robots_may_read_all_and_are_led_to_the_site_map(tmp_path):
    site = make_site(tmp_path)

    assert (site / "robots.txt").read_text() == (
        f"User-agent: *\nAllow: /\n\nSitemap: {ADDRESS}/sitemap.xml\n"
    )


def read_entries(site: Path, name: str = "feed.xml") -> list[dict[str, str]]:
    return [
        {child.tag.rpartition("}")[2]: child.text or child.get("href") for child in entry}
        for entry in read_xml(site, name).findall("atom:entry", XML)
    ]


def test_a_document_with_a_day_is_an_entry_in_each_language(tmp_path):
    site = make_site(tmp_path, document='added: "2026-03-01"\n')

    (chinese,), (english,) = read_entries(site), read_entries(site, "en/feed.xml")

    assert chinese == {
        "id": "tag:tiny.example,2026-03-01:130324-hexi-2024",
        "title": "卢龙县河西镇2024年预算绩效目标",
        "published": "2026-03-01T00:00:00Z",
        "updated": "2026-03-01T00:00:00Z",
        "link": f"{ADDRESS}/townships/130324-hexi/2024/",
        "summary": "1 个项目，1 行绩效指标。",
    }
    assert english["title"] == "河西镇, Lulong County: budget performance targets 2024"
    assert english["link"] == f"{ADDRESS}/en/townships/130324-hexi/2024/"
    assert english["id"] != chinese["id"]


def test_a_change_brings_a_document_up_again_under_its_id(tmp_path):
    changes = (
        'added: "2026-03-01"\nchanges:\n  - {date: "2026-04-02", text: "更正 <甲> & 乙", text_en: Mended}\n'
    )
    site = make_site(tmp_path, document=changes)

    (chinese,), (english,) = read_entries(site), read_entries(site, "en/feed.xml")

    assert chinese["id"] == "tag:tiny.example,2026-03-01:130324-hexi-2024"
    assert (chinese["published"], chinese["updated"]) == ("2026-03-01T00:00:00Z", "2026-04-02T00:00:00Z")
    assert chinese["summary"].startswith("2026-04-02：更正 <甲> & 乙\n")
    assert english["summary"].startswith("2026-04-02: Mended\n")


def test_a_document_without_a_day_is_no_entry(tmp_path):
    site = make_site(tmp_path)

    assert read_entries(site) == []
    assert read_xml(site, "feed.xml").findtext("atom:updated", namespaces=XML) == "1970-01-01T00:00:00Z"


@pytest.mark.parametrize("name", ["feed.xml", "en/feed.xml"])
def test_a_feed_has_what_atom_asks_for(tmp_path, name):
    site = make_site(tmp_path, document='added: "2026-03-01"\n')

    feed = read_xml(site, name)

    links = {link.get("rel"): link.get("href") for link in feed.findall("atom:link", XML)}
    assert links == {"self": f"{ADDRESS}/{name}", "alternate": f"{ADDRESS}/{name.removesuffix('feed.xml')}"}
    for element in ("id", "title", "updated", "author/{*}name"):
        assert feed.findtext(f"atom:{element}", namespaces=XML), element


def test_every_page_leads_to_the_feed_of_its_language(tmp_path):
    site = make_site(tmp_path)

    for path in site.rglob("*.html"):
        page = BeautifulSoup(path.read_bytes(), "html.parser")
        feed = page.select_one('head link[type="application/atom+xml"]')["href"]
        expected = "/en/feed.xml" if page.html["lang"] == "en" else "/feed.xml"
        assert feed == expected, path


def test_a_site_without_a_security_contact_has_no_file_of_it(tmp_path):
    site = make_site(tmp_path)

    assert not (site / ".well-known").exists()


def test_a_security_contact_is_published(tmp_path):
    contact = (
        "security:\n  contact: mailto:a@b.example\n  expires: 2027-01-31\n  policy: https://b.example/p\n"
    )
    site = make_site(tmp_path, site=contact)

    assert (site / ".well-known/security.txt").read_text() == (
        "Contact: mailto:a@b.example\n"
        "Expires: 2027-01-31T00:00:00Z\n"
        "Preferred-Languages: zh, en\n"
        f"Canonical: {ADDRESS}/.well-known/security.txt\n"
        "Policy: https://b.example/p\n"
    )


def test_the_data_page_names_each_day_that_changed_the_data(tmp_path):
    site = make_site(
        tmp_path,
        document='added: "2026-03-01"\nchanges:\n  - {date: "2026-04-02", text: 更正一处, text_en: One cell corrected}\n',
    )

    chinese = BeautifulSoup((site / "data/index.html").read_bytes(), "html.parser")
    english = BeautifulSoup((site / "en/data/index.html").read_bytes(), "html.parser")
    days = [day.get_text() for day in chinese.select("#versions ~ dl time")]
    texts = [text.get_text() for text in chinese.select("#versions ~ dl dd")]
    assert days == ["2026-04-02", "2026-03-01"]
    assert [text.split()[-1] for text in texts] == ["更正一处", "收录"]
    assert "2026-04-02 版" in chinese.select_one(".citation").get_text()
    assert "One cell corrected" in english.select_one("#versions ~ dl dd").get_text()


def test_without_a_known_day_the_data_has_no_version(tmp_path):
    site = make_site(tmp_path, "two")

    page = BeautifulSoup((site / "data/index.html").read_bytes(), "html.parser")
    assert page.find(id="versions") is None
    assert "版" not in page.select_one(".citation").get_text()
