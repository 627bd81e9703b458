"""All recognisers, one after another, over the blocks of one document; what none of them takes is named too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.importing.accounting import Fate, Use, by_line, use_of
from generator.importing.blocks import Block, Cell, Document, Paragraph, Row
from generator.importing.budget_sentences import BudgetLines, read_budget_lines
from generator.importing.decisions import Decision
from generator.importing.department_tables import DepartmentTables, read_department_tables
from generator.importing.document_facts import DocumentFacts, read_facts
from generator.importing.families import read_tables
from generator.importing.glossary import Glossary, read_glossary
from generator.importing.import_problems import ImportProblem
from generator.importing.outline import Heading, find_headings, heading_above
from generator.importing.private_data import WITHHELD, Withheld, is_private_label, withhold
from generator.importing.sub_targets import SubTargets, read_sub_targets
from generator.importing.target_tables import TargetTables, with_plans_in

_SHORTEST_REPETITION = 12
"""Shorter lines are often the same by chance, unless the line above is repeated too."""


@dataclass(frozen=True, slots=True)
class Recognised:
    document: Document
    facts: DocumentFacts
    tables: TargetTables
    sub_targets: SubTargets
    figures: BudgetLines
    department: DepartmentTables
    glossary: Glossary
    headings: tuple[Heading, ...]
    uses: Mapping[int, Use]
    problems: tuple[ImportProblem, ...]

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return (*self.tables.decisions, *self.facts.decisions)

    @property
    def blank_rows(self) -> int:
        """Rows of target tables without any printed cell."""
        return sum(use.fate is Fate.BLANK_ROW for use in self.tables.uses)


def recognise(document: Document, year: str) -> Recognised:
    document, withheld = withhold(document)
    tables = read_tables(document.blocks, document.residue)
    rest = _indented_as_paragraphs(_unused(document.blocks, tables.uses))
    sub_targets = read_sub_targets(rest)
    rest = _unused(rest, sub_targets.uses)
    headings = find_headings(rest)
    glossary = read_glossary(rest)
    department = read_department_tables(rest)
    figures = _with_subtotals(read_budget_lines(_unused(rest, glossary.uses), headings, year), tables)
    facts = read_facts(document.blocks, tables, year)
    tables = with_plans_in(facts.money_unit, tables)
    uses = [use for part in (facts, tables, sub_targets, figures, department, glossary) for use in part.uses]
    remaining = _unused(rest, uses)
    uses += [*_residue_uses(document), *_private_uses(withheld), *_remaining_uses(remaining, headings)]
    problems = (
        *(problem for part in (facts, tables, sub_targets, department) for problem in part.problems),
        *_private_problems(withheld),
        *_unknown_tables(remaining),
    )
    return Recognised(
        document,
        facts,
        tables,
        sub_targets,
        figures,
        department,
        glossary,
        headings,
        _of_printed_lines(uses, document),
        tuple(sorted(problems, key=lambda problem: (problem.line, problem.code))),
    )


def _with_subtotals(figures: BudgetLines, tables: TargetTables) -> BudgetLines:
    lines = sorted((*figures.lines, *tables.subtotals), key=lambda line: int(line.line))
    return BudgetLines(tuple(lines), figures.uses)


def _of_printed_lines(uses: Iterable[Use], document: Document) -> Mapping[int, Use]:
    """Blank lines inside a cell are nobody's; blank rows of a table are named all the same."""
    return {
        line: use
        for line, use in by_line(uses).items()
        if line in document.printed_lines or use.fate is Fate.BLANK_ROW
    }


def _unused(blocks: Sequence[Block], uses: Iterable[Use]) -> list[Block]:
    used = by_line(uses).keys()
    return [block for block in blocks if used.isdisjoint(range(block.line, block.last_line + 1))]


def _indented_as_paragraphs(blocks: Sequence[Block]) -> list[Block]:
    """A line that begins with a tab is a cell in some extractions and an indented paragraph in others."""
    return [paragraph for block in blocks for paragraph in _as_paragraphs(block)]


def _as_paragraphs(block: Block) -> Iterator[Block]:
    if isinstance(block, Paragraph):
        yield block
        return
    printed = block.printed
    apart = len({cell.line for cell in printed}) == len(printed)
    if len(printed) == 1 or (apart and any(cell.key.endswith(("。", "；")) for cell in printed)):
        yield from (Paragraph(cell.text.strip(), cell.printed_line) for cell in printed)
    else:
        yield block


# What no recogniser took


def _residue_uses(document: Document) -> Iterator[Use]:
    for residue in document.residue:
        if residue.whole_line:
            yield Use(residue.line, residue.line, Fate.RESIDUE)


def _private_uses(withheld: Sequence[Withheld]) -> Iterator[Use]:
    return (Use(each.line, each.line, Fate.PRIVATE, each.field) for each in withheld)


def _private_problems(withheld: Sequence[Withheld]) -> Iterator[ImportProblem]:
    return (ImportProblem("import-private", each.line, {"field": each.field}) for each in withheld)


def _remaining_uses(blocks: Sequence[Block], headings: Sequence[Heading]) -> Iterator[Use]:
    heading_lines = {heading.line for heading in headings}
    first_printed: dict[str, int] = {}
    repeating = False
    for block in blocks:
        if isinstance(block, Row):
            yield use_of(block, Fate.UNRECOGNISED if block.printed else Fate.BLANK_ROW)
            continue
        first = first_printed.setdefault(block.key, block.line)
        repeating = first != block.line and (repeating or len(block.key) >= _SHORTEST_REPETITION)
        if repeating:
            yield use_of(block, Fate.REPETITION, str(first))
        elif block.line in heading_lines:
            yield use_of(block, Fate.HEADING)
        else:
            heading = heading_above(headings, block.line)
            yield use_of(block, Fate.NARRATIVE, heading.text if heading else "")


def _is_private(cell: Cell) -> bool:
    return WITHHELD in cell.text or is_private_label(cell.text)


def _unknown_tables(blocks: Sequence[Block]) -> Iterator[ImportProblem]:
    """One problem for each run of rows that fit no table we know."""
    run: list[Row] = []
    for block in [*blocks, None]:
        if isinstance(block, Row):
            if not all(map(_is_private, block.printed)):
                run.append(block)
            continue
        if run:
            values = {"line": str(run[0].line), "last": str(run[-1].last_line)}
            yield ImportProblem("import-table-unknown", run[0].line, values)
        run = []
