"""Goals and results: labels side by side, with their values side by side below or behind them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.importing.families.label_tokens import is_section, label_in
from generator.importing.families.tokens import Gap, Line, Token, joined_text

PAIRED = ("goals", "results", "long_goals")
"""Labels that may stand so."""
_PAIRS = (("goals", "results"), ("long_goals", "goals"))
_CONTAINER = re.compile(r"(?:年度|项目|单位|部门)?(?:总体|绩效|总体绩效|年度绩效)?目标(?:完成情况)?[：:]?")
_SENTENCE_END = re.compile(r"(?<=[。！])[ \u3000\t]+(?=\S)")
_TWO = 2


def is_container(token: Token) -> bool:
    """A label that only stands over others: `年度总体目标` over 预期目标 and 实际完成情况."""
    return _CONTAINER.fullmatch(token.key) is not None


def heads_of_values(printed: Sequence[Token], labels: Mapping[Token, str | None]) -> list[Token]:
    """The labels at the end of a line whose values may stand in the next."""
    paired = [token for token in printed if labels[token] in PAIRED]
    if len(paired) > _TWO and is_container(paired[0]):
        paired = paired[1:]
    return paired if len(paired) > 1 and paired[-1] is printed[-1] else []


def filled_in(heads: Sequence[Token], line: Line, values: Sequence[Token]) -> list[tuple[Token, Token]]:
    """Label and value, by their columns, or by their order where merged cells before them were left out."""
    by_column = [(head, token) for head in heads for token in values if token.column == head.column]
    is_row = any(token.gap is Gap.CELL for token in line)
    if is_row and (len(by_column) == len(heads) or len(values) != len(heads)):
        return by_column
    return list(zip(heads, values, strict=True)) if len(values) == len(heads) else []


def as_two_sentences(tokens: Sequence[Token], heads: Sequence[Token]) -> Sequence[Token]:
    """Two texts for two labels, where only one sentence ends before a blank; else the tokens as they are."""
    parts = _SENTENCE_END.split(joined_text(tokens).strip())
    if len(parts) != _TWO or len(heads) != _TWO:
        return tokens
    return [replace(tokens[0], text=part) for part in parts]


def with_whole_values(line: Line) -> tuple[Line, Token | None]:
    """Two values behind their labels in one line, put together again where blanks stand inside them.

    The second label comes back with the line where the values cannot be told apart.
    """
    fields = [label_in(token) for token in line]
    start = next(
        (place for place in range(_TWO, len(line)) if tuple(fields[place - _TWO : place]) in _PAIRS), None
    )
    if start is None or fields[start]:
        return line, None
    ends = (place for place in range(start, len(line)) if fields[place] or is_section(line[place]))
    end = next(ends, len(line))
    values = line[start:end]
    if len(values) <= _TWO or any(token.gap is Gap.CELL for token in values):
        return line, None
    parted = as_two_sentences(values, line[start - _TWO : start])
    return (*line[:start], *parted, *line[end:]), None if len(parted) == _TWO else line[start - 1]
