"""The head of a table of indicators, wherever its words stand: in one row, in one line, or one below the other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.importing.families.affinity import is_number, is_sign
from generator.importing.families.form_labels import label_of
from generator.importing.families.glued import split_columns
from generator.importing.families.tokens import Gap, Line, Token
from generator.importing.families.words import bare_key, column_of, project_column_of

_FEWEST = 3
_WIDE = 5
_MOST_COLUMNS = 20
"""A head between these may have unknown columns; a longer line holds a whole form."""
_FLAG = re.compile(r"是否.{2,8}|指标来源|指标状态|年份")
"""Heads of columns that have no field."""
_PERIOD = re.compile(r"^(?:长期|中长期|年度|当年)(?=绩效指标一级)")
_SPINE = re.compile(
    r"(?:项目|本?年度|长期|中长期|中期|实施期|当年)?绩效(?:指标(?:完成情况)?|目标)|(?:绩效)?指标"
)


_MOST_CELLS = 60
"""A row with more cells is no form; only the run of known heads in it counts."""


@dataclass(frozen=True, slots=True)
class IndicatorHead:
    tokens: tuple[Token, ...]
    fields: tuple[str, ...]
    """One for each column; blank where the column is unknown."""
    start: int
    """Places in the lines: the first, and the one after the last."""
    end: int
    rest: Line
    """What follows the head in its last line."""
    before: Line
    """What stands before it in its first line."""
    glued: bool = False
    """Nothing stands between the words of the head, so nothing stands between the cells of its rows."""
    over_lines: bool = False
    """One word a line; the cells of the rows stand so too."""

    @property
    def row_per_line(self) -> bool:
        return not self.over_lines and not self.rest

    @property
    def is_of_all_projects(self) -> bool:
        """Whether the projects stand in columns of the table itself."""
        return "project" in self.fields

    @property
    def unknown(self) -> tuple[Token, ...]:
        return tuple(
            token for token, field in zip(self.tokens, self.fields, strict=True) if token.key and not field
        )


def next_head(lines: Sequence[Line], start: int) -> IndicatorHead | None:
    """The first head at or below a line."""
    return next((head for place in range(start, len(lines)) if (head := _head_at(lines, place))), None)


def _head_at(lines: Sequence[Line], place: int) -> IndicatorHead | None:
    line = lines[place]
    if not line:
        return None
    if len(line) > _FEWEST:
        return _in_one_line(lines, place)
    if glued := _glued(line, place):
        return glued
    return _over_lines(lines, place) or (_in_one_line(lines, place) if len(line) == _FEWEST else None)


def _in_one_line(lines: Sequence[Line], place: int) -> IndicatorHead | None:
    """The longest run of column heads in one line; it may have unknown ones among them."""
    line = lines[place]
    is_row = _is_table_row(line)
    best: tuple[int, int] | None = None
    for start, end in _runs(line, allow_unknown=_WIDE < len(line) <= _MOST_COLUMNS):
        if best is None or end - start > best[1] - best[0]:
            best = (start, end)
    if best is None:
        return None
    start, end = best
    if is_row and len(line) <= _MOST_CELLS and not any(_is_of_a_row(token) for token in line):
        # The cells of the rows below stand at the places of this row, unknown and blank ones too.
        start, end = 0, len(line)
        if _is_upper_row(line, lines[place + 1] if place + 1 < len(lines) else ()):
            return None
    tokens = _lower_row_first(line[start : min(end, start + _MOST_CELLS)])
    fields = _fields(tokens)
    if fields is None:
        return None
    if place and is_row and (whole := _with_row_above(lines[place - 1], tokens)):
        return IndicatorHead(whole[0], whole[1], place - 1, place + 1, (), ())
    above = _words_above(lines, place) if not start else None
    if above:
        begin, before, words = above
        whole_fields = _fields((*words, *tokens))
        if whole_fields:
            return IndicatorHead((*words, *tokens), whole_fields, begin, place + 1, line[end:], before)
    return IndicatorHead(tokens, fields, place, place + 1, line[end:], line[:start])


def _words_above(lines: Sequence[Line], place: int) -> tuple[int, Line, Line] | None:
    """The first words of a head that a line break parted from it: their line, what stands before them, they."""
    begin = next((each for each in range(place - 1, -1, -1) if lines[each]), None)
    if begin is None or (_is_table_row(lines[begin]) and len(lines[begin]) > 1):
        return None
    words = [token for token in lines[begin] if column_of(token.text) == "level1"]
    if not words or words[-1] is not lines[begin][-1]:
        return None
    return begin, lines[begin][:-1], (words[-1],)


def _is_table_row(line: Line) -> bool:
    return all(token.gap in (Gap.CELL, Gap.LINE) for token in line)


def _is_of_a_row(token: Token) -> bool:
    """A sign or number: a row runs on behind the head, or the whole form stands in one line."""
    return is_sign(token.text) or is_number(token.text)


def _is_upper_row(line: Line, below: Line) -> bool:
    """Whether the row below has the heads that this one only stands over: 年度指标值 over 指标值 and 度量单位."""
    fields = {column_of(token.text) for token in below}
    has_heads = {"level2", "name"} <= fields and any(column_of(token.text) for token in line)
    return has_heads and any(
        both is not low and column_of(both.text) for low, both in _completed(line, below)
    )


def _completed(above: Line, below: Line) -> Iterator[tuple[Token, Token]]:
    """Each cell of a row of heads, and what is printed in its column: the cell above it where it is blank."""
    by_column = {token.column: token for token in above if token.key}
    for low in below:
        yield low, low if low.key else by_column.get(low.column, low)


def _lower_row_first(tokens: Line) -> Line:
    """The words of a head in two rows that were printed one behind the other, in the order of their columns.

    `绩效指标 年度指标值 实际完成值 分值 一级指标 … 指标值 度量单位`: the first stand beside the last, and 年度指标值 over them.
    """
    fields = [column_of(token.text) for token in tokens]
    first = fields.index("level1") if "level1" in fields else 0
    upper, lower = tokens[:first], tokens[first:]
    beside = [token for token in upper if column_of(token.text) not in ("target", "name", None)]
    if (
        not {column_of(token.text) for token in beside} & {"actual", "score"}
        or "target" not in fields[first:]
    ):
        return tokens
    over = [token for token in upper if token not in beside]
    return (*over[:1], *lower, *beside) if over and _SPINE.fullmatch(over[0].key) else (*lower, *beside)


def _with_row_above(above: Line, tokens: Line) -> tuple[Line, tuple[str, ...]] | None:
    """A head in two rows: the columns of the project in the upper one, those of its indicators in the lower."""
    if _is_upper_row(above, tokens):
        whole = tuple(both for _, both in _completed(above, tokens))
        fields = _fields(whole)
        return (whole, fields) if fields else None
    has_project = any(project_column_of(token.text) == "project" for token in above)
    if not has_project or not _is_table_row(above) or label_of(above[0].text) in ("name", "code"):
        return None
    if len(above) == len(tokens):
        whole = tuple(low if low.key else high for high, low in zip(above, tokens, strict=True))
    else:
        lead = next((place for place, token in enumerate(above) if _SPINE.fullmatch(token.key)), len(above))
        whole = (*above[:lead], *tokens)
    fields = _fields(whole)
    return (whole, fields) if fields and "project" in fields else None


def _runs(line: Line, *, allow_unknown: bool) -> Iterator[tuple[int, int]]:
    start: int | None = None
    unknown = 0
    for place, token in enumerate(line):
        if _is_head_word(token):
            start = place if start is None else start
            unknown = 0
        elif start is not None and allow_unknown and unknown < 1 and token.key and len(token.key) <= 12:
            unknown += 1
        elif start is not None and (token.key or not allow_unknown):
            yield start, place - unknown
            start, unknown = None, 0
    if start is not None:
        yield start, len(line) - unknown


def _over_lines(lines: Sequence[Line], place: int) -> IndicatorHead | None:
    """One word a line."""
    tokens: list[Token] = []
    end = place
    while end < len(lines) and len(lines[end]) == 1 and _is_head_word(lines[end][0]):
        tokens.append(lines[end][0])
        end += 1
    if len(tokens) < _FEWEST:
        return None
    fields = _fields(tokens)
    return IndicatorHead(tuple(tokens), fields, place, end, (), (), over_lines=True) if fields else None


def _glued(line: Line, place: int) -> IndicatorHead | None:
    for index, token in enumerate(line):
        period = _PERIOD.match(token.key)
        words = split_columns(token.key[period.end() :] if period else token.key)
        if words is None:
            continue
        before = (*line[:index], *((replace(token, text=f"{period[0]}绩效指标"),) if period else ()))
        tokens = tuple(
            Token(word, token.line, Gap.GLUED, token.block, number) for number, word in enumerate(words[0])
        )
        fields = _fields(tokens)
        if fields:
            rest = (*_tail(token, words[1]), *line[index + 1 :])
            return IndicatorHead(tokens, fields, place, place + 1, rest, before, glued=True)
    return None


def _tail(token: Token, text: str) -> Line:
    return (Token(text, token.line, Gap.GLUED, token.block, 1),) if text else ()


_HEADS = {"一级": "level1", "二级": "level2", "三级": "name"}
"""Heads of a table that leaves 指标 out; elsewhere these words are grades."""


def _field(token: Token) -> str | None:
    return column_of(token.text) or _HEADS.get(token.key)


def _is_head_word(token: Token) -> bool:
    return bool(_field(token) or project_column_of(token.text) or _FLAG.fullmatch(bare_key(token.text)))


def _fields(tokens: Sequence[Token]) -> tuple[str, ...] | None:
    """The field of each column head; None where this cannot be the head of a table of indicators."""
    fields = [_field(token) or "" for token in tokens]
    keys = [bare_key(token.text) for token in tokens]
    if _SPINE.fullmatch(keys[0]) and "level1" in fields[1:]:
        fields[0] = "spine"
    _settle_names(fields, keys)
    if "name" not in fields and "description" in fields:
        fields[fields.index("description")] = "name"
    first = next((place for place, field in enumerate(fields) if field in ("level1", "level2", "name")), 0)
    for place, token in enumerate(tokens):
        if place < first or not fields[place]:
            found = project_column_of(token.text)
            fields[place] = found if found and place < first else fields[place]
    for place, field in enumerate(fields):
        if field and field in fields[:place]:
            fields[place] = ""
    known = {field for field in fields if field}
    has_rows = "name" in known or {"level1", "level2"} <= known
    if len(known) < _FEWEST or not has_rows or not ({"target", "actual"} & known):
        return None
    return tuple(fields)


def _settle_names(fields: list[str], keys: Sequence[str]) -> None:
    """`绩效指标` before 一级指标 is the spine of the form, `指标内容` beside 三级指标 its description."""
    names = [place for place, field in enumerate(fields) if field == "name"]
    if len(names) < 2:
        if names and "level1" in fields[names[0] + 1 :]:
            fields[names[0]] = "spine"
        return
    best = max(names, key=lambda place: (_NAME_RANK.get(keys[place], 1), place))
    for place in names:
        if place == best:
            continue
        is_spine = _SPINE.fullmatch(keys[place]) and place < best
        fields[place] = "spine" if is_spine else "description"


_NAME_RANK = {
    "三级指标": 4,
    "三级": 4,
    "三级指标名称": 4,
    "指标名称": 3,
    "指标内容": 2,
    "绩效指标": 0,
    "指标": 0,
}
