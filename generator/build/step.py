"""The map step: one disclosure's bytes and the shared vocabulary in; facts, pages, rows and a summary out. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.analyse.disclosure import DisclosureFacts, analyse_disclosure
from generator.analyse.summary import DisclosureSummary, summarise
from generator.datasets.files import Chunk, make_chunk
from generator.datasets.tables import TABLES, Row
from generator.load.content import DisclosureFiles, File, Shared, parse_disclosure, parse_township
from generator.load.markdown import parse_markdown
from generator.model.lookups import Vocabulary
from generator.output import Output
from generator.pages.disclosure import disclosure_title, make_disclosure_pages
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


@dataclass(frozen=True, slots=True)
class Checked:
    facts: DisclosureFacts | None
    """None when there is an error."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """The products of a disclosure without faults; the outputs and records are made as they are asked for."""

    outputs: Iterator[Output]
    records: Iterator[SearchRecord]
    chunks: tuple[Chunk, ...]
    """In the order of `TABLES`."""
    summary: DisclosureSummary


def check_input(given: DisclosureInput, shared: Shared) -> Checked:
    """Load and check; every fault of the three files is reported at once."""
    township, disclosure = parse_township(given.township), parse_disclosure(given.disclosure)
    overview, found = parse_markdown(given.overview.data, given.overview.path)
    problems = [*township.problems, *disclosure.problems, *found]
    if township.value and disclosure.value and township.tree and disclosure.tree:
        subject = Subject(
            given.files,
            township.value,
            disclosure.value,
            disclosure.tree,
            township.tree,
            overview,
            shared,
        )
        problems += check_disclosure(subject)
    if not township.value or not disclosure.value or not overview or has_errors(problems):
        return Checked(None, tuple(problems))
    return Checked(
        analyse_disclosure(township.value, disclosure.value, overview, shared.vocabulary), tuple(problems)
    )


def make_disclosure(
    facts: DisclosureFacts,
    given: DisclosureInput,
    *,
    vocabulary: Vocabulary,
    renderer: Renderer,
    base_url: str,
) -> Made:
    start = Row(facts, base_url, is_first_year=given.is_first_year)
    return Made(
        outputs=make_disclosure_pages(facts, vocabulary, renderer, files=given.files, base_url=base_url),
        records=make_disclosure_records(facts, disclosure_title(facts, renderer.strings)),
        chunks=tuple(make_chunk(table, start) for table in TABLES),
        summary=summarise(facts, given.disclosure.path),
    )


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
