"""Suggestions in files: one while they are few, later many, so that typing never loads more than a few small ones.

The browser knows the number of files and finds the few it needs by what is typed: its beginning, its first two
characters, its last two. `static/search-names.js` is the twin of this module; `tests/browser` holds them together.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.addresses import find_shard
from generator.search.suggestions import Suggestion
from generator.search.tokens import tokenise

FOLDER = "search/names"
_KEPT_WHOLE = 3_000
"""Suggestions in one file: about 40 KB compressed."""
_PER_SHARD = 1_000
_PER_KEY = 60
"""Of one kind. Nobody reads on in a longer list, and another character of the name finds the rest."""
_LONGEST_BEGINNING = 8
"""Characters."""

_LOOK_ALIKES = (
    "郄郗郤郟郏 已己巳 未末 土士 人入 日曰 千干于 戌戍戊 候侯 赢嬴羸 坻抵 圪屹 滦栾峦 芦卢庐泸 双雙 阳扬杨楊陽 桥侨橋 洼哇窪"
    " 堡保 寨塞 营莹萤營 坨驼陀 峪浴裕 岭领嶺 坊防 甸旬 沟构溝 镇鎮 乡鄉 马馬 刘劉 东東 龙龍 万萬 长長 门門 张張 庄莊 望旺 隆陇"
)
"""Characters in names of places that are taken for each other, by eye or by ear, with older forms."""


def make_name_files(
    families: Iterable[Suggestion], others: Sequence[Suggestion]
) -> Iterator[tuple[str, bytes]]:
    """Path and content: `index.json` with the families, which every question needs, and the numbered others."""
    shards = _share_out(others)
    index = {"shards": len(shards), "alike": _LOOK_ALIKES, "names": [name.as_json() for name in families]}
    yield f"{FOLDER}/index.json", _as_json(index)
    for number, shard in enumerate(shards):
        yield f"{FOLDER}/{number}.json", _as_json([name.as_json() for name in shard])


def _share_out(suggestions: Sequence[Suggestion]) -> list[list[Suggestion]]:
    if len(suggestions) <= _KEPT_WHOLE:
        return [list(suggestions)]
    by_key = _group_by_key(suggestions)
    count = 1
    while count * _PER_SHARD < sum(map(len, by_key.values())):
        count *= 2
    # Dictionaries for sets: the order stays that of the suggestions.
    shards: list[dict[int, None]] = [{} for _ in range(count)]
    for key, places in by_key.items():
        shards[find_shard(key, count)].update(dict.fromkeys(places))
    return [[suggestions[place] for place in sorted(shard)] for shard in shards]


def _group_by_key(suggestions: Sequence[Suggestion]) -> dict[str, list[int]]:
    """Key → places in `suggestions`, not more than `_PER_KEY` of each kind."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, suggestion in enumerate(suggestions):
        for key in dict.fromkeys(_keys(suggestion)):
            group = groups[suggestion.kind, key]
            if len(group) < _PER_KEY:
                group.append(place)
    by_key: dict[str, list[int]] = defaultdict(list)
    for (_, key), places in groups.items():
        by_key[key] += places
    return by_key


def _keys(suggestion: Suggestion) -> Iterator[str]:
    """The parts by which it is looked for: its beginnings and any two neighbours.

    Of a township also each character, and those next but one: a name with one wrong character has still one of these.
    """
    for name in (suggestion.text, *suggestion.names):
        tokens = tokenise(name)
        yield from map("".join, pairwise(tokens))
        yield from ("".join(tokens[:length]) for length in range(1, _LONGEST_BEGINNING + 1))
        if suggestion.kind == "township":
            yield from tokens
            yield from map("".join, zip(tokens, tokens[2:], strict=False))


def _as_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
