"""One indicator across townships: how often each printed target value occurs, and every row."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator import addresses
from generator.analyse.catalogue import ListedProject, ListedRow
from generator.model.vocabulary import IndicatorFamily
from generator.output import Output
from generator.pages.across.surroundings import Surroundings
from generator.pages.figures import set_count
from generator.pages.views import Fact, FamilyPage, FamilyRowItem, IndexItem, IndexPage, Link, TargetCount

_COLUMNS = (
    "indicator_id",
    "project_id",
    "township",
    "year",
    "project_name",
    "name",
    "level2_id",
    "target",
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
    shown = [listed for listed in rows if not listed.row.is_small_group]
    hidden = len(rows) - len(shown)
    page = FamilyPage(
        frame=around.renderer.frame(
            t.name(family), definition, address, crumbs=crumbs, section="indicators", twins="json csv"
        ),
        lead=(definition, *((t.format("py_small_groups", count=hidden),) if hidden else ())),
        facts=_facts(around, rows),
        names=tuple(dict.fromkeys(listed.row.name for listed in rows)),
        targets=_target_counts(shown),
        items=tuple(_item(around, listed) for listed in shown),
    )
    yield around.renderer.render("family", page, around.source)
    cells = [_cells(around, listed) for listed in shown]
    yield from around.csv_twin(address, _COLUMNS, cells)
    about = {"id": family.id, "name": family.zh, "definition": family.definition}
    yield from around.json_twin(
        address, {**about, "rows": [dict(zip(_COLUMNS, row, strict=True)) for row in cells]}
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


def _target_counts(rows: Sequence[ListedRow]) -> tuple[TargetCount, ...]:
    """Printed values, the most frequent first; equal frequencies in the order of the documents."""
    places: dict[str, list[str]] = defaultdict(list)
    for listed in rows:
        places[listed.row.target].append(listed.disclosure.township.name)
    most = max(map(len, places.values()), default=1)
    ordered = sorted(places.items(), key=lambda entry: -len(entry[1]))
    return tuple(
        TargetCount(target, set_count(len(names)), f"{len(names) * 100 // most}", tuple(dict.fromkeys(names)))
        for target, names in ordered
    )


def _item(around: Surroundings, listed: ListedRow) -> FamilyRowItem:
    disclosure, project = listed.disclosure, ListedProject(listed.disclosure, listed.project)
    link = around.project_link(project)
    return FamilyRowItem(
        target=listed.row.target,
        name=listed.row.name,
        project=Link(link.label, f"{link.url}#{addresses.row_anchor(listed.row.row)}"),
        place=around.township_link(disclosure),
        year=disclosure.year,
        source=around.source_ref(disclosure, listed.row.line),
    )


def _cells(around: Surroundings, listed: ListedRow) -> tuple[str, ...]:
    row, project = listed.row, listed.project
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
        row.line,
        f"{around.base_url}{page}#{addresses.row_anchor(row.row)}",
    )
