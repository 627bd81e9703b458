import json

from generator.search import SearchRecord, make_light_copy
from generator.search.record import KINDS, read_page
from generator.search.tokens import name_value

RECORD = SearchRecord(
    url="/projects/130324-shuangwang-2024-01/",
    title="武装工作经费",
    kind="project",
    place="河北省 · 卢龙县 · 双望镇 · 2024 年",
    filters={"township": "130324-shuangwang", "year": "2024"},
    texts=("13032424P00442810250G", "≥95%", '<b>"&𠮷'),
)


def hidden(content):
    """The metadata as they stand in the light copy."""
    return content.decode().split('data-pagefind-meta="page">')[1].split("</p>")[0]


def test_light_copy_stands_where_the_page_stands():
    path, _ = make_light_copy(RECORD)

    assert path == "projects/130324-shuangwang-2024-01/index.html"


def test_light_copy_holds_title_and_cells_as_tokens_with_a_separator_after_each():
    _, content = make_light_copy(RECORD)

    assert "<p>武 装 工 作 经 费 zz 1 3 0 3 2 4 2 4 p 0 0 " in content.decode()
    assert " zz zccgf 9 5 zcf zz " in content.decode()


def test_a_cell_that_repeats_the_title_is_indexed_once():
    record = SearchRecord("/a/", "经费", "page", "", {}, ("经费", "经费"))

    _, content = make_light_copy(record)

    assert "<p>经 费 zz y" in content.decode()
    assert content.decode().count("经 费") == 1


def test_light_copy_ends_with_a_token_for_each_value_of_a_filter():
    values = {"theme": ("party", "roads"), "year": "2024"}

    _, content = make_light_copy(SearchRecord("/a/", "经费", "page", "", values, ()))

    pairs = (("kind", "page"), ("theme", "party"), ("theme", "roads"), ("year", "2024"))
    assert f" zz {' '.join(name_value(*pair) for pair in pairs)}</p>" in content.decode()


def test_a_cell_that_is_not_quoted_is_indexed_and_not_shown():
    _, content = make_light_copy(SearchRecord("/a/", "经费", "page", "", {}, ("补助",), unquoted=("3人",)))

    assert " zz 3 人 zz " in content.decode()
    assert read_page({"meta": {"page": hidden(content)}})["texts"] == ["补助"]


def test_metadata_hold_no_word_that_pagefind_could_find():
    _, content = make_light_copy(RECORD)

    assert not any(character.isalnum() or character.isspace() for character in hidden(content))


def test_page_comes_back_from_the_fragment_as_it_was():
    _, content = make_light_copy(RECORD)

    page = read_page({"meta": {"page": hidden(content)}})

    assert page == {
        "url": RECORD.url,
        "kind": "project",
        "title": RECORD.title,
        "place": RECORD.place,
        "budget": "",
        "shown": "",
        "inferred": False,
        "texts": list(RECORD.texts),
        "values": {"kind": ["project"], "township": ["130324-shuangwang"], "year": ["2024"]},
    }


def test_every_kind_of_page_has_its_place_in_the_order():
    assert RECORD.kind in KINDS
    assert len(set(KINDS)) == len(KINDS)


def test_the_same_record_gives_the_same_bytes_whatever_the_order_of_its_filters():
    turned = {"year": "2024", "township": "130324-shuangwang"}
    other = SearchRecord(RECORD.url, RECORD.title, RECORD.kind, RECORD.place, turned, RECORD.texts)

    assert make_light_copy(other) == make_light_copy(RECORD)
    assert json.dumps(turned) != json.dumps(dict(RECORD.filters))
