"""What a rate is per: `/人/月`, `元/人·月`, `每人每月10元`, `人均200元`."""

import re
from dataclasses import dataclass

from generator.readings.comparators import alternatives
from generator.readings.numerals import to_decimal
from generator.readings.units import UNITS

_OTHER_BASES = (
    "学生 生 党员 村民小组 党支部 支部 村级 老人 残疾人 干部 村干部 家庭 农户 班 校 学校 年度 半年 季 旬 平台 企业 项目 站点 栋楼 "
    "行政村 自然村 社区 标准亩 公众号 万元 例 镇街 镇 乡 校车 工日 中心 所 床位 工程 公里 只 头 儿童 户次"
)
_BASES = set(_OTHER_BASES.split()) | {
    word for word in UNITS if not word.startswith("个") and word not in {"%", "‰", "‱", "成", "分"}
}
_BASE = alternatives(_BASES)
_PLAIN = {"季": "季度", "年度": "年", "星期": "周"}
_COUNT = r"(?P<count>[0-9]+|[一两二三四五六七八九十]{1,3}|[百千万半](?!分))?"
_COUNTER = r"[个名位]?(?:贫困|困难)?"
_EVERY = rf"每{_COUNT}{_COUNTER}(?P<base>{_BASE})"
_LINK = re.compile(rf"(?:/\(?每?|[·.*、]|每){_COUNT}{_COUNTER}(?P<base>{_BASE})\)?")
_FREE_LINK = re.compile(r"/(?P<base>[\u4e00-\u9fff]{1,6}?)(?=$|[/·,;(]|以上|以内|以下|左右|标准)")
_BEFORE = re.compile(
    rf"{_EVERY}"
    r"|(?P<mean>人|户|村|亩|年|月|日|天|季度|季|周|社区|生|班|次)均"
    r"|(?:按|逐)(?P<by>月|季度|季|周|日|天|年)(?!度|初|末|底|均|龄|照|计划|任务|目标|预算|标准|进度|时)"
    r"|(?P<span>[一两半]|[0-9]{1,2})个?(?P<time>年|季度|月|星期|周|天|日)(?=(?:不少于|至少|≥)?[0-9一两二三四五六七八九十]+次)"
)


@dataclass(frozen=True, slots=True)
class Per:
    base: str
    start: int
    end: int
    is_mean: bool = False
    """`人均`, which before a share belongs to the noun: 人均收入增长8%."""


def find_before(text: str, start: int, end: int) -> list[Per]:
    """`每人每月`, `人均`, `一年` in `一年两次`, in order."""
    return [_per(match) for match in _BEFORE.finditer(text, start, end)]


def read_chain(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """`/人/月` and where it ends. Links that begin with 每 or · need a unit before them, which the caller has read."""
    bases: list[str] = []
    position = start
    while match := _LINK.match(text, position) or _FREE_LINK.match(text, position):
        if not bases and text[position] in "·.*、":
            break
        bases.append(_name(match.groupdict().get("count"), match["base"]))
        position = match.end()
    return tuple(bases), position


def parse_bases(printed: str) -> tuple[str, ...]:
    """The bases in a unit column after its first slash: `人·月` → (`人`, `月`)."""
    return tuple(part for part in re.split(r"[/·.]|每", printed) if part)


def _per(match: re.Match[str]) -> Per:
    if match["mean"]:
        return Per(_name(None, match["mean"]), match.start(), match.end(), is_mean=True)
    if match["by"]:
        return Per(_name(None, match["by"]), match.start(), match.end())
    if match["span"]:
        return Per(_name(match["span"], match["time"]), match.start(), match.end())
    return Per(_name(match["count"], match["base"]), match.start(), match.end())


def _name(count: str | None, base: str) -> str:
    """`两`, `月` → `2月`; `半`, `年` → `半年`; `㎡` → `平方米`."""
    base = _PLAIN.get(base) or (UNITS[base].plain if base in UNITS else base)
    if count in {None, "一", "1"}:
        return base
    if count in {"半", "百", "千", "万"}:
        return f"{count}{base}"
    number = to_decimal(str(count))
    return f"{number}{base}" if number is not None else f"{count}{base}"
