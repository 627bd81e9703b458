"""`feed.xml`: the disclosures that were added or changed last, as Atom (RFC 4287), in each language.

No clock: an entry stands here when its editor has given the day it was added.
"""

from html import escape
from urllib.parse import urlsplit

from generator import addresses
from generator.analyse.summary import DisclosureSummary
from generator.output import Output
from generator.pages.across.surroundings import Surroundings
from generator.pages.figures import set_count

PATH = "feed.xml"
MOST_ENTRIES = 100
_NEVER = "1970-01-01"
"""When a feed without entries last changed; Atom wants a date."""


def make_feed(around: Surroundings) -> Output:
    renderer, t, site = around.renderer, around.t, around.renderer.site
    known = [disclosure for disclosure in around.catalogue.disclosures if disclosure.added]
    entries = sorted(known, key=lambda disclosure: disclosure.last_changed, reverse=True)[:MOST_ENTRIES]
    path = renderer.edition.prefix + PATH
    own = f"{around.base_url}/{path}"
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{t.language}">',
        _element("id", f"{site.base_url.rstrip('/')}/{path}"),
        _element("title", t.py_labelled.format(label=site.title, value=t.feed_title)),
        _element("subtitle", site.description),
        _element("updated", _moment(entries[0].last_changed if entries else _NEVER)),
        f'<link rel="self" type="application/atom+xml" href="{escape(own)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(own.removesuffix(PATH))}"/>',
        f"<author>{_element('name', site.publisher.name)}</author>",
        _element("rights", site.licence.data),
        *(_entry(around, disclosure) for disclosure in entries),
        "</feed>",
        "",
    )
    return Output(path, "\n".join(lines).encode(), around.source)


def _entry(around: Surroundings, disclosure: DisclosureSummary) -> str:
    page = addresses.address("disclosure", disclosure.township.id, disclosure.year)
    url = around.base_url + addresses.in_language(page, around.links.prefix)
    parts = (
        # Named after the site's own address, not that of this build: a preview announces nothing new.
        _element("id", f"tag:{_host(around)},{disclosure.added}:{around.links.prefix}{disclosure.id}"),
        _element("title", around.disclosure_title(disclosure)),
        _element("published", _moment(disclosure.added)),
        _element("updated", _moment(disclosure.last_changed)),
        f'<link rel="alternate" type="text/html" href="{escape(url)}"/>',
        _element("summary", _summary(around, disclosure)),
    )
    return f"<entry>{''.join(parts)}</entry>"


def _summary(around: Surroundings, disclosure: DisclosureSummary) -> str:
    """What there is, and what was changed, the last change first."""
    t = around.t
    held = t.format(
        "py_feed_summary",
        projects=set_count(len(disclosure.projects)),
        indicators=set_count(disclosure.indicator_count),
    )
    changes = (
        t.format("py_labelled", label=change.date, value=t.pick(change.text, change.text_en))
        for change in reversed(disclosure.changes)
    )
    return "\n".join((*changes, held))


def _host(around: Surroundings) -> str:
    return urlsplit(around.renderer.site.base_url).hostname or ""


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text, quote=False)}</{name}>"
