"""The map step: one disclosure's bytes and the shared vocabulary in; facts, pages, rows and a summary out. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from generator.analyse.disclosure import DisclosureFacts, analyse_disclosure
from generator.analyse.gathered import Portion
from generator.analyse.summary import DisclosureSummary, summarise
from generator.build.portions import make_portions
from generator.checks.catalogue import CHECKS
from generator.checks.results import Results, check_facts
from generator.datasets.files import Chunk, make_chunk
from generator.datasets.subjects import Row
from generator.datasets.tables import TABLES
from generator.load.content import DisclosureFiles, File, Shared, parse_disclosure, parse_township
from generator.load.markdown import Prose, parse_markdown
from generator.model.lookups import Vocabulary
from generator.output import Output
from generator.pages.disclosure import disclosure_title, make_disclosure_pages, make_disclosure_twins
from generator.pages.theme import Renderer
from generator.problems import Problem, Severity
from generator.search import SearchRecord
from generator.search.records import make_disclosure_records
from generator.validate.disclosure import Subject, check_disclosure


@dataclass(frozen=True, slots=True)
class DisclosureInput:
    """All that one disclosure is made from."""

    files: DisclosureFiles
    township: File
    disclosure: File
    overview: File
    is_first_year: bool
    """Whether no earlier disclosure of the township is published."""
    overview_translations: tuple[tuple[str, File], ...] = ()
    """Each with its language."""


@dataclass(frozen=True, slots=True)
class Checked:
    facts: DisclosureFacts | None
    """None when there is an error."""
    problems: tuple[Problem, ...]
    results: Results = Results()


@dataclass(frozen=True, slots=True)
class Made:
    """The products of a disclosure without faults; the outputs and records are made as they are asked for."""

    outputs: Iterator[Output]
    records: Iterator[SearchRecord]
    chunks: tuple[Chunk, ...]
    """In the order of `TABLES`."""
    summary: DisclosureSummary
    portions: Mapping[str, Portion[Any]]
    """What it adds to the lists across townships, by the address of their pages."""


def check_input(given: DisclosureInput, shared: Shared) -> Checked:
    """Load and check; every fault of the three files is reported at once."""
    township, disclosure = parse_township(given.township), parse_disclosure(given.disclosure)
    overview, found = parse_markdown(given.overview.data, given.overview.path)
    translations, found_too = parse_translations(given)
    problems = [*township.problems, *disclosure.problems, *found, *found_too]
    if township.value and disclosure.value and township.tree and disclosure.tree:
        subject = Subject(
            given.files,
            township.value,
            disclosure.value,
            disclosure.tree,
            township.tree,
            overview,
            shared,
            translations,
        )
        problems += check_disclosure(subject)
    if not township.value or not disclosure.value or not overview or has_errors(problems):
        return Checked(None, tuple(problems))
    facts = analyse_disclosure(
        township.value,
        disclosure.value,
        overview,
        shared.vocabulary,
        overview_translations=translations,
    )
    return Checked(facts, tuple(problems), check_facts(facts, CHECKS, shared.words_by_finding))


def parse_translations(given: DisclosureInput) -> tuple[dict[str, Prose], list[Problem]]:
    translations: dict[str, Prose] = {}
    problems: list[Problem] = []
    for language, file in given.overview_translations:
        prose, found = parse_markdown(file.data, file.path)
        problems += found
        if prose is not None:
            translations[language] = prose
    return translations, problems


def make_disclosure(
    facts: DisclosureFacts,
    given: DisclosureInput,
    *,
    results: Results,
    vocabulary: Vocabulary,
    renderers: Sequence[Renderer],
    base_url: str,
) -> Made:
    """`renderers`: one for each language of the site, the first language first."""
    start = Row(facts, base_url, is_first_year=given.is_first_year, findings=results.published)
    pages = (
        make_disclosure_pages(facts, vocabulary, renderer, given.files, results) for renderer in renderers
    )
    return Made(
        outputs=chain(*pages, make_disclosure_twins(facts, results, base_url, given.files.path)),
        records=make_disclosure_records(facts, disclosure_title(facts, renderers[0].strings)),
        chunks=tuple(make_chunk(table, table.rows(start)) for table in TABLES),
        summary=summarise(facts, given.disclosure.path),
        portions=make_portions(facts, results, base_url),
    )


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
