"""The page that puts chosen projects, townships or programmes side by side, and the files it reads.

The browser makes the table of the columns of what is chosen (`static/compare*.js`). Those of projects are made with the
pages of their disclosure; here the others are made, and the lists of projects to choose from.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from generator import addresses
from generator.analyse.catalogue import ListedProject
from generator.analyse.summary import DisclosureSummary
from generator.output import Output
from generator.pages.across.surroundings import Surroundings
from generator.pages.columns.files import column_file
from generator.pages.columns.sums import SumColumns
from generator.pages.twins import to_json
from generator.pages.views import ComparePage, Link

_MOST = 4
"""Side by side; `static/compare.js` has the same."""
_EXAMPLES = 3
_NAMES_PER_FILE = 200
_MOST_OF_A_NAME = 30
"""Projects; a longer list is narrowed down by their townships."""


def make_compare_page(around: Surroundings) -> Iterator[Output]:
    t = around.t
    shared = _shared_names(around)
    page = ComparePage(
        frame=around.renderer.frame(
            t.py_compare, t.py_compare_description, addresses.address("compare"), section="compare"
        ),
        examples=tuple(_examples(around)),
        name_files=_count_files(shared),
    )
    yield around.renderer.render("compare", page, around.source)
    yield from _columns(around)
    if around.renderer.edition.is_first:
        yield from _choices(around, shared)


def _columns(around: Surroundings) -> Iterator[Output]:
    columns = SumColumns(around.catalogue, around.vocabulary, around.renderer)
    for disclosures in around.catalogue.by_township.values():
        yield from _township_columns(around, columns, disclosures)
    for id_ in around.vocabulary.programmes:
        column, is_cut = columns.programme(id_)
        more = {"lack": "only_first"} if is_cut else {}
        yield column_file(around.renderer, "programme", id_, column, source=around.source, **more)


def _township_columns(
    around: Surroundings, columns: SumColumns, disclosures: Sequence[DisclosureSummary]
) -> Iterator[Output]:
    """One for each year; the latest answers for the township too."""
    latest = disclosures[-1]
    for disclosure in disclosures:
        column = columns.township(disclosure)
        more = {"year": disclosure.year, "township": disclosure.township.id}
        for id_ in (disclosure.id, *([latest.township.id] if disclosure is latest else [])):
            yield column_file(around.renderer, "township", id_, column, source=disclosure.file, **more)


def _choices(around: Surroundings, shared: dict[str, list[ListedProject]]) -> Iterator[Output]:
    """Lists of projects, once for all languages: of each township, the latest year first; of each shared name.

    Each is a title with `[id, text, note]`; names stand in a few files, which the browser finds by the name.
    """
    for township, disclosures in around.catalogue.by_township.items():
        lists = {
            f"{disclosure.township.name} {disclosure.year}": [
                [project.id, project.name, ""] for project in disclosure.projects
            ]
            for disclosure in reversed(disclosures)
        }
        yield Output(addresses.choices_path(township), to_json(lists), disclosures[0].file)
    files: dict[int, dict[str, object]] = defaultdict(dict)
    count = _count_files(shared)
    for name, projects in shared.items():
        entries = [[listed.project.id, name, _place(around, listed)] for listed in projects[:_MOST_OF_A_NAME]]
        files[addresses.find_shard(name, count)][name] = entries
    for number, names in files.items():
        yield Output(addresses.choices_path(str(number)), to_json(names), around.source)


def _shared_names(around: Surroundings) -> dict[str, list[ListedProject]]:
    by_name: dict[str, list[ListedProject]] = defaultdict(list)
    for listed in around.catalogue.projects:
        by_name[listed.project.name].append(listed)
    return {name: projects for name, projects in by_name.items() if len(projects) > 1}


def _count_files(names: dict[str, list[ListedProject]]) -> int:
    return len(names) // _NAMES_PER_FILE + 1


def _place(around: Surroundings, listed: ListedProject) -> str:
    county = around.county(listed.disclosure)
    return f"{county.name_of(listed.disclosure.township.name)} {listed.disclosure.year}"


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
