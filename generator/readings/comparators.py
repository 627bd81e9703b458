"""The words and signs of comparison that stand before or after a number."""

import re
from collections.abc import Collection
from dataclasses import dataclass

_SIGNS = {
    ">=": "≥ >= => ≥= >≥ ≥≥ ≮",
    "<=": "≤ <= =< ≤= <≤ ≤≤ ≯",
    ">": "> >>",
    "<": "< <<",
    "=": "= ==",
}
_BEFORE = {
    ">=": "不低于 不少于 不小于 不短于 不下于 不亚于 不弱于 不差于 不得低于 不得少于 不得小于 不应低于 不应少于 不应小于 不能低于 "
    "不能少于 不可少于 大于等于 大于或等于 大于或者等于 高于等于 高于或等于 多于等于 多于或等于 达到或超过 达到并超过 至少 "
    "最少 最少为 最低 最低为 起码 下限 下限为 未低于 未少于",
    "<=": "不超过 不高于 不多于 不大于 不长于 不超 不逾 不突破 不迟于 不晚于 不得超过 不得高于 不得多于 不得大于 不得突破 "
    "不应超过 不应高于 不应大于 不能超过 不能高于 不可超过 小于等于 小于或等于 小于或者等于 低于等于 低于或等于 少于等于 "
    "少于或等于 至多 最多 最多为 最高 最高为 上限 上限为 未超过 未高于 未突破 限额 封顶",
    ">": "大于 高于 超过 超 逾 多于 超出 突破 长于",
    "<": "小于 低于 少于 短于 不足 不到 未达到 未满 不满",
}
_WEAK = {
    "=": "等于 达到 达到了 达 为 是 保持在 维持在 稳定在 稳定到 提高到 提升到 提高至 提升至 增加到 增加至 增长到 增长至 上升到 上升至 "
    "降至 降到 降低到 降低至 下降到 下降至 减少到 减少至 压减到 压减至 按 按照",
    "<=": "控制在 限制在 控制到 控制为 压缩在 限于",
    "~": "约 大约 约为 大概 近 将近 接近 ≈ ~",
}
_AFTER = {
    ">=": "以上 之上 及以上 或以上 含以上",
    "<=": "以下 以内 之内 之下 内 及以下 或以下 及以内 含以内 封顶 为限 为上限",
    "=": "之间",
    "~": "左右 上下",
}

APPROXIMATE = "~"


@dataclass(frozen=True, slots=True)
class Comparator:
    op: str
    """One of the five, or `APPROXIMATE`."""
    start: int
    end: int
    is_weak: bool = False
    """Another word decides over it: 达到95%以上, 控制在5%左右, 约200人."""
    is_word: bool = True
    """A word rather than a sign."""


def _table(*groups: dict[str, str]) -> dict[str, str]:
    return {word: op for group in groups for op, words in group.items() for word in words.split()}


def alternatives(words: Collection[str]) -> str:
    """A pattern of the words, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_STRONG_WORDS = _table(_BEFORE, _SIGNS)
_WEAK_WORDS = _table(_WEAK)
_BEFORE_WORDS = _STRONG_WORDS | _WEAK_WORDS
_LONGEST_BEFORE = max(map(len, _BEFORE_WORDS))
_AFTER_WORDS = _table(_AFTER)
_INCLUSION = r"(?:\(含[^()]{0,8}\))?"
_AFTER_PATTERN = re.compile(rf"{_INCLUSION}({alternatives(_AFTER_WORDS)})(?!容|部|外|涝|务|级){_INCLUSION}")
# Words that hold over a few others before the number: 最高补助2000元, 不低于计划的90%.
_DISTANT = re.compile(
    "("
    + alternatives(
        {word for word in _STRONG_WORDS if len(word) > 1 and word[0] in "不至最未"} | {"控制在", "达到"}
    )
    + ")"
    r"[^0-9,。;]{1,8}$"
)
_AT_START = re.compile(f"({alternatives(_BEFORE_WORDS)})")


def find_before(text: str, start: int, end: int) -> Comparator | None:
    """The one that ends at `end`, not reaching back over `start`."""
    for length in range(min(_LONGEST_BEFORE, end - start), 0, -1):
        word = text[end - length : end]
        op = _BEFORE_WORDS.get(word)
        if op:
            return Comparator(op, end - length, end, is_weak=word in _WEAK_WORDS)
    return None


def find_distant(head: str) -> Comparator | None:
    offset = max(0, len(head) - 16)
    match = _DISTANT.search(head[offset:])
    if match is None:
        return None
    start, end = match.span(1)
    return Comparator(_BEFORE_WORDS[match[1]], offset + start, offset + end, is_weak=match[1] in _WEAK_WORDS)


def find_after(text: str, start: int) -> Comparator | None:
    """The one that begins at `start`: `以上`, `(含)以上`, `左右`."""
    match = _AFTER_PATTERN.match(text, start)
    return Comparator(_AFTER_WORDS[match[1]], match.start(), match.end()) if match else None


def find_leading(text: str) -> Comparator | None:
    """The one a clause without a number begins with: `不低于合同约定标准`."""
    match = _AT_START.match(text)
    if match is None or match[1] in _WEAK_WORDS:
        return None
    return Comparator(_BEFORE_WORDS[match[1]], 0, match.end(), is_word=match[1][0] > "\u4e00")


def parse_operator(column: str) -> str | None:
    """The comparison in an operator column: `≥`, `>=`, `大于等于`; none for `定性` and others."""
    op = _BEFORE_WORDS.get(column)
    return None if op == APPROXIMATE else op
