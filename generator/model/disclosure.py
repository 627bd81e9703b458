"""One disclosure: what one township published for one year (contract §3; domain.md §1, §2)."""

from dataclasses import dataclass
from typing import Any

from generator.model.fields import Kind, RecordClass, declare, fields_of

YEAR = r"(?:19|20)[0-9]{2}"
_FORMATS = ("text", "docx", "doc", "wps", "rtf", "odt", "pdf", "html", "xlsx", "xls", "ods")
MONEY_UNITS = {"万元": ("万元", "10,000 yuan"), "元": ("元", "yuan")}

_DATE: dict[str, Any] = {
    "pattern": r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "expected": ("形如 2024-02-01 的日期", "a date like 2024-02-01"),
}
_LINE = (
    "来源文件中的行号，从 1 起，只按换行符分行",
    "line in the source file, counted from 1, split at line feeds only",
)


def _page() -> str | None:
    page: str | None = declare(
        Kind.NUMBER, "来源页", "source page", ("有页码的格式才有", "in formats that have pages")
    )
    return page


def _cell() -> str | None:
    cell: str | None = declare(
        Kind.TEXT,
        "来源单元格",
        "source cell",
        (
            "T2R8C3 是第2张表第8行第3列，Sheet1!R8C3 是工作表里的位置；文本没有",
            "T2R8C3 is table 2, row 8, column 3, Sheet1!R8C3 a place in a sheet; none in text",
        ),
    )
    return cell


def _line() -> str:
    line: str = declare(Kind.NUMBER, "来源行", "source line", _LINE, required=True)
    return line


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    code: str | None = declare(
        Kind.CELL,
        "预算单位代码",
        "unit budget code",
        ("县级编制，只在本县内唯一", "issued by the county and unique only there"),
    )
    name: str | None = declare(
        Kind.CELL,
        "预算单位名称",
        "budget unit",
        ("照原样，包括形近字", "as printed, look-alike characters kept"),
    )
    line: str | None = declare(
        Kind.NUMBER, "来源行", "source line", ("首次印出的行", "where it is printed first")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    file: str = declare(
        Kind.TEXT,
        "来源文件",
        "source file",
        ("提取出的文本的文件名", "name of the extracted text"),
        required=True,
    )
    sha256: str = declare(
        Kind.PATTERN,
        "来源校验和",
        "source checksum",
        ("来源文件字节的 SHA-256", "SHA-256 of the bytes of the source"),
        required=True,
        pattern=r"[0-9a-f]{64}",
        expected=("64 位十六进制小写", "64 lower-case hexadecimal digits"),
    )
    title: str | None = declare(
        Kind.CELL, "来源标题", "source title", ("文件自己印的标题", "the title the document prints")
    )
    title_line: str | None = declare(Kind.NUMBER, "标题所在行", "line of the title")
    format: str = declare(
        Kind.CHOICE,
        "来源格式",
        "source format",
        required=True,
        choices={name: (name, name) for name in _FORMATS},
    )
    lines: str = declare(Kind.NUMBER, "来源行数", "lines in the source", required=True)
    retrieved: str | None = declare(Kind.PATTERN, "获取日期", "retrieved on", **_DATE)
    url: str | None = declare(
        Kind.PATTERN,
        "来源网址",
        "source address",
        pattern=r"https?://\S+",
        expected=("以 http:// 或 https:// 开头的网址", "an address with http:// or https://"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was changed of a disclosure after this site had published it."""

    date: str = declare(Kind.PATTERN, "日期", "date", required=True, **_DATE)
    text: str = declare(Kind.TEXT, "改动", "change", ("改了什么", "what was changed"), required=True)
    text_en: str | None = declare(Kind.TEXT, "改动（英文）", "change in English")


@dataclass(frozen=True, slots=True, kw_only=True)
class SubTarget:
    no: str = declare(
        Kind.CELL,
        "序号",
        "number",
        (
            "印刷的序号，写作阿拉伯数字；没有印则为空",
            "the printed number in Arabic digits; empty where none is printed",
        ),
        required=True,
    )
    part_of: str | None = declare(
        Kind.CELL, "上级标题", "part of", ("自身又分条的标题", "the heading it is a part of")
    )
    name: str = declare(Kind.CELL, "分项名称", "sub-target", required=True)
    duty: str | None = declare(Kind.CELL, "职责描述", "duty")
    goal: str | None = declare(Kind.CELL, "绩效目标", "goal")
    indicators: tuple[str, ...] = declare(Kind.CELLS, "绩效指标", "indicators")
    line: str = _line()


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    total: str | None = declare(Kind.AMOUNT, "预算数", "budget", ("单位见 money_unit", "in money_unit"))
    fiscal: str | None = declare(
        Kind.AMOUNT, "财政资金", "fiscal funds", ("预算数中的财政资金", "of which from the budget")
    )
    other: str | None = declare(
        Kind.AMOUNT, "其他资金", "other funds", ("预算数中的其他资金", "of which other funds")
    )
    unit: str | None = declare(
        Kind.CHOICE,
        "金额单位",
        "money unit",
        ("只在与 money_unit 不同时写", "only where it is not money_unit"),
        choices=MONEY_UNITS,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Execution:
    """What a self-evaluation prints about the money of the year."""

    adjusted: str | None = declare(
        Kind.AMOUNT,
        "全年预算数",
        "adjusted budget",
        ("调整后的预算数", "the budget after changes in the year"),
    )
    executed: str | None = declare(Kind.AMOUNT, "全年执行数", "executed")
    rate: str | None = declare(
        Kind.SHARE, "执行率", "execution rate", ("照原样，不计算", "as printed, never computed")
    )
    weight: str | None = declare(Kind.CELL, "分值", "points")
    score: str | None = declare(Kind.CELL, "得分", "score")


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A labelled cell of a form that has no field of its own: the department in charge, the period, the kind."""

    label: str = declare(Kind.CELL, "栏目", "label", ("照原样", "as printed"), required=True)
    value: str = declare(Kind.CELL, "内容", "value", required=True)
    line: str = _line()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    mar: str | None = declare(
        Kind.SHARE, "3月底", "end of March", ("到3月底的累计数", "cumulative to the end of March")
    )
    jun: str | None = declare(
        Kind.SHARE, "6月底", "end of June", ("到6月底的累计数", "cumulative to the end of June")
    )
    oct: str | None = declare(
        Kind.SHARE, "10月底", "end of October", ("到10月底的累计数", "cumulative to the end of October")
    )
    dec: str | None = declare(
        Kind.SHARE, "12月底", "end of December", ("到12月底的累计数", "cumulative to the end of December")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One row of a target table. A row with only its category printed has `""` in the cells after `level2`."""

    level1: str = declare(
        Kind.CELL,
        "一级指标",
        "level 1",
        ("合并单元格的值下延到每一行", "a merged cell counts for each of its rows"),
        required=True,
    )
    level2: str = declare(Kind.CELL, "二级指标", "level 2", required=True)
    name: str = declare(
        Kind.CELL, "三级指标", "level 3", ("指标名称", "the name of the indicator"), required=True
    )
    description: str | None = declare(Kind.CELL, "绩效指标描述", "description")
    target: str = declare(Kind.CELL, "指标值", "target value", ("照原样", "as printed"), required=True)
    basis: str | None = declare(Kind.CELL, "指标值确定依据", "basis of the value")
    weight: str | None = declare(Kind.CELL, "权重", "weight")
    direction: str | None = declare(Kind.CELL, "指标方向性", "direction")
    unit: str | None = declare(
        Kind.CELL, "度量单位", "unit of measure", ("单独成列时", "where it has a column")
    )
    operator: str | None = declare(
        Kind.CELL, "指标性质", "comparator", ("单独成列时", "where it has a column")
    )
    actual: str | None = declare(
        Kind.CELL,
        "实际完成值",
        "actual value",
        ("自评表所印的结果；目标在 target", "the result a self-evaluation prints; the target is in `target`"),
    )
    score: str | None = declare(Kind.CELL, "得分", "score", ("自评表所印", "as a self-evaluation prints it"))
    deviation: str | None = declare(
        Kind.CELL, "偏差原因分析及改进措施", "reason for the deviation and remedy"
    )
    remark: str | None = declare(Kind.CELL, "备注", "remark")
    period: str | None = declare(
        Kind.CELL,
        "指标时段",
        "period of the indicator",
        (
            "一张表分印长期指标和年度指标时，所在一组的标题",
            "the heading of its group where a form prints long-term and annual indicators",
        ),
    )
    page: str | None = _page()
    cell: str | None = _cell()
    line: str = _line()

    @property
    def is_blank(self) -> bool:
        """Only the category is printed."""
        return not (self.name or self.target)


def _line_of(zh: str, en: str, kind: Kind = Kind.NUMBER) -> Any:
    return declare(kind, f"{zh}所在行", f"line of the {en}")


def _line_in(record: RecordClass, name: str) -> str | None:
    declared = fields_of(record)[name]
    line: str | None = _line_of(declared.zh, declared.en)
    return line


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueLines:
    """Where the values of a project or of a unit's table stand; what is left out stands at its own `line`."""

    code: str | None = _line_of("项目编码", "project code")
    name: str | None = _line_of("名称", "name")
    total: str | None = _line_in(Budget, "total")
    fiscal: str | None = _line_in(Budget, "fiscal")
    other: str | None = _line_in(Budget, "other")
    purpose: str | None = _line_of("资金用途", "stated use")
    mar: str | None = _line_in(Plan, "mar")
    jun: str | None = _line_in(Plan, "jun")
    oct: str | None = _line_in(Plan, "oct")
    dec: str | None = _line_in(Plan, "dec")
    goals: tuple[str, ...] = _line_of("绩效目标", "goals", Kind.NUMBERS)
    """One for each goal."""
    results: tuple[str, ...] = _line_of("目标完成情况", "results of the goals", Kind.NUMBERS)
    """One for each result."""
    adjusted: str | None = _line_in(Execution, "adjusted")
    executed: str | None = _line_in(Execution, "executed")
    rate: str | None = _line_in(Execution, "rate")
    weight: str | None = _line_in(Execution, "weight")
    score: str | None = _line_in(Execution, "score")


_LINES: dict[str, Any] = {
    "record": ValueLines,
    "about": (
        "各个值所在的行；省略的值在来源行，绩效目标和完成情况每条一行",
        "where each value stands; one that is left out stands at the source line. Goals and results have one each",
    ),
}


class Lined:
    """A record whose values may stand at lines of their own."""

    __slots__ = ()
    line: str
    lines: ValueLines | None

    def line_of(self, name: str, index: int = 0) -> str:
        """The line of a value, named as in `ValueLines`; `index` is the place of a goal or result."""
        found = getattr(self.lines, name, None)
        if isinstance(found, tuple):
            return str(found[index]) if index < len(found) else self.line
        return found or self.line


PLAN_UNITS = {
    "percent": ("占预算的百分比", "per cent of the budget"),
    "wan": ("万元，累计", "万元, cumulative"),
    "yuan": ("元，累计", "yuan, cumulative"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Lined):
    no: str = declare(
        Kind.NUMBER, "序号", "number", ("印刷的项目序号", "the printed number of the project"), required=True
    )
    code: str | None = declare(
        Kind.CELL, "项目编码", "project code", ("照原样；空白印作横线的也照录", "as printed, dashes included")
    )
    name: str = declare(Kind.CELL, "项目名称", "project title", required=True)
    budget: Budget | None = declare(Kind.RECORD, "预算规模", "budget", record=Budget)
    purpose: str | None = declare(Kind.CELL, "资金用途", "stated use")
    plan: Plan | None = declare(
        Kind.RECORD,
        "资金支出计划",
        "spending plan",
        ("四个时点的累计数", "cumulative at four dates"),
        record=Plan,
    )
    plan_unit: str | None = declare(
        Kind.CHOICE,
        "支出计划单位",
        "unit of the plan",
        (
            "由最后一格与预算数比较得出，不看表头",
            "told by comparing the last value with the budget, not by the heading",
        ),
        choices=PLAN_UNITS,
    )
    goals: tuple[str, ...] = declare(
        Kind.CELLS, "绩效目标", "goals", ("不含印刷的编号", "without the printed numbering")
    )
    results: tuple[str, ...] = declare(
        Kind.CELLS,
        "目标完成情况",
        "results of the goals",
        ("自评表所印；目标在 goals", "as a self-evaluation prints them; the goals are in `goals`"),
    )
    execution: Execution | None = declare(
        Kind.RECORD,
        "预算执行",
        "execution of the budget",
        ("自评表所印", "as a self-evaluation prints it"),
        record=Execution,
    )
    details: tuple[Detail, ...] = declare(
        Kind.RECORDS,
        "其他栏目",
        "other cells of the form",
        ("没有专门字段的栏目，照原样", "labelled cells without a field of their own, as printed"),
        record=Detail,
    )
    page: str | None = _page()
    cell: str | None = _cell()
    line: str = _line()
    lines: ValueLines | None = declare(Kind.RECORD, "各值的来源行", "lines of the values", **_LINES)
    cut_off: str | None = declare(
        Kind.CHOICE,
        "表格中断",
        "cut off",
        ("来源文本在此表中间结束", "the source text ends inside this table"),
        choices={"yes": ("是", "yes")},
    )
    indicators: tuple[Indicator, ...] = declare(Kind.RECORDS, "绩效指标", "indicators", record=Indicator)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTargets(Lined):
    """The target table of a whole unit (部门整体绩效目标表). It is no project, and its sum no project's budget."""

    name: str = declare(
        Kind.CELL, "单位名称", "unit", ("没有印则为空", "empty where none is printed"), required=True
    )
    budget: Budget | None = declare(Kind.RECORD, "预算规模", "budget", record=Budget)
    goals: tuple[str, ...] = declare(Kind.CELLS, "整体绩效目标", "goals of the unit")
    results: tuple[str, ...] = declare(Kind.CELLS, "目标完成情况", "results of the goals")
    execution: Execution | None = declare(
        Kind.RECORD, "预算执行", "execution of the budget", record=Execution
    )
    details: tuple[Detail, ...] = declare(Kind.RECORDS, "其他栏目", "other cells of the form", record=Detail)
    line: str = _line()
    lines: ValueLines | None = declare(Kind.RECORD, "各值的来源行", "lines of the values", **_LINES)
    indicators: tuple[Indicator, ...] = declare(Kind.RECORDS, "绩效指标", "indicators", record=Indicator)


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    item: str = declare(
        Kind.CELL, "项目", "item", ("部门收支的一项", "one item of the department's totals"), required=True
    )
    amount: str = declare(Kind.AMOUNT, "金额", "amount", required=True)
    unit: str = declare(Kind.CELL, "单位", "unit", ("照原样", "as printed"), required=True)
    change: str | None = declare(
        Kind.CHOICE,
        "增减",
        "change",
        ("金额是比上年的增加或减少时", "where the amount is a change against last year"),
        choices={"increase": ("增加", "increase"), "decrease": ("减少", "decrease")},
    )
    part_of: str | None = declare(
        Kind.CELL,
        "所属合计",
        "part of",
        ("文中说“其中”“包括”的上一项", "the item it is said to be a part of"),
    )
    section: str | None = declare(Kind.CELL, "所在章节", "section", ("印刷的标题", "the printed heading"))
    line: str = _line()


def _funding() -> str | None:
    funding: str | None = declare(
        Kind.AMOUNT,
        "资金来源金额",
        "funding",
        ("金额后面一格；本文件未印该列表头", "the cell after the amount; its head is not printed"),
    )
    return funding


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcurementRow:
    project: str = declare(Kind.CELL, "采购项目", "project", required=True)
    project_budget: str | None = declare(Kind.AMOUNT, "项目预算", "project budget")
    item: str = declare(Kind.CELL, "采购物品", "item", required=True)
    catalogue_code: str | None = declare(
        Kind.CELL, "品目代码", "catalogue code", ("当年的政府采购品目", "of the catalogue valid that year")
    )
    unit: str | None = declare(Kind.CELL, "计量单位", "unit")
    quantity: str | None = declare(Kind.AMOUNT, "数量", "quantity")
    price: str | None = declare(Kind.AMOUNT, "单价", "price")
    amount: str | None = declare(Kind.AMOUNT, "金额", "amount")
    fiscal: str | None = _funding()
    line: str = _line()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcurementTotal:
    item: str = declare(Kind.CELL, "合计项", "total of", required=True)
    amount: str = declare(Kind.AMOUNT, "金额", "amount", required=True)
    fiscal: str | None = _funding()
    line: str = _line()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    item: str = declare(Kind.CELL, "资产项目", "asset", required=True)
    quantity: str | None = declare(
        Kind.CELL, "数量", "quantity", ("照原样，可能是横线", "as printed, perhaps a dash")
    )
    amount: str | None = declare(Kind.AMOUNT, "价值", "value")
    unit: str | None = declare(Kind.CELL, "金额单位", "unit of the value")
    part_of: str | None = declare(Kind.CELL, "所属项目", "part of")
    line: str = _line()


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    name: str = declare(Kind.CELL, "单位名称", "institution", required=True)
    nature: str | None = declare(Kind.CELL, "单位性质", "nature")
    rank: str | None = declare(Kind.CELL, "单位规格", "rank")
    funding: str | None = declare(Kind.CELL, "经费保障形式", "funding")
    line: str = _line()


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry:
    term: str = declare(Kind.CELL, "名词", "term", required=True)
    definition: str = declare(Kind.CELL, "解释", "definition", required=True)
    line: str = _line()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """How many entries the source holds, counted by a person: finding fewer or more is an error."""

    projects: str = declare(Kind.NUMBER, "项目数", "projects", required=True)
    indicators: str = declare(Kind.NUMBER, "指标行数", "indicator rows", required=True)
    sub_targets: str | None = declare(Kind.NUMBER, "分项绩效目标数", "sub-targets")
    budget_lines: str | None = declare(Kind.NUMBER, "收支项数", "budget lines")
    procurement: str | None = declare(Kind.NUMBER, "采购行数", "procurement rows")
    assets: str | None = declare(Kind.NUMBER, "资产行数", "assets")
    institutions: str | None = declare(Kind.NUMBER, "机构数", "institutions")
    glossary: str | None = declare(Kind.NUMBER, "名词数", "glossary entries")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    schema: str = declare(
        Kind.CHOICE, "格式版本", "schema", required=True, choices={"1": ("第1版", "version 1")}
    )
    year: str = declare(
        Kind.PATTERN,
        "年度",
        "year",
        ("预算年度", "the budget year"),
        required=True,
        pattern=YEAR,
        expected=("四位年份", "a year of four digits"),
    )
    year_basis: str = declare(
        Kind.CHOICE,
        "年度依据",
        "basis of the year",
        required=True,
        choices={
            "printed": ("文件印有年度", "printed in the document"),
            "codes": ("由项目编码推得", "inferred from the project codes"),
            "editor": ("编辑判断", "an editor's judgement"),
        },
    )
    year_note: str | None = declare(Kind.TEXT, "年度说明", "note on the year")
    year_note_en: str | None = declare(Kind.TEXT, "年度说明（英文）", "note on the year in English")
    publisher: Publisher | None = declare(
        Kind.RECORD,
        "发布单位",
        "publisher",
        ("文件没有自称时不写", "left out where the document does not name itself"),
        record=Publisher,
    )
    source: Source = declare(Kind.RECORD, "来源", "source", required=True, record=Source)
    added: str | None = declare(
        Kind.PATTERN,
        "收录日期",
        "added on",
        (
            "本站首次发布这份文件的日期，供订阅源和网站地图使用",
            "the day this site first published the document; feed and sitemap go by it",
        ),
        **_DATE,
    )
    changes: tuple[Change, ...] = declare(
        Kind.RECORDS,
        "改动",
        "changes",
        ("收录以后的改动，先后为序", "after it was added, the earliest first"),
        record=Change,
    )
    money_unit: str = declare(
        Kind.CHOICE,
        "金额单位",
        "money unit",
        ("照原样；没有印出的写推定值并注明 inferred", "as printed, or inferred"),
        required=True,
        choices=MONEY_UNITS,
    )
    money_unit_basis: str | None = declare(
        Kind.CHOICE,
        "金额单位依据",
        "basis of the money unit",
        ("省略即为印刷", "printed where left out"),
        choices={"printed": ("文件印出", "printed"), "inferred": ("推定，文件未印", "inferred, not printed")},
    )
    sub_targets: tuple[SubTarget, ...] = declare(
        Kind.RECORDS, "分项绩效目标", "sub-targets", record=SubTarget
    )
    unit_targets: tuple[UnitTargets, ...] = declare(
        Kind.RECORDS,
        "整体绩效目标表",
        "targets of the whole unit",
        ("印有指标表的部门整体绩效目标", "where the whole unit has a table of indicators"),
        record=UnitTargets,
    )
    projects: tuple[Project, ...] = declare(Kind.RECORDS, "预算项目", "budget projects", record=Project)
    budget_lines: tuple[BudgetLine, ...] = declare(
        Kind.RECORDS, "部门收支", "department totals", record=BudgetLine
    )
    procurement: tuple[ProcurementRow, ...] = declare(
        Kind.RECORDS, "政府采购", "procurement", record=ProcurementRow
    )
    procurement_totals: tuple[ProcurementTotal, ...] = declare(
        Kind.RECORDS, "采购合计", "procurement totals", record=ProcurementTotal
    )
    assets: tuple[Asset, ...] = declare(Kind.RECORDS, "国有资产", "assets", record=Asset)
    assets_date: str | None = declare(
        Kind.CELL, "资产截止时间", "date of the assets", ("照原样", "as printed")
    )
    institutions: tuple[Institution, ...] = declare(
        Kind.RECORDS, "机构设置", "institutions", record=Institution
    )
    glossary: tuple[GlossaryEntry, ...] = declare(Kind.RECORDS, "名词解释", "glossary", record=GlossaryEntry)
    expected: Expected = declare(Kind.RECORD, "应有条数", "expected counts", required=True, record=Expected)
