"""Kinds, classes, comparisons and notes in words."""

from collections.abc import Mapping
from typing import Literal

from generator.readings.reading import Kind, Note, Quality

Language = Literal["zh", "en"]
Words = Mapping[Language, str]

KINDS: Mapping[Kind, Words] = {
    Kind.QUANTITY: {"zh": "数量", "en": "quantity"},
    Kind.RATIO: {"zh": "比例", "en": "ratio"},
    Kind.MONEY: {"zh": "金额", "en": "money"},
    Kind.DEADLINE: {"zh": "时限", "en": "deadline"},
    Kind.FREQUENCY: {"zh": "频次", "en": "frequency"},
    Kind.QUALITATIVE: {"zh": "文字", "en": "words"},
    Kind.UNMEASURABLE: {"zh": "单位不是计量单位的数", "en": "number without a unit of measure"},
    Kind.BLANK: {"zh": "空白", "en": "blank"},
}
QUALITIES: Mapping[Quality, Words] = {
    Quality.GRADE: {"zh": "等级", "en": "grade"},
    Quality.CHANGE: {"zh": "变化", "en": "change"},
    Quality.YES_NO: {"zh": "是否", "en": "yes or no"},
    Quality.ABSENCE: {"zh": "没有、不发生", "en": "absence"},
    Quality.REFERENCE: {"zh": "引用标准、合同或文件", "en": "reference to a standard, contract or document"},
    Quality.BOILERPLATE: {"zh": "通用语", "en": "set phrase"},
    Quality.RANK: {"zh": "名次", "en": "rank"},
    Quality.STATE: {"zh": "状态", "en": "state"},
    Quality.TEXT: {"zh": "其他文字", "en": "other words"},
}
OPERATORS: Mapping[str, Words] = {
    ">=": {"zh": "至少", "en": "at least"},
    "<=": {"zh": "不超过", "en": "at most"},
    ">": {"zh": "超过", "en": "more than"},
    "<": {"zh": "不到", "en": "less than"},
    "=": {"zh": "等于", "en": "equal to"},
}
NOTES: Mapping[Note, Words] = {
    Note.OPERATOR_ABSENT: {"zh": "没有印比较符号。", "en": "No comparison is printed."},
    Note.UNIT_ABSENT: {"zh": "没有印计量单位。", "en": "No unit of measure is printed."},
    Note.CURRENCY_IMPLIED: {"zh": "没有印“元”，按金额理解。", "en": "元 is not printed; read as money."},
    Note.NUMERAL_CONVERTED: {"zh": "汉字数字已换成阿拉伯数字。", "en": "Chinese numerals were converted."},
    Note.MAGNITUDE_APPLIED: {"zh": "“万”“亿”等已乘进数值。", "en": "万, 亿 and the like were multiplied into the value."},
    Note.APPROXIMATE: {"zh": "约数。", "en": "An approximate number."},
    Note.GLYPH_NORMALISED: {"zh": "全角或形近的符号按常用符号理解。", "en": "A full-width or look-alike sign was read as the plain one."},
    Note.BLANK_IN_NUMBER: {"zh": "数字中间有空格，按一个数理解。", "en": "A blank inside the number was left out."},
    Note.SEVERAL_CLAUSES: {"zh": "有几句，第一句决定读法，其余一并保留。", "en": "Several clauses; the first gives the reading, the others are kept."},
    Note.TAIL_KEPT: {"zh": "后面还有文字，一并保留。", "en": "The words behind are kept."},
    Note.SUBJECT_KEPT: {"zh": "前面还有文字，一并保留。", "en": "The words before are kept."},
    Note.OPERATORS_DIFFER: {"zh": "印了两处不同的比较，以指标值一栏、数字之前的为准。", "en": "Two different comparisons are printed; that of the cell, before the number, counts."},
    Note.OPERATOR_UNREAD: {"zh": "比较符号一栏不是比较。", "en": "The operator column holds no comparison."},
    Note.UNITS_DIFFER: {"zh": "指标值和单位栏印的单位不同，以指标值一栏为准。", "en": "Cell and unit column print different units; that of the cell counts."},
    Note.UNIT_UNKNOWN: {"zh": "单位栏的词不在单位表中，照印的用。", "en": "The word in the unit column is in no table of units; it is used as printed."},
    Note.RANGE_REVERSED: {"zh": "区间的两端按大小重排。", "en": "The ends of the range were put in order."},
    Note.BOUNDS_EXCLUSIVE: {"zh": "区间不含端点。", "en": "An end of the range does not belong to it."},
    Note.YEAR_ABSENT: {"zh": "没有印年份。", "en": "No year is printed."},
    Note.CENTURY_IMPLIED: {"zh": "年份只印两位，按二十一世纪理解。", "en": "The year has two digits; read as of this century."},
    Note.DATE_ABSENT: {"zh": "印的时间没有具体日期。", "en": "The printed time names no date."},
    Note.NOT_A_DATE: {"zh": "印的日期在日历上没有。", "en": "The printed date is not in the calendar."},
    Note.PERIOD_END_TAKEN: {"zh": "取所印时段的最后一天。", "en": "The last day of the printed period was taken."},
    Note.TOO_LONG: {"zh": "文字太长，整段保留，没有读。", "en": "The text is too long; it is kept and was not read."},
}  # fmt: skip
