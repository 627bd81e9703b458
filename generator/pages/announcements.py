"""What the site says to machines apart from its pages: site map, feeds, robots, whom to tell of a weakness."""

from collections.abc import Iterator, Mapping, Sequence

from generator.model.site import Security, Site
from generator.output import Output
from generator.pages.across.surroundings import Surroundings
from generator.pages.editions import editions_of
from generator.pages.feed import make_feed
from generator.pages.sitemap import listed_pages, make_robots, make_sitemap

SECURITY_PATH = ".well-known/security.txt"


def make_announcements(around: Sequence[Surroundings], written: Mapping[str, str]) -> Iterator[Output]:
    """`around`: one for each language, the first language first. `written`: path → what it is made of."""
    first = around[0]
    site, base_url = first.renderer.site, first.base_url
    editions = editions_of(site)
    pages = listed_pages(first.catalogue, written, editions)
    yield from make_sitemap(pages, editions, base_url)
    yield make_robots(base_url)
    for each in around:
        yield make_feed(each)
    if site.security is not None:
        yield _security(site.security, site, base_url)


def _security(security: Security, site: Site, base_url: str) -> Output:
    """RFC 9116."""
    languages = (edition.language.partition("-")[0] for edition in editions_of(site))
    fields = {
        "Contact": security.contact,
        "Expires": f"{security.expires}T00:00:00Z",
        "Preferred-Languages": ", ".join(languages),
        "Canonical": f"{base_url}/{SECURITY_PATH}",
        "Policy": security.policy,
    }
    text = "".join(f"{name}: {value}\n" for name, value in fields.items() if value)
    return Output(SECURITY_PATH, text.encode(), "site.yaml")
