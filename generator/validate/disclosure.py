"""Checks of one disclosure with its township."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator import addresses
from generator.load.content import CORRECTIONS, DisclosureFiles, Shared, problem_at
from generator.load.markdown import Prose
from generator.load.yaml_nodes import Node, node_at
from generator.model.disclosure import (
    Disclosure,
    Expected,
    Indicator,
    Project,
    UnitTargets,
    ValueLines,
)
from generator.model.fields import Kind, fields_of
from generator.model.lookups import Vocabulary
from generator.model.township import Township
from generator.problems import Problem
from generator.validate.dates import CALENDAR, is_date

Step = str | int


@dataclass(frozen=True, slots=True)
class Subject:
    """What the checks look at."""

    files: DisclosureFiles
    township: Township
    disclosure: Disclosure
    tree: Node
    """Of `disclosure.yaml`."""
    township_tree: Node
    overview: Prose | None
    shared: Shared
    translations: Mapping[str, Prose] = dataclasses.field(default_factory=dict)
    """Of the overview, by language."""

    @property
    def vocabulary(self) -> Vocabulary:
        return self.shared.vocabulary

    @property
    def disclosure_id(self) -> str:
        township = addresses.township_id(self.files.county_code, self.files.slug)
        return addresses.disclosure_id(township, self.files.year)

    def problem(self, code: str, *steps: Step, **values: str) -> Problem:
        return problem_at(self.files.path, self.tree, Disclosure, code, steps, values)

    def township_problem(self, code: str, *steps: Step, **values: str) -> Problem:
        return problem_at(self.files.township_path, self.township_tree, Township, code, steps, values)


def check_disclosure(subject: Subject) -> list[Problem]:
    return [problem for check in CHECKS for problem in check(subject)]


def _check_folders(subject: Subject) -> Iterator[Problem]:
    """The id is made of the folder names, so the files must say the same."""
    files, township = subject.files, subject.township
    if township.county_code != files.county_code:
        yield subject.township_problem(
            "path-mismatch", "county_code", read=township.county_code, expected=files.county_code
        )
    if township.slug != files.slug:
        yield subject.township_problem("path-mismatch", "slug", read=township.slug, expected=files.slug)
    if subject.disclosure.year != files.year:
        yield subject.problem("path-mismatch", "year", read=subject.disclosure.year, expected=files.year)


def _check_county(subject: Subject) -> Iterator[Problem]:
    if subject.township.county_code not in subject.vocabulary.counties:
        yield subject.township_problem("unknown-county", "county_code", read=subject.township.county_code)


def _check_numbers(subject: Subject) -> Iterator[Problem]:
    """A project's id is made of its printed number."""
    first: dict[str, int] = {}
    for index, project in enumerate(subject.disclosure.projects):
        if project.no in first:
            earlier = node_at(subject.tree, "projects", first[project.no], "no")
            place = f"{subject.files.path}:{earlier.line + 1}"
            yield subject.problem("duplicate-id", "projects", index, "no", read=project.no, expected=place)
        first.setdefault(project.no, index)


def _check_levels(subject: Subject) -> Iterator[Problem]:
    """Every category is known. A form without such a column leaves it blank, and nothing is put in its place."""
    for steps, _, indicator in _rows(subject.disclosure):
        if indicator.level1 and subject.vocabulary.level1_id(indicator.level1) is None:
            yield subject.problem("unknown-level", *steps, "level1", read=indicator.level1)
        if indicator.level2 and subject.vocabulary.level2_id(indicator.level2) is None:
            yield subject.problem("unknown-level", *steps, "level2", read=indicator.level2)


def _check_programmes(subject: Subject) -> Iterator[Problem]:
    for index, project in enumerate(subject.disclosure.projects):
        id_ = addresses.project_id(subject.disclosure_id, project.no)
        programmes = subject.vocabulary.programmes_of(id_, project.name)
        if len(programmes) > 1:
            yield subject.problem(
                "two-programmes", "projects", index, "name", read=project.name, expected=", ".join(programmes)
            )


def _check_expected(subject: Subject) -> Iterator[Problem]:
    """Finding fewer than a person counted means something was lost; finding more, that something came twice."""
    disclosure = subject.disclosure
    rows = sum(len(project.indicators) for project in disclosure.projects)
    for name in fields_of(Expected):
        expected = getattr(disclosure.expected, name)
        actual = rows if name == "indicators" else len(getattr(disclosure, name))
        if expected is not None and int(expected) != actual:
            yield subject.problem("expected-count", "expected", name, read=str(actual), expected=expected)


def _check_lines(subject: Subject) -> Iterator[Problem]:
    """Every line lies within the source, and projects and rows follow the order of the source."""
    last = int(subject.disclosure.source.lines)
    for name, records in _line_lists(subject.disclosure):
        for index, record in enumerate(records):
            if not 1 <= int(record.line) <= last:
                yield subject.problem(
                    "line-outside", name, index, "line", read=record.line, expected=str(last)
                )
    previous = 0
    for steps, project, indicator in _rows(subject.disclosure):
        start, line = int(project.line), int(indicator.line)
        floor = max(previous, start if start <= last else 0)
        if not 1 <= line <= last:
            yield subject.problem("line-outside", *steps, "line", read=indicator.line, expected=str(last))
            continue
        if line < floor:
            yield subject.problem("line-order", *steps, "line", read=indicator.line, expected=str(floor))
        previous = line


def _check_value_lines(subject: Subject) -> Iterator[Problem]:
    """The values of a project or unit stand between its first line and the end of the source."""
    last = int(subject.disclosure.source.lines)
    for steps, record in _with_value_lines(subject.disclosure):
        for inner, line in _value_lines(record):
            if not 1 <= int(line) <= last:
                yield subject.problem("line-outside", *steps, *inner, read=line, expected=str(last))
            elif int(line) < int(record.line):
                yield subject.problem("line-before-start", *steps, *inner, read=line, expected=record.line)
        for name in ("goals", "results"):
            given, texts = len(getattr(record.lines, name)), len(getattr(record, name))
            if given not in (0, texts):
                yield subject.problem(
                    "line-count", *steps, "lines", name, read=str(given), expected=str(texts)
                )


def _check_document_lines(subject: Subject) -> Iterator[Problem]:
    """The publisher and the title stand in lines of the source."""
    printed = subject.disclosure
    places = {
        ("publisher", "line"): printed.publisher.line if printed.publisher else None,
        ("source", "title_line"): printed.source.title_line,
    }
    for steps, line in places.items():
        if line is not None and not 1 <= int(line) <= int(printed.source.lines):
            yield subject.problem("line-outside", *steps, read=line, expected=printed.source.lines)


def _check_villages(subject: Subject) -> Iterator[Problem]:
    """The number of villages stands in a line of this disclosure, where it is said to."""
    source, last = subject.township.villages_source, int(subject.disclosure.source.lines)
    if source and source.year == subject.files.year and not 1 <= int(source.line) <= last:
        yield subject.township_problem(
            "line-outside", "villages_source", "line", read=source.line, expected=str(last)
        )


def _check_overview_lines(subject: Subject) -> Iterator[Problem]:
    """A reference of the overview must lead to a line of the source."""
    last = int(subject.disclosure.source.lines)
    for language, overview in {"": subject.overview, **subject.translations}.items():
        for source_line, line in overview.line_links() if overview else ():
            if int(source_line) > last:
                values = {"read": source_line, "expected": str(last)}
                yield Problem(
                    subject.files.overview_path_in(language), line, 0, "line-outside", values=values
                )


def _check_corrections(subject: Subject) -> Iterator[Problem]:
    """A correction must meet the value it corrects, or it would silently do nothing."""
    disclosure = subject.disclosure
    corrections = [
        (index, correction)
        for index, correction in enumerate(subject.vocabulary.corrections)
        if correction.file == disclosure.source.file
    ]
    if not corrections:
        return
    printed = {
        (record.line, name): getattr(record, name)
        for record in _lined(disclosure)
        for name in fields_of(type(record))
    }
    for index, correction in corrections:
        found = printed.get((correction.line, correction.field))
        if found != correction.printed:
            expected = f"“{found if isinstance(found, str) else ''}”"
            yield subject.shared.problem(
                CORRECTIONS, "wrong-value", index, "printed", read=correction.printed, expected=expected
            )


def _check_plan_units(subject: Subject) -> Iterator[Problem]:
    for index, project in enumerate(subject.disclosure.projects):
        plan = project.plan
        if plan and any((plan.mar, plan.jun, plan.oct, plan.dec)) and project.plan_unit is None:
            yield subject.problem("plan-unit", "projects", index, "plan")


def _check_dates(subject: Subject) -> Iterator[Problem]:
    """Days of the calendar, in order: the feed and the sitemap go by them."""
    disclosure = subject.disclosure
    dates: list[tuple[tuple[Step, ...], str | None]] = [(("added",), disclosure.added)]
    dates += [(("changes", index, "date"), change.date) for index, change in enumerate(disclosure.changes)]
    previous = ""
    for steps, text in dates:
        if text is None:
            continue
        if not is_date(text):
            yield subject.problem("wrong-value", *steps, read=text, expected=CALENDAR)
        elif text < previous:
            yield subject.problem("wrong-value", *steps, read=text, expected=f"≥ {previous}")
        previous = max(previous, text)


CHECKS: tuple[Callable[[Subject], Iterator[Problem]], ...] = (
    _check_folders,
    _check_county,
    _check_numbers,
    _check_levels,
    _check_programmes,
    _check_expected,
    _check_lines,
    _check_value_lines,
    _check_document_lines,
    _check_villages,
    _check_overview_lines,
    _check_corrections,
    _check_plan_units,
    _check_dates,
)


def _rows(disclosure: Disclosure) -> Iterator[tuple[tuple[Step, ...], Project, Indicator]]:
    for index, project in enumerate(disclosure.projects):
        for row, indicator in enumerate(project.indicators):
            yield ("projects", index, "indicators", row), project, indicator


def _with_value_lines(disclosure: Disclosure) -> Iterator[tuple[tuple[Step, ...], Project | UnitTargets]]:
    lists: tuple[tuple[str, tuple[Project | UnitTargets, ...]], ...] = (
        ("projects", disclosure.projects),
        ("unit_targets", disclosure.unit_targets),
    )
    for name, records in lists:
        for index, record in enumerate(records):
            if record.lines is not None:
                yield (name, index), record


def _value_lines(record: Project | UnitTargets) -> Iterator[tuple[tuple[Step, ...], str]]:
    for name in fields_of(ValueLines):
        found = getattr(record.lines, name)
        if isinstance(found, tuple):
            yield from ((("lines", name, index), line) for index, line in enumerate(found))
        elif found is not None:
            yield ("lines", name), found


def _lined(disclosure: Disclosure) -> Iterator[Project | Indicator]:
    for project in disclosure.projects:
        yield project
        yield from project.indicators


def _line_lists(disclosure: Disclosure) -> Iterator[tuple[str, tuple[Project, ...]]]:
    """The lists whose entries have a line: `projects`, `sub_targets`, …"""
    for name, field in fields_of(Disclosure).items():
        if field.kind is Kind.RECORDS and field.record and "line" in fields_of(field.record):
            yield name, getattr(disclosure, name)
