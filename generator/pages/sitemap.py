"""`sitemap.xml` and `robots.txt`: which pages there are, in which languages, and when they last changed.

No clock: a page has a date where the days are known on which editors added or changed what it is made of.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from generator import addresses
from generator.analyse.catalogue import Catalogue, ListedProject, last_changed
from generator.analyse.summary import DisclosureSummary
from generator.output import Output
from generator.pages.editions import Edition

MOST_URLS = 50_000
"""In one file (sitemaps.org)."""
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
_INDEX_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)
_PLACES = ("disclosure", "source")
_SOURCE = "content"


@dataclass(frozen=True, slots=True)
class ListedPage:
    address: str
    """In the first language."""
    changed: str
    """A day, `2026-11-21`; `""` where it is not known."""


def make_sitemap(pages: Iterable[ListedPage], editions: Sequence[Edition], base_url: str) -> Iterator[Output]:
    """One file, or as many as are needed with an index of them."""
    pages = tuple(pages)
    size = max(1, MOST_URLS // len(editions))
    parts = [pages[start : start + size] for start in range(0, len(pages), size)] or [()]
    if len(parts) == 1:
        yield _part("sitemap.xml", parts[0], editions, base_url)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield _part(name, part, editions, base_url)
    listed = "".join(f"<sitemap><loc>{escape(f'{base_url}/{name}')}</loc></sitemap>\n" for name in names)
    yield Output("sitemap.xml", f"{_INDEX_HEAD}{listed}</sitemapindex>\n".encode(), _SOURCE)


def make_robots(base_url: str) -> Output:
    text = f"User-agent: *\nAllow: /\n\nSitemap: {base_url}/sitemap.xml\n"
    return Output("robots.txt", text.encode(), _SOURCE)


def _part(name: str, pages: Iterable[ListedPage], editions: Sequence[Edition], base_url: str) -> Output:
    urls = "".join(_urls(page, editions, base_url) for page in pages)
    return Output(name, f"{_HEAD}{urls}</urlset>\n".encode(), _SOURCE)


def _urls(page: ListedPage, editions: Sequence[Edition], base_url: str) -> str:
    """The page in each language; every one names all."""
    urls = [
        (edition.language, escape(base_url + addresses.in_language(page.address, edition.prefix)))
        for edition in editions
    ]
    changed = f"<lastmod>{page.changed}</lastmod>" if page.changed else ""
    named = [*urls, ("x-default", urls[0][1])] if len(urls) > 1 else []
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{url}"/>' for language, url in named
    )
    return "".join(f"<url><loc>{url}</loc>{changed}{others}</url>\n" for _, url in urls)


def listed_pages(
    catalogue: Catalogue, written: Mapping[str, str], editions: Sequence[Edition]
) -> Iterator[ListedPage]:
    """`written`: path → what it is made of. Left out are pages that only lead on."""
    dates = _dates(catalogue)
    others = tuple(edition.prefix for edition in editions if not edition.is_first)
    for path, source in sorted(written.items()):
        address = f"/{path.removesuffix('index.html')}"
        leads_on = addresses.leads_on(address) or source == "redirects.yaml"
        if path.endswith("index.html") and not path.startswith(others) and not leads_on:
            # What stands for itself, such as the text of an editor, is made of a file of its own.
            known = catalogue.last_changed if source == _SOURCE else ""
            yield ListedPage(address, dates.get(address, known))


def _dates(catalogue: Catalogue) -> dict[str, str]:
    """Of the pages that do not show all disclosures."""
    dates = {
        addresses.address("township", township): last_changed(disclosures)
        for township, disclosures in catalogue.by_township.items()
    }
    for disclosure in catalogue.disclosures:
        for address in _addresses_of(disclosure):
            dates[address] = disclosure.last_changed
    groups: dict[str, Mapping[str, Sequence[ListedProject]]] = {
        "programme": catalogue.by_programme,
        "theme": catalogue.by_theme,
        "county": catalogue.by_county,
        "year": catalogue.by_year,
    }
    for kind, by_id in groups.items():
        for id_, projects in by_id.items():
            if id_:
                dates[addresses.address(kind, id_)] = last_changed(listed.disclosure for listed in projects)
    for family, rows in catalogue.by_family.items():
        dates[addresses.address("indicator", family)] = last_changed(row.disclosure for row in rows)
    return dates


def _addresses_of(disclosure: DisclosureSummary) -> Iterator[str]:
    for kind in _PLACES:
        yield addresses.address(kind, disclosure.township.id, disclosure.year)
    for project in disclosure.projects:
        yield addresses.address("project", project.id)
