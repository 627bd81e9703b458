"""Whole sites: a folder `valid/<name>/content` and beside it what must come of it, `expected`.

Expected are the list of all files, the datasets, the redirects, the machine-readable twins, and the words of each
project page in each language. `UPDATE_EXPECTED=1` writes the tree anew; it is to be read before it is committed.
"""

import os
import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from building import SITES, build, read_tree

pytestmark = pytest.mark.usefixtures("one_check")
_COPIED = (
    "_redirects",
    "data/*.csv",
    "*/index.json",
    "*/index.csv",
)
_PROJECTS = ("projects/*/index.html", "en/projects/*/index.html")
_NOT_COPIED = ("data/index.json", "data/*.excel.csv")
_LISTS = ("checks/*/index.csv", "questions/*/index.csv")
"""Copied where they have a row."""
_BLOCKS = ("h1", "h2", "p", "li", "dt", "dd", "caption", "tr")


@pytest.mark.parametrize("name", sorted(path.name for path in (SITES / "valid").iterdir()))
def test_the_content_gives_the_expected_site(name: str, tmp_path: Path):
    folder = SITES / "valid" / name
    build(folder / "content", tmp_path / "site")

    made = dict(reduce_site(read_tree(tmp_path / "site")))

    if os.environ.get("UPDATE_EXPECTED"):
        write_expected(folder / "expected", made)
    expected = read_tree(folder / "expected")
    assert sorted(made) == sorted(expected)
    for path, data in made.items():
        assert data.decode() == expected[path].decode(), path


def reduce_site(site: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """What of a site is compared; the theme may change freely as long as a project page says the same."""
    listed = [path for path in site if not path.startswith("static/")]
    yield "files.txt", "".join(f"{path}\n" for path in listed).encode()
    for path, data in site.items():
        if matches(path, _LISTS) and data.count(b"\n") == 1:
            continue
        if matches(path, _COPIED) and not matches(path, _NOT_COPIED):
            yield path, data
        elif matches(path, _PROJECTS):
            yield path.replace("index.html", "project.txt"), read_words(data)


def matches(path: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(path, pattern) for pattern in patterns)


def read_words(page: bytes) -> bytes:
    """The visible words of the main part, a line for each block."""
    main = BeautifulSoup(page, "html.parser").main
    for hidden in main(["svg", "nav"]):
        hidden.decompose()
    lines = [
        " ".join(block.get_text(" ").split()) for block in main(_BLOCKS) if not block.find_parent(_BLOCKS)
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def write_expected(folder: Path, made: dict[str, bytes]):
    shutil.rmtree(folder, ignore_errors=True)
    for path, data in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
