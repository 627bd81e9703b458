"""Sentences that a disclosure prints for several projects with only the matter exchanged.

`及时保障执法工作需要`, `及时保障环保工作需要`: the same sentence, with `执法工作` and `环保工作` in its slot. Where nearly
all projects put their own matter into the slot, one that puts in another matter can be seen without knowing any word.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.checks.finding import rows_of
from generator.textual import squeeze

COLUMNS = ("description", "basis")
_HEAD, _TAIL = 4, 2
"""How much of its beginning and end a sentence must share to be tried against another."""
_SMALLEST_GROUP = 3
_OF_ANY_PROJECT = re.compile(r"工作|办公|业务|项目|经费|资金|各项|日常|相关|所需|[的和及与、，。；]")


@dataclass(frozen=True, slots=True)
class Slot:
    project: ProjectFacts
    row: IndicatorFacts
    column: str
    text: str
    """What stands between the words that all sentences of the group share."""
    is_own: bool
    """Whether it shares a character with the project's own title, use or goals."""
    is_foreign: bool
    """Whether it shares none with them, and no two neighbouring characters with the project's other cells."""


def slots_by_sentence(facts: DisclosureFacts) -> Iterator[tuple[Slot, ...]]:
    """The slots of each sentence that three projects or more print in the same row, in the order of the document."""
    groups: defaultdict[tuple[str, ...], dict[str, tuple[ProjectFacts, IndicatorFacts]]] = defaultdict(dict)
    for project, row in rows_of(facts):
        for column in COLUMNS:
            text = squeeze(getattr(row.printed, column) or "")
            if len(text) > _HEAD + _TAIL:
                key = (column, row.level2_id, squeeze(row.printed.name), text[:_HEAD], text[-_TAIL:])
                groups[key].setdefault(project.id, (project, row))
    for (column, *_), members in groups.items():
        texts = [squeeze(getattr(row.printed, column)) for _, row in members.values()]
        if len(members) >= _SMALLEST_GROUP and len(set(texts)) > 1:
            yield _slots(column, tuple(members.values()), texts)


def _slots(
    column: str, members: tuple[tuple[ProjectFacts, IndicatorFacts], ...], texts: list[str]
) -> tuple[Slot, ...]:
    start = _shared_start(texts)
    end = _shared_start([text[start:][::-1] for text in texts])
    return tuple(
        _slot(project, row, column, text[start : len(text) - end])
        for (project, row), text in zip(members, texts, strict=True)
    )


def _shared_start(texts: list[str]) -> int:
    """How many characters all texts begin with. The first and the last in order differ the most."""
    first, last = min(texts), max(texts)
    pairs = enumerate(zip(first, last, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(first), len(last)))


def _slot(project: ProjectFacts, row: IndicatorFacts, column: str, text: str) -> Slot:
    matter = _OF_ANY_PROJECT.sub("", text)
    head = set(own_words(project))
    is_own = not head.isdisjoint(matter)
    others = _other_cells(project, row, column)
    pairs = (matter[place : place + 2] for place in range(len(matter) - 1))
    is_foreign = len(matter) > 1 and not is_own and not any(pair in others for pair in pairs)
    return Slot(project, row, column, text, is_own=is_own, is_foreign=is_foreign)


def own_words(project: ProjectFacts) -> str:
    """The title, use and goals, one after another."""
    printed = project.printed
    return squeeze("\n".join([printed.name, printed.purpose or "", *printed.goals]))


def _other_cells(project: ProjectFacts, row: IndicatorFacts, column: str) -> str:
    return "\n".join(
        squeeze(getattr(other.printed, name) or "")
        for other in project.indicators
        for name in ("name", "target", *COLUMNS)
        if (other.row, name) != (row.row, column)
    )
