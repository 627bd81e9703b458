"""How often: `每季度末`, `按月`, `分4个季度`, `年中及年末`, `一次性发放`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.readings.numerals import to_decimal

_NUMBER = r"[0-9]{1,3}|[一两二三四五六七八九十]{1,3}|半"
_UNIT = "季度|学期|半年|星期|工作日|年度|年|月|周|日|天|季|旬"
_PERIODIC = re.compile(
    rf"每(?P<every>{_NUMBER})?个?(?P<unit>{_UNIT})(?!均)(?:[首末]月|首日)?(?P<part>度?[初中末底]|上旬|中旬|下旬|[0-9]{{1,2}}[日号])?(?P<limit>之?前|以前)?"
    r"|按(?P<by>月|季度|季|周|日|天|旬|学期|半年|年)度?(?P<by_part>[初末])?(?!度|时|计划|任务|目标|预算|标准|进度|均|照|龄)"
    rf"|分(?P<parts>{_NUMBER})个?(?P<part_unit>季度|月|年|次|批次|批|期|阶段|年度|学期)"
    r"|逐(?P<step>月|季|日|周)"
)
_POINTS_OF_YEAR = re.compile(
    r"(?:年初|年中|年末|年底|上半年|下半年)(?:[、和及与](?:年初|年中|年末|年底|上半年|下半年))+|(?<!每)(?<![0-9])年初"
)
_ONCE = re.compile(r"一次性(?=$|发放|拨付|支付|付清|下拨|到位|拨|兑付|兑现|缴清|缴纳|划拨|付)")
_DURATIONS = {
    "年": (1, "Y"),
    "年度": (1, "Y"),
    "半年": (6, "M"),
    "季度": (3, "M"),
    "月": (1, "M"),
    "周": (1, "W"),
    "天": (1, "D"),
    "日": (1, "D"),
}


@dataclass(frozen=True, slots=True)
class Frequency:
    start: int
    end: int
    per: tuple[str, ...] = ()
    interval: str | None = None
    times: Decimal | None = None


def find_frequency(text: str) -> Frequency | None:
    return next(find_frequencies(text), None)


def find_frequencies(text: str) -> Iterator[Frequency]:
    for match in _POINTS_OF_YEAR.finditer(text):
        yield Frequency(match.start(), match.end(), ("年",))
    for match in _ONCE.finditer(text):
        yield Frequency(match.start(), match.end(), times=Decimal(1))
    for match in _PERIODIC.finditer(text):
        yield _periodic(match)


def _periodic(match: re.Match[str]) -> Frequency:
    if match["parts"]:
        return _parts(match)
    if match["unit"]:
        return _every(match, match["every"] or "一", match["unit"])
    return _every(match, "一", match["by"] or match["step"])


def _every(match: re.Match[str], count: str, unit: str) -> Frequency:
    plain = {"年度": "年", "季": "季度", "星期": "周"}.get(unit, unit)
    if count == "半":
        return Frequency(match.start(), match.end(), (f"半{plain}",), "P6M" if plain == "年" else None)
    number = to_decimal(count) or Decimal(1)
    base = plain if number == 1 else f"{number}{plain}"
    return Frequency(match.start(), match.end(), (base,), _duration(int(number), plain))


def _parts(match: re.Match[str]) -> Frequency:
    """In 4 quarters is once a quarter; in two times says nothing of when."""
    number, unit = to_decimal(match["parts"]), match["part_unit"]
    if unit in {"季度", "月", "年", "年度", "学期"}:
        return Frequency(match.start(), match.end(), (unit,), _duration(1, unit), number)
    return Frequency(match.start(), match.end(), times=number)


def _duration(count: int, unit: str) -> str | None:
    if unit not in _DURATIONS:
        return None
    length, letter = _DURATIONS[unit]
    return f"P{count * length}{letter}"
