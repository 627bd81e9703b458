"""The page that puts chosen projects, townships or programmes side by side.

The browser makes the table of the twins of their pages (`static/compare*.js`); here stand the words it needs and a few
choices to try.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from generator import addresses
from generator.analyse.catalogue import ListedProject
from generator.model.disclosure import Budget, Project
from generator.model.fields import fields_of
from generator.model.township import Township
from generator.output import Output
from generator.pages.across.surroundings import Surroundings
from generator.pages.views import ComparePage, Link

_MOST = 4
"""Side by side; `static/compare.js` has the same."""
_EXAMPLES = 3
_FIELDS = {
    **{name: fields_of(Budget)[name] for name in ("total", "fiscal", "other")},
    "purpose": fields_of(Project)["purpose"],
    "villages": fields_of(Township)["villages"],
}


def make_compare_page(around: Surroundings) -> Iterator[Output]:
    t, vocabulary = around.t, around.vocabulary
    page = ComparePage(
        frame=around.renderer.frame(
            t.py_compare, t.py_compare_description, addresses.address("compare"), section="compare"
        ),
        families={id_: t.name(family) for id_, family in vocabulary.families.items()},
        programmes={id_: t.name(programme) for id_, programme in vocabulary.programmes.items()},
        labels={name: t.name(field) for name, field in _FIELDS.items()},
        examples=tuple(_examples(around)),
    )
    yield around.renderer.render("compare", page, around.source)


def _examples(around: Surroundings) -> Iterator[Link]:
    """Projects of one programme and year in several townships; townships of one year."""
    yield from islice(_project_examples(around), _EXAMPLES)
    for year in sorted(around.catalogue.by_year, reverse=True):
        projects = around.catalogue.by_year[year]
        townships = {listed.disclosure.township.id: listed.disclosure.township.name for listed in projects}
        if len(townships) > 1:
            chosen = dict(islice(townships.items(), _MOST))
            ids = (addresses.disclosure_id(township, year) for township in chosen)
            names = around.t.py_and.join(chosen.values())
            yield Link(
                around.t.format("py_place_year", place=names, year=year),
                around.links.to_comparison("township", *ids),
            )
            break


def _project_examples(around: Surroundings) -> Iterator[Link]:
    for id_, programme in around.vocabulary.programmes.items():
        for year, projects in _by_year(around.catalogue.by_programme.get(id_, ())):
            if len(projects) > 1:
                label = around.t.format("py_place_year", place=around.t.name(programme), year=year)
                ids = (listed.project.id for listed in projects[:_MOST])
                yield Link(label, around.links.to_comparison("project", *ids))


def _by_year(projects: Iterable[ListedProject]) -> Iterator[tuple[str, Sequence[ListedProject]]]:
    """Of each year, the first project of each township that prints a budget."""
    years: dict[str, dict[str, ListedProject]] = {}
    for listed in projects:
        if listed.project.budget_wan is not None:
            years.setdefault(listed.disclosure.year, {}).setdefault(listed.disclosure.township.id, listed)
    for year in sorted(years, reverse=True):
        yield year, tuple(years[year].values())
