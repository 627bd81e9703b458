"""One wide table for all projects (Sichuan): the project, its sum and goal stand in columns of the table itself.

Merged cells are lost, so a row may begin anywhere; rows with a unit and a sum but without indicators are subtotals.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.importing.accounting import Fate, Use
from generator.importing.blocks import Block
from generator.importing.decisions import Confidence, Decision
from generator.importing.families.accounts import remaining_uses, use_of_token
from generator.importing.families.form_labels import is_title, money_unit_in
from generator.importing.families.form_values import amount_of, parse_unit_name
from generator.importing.families.layout import layout_decisions
from generator.importing.families.rows import PrintedRow, Rows, printed_rows, read_rows, row_decisions
from generator.importing.families.segments import Form, split_forms
from generator.importing.families.tokens import Line, Token, lines_of
from generator.importing.import_problems import ImportProblem
from generator.importing.numbering import find_goals
from generator.importing.target_tables import TargetTables
from generator.importing.value_lines import value_lines
from generator.model.disclosure import Budget, BudgetLine, Detail, Project

NAME = "wide"
_OF_PROJECT = ("project", "code", "total", "goals", "ordinal")
_OF_ROW = ("level1", "level2", "name", "target", "actual")
_TOTAL = re.compile(r"合计|小计|总计")


@dataclass(slots=True)
class _Found:
    rows: Rows = field(default_factory=Rows)
    projects: list[Project] = field(default_factory=list)
    subtotals: list[BudgetLine] = field(default_factory=list)
    problems: list[ImportProblem] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    publisher: tuple[str, str] | None = None
    money_unit: str | None = None
    title: str = ""
    shifted: list[int] = field(default_factory=list)
    """Lines whose first cells were missing."""


def accepts(blocks: Sequence[Block]) -> bool:
    return bool(_forms(lines_of(blocks)))


def read(blocks: Sequence[Block]) -> TargetTables:
    lines = lines_of(blocks)
    found = _Found()
    forms = _forms(lines)
    for form in forms:
        _read_form(form, found, blocks, lines)
    heads = [block.head for form in forms for block in form.blocks]
    return TargetTables(
        projects=tuple(found.projects),
        subtotals=tuple(found.subtotals),
        publisher=found.publisher,
        money_unit=found.money_unit,
        uses=tuple(found.uses),
        problems=tuple(found.problems),
        decisions=(*layout_decisions(heads), *_decisions(found)),
    )


def _forms(lines: Sequence[Line]) -> list[Form]:
    return [form for form in split_forms(lines) if form.blocks[0].head.is_of_all_projects]


def _read_form(form: Form, found: _Found, blocks: Sequence[Block], lines: Sequence[Line]) -> None:
    above = [token for line in form.head for token in line if token.key]
    for token in above:
        _read_above(token, found)
    tokens: list[Token] = list(above)
    for block in form.blocks:
        tokens += [*block.head.tokens, *(token for line in block.body for token in line)]
        found.uses += [use_of_token(token, Fate.LABEL) for token in block.head.tokens if token.key]
        found.problems += [
            ImportProblem("import-column-without-field", token.line, {"read": token.clean})
            for token in block.head.unknown
        ]
        fields = block.head.fields
        found.money_unit = found.money_unit or next(
            (unit for token in block.head.tokens if (unit := money_unit_in(token.text))), None
        )
        for group in _by_project(printed_rows(block.head, block.body)):
            _read_group(group, form, found, fields)
    found.uses += list(remaining_uses(blocks, lines, tokens, found.uses))


def _read_above(token: Token, found: _Found) -> None:
    if is_title(token.text):
        found.title = token.clean
        found.uses.append(use_of_token(token, Fate.LABEL))
    elif unit := money_unit_in(token.text):
        found.money_unit = unit
        found.uses.append(use_of_token(token, Fate.CARRIED, "money_unit"))
    elif publisher := parse_unit_name(token.text.partition("：")[2] or token.text):
        found.publisher = publisher
        found.uses.append(use_of_token(token, Fate.CARRIED, "publisher"))
    else:
        found.uses.append(use_of_token(token, Fate.UNRECOGNISED))


def _by_project(rows: Sequence[PrintedRow]) -> Iterator[list[PrintedRow]]:
    """The rows of each project, and each subtotal alone."""
    group: list[PrintedRow] = []
    for row in rows:
        if group and (_is_subtotal(row) or _is_subtotal(group[0]) or row.has("project")):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _is_subtotal(row: PrintedRow) -> bool:
    """A sum without indicators: of a unit, or called a total."""
    if row.has(*_OF_ROW) or not row.has("total"):
        return False
    return not row.has("project") or _TOTAL.search(row.cells["project"]) is not None


def _read_group(group: Sequence[PrintedRow], form: Form, found: _Found, fields: Sequence[str]) -> None:
    first = group[0]
    if _is_subtotal(first):
        _read_subtotal(first, found)
        return
    if not first.has("project") and not found.projects:
        found.problems.append(ImportProblem("import-no-name", first.line, {"no": "1"}))
    if name := first.cells.get("publisher"):
        publisher = parse_unit_name(name)
        found.publisher = found.publisher or publisher
    rows = Rows()
    head = form.blocks[0].head
    head = next((block.head for block in form.blocks if block.head.fields == tuple(fields)), head)
    read_rows([row for row in group if row.has(*_OF_ROW)], head, rows, None)
    found.uses += rows.uses
    found.uses += [
        use_of_token(placed.token, Fate.CARRIED, fields[placed.column])
        for row in group
        for placed in row.placed
        if placed.token.key and fields[placed.column] in (*_OF_PROJECT, "publisher")
    ]
    found.rows.derived += rows.derived
    found.rows.points += rows.points
    found.shifted += [row.line for row in group if row.placed[0].column and not row.has("project")]
    found.projects.append(_project(group, rows, len(found.projects) + 1, fields))


def _read_subtotal(row: PrintedRow, found: _Found) -> None:
    item = "·".join(row.cells[name] for name in ("publisher", "project") if row.cells.get(name)) or "合计"
    amount = amount_of(row.cells["total"])
    if amount is None:
        found.uses += [use_of_token(token, Fate.UNRECOGNISED) for token in row.tokens if token.key]
        return
    found.subtotals.append(
        BudgetLine(
            item=item,
            amount=amount[0],
            unit=amount[1] or found.money_unit or "万元",
            section=found.title or None,
            line=str(row.line),
        )
    )
    found.problems.append(
        ImportProblem("import-subtotal", row.line, {"item": item, "amount": row.cells["total"]})
    )
    found.uses += [use_of_token(token, Fate.CARRIED, "budget_lines") for token in row.tokens if token.key]


def _project(group: Sequence[PrintedRow], rows: Rows, no: int, fields: Sequence[str]) -> Project:
    first = group[0]
    total = first.cells.get("total")
    amount = amount_of(total) if total else None
    with_goals = [row for row in group if row.has("goals")]
    goals = find_goals([row.cells["goals"] for row in with_goals])
    unit_name = first.cells.get("publisher", "")
    line = str(first.line)
    names = {"code": "code", "name": "project", "total": "total"}
    lines = {name: first.line_of(column, fields) for name, column in names.items() if first.has(column)}
    return Project(
        no=str(no),
        code=first.cells.get("code"),
        name=first.cells.get("project", ""),
        budget=Budget(total=amount[0] if amount else "") if total is not None else None,
        goals=tuple(goal.text for goal in goals),
        details=(Detail(label="单位名称", value=unit_name, line=line),) if unit_name else (),
        line=line,
        lines=value_lines(
            first.line, lines, goals=[with_goals[goal.cell].line_of("goals", fields) for goal in goals]
        ),
        indicators=tuple(replace(row) for row in rows.indicators),
    )


def _decisions(found: _Found) -> Iterator[Decision]:
    if found.shifted:
        yield Decision(
            "alignment",
            Confidence.LIKELY,
            f"{len(found.shifted)} 行缺少前面的合并单元格，按各格内容对齐",
            f"{len(found.shifted)} rows lack the merged cells before them and were aligned by what their cells hold",
            found.shifted[0],
        )
    yield from row_decisions(found.rows)
