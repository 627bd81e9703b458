"""The invented disclosures of `documents/*.yaml` as they would be printed: paragraphs and tables. For the tests only."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from publishing import Content, Rows

from generator.importing import ImportResult

DOCUMENTS = sorted((Path(__file__).parents[1] / "documents").glob("*.yaml"))
_COLUMNS = {
    "level1": "一级指标",
    "level2": "二级指标",
    "name": "三级指标",
    "description": "绩效指标描述",
    "operator": "指标性质",
    "target": "指标值",
    "unit": "度量单位",
    "weight": "权重",
    "basis": "指标值确定依据",
}
_CHINESE = "零一二三四五六七八九十"


def load(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def draft_of(result: ImportResult) -> dict[str, Any]:
    assert result.disclosure_yaml is not None, [problem.message("en") for problem in result.problems]
    return yaml.load(result.disclosure_yaml, Loader=yaml.BaseLoader)


def without_lines(entry: Any) -> Any:
    """What must come back: everything but lines, the source, and figures of running text, which the text tests cover."""
    if isinstance(entry, list):
        return [without_lines(each) for each in entry]
    if isinstance(entry, dict):
        left_out = ("line", "lines", "page", "cell", "source", "budget_lines", "cut_off")
        return {name: without_lines(value) for name, value in entry.items() if name not in left_out}
    return entry


def printed(disclosure: dict[str, Any]) -> list[Content]:
    return list(_contents(disclosure))


def _contents(disclosure: dict[str, Any]) -> Iterator[Content]:
    yield disclosure["source"]["title"]
    yield f"{disclosure['year']}年绩效目标按规定公开如下："
    yield from _sub_targets(disclosure.get("sub_targets", []))
    if "institutions" in disclosure:
        yield "机构设置："
        yield _table(
            disclosure["institutions"],
            {"name": "单位名称", "nature": "单位性质", "rank": "单位规格", "funding": "经费保障形式"},
        )
    publisher = disclosure.get("publisher")
    for project in disclosure["projects"]:
        yield f"{project['no']}、{project['name']}绩效目标表"
        if publisher:
            yield f"{publisher['code']}{publisher['name']}"
        yield f"单位：{disclosure['money_unit']}"
        yield list(_project_rows(project))
    yield from _department(disclosure)


def _sub_targets(entries: list[dict[str, Any]]) -> Iterator[Content]:
    if entries:
        yield "二、分项绩效目标"
    parent, heading = None, 0
    for entry in entries:
        above = entry.get("part_of")
        if above is None or above != parent:
            heading += 1
            yield f"（{_CHINESE[heading]}）{above or entry['name']}"
        if above:
            yield f"{entry['no']}、{entry['name']}"
        parent = above
        yield f"绩效目标：{entry['goal']}"
        yield f"绩效指标：{'；'.join(entry['indicators'])}"
    if entries:
        yield "三、工作保障措施"


def _project_rows(project: dict[str, Any]) -> Iterator[list[str]]:
    if "code" in project:
        yield ["项目编码", project["code"], "项目名称", project["name"]]
    if "budget" in project:
        budget = project["budget"]
        yield [
            "预算规模及资金用途",
            "预算数",
            budget["total"],
            "其中：财政资金",
            budget["fiscal"],
            "其他资金",
            budget["other"],
        ]
        yield ["", project["purpose"]]
    if "plan" in project:
        yield ["资金支出计划", "3月底", "6月底", "10月底", "12月底"]
        yield ["", *project["plan"].values()]
    yield ["绩效目标", "\n".join(f"{number}.{goal}" for number, goal in enumerate(project["goals"], start=1))]
    yield from _indicator_rows(project["indicators"])


def _indicator_rows(indicators: list[dict[str, Any]]) -> Iterator[list[str]]:
    columns = [name for name in _COLUMNS if name in indicators[0]]
    yield [_COLUMNS[name] for name in columns]
    above = ""
    for row in indicators:
        cells = [row[name] for name in columns]
        yield ["" if row["level1"] == above else cells[0], *cells[1:]]
        above = row["level1"]


def _department(disclosure: dict[str, Any]) -> Iterator[Content]:
    if "procurement" in disclosure:
        names = {
            "project": "项目名称",
            "project_budget": "项目预算",
            "item": "采购物品",
            "catalogue_code": "品目编码",
            "unit": "计量单位",
            "quantity": "数量",
            "price": "单价",
            "amount": "采购金额",
            "fiscal": "财政资金",
        }
        rows = _table(disclosure["procurement"], names)
        for total in disclosure["procurement_totals"]:
            rows.append([total["item"], *[""] * 6, total["amount"], total["fiscal"]])
        yield "四、政府采购"
        yield rows
    if "assets" in disclosure:
        yield f"截止时间：{disclosure['assets_date']}"
        assets = [
            {**entry, "item": f"其中：{entry['item']}" if "part_of" in entry else entry["item"]}
            for entry in disclosure["assets"]
        ]
        yield _table(assets, {"item": "项目", "quantity": "数量", "amount": "价值（金额单位：万元）"})
    if "glossary" in disclosure:
        yield "五、名词解释"
        for number, entry in enumerate(disclosure["glossary"], start=1):
            yield f"{number}、{entry['term']}：{entry['definition']}"


def _table(entries: list[dict[str, Any]], names: dict[str, str]) -> Rows:
    return [list(names.values()), *([entry.get(name, "") for name in names] for entry in entries)]
