"""Forms whose labels are merged over several columns, as Word and spreadsheets hold them. All places are invented."""

import sys
from pathlib import Path

import docx
import pytest
import yaml

from generator.importing import import_document

sys.path.append(str(Path(__file__).parents[1] / "readers"))
from publishing import sheet_xml, word_bytes, workbook

Cell = tuple[str, int, int]
"""Text, columns, rows."""
Table = list[list[Cell]]


def rows_of(text: str) -> Table:
    """`项目名称*3 | 某项目*8`: a cell for each text between pipes; `*3` columns, `^2` rows."""
    return [[_cell(part.strip()) for part in line.split("|")] for line in text.strip().split("\n")]


def _cell(text: str) -> Cell:
    text, _, rows = text.partition("^")
    text, _, columns = text.partition("*")
    return text.strip(), int(columns or 1), int(rows or 1)


def placed(table: Table) -> list[tuple[int, int, Cell]]:
    """Row and column of the upper left corner of each cell."""
    taken: set[tuple[int, int]] = set()
    found = []
    for row, cells in enumerate(table):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            _, columns, rows = cell
            taken |= {(row + down, column + right) for down in range(rows) for right in range(columns)}
            found.append((row, column, cell))
    return found


def html(table: Table) -> bytes:
    rows = "".join(
        "<tr>"
        + "".join(f"<td colspan={columns} rowspan={rows}>{text}</td>" for text, columns, rows in row)
        + "</tr>"
        for row in table
    )
    return f"<html><meta charset=utf-8><body><table>{rows}</table></body></html>".encode()


def word(table: Table) -> bytes:
    document = docx.Document()
    width = sum(columns for _, columns, _ in table[0])
    grid = document.add_table(len(table), width)
    for row, column, (text, columns, rows) in placed(table):
        area = grid.cell(row, column).merge(grid.cell(row + rows - 1, column + columns - 1))
        area.text = text
    return word_bytes(document)


def spreadsheet(table: Table) -> bytes:
    width = sum(columns for _, columns, _ in table[0])
    texts = [[""] * width for _ in table]
    merges = []
    for row, column, (text, columns, rows) in placed(table):
        texts[row][column] = text
        if columns * rows > 1:
            merges.append(f"{chr(65 + column)}{row + 1}:{chr(64 + column + columns)}{row + rows}")
    cells = [
        [f'<c t="inlineStr"><is><t>{text}</t></is></c>' if text else "<c/>" for text in row] for row in texts
    ]
    return workbook({"Sheet1": sheet_xml(cells, merges)})


FORMATS = {"html": html, "docx": word, "xlsx": spreadsheet}

EVALUATION = rows_of(
    """
2023年度项目支出绩效自评表*11
部门:庚申县甲子中学*10 | 公开14表
项目名称*3 | 早餐补助资金*8
主管部门*3 | 庚申县教育局*3 | 实施单位*2 | 庚申县甲子中学*3
项目资金(元)*3^4 | *2 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
年度资金总额*2 | 5200.50 | 5100.50 | 5100.50 | 10 | 100% | 10
其中:当年财政拨款*2 | 5200.50 | 5100.50 | 5100.50 | — | | —
上年结转资金*2 | | | | — | | —
年度总体目标^2 | 预期目标*5 | 实际完成情况*5
学生每日有早餐*5 | 学生每日已有早餐*5
绩效指标*3 | 年度指标值*3 | 实际完成值^2 | 分值^2 | 得分^2 | 偏差原因分析及改进措施*2^2
一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位
产出指标^2 | 数量指标 | 受补助学生 | ≧ | 410 | 人次 | 402 | 50 | 48 | 有转学*2
成本指标 | 人均补助 | ═ | 5 | 元 | 5 | 30 | 30 | *2
满意度指标 | 服务对象满意度指标等 | 家长满意度 | ≧ | 95 | % | 97% | 10 | 10 | *2
其他需要说明事项*3 | 无*8
总分*3 | *4 | 100 | 98 | 优*2
"""
)
TARGETS = rows_of(
    """
项目支出绩效目标申报表*7
项目名称*2 | 河堤维修*5
主管部门及代码*2 | 辛酉县水利局*2 | 实施单位 | 辛酉县白沙镇人民政府*2
项目资金（万元）*2^3 | 年度资金总额：*2 | 24*3
其中：财政拨款*2 | 20*3
其他资金*2 | 4*3
总体目标^2 | 年度目标*6
维修河堤三公里，汛期安全。*6
绩效指标^4 | 一级指标 | 二级指标 | 三级指标*2 | 指标值*2
产出指标^2 | 数量指标 | 维修河堤*2 | ≥3公里*2
时效指标 | 完工时间*2 | 2023年5月底*2
效益指标 | 社会效益指标 | 受益人口*2 | ≥900人*2
"""
)


def imported(table: Table, extension: str) -> dict:
    data = FORMATS[extension](table)
    result = import_document(data, file_name=f"form.{extension}", township="x", year="2023")
    assert result.disclosure_yaml is not None, result.report.as_text("zh")
    (project,) = yaml.load(result.disclosure_yaml, Loader=yaml.BaseLoader)["projects"]
    return project


def shown(project: dict, *fields: str) -> list[list[str]]:
    return [[row[field] for field in fields] for row in project["indicators"]]


@pytest.mark.parametrize("extension", sorted(FORMATS))
def test_values_stand_behind_labels_that_are_merged_over_columns(extension: str):
    project = imported(TARGETS, extension)

    assert project["name"] == "河堤维修"
    assert project["budget"] == {"total": "24", "fiscal": "20", "other": "4"}
    assert project["goals"] == ["维修河堤三公里，汛期安全。"]
    assert [detail["value"] for detail in project["details"]] == ["辛酉县水利局", "辛酉县白沙镇人民政府"]
    assert shown(project, "level1", "level2", "name", "target") == [
        ["产出指标", "数量指标", "维修河堤", "≥3公里"],
        ["产出指标", "时效指标", "完工时间", "2023年5月底"],
        ["效益指标", "社会效益指标", "受益人口", "≥900人"],
    ]


@pytest.mark.parametrize("extension", sorted(FORMATS))
def test_a_head_in_two_rows_has_targets_results_and_points(extension: str):
    project = imported(EVALUATION, extension)

    assert project["name"] == "早餐补助资金"
    assert project["budget"] == {"total": "5200.50", "fiscal": "5200.50"}
    assert project["execution"]["adjusted"] == project["execution"]["executed"] == "5100.50"
    assert (project["goals"], project["results"]) == (["学生每日有早餐"], ["学生每日已有早餐"])
    assert shown(project, "name", "operator", "target", "unit", "actual", "weight", "score", "deviation") == [
        ["受补助学生", "≧", "410", "人次", "402", "50", "48", "有转学"],
        ["人均补助", "═", "5", "元", "5", "30", "30", ""],
        ["家长满意度", "≧", "95", "%", "97%", "10", "10", ""],
    ]
