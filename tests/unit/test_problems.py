"""Problems as values: order, wording, places."""

import re
from string import Formatter

import pytest

from generator.problems import CATALOGUE, Problem, Severity, arrange, show

READ = {"read": "甲", "expected": "乙"}


def test_problems_are_put_in_the_order_of_their_places():
    later, first, other = (
        Problem("a", 12, 1, "no-title"),
        Problem("a", 2, 9, "no-title"),
        Problem("b", 1, 1, "no-title"),
    )

    assert arrange([other, later, first]) == (first, later, other)


def test_the_same_problem_is_shown_once():
    problem = Problem("a", 1, 1, "bad-link", values=READ)

    assert arrange([problem, Problem("a", 1, 1, "bad-link", values=dict(READ))]) == (problem,)


def test_two_problems_of_one_kind_at_one_place_stay_two():
    found = [Problem("a", 1, 0, "bad-link", values={**READ, "read": read}) for read in ("丙", "甲", "乙")]

    assert sorted(problem.values["read"] for problem in arrange(found)) == ["丙", "乙", "甲"]


@pytest.mark.parametrize(
    ("line", "column", "place"), [(0, 0, "a/b.yaml"), (3, 0, "a/b.yaml:3"), (3, 7, "a/b.yaml:3:7")]
)
def test_a_place_is_written_as_editors_link_it(line, column, place):
    assert Problem("a/b.yaml", line, column, "no-title").place == place


def test_a_problem_in_words():
    problem = Problem("a.yaml", 3, 7, "wrong-value", "budget.total", "预算数", "budget", READ)

    assert problem.as_text("zh").startswith(
        "a.yaml:3:7: 错误 [wrong-value] 预算数 budget budget.total：读到“甲”，应为乙。"
    )
    assert problem.as_text("en").startswith(
        "a.yaml:3:7: error [wrong-value] 预算数 budget budget.total: Read “甲”, expected 乙. Compare"
    )


def test_a_problem_as_json_has_all_parts_in_both_languages():
    problem = Problem("a.yaml", 3, 0, "line-order", "x", "来源行", "source line", READ)

    assert problem.as_json() == {
        "code": "line-order",
        "severity": "warning",
        "file": "a.yaml",
        "line": 3,
        "column": None,
        "path": "x",
        "label": {"zh": "来源行", "en": "source line"},
        "message": {"zh": problem.message("zh"), "en": problem.message("en")},
        "hint": {"zh": problem.hint("zh"), "en": problem.hint("en")},
        "values": READ,
    }


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("武装工作", "武装工作"),
        ("a b", "a b"),
        ("a\nb\t", "a\\nb\\t"),
        ("\x1b[31m", "\\x1b[31m"),
        ("甲\u3000乙", "甲\\u3000乙"),
        ("\udcff", "\\udcff"),
    ],
)
def test_a_value_is_shown_in_one_line(value, shown):
    assert show(value) == shown


def test_a_long_value_does_not_hide_its_message():
    assert show("甲" * 200) == "甲" * 200
    assert show("甲" * 100_000) == "甲" * 200 + "…"


def test_braces_of_a_value_are_shown_as_they_are():
    assert "{read}{0}" in Problem("a", 1, 1, "bad-link", values={**READ, "read": "{read}{0}"}).message("en")


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_wording_can_be_filled_in_and_says_what_to_do(code):
    kind = CATALOGUE[code]

    asked = [
        {name for _, name, _, _ in Formatter().parse(text) if name}
        for text in (kind.zh + kind.hint_zh, kind.en + kind.hint_en)
    ]

    assert asked[0] == asked[1] <= {"read", "expected"}
    assert kind.hint_zh.endswith("。")
    assert kind.hint_en.endswith(".")
    assert re.fullmatch("[a-z]+(-[a-z]+)*", code)


def test_only_what_may_be_right_is_a_warning():
    warnings = [code for code, kind in CATALOGUE.items() if kind.severity is Severity.WARNING]

    assert warnings == ["draft-waiting", "line-order", "line-before-start"]
