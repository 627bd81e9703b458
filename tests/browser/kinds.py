"""The kinds of pages of a built site, found by its addresses, and which pages of a kind are looked at."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.addresses import PATTERNS

LANGUAGES = {"zh": "", "en": "en/"}
"""Language → the folder of its pages."""
LONG = 40_000
KINDS = (*PATTERNS, "not_found")


@dataclass(frozen=True, slots=True)
class SitePage:
    address: str
    """`/en/projects/…/`; `/404.html` for the page of missing addresses."""
    kind: str
    """Empty for an address of no pattern."""
    language: str
    file: Path
    size: int


def _matcher(pattern: str) -> re.Pattern[str]:
    return re.compile(re.escape(pattern).replace(r"\{\}", "[^/]+"))


_MATCHERS = {
    kind: _matcher(pattern)
    for kind, pattern in sorted(PATTERNS.items(), key=lambda item: item[1].count("{}"))
}
"""Those with fewer gaps first: `/projects/` is no page of our own in `/{}/`."""


def kind_of(address: str) -> str:
    """Of an address without its language; empty where no pattern fits."""
    if address == "/404.html":
        return "not_found"
    return next((kind for kind, matcher in _MATCHERS.items() if matcher.fullmatch(address)), "")


@cache
def read_pages(site: Path) -> tuple[SitePage, ...]:
    return tuple(_page(site, file) for file in sorted(site.rglob("*.html")))


def _page(site: Path, file: Path) -> SitePage:
    path = file.relative_to(site).as_posix()
    language = "en" if path.startswith(LANGUAGES["en"]) else "zh"
    plain = path.removeprefix(LANGUAGES[language]).removesuffix("index.html")
    kind = kind_of(f"/{plain}")
    return SitePage(f"/{LANGUAGES[language]}{plain}", kind, language, file, file.stat().st_size)


def samples(site: Path, kind: str, language: str) -> Sequence[SitePage]:
    """The longest page of the kind and the shortest; of the pages that are each their own kind, every one.

    Lists of more than `LONG` bytes repeat their rows and take a browser's checks seconds, so they are left out
    where the kind has others.
    """
    found = [page for page in read_pages(site) if (page.kind, page.language) == (kind, language)]
    if kind == "page":
        return found
    by_size = sorted(found, key=lambda page: (page.size > LONG, page.size, page.address))
    usual = [page for page in by_size if page.size <= LONG] or by_size[:1]
    return [*usual[-1:], *usual[:-1][:1]]


def sweep(site: Path, kind: str) -> Sequence[SitePage]:
    """Those of the first language, and the longest in English: the templates are the same."""
    english = samples(site, kind, "en")
    return [*samples(site, kind, "zh"), *(english if kind == "page" else english[:1])]


def count_kinds(site: Path) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for page in read_pages(site):
        counts[page.kind] += 1
    return counts
