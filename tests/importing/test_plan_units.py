"""The unit of a spending plan, told by its last value and the budget. The town is invented."""

import pytest
import yaml

from generator.importing import import_document

FORM = """丙辰县石桥镇2023年项目绩效目标
1、水渠清淤绩效目标表

| 丙辰县石桥镇 | 单位：{unit} |
| 项目编码 | 99990123P00000110002B | 项目名称 | 水渠清淤 |
| 预算规模及资金用途 | 预算数 | {total} | 其中：财政资金 | {total} | 其他资金 | |
| 资金支出计划（{heading}） | 3月底 | 6月底 | 10月底 | 12月底 |
| | {plan} |
| 绩效目标 | 1.清淤水渠六公里。 |
| 一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据 |
| 产出指标 | 数量指标 | 清淤里程 | 清淤水渠里程 | 6公里 | 工作计划 |
"""


@pytest.mark.parametrize(
    ("unit", "total", "heading", "plan", "expected"),
    [
        ("元", "60000", "元", "15000 | 30000 | 45000 | 60000", "yuan"),
        ("万元", "6.00", "%", "1.50 | 3.00 | 4.50 | 6.00", "wan"),
        ("元", "60000", "%", "25% | 50% | 75% | 100%", "percent"),
    ],
)
def test_a_plan_of_sums_has_the_unit_of_the_budget(
    unit: str, total: str, heading: str, plan: str, expected: str
):
    text = FORM.format(unit=unit, total=total, heading=heading, plan=plan)

    result = import_document(text.encode(), file_name="form.txt", township="x", year="2023")

    assert result.disclosure_yaml is not None
    draft = yaml.load(result.disclosure_yaml, Loader=yaml.BaseLoader)
    assert (draft["money_unit"], draft["projects"][0]["plan_unit"]) == (unit, expected)
