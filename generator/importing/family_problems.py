"""Problems of forms outside the Hebei family."""

from collections.abc import Mapping

from generator.problems import ProblemKind, Severity

_W = Severity.WARNING

FAMILY_KINDS: Mapping[str, ProblemKind] = {
    "import-blank-form": ProblemKind(
        _W,
        "有一张没有填写的空白表，没有项目名称，也没有指标值，没有写入草稿。",
        "A form was not filled in: it has neither a project title nor a target value, and is not in the draft.",
        "请核对是不是只有模板。",
        "See whether it is only a template.",
    ),
    "import-column-without-field": ProblemKind(
        _W,
        "列“{read}”没有专门的字段，其内容连同列名写入 remark。",
        "The column “{read}” has no field of its own; its cells are in `remark` with its head.",
        "请看是否妥当。",
        "See whether that is right.",
    ),
    "import-goals-together": ProblemKind(
        _W,
        "“{read}”与前一栏的文字连在一起，分不开，整段写入了前一栏。",
        "The text of “{read}” cannot be told from that of the label before it; all of it stands there.",
        "请对照原文件分开。",
        "Part them by the original.",
    ),
    "import-level-missing": ProblemKind(
        _W,
        "表中有 {count} 行没有印一级指标，也推不出，留空。",
        "{count} rows print no level 1, and nothing tells it; it is left empty.",
        "不要推测；原文件有的，请补上。",
        "Do not guess; fill it in where the original has it.",
    ),
    "import-subtotal": ProblemKind(
        _W,
        "“{item}”一行只有金额 {amount}，没有指标，作为合计写入 budget_lines。",
        "The row “{item}” has the sum {amount} and no indicators; it is in budget_lines as a total.",
        "请核对它是不是合计行。",
        "Check that it is a total.",
    ),
}
