"""The parts of one disclosure's budgets, and its plans added up."""

from decimal import Decimal
from types import SimpleNamespace

from generator.analyse.shares import Part, plan_of_year, programme_parts, share_of, theme_parts

QUARTERS = ("25", "50", "75", "100")


def project(wan: str | None, *, programme: str | None = None, themes: tuple[str, ...] = (), plan=QUARTERS):
    shares = tuple(None if share is None else Decimal(share) for share in plan)
    amount = None if wan is None else Decimal(wan)
    return SimpleNamespace(budget_wan=amount, programme=programme, themes=themes, plan_shares=shares)


def facts(*projects):
    return SimpleNamespace(projects=projects)


def test_a_share_has_two_decimals():
    assert share_of(Decimal("538.69"), Decimal("975.30")) == Decimal("55.23")


def test_there_is_no_share_of_nothing():
    assert share_of(Decimal(0), Decimal(0)) is None


def test_programmes_add_up_to_the_whole_and_those_without_come_last():
    parts = programme_parts(
        facts(
            project("9"),
            project("1", programme="a"),
            project("2", programme="b"),
            project("3", programme="a"),
        )
    )

    assert parts == [Part("a", 2, Decimal(4)), Part("b", 1, Decimal(2)), Part("", 1, Decimal(9))]


def test_a_project_counts_in_each_of_its_themes():
    parts = theme_parts(facts(project("2", themes=("road", "village")), project("1", themes=("village",))))

    assert parts == [Part("village", 2, Decimal(3)), Part("road", 1, Decimal(2))]


def test_a_project_without_a_budget_is_in_no_part():
    assert programme_parts(facts(project(None, programme="a"))) == []


def test_plans_are_added_in_money():
    plan = plan_of_year(facts(project("100"), project("10", plan=("0", "0", "0", "100"))))

    assert (plan.projects, plan.total_wan) == (2, Decimal(110))
    assert plan.points_wan == (Decimal(25), Decimal(50), Decimal(75), Decimal(110))


def test_a_plan_with_a_blank_date_is_not_added():
    plan = plan_of_year(facts(project("100"), project("10", plan=(None, None, None, "100"))))

    assert (plan.projects, plan.total_wan) == (1, Decimal(100))


def test_plans_without_budgets_give_nothing():
    assert plan_of_year(facts(project(None), project("5", plan=(None, "50", "75", "100")))) is None
