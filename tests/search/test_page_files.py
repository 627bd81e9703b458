"""The files from which the search page counts and sorts, and the numbers that lead to them."""

import gzip
import json
import re

import pytest

from generator.problems import OutsideError
from generator.search import SearchRecord, make_light_copy, page_files, run_pagefind
from generator.search.page_files import FACETS, read_fragment
from generator.search.record import read_page

NAMES = {"township": {"t-1": ("镇一",)}, "county": {"130324": ("某县", "Some county")}}
PROJECT = SearchRecord(
    "/projects/t-1-2024-01/",
    "经费",
    "project",
    "",
    {"township": "t-1", "county": "130324", "year": "2024", "theme": ("party", "roads")},
    ("一",),
    "2.50",
)
TOWNSHIP = SearchRecord("/townships/t-1/", "镇一", "township", "", {"township": "t-1"}, ("二",))
CHECK = SearchRecord("/checks/a01/", "核对", "check", "", {}, ("三",))


@pytest.fixture
def make_index(tmp_path):
    def make(*records):
        for record in records:
            path, content = make_light_copy(record)
            (tmp_path / "light" / path).parent.mkdir(parents=True)
            (tmp_path / "light" / path).write_bytes(content)
        run_pagefind(tmp_path / "light", tmp_path / "index", NAMES)
        return tmp_path / "index"

    return make


def read_files(index):
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(index.glob("pages/*"))]


def read_ids(index):
    """Address → id, from the fragments."""
    fragments = {path.stem: read_fragment(path) for path in index.glob("fragment/*")}
    return {read_page(fragment)["url"]: id_ for id_, fragment in fragments.items()}


def make_projects(count):
    return [
        SearchRecord(f"/projects/{number:03d}/", f"经费{number}", "project", "", {}, ())
        for number in range(count)
    ]


def test_row_tells_the_values_of_a_page_and_its_budget(make_index):
    (file,) = read_files(make_index(PROJECT))

    assert file["values"] == {
        "kind": [["project"]],
        "township": [["t-1", "镇一"]],
        "county": [["130324", "某县", "Some county"]],
        "year": [["2024"]],
        "programme": [],
        "theme": [["party"], ["roads"]],
        "amount": [],
        "target": [],
    }
    assert tuple(file["values"]) == FACETS
    assert file["rows"] == [[0, 0, 0, 0, [], [0, 1], [], [], 2.5]]


def test_pages_stand_by_kind_and_address_whatever_pagefind_calls_them(make_index):
    ids = read_ids(make_index(CHECK, PROJECT, TOWNSHIP))

    assert sorted(ids, key=ids.get) == [TOWNSHIP.url, PROJECT.url, CHECK.url]


def test_id_of_a_page_names_its_file_and_its_row(make_index, monkeypatch):
    monkeypatch.setattr(page_files, "KEPT_WHOLE", 10)
    monkeypatch.setattr(page_files, "PER_FILE", 4)

    index = make_index(*make_projects(11))

    ids = read_ids(index)
    assert [len(file["rows"]) for file in read_files(index)] == [4, 4, 3]
    assert {f"{id_[:-3]}.json" for id_ in ids.values()} == {path.name for path in index.glob("pages/*")}
    assert [int(ids[url][-7:], 16) for url in sorted(ids)] == [
        number // 4 * 16**3 + number % 4 for number in range(11)
    ]


def test_few_pages_are_one_file(make_index, monkeypatch):
    monkeypatch.setattr(page_files, "KEPT_WHOLE", 11)
    monkeypatch.setattr(page_files, "PER_FILE", 4)

    assert len(read_files(make_index(*make_projects(11)))) == 1


def test_list_of_pages_that_pagefind_loads_names_the_numbers(make_index):
    index = make_index(CHECK, PROJECT, TOWNSHIP)

    (meta,) = index.glob("*.pf_meta")
    listed = gzip.decompress(meta.read_bytes())
    assert all(listed.count(bytes((0x60 + 15,)) + id_.encode()) == 1 for id_ in read_ids(index).values())


def test_other_content_gives_other_names(make_index, tmp_path):
    before = read_ids(make_index(PROJECT))
    _, content = make_light_copy(SearchRecord(PROJECT.url, "别的经费", "project", "", {}, ()))
    (tmp_path / "light" / "projects" / "t-1-2024-01" / "index.html").write_bytes(content)

    run_pagefind(tmp_path / "light", tmp_path / "index", NAMES)

    assert read_ids(tmp_path / "index")[PROJECT.url] != before[PROJECT.url]


def test_list_of_pages_in_an_unknown_form_stops_the_build(make_index, monkeypatch):
    monkeypatch.setattr(page_files, "_SHORT_TEXT", re.compile(rb"nothing (like) this"))

    with pytest.raises(OutsideError, match="list of pages"):
        make_index(PROJECT)
