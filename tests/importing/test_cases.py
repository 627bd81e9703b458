"""Cases in plain files: goals with their numbering, sentences of a budget."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.importing.blocks import Paragraph
from generator.importing.budget_sentences import read_budget_lines
from generator.importing.numbering import chinese_number, find_goals, parse_numbered, split_at_number
from generator.importing.outline import find_headings


def cases(name: str) -> Any:
    entries = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return pytest.mark.parametrize("case", entries, ids=[entry["title"] for entry in entries])


@cases("numbering.yaml")
def test_goals_are_kept_without_their_numbering(case: dict):
    assert [goal.text for goal in find_goals(case["cells"])] == case["goals"]


@cases("budget_sentences.yaml")
def test_every_figure_of_a_sentence_is_a_budget_line(case: dict):
    blocks = [Paragraph("1、收支说明", 3), Paragraph(case["text"], 5)]

    lines = read_budget_lines(blocks, find_headings(blocks), "2023").lines

    found = [[each.item, each.amount, each.unit, each.change or "", each.part_of or ""] for each in lines]
    assert found == case["lines"]
    assert {(each.section, each.line) for each in lines} <= {("收支说明", "5")}


def test_a_figure_below_a_heading_of_goals_is_no_budget_line():
    blocks = [Paragraph("一、总体绩效目标", 1), Paragraph("全年完成投资5亿元。", 2)]

    assert read_budget_lines(blocks, find_headings(blocks), "2023").lines == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31), ("7", 7), ("甲", 0), ("十十", 0)],
)
def test_chinese_numbers(text: str, number: int):
    assert chinese_number(text) == number


@pytest.mark.parametrize(
    ("text", "style", "number", "rest"),
    [
        ("（十二）、统计工作", "bracketed", 12, "统计工作"),
        ("一、总体绩效目标", "chinese", 1, "总体绩效目标"),
        ("3.  村级经费", "arabic", 3, "村级经费"),
        ("12、2022年经费", "arabic", 12, "2022年经费"),
        ("1.2022年经费", "arabic", 1, "2022年经费"),
        ("第二部分 预算项目", "part", 2, "预算项目"),
    ],
)
def test_printed_numbers_of_headings(text: str, style: str, number: int, rest: str):
    numbered = parse_numbered(text)

    assert numbered is not None
    assert (numbered.style, numbered.number, numbered.text) == (style, number, rest)


@pytest.mark.parametrize("text", ["2022年经费", "1.5万元", "经费", ""])
def test_what_is_no_numbering(text: str):
    assert parse_numbered(text) is None


def test_a_heading_run_into_the_line_above_is_parted_from_it():
    assert split_at_number("到位率百分之九十五（六）执法队事务", 6) == (
        "到位率百分之九十五",
        "（六）执法队事务",
    )
    assert split_at_number("（六）执法队事务", 6) is None
