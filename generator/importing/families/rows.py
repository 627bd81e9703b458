"""Aligned rows → indicators: merged categories carried down, a missing level 1 told by the level 2 below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.importing.accounting import Fate, Use
from generator.importing.decisions import Confidence, Decision
from generator.importing.families.accounts import use_of_token
from generator.importing.families.affinity import is_number, is_sign
from generator.importing.families.alignment import AlignedRow, Placed, align
from generator.importing.families.glued import is_glued_row, split_row
from generator.importing.families.heads import IndicatorHead
from generator.importing.families.tokens import Line, Token, joined_text
from generator.importing.families.words import Level, first_level_of, levels_of, without_points
from generator.importing.import_problems import ImportProblem
from generator.importing.numbering import is_unfilled
from generator.model.disclosure import Indicator
from generator.textual import clean_cell

INDICATOR_FIELDS = (
    *("level1", "level2", "name", "description", "target", "basis", "weight", "direction", "unit"),
    *("operator", "actual", "score", "deviation", "remark"),
)
_BELOW_CATEGORY = tuple(name for name in INDICATOR_FIELDS if name not in ("level1", "level2"))


@dataclass(slots=True)
class PrintedRow:
    """One row of the table as text by field, with the tokens it was read from."""

    cells: dict[str, str]
    tokens: tuple[Token, ...]
    placed: AlignedRow

    @property
    def line(self) -> int:
        return next((token.line for token in self.tokens if token.key), 0)

    def has(self, *fields: str) -> bool:
        return any(self.cells.get(name) for name in fields)

    def line_of(self, name: str, fields: Sequence[str]) -> int:
        """The line of a cell; `fields` are those of the columns."""
        lines = (each.token.line for each in self.placed if fields[each.column] == name and each.token.key)
        return next(lines, self.line)


@dataclass(slots=True)
class Rows:
    indicators: list[Indicator] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    problems: list[ImportProblem] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    points: list[tuple[str, str, int]] = field(default_factory=list)
    """Points printed inside a label: the label, the points, the line."""
    derived: list[int] = field(default_factory=list)
    """Lines of rows whose level 1 was told by their level 2."""
    swapped: list[int] = field(default_factory=list)
    """Lines in which comparator and direction stand under the head of the other."""
    guessed: list[int] = field(default_factory=list)
    """Lines in which two numbers without anything between them were parted."""
    level1: str = ""
    level2: str = ""
    """Carried down to the rows that follow."""


def printed_rows(head: IndicatorHead, body: Sequence[Line]) -> list[PrintedRow]:
    lines = [line for line in (head.rest, *body) if line]
    if head.glued or any(is_glued_row(token) for line in lines for token in line):
        lines = [tuple(_split(line, head.fields)) for line in lines]
    rows = align(lines, head.fields, row_per_line=head.row_per_line)
    return [PrintedRow(_cells(row, head.fields), tuple(each.token for each in row), row) for row in rows]


def _split(line: Line, fields: Sequence[str]) -> Iterator[Token]:
    for token in line:
        yield from split_row(token, fields)


def _cells(row: AlignedRow, fields: Sequence[str]) -> dict[str, str]:
    """A field that has a column and no token in this row is blank if the row goes on behind it."""
    tokens: dict[str, list[Token]] = {}
    for placed in row:
        tokens.setdefault(fields[placed.column], []).append(placed.token)
    cells = {name: clean_cell(joined_text(each)) for name, each in tokens.items() if name}
    return {name: cells.get(name, "") for name in fields if name}


def read_rows(rows: Sequence[PrintedRow], head: IndicatorHead, found: Rows, period: str | None) -> None:
    """Add the indicators of these rows to what was found in the form before."""
    for row, following in zip(rows, [*rows[1:], None], strict=False):
        if following and _is_category_of(row, following):
            _open_category(row, found)
            continue
        _read_row(row, head, found, period)
        if head.glued and ("actual" in head.fields or _has_two_numbers(row)):
            found.guessed.append(row.line)


def _has_two_numbers(row: PrintedRow) -> bool:
    return any(is_number(one.text) and is_number(other.text) for one, other in pairwise(row.tokens))


def _read_row(row: PrintedRow, head: IndicatorHead, found: Rows, period: str | None) -> None:
    cells = dict(row.cells)
    printed = [cells.get(name, "") for name in INDICATOR_FIELDS if cells.get(name)]
    if not printed:
        found.uses.extend(use_of_token(token, Fate.BLANK_ROW) for token in row.tokens)
        return
    if _is_unfilled(row):
        found.uses.extend(use_of_token(token, Fate.RESIDUE) for token in row.tokens)
        return
    _settle_levels(cells, row, found)
    if not any(cells.get(name) for name in INDICATOR_FIELDS):
        found.uses.extend(use_of_token(token, Fate.LABEL) for token in row.tokens if token.key)
        return
    if _settle_direction(cells):
        found.swapped.append(row.line)
    if unknown := _unknown_cells(row, head):
        cells["remark"] = "；".join(text for text in (cells.get("remark", ""), *unknown) if text)
    values = {name: cells[name] for name in INDICATOR_FIELDS if name in cells}
    required = {"level1": found.level1, "level2": found.level2, "name": "", "target": ""}
    found.indicators.append(
        Indicator(
            **(required | values | {"level1": found.level1, "level2": found.level2}),
            period=period,
            line=str(row.line),
        )
    )
    only_category = not row.has(*_BELOW_CATEGORY)
    for placed in row.placed:
        found.uses.append(_use(placed, head, Fate.CATEGORY_ONLY if only_category else Fate.CARRIED))


def _is_category_of(row: PrintedRow, following: PrintedRow) -> bool:
    """Whether a row prints only the category that the rows below it are merged into."""
    if row.has(*_BELOW_CATEGORY) or not row.has("level1", "level2"):
        return False
    own = ("level1", "level2") if row.has("level2") else ("level1",)
    return not following.has(*own) and following.has("level2", "name") and not _is_unfilled(following)


def _is_unfilled(row: PrintedRow) -> bool:
    return all(is_unfilled(text) for name in INDICATOR_FIELDS if (text := row.cells.get(name)))


def _open_category(row: PrintedRow, found: Rows) -> None:
    _settle_levels(dict(row.cells), row, found)
    found.uses.extend(use_of_token(token, Fate.LABEL) for token in row.tokens if token.key)


def _unknown_cells(row: PrintedRow, head: IndicatorHead) -> list[str]:
    """Cells of columns without a field, each with the head of its column; they go into the remark."""
    return [
        f"{head.tokens[placed.column].clean}：{placed.token.clean}"
        for placed in row.placed
        if placed.token.key and not head.fields[placed.column] and head.tokens[placed.column].key
    ]


def _use(placed: Placed, head: IndicatorHead, fate: Fate) -> Use:
    if placed.token.key and not head.fields[placed.column] and not head.tokens[placed.column].key:
        return use_of_token(placed.token, Fate.UNRECOGNISED)
    return use_of_token(placed.token, fate)


def _settle_direction(cells: dict[str, str]) -> bool:
    """Comparator and direction by what they say: some forms print each under the head of the other."""
    operator, direction = cells.get("operator", ""), cells.get("direction", "")
    is_swapped = "direction" in cells and is_sign(direction) and not is_sign(operator)
    if is_swapped:
        cells["operator"], cells["direction"] = direction, operator
    return is_swapped


def _settle_levels(cells: dict[str, str], row: PrintedRow, found: Rows) -> None:
    for name in ("level1", "level2"):
        bare, points = without_points(cells.get(name, ""))
        if points:
            found.points.append((bare, points, row.line))
            cells[name] = bare
    first, second = cells.get("level1", ""), cells.get("level2", "")
    if first and not second and _is_below_own_level(first, found):
        first, second = "", first
    if first:
        found.level1, found.level2 = first, second
        return
    if not second:
        return
    found.level2 = second
    standard = first_level_of(second)
    if not standard or _agrees(found.level1, standard, second):
        return
    blank_is_printed = any(
        placed.column == _column_of(row, "level1") for placed in row.placed if not placed.token.key
    )
    if found.level1 and blank_is_printed:
        return
    found.level1 = standard
    found.derived.append(row.line)


def _is_below_own_level(word: str, found: Rows) -> bool:
    """Whether the form has a level of its own above the standard categories: 实施效果指标 over 产出指标 and 效益指标."""
    return (
        bool(found.level1)
        and not levels_of(found.level1)
        and Level.FIRST in levels_of(found.level2)
        and Level.FIRST in levels_of(word)
    )


def _column_of(row: PrintedRow, name: str) -> int:
    return list(row.cells).index(name) if name in row.cells else -1


def _agrees(first: str, standard: str, second: str) -> bool:
    """Whether a level 2 can stand below this level 1: costs stand below outputs in the older frame."""
    if not first:
        return False
    if Level.FIRST not in levels_of(first):
        return True
    core = first.removeprefix("项目")[:2]
    core = _SAME.get(core, core)
    return core == standard[:2] or ("成本" in second and core in ("产出", "成本"))


_SAME = {"效果": "效益", "成效": "效益", "完成": "产出"}
"""Words of level 1 for the same thing."""


def row_decisions(found: Rows) -> Iterator[Decision]:
    """What was decided about the rows of one form."""
    if found.derived:
        lines = "、".join(map(str, dict.fromkeys(found.derived)))
        yield Decision(
            "level1",
            Confidence.LIKELY,
            f"一级指标没有印出（第 {lines} 行），按印出的二级指标的通用归类填写",
            f"level 1 is not printed (lines {lines}) and was told by the printed level 2",
            found.derived[0],
        )
    if found.swapped:
        yield Decision(
            "columns",
            Confidence.LIKELY,
            f"指标性质和指标方向两列的内容与表头相反（{len(found.swapped)} 行），按内容归列",
            f"comparator and direction stand under the head of the other in {len(found.swapped)} rows",
            found.swapped[0],
        )
    if found.guessed:
        lines = "、".join(map(str, dict.fromkeys(found.guessed)))
        yield Decision(
            "alignment",
            Confidence.GUESS,
            f"第 {lines} 行各格之间没有分隔，分界是推测的，分不开的整句写入 name",
            f"in lines {lines} nothing parts the cells; where one ends is a guess, and what cannot be parted stands in `name`",
            found.guessed[0],
        )
    if found.points:
        words = "、".join(f"{label} {points}" for label, points, _ in found.points)
        yield Decision(
            "points",
            Confidence.SURE,
            f"印在类别后面的分值没有写入各行：{words}",
            f"points printed behind the categories are not in the rows: {words}",
            found.points[0][2],
        )
