"""What a page break does to a table, and what must not be taken for it."""

from generator.importing.readers.pdf_joining import join
from generator.importing.readers.pdf_tables import Box, PageTable

Texts = list[list[str]]


def page(
    number: int, rows: Texts, *, full: str = "", open_above: str = "", open_below: str = ""
) -> PageTable:
    """A table of columns 100 points wide; the texts of `full` end at the right side of their cells."""
    boxes = [
        Box(
            place * 100.0,
            line * 20.0,
            place * 100.0 + 100,
            line * 20.0 + 20,
            text,
            is_full=bool(text) and text in full.split(),
            is_open_above=line == 0 and str(place) in open_above,
            is_open_below=line == len(rows) - 1 and str(place) in open_below,
        )
        for line, row in enumerate(rows)
        for place, text in enumerate(row)
    ]
    return PageTable(number, tuple(boxes))


def joined(*pages: PageTable) -> Texts:
    table = join(pages)
    rows: dict[int, dict[int, str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell.text
    return [[row[column] for column in sorted(row)] for _, row in sorted(rows.items())]


def test_rows_follow_one_another_and_know_their_page():
    table = join([page(3, [["一", "二"]]), page(4, [["三", "四"], ["五", "六"]])])

    assert table.pages == {0: 3, 1: 4, 2: 4}


def test_a_head_printed_again_is_marked():
    head = ["一级指标", "指标值"]

    table = join([page(1, [head, ["甲", "1"]]), page(2, [head, ["乙", "2"]])])

    assert table.repeated == {2}


def test_the_end_of_a_row_is_put_to_it():
    above = ["产出指标", "质量指标", "保障安监", "保障安监执法", "1辆", "测算"]

    found = joined(
        page(1, [above], full="保障安监 保障安监执法"), page(2, [["", "", "执法用车", "用车一辆", "", ""]])
    )

    assert found == [["产出指标", "质量指标", "保障安监\n执法用车", "保障安监执法\n用车一辆", "1辆", "测算"]]


def test_a_row_below_lines_that_are_not_full_is_a_row():
    above = ["产出指标", "质量指标", "名称", "描述", "1辆", "测算"]

    assert len(joined(page(1, [above]), page(2, [["", "", "另一名称", "", "", ""]]))) == 2


def test_a_category_alone_in_its_row_is_no_end_of_the_one_above():
    above = ["效益指标", "经济效益指标", "名称", "描述", "优", "测算"]
    alone = ["", "社会效益指标", "", "", "", ""]

    assert len(joined(page(1, [above], full="经济效益指标"), page(2, [alone]))) == 2


def test_the_last_characters_of_a_category_are_put_to_it():
    above = ["满意度指标", "服务对象满意度指", "名称", "描述", "优", "测算"]

    found = joined(page(1, [above], full="服务对象满意度指"), page(2, [["", "标", "", "", "", ""]]))

    assert found[0][1] == "服务对象满意度指\n标"


def test_a_code_is_put_together_without_a_break():
    found = joined(
        page(1, [["项目编码", "1300002", "项目名称", "甲"]], full="1300002"),
        page(2, [["", "3P00000110001A", "", ""]]),
    )

    assert found == [["项目编码", "13000023P00000110001A", "项目名称", "甲"]]


def test_a_merged_cell_without_a_rule_at_the_break_is_one():
    found = joined(
        page(1, [["产出指标", "甲"], ["", "乙"]][1:], open_below="0"),
        page(2, [["产出指标", "丙"]], open_above="0"),
    )

    assert found == [["产出指标", "乙"], ["丙"]]


def test_two_whole_rows_without_a_rule_between_stay_two():
    rows = [["时效指标", "完成率", "≥90%"], ["成本指标", "经费", "6万元"]]

    found = joined(page(1, rows[:1], open_below="012"), page(2, rows[1:], open_above="012"))

    assert found == rows


def test_a_row_cut_in_its_middle_is_one():
    found = joined(
        page(1, [["时效指标", "完成", "≥90%"]], open_below="012"),
        page(2, [["", "率", ""]], open_above="012"),
    )

    assert found == [["时效指标", "完成\n率", "≥90%"]]
