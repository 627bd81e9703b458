"""The parts of one township's budgets of one year: charts and tables of its projects, programmes, themes and plans."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator import addresses
from generator.analyse.amounts import plain
from generator.analyse.disclosure import DisclosureFacts, ProjectFacts
from generator.analyse.shares import (
    Part,
    YearPlan,
    plan_of_year,
    programme_parts,
    share_of,
    theme_parts,
    with_budget,
)
from generator.analyse.shown_budget import shown_budget
from generator.model.disclosure import Plan
from generator.model.fields import fields_of
from generator.model.lookups import Vocabulary
from generator.pages.charts.bars import Bar, Caption, bar_chart
from generator.pages.charts.files import chart_url
from generator.pages.charts.views import BarChart
from generator.pages.figures import set_count, set_part, set_wan
from generator.pages.theme import Renderer
from generator.pages.twins import to_csv
from generator.pages.views import Cell, Role, ShareSection, Table

_MOST_BARS = 10
"""Projects with a bar of their own; the others share one, and the list beneath the chart has all."""
_FEWEST_PARTS = 2
_PLAN_DATES = tuple(fields_of(Plan))
_COLUMNS = (
    "project_id",
    "no",
    "name",
    "programme",
    "themes",
    "budget_wan",
    "share_pct",
    *(f"plan_{date}_wan" for date in _PLAN_DATES),
    "source_line",
    "url",
)


def shares_csv(facts: DisclosureFacts, base_url: str) -> bytes:
    """The figures of all charts, project by project."""
    return to_csv(_COLUMNS, (_csv_row(facts, project, base_url) for project in facts.projects))


def _csv_row(facts: DisclosureFacts, project: ProjectFacts, base_url: str) -> tuple[str, ...]:
    amount, total = project.budget_wan, facts.budget_wan or Decimal(0)
    planned = (
        plain(amount * share / 100) if amount is not None and share is not None else ""
        for share in project.plan_shares
    )
    return (
        project.id,
        project.printed.no,
        project.printed.name,
        project.programme or "",
        "/".join(project.themes),
        plain(amount),
        plain(share_of(amount, total)) if amount is not None else "",
        *planned,
        project.printed.line_of("total"),
        base_url + addresses.address("project", project.id),
    )


@dataclass(frozen=True, slots=True)
class SharePages:
    """Makes the sections of one disclosure in one language."""

    facts: DisclosureFacts
    vocabulary: Vocabulary
    renderer: Renderer
    address: str

    def of_projects(self) -> ShareSection | None:
        """None where fewer than two budgets are printed."""
        total = self.facts.budget_wan
        return self._projects(total) if total and self.facts.budget_count >= _FEWEST_PARTS else None

    def of_groups(self) -> Iterator[ShareSection]:
        """Nothing where no budget is printed, and no groups where each would hold one project."""
        total = self.facts.budget_wan
        if not total:
            return
        t, names = self.renderer.strings, self.vocabulary
        programmes = {id_: t.name(programme) for id_, programme in names.programmes.items()}
        themes = {id_: t.name(theme) for id_, theme in names.themes.items()}
        for kind, parts, labels in (
            ("programme", programme_parts(self.facts), programmes),
            ("theme", theme_parts(self.facts), themes),
        ):
            if len(parts) >= _FEWEST_PARTS and any(part.id and part.projects > 1 for part in parts):
                yield self._grouped(kind, parts, labels, total)
        plan = plan_of_year(self.facts)
        if plan is not None:
            yield self._plan(plan)

    def _projects(self, total: Decimal) -> ShareSection:
        """Its table is the list of projects below it."""
        t = self.renderer.strings
        ordered = sorted(with_budget(self.facts), key=lambda entry: -entry[1])
        bars = [self._own_bar(project, amount, total) for project, amount in ordered[:_MOST_BARS]]
        rest = [amount for _, amount in ordered[_MOST_BARS:]]
        if rest:
            label = t.format("py_share_rest", count=len(rest))
            bars.append(self._bar(label, sum(rest, Decimal(0)), total))
        note = t.format(
            "py_share_projects_note",
            total=set_wan(total),
            count=self.facts.budget_count,
            all=len(self.facts.projects),
        )
        if self.facts.printed.money_unit_basis == "inferred":
            note += t.py_unit_inferred
        return ShareSection(
            "shares",
            t.py_share_projects,
            note,
            self._chart("shares", t.py_share_projects, bars, t.py_share_text),
            None,
        )

    def _grouped(
        self, kind: str, parts: Sequence[Part], labels: dict[str, str], total: Decimal
    ) -> ShareSection:
        t, links = self.renderer.strings, self.renderer.links
        title = getattr(t, f"py_share_{kind}s")
        labels = {**labels, "": getattr(t, f"py_share_no_{kind}")}
        heads = (
            Cell(getattr(t, f"py_{kind}"), role=Role.NAME),
            Cell(t.py_projects, is_number=True),
            Cell(t.column_budget, is_number=True, role=Role.AMOUNT, unit="万元"),
            Cell(t.py_share, is_number=True),
        )
        rows = tuple(
            (
                Cell(labels[part.id], url=links.to(kind, part.id) if part.id else ""),
                Cell(set_count(part.projects), is_number=True),
                Cell(set_wan(part.wan), is_number=True),
                Cell(set_part(share_of(part.wan, total)), is_number=True),
            )
            for part in parts
        )
        bars = [self._bar(labels[part.id], part.wan, total) for part in parts]
        return ShareSection(
            f"{kind}-shares",
            title,
            getattr(t, f"py_share_{kind}s_note"),
            self._chart(f"{kind}-shares", title, bars, t.py_share_text),
            Table(title, heads, rows),
        )

    def _plan(self, plan: YearPlan) -> ShareSection:
        t = self.renderer.strings
        dates = [getattr(t, f"py_plan_{date}") for date in _PLAN_DATES]
        heads = (
            Cell(t.py_share_date, role=Role.NAME),
            Cell(t.py_share_plan_column, is_number=True, role=Role.AMOUNT, unit="万元"),
            Cell(t.py_share, is_number=True),
        )
        rows = tuple(
            (
                Cell(date),
                Cell(set_wan(amount), is_number=True),
                Cell(set_part(share_of(amount, plan.total_wan)), is_number=True),
            )
            for date, amount in zip(dates, plan.points_wan, strict=True)
        )
        bars = [
            self._bar(date, amount, plan.total_wan)
            for date, amount in zip(dates, plan.points_wan, strict=True)
        ]
        note = t.format(
            "py_share_plan_note",
            count=plan.projects,
            all=len(self.facts.projects),
            total=set_wan(plan.total_wan),
        )
        chart = self._chart("year-plan", t.py_share_plan, bars, t.py_share_plan_text)
        return ShareSection("year-plan", t.py_share_plan, note, chart, Table(t.py_share_plan, heads, rows))

    def _own_bar(self, project: ProjectFacts, amount: Decimal, total: Decimal) -> Bar:
        label, printed = (
            f"{project.printed.no} {project.printed.name}",
            shown_budget(self.facts, project).text,
        )
        return Bar(label, amount, f"{printed} 万元 · {set_part(share_of(amount, total))}")

    def _bar(self, label: str, amount: Decimal, total: Decimal) -> Bar:
        return Bar(label, amount, f"{set_wan(amount)} 万元 · {set_part(share_of(amount, total))}")

    def _chart(self, name: str, title: str, bars: Sequence[Bar], text: str) -> BarChart:
        t = self.renderer.strings
        named = t.format(
            "py_share_title", title=title, township=self.facts.township.name, year=self.facts.printed.year
        )
        caption = Caption(name, named, text, chart_url(self.renderer, self.address, name))
        return bar_chart(caption, bars)
