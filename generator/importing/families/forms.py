"""One form per project: labels above, a table of indicators below (Chongqing, Hunan, 2023 classification, 自评表).

The forms of these places differ in their columns and labels only, so one recogniser reads them by what the labels
say. The form of a whole unit is read alike, but gives no project.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.importing.accounting import Fate, Use
from generator.importing.blocks import Block
from generator.importing.families.accounts import remaining_uses, use_of_token
from generator.importing.families.form_head import read_form_head
from generator.importing.families.form_money import (
    budget_of,
    common_unit,
    details_of,
    execution_of,
    money_lines,
    settle_sums,
)
from generator.importing.families.form_values import FormHead
from generator.importing.families.layout import layout_decisions
from generator.importing.families.rows import Rows, printed_rows, read_rows, row_decisions
from generator.importing.families.segments import Form, split_forms
from generator.importing.families.tokens import Line, Token, lines_of
from generator.importing.import_problems import ImportProblem
from generator.importing.numbering import is_unfilled, parse_numbered, without_number
from generator.importing.target_tables import TargetTables
from generator.importing.value_lines import value_lines
from generator.model.disclosure import Project, UnitTargets
from generator.textual import squeeze

NAME = "forms"
_TITLE_WORDS = re.compile(
    r"(?:(?:19|20)\d\d年度?)?(?:部门|单位|区级|县级|市级|镇级|街道)*(?:预算)?(?:一般性|重点)?(?:项目)?(?:支出)?(?:资金)?(?:预算)?"
    r"(?:绩效|目标|自评)[^，。；]{0,16}表.*$"
)
_CODED_NAME = re.compile(r"(?P<code>[0-9A-Z]{15,25})\s*[-－—]\s*(?P<name>.+)")
"""`51000021R000000000001-工资性支出`: code and name in one cell."""
_NAME_ENDINGS = ("项目", "经费", "资金", "费", "补助", "补贴", "工程")
_GENERIC = re.compile(
    r"(?:附[件表]?\d*[：:.、]?)?(?:一般性|重点|专项|本级|财政|部门|单位|区级|县级|预算)*(?:项目|专项)?(?:支出|资金|经费)*"
)


@dataclass(frozen=True, slots=True)
class _Read:
    form: Form
    head: FormHead
    rows: Rows

    @property
    def tokens(self) -> list[Token]:
        heads = [token for block in self.form.blocks for token in (*block.head.tokens, *block.head.rest)]
        bodies = [line for block in self.form.blocks for line in block.body]
        lines = (*self.form.head, *bodies, *self.form.tail)
        return [*heads, *(token for line in lines for token in line)]

    @property
    def line(self) -> int:
        above = [token for line in self.form.head for token in line if token.key]
        return (above or [token for token in self.form.blocks[0].head.tokens if token.key])[0].line


def accepts(blocks: Sequence[Block]) -> bool:
    return bool(_forms(lines_of(blocks)))


def read(blocks: Sequence[Block]) -> TargetTables:
    lines = lines_of(blocks)
    every = [_read_form(form) for form in _forms(lines)]
    blank = [each for each in every if _is_blank(each)]
    found = [each for each in every if each not in blank]
    unit = common_unit([each.head for each in found])
    of_projects = [each for each in found if not _is_of_unit(each)]
    projects = [_project(each, no, unit) for no, each in enumerate(of_projects, start=1)]
    heads = [block.head for each in found for block in each.form.blocks]
    return TargetTables(
        projects=tuple(_with_cut_off(projects, of_projects, blocks)),
        unit_targets=tuple(_unit_targets(each, unit) for each in found if _is_of_unit(each)),
        publisher=next((each.head.publisher for each in found if each.head.publisher), None),
        money_unit=unit,
        uses=tuple(use for each in every for use in _uses(each, blocks, lines)),
        problems=(
            *(problem for each in found for problem in _problems(each, projects)),
            *(ImportProblem("import-blank-form", each.line, {}) for each in blank),
        ),
        decisions=(
            *layout_decisions(heads),
            *(decision for each in found for decision in row_decisions(each.rows)),
        ),
    )


def _forms(lines: Sequence[Line]) -> list[Form]:
    return [form for form in split_forms(lines) if not form.blocks[0].head.is_of_all_projects]


def _read_form(form: Form) -> _Read:
    rows = Rows()
    for block in form.blocks:
        read_rows(printed_rows(block.head, block.body), block.head, rows, block.period)
    head = read_form_head(form.head, is_glued=form.blocks[0].head.glued)
    settle_sums(head)
    tail = read_form_head(form.tail)
    head.details += tail.details
    head.uses += tail.uses
    head.problems += tail.problems
    return _Read(form, head, rows)


def _is_blank(found: _Read) -> bool:
    """A form that nobody filled in: it names neither project nor unit, and none of its rows has a value."""
    head = found.head
    named = head.text("name") or head.text("unit_name") or _titled_name(head.title)
    return not named and all(is_unfilled(row.target) or not row.target for row in found.rows.indicators)


def _is_of_unit(found: _Read) -> bool:
    """Whether the form is that of a whole unit: it says so, or names a unit and no project."""
    if found.head.values.get("name"):
        return False
    title = found.head.title
    if title and "整体" in title.key:
        return True
    return bool(found.head.values.get("unit_name")) and not _titled_name(title)


def _project(found: _Read, no: int, unit: str | None) -> Project:
    head = found.head
    printed = head.text("name") or _titled_name(head.title)
    coded = _CODED_NAME.fullmatch(printed)
    code = head.text("code") or (coded["code"] if coded else None)
    budget, execution = budget_of(head, unit), execution_of(head)
    goals, results = head.goals("goals"), head.goals("results")
    lines = _text_lines(head, code) | money_lines(head, budget, execution)
    return Project(
        no=str(no),
        code=code,
        name=coded["name"] if coded else printed,
        budget=budget,
        purpose=head.text("purpose"),
        goals=goals.texts,
        results=results.texts,
        execution=execution,
        details=details_of(head, "unit_name"),
        line=str(found.line),
        lines=value_lines(found.line, lines, goals=goals.lines, results=results.lines),
        indicators=tuple(found.rows.indicators),
    )


def _text_lines(head: FormHead, code: str | None) -> dict[str, int]:
    """A code that is printed before the name stands where the name does."""
    name = head.line("name")
    lines = {
        "code": None if code is None else head.line("code") or name,
        "name": name,
        "purpose": head.line("purpose"),
    }
    return {field: line for field, line in lines.items() if line is not None}


def _unit_targets(found: _Read, unit: str | None) -> UnitTargets:
    head = found.head
    budget, execution = budget_of(head, unit), execution_of(head)
    goals, results = head.goals("goals"), head.goals("results")
    lines = {"name": head.line("unit_name") or found.line} | money_lines(head, budget, execution)
    return UnitTargets(
        name=head.text("unit_name") or "",
        budget=budget,
        goals=goals.texts,
        results=results.texts,
        execution=execution,
        details=details_of(head),
        line=str(found.line),
        lines=value_lines(found.line, lines, goals=goals.lines, results=results.lines),
        indicators=tuple(found.rows.indicators),
    )


def _titled_name(title: Token | None) -> str:
    """`3、养护费绩效目标表` → 养护费; blank for a title that names no project."""
    if title is None:
        return ""
    name = _TITLE_WORDS.sub("", squeeze(without_number(title.text))).removesuffix("项目支出")
    if _GENERIC.fullmatch(name):
        return ""
    return name if parse_numbered(title.text) or name.endswith(_NAME_ENDINGS) else ""


def _with_cut_off(
    projects: Sequence[Project], found: Sequence[_Read], blocks: Sequence[Block]
) -> Iterator[Project]:
    """The last form is cut off where the document ends in a row without a value, though its others have one."""
    for project, each in zip(projects, found, strict=True):
        rows = project.indicators
        ends = bool(rows) and max(token.block for token in each.tokens) == len(blocks) - 1
        short = ends and not rows[-1].target and rows[-1].name and any(row.target for row in rows)
        yield replace(project, cut_off="yes") if short else project


def _uses(found: _Read, blocks: Sequence[Block], lines: Sequence[Line]) -> list[Use]:
    labels = [
        use_of_token(token, Fate.LABEL)
        for block in found.form.blocks
        for token in block.head.tokens
        if token.key
    ]
    uses = [*labels, *found.head.uses, *found.rows.uses]
    return [*uses, *remaining_uses(blocks, lines, found.tokens, uses)]


def _problems(found: _Read, projects: Sequence[Project]) -> Iterator[ImportProblem]:
    yield from found.head.problems
    for block in found.form.blocks:
        for token in block.head.unknown:
            yield ImportProblem("import-column-without-field", token.line, {"read": token.clean})
    project = next((each for each in projects if each.line == str(found.line)), None)
    if project and not project.name:
        yield ImportProblem("import-no-name", found.line, {"no": project.no})
    unleveled = [row for row in found.rows.indicators if not row.level1]
    if unleveled:
        values = {"count": str(len(unleveled))}
        yield ImportProblem("import-level-missing", int(unleveled[0].line), values)
    if project and project.cut_off:
        last = project.indicators[-1].line
        values = {"no": project.no, "name": project.name, "last": last}
        yield ImportProblem("import-table-cut-off", int(last), values)
