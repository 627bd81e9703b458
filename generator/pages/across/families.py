"""One indicator across townships: the distribution of its comparable targets, and what stands on no axis."""

from collections.abc import Iterator, Sequence

from generator import addresses
from generator.analyse.catalogue import ListedRow
from generator.analyse.distribution import Apart, Comparable, comparable_measure, distribute
from generator.model.vocabulary import IndicatorFamily
from generator.output import Output
from generator.pages.across.distributions import Subject, distribution_chart
from generator.pages.across.surroundings import Surroundings
from generator.pages.across.target_rows import SHOWN, more_in_csv, target_row
from generator.pages.across.target_tally import target_tally
from generator.pages.charts.files import chart_files
from generator.pages.figures import set_count
from generator.pages.views import Fact, FamilyPage, IndexItem, IndexPage, Link, TargetGroup
from generator.readings.family_words import family_in_words
from generator.readings.reading import plain

_COLUMNS = (
    "indicator_id",
    "project_id",
    "township",
    "year",
    "project_name",
    "name",
    "level2_id",
    "target",
    "kind",
    "op",
    "value",
    "value_max",
    "unit",
    "per",
    "comparable_as",
    "source_line",
    "url",
)


def make_family_pages(around: Surroundings) -> Iterator[Output]:
    t = around.t
    address = addresses.address("indicators")
    families = around.vocabulary.families.values()
    page = IndexPage(
        frame=around.renderer.frame(
            t.py_indicators, t.py_indicators_lead, address, section="indicators", twins="csv"
        ),
        lead=(t.py_indicators_lead,),
        items=tuple(
            IndexItem(
                Link(t.name(family), around.links.to("indicator", family.id)),
                t.definition(family),
                _facts(around, _rows(around, family)),
            )
            for family in families
        ),
    )
    yield around.renderer.render("index", page, around.source)
    listed = (
        (family.id, family.zh, str(len(_rows(around, family))), around.base_url + _address(family))
        for family in families
    )
    yield from around.csv_twin(address, ("id", "name", "rows", "url"), listed)
    for family in families:
        yield from _family(around, family)


def _family(around: Surroundings, family: IndicatorFamily) -> Iterator[Output]:
    t, rows, address = around.t, _rows(around, family), _address(family)
    definition = t.definition(family)
    crumbs = (Link(t.py_indicators, around.links.to("indicators")),)
    shown = [listed for listed in rows if not listed.row.stays]
    hidden = len(rows) - len(shown)
    parted = distribute(shown)
    comparable = tuple(
        _comparable(around, Subject(t.name(family), address, f"targets-{number}"), targets)
        for number, targets in enumerate(parted.comparable, start=1)
    )
    page = FamilyPage(
        frame=around.renderer.frame(
            t.name(family), definition, address, crumbs=crumbs, section="indicators", twins="json csv"
        ),
        lead=(definition, *((t.format("py_small_groups", count=hidden),) if hidden else ())),
        facts=_facts(around, rows),
        names=tuple(dict.fromkeys(listed.row.name for listed in shown)),
        comparable=comparable,
        apart=tuple(_apart(around, reason, listed) for reason, listed in parted.apart.items()),
    )
    yield around.renderer.render("family", page, around.source)
    yield from chart_files(around.renderer, address, (group.chart for group in comparable if group.chart))
    cells = [_cells(around, listed) for listed in shown]
    yield from around.csv_twin(address, _COLUMNS, cells)
    about = {"id": family.id, "name": family.zh, "definition": family.definition}
    yield from around.json_twin(
        address, {**about, "rows": [dict(zip(_COLUMNS, row, strict=True)) for row in cells]}
    )


def _comparable(around: Surroundings, subject: Subject, targets: Comparable) -> TargetGroup:
    t, listed = around.t, [row for row, _ in targets.targets]
    title = family_in_words(targets.measure, t.reading_language)
    return TargetGroup(
        id=f"{subject.chart}-axis",
        title=title[:1].upper() + title[1:],
        url="",
        count=set_count(len(listed)),
        note="",
        chart=distribution_chart(around, subject, targets),
        tally=target_tally(around, targets),
        items=tuple(target_row(around, row) for row in listed[:SHOWN]),
        more=more_in_csv(around, len(listed)),
    )


def _apart(around: Surroundings, reason: Apart, listed: Sequence[ListedRow]) -> TargetGroup:
    return TargetGroup(
        id=f"apart-{reason.replace('_', '-')}",
        title=getattr(around.t, f"py_apart_{reason}"),
        url="",
        count=set_count(len(listed)),
        note=getattr(around.t, f"py_apart_{reason}_note"),
        chart=None,
        tally=None,
        items=tuple(target_row(around, row) for row in listed[:SHOWN]),
        more=more_in_csv(around, len(listed)),
    )


def _rows(around: Surroundings, family: IndicatorFamily) -> Sequence[ListedRow]:
    return around.catalogue.by_family.get(family.id, ())


def _address(family: IndicatorFamily) -> str:
    return addresses.address("indicator", family.id)


def _facts(around: Surroundings, rows: Sequence[ListedRow]) -> tuple[Fact, ...]:
    townships = {listed.disclosure.township.id for listed in rows}
    projects = {listed.project.id for listed in rows}
    return (
        Fact(around.t.py_indicator_rows, set_count(len(rows))),
        Fact(around.t.py_projects, set_count(len(projects))),
        Fact(around.t.py_townships, set_count(len(townships))),
    )


def _cells(around: Surroundings, listed: ListedRow) -> tuple[str, ...]:
    row, project, reading = listed.row, listed.project, listed.row.reading
    measured = comparable_measure(reading)
    page = addresses.address("project", project.id)
    return (
        row.indicator_id,
        project.id,
        listed.disclosure.township.name,
        listed.disclosure.year,
        project.name,
        row.name,
        row.level2_id,
        row.target,
        str(reading.kind),
        reading.op or "",
        plain(reading.value) or "",
        plain(reading.value_max) or "",
        reading.unit or "",
        "/".join(reading.per),
        measured.family if measured else "",
        row.line,
        f"{around.base_url}{page}#{addresses.row_anchor(row.row)}",
    )
