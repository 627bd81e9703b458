"""Pages that findings across disclosures name, made a second time: only those, and only where there are any.

The map step makes the page of a project before other disclosures are known. To know the findings first, every
document would have to be read twice; to keep all pages back, they would have to be held.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator import addresses
from generator.build.checking import read_input
from generator.build.step import check_input
from generator.build.workers import Setup
from generator.checks.across import Beside
from generator.load.content import DisclosureFiles
from generator.output import Output
from generator.pages.disclosure import make_named_pages
from generator.pages.theme import Renderer


def remake_named(
    setup: Setup,
    beside: Mapping[str, Sequence[Beside]],
    disclosures: Sequence[DisclosureFiles],
    renderers: Sequence[Renderer],
) -> Iterator[Output]:
    """`beside`: project → findings across disclosures that name it."""
    named = {addresses.disclosure_of(project) for project in beside}
    for files in disclosures:
        township = addresses.township_id(files.county_code, files.slug)
        if addresses.disclosure_id(township, files.year) in named:
            yield from _remake(setup, beside, files, renderers)


def _remake(
    setup: Setup,
    beside: Mapping[str, Sequence[Beside]],
    files: DisclosureFiles,
    renderers: Sequence[Renderer],
) -> Iterator[Output]:
    given = read_input(setup.content, files, is_first_year=True)
    checked = None if isinstance(given, list) else check_input(given, setup.shared)
    if checked and checked.facts:
        yield from make_named_pages(
            checked.facts, setup.shared.vocabulary, renderers, checked.results, beside, file=files.path
        )
