"""What other documents of the family do, one scenario each."""

import re

import pytest
import yaml

from generator.importing import ImportResult, import_document
from generator.importing.text_reader import read_text

HEAD = "一级指标\t二级指标\t三级指标\t绩效指标描述\t指标值\t指标值确定依据\n"
ROWS = "产出指标\t数量指标\t人数\t人数\t3人\t计划\n效益指标\t社会效益指标\t稳定\t稳定\t优\t计划\n"


def import_text(text: str, year: str = "2023") -> ImportResult:
    return import_document(text.encode(), file_name="text.txt", township="999999-bingding", year=year)


def draft_of(text: str) -> dict:
    draft = import_text(text).disclosure_yaml
    assert draft is not None
    return yaml.load(draft, Loader=yaml.BaseLoader)


def codes_of(text: str) -> list[str]:
    return [problem.code for problem in import_text(text).problems]


def test_a_document_without_target_table_gives_no_draft_and_says_what_was_found():
    result = import_text("某镇公告\n\n一、总则\n略。\n\n| 甲 | 乙 |\n| 丙 | 丁 |\n")

    assert result.disclosure_yaml is None
    assert [problem.code for problem in result.problems] == ["import-no-target-table"]
    assert "未找到项目绩效目标表" in result.problems[0].message("zh")
    assert "一、总则" in result.problems[0].message("zh")


@pytest.mark.parametrize("data", [b"\xff\xfea\x00", b"\x00\x01\x02", b"%!PS\n\xe2\xe3\x81"])
def test_bytes_that_are_no_text_are_a_problem(data: bytes):
    result = import_document(data, file_name="x", township="999999-bingding", year="2023")

    assert result.disclosure_yaml is None
    assert [problem.code for problem in result.problems] == ["import-encoding"]


def test_an_empty_file_is_no_document():
    assert import_document(b"", file_name="x", township="y", year="2023").disclosure_yaml is None


def test_labels_may_hold_blanks_and_stand_in_one_cell_with_their_value():
    draft = draft_of("1、甲绩效目标表\n项 目 编 码：99P1\n项目 名称：甲\n" + HEAD + ROWS)

    assert draft["projects"][0]["code"] == "99P1"


def test_missing_columns_are_left_out():
    text = "1、甲绩效目标表\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t人数\t3人\n"

    row = draft_of(text)["projects"][0]["indicators"][0]

    assert row == {"level1": "产出指标", "level2": "数量指标", "name": "人数", "target": "3人", "line": "3"}


def test_heads_printed_again_after_a_page_break_are_named_as_repetition():
    first, second = ROWS.splitlines(keepends=True)
    text = "1、甲绩效目标表\n" + HEAD + first + "\n- 3 -\n\n" + HEAD + second

    result = import_text(text)

    assert draft_of(text)["expected"]["indicators"] == "2"
    assert result.report.uses[7].fate == "repetition"
    assert result.report.uses[5].fate == "residue"


def test_a_row_broken_inside_a_cell_is_put_together():
    text = "1、甲绩效目标表\n" + HEAD + "产出指标\t数量指标\t受益\n人数\t人数\t3人\t计划\n" + ROWS

    row = draft_of(text)["projects"][0]["indicators"][0]

    assert (row["name"], row["target"], row["line"]) == ("受益人数", "3人", "3")


def test_a_merged_first_cell_that_was_left_out_is_given_back():
    text = "1、甲绩效目标表\n" + HEAD + ROWS.splitlines()[0] + "\n质量指标\t率\t率\t100%\t标准\n"

    row = draft_of(text)["projects"][0]["indicators"][1]

    assert (row["level1"], row["level2"], row["name"]) == ("产出指标", "质量指标", "率")


def test_a_table_printed_twice_is_carried_once():
    table = "1、甲绩效目标表\n\n" + HEAD + ROWS + "\n"

    result = import_text(table + table)

    assert draft_of(table + table)["expected"]["projects"] == "1"
    assert result.report.uses[9].fate == "repetition"


def test_a_number_printed_twice_is_a_question():
    text = "1、甲绩效目标表\n\n" + HEAD + ROWS + "\n1、乙绩效目标表\n\n" + HEAD + ROWS

    assert [project["no"] for project in draft_of(text)["projects"]] == ["1", "2"]
    assert "import-number-repeated" in codes_of(text)


def test_a_title_unlike_the_name_in_the_table_is_a_question():
    text = "1、甲绩效目标表\n项目编码\tP1\t项目名称\t乙\n" + HEAD + ROWS

    assert draft_of(text)["projects"][0]["name"] == "乙"
    assert "import-title-differs" in codes_of(text)


def test_an_unknown_plan_date_is_named_and_not_put_elsewhere():
    plan = "资金支出计划（%）\t3月底\t6月底\t9月底\t12月底\n\t10%\t20%\t30%\t100%\n"
    text = "1、甲绩效目标表\n" + plan + HEAD + ROWS

    assert draft_of(text)["projects"][0]["plan"] == {"mar": "10%", "jun": "20%", "dec": "100%"}
    assert codes_of(text).count("import-cell-unknown") == 2


@pytest.mark.parametrize(
    ("last", "budget", "unit"),
    [("100%", "5.00", "percent"), ("100", "5.00", "percent"), ("5.00", "5", "wan"), ("4.00", "5.00", None)],
)
def test_the_plan_unit_is_told_by_the_last_value(last: str, budget: str, unit: str | None):
    money = f"预算规模及资金用途\t预算数\t{budget}\n资金支出计划（%）\t3月底\t6月底\t10月底\t12月底\n\t0\t0\t0\t{last}\n"
    text = "1、甲绩效目标表\n" + money + HEAD + ROWS

    assert draft_of(text)["projects"][0].get("plan_unit") == unit
    assert ("import-plan-unit" in codes_of(text)) == (unit is None)


def test_rows_that_fit_no_table_are_named():
    text = "1、甲绩效目标表\n" + HEAD + ROWS + "填报日期\t某日\t备查\t无\n"

    result = import_text(text)

    assert draft_of(text)["expected"]["indicators"] == "2"
    assert result.report.uses[5].fate == "unrecognised"
    assert "import-table-unknown" in codes_of(text)


def test_an_unknown_column_is_named():
    head = HEAD.rstrip() + "\t备注\n"
    text = "1、甲绩效目标表\n" + head + ROWS.splitlines()[0] + "\t某事\n"

    assert "import-column-unknown" in codes_of(text)
    assert import_text(text).report.uses[3].fate == "unrecognised"


@pytest.mark.parametrize(
    ("printed", "secret"),
    [
        ("项目负责人\t钱七\t联系电话\t13800001111\n", "钱七|13800001111"),
        ("联系人：钱七，电话：0999-1234567\n", "钱七|1234567"),
        ("\t经手人身份证11010119900101123X已核\n", "11010119900101123X"),
    ],
)
def test_personal_data_reach_neither_draft_nor_report(printed: str, secret: str):
    text = "1、甲绩效目标表\n绩效目标\t做好\n" + printed + HEAD + ROWS

    result = import_text(text)

    assert result.disclosure_yaml
    outputs = result.disclosure_yaml + result.overview_md + result.report.as_text("zh")
    assert not re.search(secret, outputs + str(result.report.as_json()))
    assert "import-private" in codes_of(text)


def test_a_code_and_a_large_sum_are_no_personal_data():
    text = (
        "1、甲绩效目标表\n项目编码\t13000023P00000110001A\t项目名称\t甲\n绩效目标\t投入13800001111元\n"
        + HEAD
        + ROWS
    )

    assert draft_of(text)["projects"][0]["goals"] == ["投入13800001111元"]
    assert "import-private" not in codes_of(text)


def test_the_publisher_is_never_guessed():
    text = "1、甲绩效目标表\n" + HEAD + ROWS

    assert "publisher" not in draft_of(text)
    assert "import-publisher" in codes_of(text)


def test_a_unit_that_is_not_printed_is_inferred_and_asked():
    text = "1、甲绩效目标表\n" + HEAD + ROWS

    assert draft_of(text)["money_unit_basis"] == "inferred"
    assert "import-money-unit" in codes_of(text)


@pytest.mark.parametrize(
    ("line", "basis"),
    [("2023年部门预算\n\n", "printed"), ("", "codes")],
)
def test_the_basis_of_the_year_is_print_then_codes(line: str, basis: str):
    text = line + "1、甲绩效目标表\n项目编码\t13000023P1\t项目名称\t甲\n" + HEAD + ROWS

    assert draft_of(text)["year_basis"] == basis


def test_paragraphs_indented_by_a_tab_are_read_as_paragraphs():
    text = "\t（一）综合业务\n\t绩效目标：做好业务。\n\t绩效指标：完成率。\n\n1、甲绩效目标表\n" + HEAD + ROWS

    assert draft_of(text)["sub_targets"][0]["name"] == "综合业务"


def test_the_report_speaks_english_too():
    report = import_text("1、甲绩效目标表\n" + HEAD + ROWS).report

    assert "## To be checked" in report.as_text("en")
    assert "[import-publisher]" in report.as_text("en")


def test_stars_for_an_open_number_are_no_emphasis():
    text = "**说明**\n\n产出指标：栽植乔木（≥**株）成活率（≥**%）。\n"

    document = read_text(text)

    assert [block.text for block in document.blocks] == [
        "说明",
        "产出指标：栽植乔木（≥**株）成活率（≥**%）。",
    ]
