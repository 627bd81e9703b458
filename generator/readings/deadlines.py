"""Dates, months, quarters and stretches of time in a target value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.readings.dates import Point, make_point, resolve
from generator.readings.reading import Note

_SMALL = r"[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_CHINESE_YEAR = r"[一二][〇零九][〇零一二三四五六七八九]{2}"
_DONE = "完成|竣工|完工|建成|实施|发放|拨付|支付|交付|验收|投入|到位|实现|开工|启动|结束|执行完|下达|兑现|付清|兑付|上报|落实|交工|办结"
_YEAR = (
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}}|{_CHINESE_YEAR}|[0-9]{{2}}(?=年(?:[0-9]{{1,2}}月|底|末|终)))(?:年度?|(?=全年))"
    r"|(?P<this>本年度?|当年度?|今年|全年|年度(?=内))(?!级|轻)|)"
)
_WITHIN_YEAR = (
    rf"(?:(?P<month>{_SMALL})月份?(?:(?P<day>{_SMALL})[日号](?:[0-9]{{1,2}}[时点])?|(?P<part>底|末|初|上旬|中旬|下旬))?"
    r"|第?(?P<quarter>[一二三四1-4])季度(?P<part2>底|末|初)?"
    r"|前(?P<first>[一二两三123])个?季度"
    r"|(?P<half>[上下])半年"
    r"|(?P<end>年?(?:底|末|终|中(?!期|央|心|国|小|型|旬)|内)|(?<=[0-9年])全年|年初|(?<=年)初|(?<=年度)内)"
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
    rf"{_YEAR}第?(?P<from>[一二三四1-4])(?:季度)?(?:-|~|至|到)+第?(?P<quarter>[一二三四1-4])季度(?P<part>底|末)?{_LIMIT}"
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
_DONE_NEXT = re.compile(f"(?:就|全部|全面|基本|如期|一次性|按时|按期|及时)*(?:{_DONE})")
_FINISHED_NEXT = re.compile(
    "(?:前|全部|全面|基本|如期|按时|按期|及时)*(?:完成|竣工|完工|建成|付清|办结|结束|交工)"
)
_SIGNS = {"le": "<=", "lt": "<", "eq": "=", "ge": ">=", "gt": ">"}
_LONGEST_SIGN = 5


@dataclass(frozen=True, slots=True)
class Deadline:
    start: int
    end: int
    deadline: str | None
    op: str | None
    is_printed: bool = False
    since: str | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class _Comparison:
    start: int
    """Where the phrase with it begins."""
    op: str
    is_printed: bool


def find_deadline(text: str) -> Deadline | None:
    """The first date or period in a clause; none where a date only says what something is compared with."""
    return next(find_deadlines(text), None)


def find_deadlines(text: str) -> Iterator[Deadline]:
    position = 0
    while match := _START.search(text, position):
        position = match.start()
        found = None if _NOT_AFTER.search(text[max(0, position - 3) : position]) else _read_at(text, position)
        if found and not _COMPARED.match(text[found.end : found.end + 4]):
            yield found
        position = found.end if found else position + 1
    if season := _SEASON.search(text):
        yield Deadline(season.start(), season.end(), None, None, notes=(Note.DATE_ABSENT,))


def _read_at(text: str, start: int) -> Deadline | None:
    return (
        _periods_of_year(text, start, _MONTHS)
        or _periods_of_year(text, start, _QUARTERS)
        or _years(text, start)
        or _span(text, start)
    )


def _periods_of_year(text: str, start: int, pattern: re.Pattern[str]) -> Deadline | None:
    """`2024年1-12月`, `1月至12月底`, `第1-4季度`."""
    match = pattern.match(text, start)
    if match is None:
        return None
    last = make_point(match.groupdict())
    first = make_point({"year": match["year"], "month" if pattern is _MONTHS else "quarter": match["from"]})
    since, first_notes = resolve(first)
    deadline, notes = resolve(last)
    if since is None or deadline is None:
        return None
    comparison = _compare(text, match, last)
    notes = tuple(dict.fromkeys((*first_notes, *notes)))
    return Deadline(
        comparison.start, match.end(), deadline, comparison.op, comparison.is_printed, since, notes
    )


def _years(text: str, start: int) -> Deadline | None:
    """`2024-2026年`."""
    match = _YEARS.match(text, start)
    if match is None:
        return None
    comparison = _compare(text, match, make_point(match.groupdict()))
    end = f"{match['year']}-12-31" if match["limit"] else match["year"]
    return Deadline(start, match.end(), end, comparison.op, comparison.is_printed, match["from"])


def _span(text: str, start: int) -> Deadline | None:
    """One point, or two with 至 between them; the second takes the year of the first."""
    first = _point(text, start)
    if first is None or first.deadline is None:
        return first
    link = _TO.match(text, first.end)
    second = _point(text, link.end()) if link else None
    if second is None or second.deadline is None:
        return first
    deadline, notes = second.deadline, second.notes
    if Note.YEAR_ABSENT in notes and Note.YEAR_ABSENT not in first.notes:
        deadline = f"{first.deadline[:4]}-{deadline}"
        notes = tuple(note for note in notes if note is not Note.YEAR_ABSENT)
    return Deadline(start, second.end, deadline, second.op, second.is_printed, first.deadline, notes)


def _point(text: str, start: int) -> Deadline | None:
    match = _NUMERIC.match(text, start) or _POINT.match(text, start)
    if match is None or match.end() == start:
        return None
    point = make_point(match.groupdict())
    if not _is_deadline(text, match, point):
        return None
    comparison = _compare(text, match, point)
    deadline, notes = resolve(point, is_done=comparison.op == "<=")
    return Deadline(
        comparison.start, match.end(), deadline, comparison.op, comparison.is_printed, None, notes
    )


def _is_deadline(text: str, match: re.Match[str], point: Point) -> bool:
    if _TIMES.match(text, match.end()) and not (point.year or point.day or point.part or point.limit):
        # 一季度一次
        return False
    if point.month is not None:
        # 3月内 and ≤3月 are lengths of time, 3月底 and 3月 are not.
        is_length = point.limit.endswith("内") or _sign_before(text, match.start()) is not None
        return bool(point.year or point.day or point.part) or not is_length
    if point.is_within_year:
        return True
    has_year = bool(point.year or match["this"])
    return has_year and _stands_alone(text, match, point)


def _stands_alone(text: str, match: re.Match[str], point: Point) -> bool:
    """`2024年完成`, `2024年度`, but not `2024年标准`."""
    start, end = match.span()
    is_free = start == 0 or _sign_before(text, start) is not None or text[start - 1] in "于在到"
    return is_free and (end == len(text) or bool(point.limit) or _DONE_NEXT.match(text, end) is not None)


def _sign_before(text: str, start: int) -> re.Match[str] | None:
    return _SIGN_BEFORE.search(text[max(0, start - _LONGEST_SIGN) : start])


def _compare(text: str, match: re.Match[str], point: Point) -> _Comparison:
    start = match.start()
    if sign := _sign_before(text, start):
        return _Comparison(start - len(sign[0]), _SIGNS[str(sign.lastgroup)], is_printed=True)
    if start and text[start - 1] in "于在到至":
        start -= 1
    if point.limit:
        return _Comparison(start, ">=" if point.is_from else "<=", is_printed=True)
    is_end = point.ends or _FINISHED_NEXT.match(text, match.end()) is not None
    return _Comparison(start, "<=" if is_end else "=", is_printed=point.part == "内")
