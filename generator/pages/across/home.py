"""The home page: search, headline figures, ways in."""

from collections.abc import Iterator, Mapping, Sized
from dataclasses import replace
from itertools import islice

from generator import addresses
from generator.output import Output
from generator.pages.across.questions import question_link
from generator.pages.across.surroundings import Surroundings
from generator.pages.across.townships import township_item
from generator.pages.figures import set_count
from generator.pages.strings import Named
from generator.pages.structured import website
from generator.pages.views import Fact, Frame, HomePage, Link
from generator.questions.catalogue import QUESTIONS_BY_ID

_FIRST_QUESTIONS = (
    "village-cadres",
    "payments-to-persons",
    "physical-deliveries",
    "heads-and-rates",
    "paid-at-year-end",
    "satisfaction",
)
"""Those on the home page itself; all others are one click further."""

_MOST_TOWNSHIPS = 12
"""Named on the home page; the list of townships has all."""
_MOST_GROUPS = 8
"""Programmes and themes; their lists have all."""
_MOST_YEARS = 2
"""Whose sums stand there; the page of each year has its own."""


def make_home_page(around: Surroundings) -> Iterator[Output]:
    catalogue, links, t = around.catalogue, around.links, around.t
    yield around.renderer.render(
        "home",
        HomePage(
            frame=_frame(around),
            facts=(
                Fact(t.py_townships, set_count(len(catalogue.by_township)), url=links.to("townships")),
                Fact(t.py_projects, set_count(len(catalogue.projects)), url=links.to("projects")),
                Fact(t.py_indicator_rows, set_count(catalogue.indicator_count), url=links.to("indicators")),
                *(
                    replace(fact, url=links.to("amounts"))
                    for fact in around.budget_sums(catalogue.projects)[:_MOST_YEARS]
                ),
            ),
            questions=tuple(question_link(around, QUESTIONS_BY_ID[id_]) for id_ in _FIRST_QUESTIONS),
            townships=tuple(
                township_item(around, disclosures)
                for disclosures in islice(catalogue.by_township.values(), _MOST_TOWNSHIPS)
            ),
            programmes=_largest(
                around, "programme", around.vocabulary.programmes, around.catalogue.by_programme
            ),
            themes=_largest(around, "theme", around.vocabulary.themes, around.catalogue.by_theme),
            years=tuple(
                Link(
                    t.format("py_year", year=year),
                    links.to("year", year),
                    t.projects(len(catalogue.by_year[year])),
                )
                for year in sorted(catalogue.by_year, reverse=True)
            ),
            ways=(
                Link(t.py_counties, links.to("counties")),
                Link(t.py_indicators, links.to("indicators")),
                Link(t.py_amounts, links.to("amounts")),
                Link(t.py_data, links.to("data")),
            ),
            examples=tuple(
                Link(query, f"{links.to('search')}?q={query}") for query in t.py_search_examples.split("、")
            ),
        ),
        around.source,
    )


def _frame(around: Surroundings) -> Frame:
    site, t = around.renderer.site, around.t
    frame = around.renderer.frame(t.py_home, t.py_home_description, addresses.address("home"))
    search = around.renderer.full_address(around.links.to("search"))
    node = website(site, frame.canonical, search, t.language)
    return replace(frame, head_title=site.title, nodes=(node,))


def _largest(
    around: Surroundings, kind: str, groups: Mapping[str, Named], projects: Mapping[str, Sized]
) -> tuple[Link, ...]:
    """Those with the most projects; equal ones in the order of the vocabulary."""
    counts = {id_: len(projects.get(id_, ())) for id_ in groups}
    largest = sorted(groups, key=lambda id_: -counts[id_])[:_MOST_GROUPS]
    t, links = around.t, around.links
    return tuple(Link(t.name(groups[id_]), links.to(kind, id_), t.projects(counts[id_])) for id_ in largest)
