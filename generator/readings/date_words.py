"""Dates of readings in words: `2024-12-31`, `2023-11`, `2024`, `Q4`, `2024-Q4`, `12-31`, `12`."""

import calendar
import re

from generator.readings.wording import Language, Words

_DATE = re.compile(
    r"(?:(?P<year>[0-9]{4})-?)?(?:Q(?P<quarter>[1-4])|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"
)
_QUARTERS: dict[str, Words] = {
    "1": {"zh": "第一季度", "en": "the first quarter"},
    "2": {"zh": "第二季度", "en": "the second quarter"},
    "3": {"zh": "第三季度", "en": "the third quarter"},
    "4": {"zh": "第四季度", "en": "the fourth quarter"},
}
_END: Words = {"zh": "{}末", "en": "the end of {}"}
_COMPARED: dict[str, Words] = {
    "<=": {"zh": "不晚于{}", "en": "by {}"},
    "<": {"zh": "早于{}", "en": "before {}"},
    ">=": {"zh": "不早于{}", "en": "from {} on"},
    ">": {"zh": "晚于{}", "en": "after {}"},
}


def date_in_words(date: str, language: Language, op: str = "=") -> str:
    """`不晚于2024年12月31日`, `by 31 December 2024`, `by the end of November 2023`; with `=` the date alone."""
    match = _DATE.fullmatch(date)
    fields = match.groupdict() if match else {}
    if not any(fields.values()):
        return date
    said = (_chinese if language == "zh" else _english)(**fields)
    if op == "<=" and not fields["day"]:
        said = _END[language].format(said)
    if op in _COMPARED:
        return _COMPARED[op][language].format(said)
    return said


def _chinese(year: str | None, quarter: str | None, month: str | None, day: str | None) -> str:
    parts = (
        f"{year}年" if year else "",
        _QUARTERS[quarter]["zh"] if quarter else "",
        f"{int(month)}月" if month else "",
        f"{int(day)}日" if day else "",
    )
    return "".join(parts)


def _english(year: str | None, quarter: str | None, month: str | None, day: str | None) -> str:
    parts = (
        str(int(day)) if day else "",
        calendar.month_name[int(month)] if month else "",
        _QUARTERS[quarter]["en"] + (" of" if year else "") if quarter else "",
        year or "",
    )
    return " ".join(part for part in parts if part)
