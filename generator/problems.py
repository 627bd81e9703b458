"""Faults in our content files, as values; and the one exception meant for users. A leaf.

A problem never raises: it is collected, sorted and shown with all others. Its wording lives in `CATALOGUE`,
in Chinese and English; its code never changes meaning and is explained in `docs/problems.md`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Language = Literal["zh", "en"]


class Severity(StrEnum):
    ERROR = "error"
    """Wrong data would be published."""
    WARNING = "warning"
    """A person must look; `--strict` counts it as an error."""


@dataclass(frozen=True, slots=True)
class ProblemKind:
    severity: Severity
    zh: str
    """What was read and what was expected; `{name}` stands for a value of the problem."""
    en: str
    hint_zh: str
    """What to do."""
    hint_en: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    file: str
    """Path relative to the content folder, with `/`."""
    line: int
    """1-based; 0 where the whole file is meant."""
    column: int
    """1-based; 0 where the whole line is meant."""
    code: str
    """A key of `CATALOGUE`."""
    path: str = ""
    """Where in the file: `projects[3].budget.total`."""
    label_zh: str = ""
    label_en: str = ""
    values: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def severity(self) -> Severity:
        return CATALOGUE[self.code].severity

    def message(self, language: Language) -> str:
        kind = CATALOGUE[self.code]
        return (kind.zh if language == "zh" else kind.en).format_map(self._shown_values())

    def hint(self, language: Language) -> str:
        kind = CATALOGUE[self.code]
        return (kind.hint_zh if language == "zh" else kind.hint_en).format_map(self._shown_values())

    def _shown_values(self) -> dict[str, str]:
        return {name: show(value) for name, value in self.values.items()}

    @property
    def place(self) -> str:
        """`townships/…/disclosure.yaml:52:14`, as editors and terminals link it."""
        return ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])

    def as_text(self, language: Language) -> str:
        severity = _SEVERITY_WORDS[language][self.severity]
        field_name = " ".join(part for part in (self.label_zh, self.label_en, show(self.path)) if part)
        colon, full_stop = ("：", "") if language == "zh" else (": ", " ")
        head = f"{self.place}: {severity} [{self.code}] {field_name}{colon if field_name else ''}"
        return f"{head}{self.message(language)}{full_stop}{self.hint(language)}"

    def as_json(self) -> dict[str, object]:
        return {
            "code": self.code,
            "severity": str(self.severity),
            "file": self.file,
            "line": self.line or None,
            "column": self.column or None,
            "path": self.path or None,
            "label": {"zh": self.label_zh, "en": self.label_en},
            "message": {"zh": self.message("zh"), "en": self.message("en")},
            "hint": {"zh": self.hint("zh"), "en": self.hint("en")},
            "values": dict(self.values),
        }


def arrange(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """In the order of their places, each once. Two of one kind at one place are two when they read different values."""
    each = {(problem, tuple(sorted(problem.values.items()))): problem for problem in problems}
    return tuple(each[key] for key in sorted(each))


_SHOWN = 200
"""Characters of a value; a longer one would hide the message around it."""


def show(text: str) -> str:
    r"""A value in one line of a message: line breaks, control characters and odd blanks as `\n`, `\x07`, `\u3000`."""
    shown = "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text[: _SHOWN + 1]
    )
    return shown if len(text) <= _SHOWN else f"{shown[:_SHOWN]}…"


class UserError(Exception):
    """Something a user can cause and mend. Shown as one line in their language, never as a traceback."""

    exit_status = 2

    def __init__(self, zh: str, en: str = "") -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en or zh

    def message(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


class OutsideError(UserError):
    """Something outside is missing: a binary, a writable folder. The message names the remedy."""

    exit_status = 3


_SEVERITY_WORDS: dict[Language, dict[Severity, str]] = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "提醒"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning"},
}

_E, _W = Severity.ERROR, Severity.WARNING

CATALOGUE: dict[str, ProblemKind] = {
    # Files
    "file-missing": ProblemKind(
        _E,
        "缺少文件。",
        "The file is missing.",
        "请新建此文件；格式见 docs/reference/content.md。",
        "Create it; docs/reference/content.md has the form.",
    ),
    "file-unexpected": ProblemKind(
        _E,
        "内容文件夹里不应有此文件或文件夹。",
        "Nothing of this name belongs into the content folder.",
        "请改名、移走或删除；应有的文件见 docs/reference/content.md。",
        "Rename, move or delete it; docs/reference/content.md lists what belongs here.",
    ),
    "draft-waiting": ProblemKind(
        _W,
        "这是导入后还没有处理的草稿。",
        "This is an imported draft that waits for a person.",
        "请与 disclosure.yaml 核对合并，然后删去草稿。",
        "Compare it with disclosure.yaml, merge what is right, and delete the draft.",
    ),
    "file-outside": ProblemKind(
        _E,
        "链接指向内容文件夹之外：{read}。",
        "The link leaves the content folder: {read}.",
        "请把文件本身放进来，不用符号链接。",
        "Put the file itself here instead of a symbolic link.",
    ),
    "file-too-large": ProblemKind(
        _E,
        "文件有 {read} 字节，上限为 {expected} 字节。",
        "The file has {read} bytes; the limit is {expected}.",
        "请把不同年度分为不同文件。",
        "Split it by year.",
    ),
    "file-unreadable": ProblemKind(
        _E,
        "无法读取：{read}。",
        "It cannot be read: {read}.",
        "请检查文件权限。",
        "Check the permissions of the file.",
    ),
    "encoding": ProblemKind(
        _E,
        "不是 UTF-8 文本（{read}）。",
        "Not UTF-8 text ({read}).",
        "请用 UTF-8（无 BOM）重新保存。",
        "Save it again as UTF-8.",
    ),
    "byte-order-mark": ProblemKind(
        _E,
        "文件以字节顺序标记（BOM）开头。",
        "The file begins with a byte order mark (BOM).",
        "请另存为“UTF-8（无 BOM）”。",
        "Save it as UTF-8 without BOM.",
    ),
    # YAML
    "yaml-syntax": ProblemKind(
        _E,
        "YAML 写法有误：{read}。",
        "This is not valid YAML: {read}.",
        "请检查此处及上一行的缩进、冒号、引号和括号。",
        "Check indentation, colons, quotes and brackets here and on the line above.",
    ),
    "yaml-anchor": ProblemKind(
        _E,
        "不能使用锚点或别名：{read}。",
        "Anchors and aliases are not allowed: {read}.",
        "请写出完整内容；若 & 或 * 是文字，请加引号。",
        "Write the value out; if & or * is text, put it in quotes.",
    ),
    "yaml-tag": ProblemKind(
        _E,
        "不能使用标签：{read}。",
        "Tags are not allowed: {read}.",
        "请删去标签；若 ! 是文字，请加引号。",
        "Remove the tag; if ! is text, put it in quotes.",
    ),
    "yaml-documents": ProblemKind(
        _E,
        "一个文件里有多份 YAML 文档。",
        "There is more than one YAML document in the file.",
        "请删去单独一行的 ---。",
        "Remove the line with ---.",
    ),
    "duplicate-key": ProblemKind(
        _E,
        "同一处有两个“{read}”，前一个在第 {expected} 行。",
        "“{read}” stands here twice, first on line {expected}.",
        "请只保留一个。",
        "Keep one of them.",
    ),
    # Fields
    "unknown-key": ProblemKind(
        _E,
        "没有名为“{read}”的字段。",
        "There is no field “{read}”.",
        "此处可用的字段：{expected}。",
        "Fields known here: {expected}.",
    ),
    "missing-key": ProblemKind(
        _E,
        "缺少必填字段。",
        "This field is required.",
        "请补上；类型：{expected}。",
        "Add it; its type: {expected}.",
    ),
    "wrong-type": ProblemKind(
        _E,
        "读到{read}，应为{expected}。",
        "Read {read}, expected {expected}.",
        "请对照 docs/reference/content.md 改正写法。",
        "docs/reference/content.md shows the form.",
    ),
    "wrong-value": ProblemKind(
        _E,
        "读到“{read}”，应为{expected}。",
        "Read “{read}”, expected {expected}.",
        "请对照来源文件改正；来源确实这样印的，请如实留在印刷字段并开一个问题。",
        "Compare with the source; if the source prints it so, open an issue.",
    ),
    "cell-blanks": ProblemKind(
        _E,
        "单元格“{read}”含换行或提取时产生的空白，应为“{expected}”。",
        "The cell “{read}” holds line breaks or blanks of extraction; expected “{expected}”.",
        "请删去空白；其他文字不要改动。",
        "Remove the blanks and change nothing else.",
    ),
    # What belongs together
    "duplicate-id": ProblemKind(
        _E,
        "编号“{read}”重复，前一个在 {expected}。",
        "The id “{read}” is used twice, first at {expected}.",
        "请改成不同的编号；已发布的编号不要改动。",
        "Give the newer one another id; never change a published one.",
    ),
    "expected-count": ProblemKind(
        _E,
        "实有 {read} 条，expected 写的是 {expected} 条。",
        "There are {read}, but expected says {expected}.",
        "请对照来源文件核对是否漏录或多录；核对无误后再改 expected。",
        "Check the source for a lost or doubled entry before changing expected.",
    ),
    "path-mismatch": ProblemKind(
        _E,
        "读到“{read}”，而文件夹名是“{expected}”。",
        "Read “{read}”, but the folder is named “{expected}”.",
        "两者须一致：townships/<县代码>/<slug>/<年度>/。",
        "Both must agree: townships/<county code>/<slug>/<year>/.",
    ),
    "unknown-county": ProblemKind(
        _E,
        "divisions.yaml 里没有县级代码“{read}”。",
        "divisions.yaml has no county “{read}”.",
        "请核对代码，或把该县加入 divisions.yaml。",
        "Check the code or add the county to divisions.yaml.",
    ),
    "unknown-level": ProblemKind(
        _E,
        "vocabulary/levels.yaml 不认识“{read}”。",
        "vocabulary/levels.yaml does not know “{read}”.",
        "请核对来源；确为新的写法时，把它加到相应类别的 printed 里。",
        "Check the source; if it is a new variant, add it under printed of its category.",
    ),
    "unknown-id": ProblemKind(
        _E,
        "没有编号为“{read}”的{expected}。",
        "There is no {expected} “{read}”.",
        "请核对编号的写法。",
        "Check the spelling of the id.",
    ),
    "unknown-finding": ProblemKind(
        _E,
        "核对没有编号为“{read}”的结果。",
        "No check has a finding “{read}”.",
        "相近的编号：{expected}。请核对写法；核对已不再得出这一结果时，请删去此条。",
        "Near to it: {expected}. Check the spelling; where the checks no longer find it, remove the entry.",
    ),
    "two-programmes": ProblemKind(
        _E,
        "项目“{read}”同时符合两个项目类：{expected}。",
        "The project “{read}” belongs to two programmes: {expected}.",
        "请在 vocabulary/programmes.yaml 用 none 或 except 排除其一。",
        "Exclude it from one of them with none or except in vocabulary/programmes.yaml.",
    ),
    "two-families": ProblemKind(
        _E,
        "指标名“{read}”在同一二级指标下属于两个指标类：{expected}。",
        "The indicator name “{read}” belongs to two families under one level 2: {expected}.",
        "请只在一个指标类里保留它，或用 level2 区分。",
        "Keep it in one family, or tell them apart by level2.",
    ),
    "two-levels": ProblemKind(
        _E,
        "印刷写法“{read}”同属两个类别：{expected}。",
        "The printed variant “{read}” belongs to two categories: {expected}.",
        "请只在一个类别的 printed 里保留它。",
        "Keep it under printed of one of them.",
    ),
    "line-outside": ProblemKind(
        _E,
        "第 {read} 行超出来源文件（共 {expected} 行）。",
        "Line {read} is beyond the source, which has {expected} lines.",
        "请核对行号。",
        "Check the line number.",
    ),
    "line-order": ProblemKind(
        _W,
        "第 {read} 行排在前一条（第 {expected} 行）之前。",
        "Line {read} comes before that of the entry above ({expected}).",
        "请核对行号和次序是否与来源一致。",
        "Check that line and order agree with the source.",
    ),
    "line-before-start": ProblemKind(
        _W,
        "第 {read} 行在这一条的开头（第 {expected} 行）之前。",
        "Line {read} comes before the start of its entry ({expected}).",
        "请核对行号，或把 line 改为最前的一行。",
        "Check the line number, or write the first of the lines as line.",
    ),
    "line-count": ProblemKind(
        _E,
        "这里有 {read} 个行号，但印有 {expected} 条。",
        "There are {read} line numbers here, but {expected} entries.",
        "请为每一条写一个行号，或整项省略。",
        "Write one line number for each entry, or leave all of them out.",
    ),
    "plan-unit": ProblemKind(
        _E,
        "有支出计划但没有写明 plan_unit。",
        "There is a spending plan but no plan_unit.",
        "最后一格等于预算数时写 wan，等于 100 时写 percent。",
        "Write wan where the last value equals the budget, percent where it is 100.",
    ),
    # Markdown
    "raw-html": ProblemKind(
        _E,
        "Markdown 里有 HTML：{read}。",
        "There is HTML in the Markdown: {read}.",
        "请改用 Markdown 写法；HTML 不会被解释。",
        "Use Markdown instead; HTML is not interpreted.",
    ),
    "no-title": ProblemKind(
        _E,
        "第一行不是“# 标题”。",
        "The first line is not “# title”.",
        "请在第一行写“# ”和标题。",
        "Begin the file with “# ” and a title.",
    ),
    "bad-link": ProblemKind(
        _E,
        "链接“{read}”不可用：{expected}。",
        "The link “{read}” cannot be used: {expected}.",
        "站内链接写 /method/ 这样的地址，来源行写 line:52，站外链接写 https://…。",
        "Write /method/ for a page, line:52 for a source line, https://… for another site.",
    ),
    "dead-link": ProblemKind(
        _E,
        "链接指向不存在的页面：{read}。",
        "The link leads to a page that does not exist: {read}.",
        "请核对编号，或把页面加上。",
        "Check the id or add the page.",
    ),
    "address-taken": ProblemKind(
        _E,
        "地址 {read} 已被 {expected} 使用。",
        "The address {read} is already taken by {expected}.",
        "请改动两者之一的编号。",
        "Change the id of one of them.",
    ),
}
