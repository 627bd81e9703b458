"""Projects rendered in any family and form of publication and imported again are the same projects.

`IMPORT_EXAMPLES` sets the number of examples; a long run takes 2,000 and more.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

import yaml
from family_rendering import FAMILIES, FIELDS, FORMS, glued, prose, sichuan
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importing import import_document
from generator.model.disclosure import Budget, Indicator, Project

sys.path.append(str(Path(__file__).parents[1]))
from value_places import misplaced

EXAMPLES = int(os.environ.get("IMPORT_EXAMPLES", "100"))
SECOND_LEVELS = {
    "产出指标": ("数量指标", "质量指标", "时效指标"),
    "成本指标": ("经济成本指标", "社会成本指标", "生态环境成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标",),
}
nouns = st.text(alphabet="甲乙丙丁桥路渠树灯", min_size=2, max_size=6)
names = st.builds(
    "{}{}".format, nouns, st.sampled_from(["养护里程", "合格率", "次数", "培训人数", "满意度", "发放及时性"])
)
titles = st.builds("{}{}".format, nouns, st.sampled_from(["养护费", "工作经费", "建设项目", "补助资金"]))
sentences = st.builds("{}{}".format, st.sampled_from(["完成", "做好", "保障"]), nouns)
signs = st.sampled_from(["≥", "≤", "=", ">=", "≧", "＞"])
numbers = st.integers(min_value=1, max_value=9999).map(str)
units = st.sampled_from(["%", "个", "人", "公里", "万元", "次", "平方米", "元/人"])
points = st.integers(min_value=1, max_value=30).map(str)
amounts = st.integers(min_value=1, max_value=99_999_999).map(lambda cents: f"{cents / 100:,.2f}")
values = st.builds("{}{}{}".format, signs, numbers, units)
grades = st.sampled_from(["稳步提高", "及时", "按时完成", "效果明显"])


@st.composite
def projects(draw: st.DrawFn, family: str) -> Project:
    rows = [
        _row(draw, family, first, second)
        for first in draw(
            st.lists(st.sampled_from(sorted(SECOND_LEVELS)), min_size=1, max_size=4, unique=True)
        )
        for second in draw(
            st.lists(st.sampled_from(SECOND_LEVELS[first]), min_size=1, max_size=3, unique=True)
        )
        for _ in range(draw(st.integers(min_value=1, max_value=3)))
    ]
    return Project(
        no="1",
        name=draw(titles),
        budget=Budget(total=draw(amounts)),
        goals=(draw(sentences),),
        line="",
        indicators=tuple(rows),
    )


def _row(draw: st.DrawFn, family: str, first: str, second: str) -> Indicator:
    has_operator = "operator" in FIELDS.get(family, ())
    cells = {
        "operator": draw(signs),
        "target": draw(numbers) if has_operator else draw(st.one_of(values, grades)),
        "unit": draw(units),
        "weight": draw(points),
        "direction": draw(st.sampled_from(["正向指标", "反向指标"])),
        "actual": draw(st.one_of(st.builds("{}{}".format, numbers, units), st.just("达成预期指标"))),
        "score": draw(points),
        "deviation": draw(st.sampled_from(["无", "进度推迟", "已整改"])),
        "remark": draw(st.sampled_from(["年初计划", "按实际", "测算"])),
        "description": draw(st.sampled_from(["反映实施数量", "反映质量", "按实际计算"])),
    }
    kept = {name: cells[name] for name in FIELDS.get(family, ("target",))}
    return Indicator(level1=first, level2=second, name=draw(names), line="", **kept)


def imported(text: str) -> list[dict]:
    result = import_document(text.encode(), file_name="text.txt", township="x", year="2023")
    assert result.disclosure_yaml is not None, text
    lines = text.split("\n")
    printed = {number for number, line in enumerate(lines, start=1) if line.strip()}
    assert printed <= result.report.uses.keys(), text
    found = yaml.load(result.disclosure_yaml, Loader=yaml.BaseLoader)["projects"]
    assert [misplaced(text, project) for project in found] == [[] for _ in found], text
    return found


def essence(entry: dict, fields: tuple[str, ...]) -> dict:
    rows = [
        {name: row.get(name, "") for name in ("level1", "level2", "name", *fields)}
        for row in entry["indicators"]
    ]
    return {"name": entry["name"], "total": entry["budget"]["total"], "goals": entry["goals"], "rows": rows}


def expected(project: Project, fields: tuple[str, ...]) -> dict:
    rows = [
        {name: getattr(row, name) or "" for name in ("level1", "level2", "name", *fields)}
        for row in project.indicators
    ]
    total = project.budget.total if project.budget else ""
    return {"name": project.name, "total": total, "goals": list(project.goals), "rows": rows}


@given(data=st.data())
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_form_of_any_family_and_form_of_publication_is_imported_as_it_was(data: st.DataObject):
    family = data.draw(st.sampled_from(sorted(FAMILIES)))
    form = data.draw(st.sampled_from(sorted(FORMS)))
    given_projects = data.draw(
        st.lists(projects(family), min_size=1, max_size=3, unique_by=lambda each: each.name)
    )

    text = "\n".join(
        FORMS[form]([["项目支出绩效目标表"], *FAMILIES[family](project)]) for project in given_projects
    )

    found = [essence(entry, FIELDS[family]) for entry in imported(text)]
    assert found == [expected(project, FIELDS[family]) for project in given_projects], (
        f"{family} {form}\n{text}"
    )


@given(data=st.data())
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_wide_table_of_all_projects_is_imported_as_it_was(data: st.DataObject):
    form = data.draw(st.sampled_from(sorted(FORMS.keys() - {"pipe_ends"})))
    given_projects = data.draw(
        st.lists(projects("sichuan"), min_size=1, max_size=4, unique_by=lambda each: each.name)
    )

    text = "部门预算项目绩效目标表\n金额单位：元\n" + FORMS[form](sichuan(given_projects))

    found = [essence(entry, FIELDS["sichuan"]) for entry in imported(text)]
    assert found == [expected(project, FIELDS["sichuan"]) for project in given_projects], f"{form}\n{text}"


@given(
    project=projects("hunan").filter(
        lambda project: all(row.target[0] in "≥≤=>≧＞" for row in project.indicators)
    )
)
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_form_with_nothing_between_its_cells_is_imported_as_it_was(project: Project):
    table = [["项目绩效目标表"], *FAMILIES["hunan"](project)]
    for row in table[5:]:
        del row[-1]

    text = glued([row[:-1] if "指标内容" in row else row for row in table])

    [found] = imported(text)
    assert essence(found, ("target",)) == expected(project, ("target",)), text


def _reads_like_targets(project: Project) -> bool:
    """Sentences with one category, or without numbers, could stand in any text and make no project."""
    compared = [row for row in project.indicators if any(sign in row.target for sign in "≥≤=>≧＞")]
    return len({row.level2 for row in project.indicators}) > 1 and len(compared) > 1


@given(project=projects("prose").filter(_reads_like_targets))
@settings(max_examples=EXAMPLES, deadline=None)
def test_running_text_is_imported_as_it_was(project: Project):
    [found] = imported(prose(project))

    goals = tuple(f"{goal}。" for goal in project.goals)
    assert essence(found, ("target",)) == expected(replace(project, goals=goals), ("target",)), prose(project)


PIECES = (
    *(
        "\n",
        "\n\n",
        "\t",
        " ",
        "   ",
        "\u3000",
        " | ",
        "|",
        "：",
        "。",
        "；",
        "12",
        "≥5个",
        "3,000.00",
        "□",
        "√",
        "甲乙",
    ),
    *(
        "一级指标",
        "二级指标",
        "三级指标",
        "指标内容",
        "指标值",
        "年度指标值",
        "实际完成值",
        "分值",
        "得分",
        "备注",
    ),
    *(
        "单位名称",
        "项目名称",
        "预算数",
        "年度目标",
        "产出指标(50分)",
        "数量指标",
        "成本指标",
        "满意度指标",
        "合计",
        "项目负责人",
    ),
    *(
        "项目支出绩效自评表",
        "整体绩效目标表",
        "一级指标二级指标指标内容指标值",
        "数量指标养护里程≥3公里",
        "（≥**个）",
        "第一部分",
        "注：",
    ),
    *("年初预算数", "全年执行数", "执行率", "年度资金总额", "其中：财政拨款", "长期绩效指标", "总体目标"),
)


@given(text=st.lists(st.sampled_from(PIECES), max_size=80).map("".join))
@settings(max_examples=EXAMPLES * 4, deadline=None)
def test_no_text_makes_the_recognisers_fail_or_lose_a_line(text: str):
    result = import_document(text.encode(), file_name="text.txt", township="x", year="2023")

    lines = text.split("\n")
    printed = {number for number, line in enumerate(lines, start=1) if line.strip()}
    assert printed <= result.report.uses.keys()
