"""Printed numbering: `一、`, `（二）、`, `3.`, `第一部分`; and goals that are numbered inside one cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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


def split_goals(cells: Sequence[str]) -> tuple[str, ...]:
    """The goals of a table, without the printed numbering, from the raw text of its goal cells.

    A cell may hold one goal or several (`1.… 2.…`); a goal may run on in the next cell (after a page break).
    """
    goals: list[str] = []
    expected = 1
    for text in cells:
        if is_placeholder(text):
            continue
        lead, parts = _at_markers(text, expected)
        if lead:
            _add_lead(goals, lead, runs_on=expected > 1)
        goals.extend(parts)
        expected += len(parts)
    return tuple(goal for goal in (_bare_goal(goal) for goal in goals) if goal and not is_placeholder(goal))


def _add_lead(goals: list[str], lead: str, *, runs_on: bool) -> None:
    if goals and runs_on:
        goals[-1] += lead
    else:
        goals.append(lead)


def _at_markers(text: str, expected: int) -> tuple[str, list[str]]:
    """The text before the first expected number, and the texts after each."""
    spans = list(_markers(text, expected))
    if not spans:
        return clean_cell(text), []
    ends = [start for start, _ in spans[1:]] + [len(text)]
    parts = [text[after:end] for (_, after), end in zip(spans, ends, strict=True)]
    return clean_cell(text[: spans[0][0]]), parts


def _markers(text: str, expected: int) -> Iterator[tuple[int, int]]:
    for found in _MARKER.finditer(text):
        before = text[: found.start()][-1:]
        if int(found["no"]) == expected and (not before or before.isspace() or before in "。；;！.”"):
            yield found.start(), found.end()
            expected += 1


def _bare_goal(goal: str) -> str:
    clean = clean_cell(goal)
    label = _GOAL_LABEL.match(clean)
    return clean[label.end() :] if label else clean
