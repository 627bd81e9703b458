"""The columns of projects. A row of the target table stands under its family, or its printed name, and its measure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator import addresses
from generator.analyse.amounts import trimmed
from generator.analyse.disclosure import DisclosureFacts, IndicatorFacts, ProjectFacts
from generator.analyse.small_groups import stays_in_document
from generator.checks.amounts_text import grouped
from generator.checks.finding import Finding
from generator.checks.results import Results
from generator.model.disclosure import Budget, Plan, Project
from generator.model.fields import fields_of
from generator.model.lookups import Vocabulary
from generator.output import Output
from generator.pages.columns.files import column_file
from generator.pages.columns.views import Cell, Column, Part, Row, Value
from generator.pages.links import line_ref
from generator.pages.theme import Renderer
from generator.pages.views import Link, SourceRef
from generator.readings import Measure, base_unit, measure
from generator.textual import squeeze

_SIGNS = {">=": "≥", "<=": "≤"}
_PER_HEAD = "A05"
"""The check that divides a budget by the only population of a table."""
_BASES = {"人": "person", "户": "household", "村": "village"}
_MONEY_UNITS = {"wan": "万元", "yuan": "元"}

_Target = tuple[IndicatorFacts, Measure | None]
"""A row with its value in the unit in which it is compared."""


def make_project_columns(
    facts: DisclosureFacts, vocabulary: Vocabulary, renderer: Renderer, results: Results, file: str
) -> Iterator[Output]:
    """Of all projects of a disclosure; `file` is what they are made of."""
    columns = _ProjectColumns(facts, vocabulary, renderer)
    for project in facts.projects:
        column = columns.column(project, results.of_project(project.id))
        more = {"year": facts.printed.year, "township": facts.township_id}
        yield column_file(renderer, "project", project.id, column, source=file, **more)


class _ProjectColumns:
    def __init__(self, facts: DisclosureFacts, vocabulary: Vocabulary, renderer: Renderer) -> None:
        self._facts = facts
        self._vocabulary = vocabulary
        self._links = renderer.links
        self._t = renderer.strings
        self._source_page = self._links.to("source", facts.township_id, facts.printed.year)

    def column(self, project: ProjectFacts, findings: Sequence[Finding]) -> Column:
        facts, t = self._facts, self._t
        url = self._links.to("project", project.id)
        return Column(
            name=project.printed.name,
            url=url,
            place=facts.township.name,
            year=t.format("py_year", year=facts.printed.year),
            parts=(
                Part("about", t.compare_about, tuple(self._about(project))),
                Part("money", t.compare_money, tuple(self._money(project, findings)), is_dated=True),
                Part("plan", t.compare_plan, tuple(self._plan(project)), is_dated=True),
                Part(
                    "targets",
                    t.compare_targets,
                    tuple(self._targets(project, url)),
                    is_dated=True,
                    is_shared=True,
                ),
            ),
        )

    def _line(self, line: str) -> SourceRef:
        return line_ref(self._source_page, line)

    def _lacking(self, printed: str | None) -> Cell:
        """The document has no such cell, or an empty one."""
        return Cell(why=self._t.value_absent if printed is None else self._t.value_blank)

    def _about(self, project: ProjectFacts) -> Iterator[Row]:
        t, purpose = self._t, project.printed.purpose
        programme = Cell(why=t.compare_no_programme_of)
        if project.programme:
            name = t.name(self._vocabulary.programmes[project.programme])
            programme = Cell(
                (Value("", links=(Link(name, self._links.to("programme", project.programme)),)),)
            )
        yield Row("programme", t.py_programme, programme)
        lines = (self._line(project.printed.line_of("purpose")),)
        printed = Cell((Value(purpose, lines=lines, is_prose=True),)) if purpose else self._lacking(purpose)
        yield Row("purpose", t.name(fields_of(Project)["purpose"]), printed)

    def _money(self, project: ProjectFacts, findings: Sequence[Finding]) -> Iterator[Row]:
        amounts = {"total": project.budget_wan, "fiscal": project.fiscal_wan, "other": project.other_wan}
        for name, amount in amounts.items():
            printed = getattr(project.printed.budget, name, None)
            shown = f"{amount:,f}" if amount is not None else ""
            line = self._line(project.printed.line_of(name))
            cell = self._amount(project, printed, shown, line) if printed else self._lacking(printed)
            yield Row(name, self._t.name(fields_of(Budget)[name]), cell)
        yield from (self._per_head(finding) for finding in findings if finding.rule == _PER_HEAD)

    def _amount(self, project: ProjectFacts, printed: str, in_wan: str, line: SourceRef) -> Cell:
        """In 万元, with what is printed where that is 元."""
        facts, t = self._facts.printed, self._t
        own_unit = project.printed.budget.unit if project.printed.budget else None
        unit, notes = own_unit or facts.money_unit, []
        if unit != "万元":
            notes.append(t.format("compare_printed", value=f"{printed} {unit}"))
        if not own_unit and facts.money_unit_basis == "inferred":
            notes.append(t.py_unit_inferred)
        text = printed if unit == "万元" else in_wan
        return Cell((Value(text, "万元", tuple(notes), lines=(line,)),))

    def _per_head(self, finding: Finding) -> Row:
        """The budget for each person, household or village; the computation ends in `≈ 46,047 元/村`."""
        computation = self._t.pick(*finding.computation)
        text = computation[max(computation.rfind("= "), computation.rfind("≈ ")) :]
        base = text.rpartition("/")[2]
        lines = tuple(map(self._line, dict.fromkeys(fact.line for fact in finding.facts)))
        return Row(
            "each",
            getattr(self._t, f"compare_each_{_BASES[base]}"),
            Cell((Value(text, notes=(computation,), lines=lines),)),
            key=base,
            lack="no_each",
            instead="other_base",
        )

    def _plan(self, project: ProjectFacts) -> Iterator[Row]:
        for name, share in zip(fields_of(Plan), project.plan_shares, strict=True):
            printed = getattr(project.printed.plan, name, None)
            line = self._line(project.printed.line_of(name))
            cell = self._share(project, printed, trimmed(share), line) if printed else self._lacking(printed)
            yield Row(name, getattr(self._t, f"py_plan_{name}"), cell)

    def _share(self, project: ProjectFacts, printed: str, share: str, line: SourceRef) -> Cell:
        t, lines = self._t, (line,)
        if not share:
            return Cell(why=t.compare_no_share, lines=lines)
        unit = _MONEY_UNITS.get(project.printed.plan_unit or "")
        notes = (t.format("compare_printed", value=f"{printed} {unit}"),) if unit else ()
        return Cell((Value(f"{share}%", notes=notes, lines=lines),))

    def _targets(self, project: ProjectFacts, page: str) -> Iterator[Row]:
        topics: defaultdict[str, defaultdict[str, list[_Target]]] = defaultdict(lambda: defaultdict(list))
        for row in project.indicators:
            if row.printed.name or row.printed.target:
                compared = measure(row.reading)
                key = compared.family if compared else row.reading.kind
                topics[row.family or squeeze(row.printed.name)][key].append((row, compared))
        for topic, measures in topics.items():
            for key, targets in measures.items():
                yield from self._target_rows(project, topic, key, targets)
        rest = Value("0", links=(Link(self._t.compare_project_page, f"{page}#indicators"),))
        yield Row("rest", self._t.compare_rest, Cell((rest,)), order="9", is_count=True)

    def _target_rows(
        self, project: ProjectFacts, topic: str, key: str, targets: Sequence[_Target]
    ) -> Iterator[Row]:
        """Groups of one to four persons are not put side by side across townships: then the row has two forms."""
        whole = self._target_row(topic, key, targets)
        shown = [(row, compared) for row, compared in targets if not stays_in_document(project, row)]
        if len(shown) == len(targets):
            yield whole
            return
        yield replace(whole, scope="within")
        if shown:
            yield replace(self._target_row(topic, key, shown), scope="across", count=whole.count)
        else:
            page = self._links.to("project", project.id)
            cell = Cell(why=self._t.compare_small, links=(Link(self._t.compare_project_page, page),))
            yield replace(whole, scope="across", key="", unit="", cell=cell)

    def _target_row(self, topic: str, key: str, targets: Sequence[_Target]) -> Row:
        first, compared = targets[0]
        return Row(
            topic,
            self._t.name(self._vocabulary.families[first.family]) if first.family else first.printed.name,
            Cell(tuple(self._target(row, each) for row, each in targets)),
            key=key,
            unit=self._measure_label(first, compared),
            url=self._links.to("indicator", first.family) if first.family else "",
            anchor=addresses.row_anchor(first.row),
            lack="no_family",
            instead="other_measure",
            count=str(len(targets)),
        )

    def _measure_label(self, row: IndicatorFacts, compared: Measure | None) -> str:
        if compared is None:
            return str(getattr(self._t, f"search_target_{row.reading.kind}"))
        unit = base_unit(compared.family)
        if compared.family.startswith("change:"):
            return self._t.format("compare_changed", unit=unit)
        return unit

    def _target(self, row: IndicatorFacts, compared: Measure | None) -> Value:
        t, printed, notes = self._t, row.printed, []
        if compared:
            read = read_as(compared)
            # A bare number is read as equal; that alone is not worth a note.
            if squeeze(printed.target) != read.replace(",", "").removeprefix("="):
                notes.append(t.format("compare_read", value=read))
        if row.family and printed.name != t.name(self._vocabulary.families[row.family]):
            notes.append(printed.name)
        return Value(
            printed.target or t.value_blank,
            notes=tuple(notes),
            lines=(self._line(printed.line),),
        )


def read_as(compared: Measure) -> str:
    """`≥20,000元`, `=3–5人`."""
    ends = (compared.value, compared.value_max)
    amounts = "–".join(grouped(end) for end in ends if end is not None)
    return f"{_SIGNS.get(compared.op, compared.op)}{amounts}{base_unit(compared.family)}"
