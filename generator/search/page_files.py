"""What the filters of the search page count and sort by, in files that are found by a hit's id.

Pagefind names a page by a hash, so that neighbours lie anywhere. Here every page gets a number instead, in the order
in which equally good hits are shown: hits of one place then share a file, a row needs no key, and the list of pages
that Pagefind loads before its first answer shrinks to a quarter.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.search.record import KINDS, read_page

KEPT_WHOLE = 3_000
"""Pages in one file: about 30 KB compressed."""
PER_FILE = 128
"""Pages in each of several files: about 1.5 KB compressed."""
FACETS = ("kind", "township", "county", "year", "programme", "theme", "amount", "target")
"""Each with its place in a row; the budget stands behind them."""

Names = Mapping[str, Mapping[str, Sequence[str]]]
"""Facet → id → its name, and its English one if the site has English; of townships and counties, which may be many."""

_SIGNATURE = b"pagefind_dcd"
_SHORT = 0x60
_SHORT_TEXT = re.compile(rb"[\x60-\x77](zxx_[0-9a-f]+)")
"""The hash of a page as it stands in CBOR, the format of Pagefind's list: behind a byte for its length."""


@dataclass(frozen=True, slots=True)
class _Page:
    fragment: Path
    """Pagefind's file of it, named by a hash."""
    order: tuple[int, str]
    values: Mapping[str, Sequence[str]]
    budget: str


def number_pages(output_dir: Path, parts: Sequence[Path], names: Names) -> bool:
    """Give the pages of a new index their numbers and write their files; False if its form is not the one known."""
    found = (_read(path) for part in parts for path in part.glob("fragment/*"))
    pages = sorted(found, key=lambda page: page.order)
    per_file = KEPT_WHOLE if len(pages) <= KEPT_WHOLE else PER_FILE
    files = [pages[start : start + per_file] for start in range(0, len(pages), per_file)]
    texts = [json.dumps(_as_json(file, names), ensure_ascii=False, separators=(",", ":")) for file in files]
    # Names that stand for nothing else: browsers keep the files for ever.
    known = "".join((*texts, *(page.fragment.stem for page in pages)))
    digest = hashlib.sha256(known.encode()).hexdigest()[:8]
    ids = {
        page.fragment: f"{digest}{number:04x}{row:03x}"
        for number, file in enumerate(files)
        for row, page in enumerate(file)
    }
    if not all(_rename(part, ids) for part in parts):
        return False
    (output_dir / "pages").mkdir()
    for number, text in enumerate(texts):
        path = output_dir / "pages" / f"{digest}{number:04x}.json"
        path.write_text(text, encoding="utf-8", newline="\n")
    return True


def _read(path: Path) -> _Page:
    page = read_page(read_fragment(path))
    order = KINDS.index(page["kind"]), page["url"]
    return _Page(path, order, page["values"], page["budget"])


def _rename(part: Path, ids: Mapping[Path, str]) -> bool:
    """In the list of pages, which stands at the head of Pagefind's `pf_meta`, and as names of files."""
    (path,) = part.glob("*.pf_meta")
    by_hash = {fragment.stem: ids[fragment] for fragment in part.glob("fragment/*")}
    renamed: set[str] = set()

    def rename(match: re.Match[bytes]) -> bytes:
        hash_ = match[1].decode()
        renamed.add(hash_)
        return _short_text(by_hash.get(hash_, ""))

    listed = _SHORT_TEXT.sub(rename, gzip.decompress(path.read_bytes()), len(by_hash))
    if renamed != by_hash.keys():
        return False
    path.write_bytes(gzip.compress(listed, mtime=0))
    for hash_, id_ in by_hash.items():
        fragment = part / "fragment" / f"{hash_}.pf_fragment"
        fragment.rename(fragment.with_stem(id_))
    return True


def _short_text(text: str) -> bytes:
    return bytes((_SHORT + len(text),)) + text.encode()


def _as_json(pages: Sequence[_Page], names: Names) -> dict[str, Any]:
    """`values`: facet → id with its names, each once; `rows`: places in these, one or several, and the budget."""
    values: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    rows = [[*_places(page, values), *([float(page.budget)] if page.budget else ())] for page in pages]
    listed = {
        facet: [[id_, *names.get(facet, {}).get(id_, ())] for id_ in places]
        for facet, places in values.items()
    }
    return {"values": listed, "rows": rows}


def _places(page: _Page, values: Mapping[str, dict[str, int]]) -> Iterator[int | list[int]]:
    for facet, known in values.items():
        places = [known.setdefault(id_, len(known)) for id_ in page.values.get(facet, ())]
        yield places[0] if len(places) == 1 else places


def read_fragment(path: Path) -> dict[str, Any]:
    """What Pagefind keeps of one page: `content` is its tokens, `meta` our hidden metadata."""
    fragment: dict[str, Any] = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE))
    return fragment
