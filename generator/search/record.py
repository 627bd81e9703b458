"""What the search knows of a page, and the light copy of it that Pagefind reads in place of the page."""

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from generator.search.tokens import SEPARATOR, tokenise

_PRIVATE_PLANE = 0xF0000


@dataclass(frozen=True, slots=True)
class SearchRecord:
    url: str
    """`/projects/130324-shuangwang-2024-01/`, relative to the root of the site."""
    title: str
    """As shown, and found."""
    kind: str
    """project | disclosure | township | programme | indicator | theme | page"""
    place: str
    """Shown under the title, not itself searched: `河北省 · 卢龙县 · 双望镇 · 2024 年`."""
    filters: Mapping[str, str | tuple[str, ...]]
    """township, county, year, programme, theme, amount, target → id, or several; what does not apply is left out."""
    texts: tuple[str, ...]
    """What is found: every printed cell, codes, names and aliases, one entry each."""
    budget: str = ""
    """Of a project, in 万元 as a plain decimal: shown, and sorted by."""


def make_light_copy(record: SearchRecord) -> tuple[str, bytes]:
    """The path inside the light folder, and the HTML for the indexer.

    The title stands first: search.js puts the pages first where the query stands earliest.
    """
    cells = dict.fromkeys((record.title, *record.texts))
    tokens = " ".join(token for cell in cells for token in (*tokenise(cell), SEPARATOR))
    shown = {"title": record.title, "place": record.place, "texts": record.texts}
    listed = {"url": record.url, "kind": record.kind, **dict(sorted(record.filters.items()))}
    if record.budget:
        listed["budget"] = record.budget
    lines = (
        # A language that Pagefind has no stemmer for: zxx means "no linguistic content".
        '<!doctype html><html lang="zxx"><body>',
        _hidden_metadata("shown", shown),
        _hidden_metadata("listed", listed),
        f"<p>{tokens}</p>",
        "</body></html>\n",
    )
    return str(PurePosixPath(record.url.strip("/"), "index.html")), "\n".join(lines).encode()


def _hidden_metadata(name: str, value: object) -> str:
    hidden = _hide(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return f'<p data-pagefind-ignore data-pagefind-meta="{name}">{hidden}</p>'


def _hide(text: str) -> str:
    """Pagefind searches metadata too. Each UTF-16 unit moved into a private plane, they hold no word for it."""
    return "".join(
        chr(_PRIVATE_PLANE + unit) for (unit,) in struct.iter_unpack("<H", text.encode("utf-16-le"))
    )


def read_metadata(fragment: Mapping[str, Any], name: str) -> Any:
    """`shown` (title, place, texts) or `listed` (url, kind, filters), from the fragment Pagefind made of a copy."""
    units = b"".join(struct.pack("<H", ord(sign) - _PRIVATE_PLANE) for sign in fragment["meta"][name])
    return json.loads(units.decode("utf-16-le"))
