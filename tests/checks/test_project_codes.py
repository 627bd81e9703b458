"""The check character of project codes, and codes over several disclosures."""

import pytest
from check_cases import make_facts
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.codes import check_character, projects_by_code

_PUBLISHED = (
    "13032424P00442810250G",
    "13020824P00001110032W",
    "12000022P67371310001B",
    "12000021P34569010001A",
)
_DIGIT_PLACES = [place for place in range(20) if place != 8]


@pytest.mark.parametrize("code", _PUBLISHED)
def test_the_check_character_of_codes_from_three_counties(code):
    _, expected = check_character(code)

    assert expected == code[-1]


@given(st.sampled_from(_PUBLISHED), st.sampled_from(_DIGIT_PLACES), st.integers(1, 9))
def test_one_misread_digit_gives_another_character(code, place, shift):
    misread = code[:place] + str((int(code[place]) + shift) % 10) + code[place + 1 :]

    _, expected = check_character(misread)

    assert expected != code[-1]


def test_codes_are_grouped_over_disclosures():
    code = "13032424P00777710001K"
    disclosures = [
        make_facts({"year": year, "projects": [{"name": name, "code": code}, {"name": "水渠工程"}]})
        for year, name in (("2023", "道路工程"), ("2024", "道路工程二期"))
    ]

    grouped = projects_by_code(project for facts in disclosures for project in facts.projects)

    assert {key: [project.printed.name for project in same] for key, same in grouped.items()} == {
        code: ["道路工程", "道路工程二期"]
    }
