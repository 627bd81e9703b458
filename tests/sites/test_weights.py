"""What a visitor's browser has to load: bytes as they are served, before the host packs them."""

import re
from pathlib import Path

from bs4 import BeautifulSoup

MOST_STYLE = 25_000
MOST_SCRIPT = 20_000
MOST_REQUESTS = 6
_NAMED = re.compile(r"""\"\./([\w.-]+)\"""")
_IMPORTED = re.compile(r"""(?:from|import)\s*"\./([\w.-]+)\"""")
"""At once, before a visitor has done anything."""
_IMPORTED_IN_USE = re.compile(r"""(?:from|import)\s*\(?\s*"\./([\w.-]+)\"""")
"""The same, with what is loaded when a part of the page is used."""


def linked(page: BeautifulSoup, selector: str, attribute: str) -> list[str]:
    return [str(tag[attribute]).removeprefix("/static/") for tag in page.select(selector)]


def suggestion_style(site: Path) -> str:
    """Loaded on any page once its search box is used."""
    (path,) = site.glob("static/search-suggest.*.css")
    return path.name


def scripts_of(site: Path, page: BeautifulSoup, imported: re.Pattern[str] = _IMPORTED) -> set[str]:
    """With all that they import."""
    found: set[str] = set()
    waiting = linked(page, "script[src]", "src")
    while waiting:
        name = waiting.pop()
        # Only a box that has words for them loads suggestions.
        if name not in found and (not name.startswith("search-suggest.") or page.select("[data-suggest]")):
            found.add(name)
            waiting += imported.findall((site / "static" / name).read_text(encoding="utf-8"))
    return found


def size(site: Path, names: set[str]) -> int:
    return sum((site / "static" / name).stat().st_size for name in names)


def test_the_style_of_a_page_is_small(shipped_site: Path, shipped_pages: dict[str, BeautifulSoup]):
    extra = suggestion_style(shipped_site)

    sizes = {
        path: size(shipped_site, {*linked(page, "link[rel=stylesheet]", "href"), extra})
        for path, page in shipped_pages.items()
    }

    assert {path: bytes_ for path, bytes_ in sizes.items() if bytes_ >= MOST_STYLE} == {}


def test_the_scripts_of_a_page_are_small_when_all_of_it_is_used(
    shipped_site: Path, shipped_pages: dict[str, BeautifulSoup]
):
    sizes = {
        path: size(shipped_site, scripts_of(shipped_site, page, _IMPORTED_IN_USE))
        for path, page in shipped_pages.items()
    }

    assert {path: bytes_ for path, bytes_ in sizes.items() if bytes_ >= MOST_SCRIPT} == {}


def test_what_is_loaded_in_use_is_counted(shipped_site: Path, shipped_pages: dict[str, BeautifulSoup]):
    page = shipped_pages["compare/index.html"]

    later = scripts_of(shipped_site, page, _IMPORTED_IN_USE) - scripts_of(shipped_site, page)

    assert {"compare-csv", "compare-picker", "search-suggest"} <= {name.partition(".")[0] for name in later}


def test_a_project_page_is_complete_after_few_requests(
    shipped_site: Path, shipped_pages: dict[str, BeautifulSoup]
):
    for path, page in shipped_pages.items():
        if not re.fullmatch(r"(?:en/)?projects/[^/]+/index.html", path):
            continue
        styles = linked(page, "link[rel=stylesheet]", "href")
        images = linked(page, "img[src]", "src")
        requests = {path, "favicon", *styles, *scripts_of(shipped_site, page), *images}
        assert len(requests) <= MOST_REQUESTS, path


def test_every_static_file_that_is_named_is_there(
    shipped_site: Path, shipped_pages: dict[str, BeautifulSoup]
):
    named = {
        address
        for page in shipped_pages.values()
        for tag in page.select("link[href], script[src], img[src]")
        if (address := str(tag.get("href") or tag.get("src"))).startswith("/static/")
    }
    for path in (shipped_site / "static").rglob("*.js"):
        named |= {f"/static/{name}" for name in _NAMED.findall(path.read_text(encoding="utf-8"))}

    assert len(named) > 10
    assert [address for address in named if not (shipped_site / address[1:]).is_file()] == []


def test_every_static_name_holds_a_hash(shipped_site: Path):
    names = [path.name for path in (shipped_site / "static").iterdir()]

    assert [name for name in names if not re.search(r"\.[0-9a-f]{10}\.[a-z]+$", name)] == []
