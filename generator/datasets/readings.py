"""The columns of what a target value was read as (contract §6)."""

from generator.datasets.columns import Column, Type, number, text
from generator.datasets.subjects import Row
from generator.readings import Reading
from generator.readings.reading import plain


def _reading(row: Row) -> Reading:
    return row.the_indicator.reading


READING: tuple[Column[Row], ...] = (
    text(
        "kind",
        "指标值的种类",
        "kind of the target",
        lambda row: _reading(row).kind,
        (
            "quantity 数量、ratio 比率、money 金额、deadline 期限、frequency 频次、qualitative 文字、unmeasurable 单位是词句的数、blank 空白",
            "`quantity`, `ratio`, `money`, `deadline`, `frequency`, `qualitative`, `unmeasurable` or `blank`",
        ),
    ),
    text(
        "op",
        "比较",
        "comparison",
        lambda row: _reading(row).op or "",
        (">= <= > < =；只印一个数的读作 =", "`>=`, `<=`, `>`, `<` or `=`; a bare number reads `=`"),
    ),
    text(
        "op_printed",
        "印有比较",
        "comparison printed",
        lambda row: "yes" if _reading(row).op_printed else "no",
        ("yes 表示文件印有比较的符号或词", "`yes` where the document prints a sign or word for it"),
    ),
    number(
        "value",
        "数值",
        "value",
        lambda row: plain(_reading(row).value) or "",
        ("以 unit 计；区间的下端", "in `unit`; the lower end of a range"),
    ),
    number(
        "value_max",
        "数值上端",
        "upper value",
        lambda row: plain(_reading(row).value_max) or "",
        ("仅区间有", "of a range only"),
    ),
    text(
        "unit",
        "单位",
        "unit",
        lambda row: _reading(row).unit or "",
        ("从指标值读出的单位", "as read from the target: `%`, `人`, `万元`"),
    ),
    Column(
        "per",
        "每",
        "per",
        lambda row: _reading(row).per,
        Type.LIST,
        "每什么，依印刷次序：人/月",
        "what a rate is per, in printed order: `人/月`",
        separator="/",
    ),
    text(
        "deadline",
        "期限",
        "deadline",
        lambda row: _reading(row).deadline or "",
        (
            "日期、月份（2023-11）、年份或季度（Q4）；底、末、前取所印期间的最后一日",
            "date, month (`2023-11`), year or quarter (`Q4`); the last day of what is printed",
        ),
    ),
)

READING_NOTES: Column[Row] = Column(
    "reading_notes",
    "读法说明",
    "notes on the reading",
    lambda row: _reading(row).notes,
    Type.LIST,
    "推断或搁置了什么，如 currency_implied",
    "what was inferred or set aside, such as `currency_implied`",
)
