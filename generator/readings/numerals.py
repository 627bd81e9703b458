"""Numbers as they are printed: Arabic with thousands commas, Chinese, mixed, and Chinese fractions."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_DIGITS = {sign: str(number) for number, sign in enumerate("零一二三四五六七八九")} | {
    "〇": "0",
    "两": "2",
    **{sign: str(number) for number, sign in enumerate("壹贰叁肆伍陆柒捌玖", start=1)},
}
_STEPS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_SIGNS = "".join(_DIGITS) + "".join(_STEPS) + "".join(_MYRIADS)
CHINESE = rf"[{''.join(_DIGITS)}十拾][{_SIGNS}]*(?:点[{''.join(_DIGITS)}]+)?"

_MAX_DIGITS = 20
"""A longer row of digits is an account or an identity number, not a quantity."""

_NUMBER = re.compile(
    r"(?P<whole>百分之百|百分百)"
    rf"|(?P<share>[百千万])分之(?P<of>{ARABIC}|一百|{CHINESE})"
    rf"|(?P<bottom>{CHINESE})分之(?P<top>{CHINESE})"
    r"|(?P<moiety>半数|一半)"
    r"|(?P<half>半)(?=年|个月|天|日|小时)"
    rf"|(?P<mixed>[0-9]+(?:\.[0-9]+)?[万亿][0-9]+(?:\.[0-9]+)?[万千百])"
    rf"|(?P<arabic>{ARABIC})(?:(?P<link>[/:])(?P<second>[0-9]{{1,4}})(?![0-9/.年月-]))?"
    rf"|(?P<chinese>{CHINESE})"
)
_IS_CHINESE = re.compile(f"[{_SIGNS}点]+").fullmatch
_NUMBER_START = re.compile(r"[0-9百千半" + "".join(_DIGITS) + r"十拾]|万分")
_SHARE_UNITS = {"百": "%", "千": "‰", "万": "‱"}


@dataclass(frozen=True, slots=True)
class Number:
    start: int
    end: int
    value: Decimal
    upper: Decimal | None = None
    """`三四次`: the larger of two neighbours."""
    unit: str | None = None
    """Where the number itself is a share: `百分之九十五`, `三分之二` (`/3`), `1:1` (`:1`)."""
    is_converted: bool = False
    is_half: bool = False
    """`半年`."""


def read_number(text: str, start: int) -> Number | None:
    """The number that begins at `start`."""
    match = _NUMBER.match(text, start)
    if match is None:
        return None
    form = next(name for name in _FORMS if match[name])
    return _FORMS[form](match)


def next_number_start(text: str, start: int, end: int) -> int | None:
    match = _NUMBER_START.search(text, start, end)
    return match.start() if match else None


def to_decimal(printed: str) -> Decimal | None:
    """Arabic or Chinese; none for what is no number."""
    if re.fullmatch(ARABIC, printed):
        return Decimal(printed.replace(",", ""))
    return _parse_chinese(printed)


def shift(value: Decimal, places: int) -> Decimal:
    """Times ten to the `places`, exactly, whatever the precision of the context."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    return Decimal(format(Decimal((sign, digits, exponent + places)), "f"))


def _arabic(match: re.Match[str]) -> Number | None:
    digits = match["arabic"]
    if len(digits) > _MAX_DIGITS:
        return None
    value = Decimal(digits.replace(",", ""))
    if match["link"] and "." not in digits:
        second = match["second"]
        if match["link"] == ":" or (value < int(second) and int(second) <= 100):
            return Number(match.start(), match.end(), value, unit=f"{match['link']}{int(second)}")
    return Number(match.start(), match.end("arabic"), value)


def _share(match: re.Match[str]) -> Number | None:
    value = Decimal(100) if match["of"] == "一百" else to_decimal(match["of"])
    if value is None:
        return None
    return Number(match.start(), match.end(), value, unit=_SHARE_UNITS[match["share"]], is_converted=True)


def _fraction(match: re.Match[str]) -> Number | None:
    bottom, top = to_decimal(match["bottom"]), to_decimal(match["top"])
    if not bottom or top is None:
        return None
    return Number(match.start(), match.end(), top, unit=f"/{bottom}", is_converted=True)


def _mixed(match: re.Match[str]) -> Number | None:
    """`2万5千` is 25000."""
    parts = re.findall(r"([0-9.]+)([万亿千百])", match["mixed"])
    if any(len(digits) > _MAX_DIGITS // 2 for digits, _ in parts):
        return None
    value = sum((Decimal(digits) * (_MYRIADS | _STEPS)[step] for digits, step in parts), Decimal(0))
    return Number(match.start(), match.end(), value, is_converted=True)


def _chinese(match: re.Match[str]) -> Number | None:
    printed = match["chinese"]
    end = match.end()
    # 万 and 亿 at the end belong to the unit (三万元 is 3 万元), as they do after Arabic digits.
    while len(printed) > 1 and printed[-1] in _MYRIADS:
        printed, end = printed[:-1], end - 1
    if (pair := _neighbours(printed)) is not None:
        return Number(match.start(), end, pair[0], upper=pair[1], is_converted=True)
    value = _parse_chinese(printed)
    return None if value is None else Number(match.start(), end, value, is_converted=True)


def _neighbours(printed: str) -> tuple[Decimal, Decimal] | None:
    """`三四` is three to four, `一两` one to two."""
    if len(printed) != 2 or not all(sign in _DIGITS for sign in printed):
        return None
    low, high = (int(_DIGITS[sign]) for sign in printed)
    return (Decimal(low), Decimal(high)) if 0 < low == high - 1 else None


def _parse_chinese(printed: str) -> Decimal | None:
    if len(printed) > _MAX_DIGITS or not _IS_CHINESE(printed):
        return None
    whole, _, fraction = printed.partition("点")
    value = _parse_digits(whole) if _is_digits(whole) else _parse_steps(whole)
    if value is None or not fraction:
        return value if value is None else Decimal(value)
    if not _is_digits(fraction):
        return None
    return Decimal(f"{value}.{''.join(_DIGITS[sign] for sign in fraction)}")


def _is_digits(printed: str) -> bool:
    return bool(printed) and all(sign in _DIGITS for sign in printed)


def _parse_digits(printed: str) -> int | None:
    """`二〇二四`; two or three digits in a row without a zero are no number (三五, 七一)."""
    if 1 < len(printed) < 4 and not {"〇", "零"} & set(printed):
        return None
    return int("".join(_DIGITS[sign] for sign in printed))


def _parse_steps(printed: str) -> int | None:
    """`三百零五`, `十二`, `一万二`: none where the steps do not fall."""
    total = section = 0
    digit: int | None = None
    last_step = 10**9
    for sign in printed:
        if sign in _DIGITS:
            if digit:
                return None
            digit = int(_DIGITS[sign])
            continue
        step = (_STEPS | _MYRIADS)[sign]
        if step >= last_step and sign not in _MYRIADS:
            return None
        if sign in _MYRIADS:
            total = (total + section + (digit or 0)) * step
            section, last_step = 0, step
        else:
            section += (1 if digit is None else digit) * step
            last_step = step
        digit = None
    # 一千五 is 1500: a lone digit at the end counts in the next lower step.
    is_short = bool(digit) and last_step in {100, 1000, 10**4} and "零" not in printed and "〇" not in printed
    return total + section + (digit or 0) * (last_step // 10 if is_short else 1)


def _constant(
    value: str, unit: str | None = None, *, is_half: bool = False
) -> Callable[[re.Match[str]], Number]:
    return lambda match: Number(
        match.start(), match.end(), Decimal(value), unit=unit, is_converted=True, is_half=is_half
    )


_FORMS: dict[str, Callable[[re.Match[str]], Number | None]] = {
    "whole": _constant("100", "%"),
    "moiety": _constant("1", "/2"),
    "half": _constant("0.5", is_half=True),
    "share": _share,
    "bottom": _fraction,
    "mixed": _mixed,
    "arabic": _arabic,
    "chinese": _chinese,
}
"""By the group of `_NUMBER` that matched."""
