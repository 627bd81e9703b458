"""Readings made comparable, with exact conversions only.

Exact: 万元, 亿元 … → 元; 公里, 厘米 → metre, 延长米 = 米; 公顷, 平方公里 → square metre; 吨, 公斤, 克, 斤 → kilogram; ‰, 成 and
such fractions as have an end → per cent; 周 → days. Not converted: 月 and 年, 工作日 and 日, 亩, 度, 人次 and 人, and a
rate per several (`/10户`). A change (`提高5%`) has a family of its own beside the level (`95%`).
"""

from decimal import ROUND_DOWN, Context, Decimal, Inexact

from generator.readings.reading import Kind, Measure, Reading
from generator.readings.units import MONEY, UNITS

_PERIODS = {"年度": "年", "季": "季度", "星期": "周", "天": "日"}
_HEADS = {"名": "人", "位": "人", "行政村": "村", "农户": "户"}
_MEASURED = {Kind.QUANTITY, Kind.RATIO, Kind.MONEY}
_BASE_UNITS = {f"{MONEY}:元": "元"} | {
    unit.family: unit.plain for unit in reversed(UNITS.values()) if unit.factor == 1 and unit.family != MONEY
}
"""Of each family, the first that is declared."""
_EXACT = Context(prec=60, rounding=ROUND_DOWN, traps=[Inexact])


def measure(reading: Reading) -> Measure | None:
    """None where nothing can be compared: words, dates, numbers without a unit, rates per several."""
    if reading.kind not in _MEASURED or reading.value is None or reading.unit is None or reading.op is None:
        return None
    scale = _scale(reading.unit)
    if scale is None or any(base[0] in "0123456789半百千万" for base in reading.per):
        return None
    family, top, bottom = scale
    low = _convert(reading.value, top, bottom)
    high = None if reading.value_max is None else _convert(reading.value_max, top, bottom)
    if low is None or (high is None and reading.value_max is not None):
        return None
    return Measure(_family(reading, family), reading.op, low, high)


def base_unit(family: str) -> str:
    """What the values of a family are counted in: `%`, `人`, `元/人/月`; of a counter itself."""
    known = family.removeprefix("change:")
    rate = ""
    # A counter can hold a slash itself: mg/L.
    while known and known not in _BASE_UNITS:
        known, slash, base = known.rpartition("/")
        rate = f"{slash}{base}{rate}"
    return _BASE_UNITS[known] + rate


def _scale(unit: str) -> tuple[str, Decimal, Decimal] | None:
    """Family, factor and divisor to its base unit."""
    if unit[0] == "/" and unit[1:].isdigit():
        return "ratio", Decimal(100), Decimal(unit[1:])
    known = UNITS.get(unit)
    return (known.family, known.factor, Decimal(1)) if known else None


def _convert(value: Decimal, top: Decimal, bottom: Decimal) -> Decimal | None:
    """None where the result has no end: two thirds."""
    try:
        return _EXACT.divide(_EXACT.multiply(value, top), bottom)
    except (Inexact, ArithmeticError):
        return None


def _family(reading: Reading, family: str) -> str:
    base = f"{MONEY}:元" if family == MONEY else family
    rate = "/".join([base, *_in_order(reading.per)])
    return f"change:{rate}" if reading.change else rate


def _in_order(per: tuple[str, ...]) -> list[str]:
    """Who first, then the period: 元/月·人 is 元/人·月."""
    plain = [_PERIODS.get(base, _HEADS.get(base, base)) for base in per]
    periods = {"年", "季度", "月", "周", "日", "学期", "小时", "旬"}
    return sorted(plain, key=lambda base: base in periods)
