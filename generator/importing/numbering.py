"""Printed numbering: `一、`, `（二）、`, `3.`, `第一部分`; and goals that are numbered inside one cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.textual import clean_cell, squeeze

_CHINESE = "一二三四五六七八九十"
_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"第(?P<no>[{_CHINESE}]+|\d+)(?:部分|章|节)[、，:：]?")),
    ("chinese", re.compile(rf"(?P<no>[{_CHINESE}]+)[、.．]")),
    ("bracketed", re.compile(rf"[（(](?P<no>[{_CHINESE}]+)[）)][、.．]?")),
    ("arabic", re.compile(r"(?P<no>\d{1,2})(?:[、．]|[.](?!\d)|[.](?=20\d\d年))")),
    ("arabic_bracketed", re.compile(r"[（(](?P<no>\d{1,2})[）)][、.．]?")),
)
_INNER = re.compile(rf"[（(](?P<no>[{_CHINESE}]+)[）)]")
_MARKER = re.compile(
    r"(?P<no>\d{1,2})\s*[.．、](?=\D|20\d\d\s*年|\d+余?[个户人座名所处次口盏株只头辆台件项场]|$)"
)
"""A whole number of things behind the point is the start of the goal, `1.12个村`; nobody counts in parts of a village."""
_GOAL_LABEL = re.compile(
    r"(?:绩效)?目标(?:内容)?(?:\d{1,2}|[一二三四五六七八九十])?[：:]|(?:绩效)?目标(?:内容)?\d{1,2}$"
)
_PLACEHOLDER = re.compile(r"[.．…·。\-—_]+")


@dataclass(frozen=True, slots=True)
class Numbered:
    style: str
    number: int
    text: str
    """What follows the number, cleaned."""


def parse_numbered(text: str) -> Numbered | None:
    """`（二）、政务管理` → bracketed, 2, `政务管理`; None for text without a number."""
    clean = clean_cell(text)
    for style, pattern in _STYLES:
        found = pattern.match(clean)
        if found and (number := chinese_number(found["no"])):
            return Numbered(style, number, clean[found.end() :].strip())
    return None


def without_number(text: str) -> str:
    numbered = parse_numbered(text)
    return numbered.text if numbered else clean_cell(text)


def chinese_number(text: str) -> int:
    """`十二` → 12, `12` → 12; 0 for anything else."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _CHINESE.find(text) + 1 if len(text) == 1 else 0
    if len(tens) > 1 or len(ones) > 1 or "十" in tens:
        return 0
    return (_CHINESE.find(tens) + 1 if tens else 1) * 10 + (_CHINESE.find(ones) + 1 if ones else 0)


def split_at_number(text: str, number: int) -> tuple[str, str] | None:
    """Part a paragraph from the heading that the extraction ran into it: `…百分之九十五（六）执法` at 6."""
    for found in _INNER.finditer(text):
        if found.start() and chinese_number(found["no"]) == number:
            return text[: found.start()], text[found.start() :]
    return None


def is_placeholder(text: str) -> bool:
    """Dots or dashes that stand where a goal would: `......`."""
    return _PLACEHOLDER.fullmatch(squeeze(text)) is not None


def is_unfilled(text: str) -> bool:
    """What stands in a row of a template that was not filled in: dots, or the bare number of an indicator."""
    return is_placeholder(text) or re.fullmatch(r"指标\d{1,2}[：:、.]?", squeeze(text)) is not None


def is_goal_label(text: str) -> bool:
    """`目标1`, `绩效目标2：`: the number of a goal in a cell of its own."""
    return re.fullmatch(r"(?:绩效)?目标(?:内容)?\d{0,2}[：:]?", squeeze(text)) is not None


@dataclass(frozen=True, slots=True)
class Goal:
    text: str
    cell: int
    """Which of the cells it begins in, from 0."""
    start: int
    """Place of its first printed character in that cell's text."""


def find_goals(cells: Sequence[str]) -> tuple[Goal, ...]:
    """The goals of a table, without the printed numbering, from the raw text of its goal cells.

    A cell may hold one goal or several (`1.… 2.…`); a goal may run on in the next cell (after a page break).
    """
    goals: list[Goal] = []
    expected = 1
    for cell, text in enumerate(cells):
        if is_placeholder(text):
            continue
        spans = list(_markers(text, expected))
        _add_lead(goals, text[: spans[0][0]] if spans else text, cell, runs_on=expected > 1)
        ends = [start for start, _ in spans[1:]] + [len(text)]
        goals += [Goal(text[after:end], cell, after) for (_, after), end in zip(spans, ends, strict=False)]
        expected += len(spans)
    bare = (_bare_goal(goal, cells[goal.cell]) for goal in goals)
    return tuple(goal for goal in bare if goal.text and not is_placeholder(goal.text))


def _add_lead(goals: list[Goal], text: str, cell: int, *, runs_on: bool) -> None:
    """What stands before the first number of a cell."""
    if not (lead := clean_cell(text)):
        return
    if goals and runs_on:
        goals[-1] = replace(goals[-1], text=goals[-1].text + lead)
    else:
        goals.append(Goal(lead, cell, 0))


def _markers(text: str, expected: int) -> Iterator[tuple[int, int]]:
    """Where each expected number begins, and the text after it."""
    for found in _MARKER.finditer(text):
        before = text[: found.start()][-1:]
        if int(found["no"]) == expected and (not before or before.isspace() or before in "。；;！.”"):
            yield found.start(), found.end()
            expected += 1


def _bare_goal(goal: Goal, cell: str) -> Goal:
    clean = clean_cell(goal.text)
    label = _GOAL_LABEL.match(clean)
    blanks = len(cell[goal.start :]) - len(cell[goal.start :].lstrip())
    return replace(goal, text=clean[label.end() :] if label else clean, start=goal.start + blanks)
