"""Dates, months, quarters and stretches of time in a target value."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from generator.readings.numerals import to_decimal
from generator.readings.reading import Note

_SMALL = r"[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_CHINESE_YEAR = r"[一二][〇零九][〇零一二三四五六七八九]{2}"
_DONE = "完成|竣工|完工|建成|实施|发放|拨付|支付|交付|验收|投入|到位|实现|开工|启动|结束|执行完|下达|兑现|付清|兑付|上报|落实|交工|办结"
_YEAR = (
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}}|{_CHINESE_YEAR}|[0-9]{{2}}(?=年(?:[0-9]{{1,2}}月|底|末|终)))年度?"
    r"|(?P<this>本年度?|当年度?|今年|全年|年度(?=内))(?!级|轻)|)"
)
_WITHIN_YEAR = (
    rf"(?:(?P<month>{_SMALL})月份?(?:(?P<day>{_SMALL})[日号](?:[0-9]{{1,2}}[时点])?|(?P<part>底|末|初|上旬|中旬|下旬))?"
    r"|第?(?P<quarter>[一二三四1-4])季度(?P<quarter_part>底|末|初)?"
    r"|前(?P<first>[一二两三123])个?季度"
    r"|(?P<half>[上下])半年"
    r"|(?P<end>年?(?:底|末|终|中(?!期|央|心|国|小|型|旬)|内)|年初|(?<=年)初|(?<=年度)内)"
    r"|)"
)
_LIMIT = r"(?P<limit>之?前|以前|起|[之以]?后|之?内|以内|止|为止)?(?:\(含[^()]{0,6}\))?"
_POINT = re.compile(_YEAR + _WITHIN_YEAR + _LIMIT)
_NUMERIC = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?:"
    r"(?P<gap>[-./])(?P<month>[0-9]{1,2})(?P=gap)(?P<day>[0-9]{1,2})日?(?![0-9.])"
    r"|(?P<month2>0[1-9]|1[0-2])(?P<day2>[0-3][0-9])(?![0-9.])"
    rf"|[-./](?P<month3>0?[1-9]|1[0-2])(?=$|之?前|以前|底|末|[-~至到]20|{_DONE})(?P<part>底|末)?"
    rf")(?:日|号)?{_LIMIT}"
)
_MONTHS = re.compile(
    rf"{_YEAR}(?P<from>{_SMALL})月?份?(?:-|~|至|到)+(?P<month>{_SMALL})月份?(?P<part>底|末)?{_LIMIT}"
)
_YEARS = re.compile(
    r"(?P<from>(?:19|20)[0-9]{2})年?度?(?:-|~|至|到)+(?P<year>(?:19|20)[0-9]{2})年度?" + _LIMIT
)
_QUARTERS = re.compile(
    rf"{_YEAR}第?(?P<from>[一二三四1-4])(?:季度)?(?:-|~|至|到)+第?(?P<quarter>[一二三四1-4])季度(?P<quarter_part>底|末)?{_LIMIT}"
)
_TO = re.compile(r"(?:-|~|至|到)+")
_START = re.compile(r"[0-9一二三四五六七八九十上下前年全第本当今]")
_NOT_AFTER = re.compile(
    r"[0-9.个每第一二两三四五六七八九十半分/-]$|(?:每|按|逐|自|较|比|与|同|近|连续)第?$|[次下明翌去上]一?年$"
)
_SIGN_BEFORE = re.compile(
    r"(?:(?P<le>≤|<=|=<|不晚于|不迟于|不超过|不得晚于|不得迟于|截至|截止到?|至迟|最迟|最晚|最晚于)|(?P<lt><|早于)|(?P<eq>=)|(?P<ge>≥|>=|=>|不早于)|(?P<gt>>|晚于))$"
)
_COMPARED = re.compile(
    r"^(?:相比|同期|度?(?:水平|标准|文件|规定|预算|计划|任务|方案|价格|基础|基数|规划|以来|制度|通知|办法|工作|目标|各|村|镇|乡|区|县|市|城))"
)
_SEASON = re.compile(
    r"(?:冬季|夏季|春季|秋季|冬春)?(?:取暖期|供暖期|采暖期|供暖季|采暖季|取暖季|汛期|主汛期|防火期|防汛期|禁烧期|封山期|农忙)(?:内|前|期间|结束前|开始前)?"
    r"|(?:春节|元旦|国庆节?|中秋节?|端午节?|重阳节?|清明节?|五一|七一|八一|十一|建军节|建党节|教师节|两会|两节|春耕|秋收|三夏|三秋)(?:之?前|期间|前后|后)"
    rf"|(?:次|明|翌|下)一?年(?:(?:{_SMALL})月)?(?:底|末|初|(?:{_SMALL})日)?(?:之?前|以前|内)?"
    r"|(?:当|次|下|上)月(?:底|末|初|[0-9]{1,2}日)?(?:之?前|内)?(?=$|" + _DONE + ")"
    r"|(?:春|夏|秋|冬)季(?:前|期间|末)?(?=$|" + _DONE + ")"
)
_TIMES = re.compile("[0-9一两二三四五六七八九十]{1,3}[次回]")
_LAST_OF_PART = {"上旬": 10, "中旬": 20, "初": 0, "底": 31, "末": 31, "下旬": 31}


@dataclass(frozen=True, slots=True)
class Deadline:
    start: int
    end: int
    deadline: str | None
    op: str | None
    is_printed: bool = False
    since: str | None = None
    notes: tuple[Note, ...] = ()


@dataclass(slots=True)
class _Point:
    """One printed point in time while it is being read."""

    fields: dict[str, str | None]
    is_done: bool = False
    """Whether something is to be done by then: `2024年完成`."""
    notes: list[Note] = field(default_factory=list)

    @property
    def year(self) -> int | None:
        printed = self.fields.get("year")
        if not printed:
            self.notes.append(Note.YEAR_ABSENT)
            return None
        if len(printed) == 2:
            self.notes.append(Note.CENTURY_IMPLIED)
            return 2000 + int(printed)
        return _number(printed)


def find_deadline(text: str) -> Deadline | None:
    """The first date or period in a clause; none where a date only says what something is compared with."""
    return next(find_deadlines(text), None)


def find_deadlines(text: str) -> Iterator[Deadline]:
    position = 0
    while match := _START.search(text, position):
        position = match.start()
        found = None
        if not _NOT_AFTER.search(text[max(0, position - 3) : position]):
            found = (
                _months(text, position)
                or _quarters(text, position)
                or _years(text, position)
                or _span(text, position)
            )
        if found and not _COMPARED.match(text[found.end : found.end + 4]):
            yield found
        position = found.end if found else position + 1
    if season := _SEASON.search(text):
        yield Deadline(season.start(), season.end(), None, None, notes=(Note.DATE_ABSENT,))


def _span(text: str, start: int) -> Deadline | None:
    """One point, or two with 至 between them."""
    first = _point(text, start)
    if first is None:
        return None
    link = _TO.match(text, first.end)
    second = _point(text, link.end()) if link else None
    if second is None or not first.deadline or not second.deadline:
        return first
    deadline, notes = second.deadline, second.notes
    if Note.YEAR_ABSENT in notes and Note.YEAR_ABSENT not in first.notes:
        deadline, notes = (
            f"{first.deadline[:4]}-{deadline}",
            tuple(note for note in notes if note is not Note.YEAR_ABSENT),
        )
    return Deadline(start, second.end, deadline, second.op, second.is_printed, first.deadline, notes)


def _point(text: str, start: int) -> Deadline | None:
    match = _NUMERIC.match(text, start) or _POINT.match(text, start)
    if match is None or match.end() == start:
        return None
    fields = match.groupdict()
    for name in ("month", "day"):
        fields[name] = next(
            (value for key, value in fields.items() if key.rstrip("23") == name and value), None
        )
    if not _is_deadline(text, match, fields):
        return None
    begin, op, is_printed = _comparison(text, match, fields)
    point = _Point(fields, is_done=op == "<=")
    deadline = _resolve(point)
    return Deadline(begin, match.end(), deadline, op, is_printed, None, tuple(dict.fromkeys(point.notes)))


def _is_deadline(text: str, match: re.Match[str], fields: dict[str, str | None]) -> bool:
    rest = text[match.end() :]
    if _TIMES.match(rest) and not any(fields.get(name) for name in ("year", "day", "part", "limit")):
        return False
    has_done = re.match(f"(?:就|全部|全面|基本|如期|一次性|按时|按期|及时)?(?:{_DONE})", rest) is not None
    if fields.get("month"):
        # 3月内 and ≤3月 are lengths of time, 3月底 and 3月 are not.
        is_length = (fields.get("limit") or "").endswith("内") or bool(
            _SIGN_BEFORE.search(text[: match.start()])
        )
        return bool(fields.get("year") or fields.get("day") or fields.get("part")) or not is_length
    if fields.get("quarter") or fields.get("first") or fields.get("half") or fields.get("end"):
        return True
    if fields.get("year") or fields.get("this"):
        head_is_free = (
            match.start() == 0
            or _SIGN_BEFORE.search(text[: match.start()])
            or text[match.start() - 1] in "于在到"
        )
        return bool(head_is_free) and (rest == "" or has_done or bool(fields.get("limit")))
    return False


def _comparison(text: str, match: re.Match[str], fields: dict[str, str | None]) -> tuple[int, str, bool]:
    """Where the phrase begins, the comparison, and whether it is printed."""
    sign = _SIGN_BEFORE.search(text[: match.start()])
    if sign:
        name = sign.lastgroup
        return sign.start(), {"le": "<=", "lt": "<", "eq": "=", "ge": ">=", "gt": ">"}[str(name)], True
    start = match.start()
    if start and text[start - 1] in "于在到至":
        start -= 1
    if fields.get("limit"):
        return start, ">=" if str(fields["limit"])[-1] in "起后" else "<=", True
    is_end = any(
        fields.get(name) in {"底", "末", "下旬", "中旬", "上旬"} for name in ("part", "quarter_part")
    )
    is_end = is_end or (fields.get("end") or "")[-1:] in {"底", "末", "终", "内"} or bool(fields.get("first"))
    is_done = re.match(
        r"(?:前|全部|全面|基本|如期|按时|按期|及时)*(?:完成|竣工|完工|建成|付清|办结|结束|交工)",
        text[match.end() :],
    )
    if (fields.get("end") or "").endswith("内"):
        return start, "<=", True
    return start, "<=" if is_end or is_done else "=", False


def _resolve(point: _Point) -> str | None:
    fields = point.fields
    year = point.year
    if month := fields.get("month"):
        return _month_point(point, year, _number(month))
    if quarter := fields.get("quarter") or fields.get("first"):
        return _quarter_point(point, year, _number(quarter))
    if half := fields.get("half"):
        point.notes.append(Note.PERIOD_END_TAKEN)
        return _day(year, 6, 30) if half == "上" else _day(year, 12, 31)
    end = fields.get("end") or ""
    if end.endswith("初"):
        return str(year) if year else None
    if end.endswith("中"):
        point.notes.append(Note.PERIOD_END_TAKEN)
        return _day(year, 6, 30)
    return (
        str(year)
        if year and not end and not fields.get("limit") and not point.is_done
        else _day(year, 12, 31)
    )


def _month_point(point: _Point, year: int | None, month: int) -> str | None:
    part, day = point.fields.get("part"), point.fields.get("day")
    if not 1 <= month <= 12:
        point.notes.append(Note.NOT_A_DATE)
        return None
    if day:
        return _checked_day(point, year, month, _number(day))
    is_from = (point.fields.get("limit") or "")[-1:] in {"起", "后"}
    if not part and (is_from or not point.fields.get("limit")):
        return f"{year}-{month:02}" if year else f"{month:02}"
    if part in {"上旬", "中旬"}:
        point.notes.append(Note.PERIOD_END_TAKEN)
        return _day(year, month, _LAST_OF_PART[part])
    if part == "初":
        return f"{year}-{month:02}" if year else f"{month:02}"
    if month == 2 and not year:
        # Its last day is not known without the year.
        return "02"
    return _day(year, month, calendar.monthrange(year or 2023, month)[1])


def _quarter_point(point: _Point, year: int | None, quarter: int) -> str:
    if year and (point.fields.get("quarter_part") in {"底", "末"} or point.fields.get("limit")):
        return _day(year, quarter * 3, calendar.monthrange(year, quarter * 3)[1])
    return f"{year}-Q{quarter}" if year else f"Q{quarter}"


def _checked_day(point: _Point, year: int | None, month: int, day: int) -> str | None:
    if not 1 <= day <= calendar.monthrange(year or 2024, month)[1]:
        point.notes.append(Note.NOT_A_DATE)
        return None
    return _day(year, month, day)


def _day(year: int | None, month: int, day: int) -> str:
    return f"{year}-{month:02}-{day:02}" if year else f"{month:02}-{day:02}"


def _months(text: str, start: int) -> Deadline | None:
    """`2024年1-12月`, `1月至12月底`."""
    match = _MONTHS.match(text, start)
    if match is None:
        return None
    point = _Point(match.groupdict())
    year, first, last = point.year, _number(match["from"]), _number(match["month"])
    if not 1 <= first <= 12 or not 1 <= last <= 12:
        return None
    deadline = _month_point(point, year, last)
    since = f"{year}-{first:02}" if year else f"{first:02}"
    begin, op, is_printed = _comparison(text, match, match.groupdict())
    return Deadline(begin, match.end(), deadline, op, is_printed, since, tuple(point.notes))


def _quarters(text: str, start: int) -> Deadline | None:
    """`第1-4季度`."""
    match = _QUARTERS.match(text, start)
    if match is None:
        return None
    point = _Point(match.groupdict())
    year = point.year
    deadline = _quarter_point(point, year, _number(match["quarter"]))
    since = f"{year}-Q{_number(match['from'])}" if year else f"Q{_number(match['from'])}"
    begin, op, is_printed = _comparison(text, match, match.groupdict())
    return Deadline(begin, match.end(), deadline, op, is_printed, since, tuple(point.notes))


def _years(text: str, start: int) -> Deadline | None:
    match = _YEARS.match(text, start)
    if match is None:
        return None
    end = f"{match['year']}-12-31" if match["limit"] else match["year"]
    return Deadline(
        start, match.end(), end, "<=" if match["limit"] else "=", bool(match["limit"]), match["from"]
    )


def last_day(deadline: str, year: int) -> date:
    """The last day that `Reading.deadline` leaves; `year` is that of the plan, for deadlines without their own."""
    if deadline[:4].isdigit():
        year, deadline = int(deadline[:4]), deadline[5:]
    if deadline[:1] == "Q":
        deadline = f"{int(deadline[1:]) * 3:02}"
    month, _, day = (deadline or "12").partition("-")
    last = calendar.monthrange(year, int(month))[1]
    return date(year, int(month), min(int(day or last), last))


def _number(printed: str) -> int:
    """Of digits or Chinese numerals that the patterns above let through; 0 for what is no number (`三五月`)."""
    number = to_decimal(printed)
    return int(number) if number is not None else 0
