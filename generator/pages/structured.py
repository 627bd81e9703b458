"""What a page says to machines that read pages: JSON-LD in the words of schema.org. Pure.

Only what the site knows is said: nothing stands for a value that no document prints and no editor gave.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from generator.model.site import Site

Node = Mapping[str, Any]

_ESCAPES = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})
"""Inside a string of JSON these say the same, and no text can end the element it stands in."""


def as_data_block(nodes: Sequence[Node]) -> Markup:
    """For `<script type="application/ld+json">`, which browsers do not run."""
    said = [{"@context": "https://schema.org", **node} for node in nodes]
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPES))  # noqa: S704 - escaped above


def breadcrumbs(steps: Iterable[tuple[str, str]]) -> Node:
    """`steps`: name and full address of each page on the way, the page itself last, which needs no address."""
    items = [
        {"@type": "ListItem", "position": position, "name": name, **({"item": url} if url else {})}
        for position, (name, url) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def website(site: Site, url: str, search_url: str, language: str) -> Node:
    return {
        "@type": "WebSite",
        "url": url,
        "name": site.title,
        "description": site.description,
        "inLanguage": language,
        "publisher": _publisher(site),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search_url}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def government(name: str, url: str, area: str) -> Node:
    return {
        "@type": "GovernmentOrganization",
        "name": name,
        "url": url,
        "areaServed": {"@type": "AdministrativeArea", "name": area},
    }


def dataset(site: Site, url: str, language: str, about: Mapping[str, Any]) -> Node:
    """All data of the site. `about`: what is reckoned from them; what is empty is left out."""
    return {
        "@type": "Dataset",
        "name": site.title,
        "url": url,
        "inLanguage": language,
        "license": site.licence.data_url,
        "isAccessibleForFree": True,
        "creator": _publisher(site),
        **{name: value for name, value in about.items() if value},
    }


def download(name: str, url: str, media_type: str, size: int) -> Node:
    return {
        "@type": "DataDownload",
        "name": name,
        "contentUrl": url,
        "encodingFormat": media_type,
        "contentSize": f"{size} B",
    }


def place(name: str) -> Node:
    return {"@type": "Place", "name": name}


def _publisher(site: Site) -> Node:
    return {"@type": "Organization", "name": site.publisher.name}
