"""Identifiers and addresses (contract §3, §4)."""

import pytest

from generator import addresses
from generator.problems import UserError


def test_ids_are_put_together_from_the_county_down():
    township = addresses.township_id("130324", "shuangwang")
    disclosure = addresses.disclosure_id(township, "2024")
    project = addresses.project_id(disclosure, "1")

    assert project == "130324-shuangwang-2024-01"
    assert addresses.indicator_id(project, 3) == "130324-shuangwang-2024-01-03"


@pytest.mark.parametrize(("number", "end"), [("1", "01"), ("12", "12"), ("100", "100")])
def test_a_project_number_has_at_least_two_digits(number, end):
    assert addresses.project_id("d", number) == f"d-{end}"


@pytest.mark.parametrize(
    ("kind", "ids", "address"),
    [
        ("home", (), "/"),
        ("township", ("t",), "/townships/t/"),
        ("disclosure", ("t", "2024"), "/townships/t/2024/"),
        ("project", ("p",), "/projects/p/"),
        ("programme", ("x",), "/programmes/x/"),
        ("check", ("a01",), "/checks/a01/"),
        ("question", ("paid-at-year-end",), "/questions/paid-at-year-end/"),
        ("indicator", ("x",), "/indicators/x/"),
        ("county", ("130324",), "/counties/130324/"),
        ("year", ("2024",), "/years/2024/"),
        ("theme", ("x",), "/themes/x/"),
        ("search", (), "/search/"),
        ("data", (), "/data/"),
        ("page", ("method",), "/method/"),
        ("code", ("A1B2",), "/code/A1B2/"),
    ],
)
def test_each_kind_of_page_has_its_address(kind, ids, address):
    assert addresses.address(kind, *ids) == address


def test_a_page_and_its_twins_lie_in_one_folder():
    assert addresses.page_path("/") == "index.html"
    assert addresses.page_path("/projects/p/") == "projects/p/index.html"
    assert addresses.twin_path("/projects/", "csv") == "projects/index.csv"


def test_a_row_has_an_anchor_of_two_digits():
    assert addresses.row_anchor(3) == "row-03"
    assert addresses.row_anchor(104) == "row-104"


def test_a_township_id_is_taken_apart():
    assert addresses.split_township_id("000000-unnamed-town") == ("000000", "unnamed-town")


@pytest.mark.parametrize(
    "text", ["130324", "13032-a", "130324-A", "130324-a_b", "130324-", "１３０３２４-a", "../130324-a"]
)
def test_what_is_no_township_id_is_refused_with_an_example(text):
    with pytest.raises(UserError, match="130324-shuangwang"):
        addresses.split_township_id(text)


@pytest.mark.parametrize("text", ["24", "20244", "1824", "２０２４", "2024年"])
def test_what_is_no_year_is_refused(text):
    with pytest.raises(UserError):
        addresses.check_year(text)


@pytest.mark.parametrize(
    ("code", "is_one"),
    [
        ("13032424P00442810250G", True),
        ("13068221 74K4", False),
        ("----", False),
        ("——", False),
        ("", False),
        (None, False),
        ("AB1", False),
    ],
)
def test_only_letters_and_digits_can_be_the_address_of_a_code(code, is_one):
    assert addresses.is_addressable_code(code) is is_one


def test_the_id_of_a_disclosure_tells_township_and_year():
    assert addresses.split_disclosure_id("130324-shuang-wang-2024") == ("130324-shuang-wang", "2024")


def test_the_id_of_a_project_tells_its_disclosure():
    assert addresses.disclosure_of("130324-shuangwang-2024-01") == "130324-shuangwang-2024"
    assert addresses.disclosure_of("") == ""
