"""The CSV of an answer: every row, with its place, its values and their source lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.analyse.disclosure import DisclosureFacts
from generator.analyse.summary import DisclosureSummary
from generator.questions.answer import Answer, Column
from generator.questions.question import Question

_PLACE = ("disclosure_id", "township_id", "township", "county_code", "year", "project_id", "project", "row")
_END = ("source_file", "source_line", "url")


def csv_heads(question: Question) -> Sequence[str]:
    own = (name for column in question.columns for name in _names(column))
    sections = ("section",) if question.texts.sections else ()
    return (*sections, *_PLACE, *own, *_END)


def _names(column: Column) -> Iterator[str]:
    yield column.name
    if column.is_ours:
        yield f"{column.name}_en"
    if column.has_line:
        yield f"{column.name}_line"


@dataclass(frozen=True, slots=True)
class Place:
    """A disclosure, as the rows of a CSV name it."""

    disclosure_id: str
    township_id: str
    township: str
    county_code: str
    year: str
    source_file: str
    titles: Mapping[str, str]
    """Of its projects, by id."""


def place_of(facts: DisclosureFacts) -> Place:
    return Place(
        facts.id,
        facts.township_id,
        facts.township.name,
        facts.township.county_code,
        facts.printed.year,
        facts.printed.source.file,
        {project.id: project.printed.name for project in facts.projects},
    )


def place_of_summary(summary: DisclosureSummary) -> Place:
    return Place(
        summary.id,
        summary.township.id,
        summary.township.name,
        summary.township.county_code,
        summary.year,
        summary.source_file,
        {project.id: project.name for project in summary.projects},
    )


def csv_rows(
    question: Question, answers: Iterable[Answer], place: Place, base_url: str
) -> Iterator[Sequence[str]]:
    """`place`: that all `answers` are about."""
    has_sections = bool(question.texts.sections)
    for answer in answers:
        yield (
            *((answer.section,) if has_sections else ()),
            place.disclosure_id,
            place.township_id,
            place.township,
            place.county_code,
            place.year,
            answer.project_id,
            place.titles.get(answer.project_id, ""),
            str(answer.row or ""),
            *_own(question, answer),
            place.source_file,
            answer.line,
            base_url + answer_page(answer),
        )


def _own(question: Question, answer: Answer) -> Iterator[str]:
    for column, value in zip(question.columns, answer.values, strict=True):
        yield value.text
        if column.is_ours:
            yield value.en
        if column.has_line:
            yield value.line


def answer_page(answer: Answer) -> str:
    """Where the printed values of an answer stand."""
    if not answer.project_id:
        return addresses.address("disclosure", *addresses.split_disclosure_id(answer.disclosure_id))
    page = addresses.address("project", answer.project_id)
    return f"{page}#{addresses.row_anchor(answer.row)}" if answer.row else page
