"""The list of projects on the page of their disclosure, in the order of the document."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.analyse.shares import share_of
from generator.analyse.shown_budget import shown_budget
from generator.model.lookups import Vocabulary
from generator.pages.figures import set_part
from generator.pages.links import Links
from generator.pages.project import source_ref
from generator.pages.strings import Strings
from generator.pages.tables import line_cell
from generator.pages.views import Cell, Role, Table

_Column = tuple[Cell, Callable[[ProjectFacts], Cell]]
"""A head, and the cell of a project beneath it."""


@dataclass(frozen=True, slots=True)
class ProjectTable:
    facts: DisclosureFacts
    vocabulary: Vocabulary
    links: Links
    t: Strings

    def table(self) -> Table:
        columns = tuple(self._columns())
        rows = (tuple(cell(project) for _, cell in columns) for project in self.facts.projects)
        return Table(self.t.py_projects, tuple(head for head, _ in columns), tuple(rows))

    def _columns(self) -> Iterator[_Column]:
        """Money only where one of the projects prints it."""
        t = self.t
        yield Cell(t.py_number, is_number=True, role=Role.NUMBER), _number
        yield Cell(t.py_project, role=Role.NAME), self._name
        if any(_budget(project) for project in self.facts.projects):
            unit = self.facts.printed.money_unit
            label = t.format("py_with_unit", label=t.py_budget, unit=unit)
            yield Cell(label, is_number=True, role=Role.AMOUNT, unit=unit), self._amount
            yield Cell(t.py_share, is_number=True), self._share
        yield Cell(t.py_programme, role=Role.SAID), self._programme
        yield Cell(t.py_indicator_rows, is_number=True, role=Role.SPARE), _row_count
        yield Cell(t.column_line, is_number=True, role=Role.SOURCE), self._line

    def _name(self, project: ProjectFacts) -> Cell:
        return Cell(project.printed.name, url=self.links.to("project", project.id))

    def _amount(self, project: ProjectFacts) -> Cell:
        budget = _budget(project)
        is_inferred = shown_budget(self.facts, project).is_inferred
        note = self.t.py_inferred if is_inferred else "" if budget else self.t.py_not_printed
        return Cell(budget, is_number=True, note=note)

    def _share(self, project: ProjectFacts) -> Cell:
        total, amount = self.facts.budget_wan or Decimal(0), project.budget_wan
        return Cell("" if amount is None else set_part(share_of(amount, total)), is_number=True)

    def _programme(self, project: ProjectFacts) -> Cell:
        if not project.programme:
            return Cell("")
        programme = self.vocabulary.programmes[project.programme]
        return Cell(self.t.name(programme), url=self.links.to("programme", programme.id))

    def _line(self, project: ProjectFacts) -> Cell:
        return line_cell(source_ref(self.facts, project.printed.line_of("total"), self.links), self.t)


def _number(project: ProjectFacts) -> Cell:
    return Cell(project.printed.no, is_number=True)


def _row_count(project: ProjectFacts) -> Cell:
    return Cell(str(len(project.indicators)), is_number=True)


def _budget(project: ProjectFacts) -> str:
    """As printed."""
    budget = project.printed.budget
    return (budget.total or "") if budget else ""
