"""The part of a target table above its indicators: code, name, budget, purpose, spending plan, goals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.importing.accounting import Fate, Use, use_of
from generator.importing.blocks import Cell, Row
from generator.importing.import_problems import ImportProblem
from generator.importing.numbering import find_goals, is_goal_label, is_placeholder
from generator.importing.table_labels import PLAN_FIELDS, parse_publisher, parse_unit, split_label
from generator.importing.value_lines import goal_lines

_VALUE_FIELDS = ("code", "name", "total", "fiscal", "other", "purpose", *PLAN_FIELDS)
_SECTIONS = ("plan", "goals")


@dataclass(frozen=True, slots=True)
class TableHead:
    values: Mapping[str, str]
    """Field → printed text; a field whose label is not printed is absent, a blank cell is `""`."""
    lines: Mapping[str, int]
    """Field → its line; of a blank cell that of its label."""
    goals: tuple[str, ...]
    goal_lines: tuple[int, ...]
    publisher: tuple[str, str] | None
    money_unit: str | None
    plan_heading: str
    """The printed label of the spending plan, with its unit; blank where there is none."""
    uses: tuple[Use, ...]
    problems: tuple[ImportProblem, ...]


def read_head(rows: Sequence[Row]) -> TableHead:
    reader = _HeadReader()
    for row in rows:
        reader.read(row)
    goals = find_goals([cell.text for cell in reader.goal_cells])
    return TableHead(
        values=reader.values,
        lines=reader.lines,
        goals=tuple(goal.text for goal in goals),
        goal_lines=goal_lines(goals, [(cell.text, cell.line) for cell in reader.goal_cells]),
        publisher=reader.publisher,
        money_unit=reader.money_unit,
        plan_heading=reader.plan_heading,
        uses=tuple(reader.uses),
        problems=tuple(reader.problems),
    )


@dataclass(slots=True)
class _HeadReader:
    values: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    goal_cells: list[Cell] = field(default_factory=list)
    publisher: tuple[str, str] | None = None
    money_unit: str | None = None
    plan_heading: str = ""
    uses: list[Use] = field(default_factory=list)
    problems: list[ImportProblem] = field(default_factory=list)
    _section: str = ""
    """Which of `_SECTIONS` the rows without a label belong to."""
    _plan_places: dict[int, str] = field(default_factory=dict)

    def read(self, row: Row) -> None:
        labels = [split_label(cell) for cell in row.cells]
        if not row.printed:
            self.uses.append(use_of(row, Fate.BLANK_ROW))
        elif self._section == "plan" and self._plan_places and not any(labels):
            self._read_plan(row)
        else:
            self._read_cells(row.cells, labels)

    def _read_cells(self, cells: Sequence[Cell], labels: Sequence[tuple[str, str] | None]) -> None:
        awaited = ""
        for place, (cell, label) in enumerate(zip(cells, labels, strict=True)):
            if label:
                awaited = self._read_label(place, cell, *label)
            elif cell.key and place and cell.key == cells[place - 1].key:
                # A merged cell, repeated by the extraction for each column it covers.
                self.uses.append(use_of(cell, Fate.REPETITION))
            elif cell.key and awaited:
                self._set(awaited, cell)
                awaited = ""
            elif cell.key:
                self._read_other(cell)

    def _read_label(self, place: int, cell: Cell, name: str, value: str) -> str:
        """Note what a label opens; returns the field whose value is awaited in the next cell."""
        if name == "private":
            self.uses.append(use_of(cell, Fate.PRIVATE, cell.key))
            return ""
        if name == "other_date":
            self._read_unknown(cell)
            return ""
        self.uses.append(use_of(cell, Fate.LABEL))
        self._open(place, cell, name)
        if not value:
            return name if name in _VALUE_FIELDS else ""
        inline = Cell(value, cell.line + cell.text.count("\n") - value.count("\n"))
        if name == "goals":
            self._read_goal(inline)
        elif name in _VALUE_FIELDS:
            self._set(name, inline)
        return ""

    def _open(self, place: int, cell: Cell, name: str) -> None:
        if name in PLAN_FIELDS:
            self._plan_places[place] = name
        else:
            self._section = name if name in _SECTIONS else ""
        if name == "plan":
            self.plan_heading = cell.key
        if name in _VALUE_FIELDS:
            self.values.setdefault(name, "")
            self.lines.setdefault(name, cell.printed_line)

    def _set(self, name: str, cell: Cell) -> None:
        self.values[name] = cell.clean
        if cell.key:
            self.lines[name] = cell.printed_line
        self._carry(cell, name)

    def _read_plan(self, row: Row) -> None:
        """The row below the dates; the blank first cell, merged with the label, may have been left out."""
        dates = list(self._plan_places.items())
        shift = dates[0][0] if len(row.cells) == len(dates) else 0
        for place, cell in enumerate(row.cells):
            name = self._plan_places.get(place + shift)
            if name:
                self._set(name, cell)
            elif cell.key:
                self._read_unknown(cell)
        self._section = ""

    def _read_other(self, cell: Cell) -> None:
        if publisher := parse_publisher(cell.key):
            self.publisher = publisher
            self._carry(cell, "publisher")
        elif unit := parse_unit(cell.key):
            self.money_unit = unit
            self._carry(cell, "money_unit")
        elif self._section == "goals":
            self._read_goal(cell)
        elif "purpose" in self.values and not self.values["purpose"]:
            self._set("purpose", cell)
        else:
            self._read_unknown(cell)

    def _read_goal(self, cell: Cell) -> None:
        if is_goal_label(cell.text):
            self.uses.append(use_of(cell, Fate.LABEL))
        elif is_placeholder(cell.text):
            self.uses.append(use_of(cell, Fate.RESIDUE, "......"))
        else:
            self.goal_cells.append(cell)
            self._carry(cell, "goals")

    def _read_unknown(self, cell: Cell) -> None:
        self.uses.append(use_of(cell, Fate.UNRECOGNISED))
        self.problems.append(ImportProblem("import-cell-unknown", cell.printed_line, {"read": cell.clean}))

    def _carry(self, cell: Cell, what: str) -> None:
        self.uses.append(use_of(cell, Fate.CARRIED, what))
