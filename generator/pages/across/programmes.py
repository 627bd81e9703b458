"""The pages of programmes: what each township prints for the same purpose, side by side.

Amounts stand beside their denominators, in the order of place and year; years are never put into one chart.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from generator import addresses
from generator.analyse.amounts import plain, wan_to_yuan
from generator.analyse.catalogue import ListedProject, ListedRow
from generator.analyse.factors import HOUSEHOLDS, PERSONS, VILLAGES
from generator.analyse.populations import share_of_each
from generator.analyse.summary import PrintedCount
from generator.checks.amounts_text import grouped, wan, yuan
from generator.model.vocabulary import Programme
from generator.output import Output
from generator.pages.across.project_lists import Group, group_facts, project_lists
from generator.pages.across.surroundings import LIST_COLUMNS, Surroundings
from generator.pages.across.target_rows import SHOWN, more_in_csv, target_row
from generator.pages.budget_note import budget_note
from generator.pages.charts.bars import Bar, Caption, bar_chart
from generator.pages.charts.files import chart_files, chart_url
from generator.pages.charts.views import BarChart
from generator.pages.figures import set_count
from generator.pages.tables import line_cell
from generator.pages.twins import budgets_json
from generator.pages.views import Cell, Link, MeasureSection, ProgrammePage, Role, Table, TargetGroup

_BASES = {PERSONS: "person", HOUSEHOLDS: "household", VILLAGES: "village"}
_FEWEST_BARS = 2
_MOST_BARS = 40
"""In one chart; of more only the table stands on the page."""
_MOST_FAMILIES = 12
_COLUMNS = (*LIST_COLUMNS, "population", "population_base", "yuan_each", "rates", "counts", "source_line")

Divided = tuple[ListedProject, PrintedCount, Decimal, bool]
"""A project with whom its budget is for, the budget in 元 for each of them, and whether that is exact."""


def make_programme_page(around: Surroundings, programme: Programme, group: Group) -> Iterator[Output]:
    address, projects = addresses.address("programme", programme.id), group.projects
    sections = (_totals(around, group, address), *_divided_sections(around, group, address))
    first, *others = project_lists(around, "programmes", address, group, twins="json csv")
    page = ProgrammePage(
        frame=first.frame,
        lead=group.lead,
        facts=group_facts(around, projects),
        links=group.links,
        links_label=group.links_label,
        sections=sections,
        targets=tuple(_targets(around, projects)),
        list=first,
        compare_url=around.links.to_comparison("programme", programme.id),
    )
    yield around.renderer.render("programme", page, around.source)
    for part in others:
        yield around.renderer.render("project_list", part, around.source)
    charts = (chart for section in sections for chart in section.charts)
    yield from chart_files(around.renderer, address, charts)
    rows = [_csv_row(around, listed) for listed in projects]
    yield from around.csv_twin(address, _COLUMNS, rows)
    twin = {"id": programme.id, "name": group.name, "definition": group.lead[0]}
    listed_json = [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
    sums = _disclosure_sums(projects)
    yield from around.json_twin(address, {**twin, "projects": listed_json, "disclosures": sums})


def _disclosure_sums(projects: Sequence[ListedProject]) -> list[dict[str, object]]:
    """What each disclosure prints for the projects together."""
    groups = (list(group) for _, group in groupby(projects, lambda listed: listed.disclosure.id))
    return [
        {
            "disclosure_id": disclosure.id,
            "township_id": disclosure.township.id,
            "township": disclosure.township.name,
            "year": disclosure.year,
            **budgets_json([listed.project.budget_wan for listed in group]),
            "money_unit_basis": "inferred" if disclosure.money_unit_inferred else "printed",
        }
        for group in groups
        for disclosure in (group[0].disclosure,)
    ]


def _totals(around: Surroundings, group: Group, address: str) -> MeasureSection:
    t = around.t
    printed = [listed for listed in group.projects if listed.project.budget_wan is not None]
    bars = [
        (listed, listed.project.budget_wan or Decimal(0), f"{listed.project.budget.text} 万元")
        for listed in printed
    ]
    heads = (
        *_place_heads(around),
        Cell(t.column_budget, is_number=True, role=Role.AMOUNT, unit="万元"),
        Cell(t.py_counts_printed),
        Cell(t.py_rates_printed),
        Cell(t.column_indicators, is_number=True, role=Role.SPARE),
        Cell(t.column_line, is_number=True, role=Role.SOURCE),
    )
    rows = tuple(_total_row(around, listed) for listed in group.projects[:SHOWN])
    return MeasureSection(
        id="total",
        title=t.py_total,
        note=t.py_total_note,
        charts=_charts(around, group, address, "total", bars),
        table=Table(t.py_total, heads, rows, note=more_in_csv(around, len(group.projects))),
    )


def _total_row(around: Surroundings, listed: ListedProject) -> tuple[Cell, ...]:
    t, project, disclosure = around.t, listed.project, listed.disclosure
    source = around.source_ref(disclosure, project.line_of("total"))
    return (
        *_place_cells(around, listed),
        Cell(
            project.budget.text,
            is_number=True,
            note=budget_note(project.budget, t),
        ),
        _printed_cell(around, listed, [(count.target, count.line) for count in project.factors.counts]),
        _printed_cell(around, listed, project.factors.rates),
        Cell(str(project.indicator_count), is_number=True),
        line_cell(source, t),
    )


def _divided_sections(around: Surroundings, group: Group, address: str) -> Iterator[MeasureSection]:
    by_base: dict[str, list[Divided]] = defaultdict(list)
    for listed in group.projects:
        count, amount = listed.project.factors.population, wan_to_yuan(listed.project.budget_wan)
        if count is not None and amount is not None:
            by_base[count.base].append((listed, count, *share_of_each(amount, count.value)))
    for base, name in _BASES.items():
        if by_base[base]:
            yield _divided(around, group, address, name, by_base[base])


def _divided(
    around: Surroundings, group: Group, address: str, name: str, divided: Sequence[Divided]
) -> MeasureSection:
    t, title = around.t, getattr(around.t, f"py_per_{name}")
    bars = [(listed, each, f"{yuan(each)}/{count.base}") for listed, count, each, _ in divided]
    missing = len(group.projects) - len(divided)
    heads = (
        *_place_heads(around),
        Cell(t.py_formula, role=Role.SAID),
        Cell(t.py_rates_printed),
        Cell(t.column_line, is_number=True, role=Role.SOURCE),
    )
    note = t.py_per_note + (t.format("py_per_missing", count=missing) if missing else "")
    return MeasureSection(
        id=f"per-{name}",
        title=title,
        note=note,
        charts=_charts(around, group, address, f"per-{name}", bars),
        table=Table(
            title,
            heads,
            tuple(_divided_row(around, entry) for entry in divided[:SHOWN]),
            note=more_in_csv(around, len(divided)),
        ),
    )


def _divided_row(around: Surroundings, divided: Divided) -> tuple[Cell, ...]:
    listed, count, each, is_exact = divided
    t, source = around.t, around.source_ref(listed.disclosure, count.line)
    formula = (
        f"{wan(listed.project.budget_wan or Decimal(0))} ÷ {grouped(count.value)} {count.base} "
        f"{'=' if is_exact else '≈'} {yuan(each)}/{count.base}"
    )
    return (
        *_place_cells(around, listed),
        Cell(formula, note=t.py_inferred if listed.disclosure.money_unit_inferred else ""),
        _printed_cell(around, listed, listed.project.factors.rates),
        line_cell(source, t),
    )


def _charts(
    around: Surroundings,
    group: Group,
    address: str,
    name: str,
    amounts: Sequence[tuple[ListedProject, Decimal, str]],
) -> tuple[BarChart, ...]:
    """One for each year that has several amounts, in the order of places."""
    t, charts = around.t, []
    in_years = sorted(amounts, key=lambda entry: entry[0].disclosure.year)
    for year, entries in groupby(in_years, key=lambda entry: entry[0].disclosure.year):
        of_year = list(entries)
        if not _FEWEST_BARS <= len(of_year) <= _MOST_BARS:
            continue
        caption = Caption(
            id=f"{name}-{year}",
            title=t.format(
                "py_bars_title",
                name=group.name,
                measure=getattr(t, f"py_{name.replace('-', '_')}"),
                year=year,
            ),
            description=t.format("py_bars_text", count=len(of_year), year=year),
            file_url=chart_url(around.renderer, address, f"{name}-{year}"),
        )
        heading = t.format("py_year", year=year)
        labels = _bar_labels([listed for listed, _, _ in of_year])
        bars = [
            Bar(label, amount, text, heading)
            for label, (_, amount, text) in zip(labels, of_year, strict=True)
        ]
        charts.append(bar_chart(caption, bars))
    return tuple(charts)


def _bar_labels(listed: Sequence[ListedProject]) -> list[str]:
    """Township or project alone where that tells the bars apart."""
    townships = [each.disclosure.township.name for each in listed]
    projects = [each.project.name for each in listed]
    if len(set(townships)) == len(listed):
        return townships
    if len(set(townships)) == 1:
        return projects
    return [f"{township} · {project}" for township, project in zip(townships, projects, strict=True)]


def _targets(around: Surroundings, projects: Sequence[ListedProject]) -> Iterator[TargetGroup]:
    """The rows of one indicator family in several of the projects."""
    by_family: dict[str, list[ListedRow]] = defaultdict(list)
    for listed in projects:
        for row in listed.project.rows:
            if not row.stays:
                by_family[row.family].append(ListedRow(listed.disclosure, listed.project, row))
    several = [(id_, rows) for id_, rows in by_family.items() if len({row.project.id for row in rows}) > 1]
    for id_, rows in sorted(several, key=lambda entry: -len(entry[1]))[:_MOST_FAMILIES]:
        yield TargetGroup(
            id=f"targets-{id_}",
            title=around.t.name(around.vocabulary.families[id_]),
            url=around.links.to("indicator", id_),
            count=set_count(len(rows)),
            note="",
            chart=None,
            tally=None,
            items=tuple(target_row(around, row) for row in rows[:SHOWN]),
            more=more_in_csv(around, len(rows)),
        )


def _place_heads(around: Surroundings) -> tuple[Cell, ...]:
    t = around.t
    return (
        Cell(t.column_place, role=Role.NAME),
        Cell(t.column_year, role=Role.SAID),
        Cell(t.column_project, role=Role.SAID),
    )


def _place_cells(around: Surroundings, listed: ListedProject) -> tuple[Cell, ...]:
    place, project = around.township_link(listed.disclosure), around.project_link(listed)
    return (
        Cell(place.label, url=place.url),
        Cell(listed.disclosure.year),
        Cell(project.label, url=project.url),
    )


def _printed_cell(around: Surroundings, listed: ListedProject, printed: Sequence[tuple[str, str]]) -> Cell:
    """Printed values, each with its line; the cell leads to the first line."""
    if not printed:
        return Cell("")
    text = around.t.py_semicolon.join(dict.fromkeys(value for value, _ in printed))
    return Cell(text, url=around.source_ref(listed.disclosure, printed[0][1]).url)


def _csv_row(around: Surroundings, listed: ListedProject) -> tuple[str, ...]:
    factors, amount = listed.project.factors, wan_to_yuan(listed.project.budget_wan)
    count = factors.population
    each = plain(share_of_each(amount, count.value)[0]) if count and amount is not None else ""
    return (
        *around.list_row(listed),
        plain(count.value) if count else "",
        count.base if count else "",
        each,
        "；".join(rate for rate, _ in factors.rates),
        "；".join(f"{printed.target} ({printed.line})" for printed in factors.counts),
        listed.project.line_of("total"),
    )


def programme_links(around: Surroundings, programme: Programme) -> tuple[Link, ...]:
    """To its themes."""
    themes = around.vocabulary.themes
    return tuple(
        Link(around.t.name(themes[theme]), around.links.to("theme", theme)) for theme in programme.themes
    )
