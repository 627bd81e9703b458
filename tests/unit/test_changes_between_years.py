"""What changed for a project since the year before."""

from decimal import Decimal

from generator.questions.years import DisclosureOfYear, ProjectOfYear, RowOfYear, changes


def row(name: str, target: str, *, is_small_group: bool = False) -> RowOfYear:
    return RowOfYear(("output.quantity", name), name, target, 1, "20", is_small_group)


def project(number: int, title: str, *, code: str = "", budget: str | None = None, rows=()) -> ProjectOfYear:
    amount = Decimal(budget) if budget else None
    return ProjectOfYear(f"t-{number:02d}", code, title, amount, "5", tuple(rows))


def year(of: str, *projects: ProjectOfYear) -> DisclosureOfYear:
    return DisclosureOfYear(f"t-{of}", "t", of, projects)


def found(before: DisclosureOfYear, after: DisclosureOfYear) -> list[tuple[str, ...]]:
    return [tuple(value.text for value in answer.values) for answer in changes(before, after)]


def test_a_budget_is_compared_with_its_change():
    before = year("2023", project(1, "环保经费", budget="5.00"))
    after = year("2024", project(1, "环保经费", budget="6.50"))

    assert found(before, after) == [("2023 → 2024", "项目名称", "预算数（万元）", "5.00", "6.50", "+1.50")]


def test_a_budget_printed_in_one_year_only_has_no_change():
    before, after = year("2023", project(1, "环保")), year("2024", project(1, "环保", budget="6.50"))

    [(*_, earlier, now, change)] = found(before, after)

    assert (earlier, now, change) == ("", "6.50", "")


def test_targets_are_matched_by_category_and_name_and_equal_ones_are_passed_over():
    before = year("2023", project(1, "补贴", rows=[row("人数", "100人"), row("次数", "4次")]))
    after = year(
        "2024", project(1, "补贴", rows=[row("次数", "4 次"), row("人数", "108人"), row("新", "1个")])
    )

    [(_, _, what, earlier, now, _)] = found(before, after)

    assert (what, earlier, now) == ("人数", "100人", "108人")


def test_the_code_goes_before_the_title():
    before = year("2023", project(1, "甲", code="A1", budget="1"), project(2, "乙", code="B2", budget="2"))
    after = year("2024", project(1, "乙", code="A1", budget="3"))

    [(_, matched, _, earlier, _, _)] = found(before, after)

    assert (matched, earlier) == ("项目编码", "1")


def test_a_code_or_title_that_two_projects_share_is_not_used():
    before = year("2023", project(1, "甲", code="A1", budget="1"), project(2, "甲", code="A1", budget="2"))
    after = year("2024", project(1, "甲", code="A1", budget="3"))

    assert found(before, after) == []


def test_a_row_about_few_persons_is_marked():
    before = year("2023", project(1, "补助", rows=[row("人数", "3人", is_small_group=True)]))
    after = year("2024", project(1, "补助", rows=[row("人数", "6人")]))

    [answer] = changes(before, after)

    assert answer.is_small_group
