"""Printed points in time as dates: the last day of what is printed for 底, 末 and 前."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.readings.numerals import to_decimal
from generator.readings.reading import Note

_ENDS = {"底", "末", "终", "内", "下旬"}
_LAST_OF_PART = {"上旬": 10, "中旬": 20}


@dataclass(frozen=True, slots=True)
class Point:
    """`2024年12月底前` in its parts; what is not printed is empty or none."""

    year: str
    month: int | None
    day: int | None
    quarter: int | None
    is_first_quarters: bool
    """`前三季度`."""
    half: str
    part: str
    """`底`, `末`, `终`, `中`, `内`, `初`, `上旬`, `中旬`, `下旬` of a month, a quarter or a year."""
    limit: str
    """`前`, `之前`, `以内`, `止`, `起` …"""

    @property
    def is_within_year(self) -> bool:
        return bool(self.month or self.quarter or self.half or self.part)

    @property
    def is_from(self) -> bool:
        return self.limit[-1:] in {"起", "后"}

    @property
    def ends(self) -> bool:
        """Whether the words name the end of something, though no limit is printed."""
        return self.part in _ENDS | set(_LAST_OF_PART) or self.is_first_quarters


def make_point(fields: Mapping[str, str | None]) -> Point:
    """Of the named groups of a pattern; `month2` is another place of `month`."""
    found = {name.rstrip("23"): value for name, value in fields.items() if value}
    end = found.get("end", "")
    return Point(
        year=found.get("year", ""),
        month=_number(found.get("month")),
        day=_number(found.get("day")),
        quarter=_number(found.get("quarter") or found.get("first")),
        is_first_quarters="first" in found,
        half=found.get("half", ""),
        part=found.get("part") or end[-1:],
        limit=found.get("limit", ""),
    )


def resolve(point: Point, *, is_done: bool = False) -> tuple[str | None, tuple[Note, ...]]:
    """The deadline and what was inferred. `is_done`: something is to be done by then (`2024年完成`)."""
    year, notes = _year(point.year)
    if point.month is not None:
        deadline, more = _of_month(point, year)
    elif point.quarter is not None:
        deadline, more = _of_quarter(point, year), ()
    elif point.half or point.part == "中":
        is_first = point.half != "下"
        deadline, more = _day(year, 6 if is_first else 12, 30 if is_first else 31), (Note.PERIOD_END_TAKEN,)
    elif point.part == "初":
        deadline, more = (str(year) if year else None), ()
    else:
        is_whole = year is not None and not (point.part or point.limit or is_done)
        deadline, more = (str(year) if is_whole else _day(year, 12, 31)), ()
    return deadline, (*notes, *more)


def last_day(deadline: str, year: int) -> date:
    """The last day that `Reading.deadline` leaves; `year` is that of the plan, for deadlines without their own."""
    if len(deadline) >= 4 and deadline[:4].isdigit():
        year, deadline = int(deadline[:4]), deadline[5:]
    if deadline[:1] == "Q":
        deadline = f"{int(deadline[1:]) * 3:02}"
    month, _, day = (deadline or "12").partition("-")
    last = calendar.monthrange(year, int(month))[1]
    return date(year, int(month), min(int(day or last), last))


def _month_of(year: int | None, month: int) -> str:
    return f"{year}-{month:02}" if year else f"{month:02}"


def _quarter_of(year: int | None, quarter: int) -> str:
    return f"{year}-Q{quarter}" if year else f"Q{quarter}"


def _year(printed: str) -> tuple[int | None, tuple[Note, ...]]:
    if not printed:
        return None, (Note.YEAR_ABSENT,)
    if len(printed) == 2:
        return 2000 + int(printed), (Note.CENTURY_IMPLIED,)
    return _number(printed), ()


def _of_month(point: Point, year: int | None) -> tuple[str | None, tuple[Note, ...]]:
    month = point.month or 0
    if not 1 <= month <= 12:
        return None, (Note.NOT_A_DATE,)
    if point.day is not None:
        is_date = 1 <= point.day <= calendar.monthrange(year or 2024, month)[1]
        return (_day(year, month, point.day), ()) if is_date else (None, (Note.NOT_A_DATE,))
    if point.part in _LAST_OF_PART:
        return _day(year, month, _LAST_OF_PART[point.part]), (Note.PERIOD_END_TAKEN,)
    is_last = point.part in _ENDS or (bool(point.limit) and not point.is_from)
    # The last day of a February is not known without the year.
    if not is_last or point.part == "初" or (month == 2 and not year):
        return _month_of(year, month), ()
    return _day(year, month, calendar.monthrange(year or 2023, month)[1]), ()


def _of_quarter(point: Point, year: int | None) -> str:
    quarter = point.quarter or 1
    if year and not point.is_from and (point.part in _ENDS or point.limit):
        return _day(year, quarter * 3, calendar.monthrange(year, quarter * 3)[1])
    return _quarter_of(year, quarter)


def _day(year: int | None, month: int, day: int) -> str:
    return f"{_month_of(year, month)}-{day:02}"


def _number(printed: str | None) -> int | None:
    """Of digits or Chinese numerals; 0 for what only looks like one (`三五月`)."""
    if printed is None:
        return None
    number = to_decimal(printed)
    return 0 if number is None else int(number)
