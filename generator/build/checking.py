"""Reading and checking the content without making a site: what `validate` does, and what a build does first."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.analyse.summary import DisclosureSummary, TownshipSummary
from generator.build.step import (
    Checked,
    DisclosureInput,
    check_input,
    has_errors,
    parse_translations,
)
from generator.load.content import (
    CORRECTIONS,
    FINDINGS,
    DisclosureFiles,
    Found,
    PageFiles,
    Shared,
    find_content,
    parse_disclosure,
    parse_township,
    read_file,
    read_shared,
)
from generator.load.markdown import Prose, parse_markdown
from generator.model.fields import fields_of
from generator.model.township import VillagesSource
from generator.model.vocabulary import Programme, Theme
from generator.problems import Problem, arrange
from generator.validate.shared import PROGRAMMES, THEMES, check_shared


class ContentProblems(Exception):  # noqa: N818 - it carries problems, it is not an error of the program
    """The content has faults; nothing was published."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__()
        self.problems = arrange(problems)


@dataclass(frozen=True, slots=True)
class TextSource:
    """A Markdown page, read."""

    files: PageFiles
    prose: Prose
    translations: Mapping[str, Prose]
    """By language."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The content folder with what all townships share."""

    root: Path
    found: Found
    shared: Shared
    pages: tuple[TextSource, ...]
    problems: tuple[Problem, ...]
    """Of the shared files and pages; without errors among them."""


def open_content(root: Path) -> Opened:
    """Read the folder and what is shared. Raises `ContentProblems` when that alone has errors.

    Then the disclosures are checked all the same, because every problem of a run is shown.
    """
    found = find_content(root)
    shared, problems = read_shared(root)
    if shared is not None:
        problems += check_shared(shared)
    pages, page_problems = _read_pages(root, found.pages)
    problems = [*found.problems, *problems, *_check_townships(root, found.lone_townships), *page_problems]
    if shared is None:
        raise ContentProblems([*problems, *_check_shapes(root, found.disclosures)])
    if has_errors(problems):
        checked = check_disclosures(root, found.disclosures, shared)
        raise ContentProblems([*problems, *(problem for _, each in checked for problem in each.problems)])
    return Opened(root, found, shared, pages, tuple(problems))


def _check_townships(root: Path, paths: Iterable[str]) -> Iterator[Problem]:
    for path in paths:
        file, problems = read_file(root, path)
        yield from problems if file is None else parse_township(file).problems


def _read_pages(root: Path, found: Iterable[PageFiles]) -> tuple[tuple[TextSource, ...], list[Problem]]:
    pages: list[TextSource] = []
    problems: list[Problem] = []
    for files in found:
        prose: dict[str, Prose] = {}
        for language in ("", *files.translations):
            read, of_this = _read_prose(root, files.path_in(language))
            problems += of_this
            if read is not None:
                prose[language] = read
        if "" in prose:
            pages.append(TextSource(files, prose.pop(""), prose))
    return tuple(pages), problems


def _read_prose(root: Path, path: str) -> tuple[Prose | None, list[Problem]]:
    file, problems = read_file(root, path)
    if file is None:
        return None, problems
    prose, found = parse_markdown(file.data, path, has_source=False)
    return prose, [*problems, *found]


def read_input(root: Path, files: DisclosureFiles, *, is_first_year: bool) -> DisclosureInput | list[Problem]:
    paths = (files.township_path, files.path, files.overview_path)
    read = [read_file(root, path) for path in (*paths, *map(files.overview_path_in, files.translations))]
    problems = [problem for _, found in read for problem in found]
    township, disclosure, overview, *others = (file for file, _ in read)
    if township is None or disclosure is None or overview is None or problems:
        return problems
    translations = tuple(
        (language, file) for language, file in zip(files.translations, others, strict=True) if file
    )
    return DisclosureInput(files, township, disclosure, overview, is_first_year, translations)


def first_years(disclosures: Sequence[DisclosureFiles]) -> Iterator[tuple[DisclosureFiles, bool]]:
    """Each disclosure, and whether it is the first of its township; they come sorted."""
    previous: tuple[str, str] | None = None
    for files in disclosures:
        yield files, (files.county_code, files.slug) != previous
        previous = (files.county_code, files.slug)


def _check_shapes(root: Path, disclosures: Sequence[DisclosureFiles]) -> Iterator[Problem]:
    """What can be said of the disclosures without a vocabulary: that their files can be read at all."""
    for files in disclosures:
        given = read_input(root, files, is_first_year=True)
        if isinstance(given, list):
            yield from given
        else:
            yield from (
                *parse_township(given.township).problems,
                *parse_disclosure(given.disclosure).problems,
            )
            yield from parse_markdown(given.overview.data, given.overview.path)[1]
            yield from parse_translations(given)[1]


def check_disclosures(
    root: Path, disclosures: Sequence[DisclosureFiles], shared: Shared
) -> Iterator[tuple[DisclosureFiles, Checked]]:
    for files, is_first in first_years(disclosures):
        given = read_input(root, files, is_first_year=is_first)
        yield files, Checked(None, tuple(given)) if isinstance(given, list) else check_input(given, shared)


def check_named(
    shared: Shared, summaries: Sequence[DisclosureSummary], findings: set[str]
) -> Iterator[Problem]:
    """What the shared files name must be there: a renamed project or a misspelt source would fall out unseen.

    It can only be said when every disclosure could be read. `findings`: the ids of all of them.
    """
    projects = {project.id for summary in summaries for project in summary.projects}
    sources = {summary.source_file for summary in summaries}
    yield from _check_members(shared, PROGRAMMES, shared.vocabulary.programmes.values(), projects)
    yield from _check_members(shared, THEMES, shared.vocabulary.themes.values(), projects)
    yield from _check_villages(summaries)
    for index, correction in enumerate(shared.vocabulary.corrections):
        if correction.file not in sources:
            yield shared.problem(
                CORRECTIONS,
                "unknown-id",
                index,
                "file",
                read=correction.file,
                expected="来源文件 / source file",
            )
    for index, word in enumerate(shared.words):
        if word.finding not in findings:
            near = ", ".join(_near(word.finding, findings)) or "–"
            yield shared.problem(
                FINDINGS, "unknown-finding", index, "finding", read=word.finding, expected=near
            )


def _check_villages(summaries: Sequence[DisclosureSummary]) -> Iterator[Problem]:
    """The number of villages is printed in a disclosure that is here."""
    years: dict[TownshipSummary, list[str]] = {}
    for summary in summaries:
        years.setdefault(summary.township, []).append(summary.year)
    for township, known in years.items():
        source = township.villages_source
        if source and source.year not in known:
            path = f"townships/{township.county_code}/{township.id.partition('-')[2]}/township.yaml"
            field = fields_of(VillagesSource)["year"]
            values = {"read": source.year, "expected": ", ".join(known)}
            yield Problem(path, 0, 0, "unknown-id", "villages_source.year", field.zh, field.en, values)


_COUNTY_DIGITS = 6


def _near(wanted: str, findings: set[str]) -> Sequence[str]:
    """At most three, of the same county: comparing with those of all counties would take long."""
    of_county = sorted(id_ for id_ in findings if id_[:_COUNTY_DIGITS] == wanted[:_COUNTY_DIGITS])
    return difflib.get_close_matches(wanted, of_county)


def _check_members(
    shared: Shared, file: str, families: Iterable[Programme | Theme], projects: set[str]
) -> Iterator[Problem]:
    for index, family in enumerate(families):
        lists = (
            {"projects": family.members.projects, "except": family.members.except_} if family.members else {}
        )
        for key, named in lists.items():
            for place, id_ in enumerate(named):
                if id_ not in projects:
                    yield shared.problem(
                        file, "unknown-id", index, "members", key, place, read=id_, expected="项目 / project"
                    )
