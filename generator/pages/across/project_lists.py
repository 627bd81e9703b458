"""Lists of projects in parts of a fixed size, so that no page grows without bound."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.analyse.catalogue import ListedProject
from generator.pages.across.surroundings import Surroundings
from generator.pages.budget_note import budget_note
from generator.pages.figures import set_count
from generator.pages.views import Fact, FilterGroup, Link, Pager, ProjectItem, ProjectListPage

_PART = 200
"""Projects on one page."""
_FEWEST_FILTERED = 8


@dataclass(frozen=True, slots=True)
class Group:
    """One list of projects: a programme, a county, a year, a theme, a band of amounts."""

    id: str
    name: str
    lead: tuple[str, ...]
    projects: Sequence[ListedProject]
    links: tuple[Link, ...] = ()
    links_label: str = ""
    crumb: Link | None = None
    """To the index it stands in."""
    heading: Link | None = None
    """Beneath which it stands there, where the index has headings: a province."""


def project_lists(
    around: Surroundings, section: str, address: str, group: Group, *, twins: str
) -> Iterator[ProjectListPage]:
    """The list in parts; the first stands at the address of the group and says what it is."""
    t, projects = around.t, group.projects
    starts = range(0, max(len(projects), 1), _PART)
    for number, start in enumerate(starts, start=1):
        shown = projects[start : start + _PART]
        is_first = number == 1
        title = group.name if is_first else t.format("py_part", name=group.name, number=number)
        description = (
            group.lead[0]
            if group.lead
            else t.format("py_list_description", name=group.name, count=len(projects))
        )
        crumbs = (group.crumb,) if group.crumb else ()
        first = () if is_first else (Link(group.name, around.links.to_address(address)),)
        frame = around.renderer.frame(
            title,
            description,
            addresses.part(address, number),
            crumbs=(*crumbs, *first),
            section=section,
            twins=twins if is_first else "",
        )
        yield ProjectListPage(
            frame=frame,
            lead=group.lead if is_first else (),
            facts=group_facts(around, projects) if is_first else (),
            links=group.links if is_first else (),
            links_label=group.links_label,
            items=tuple(_item(around, listed) for listed in shown),
            filters=_filters(around, shown),
            has_years=len({listed.disclosure.year for listed in projects}) > 1,
            total_note=t.projects(len(shown)),
            pager=_pager(around, address, len(projects), number) if len(starts) > 1 else None,
        )


def _pager(around: Surroundings, address: str, count: int, current: int) -> Pager:
    t = around.t
    links = tuple(
        Link(
            f"{start + 1}–{min(start + _PART, count)}",
            around.links.to_address(addresses.part(address, number)),
        )
        for number, start in enumerate(range(0, count, _PART), start=1)
    )
    return Pager(t.format("py_pager", shown=links[current - 1].label, count=set_count(count)), links, current)


def group_facts(around: Surroundings, projects: Sequence[ListedProject]) -> tuple[Fact, ...]:
    return (around.project_count(projects), around.township_count(projects), *around.budget_sums(projects))


def _item(around: Surroundings, listed: ListedProject) -> ProjectItem:
    disclosure, project, links = listed.disclosure, listed.project, around.links
    programme = around.vocabulary.programmes[project.programme] if project.programme else None
    return ProjectItem(
        link=around.project_link(listed),
        place=around.township_link(disclosure),
        year=disclosure.year,
        year_url=links.to("disclosure", disclosure.township.id, disclosure.year),
        budget=project.budget.text,
        budget_note=budget_note(project.budget, around.t),
        programme=Link(around.t.name(programme), links.to("programme", programme.id)) if programme else None,
        indicator_count=str(project.indicator_count),
        source=around.source_ref(disclosure, project.line_of("total")),
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
