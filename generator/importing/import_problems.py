"""What a person must look at after an import, as values with their wording in Chinese and English."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.importing.family_problems import FAMILY_KINDS
from generator.importing.reading_problems import READING_KINDS
from generator.problems import Language, ProblemKind, Severity

_E, _W = Severity.ERROR, Severity.WARNING

KINDS: Mapping[str, ProblemKind] = {
    **READING_KINDS,
    **FAMILY_KINDS,
    "import-no-target-table": ProblemKind(
        _E,
        "未找到项目绩效目标表；文中有 {paragraphs} 段文字、{rows} 行表格，标题有：{headings}。",
        "No project target table was found; there are {paragraphs} paragraphs and {rows} table rows, with these headings: {headings}.",
        "请核对是不是项目绩效目标公开文件；项目表要有印出“一级指标”和“指标值”的表头。",
        "Check that it is a disclosure of project targets; a table needs a head with 一级指标 and 指标值.",
    ),
    "import-table-cut-off": ProblemKind(
        _W,
        "第 {no} 个项目“{name}”的表在中间结束，最后一行在第 {last} 行。",
        "The table of project {no} “{name}” ends in the middle; its last row is at line {last}.",
        "请对照公开的原文件；确实中断的，草稿里已写 cut_off。",
        "Compare the published original; the draft says cut_off.",
    ),
    "import-money-unit": ProblemKind(
        _W,
        "文中没有印金额单位，草稿写作 {unit}（推定：{reason}）。",
        "No money unit is printed; the draft says {unit} (inferred: {reason}).",
        "请确认；不能确认时不要改成 printed。",
        "Confirm it; do not change it to printed otherwise.",
    ),
    "import-year": ProblemKind(
        _W,
        "文中没有印 {year} 年；草稿的依据写作 {basis}（{note}）。",
        "The year {year} is not printed; the draft gives {basis} as its basis ({note}).",
        "请核对年度。",
        "Check the year.",
    ),
    "import-publisher": ProblemKind(
        _W,
        "文中没有印发布单位的代码和名称，草稿里没有写。",
        "Neither code nor name of the publishing unit is printed; the draft leaves it out.",
        "不要推测；township.yaml 的 name_status 写 not_printed。",
        "Do not guess; say name_status: not_printed in township.yaml.",
    ),
    "import-plan-unit": ProblemKind(
        _W,
        "第 {no} 个项目的支出计划看不出是百分比还是万元：最后一格是 {read}，预算数是 {expected}。",
        "Per cent or 万元? The spending plan of project {no} ends with {read}, its budget is {expected}.",
        "请填写 plan_unit。",
        "Fill in plan_unit.",
    ),
    "import-plan-heading": ProblemKind(
        _W,
        "有 {count} 个项目的支出计划表头印作（%），数值却是累计{unit}；草稿写作 plan_unit: {written}。",
        "{count} spending plans are headed （%） but hold cumulative {unit}; the draft says plan_unit: {written}.",
        "请核对最后一格是否等于预算数。",
        "Check that the last value equals the budget.",
    ),
    "import-number-repeated": ProblemKind(
        _W,
        "项目序号 {no} 印了两次；第 {line} 行的项目暂编为 {new}。",
        "The project number {no} is printed twice; the project at line {line} was numbered {new}.",
        "请对照原文件确定序号，序号是项目网址的一部分。",
        "Settle the number from the original: it is part of the address of the project.",
    ),
    "import-no-number": ProblemKind(
        _W,
        "第 {line} 行的项目表没有印序号，按次序编为 {no}。",
        "The table at line {line} prints no number; {no} is its place in the document.",
        "请核对序号，序号是项目网址的一部分。",
        "Check the number: it is part of the address of the project.",
    ),
    "import-no-name": ProblemKind(
        _E,
        "第 {no} 个项目没有印名称。",
        "Project {no} has no printed name.",
        "请对照原文件补上 name。",
        "Fill in name from the original.",
    ),
    "import-title-differs": ProblemKind(
        _W,
        "表的标题印作“{read}”，表内的项目名称印作“{name}”；草稿取后者。",
        "The title of the table says “{read}”, its name cell “{name}”; the draft has the latter.",
        "请核对；标题的写法可在 overview.md 里说明。",
        "Check it; overview.md can tell how the title reads.",
    ),
    "import-column-unknown": ProblemKind(
        _W,
        "指标表有未知的列“{read}”，其内容没有写入草稿。",
        "The indicator table has an unknown column “{read}”; its cells are not in the draft.",
        "请看该列是否应写入，并告诉我们。",
        "See whether it belongs into the draft, and tell us.",
    ),
    "import-cell-unknown": ProblemKind(
        _W,
        "项目表里有一格看不出是什么：“{read}”。",
        "A cell of a project table was not understood: “{read}”.",
        "请人工写入相应的字段。",
        "Put it into its field by hand.",
    ),
    "import-row-short": ProblemKind(
        _W,
        "指标行有 {read} 格，表头有 {expected} 格。",
        "The row has {read} cells, the head {expected}.",
        "请对照原文件核对各格的位置。",
        "Compare the places of its cells with the original.",
    ),
    "import-table-unknown": ProblemKind(
        _W,
        "第 {line} 至 {last} 行的表格看不出是什么，没有写入草稿。",
        "The table at lines {line} to {last} was not understood and is not in the draft.",
        "请看其中是否有应写入的数据。",
        "See whether it holds data that belong into the draft.",
    ),
    "import-private": ProblemKind(
        _W,
        "{field}没有写入草稿。",
        "{field} was left out of the draft.",
        "个人信息不再公开；请不要补写。",
        "Personal data are not published again; do not add it.",
    ),
    "import-repetition-differs": ProblemKind(
        _W,
        "第 {line} 行的分项绩效目标“{name}”与已写入的第 {first} 行重复，但文字不同。",
        "The sub-target “{name}” at line {line} repeats the one carried from line {first} in other words.",
        "草稿取“分项绩效目标”标题下的一份；请看另一份是否更完整。",
        "The draft holds the one under the heading 分项绩效目标; see whether the other is fuller.",
    ),
}


@dataclass(frozen=True, slots=True)
class ImportProblem:
    code: str
    """A key of `KINDS`."""
    line: int
    """1-based line of the document; 0 where the whole of it is meant."""
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return KINDS[self.code].severity

    def message(self, language: Language) -> str:
        kind = KINDS[self.code]
        return (kind.zh if language == "zh" else kind.en).format_map(self.values)

    def hint(self, language: Language) -> str:
        kind = KINDS[self.code]
        return kind.hint_zh if language == "zh" else kind.hint_en

    def as_json(self) -> dict[str, object]:
        return {
            "code": self.code,
            "severity": str(self.severity),
            "line": self.line or None,
            "message": {"zh": self.message("zh"), "en": self.message("en")},
            "hint": {"zh": self.hint("zh"), "en": self.hint("en")},
            "values": dict(self.values),
        }
