"""What a printed target value is read as. Values only; how they are found stands in the other modules."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    QUANTITY = "quantity"
    """A number of something: `3人`, `≥5次`, `10年`, `100`."""
    RATIO = "ratio"
    """A share: `95%`, `百分之九十五`, `三分之二`, `3‰`, `5个百分点`, `1:1`."""
    MONEY = "money"
    """An amount or a rate: `2万元`, `500/人/月`."""
    DEADLINE = "deadline"
    """A point or a stretch of time: `2024年12月31日前完成`, `第一季度`, `冬季取暖期`."""
    FREQUENCY = "frequency"
    """How often, without a number of times that could be compared: `每季度末发放`, `分4个季度发放`."""
    QUALITATIVE = "qualitative"
    """Words: `优`, `及时拨付`, `不低于合同约定标准`; and whatever is not understood."""
    UNMEASURABLE = "unmeasurable"
    """A number whose unit is a phrase: `≥100完成任务`."""
    BLANK = "blank"
    """Nothing, or nothing but dashes."""


class Quality(StrEnum):
    """The class of a qualitative value. No class is better than another, and none becomes a number."""

    GRADE = "grade"
    """`优`, `良好以上`, `优良中低差`."""
    CHANGE = "change"
    """`逐步提高`, `较去年改善`."""
    YES_NO = "yes_no"
    """`是`, `否`."""
    ABSENCE = "absence"
    """`无`, `不发生安全事故`."""
    REFERENCE = "reference"
    """To something outside the table: `不低于合同约定标准`, `按统一规定执行`."""
    BOILERPLATE = "boilerplate"
    """`完成任务`, `指标值完成情况`."""
    RANK = "rank"
    """`全县前3名`: a place in an order, not a count."""
    STATE = "state"
    """`及时`, `有效`, `到位`."""
    TEXT = "text"
    """Any other words."""


class Note(StrEnum):
    """What was inferred or set aside. Each has its words in `notes.py`."""

    OPERATOR_ABSENT = "operator_absent"
    """No comparison is printed; `=` was taken, or `<=` for the end of a period."""
    UNIT_ABSENT = "unit_absent"
    CURRENCY_IMPLIED = "currency_implied"
    """`500/人/月`: 元 is not printed."""
    NUMERAL_CONVERTED = "numeral_converted"
    """Chinese numerals, or `半年` as 6 月."""
    MAGNITUDE_APPLIED = "magnitude_applied"
    """`3万人` is 30000 人. Money keeps its printed unit: `5万元` stays 5 万元."""
    APPROXIMATE = "approximate"
    """`左右`, `约`, `余`, `三四次`."""
    GLYPH_NORMALISED = "glyph_normalised"
    """A full-width or look-alike sign was read as the plain one."""
    BLANK_IN_NUMBER = "blank_in_number"
    """`9 5%` was read as 95%."""
    SEVERAL_CLAUSES = "several_clauses"
    """The first clause gives the reading; the others are in `further`."""
    TAIL_KEPT = "tail_kept"
    """Words after the value are in `tail`."""
    SUBJECT_KEPT = "subject_kept"
    """Words before the value are in `subject`."""
    OPERATORS_DIFFER = "operators_differ"
    """Two comparisons are printed that disagree; the one before the number counts."""
    OPERATOR_UNREAD = "operator_unread"
    """The operator column holds no comparison."""
    UNITS_DIFFER = "units_differ"
    """Cell and unit column print different units; the cell counts."""
    UNIT_UNKNOWN = "unit_unknown"
    """The unit column holds a word that is in no table of units; it was taken as it stands."""
    RANGE_REVERSED = "range_reversed"
    """`80-60` was read as 60 to 80."""
    BOUNDS_EXCLUSIVE = "bounds_exclusive"
    """`>60且<80`: the ends do not belong to the range."""
    YEAR_ABSENT = "year_absent"
    """A date without its year; the deadline holds month and day only."""
    CENTURY_IMPLIED = "century_implied"
    """`24年底` is 2024."""
    DATE_ABSENT = "date_absent"
    """A time that names no date: `汛期前`."""
    NOT_A_DATE = "not_a_date"
    """The printed date is not in the calendar."""
    PERIOD_END_TAKEN = "period_end_taken"
    """The last day of what is printed: `12月中旬` is the 20th."""
    TOO_LONG = "too_long"
    """Longer than any target value; kept as text, not read."""


@dataclass(frozen=True, slots=True)
class Reading:
    raw: str
    """As printed."""
    kind: Kind
    op: str | None = None
    """`>=`, `<=`, `>`, `<` or `=`; a range and an approximate number read `=`."""
    op_printed: bool = False
    value: Decimal | None = None
    """In `unit`; the lower end of a range."""
    value_max: Decimal | None = None
    """The upper end of a range, only there."""
    unit: str | None = None
    """In plain form: `%`, `人`, `万元`, `平方米`. Of a fraction what follows the number: `/3` of 2/3, `:1` of 1:1."""
    per: tuple[str, ...] = ()
    """What a rate or a frequency is per, in printed order: (`人`, `月`). Several at once: `2月`, `10户`, `半年`."""
    deadline: str | None = None
    """`2024-12-31`, `2023-11`, `2024`, `Q4`, `2024-Q4`; without a printed year `12-31` or `12`. A quantity can
    have one too: `2024年底前完成12个村`."""
    notes: tuple[Note, ...] = ()
    quality: Quality | None = None
    """The class of a qualitative value, only there."""
    subject: str = ""
    """Words before the number or date: `满意度` of `满意度≥95%`."""
    tail: str = ""
    """Words after it: `完成任务` of `≥100完成任务`."""
    change: str | None = None
    """`rise` or `fall` where the value is a change: `较上年提高5%`."""
    base: str | None = None
    """What a change is measured from, as printed: `去年`, `上年`, `2020年`."""
    since: str | None = None
    """Where a printed stretch of time begins; it ends at `deadline`: `2024年1-12月`."""
    interval: str | None = None
    """Of a frequency, as ISO 8601 duration: `P2M` of `每两月`; absent where none is stated (`年中及年末`)."""
    times: Decimal | None = None
    """Into how many parts: 2 of `分两次发放`."""
    timing: str = ""
    """The printed words of a deadline or a frequency: `每季度末`, `年中及年末`, `冬季取暖期`."""
    further: tuple["Reading", ...] = ()
    """The other clauses, in order. They have no further ones themselves."""
    text: str = field(default="", compare=False, repr=False)
    """What was read: the printed text with plain signs and without blanks, the columns joined in."""


@dataclass(frozen=True, slots=True)
class FoundReading:
    """A number in prose. `text[start:end]` is what was read."""

    reading: Reading
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Measure:
    """A value made comparable. Two measures stand on one axis only if their families are the same."""

    family: str
    """`ratio`, `money:元/人/月`, `count:persons`, `length:metre`, `times/year`, `change:ratio` …"""
    op: str
    value: Decimal
    """In the base unit of the family: per cent, 元, metre, square metre …"""
    value_max: Decimal | None = None


def plain(number: Decimal | None) -> str | None:
    """`2E+3` → `2000`: the exact decimal without an exponent; digits stay as printed (`2.00`)."""
    return None if number is None else format(number, "f")


def to_record(reading: Reading) -> dict[str, object]:
    """The JSON of a reading, in the order of the published fields."""
    return {
        "raw": reading.raw,
        "kind": str(reading.kind),
        "op": reading.op,
        "op_printed": reading.op_printed,
        "value": plain(reading.value),
        "value_max": plain(reading.value_max),
        "unit": reading.unit,
        "per": list(reading.per),
        "deadline": reading.deadline,
        "notes": [str(note) for note in reading.notes],
        "quality": reading.quality and str(reading.quality),
        "subject": reading.subject,
        "tail": reading.tail,
        "change": reading.change,
        "base": reading.base,
        "since": reading.since,
        "interval": reading.interval,
        "times": plain(reading.times),
        "timing": reading.timing,
        "further": [to_record(clause) for clause in reading.further],
    }
