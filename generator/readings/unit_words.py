"""Units in words: Chinese ones as printed, English ones where there is a plain word for them."""

from decimal import Decimal

from generator.readings.units import MONEY, UNITS
from generator.readings.wording import Language

# One and several. 个, 座 and the like count without saying what; English has no word for them and needs none.
_ENGLISH_LINES = """
人|person|people
名|person|people
党员|Party member|Party members
人次|attendance|attendances
户|household|households
户次|household visit|household visits
家庭|family|families
村|village|villages
村街|village|villages
行政村|administrative village|administrative villages
自然村|natural village|natural villages
社区|community|communities
乡镇|township|townships
镇|town|towns
组|group|groups
小组|group|groups
处|place|places
辆|vehicle|vehicles
次|time|times
回|time|times
场|session|sessions
场次|session|sessions
项|item|items
件|item|items
份|copy|copies
册|volume|volumes
篇|article|articles
套|set|sets
米|metre|metres
延米|metre|metres
延长米|metre|metres
公里|kilometre|kilometres
千米|kilometre|kilometres
厘米|centimetre|centimetres
平方米|square metre|square metres
平方公里|square kilometre|square kilometres
公顷|hectare|hectares
亩|mu|mu
立方米|cubic metre|cubic metres
升|litre|litres
吨|tonne|tonnes
公斤|kilogram|kilograms
千克|kilogram|kilograms
斤|jin|jin
日|day|days
天|day|days
工作日|working day|working days
周|week|weeks
星期|week|weeks
小时|hour|hours
课时|class hour|class hours
学时|class hour|class hours
分钟|minute|minutes
月|month|months
季度|quarter|quarters
半年|half-year|half-years
年|year|years
年度|year|years
学期|term|terms
岁|year of age|years of age
周岁|year of age|years of age
百分点|percentage point|percentage points
分|point|points
美元|US dollar|US dollars
"""
_ENGLISH = {
    zh: (one, several)
    for zh, one, several in (line.split("|") for line in _ENGLISH_LINES.strip().split("\n"))
}
_CHINESE = {"月": "个月", "季度": "个季度", "工作日": "个工作日", "百分点": "个百分点"}
_UNNAMED = frozenset({"个", "座"})
_CLOSE = ("%", "‰", "‱", "/", ":")
"""Units, and the second half of 2/3 and 1:1, that stand close to the number."""
_TENTHS = "成"


def with_unit(value: Decimal, value_max: Decimal | None, unit: str, language: Language) -> str:
    """`6,268 元`, `60 至 80 人`; `200,000 yuan`, `60 to 80 people`."""
    scale = Decimal(1) if language == "zh" else _english_scale(unit)
    numbers = [_number(each, scale, unit) for each in (value, value_max) if each is not None]
    number = (" 至 " if language == "zh" else " to ").join(numbers)
    is_one = numbers == ["1"]
    word = _CHINESE.get(unit, unit) if language == "zh" else english_unit(unit, is_one=is_one)
    return f"{number}{'' if word.startswith(_CLOSE) else ' '}{word}".rstrip()


def _english_scale(unit: str) -> Decimal:
    """万元 is said in yuan, 成 in per cent."""
    if unit == _TENTHS:
        return Decimal(10)
    known = UNITS.get(unit)
    return known.factor if known and known.family == MONEY else Decimal(1)


def _number(value: Decimal, scale: Decimal, unit: str) -> str:
    """With commas where there is a unit, as a number alone may be a year; the digits as printed unless rescaled."""
    scaled = value * scale
    digits = format(scaled, ",f" if unit else "f")
    return digits.rstrip("0").rstrip(".") if scale != 1 and "." in digits else digits


def english_unit(unit: str, *, is_one: bool) -> str:
    """The Chinese word where there is no English one."""
    known = UNITS.get(unit)
    if known and known.family == MONEY:
        return "yuan"
    if unit in _UNNAMED:
        return ""
    if unit == _TENTHS:
        return "%"
    one, several = _ENGLISH.get(unit, (unit, unit))
    return one if is_one else several


def per(base: str, language: Language) -> str:
    """`每村`, `每10户`, `每半年`; `per village`, `per 10 households`."""
    digits = "".join(sign for sign in base if sign.isascii() and sign.isdigit())
    unit = base.removeprefix(digits)
    if language == "zh":
        return f"每{digits}{'个' if digits and unit == '月' else ''}{unit}"
    word = english_unit(unit, is_one=digits in {"", "1"})
    return f"per {digits} {word or unit}" if digits else f"per {word or unit}"
