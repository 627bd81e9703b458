"""The files of names that the search box suggests."""

import json
from decimal import Decimal

import pytest

from generator.search.amounts import AMOUNT_RANGES, find_range
from generator.search.shards import find_shard, make_name_files
from generator.search.suggestions import Suggestion
from generator.search.tokens import tokenise

FAMILY = Suggestion("theme", "环境保护", "/themes/environment/", "Environment")
SIGNS = "东西南北中上下前后左右大小高低长短山河湖海田林石桥村庄堡店营寨"


def make_township(number: int) -> Suggestion:
    """Thousands of different names: three of these signs each."""
    first, rest = divmod(number, len(SIGNS) ** 2)
    name = SIGNS[first] + SIGNS[rest // len(SIGNS)] + SIGNS[rest % len(SIGNS)] + "镇"
    return Suggestion("township", name, f"/townships/{number}/", "某县")


def read_files(others: list[Suggestion]) -> dict[str, object]:
    return {
        path.removeprefix("search/names/"): json.loads(data)
        for path, data in make_name_files([FAMILY], others)
    }


def test_few_names_are_one_file_beside_the_families():
    files = read_files([make_township(0)])

    assert files["index.json"]["shards"] == 1
    assert files["index.json"]["names"] == [["theme", "环境保护", "/themes/environment/", "Environment"]]
    assert files["0.json"] == [["township", "东东东镇", "/townships/0/", "某县"]]


def test_many_names_are_shared_out_over_small_files():
    files = read_files([make_township(number) for number in range(6_000)])

    shards = [names for path, names in files.items() if path != "index.json"]
    assert len(shards) == files["index.json"]["shards"] > 1
    assert max(map(len, shards)) < 3_000


def test_a_name_of_many_stands_in_the_file_that_its_first_two_characters_lead_to():
    names = [make_township(number) for number in range(3_500)]
    rare = Suggestion("township", "郄马镇", "/townships/qiema/", "某县", ("郟马镇",))
    files = read_files([*names, rare])

    for typed in ("郄", "郄马", "郟马", "马镇"):
        shard = find_shard("".join(tokenise(typed)), files["index.json"]["shards"])
        assert "郄马镇" in [name[1] for name in files[f"{shard}.json"]], typed


def test_a_name_made_of_common_parts_is_led_to_by_its_beginning():
    names = [make_township(number) for number in range(6_000)]
    last = "".join(tokenise(names[-1].text))
    files = read_files(names)

    shard = find_shard(last, files["index.json"]["shards"])

    assert names[-1].text in [name[1] for name in files[f"{shard}.json"]]


def test_a_name_with_one_wrong_character_leads_to_a_file_with_the_right_one():
    names = [make_township(number) for number in range(3_500)]
    files = read_files([*names, Suggestion("township", "双望镇", "/townships/shuangwang/", "某县")])

    shard = find_shard("双镇", files["index.json"]["shards"])  # of 双旺镇: the first and the third

    assert "双望镇" in [name[1] for name in files[f"{shard}.json"]]


def test_the_same_names_give_the_same_bytes():
    names = [make_township(number) for number in range(3_500)]

    assert dict(make_name_files([FAMILY], names)) == dict(make_name_files([FAMILY], names))


@pytest.mark.parametrize(
    ("budget", "id_"),
    [
        ("0", "0-1"),
        ("0.99", "0-1"),
        ("1", "1-5"),
        ("5", "5-10"),
        ("499.99", "100-500"),
        ("500", "500-"),
        ("9000", "500-"),
        (None, "none"),
    ],
)
def test_a_bound_belongs_to_the_range_that_it_begins(budget, id_):
    found = find_range(None if budget is None else Decimal(budget))

    assert found == id_
    assert found in AMOUNT_RANGES
