"""Results of self-evaluations whose cells have nothing between them: `菌棚数量10≥16座≥15座9`.

Digits that run into one another are parted only where one reading is left: points are at most 100 and never fewer
than the score, no number begins with a zero, no rate is above 100%, target and result have the same unit, and the
money spent is the printed rate of the money planned.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.importing.families.affinity import UNIT

_SIGN = r"(?:[≥≤≧≦⩾⩽＞＜＝═><=]+)"
_NUMBER = r"(?:\d[\d,，]*(?:\.\d+)?)"
_DEGREE = r"(?:显著|明显|有效|稳步|逐步|持续|不断|基本)?(?:提升|提高|改善|增强|增加|减少|降低|完善|保障|稳定|优|良|高|好|及时|合格|达标|满意)"
_PAIR = {
    "signed": rf"(?P<target>{_SIGN}{_NUMBER}(?P<unit>{UNIT}|[\u4e00-\u9fff/／]{{1,4}})?)(?P<actual>{_SIGN}?{_NUMBER}(?(unit)(?P=unit)))",
    "unit": rf"(?P<target>{_NUMBER}(?P<unit>{UNIT}))(?P<actual>{_NUMBER}(?P=unit))",
    "degree": rf"(?P<target>{_DEGREE})(?P<actual>(?P=target))",
}
_ORDERS: Mapping[tuple[str, ...], str] = {
    ("weight", "target", "actual", "score"): r"(?P<weight>{lead}){pair}(?P<score>\d{{1,3}}(?:\.\d)?)",
    ("target", "actual", "weight", "score"): r"{pair}(?P<points>\d{{2,6}})",
    ("target", "actual"): r"{pair}",
}
_AFTER = r"(?=$|[\u4e00-\u9fff★☆*（(“…])"
_MOST_POINTS = 100
_ROUNDED = 1.01
"""Of the last decimal of a rate, which may be rounded or cut."""


def split_results(text: str, fields: Sequence[str]) -> list[str] | None:
    """Name, then the cells behind it in the order of their columns, for each row; None where a row stays unread."""
    order = tuple(field for field in fields if field in ("weight", "target", "actual", "score"))
    if order not in _ORDERS:
        return None
    cells: list[str] = []
    place = 0
    for start, end, values in _rows(text, order):
        if start <= place:
            return None
        cells += [text[place:start], *values]
        place = end
    return cells if cells and not text[place:] else None


def _rows(text: str, order: tuple[str, ...]) -> Iterator[tuple[int, int, list[str]]]:
    """Where the values of each row begin and end."""
    place = 0
    while place < len(text):
        found = [each for name in _PAIR if (each := _next(text, place, name, order))]
        if not found:
            return
        start, end, values = min(found, key=lambda each: (each[0], -each[1]))
        yield start, end, values
        place = end


def _next(text: str, place: int, name: str, order: tuple[str, ...]) -> tuple[int, int, list[str]] | None:
    lead = r"\d{1,3}" if name != "unit" else r"\d{1,3}?"
    pattern = re.compile(r"(?<![\d.])" + _ORDERS[order].format(lead=lead, pair=_PAIR[name]) + _AFTER)
    for found in pattern.finditer(text, place + 1):
        readings = [reading for reading in _readings(found, order) if _is_possible(reading, order)]
        equal = [each for each in readings if _points(each, order)[0] == _points(each, order)[1]]
        if len(readings) == 1 or len(equal) == 1:
            return found.start(), found.end(), (readings if len(readings) == 1 else equal)[0]
    return None


def _readings(found: re.Match[str], order: tuple[str, ...]) -> Iterator[list[str]]:
    groups = found.groupdict()
    if "points" in groups:
        digits = groups["points"]
        for cut in range(1, len(digits)):
            yield [groups["target"], groups["actual"], digits[:cut], digits[cut:]]
    elif order[0] == "weight" and groups["target"][0].isdecimal():
        digits = groups["weight"] + groups["target"]
        number = re.match(r"\d+", digits)
        for cut in range(1, number.end() if number else 1):
            yield [digits[:cut], digits[cut:], groups["actual"], groups["score"]]
    else:
        yield [groups[field] for field in order]


def _is_possible(reading: Sequence[str], order: tuple[str, ...]) -> bool:
    weight, score = _points(reading, order)
    values = [value for value, field in zip(reading, order, strict=True) if field in ("target", "actual")]
    return (
        0 <= score <= weight <= _MOST_POINTS and all(map(_is_value, reading)) and all(map(_is_rate, values))
    )


def _points(reading: Sequence[str], order: tuple[str, ...]) -> tuple[float, float]:
    by_field = dict(zip(order, reading, strict=True))
    return float(by_field.get("weight", 0)), float(by_field.get("score", 0))


def _is_value(text: str) -> bool:
    return re.match(r"0\d", text.lstrip("≥≤≧≦⩾⩽＞＜＝═><=")) is None


def _is_rate(text: str) -> bool:
    found = re.fullmatch(rf"{_SIGN}?({_NUMBER})[%％]", text)
    return found is None or float(found[1].replace(",", "")) <= _MOST_POINTS


def split_sums(text: str, columns: Sequence[str]) -> list[str] | None:
    """`20.516.41080%8` below 全年预算数、全年执行数、分值、执行率、得分 → its sums, by what the rate says of them."""
    wanted = [
        column
        for column in columns
        if column in ("adjusted", "executed", "money_weight", "rate", "money_score")
    ]
    found = re.fullmatch(r"(?P<digits>[\d.]+)[%％](?P<score>\d{1,2}(?:\.\d+)?)?", text)
    if not found or list(columns) != wanted or columns[:2] != ["adjusted", "executed"]:
        return None
    has_points = "money_weight" in columns
    readings = [
        [
            planned,
            spent,
            *([points] if has_points else []),
            f"{rate}%",
            *([found["score"]] if found["score"] else []),
        ]
        for planned, spent, points, rate in _sums(found["digits"], has_points=has_points)
    ]
    return readings[0] if len(readings) == 1 else None


def _sums(digits: str, *, has_points: bool) -> Iterator[tuple[str, str, str, str]]:
    points = "10" if has_points else ""
    for cut in range(2, len(digits)):
        rate = digits[cut:]
        if not digits[:cut].endswith(points) or not _is_sum(rate):
            continue
        sums = digits[: cut - len(points)]
        splits = ((sums[:middle], sums[middle:]) for middle in range(1, len(sums)))
        yield from (
            (planned, spent, points, rate) for planned, spent in splits if _agree(planned, spent, rate)
        )


def _agree(planned: str, spent: str, rate: str) -> bool:
    """Whether the rate is that of the sums, to its last printed decimal."""
    if not (_is_sum(planned) and _is_sum(spent) and float(planned) and float(rate)):
        return False
    decimals = len(rate.partition(".")[2])
    last_decimal: float = 10**-decimals
    return abs(100 * float(spent) / float(planned) - float(rate)) < _ROUNDED * last_decimal


def _is_sum(text: str) -> bool:
    return re.fullmatch(r"(?:0|[1-9]\d*)(?:\.\d{1,6})?", text) is not None
