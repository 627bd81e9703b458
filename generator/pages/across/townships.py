"""The list of townships and the page of each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from generator import addresses
from generator.analyse.amounts import plain
from generator.analyse.summary import DisclosureSummary, ProjectSummary, TownshipSummary
from generator.model.fields import fields_of
from generator.model.township import County, Township
from generator.output import Output
from generator.pages.across.surroundings import Surroundings
from generator.pages.budget_note import budget_note
from generator.pages.figures import set_count, set_wan
from generator.pages.strings import Strings
from generator.pages.structured import Node, government
from generator.pages.views import (
    Fact,
    IndexGroup,
    IndexItem,
    IndexPage,
    Link,
    SourceRef,
    State,
    TownshipDisclosure,
    TownshipPage,
)

_MOST_TOWNSHIPS = 200
"""Listed on one page."""
_MOST_PROJECTS = 12
"""Named on the page of their township; the page of the disclosure has all."""
_COLUMNS = ("township_id", "township", "county_code", "county", "years", "projects", "indicators", "url")


def make_township_pages(around: Surroundings) -> Iterator[Output]:
    t = around.t
    address = addresses.address("townships")
    townships = around.catalogue.by_township
    page = IndexPage(
        frame=around.renderer.frame(
            t.py_townships, t.py_townships_lead, address, section="townships", twins="csv"
        ),
        lead=(t.py_townships_lead,),
        items=(),
        groups=tuple(_counties(around)),
    )
    yield around.renderer.render("index", page, around.source)
    yield from around.csv_twin(
        address, _COLUMNS, (_row(around, disclosures) for disclosures in townships.values())
    )
    for disclosures in townships.values():
        yield around.renderer.render("township", _page(around, disclosures), disclosures[0].file)
        yield from around.json_twin(
            addresses.address("township", disclosures[0].township.id), _twin(around, disclosures)
        )


def _counties(around: Surroundings) -> Iterator[IndexGroup]:
    """The townships of each county; above `_MOST_TOWNSHIPS` only the counties, whose pages name theirs."""
    by_county: dict[str, list[Sequence[DisclosureSummary]]] = defaultdict(list)
    for disclosures in around.catalogue.by_township.values():
        by_county[disclosures[0].township.county_code].append(disclosures)
    is_short = len(around.catalogue.by_township) > _MOST_TOWNSHIPS
    for code, townships in by_county.items():
        county = around.vocabulary.counties[code]
        yield IndexGroup(
            Link(
                around.t.county(county),
                around.links.to("county", code),
                around.t.format("py_township_count", count=set_count(len(townships))),
            ),
            () if is_short else tuple(township_item(around, disclosures) for disclosures in townships),
        )


def township_item(around: Surroundings, disclosures: Sequence[DisclosureSummary]) -> IndexItem:
    """With what it plans for its latest year."""
    latest, t = disclosures[-1], around.t
    county = around.county(latest)
    return IndexItem(
        around.township_link(latest),
        f"{t.county(county)} · {_years(disclosures, t)}",
        (
            Fact(
                t.format("py_budget_sum_of", year=latest.year),
                set_wan(latest.budget_wan),
                unit="" if latest.budget_wan is None else "万元",
                state=State.ABSENT if latest.budget_wan is None else State.PRINTED,
            ),
            Fact(t.py_projects, set_count(len(latest.projects))),
        ),
    )


def _years(disclosures: Sequence[DisclosureSummary], t: Strings) -> str:
    return t.py_and.join(t.format("py_year", year=disclosure.year) for disclosure in disclosures)


def _page(around: Surroundings, disclosures: Sequence[DisclosureSummary]) -> TownshipPage:
    township, t = disclosures[0].township, around.t
    county = around.county(disclosures[0])
    fields = fields_of(Township)
    crumbs = (
        Link(t.py_townships, around.links.to("townships")),
        Link(t.county(county), around.links.to("county", county.code)),
    )
    frame = around.renderer.frame(
        township.name,
        t.format(
            "py_township_description",
            township=t.place(county, township.name),
            years=_years(disclosures, t),
            projects=set_count(sum(len(disclosure.projects) for disclosure in disclosures)),
            indicators=set_count(sum(disclosure.indicator_count for disclosure in disclosures)),
        ),
        addresses.address("township", township.id),
        crumbs=crumbs,
        section="townships",
        twins="json",
    )
    short = t.short_place(county, township.name)
    return TownshipPage(
        frame=replace(
            frame,
            head_title=t.format("py_township_head", place=short),
            nodes=_nodes(township, county, frame.canonical),
        ),
        name=township.name,
        kind=t.choice(fields["kind"], township.kind),
        facts=(
            Fact(t.py_county, t.county(county), url=around.links.to("county", county.code)),
            Fact(t.name(fields["name_status"]), t.choice(fields["name_status"], township.name_status)),
            Fact(
                t.name(fields["villages"]),
                township.villages,
                state=State.PRINTED if township.villages else State.ABSENT,
                source=_villages_source(around, disclosures),
            ),
            # Our code, not the document's: left out where we have none.
            *(
                (Fact(t.name(fields["division_code"]), township.division_code, note=t.py_division_note),)
                if township.division_code
                else ()
            ),
        ),
        note=t.pick(township.note, township.note_en),
        aliases=tuple((alias.text, t.pick(alias.why, alias.why_en)) for alias in township.aliases),
        disclosures=tuple(_disclosure(around, disclosure) for disclosure in reversed(disclosures)),
        ways=(
            Link(t.py_search_township, f"{around.links.to('search')}?township={township.id}"),
            Link(t.compare_link_township, around.links.to_comparison("township", township.id)),
        ),
    )


def _nodes(township: TownshipSummary, county: County, url: str) -> tuple[Node, ...]:
    """Its names are Chinese in every language. None where no document prints one: ours stands for it then."""
    if township.name_status == "not_printed":
        return ()
    return (government(township.name, url, county.name_of(township.name)),)


def _disclosure(around: Surroundings, disclosure: DisclosureSummary) -> TownshipDisclosure:
    t, count = around.t, len(disclosure.projects)
    is_cut = count > _MOST_PROJECTS
    # Sorting is stable: without printed budgets the order stays that of the document.
    ordered = sorted(disclosure.projects, key=lambda project: -(project.budget_wan or 0))
    title = t.py_township_first if disclosure.budget_wan is None else t.py_township_largest
    anchor = f"{around.links.to('disclosure', disclosure.township.id, disclosure.year)}#projects"
    return TownshipDisclosure(
        item=_disclosure_item(around, disclosure),
        projects_title=title.format(count=_MOST_PROJECTS) if is_cut else t.py_projects,
        projects=tuple(
            Link(project.name, around.links.to("project", project.id), _budget(disclosure, project, t))
            for project in ordered[:_MOST_PROJECTS]
        ),
        all_projects=Link(t.format("py_township_all", count=set_count(count)), anchor) if is_cut else None,
    )


def _budget(disclosure: DisclosureSummary, project: ProjectSummary, t: Strings) -> str:
    """Nothing where no project of the document has one: the sum says so once."""
    if disclosure.budget_wan is None:
        return ""
    note = budget_note(project.budget, t)
    if not project.budget.text:
        return note
    amount = f"{project.budget.text} 万元"
    return t.format("py_budget_noted", budget=amount, note=note) if note else amount


def _disclosure_item(around: Surroundings, disclosure: DisclosureSummary) -> IndexItem:
    t = around.t
    budget = Fact(
        t.py_budget_sum_label,
        set_wan(disclosure.budget_wan),
        unit=t.py_unit_wan if disclosure.budget_wan is not None else "",
        state=State.PRINTED if disclosure.budget_wan is not None else State.ABSENT,
        note=t.budget_sum(disclosure.budget_count, len(disclosure.projects)),
    )
    return IndexItem(
        Link(
            t.format("py_disclosure_title", township=disclosure.township.name, year=disclosure.year),
            around.links.to("disclosure", disclosure.township.id, disclosure.year),
        ),
        t.format("py_source_description", file=disclosure.source_file),
        (
            Fact(t.py_projects, set_count(len(disclosure.projects))),
            Fact(t.py_indicator_rows, set_count(disclosure.indicator_count)),
            budget,
        ),
    )


def _row(around: Surroundings, disclosures: Sequence[DisclosureSummary]) -> tuple[str, ...]:
    township = disclosures[0].township
    return (
        township.id,
        township.name,
        township.county_code,
        around.county(disclosures[0]).county,
        "/".join(disclosure.year for disclosure in disclosures),
        str(sum(len(disclosure.projects) for disclosure in disclosures)),
        str(sum(disclosure.indicator_count for disclosure in disclosures)),
        around.base_url + addresses.address("township", township.id),
    )


def _villages_source(around: Surroundings, disclosures: Sequence[DisclosureSummary]) -> SourceRef | None:
    source = disclosures[0].township.villages_source
    if source is None:
        return None
    return next(
        (around.source_ref(each, source.line) for each in disclosures if each.year == source.year), None
    )


def _twin(around: Surroundings, disclosures: Sequence[DisclosureSummary]) -> dict[str, object]:
    township = disclosures[0].township
    return {
        "id": township.id,
        "name": township.name,
        "kind": township.kind,
        "county_code": township.county_code,
        "county": around.county(disclosures[0]).full_name,
        "name_status": township.name_status,
        "aliases": [{"text": alias.text, "why": alias.why} for alias in township.aliases],
        "note": township.note,
        "division_code": township.division_code,
        "villages": township.villages,
        **({"villages_source": asdict(township.villages_source)} if township.villages_source else {}),
        "disclosures": [
            {
                "id": disclosure.id,
                "year": disclosure.year,
                "projects": len(disclosure.projects),
                "indicators": disclosure.indicator_count,
                "budget_wan": plain(disclosure.budget_wan),
                "budget_count": disclosure.budget_count,
                "url": around.base_url + addresses.address("disclosure", township.id, disclosure.year),
            }
            for disclosure in disclosures
        ],
    }
