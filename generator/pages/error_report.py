"""Where a reader reports an error: a new issue that is filled in already, or a letter where there are no issues."""

from urllib.parse import quote, urlsplit

from generator.model.site import Site

_WITH_ISSUES = ("github.com",)
"""Hosts whose `issues/new` takes a title and a body from the address."""


def report_url(site: Site, title: str, body: str) -> str:
    title, body = quote(title), quote(body)
    if urlsplit(site.repository).hostname in _WITH_ISSUES:
        return f"{site.repository.rstrip('/')}/issues/new?title={title}&body={body}"
    return f"mailto:{site.contact}?subject={title}&body={body}"
