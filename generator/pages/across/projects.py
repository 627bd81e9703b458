"""Lists of projects: all of them, and those of a programme, county, year or theme, with their indexes."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator import addresses
from generator.analyse.catalogue import ListedProject
from generator.output import Output
from generator.pages.across.surroundings import LIST_COLUMNS, Surroundings
from generator.pages.figures import set_wan
from generator.pages.twins import budgets_json
from generator.pages.views import Fact, FilterGroup, IndexItem, IndexPage, Link, ProjectItem, ProjectListPage

_FEWEST_FILTERED = 8


@dataclass(frozen=True, slots=True)
class _Group:
    """One list of projects: a programme, a county, a year or a theme."""

    id: str
    name: str
    lead: tuple[str, ...]
    projects: Sequence[ListedProject]
    links: tuple[Link, ...] = ()
    links_label: str = ""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A way to group projects, with its index page."""

    plural: str
    """Name of the index address: `programmes`."""
    singular: str
    section: str
    has_json: bool
    groups: Callable[[Surroundings], Iterable[_Group]]


def make_projects_page(around: Surroundings) -> Iterator[Output]:
    t, projects = around.t, around.catalogue.projects
    address = addresses.address("projects")
    frame = around.renderer.frame(t.py_projects, t.py_projects_lead, address, section="projects", twins="csv")
    page = ProjectListPage(
        frame=frame,
        lead=(t.py_projects_lead,),
        facts=(around.project_count(projects), around.township_count(projects), around.budget_sum(projects)),
        links=(),
        links_label="",
        items=tuple(_item(around, listed) for listed in projects),
        filters=_filters(around, projects),
        total_note=t.projects(len(projects)),
    )
    yield around.renderer.render("project_list", page, around.source)
    yield from around.csv_twin(address, LIST_COLUMNS, map(around.list_row, projects))


def _index(around: Surroundings, kind: _Kind, groups: Sequence[_Group]) -> Iterator[Output]:
    t = around.t
    address = addresses.address(kind.plural)
    title, lead = getattr(t, f"py_{kind.plural}"), getattr(t, f"py_{kind.plural}_lead")
    page = IndexPage(
        frame=around.renderer.frame(title, lead, address, section=kind.section, twins="csv"),
        lead=(lead,),
        items=tuple(
            IndexItem(
                Link(group.name, around.links.to(kind.singular, group.id)),
                group.lead[0] if group.lead else "",
                tuple(replace(fact, note="") for fact in _group_facts(around, group)),
            )
            for group in groups
        ),
    )
    yield around.renderer.render("index", page, around.source)
    rows = (
        (group.id, group.name, str(len(group.projects)), around.base_url + _address(kind, group))
        for group in groups
    )
    yield from around.csv_twin(address, ("id", "name", "projects", "url"), rows)


def _list(around: Surroundings, kind: _Kind, group: _Group) -> Iterator[Output]:
    t, address = around.t, _address(kind, group)
    index = Link(getattr(t, f"py_{kind.plural}"), around.links.to(kind.plural))
    twins = "json csv" if kind.has_json else "csv"
    description = group.lead[0] if group.lead else t.format("py_list_description", name=group.name)
    page = ProjectListPage(
        frame=around.renderer.frame(
            group.name, description, address, crumbs=(index,), section=kind.section, twins=twins
        ),
        lead=group.lead,
        facts=_group_facts(around, group),
        links=group.links,
        links_label=group.links_label,
        items=tuple(_item(around, listed) for listed in group.projects),
        filters=_filters(around, group.projects),
        total_note=t.projects(len(group.projects)),
        compare_url=around.links.to_comparison(kind.singular, group.id) if kind.has_json else "",
    )
    yield around.renderer.render("project_list", page, around.source)
    yield from around.csv_twin(address, LIST_COLUMNS, map(around.list_row, group.projects))
    if kind.has_json:
        twin = {"id": group.id, "name": group.name, "definition": group.lead[0] if group.lead else ""}
        sums = _disclosure_sums(group.projects)
        yield from around.json_twin(
            address, {**twin, "projects": around.list_json(group.projects), "disclosures": sums}
        )


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


def _address(kind: _Kind, group: _Group) -> str:
    return addresses.address(kind.singular, group.id)


def _group_facts(around: Surroundings, group: _Group) -> tuple[Fact, ...]:
    return (
        around.project_count(group.projects),
        around.township_count(group.projects),
        around.budget_sum(group.projects),
    )


def _item(around: Surroundings, listed: ListedProject) -> ProjectItem:
    disclosure, project, links = listed.disclosure, listed.project, around.links
    programme = around.vocabulary.programmes[project.programme] if project.programme else None
    return ProjectItem(
        link=around.project_link(listed),
        place=around.township_link(disclosure),
        year=disclosure.year,
        year_url=links.to("disclosure", disclosure.township.id, disclosure.year),
        budget=set_wan(project.budget_wan),
        programme=Link(around.t.name(programme), links.to("programme", programme.id)) if programme else None,
        indicator_count=str(project.indicator_count),
        source=around.source_ref(disclosure, project.line),
        township_id=disclosure.township.id,
        county_code=disclosure.township.county_code,
        programme_id=project.programme,
    )


def _filters(around: Surroundings, projects: Sequence[ListedProject]) -> tuple[FilterGroup, ...]:
    """Only those that tell the projects of this list apart, and none where the list is read at a glance."""
    if len(projects) < _FEWEST_FILTERED:
        return ()
    t, vocabulary = around.t, around.vocabulary
    townships = {listed.disclosure.township.id: listed.disclosure.township.name for listed in projects}
    counties = {code: _county_name(around, code) for code in around.catalogue.by_county}
    programmes = {id_: t.name(programme) for id_, programme in vocabulary.programmes.items()}
    years = {year: year for year in sorted(around.catalogue.by_year)}
    groups = (
        _filter("township", t.py_township, townships, [listed.disclosure.township.id for listed in projects]),
        _filter(
            "county", t.py_county, counties, [listed.disclosure.township.county_code for listed in projects]
        ),
        _filter("year", t.py_year_label, years, [listed.disclosure.year for listed in projects]),
        _filter("programme", t.py_programme, programmes, [listed.project.programme for listed in projects]),
    )
    return tuple(group for group in groups if len(group.options) > 1)


def _county_name(around: Surroundings, code: str) -> str:
    county = around.vocabulary.counties[code]
    return around.t.pick(county.county, county.county_en)


def _filter(name: str, label: str, labels: Mapping[str, str], values: Sequence[str]) -> FilterGroup:
    counts = Counter(values)
    options = tuple((value, text, str(counts[value])) for value, text in labels.items() if counts[value])
    return FilterGroup(name, label, options)


def _programmes(around: Surroundings) -> Iterator[_Group]:
    themes, t = around.vocabulary.themes, around.t
    for id_, programme in around.vocabulary.programmes.items():
        links = tuple(
            Link(t.name(themes[theme]), around.links.to("theme", theme)) for theme in programme.themes
        )
        projects = around.catalogue.by_programme.get(id_, ())
        yield _Group(id_, t.name(programme), (t.definition(programme),), projects, links, around.t.py_themes)


def _themes(around: Surroundings) -> Iterator[_Group]:
    t = around.t
    for id_, theme in around.vocabulary.themes.items():
        links = tuple(
            Link(t.name(programme), around.links.to("programme", programme.id))
            for programme in around.vocabulary.programmes.values()
            if id_ in programme.themes
        )
        projects = around.catalogue.by_theme.get(id_, ())
        yield _Group(id_, t.name(theme), (t.definition(theme),), projects, links, t.py_programmes)


def _counties(around: Surroundings) -> Iterator[_Group]:
    for code, county in around.vocabulary.counties.items():
        projects = around.catalogue.by_county.get(code, ())
        townships = {listed.disclosure.township.id: listed.disclosure for listed in projects}
        links = tuple(around.township_link(disclosure) for disclosure in townships.values())
        note = around.t.pick(county.note or "", county.note_en)
        lead = (note,) if note else ()
        yield _Group(code, around.t.county(county), lead, projects, links, around.t.py_townships)


def _years(around: Surroundings) -> Iterator[_Group]:
    for year in sorted(around.catalogue.by_year, reverse=True):
        projects = around.catalogue.by_year[year]
        disclosures = {listed.disclosure.id: listed.disclosure for listed in projects}
        links = tuple(
            Link(disclosure.township.name, around.links.to("disclosure", disclosure.township.id, year))
            for disclosure in disclosures.values()
        )
        yield _Group(
            year, around.t.format("py_year", year=year), (), projects, links, around.t.py_disclosures
        )


def _maker(kind: _Kind) -> Callable[[Surroundings], Iterator[Output]]:
    """The index of one way to group projects, and the list of each group."""

    def make(around: Surroundings) -> Iterator[Output]:
        groups = tuple(kind.groups(around))
        yield from _index(around, kind, groups)
        for group in groups:
            yield from _list(around, kind, group)

    return make


PROJECT_LIST_MAKERS: tuple[Callable[[Surroundings], Iterator[Output]], ...] = (
    make_projects_page,
    _maker(_Kind("themes", "theme", "programmes", has_json=False, groups=_themes)),
    _maker(_Kind("counties", "county", "townships", has_json=False, groups=_counties)),
    _maker(_Kind("years", "year", "projects", has_json=False, groups=_years)),
    _maker(_Kind("programmes", "programme", "programmes", has_json=True, groups=_programmes)),
)
