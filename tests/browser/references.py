"""What the pages of a built site refer to, and what can be referred to in them; read from the files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from kinds import SitePage, read_pages

_HOLDERS = {
    ("a", "href"),
    ("area", "href"),
    ("form", "action"),
    ("iframe", "src"),
    ("img", "src"),
    ("image", "href"),
    ("link", "href"),
    ("object", "data"),
    ("script", "src"),
    ("source", "src"),
    ("use", "href"),
}
_ADDRESS_NAMES = {"og:image", "og:url", "twitter:image"}
_REFRESH = re.compile(r"\s*\d+\s*;\s*url=(.+)", re.IGNORECASE)
_LOCATION = re.compile(r"<(?:loc|id|uri)>(https?:[^<]+)<|<link\b[^>]*\bhref=\"([^\"]+)\"|\bhref=\"([^\"]+)\"")


@dataclass(slots=True)
class References:
    page: SitePage
    ids: set[str] = field(default_factory=set)
    found: list[str] = field(default_factory=list)
    """As they stand there."""


class _Reader(HTMLParser):
    def __init__(self, references: References) -> None:
        super().__init__(convert_charrefs=True)
        self._references = references

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if values.get("id"):
            self._references.ids.add(values["id"])
        self._references.found += [
            value or "" for name, value in attrs if (tag, name) in _HOLDERS and value is not None
        ]
        if values.get("srcset"):
            self._references.found += [part.split()[0] for part in values["srcset"].split(",")]
        if tag == "meta":
            self._references.found += _of_meta(values)


def _of_meta(values: dict[str, str | None]) -> list[str]:
    content = values.get("content") or ""
    if values.get("property", values.get("name")) in _ADDRESS_NAMES:
        return [content]
    match = _REFRESH.fullmatch(content) if (values.get("http-equiv") or "").lower() == "refresh" else None
    return [match[1].strip("'\"")] if match else []


@cache
def read_references(site: Path) -> tuple[References, ...]:
    return tuple(_read(page) for page in read_pages(site))


def _read(page: SitePage) -> References:
    references = References(page)
    _Reader(references).feed(page.file.read_text(encoding="utf-8"))
    return references


def read_feed_references(site: Path) -> Iterator[tuple[str, str]]:
    """File name and address, of the sitemaps and feeds."""
    for file in sorted(site.glob("*.xml")):
        for groups in _LOCATION.findall(file.read_text(encoding="utf-8")):
            yield file.name, next(filter(None, groups))


def split_internal(reference: str, page_address: str, base_url: str) -> tuple[str, str] | None:
    """Path and anchor; None where the reference leads to another host."""
    whole, anchor = urldefrag(urljoin(f"{base_url}{page_address}", reference))
    parts = urlsplit(whole)
    if parts.scheme not in {"http", "https"} or not whole.startswith(f"{base_url}/"):
        return None
    return unquote(parts.path), unquote(anchor)


def find_file(site: Path, path: str) -> Path | None:
    """What answers a path."""
    file = site / path.lstrip("/")
    if path.endswith("/"):
        file /= "index.html"
    return file if file.is_file() else None
