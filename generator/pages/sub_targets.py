"""The sub-targets of a disclosure, below the headings that several of them share, each with how it begins."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from generator.model.disclosure import SubTarget
from generator.pages.views import SourceRef, SubTargetGroup, SubTargetView

_LONGEST = 42
"""Signs of a beginning: two lines on a phone."""
_SENTENCE = re.compile(r"^[^。；！？]+")
_CLAUSE = re.compile(r"[，、：,]")


def group_sub_targets(
    targets: Iterable[SubTarget], ref: Callable[[str], SourceRef]
) -> Iterator[SubTargetGroup]:
    """In the order of the document; `ref` makes the link of a source line."""
    for heading, group in groupby(targets, key=lambda target: target.part_of or ""):
        yield SubTargetGroup(heading, tuple(_view(target, ref) for target in group))


def _view(target: SubTarget, ref: Callable[[str], SourceRef]) -> SubTargetView:
    return SubTargetView(
        number=target.no,
        name=target.name,
        beginning=beginning(target.goal or target.duty or ""),
        duty=target.duty or "",
        goal=target.goal or "",
        indicators=target.indicators,
        source=ref(target.line),
    )


def beginning(text: str) -> str:
    """The first sentence, of a long one the first clauses; with a sign where more follows."""
    sentence = _SENTENCE.match(text)
    first = sentence[0] if sentence else text
    if len(first) > _LONGEST:
        ends = [match.start() for match in _CLAUSE.finditer(first, _LONGEST // 2, _LONGEST)]
        first = first[: ends[-1] if ends else _LONGEST]
    return first if len(first) >= len(text.rstrip("。；！？")) else f"{first}…"
