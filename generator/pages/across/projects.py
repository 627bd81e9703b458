"""Lists of projects: all of them, and those of a programme, county, year, theme or size, with their indexes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from generator import addresses
from generator.analyse.catalogue import ListedProject
from generator.model.township import UNKNOWN_COUNTY, County
from generator.output import Output
from generator.pages.across.programmes import make_programme_page, programme_links
from generator.pages.across.project_lists import Group, group_facts, project_lists
from generator.pages.across.surroundings import LIST_COLUMNS, Surroundings
from generator.pages.views import IndexGroup, IndexItem, IndexPage, Link

_BANDS = (
    ("under-1", None, Decimal(1)),
    ("1-to-10", Decimal(1), Decimal(10)),
    ("10-to-100", Decimal(10), Decimal(100)),
    ("from-100", Decimal(100), None),
)
"""Of budgets, in 万元: id, from, below."""
_MOST_FACTS = 4
"""Of a group in an index: projects, townships, and the sums of the two latest years."""
_MOST_LINKS = 200
"""To the documents of a year; above that its counties are linked."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A way to group projects, with its index page."""

    plural: str
    """Name of the index address: `programmes`."""
    singular: str
    section: str
    groups: Callable[[Surroundings], Iterable[Group]]
    pages: Callable[[Surroundings, "_Kind", Group], Iterator[Output]]
    """The pages of one group, with their twins."""


def make_projects_page(around: Surroundings) -> Iterator[Output]:
    t, projects = around.t, around.catalogue.projects
    address = addresses.address("projects")
    bands = tuple(
        Link(band.name, around.links.to("amount", band.id), t.projects(len(band.projects)))
        for band in _amounts(around)
    )
    group = Group("projects", t.py_projects, (t.py_projects_lead,), projects, bands, t.py_amounts)
    for page in project_lists(around, "projects", address, group, twins="csv"):
        yield around.renderer.render("project_list", page, around.source)
    yield from around.csv_twin(address, LIST_COLUMNS, map(around.list_row, projects))


def _index(around: Surroundings, kind: _Kind, groups: Sequence[Group]) -> Iterator[Output]:
    t = around.t
    address = addresses.address(kind.plural)
    title, lead = getattr(t, f"py_{kind.plural}"), getattr(t, f"py_{kind.plural}_lead")
    page = IndexPage(
        frame=around.renderer.frame(title, lead, address, section=kind.section, twins="csv"),
        lead=(lead,),
        items=tuple(_item(around, kind, group) for group in groups if not group.heading),
        groups=tuple(
            IndexGroup(
                heading,
                tuple(_item(around, kind, group) for group in beneath),
                heading.url.partition("#")[2],
            )
            for heading, beneath in groupby(groups, key=lambda group: group.heading)
            if heading
        ),
    )
    yield around.renderer.render("index", page, around.source)
    rows = (
        (group.id, group.name, str(len(group.projects)), around.base_url + _address(kind, group))
        for group in groups
    )
    yield from around.csv_twin(address, ("id", "name", "projects", "url"), rows)


def _item(around: Surroundings, kind: _Kind, group: Group) -> IndexItem:
    return IndexItem(
        Link(group.name, around.links.to(kind.singular, group.id)),
        group.lead[0] if group.lead else "",
        tuple(replace(fact, note="") for fact in group_facts(around, group.projects)[:_MOST_FACTS]),
    )


def _list(around: Surroundings, kind: _Kind, group: Group) -> Iterator[Output]:
    address = _address(kind, group)
    for page in project_lists(around, kind.section, address, group, twins="csv"):
        yield around.renderer.render("project_list", page, around.source)
    yield from around.csv_twin(address, LIST_COLUMNS, map(around.list_row, group.projects))


def _address(kind: _Kind, group: Group) -> str:
    return addresses.address(kind.singular, group.id)


def _programmes(around: Surroundings) -> Iterator[Group]:
    t = around.t
    for id_, programme in around.vocabulary.programmes.items():
        projects = around.catalogue.by_programme.get(id_, ())
        links = programme_links(around, programme)
        yield Group(id_, t.name(programme), (t.definition(programme),), projects, links, t.py_themes)


def _themes(around: Surroundings) -> Iterator[Group]:
    t = around.t
    for id_, theme in around.vocabulary.themes.items():
        links = tuple(
            Link(t.name(programme), around.links.to("programme", programme.id))
            for programme in around.vocabulary.programmes.values()
            if id_ in programme.themes
        )
        projects = around.catalogue.by_theme.get(id_, ())
        yield Group(id_, t.name(theme), (t.definition(theme),), projects, links, t.py_programmes)


def _counties(around: Surroundings) -> Iterator[Group]:
    counties = around.vocabulary.counties
    for code in sorted(counties, key=lambda code: (code == UNKNOWN_COUNTY, code[:2])):
        county = counties[code]
        projects = around.catalogue.by_county.get(code, ())
        townships = {listed.disclosure.township.id: listed.disclosure for listed in projects}
        links = tuple(around.township_link(disclosure) for disclosure in townships.values())
        note = around.t.pick(county.note or "", county.note_en)
        lead = (note,) if note else ()
        yield Group(
            code,
            around.t.county(county),
            lead,
            projects,
            links,
            around.t.py_townships,
            heading=_province_link(around, county),
        )


def _province_link(around: Surroundings, county: County) -> Link | None:
    """To its heading in the list of counties."""
    if county.code == UNKNOWN_COUNTY:
        return None
    name = around.t.pick(county.province, county.province_en)
    return Link(name, f"{around.links.to('counties')}#{addresses.province_anchor(county.code)}")


def _years(around: Surroundings) -> Iterator[Group]:
    for year in sorted(around.catalogue.by_year, reverse=True):
        projects = around.catalogue.by_year[year]
        links, label = _documents(around, year, projects)
        yield Group(year, around.t.format("py_year", year=year), (), projects, links, label)


def county_link(around: Surroundings, code: str) -> Link:
    return Link(around.t.county(around.vocabulary.counties[code]), around.links.to("county", code))


def _documents(
    around: Surroundings, year: str, projects: Sequence[ListedProject]
) -> tuple[tuple[Link, ...], str]:
    """Links to the documents of a year, or to their counties where they are too many for one page."""
    disclosures = {listed.disclosure.id: listed.disclosure for listed in projects}
    if len(disclosures) > _MOST_LINKS:
        counties = dict.fromkeys(listed.disclosure.township.county_code for listed in projects)
        links = (county_link(around, code) for code in counties)
        return tuple(links), around.t.py_counties
    return tuple(
        Link(disclosure.township.name, around.links.to("disclosure", disclosure.township.id, year))
        for disclosure in disclosures.values()
    ), around.t.py_disclosures


def _amounts(around: Surroundings) -> Iterator[Group]:
    """By size of the printed budget; within a band by place and year, as everywhere."""
    t, projects = around.t, around.catalogue.projects
    for id_, least, below in _BANDS:
        of_band = [
            listed
            for listed in projects
            if listed.project.budget_wan is not None
            and (least is None or listed.project.budget_wan >= least)
            and (below is None or listed.project.budget_wan < below)
        ]
        name = getattr(t, f"py_amount_{id_.replace('-', '_')}")
        yield Group(id_, name, (t.format("py_amount_lead", band=name[:1].lower() + name[1:]),), of_band)
    without = [listed for listed in projects if listed.project.budget_wan is None]
    yield Group("not-printed", t.py_amount_not_printed, (t.py_amount_not_printed_lead,), without)


def _maker(kind: _Kind) -> Callable[[Surroundings], Iterator[Output]]:
    """The index of one way to group projects, and the list of each group."""

    def make(around: Surroundings) -> Iterator[Output]:
        crumb = Link(getattr(around.t, f"py_{kind.plural}"), around.links.to(kind.plural))
        groups = tuple(replace(group, crumb=crumb) for group in kind.groups(around))
        yield from _index(around, kind, groups)
        for group in groups:
            yield from kind.pages(around, kind, group)

    return make


def _programme_page(around: Surroundings, _: _Kind, group: Group) -> Iterator[Output]:
    return make_programme_page(around, around.vocabulary.programmes[group.id], group)


PROJECT_LIST_MAKERS: tuple[Callable[[Surroundings], Iterator[Output]], ...] = (
    make_projects_page,
    _maker(_Kind("themes", "theme", "programmes", groups=_themes, pages=_list)),
    _maker(_Kind("counties", "county", "townships", groups=_counties, pages=_list)),
    _maker(_Kind("years", "year", "projects", groups=_years, pages=_list)),
    _maker(_Kind("amounts", "amount", "projects", groups=_amounts, pages=_list)),
    _maker(_Kind("programmes", "programme", "programmes", groups=_programmes, pages=_programme_page)),
)
