"""The factors a target table prints: rates of money, and how many there are of what a rate is per.

Only what stands in one table is joined, and only where one count can be meant: a rate per person beside two counts
of persons stays alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.analyse.amounts import trimmed
from generator.analyse.disclosure import IndicatorFacts, ProjectFacts
from generator.readings import Kind, measure
from generator.readings.units import UNITS
from generator.textual import squeeze

PERIODS = {"年": 1, "半年": 2, "季度": 4, "月": 12}
"""How many of them a year has."""
PERSONS, VILLAGES, HOUSEHOLDS = "人", "村", "户"
RECURRING = frozenset({PERSONS, VILLAGES, HOUSEHOLDS})
"""What is paid for again and again, so that the period has to be known; a metre of road is paid once."""

_BASES = {
    **dict.fromkeys(("名", "位", "党员", "老人", "残疾人", "干部", "村干部", "学生", "生", "儿童"), PERSONS),
    **dict.fromkeys(("行政村", "自然村", "村街", "村级"), VILLAGES),
    **dict.fromkeys(("农户", "家庭"), HOUSEHOLDS),
    "年度": "年",
    "季": "季度",
    "天": "日",
}
_COUNTED_IN_PIECES = (
    (re.compile("村(?:庄|级|街|居)?的?(?:个数|数)|个(?:行政)?村(?![级民委干卫])"), VILLAGES),
    (re.compile("人数|人员数|名额"), PERSONS),
    (re.compile("户数"), HOUSEHOLDS),
)
"""`个` counts what the name says: 村级经费拨付村个数 45个."""
_HEADS_IN_WORDS = (
    (re.compile("每人|人均|每名|每位|每个(?:人|党员|村民|干部|学生|老人)"), PERSONS),
    (re.compile("每村|村均|每个(?:行政)?村"), VILLAGES),
    (re.compile("每户|户均"), HOUSEHOLDS),
)
_PERIODS_IN_WORDS = (
    (re.compile("每个?月|月均|按月"), "月"),
    (re.compile("每个?季度?|季均|按季"), "季度"),
    (re.compile("每半年"), "半年"),
    (re.compile("每年|年均|全年"), "年"),
)
"""What name and description say a rate is per, where the target does not."""
_LONG_TERM = re.compile("长期|中期|总体|实施期")
_QUANTITY = "output.quantity"
_PAID = ("cost.", "output.")


@dataclass(frozen=True, slots=True)
class Count:
    row: IndicatorFacts
    value: Decimal
    op: str
    base: str
    """`人`, `村`, `户`, or the printed unit in plain form."""

    @property
    def text(self) -> str:
        return f"{trimmed(self.value)} {'个' if self.base == VILLAGES else ''}{self.base}"


@dataclass(frozen=True, slots=True)
class Rate:
    row: IndicatorFacts
    yuan: Decimal
    op: str
    heads: tuple[str, ...]
    """What it is per besides a period of the year: `人`, `村`, `米`, `次`."""
    period: str | None
    """One of `PERIODS`; None where none is printed."""
    text: str
    """`200 元/人`, in the printed unit."""
    is_in_words: bool
    """Name or description, not the target alone, say what it is per."""

    @property
    def is_total(self) -> bool:
        return not self.heads and self.period in {None, "年"}

    @property
    def is_ceiling(self) -> bool:
        return self.op in {"<=", "<"}


@dataclass(frozen=True, slots=True)
class Table:
    """What one project's target table prints of money and of counts."""

    rates: tuple[Rate, ...]
    counts: tuple[Count, ...]
    """Of the quantity indicators."""

    def only(self, base: str) -> Count | None:
        """The count of `base`, where the table prints one and no more."""
        found = [count for count in self.counts if is_same_base(count.base, base)]
        return found[0] if len(found) == 1 else None


def read_table(project: ProjectFacts) -> Table:
    return Table(tuple(_rates(project)), tuple(_counts(project)))


def is_same_base(one: str, other: str) -> bool:
    """`延长米` and `米` are the same, `公里` and `米` are not."""
    if one == other:
        return True
    first, second = UNITS.get(one), UNITS.get(other)
    return bool(first and second and (first.family, first.factor) == (second.family, second.factor))


def half_of_last_decimal(rate: Rate) -> Decimal:
    """In 元: 5,000 for `27万元`, which may stand for 27.08."""
    value = rate.row.reading.value
    exponent = value.as_tuple().exponent if value else None
    return (
        Decimal(1).scaleb(exponent) * rate.yuan / value / 2
        if value and isinstance(exponent, int)
        else Decimal(0)
    )


def words_of(row: IndicatorFacts) -> str:
    return squeeze(f"{row.printed.name}；{row.printed.description or ''}")


def _rates(project: ProjectFacts) -> Iterator[Rate]:
    """The amounts of money under cost and output; those under outcome are not what is paid (`人均增收500元`)."""
    for row in _of_the_year(project):
        reading = row.reading
        if reading.kind is not Kind.MONEY or reading.change or not row.level2_id.startswith(_PAID):
            continue
        measured = measure(reading)
        if measured is None or measured.value_max is not None or _has_more_money(row):
            continue
        words, bases = words_of(row), [_BASES.get(base, base) for base in reading.per]
        heads = [base for base in bases if base not in PERIODS] or _in_words(_HEADS_IN_WORDS, words)
        periods = [base for base in bases if base in PERIODS] or _in_words(_PERIODS_IN_WORDS, words)
        if len(periods) < 2:
            amount = f"{trimmed(reading.value)} {reading.unit}"
            yield Rate(
                row,
                yuan=measured.value,
                op=measured.op,
                heads=tuple(heads),
                period=periods[0] if periods else None,
                text="/".join([amount, *heads, *periods]),
                is_in_words=len(heads) + len(periods) > len(bases),
            )


def _of_the_year(project: ProjectFacts) -> Iterator[IndicatorFacts]:
    """Without the rows that a form heads as long-term: the budget is of one year."""
    return (row for row in project.indicators if not _LONG_TERM.search(row.printed.period or ""))


def _has_more_money(row: IndicatorFacts) -> bool:
    """`书记500元，委员300元`: several rates in one cell."""
    return any(clause.kind is Kind.MONEY for clause in row.reading.further)


def _in_words(table: tuple[tuple[re.Pattern[str], str], ...], words: str) -> list[str]:
    return [base for pattern, base in table if pattern.search(words)]


def _counts(project: ProjectFacts) -> Iterator[Count]:
    for row in _of_the_year(project):
        reading = row.reading
        if reading.kind is not Kind.QUANTITY or row.level2_id != _QUANTITY or reading.change or reading.per:
            continue
        if reading.value is None or reading.value <= 0 or reading.value_max is not None or not reading.unit:
            continue
        if reading.op and not reading.further:
            yield Count(row, reading.value, reading.op, _base_of(row, reading.unit))


def _base_of(row: IndicatorFacts, unit: str) -> str:
    if unit == "个":
        return next(iter(_in_words(_COUNTED_IN_PIECES, words_of(row))), unit)
    return _BASES.get(unit, unit)
