"""The family of a measure in words: `money:元/人/月` is `金额（元/人/月）`, `money (yuan per person per month)`."""

from decimal import Decimal

from generator.readings.unit_words import english_unit, per
from generator.readings.units import MONEY, UNITS
from generator.readings.wording import Language, Words

_SUBJECTS: dict[str, Words] = {
    MONEY: {"zh": "金额", "en": "amount"},
    "ratio": {"zh": "比例", "en": "share"},
    "percentage points": {"zh": "比例的差", "en": "difference of shares"},
    "count": {"zh": "数量", "en": "number"},
    "times": {"zh": "次数", "en": "number of times"},
    "length": {"zh": "长度", "en": "length"},
    "area": {"zh": "面积", "en": "area"},
    "volume": {"zh": "体积", "en": "volume"},
    "mass": {"zh": "重量", "en": "mass"},
    "time": {"zh": "时间", "en": "time"},
    "age": {"zh": "年龄", "en": "age"},
    "temperature": {"zh": "温度", "en": "temperature"},
    "power": {"zh": "功率", "en": "power"},
    "energy": {"zh": "电量", "en": "energy"},
    "points": {"zh": "分数", "en": "points"},
}
_CHANGED = "change:"
_CHANGE: Words = {"zh": "{subject}的变化", "en": "change of {subject}"}
_WITH_UNIT: Words = {"zh": "{subject}（{unit}）", "en": "{subject} ({unit})"}
_BASE_UNITS = {
    **{unit.family: unit.plain for unit in reversed(UNITS.values()) if unit.factor == Decimal(1)},
    f"{MONEY}:元": "元",
    "count:places": "个、处、座",
}


def family_in_words(family: str, language: Language) -> str:
    base, bases = _parts(family)
    words = _SUBJECTS[base.partition(":")[0]][language]
    if family.startswith(_CHANGED):
        words = _CHANGE[language].format(subject=words)
    said = _said(_BASE_UNITS[base], bases, language)
    return _WITH_UNIT[language].format(subject=words, unit=said) if said else words


def family_unit(family: str) -> str:
    """What its values are counted in, as printed: `%`, `人`, `元/人/月`."""
    base, bases = _parts(family)
    return "/".join([_BASE_UNITS[base], *bases])


def _parts(family: str) -> tuple[str, list[str]]:
    """The family without rates, and what the rates are per. Some units have a slash of their own: `毫克/升`."""
    parts = family.removeprefix(_CHANGED).split("/")
    size = next(size for size in range(len(parts), 0, -1) if "/".join(parts[:size]) in _BASE_UNITS)
    return "/".join(parts[:size]), parts[size:]


def _said(unit: str, bases: list[str], language: Language) -> str:
    if language == "zh":
        return "/".join([unit, *bases])
    is_unnamed = "、" in unit
    word = "" if is_unnamed else unit if unit == "%" else english_unit(unit, is_one=False)
    return " ".join(part for part in (word, *(per(base, language) for base in bases)) if part)
