"""The content we publish: complete, and with the facts a person has looked up in the sources."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.build import validate_content
from generator.build.checking import first_years, open_content, read_input
from generator.build.step import check_input
from generator.model.lookups import Vocabulary

CONTENT = Path(__file__).parents[2] / "content"

# Township and year → projects, indicator rows (of a source that was counted by hand).
COUNTS = {
    "000000-unnamed-subdistrict-2021": (4, 36),
    "130111-qiema-2021": (33, 195),
    "130208-unnamed-town-2024": (12, 73),
    "130324-shuangwang-2024": (16, 104),
    "130682-liuzao-2021": (8, 72),
}
CHECK_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@pytest.fixture(scope="module")
def disclosures() -> dict[str, DisclosureFacts]:
    return {facts.id: facts for facts in analyse_all()}


def analyse_all() -> Iterator[DisclosureFacts]:
    opened = open_content(CONTENT)
    for files, is_first in first_years(opened.found.disclosures):
        checked = check_input(read_input(CONTENT, files, is_first_year=is_first), opened.shared)
        assert checked.facts is not None
        yield checked.facts


@pytest.fixture(scope="module")
def projects(disclosures: dict[str, DisclosureFacts]) -> dict[str, ProjectFacts]:
    return {project.id: project for facts in disclosures.values() for project in facts.projects}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return open_content(CONTENT).shared.vocabulary


def test_it_has_no_problem_of_any_kind():
    assert validate_content(CONTENT).problems == ()


def test_nothing_printed_is_lost(disclosures):
    counted = {id_: (len(facts.projects), facts.indicator_count) for id_, facts in disclosures.items()}

    assert counted == COUNTS
    assert [sum(numbers) for numbers in zip(*counted.values(), strict=True)] == [73, 480]


def test_the_twelve_rows_with_only_their_category_are_all_in_one_document(projects):
    blank = [row.id for project in projects.values() for row in project.indicators if row.printed.is_blank]

    assert len(blank) == 12
    assert {id_[: -len("-01-01")] for id_ in blank} == {"000000-unnamed-subdistrict-2021"}


def test_all_procurement_rows_are_there(disclosures):
    rows = {
        id_: len(facts.printed.procurement) for id_, facts in disclosures.items() if facts.printed.procurement
    }

    assert rows == {"130111-qiema-2021": 36}


def test_the_printed_numbers_of_projects_have_no_gap(disclosures):
    for facts in disclosures.values():
        numbers = [int(project.printed.no) for project in facts.projects]

        assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    "id_",
    [
        "130324-shuangwang-2024-01",
        "130682-liuzao-2021-08",
        "130111-qiema-2021-33",
        "000000-unnamed-subdistrict-2021-04",
        "130208-unnamed-town-2024-12",
    ],
)
def test_ids_that_are_published_stay(projects, id_):
    assert id_ in projects


def test_every_programme_family_and_theme_is_used(projects, vocabulary):
    rows = [row for project in projects.values() for row in project.indicators]

    assert {project.programme for project in projects.values()} - {None} == set(vocabulary.programmes)
    assert {row.family for row in rows} - {None} == set(vocabulary.families)
    assert {theme for project in projects.values() for theme in project.themes} == set(vocabulary.themes)


def test_every_project_has_a_theme(projects):
    assert [id_ for id_, project in projects.items() if not project.themes] == []


def test_every_source_is_named_by_its_number_and_has_its_own_checksum(disclosures):
    sources = [facts.printed.source for facts in disclosures.values()]

    assert sorted(source.file[:3] for source in sources) == ["000", "001", "002", "003", "004"]
    assert len({source.sha256 for source in sources}) == 5
    assert all(re.fullmatch("[0-9a-f]{64}", source.sha256) for source in sources)


def test_a_sum_is_kept_to_its_last_digit(projects):
    project = projects["130324-shuangwang-2024-05"]

    assert project.printed.name == "村党组织活动经费"
    assert project.budget_wan == Decimal("27.08")


def test_a_plan_headed_per_cent_that_holds_money_is_read_as_money(projects):
    project = projects["130208-unnamed-town-2024-01"]

    assert project.printed.plan_unit == "wan"
    assert (project.printed.plan.mar, project.printed.budget.total) == ("0.67", "2.69")
    assert project.plan_shares[0] == Decimal("24.91")


def test_every_plan_reaches_the_whole_budget(projects):
    last = {id_: project.plan_shares[3] for id_, project in projects.items() if project.printed.plan}

    assert {id_: share for id_, share in last.items() if share not in {None, 100}} == {}


def test_a_unit_that_is_not_printed_is_called_inferred(disclosures):
    inferred = [id_ for id_, facts in disclosures.items() if facts.printed.money_unit_basis == "inferred"]

    assert inferred == ["000000-unnamed-subdistrict-2021"]


def test_dashes_printed_for_a_code_stay(projects):
    assert set(projects["000000-unnamed-subdistrict-2021-01"].printed.code) <= set("-—－–─")


def test_every_misprint_of_a_name_finds_its_township(disclosures):
    aliases = {alias.text for alias in disclosures["130111-qiema-2021"].township.aliases}

    assert disclosures["130111-qiema-2021"].township.name == "郄马镇"
    assert {"郟马镇", "邨马镇", "郗马镇", "郃马镇", "郝马镇", "郅马镇"} <= aliases


def test_a_township_whose_document_does_not_name_it_says_so(disclosures):
    status = {id_: facts.township.name_status for id_, facts in disclosures.items()}

    assert [id_ for id_, name_status in status.items() if name_status == "not_printed"] == [
        "000000-unnamed-subdistrict-2021",
        "130208-unnamed-town-2024",
    ]


def test_every_overview_points_to_lines_of_its_source(disclosures):
    for facts in disclosures.values():
        assert len(facts.overview.source_lines) >= 3, facts.id


def test_a_programme_that_is_compared_is_found_in_several_townships(projects):
    townships = Counter(
        programme
        for programme, _ in {(project.programme, id_.rsplit("-", 2)[0]) for id_, project in projects.items()}
        if programme
    )

    assert townships.most_common(1)[0][1] >= 2


def test_the_codes_with_a_check_character_were_extracted_without_a_wrong_one(projects):
    codes = [
        project.printed.code for project in projects.values() if "P" in (project.printed.code or "")[8:9]
    ]

    assert len(codes) == 28
    assert [code for code in codes if code[-1] != check_character(code[:-1])] == []


def check_character(code: str) -> str:
    """As observed on these codes: weights 3^i modulo 31 from the left, and 30 less their sum."""
    weighted = sum(CHECK_ALPHABET.index(sign) * pow(3, place, 31) for place, sign in enumerate(code))
    return CHECK_ALPHABET[(30 - weighted) % 31]


def test_a_wrong_digit_of_a_code_would_be_noticed():
    assert check_character("13032424P00442810250") == "G"
    assert check_character("13032424P00442810251") != "G"
