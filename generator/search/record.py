"""What the search knows of a page, and the light copy of it that Pagefind reads in place of the page."""

import json
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from generator.analyse.shown_budget import ShownBudget
from generator.search.tokens import SEPARATOR, name_value, tokenise

KINDS = (
    "township",
    "county",
    "programme",
    "indicator",
    "theme",
    "question",
    "disclosure",
    "project",
    "check",
    "page",
)
"""Kinds of pages, in the order in which equally good hits are shown."""

_PRIVATE_PLANE = 0xF0000


@dataclass(frozen=True, slots=True)
class SearchRecord:
    url: str
    """`/projects/130324-shuangwang-2024-01/`, relative to the root of the site."""
    title: str
    """As shown, and found."""
    kind: str
    """One of `KINDS`."""
    place: str
    """Shown under the title, not itself searched: `河北省 · 卢龙县 · 双望镇 · 2024 年`."""
    filters: Mapping[str, str | tuple[str, ...]]
    """township, county, year, programme, theme, amount, target → id, or several; what does not apply is left out."""
    texts: tuple[str, ...]
    """What is found and quoted: every printed cell, codes, names and aliases, one entry each."""
    budget: str = ""
    """Of a project, in 万元 as a plain decimal: sorted by."""
    shown_budget: ShownBudget = ShownBudget()
    unquoted: tuple[str, ...] = ()
    """Printed cells that are found, and never shown beside those of other townships."""

    @property
    def values(self) -> dict[str, tuple[str, ...]]:
        """Filter → ids, the kind among them."""
        filters = {"kind": self.kind, **self.filters}
        return {name: (ids,) if isinstance(ids, str) else ids for name, ids in sorted(filters.items())}


def make_light_copy(record: SearchRecord) -> tuple[str, bytes]:
    """The path inside the light folder, and the HTML for the indexer.

    The title stands first: search.js puts the pages first where the query stands earliest.
    """
    known = {
        "url": record.url,
        "kind": record.kind,
        "title": record.title,
        "place": record.place,
        "budget": record.budget,
        "shown": record.shown_budget.text,
        "inferred": record.shown_budget.is_inferred,
        "texts": record.texts,
        "values": record.values,
    }
    lines = (
        # A language that Pagefind has no stemmer for: zxx means "no linguistic content".
        '<!doctype html><html lang="zxx"><body>',
        f'<p data-pagefind-ignore data-pagefind-meta="page">{_hide(known)}</p>',
        f"<p>{' '.join(_tokens(record))}</p>",
        "</body></html>\n",
    )
    return str(PurePosixPath(record.url.strip("/"), "index.html")), "\n".join(lines).encode()


def _tokens(record: SearchRecord) -> Iterator[str]:
    for cell in dict.fromkeys((record.title, *record.texts, *record.unquoted)):
        yield from tokenise(cell)
        yield SEPARATOR
    for name, ids in record.values.items():
        yield from (name_value(name, id_) for id_ in ids)


def _hide(value: object) -> str:
    """Pagefind searches metadata too. Each UTF-16 unit moved into a private plane, they hold no word for it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return "".join(
        chr(_PRIVATE_PLANE + unit) for (unit,) in struct.iter_unpack("<H", text.encode("utf-16-le"))
    )


def read_page(fragment: Mapping[str, Any]) -> Any:
    """What `make_light_copy` hides: url, title, texts and more of a page, from the fragment Pagefind made of its copy."""
    units = b"".join(struct.pack("<H", ord(sign) - _PRIVATE_PLANE) for sign in fragment["meta"]["page"])
    return json.loads(units.decode("utf-16-le"))
