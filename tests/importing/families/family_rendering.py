"""Projects → the forms of each layout family, in the ways web pages part their cells. For the tests only."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.model.disclosure import Indicator, Project

Table = list[list[str]]
"""Rows of cells; a merged cell is printed in its first row and blank below."""

# Families: project → the rows of its form


def chongqing(project: Project) -> Table:
    return [
        ["项目名称", project.name, "主管部门", "甲乙街道"],
        ["当年预算（万元）", _total(project), "项目概况", "按计划实施"],
        ["当年绩效目标", "".join(project.goals)],
        ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "计量单位", "权重"],
        *_rows(project, "name", "operator", "target", "unit", "weight"),
    ]


def hunan(project: Project) -> Table:
    head = ["一级指标", "二级指标", "指标内容", "指标值", "备注"]
    return [
        ["项目名称", project.name, "项目属性", "新增项目□ 延续项目√"],
        ["年度资金总额（万元）", _total(project), "起止时间", "一年"],
        ["年度目标", "".join(project.goals)],
        head,
        *_rows(project, "name", "target", "remark"),
    ]


def classification_2023(project: Project) -> Table:
    return [
        ["项目名称", project.name, "项目类别", "其他运转类"],
        ["年度资金总额（万元）", _total(project), "实施单位", "甲乙镇"],
        ["年度绩效目标", "".join(project.goals)],
        ["一级指标", "二级指标", "三级指标", "指标值", "分值", "指标解释"],
        *_rows(project, "name", "target", "weight", "description"),
    ]


def self_evaluation(project: Project) -> Table:
    return [
        ["项目名称", project.name, "实施单位", "甲乙镇"],
        ["年度资金总额（万元）", _total(project), "项目类别", "其他运转类"],
        ["年度总体目标", "".join(project.goals)],
        [
            "一级指标",
            "二级指标",
            "三级指标",
            "年度指标值",
            "实际完成值",
            "分值",
            "得分",
            "偏差原因分析及改进措施",
        ],
        *_rows(project, "name", "target", "actual", "weight", "score", "deviation"),
    ]


FAMILIES: Mapping[str, Callable[[Project], Table]] = {
    "chongqing": chongqing,
    "hunan": hunan,
    "classification_2023": classification_2023,
    "self_evaluation": self_evaluation,
}
FIELDS: Mapping[str, tuple[str, ...]] = {
    "chongqing": ("operator", "target", "unit", "weight"),
    "hunan": ("target", "remark"),
    "classification_2023": ("target", "weight", "description"),
    "self_evaluation": ("target", "actual", "weight", "score", "deviation"),
    "sichuan": ("operator", "target", "unit", "weight", "direction"),
}
SICHUAN_HEAD = [
    *("单位名称", "项目名称", "预算数", "年度目标", "一级指标", "二级指标", "三级指标"),
    *("指标性质", "指标值", "度量单位", "权重", "指标方向性"),
]


def sichuan(projects: Sequence[Project]) -> Table:
    """One table for all projects; below the first row of a project its own cells are blank."""
    rows: Table = [SICHUAN_HEAD]
    for project in projects:
        lead = ["904001-甲乙镇人民政府", project.name, _total(project), "".join(project.goals)]
        for row in _repeated(project, "name", "operator", "target", "unit", "weight", "direction"):
            rows.append([*lead, *row])
            lead = [""] * len(lead)
    return rows


def _total(project: Project) -> str:
    return (project.budget.total or "") if project.budget else ""


def _rows(project: Project, *fields: str) -> Iterator[list[str]]:
    """Categories printed once for the rows they are merged over."""
    rows = list(_repeated(project, *fields))
    yield from rows[:1]
    for above, row in pairwise(rows):
        same_first = row[0] == above[0]
        same_second = same_first and row[1] == above[1]
        yield ["" if same_first else row[0], "" if same_second else row[1], *row[2:]]


def _repeated(project: Project, *fields: str) -> Iterator[list[str]]:
    for row in project.indicators:
        yield [row.level1, row.level2, *(_cell(row, field) for field in fields)]


def _cell(row: Indicator, field: str) -> str:
    return getattr(row, field) or ""


# Forms of publication: rows → text


def tabs(table: Table) -> str:
    return "".join("\t".join(row) + "\n" for row in table)


def pipes(table: Table) -> str:
    return "".join("| " + " | ".join(row) + " |\n" for row in table)


def pipes_shifted(table: Table) -> str:
    """The cells merged over several rows are left out, and the row is filled up with blanks at its end."""
    width = max(map(len, table))
    return "".join("| " + " | ".join(_shifted(row, width)) + " |\n" for row in table)


def _shifted(row: Sequence[str], width: int) -> list[str]:
    first = next((place for place, cell in enumerate(row) if cell), 0)
    kept = list(row[first:])
    return kept + [""] * (width - len(kept)) if len(row) > 4 else list(row)


def wide_blanks(table: Table) -> str:
    return "".join("   ".join(_printed(row)) + "\n" for row in table)


def full_width_blanks(table: Table) -> str:
    return "".join("\u3000".join(_printed(row)) + "\n" for row in table)


def single_blanks(table: Table) -> str:
    return "".join(" ".join(_printed(row)) + "\n" for row in table)


def paragraphs(table: Table) -> str:
    """One cell a line, with blank lines between."""
    return "".join(f"{cell}\n\n" for row in table for cell in _printed(row))


def pipe_ends(table: Table) -> str:
    """One cell a line, each with a pipe behind it; blank cells too."""
    return "".join(f"{cell} |\n" for row in table for cell in row)


def one_line(table: Table) -> str:
    return " ".join(cell for row in table for cell in _printed(row)) + "\n"


def glued(table: Table) -> str:
    """Nothing between the cells."""
    return "".join("".join(row) + "\n" for row in table)


def _printed(row: Sequence[str]) -> list[str]:
    return ["".join(cell.split()) for cell in row if cell]


FORMS: Mapping[str, Callable[[Table], str]] = {
    "tabs": tabs,
    "pipes": pipes,
    "pipes_shifted": pipes_shifted,
    "wide_blanks": wide_blanks,
    "full_width_blanks": full_width_blanks,
    "single_blanks": single_blanks,
    "paragraphs": paragraphs,
    "pipe_ends": pipe_ends,
    "one_line": one_line,
}


def prose(project: Project) -> str:
    """A paragraph for each level 1, rows parted by `；`."""
    lines = [
        f"关于{project.name}绩效目标的公示",
        f"项目资金总额{_total(project)}万元。",
        f"总体绩效目标是：{''.join(project.goals)}。",
    ]
    first = second = ""
    text = ""
    for row in project.indicators:
        if row.level1 != first:
            lines += [text] if text else []
            first, second, text = row.level1, "", f"{row.level1}："
        if row.level2 != second:
            second = row.level2
            text += f"{row.level2}："
        text += f"{row.name}{row.target}；"
    return "\n".join([*lines, text]) + "\n"
